"""A key of a question that may be answered beside its line."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.value import NamedTuple
from planner.tui.widgets.keys import Key, answers


class Choice(NamedTuple):
    """One sign to type on an empty line, what it says, and what it does. The question stays for the rest.

    ``of`` is what it is one answer to: once one is given, the others are gone. Of signs that are read as one the first
    is ``shown`` and told of by its ``label``, the others are not.
    """

    key: str
    words: str
    take: Callable[[], object]
    of: str = ""
    shown: str = ""
    label: str = ""
    told: bool = True

    @property
    def typed(self) -> Key:
        """The sign as a key, to be told of."""
        key = answers(self.key, f"choose({self.key!r})", lambda: self.words, 3 if self.told else 0)
        return key._replace(shown=self.shown, label=lambda: self.label) if self.shown else key
