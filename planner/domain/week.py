"""ISO weeks in local time: Monday 00:00 to the next Monday 00:00, 52 or 53 to a year.

Source: ISO 8601 week dates, as ``date.isocalendar`` computes them. A week that contains a clock
change is an hour longer or shorter; its days are still seven.
"""

from __future__ import annotations

from .errors import Misread
from .value import NamedTuple
from .value.dates import date, datetime, time, timedelta, tzinfo
from .words import say


class Week(NamedTuple):
    """One ISO week; ``str(week)`` is ``2026-W48``, and weeks sort by time."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Week:
        """The week that contains ``day`` (a datetime counts by its own local date)."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def from_name(cls, name: str) -> Week:
        """Read ``2026-W48`` exactly; raises Misread for any other text or a week the year has not."""
        year, dash, number = name.partition("-W")
        if not (dash and len(year) == 4 and len(number) == 2 and (year + number).isdecimal() and name.isascii()):
            raise Misread(say("“{text}” is no week; a week looks like 2026-W48.", text=name))
        try:
            date.fromisocalendar(int(year), int(number), 1)
        except ValueError:
            raise Misread(
                say("There is no week {number} in {year}; write one such as 2026-W48.", number=int(number), year=year)
            ) from None
        return cls(int(year), int(number))

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"

    @property
    def file(self) -> str:
        """The name of its file, as a person is told it."""
        return f"weeks/{self}.json"

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven dates, Monday first."""
        monday = self.monday
        return tuple(monday + timedelta(days=n) for n in range(7))

    def plus(self, weeks: int) -> Week:
        """The week so many weeks later (earlier, if negative)."""
        return Week.of(self.monday + timedelta(weeks=weeks))

    def minus(self, other: Week) -> int:
        """How many weeks this one is after ``other``."""
        return (self.monday - other.monday).days // 7

    def starts(self, zone: tzinfo | None) -> datetime:
        """The instant it starts in ``zone``."""
        return datetime.combine(self.monday, time(), zone)

    def ends(self, zone: tzinfo | None) -> datetime:
        """The instant it ends in ``zone``, which is the start of the next."""
        return self.plus(1).starts(zone)
