"""Quarters of a year, made of whole ISO weeks."""

from __future__ import annotations

from datetime import date

from .value import NamedTuple
from .week import Week

#: Months in a quarter.
MONTHS = 3


class Quarter(NamedTuple):
    """A quarter of a year by ISO weeks: a week is of the quarter that its Thursday is in, as it is of its year."""

    year: int
    number: int

    @classmethod
    def of(cls, week: Week) -> Quarter:
        """The quarter that a week is of."""
        thursday = week.days[3]
        return cls(thursday.year, (thursday.month - 1) // MONTHS + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-Q{self.number}"

    def plus(self, quarters: int) -> Quarter:
        """The quarter so many later (earlier, if negative)."""
        year, number = divmod(4 * self.year + self.number - 1 + quarters, 4)
        return Quarter(year, number + 1)

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Its weeks, 13 of them or 14."""
        first = Week.of(date(self.year, MONTHS * (self.number - 1) + 1, 1))
        first = first if Quarter.of(first) == self else first.plus(1)
        return tuple(week for n in range(14) if Quarter.of(week := first.plus(n)) == self)
