"""A key of a question that may be answered beside its line."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.value import NamedTuple
from planner.tui.widgets.keys import Key, answers


class Choice(NamedTuple):
    """One sign to type on an empty line, what it says, and what it does. The question stays for the rest."""

    key: str
    words: str
    take: Callable[[], object]

    @property
    def typed(self) -> Key:
        """The sign as a key, to be told of."""
        return answers(self.key, f"choose({self.key!r})", lambda: self.words, 3)
