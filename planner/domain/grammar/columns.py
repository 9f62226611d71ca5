"""Columns of tables: a row each, from which the screen's table, the command line's, sorting and filtering follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..kinds import Kind
from ..texts import folded
from ..value import NamedTuple
from ..value.typed import Any, Generic, TypeVar
from ..words import decimal, language, minutes, short_day
from .choices import typed

Thing = TypeVar("Thing")

#: What a cell holds: a word, a number or a day; None where there is nothing to say.
Value = str | int | float | date | None

#: How soon a column is wanted where there is no room for all.
ALWAYS, USUALLY, LAST = 1, 2, 3


def _never(_: object) -> bool:
    return False


class Column(NamedTuple, Generic[Thing]):
    """One column: the word it is asked for by, its heading, and what it holds of a thing.

    ``largest_first`` says which end one wants to see when sorting by it; ``order`` is what words are sorted by, where
    they have an order of their own. Its figures may be ``minutes``, of a ``kind``; ``zero`` says where a 0 is one, and
    not nothing. What it holds may be ``words``, which may be ``long``.

    On a screen it takes so many ``cells``, none where only the command line has room for it; ``wanted`` says how soon
    it is, where there is no room for all. In the command line's table it stands where it is ``printed``, and goes
    ``below`` its row where that is narrow.
    """

    name: str
    heading: Callable[[], str]
    value: Callable[[Thing], Value]
    largest_first: bool = True
    order: Callable[[Thing], Any] | None = None
    minutes: bool = False
    kind: Kind | None = None
    zero: Callable[[Thing], bool] = _never
    words: bool = False
    long: bool = False
    cells: int = 0
    wanted: int = USUALLY
    printed: bool = False
    below: bool = False

    @property
    def word(self) -> str:
        """How it is asked for in the language spoken: by its heading, and in English by its name."""
        return self.name if language() == "en" else typed(self.name, self.heading())

    def text(self, thing: Thing, today: date) -> str:
        """What it holds, as every table has it; "" for nothing."""
        value = self.value(thing)
        if value is None or not (value or self.zero(thing)):
            return ""
        if isinstance(value, date):
            return short_day(value, today)
        if isinstance(value, float):
            return decimal(value)
        return minutes(value) if self.minutes and isinstance(value, int) else str(value)

    def rank(self, thing: Thing) -> Any:
        """What things are sorted by; None for those with nothing in it."""
        value = self.value(thing)
        if value is None or self.order:
            return self.order(thing) if self.order else None
        return folded(value) if isinstance(value, str) else value
