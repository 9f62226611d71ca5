"""A key of a question that may be answered beside its line."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.value import NamedTuple


class Choice(NamedTuple):
    """One sign to type on an empty line, what it says, and what it does. The question stays for the rest."""

    key: str
    words: str
    take: Callable[[], object]
