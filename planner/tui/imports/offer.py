"""What a file would bring, by week and by row, and what of it she leaves out. It knows of no screen."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.value import NamedTuple
from planner.domain.week import Week
from planner.domain.words import say
from planner.interop.intake.proposal import Item

#: Tables whose rows have a week of their own; the others stand by what they are.
BY_WEEK = ("entries", "appointments")


class Bundle(NamedTuple):
    """Items that belong together: those of a ``week``, or of a ``table``."""

    id: str
    table: str
    week: Week | None
    items: tuple[Item, ...]

    @property
    def minutes(self) -> int:
        return sum(item.minutes for item in self.items)

    @property
    def title(self) -> str:
        """What they are; a week is told with its dates."""
        if self.week:
            return say("Week {number}", number=self.week.number)
        return {
            "groups": say("Groups"),
            "people": say("People"),
            "appointments": say("Appointments"),
            "deeds": say("Done there"),
        }.get(self.table, self.table)


class Offer:
    """The bundles, newest week last, and the ids that are left out."""

    def __init__(self, items: Iterable[Item]) -> None:
        by: dict[tuple[str, Week | None], list[Item]] = {}
        for item in items:
            week = Week.of(item.day) if item.day and item.table in BY_WEEK else None
            by.setdefault(("" if week else item.table, week), []).append(item)
        of_tables = [key for key in by if key[1] is None]
        of_weeks = sorted((key for key in by if key[1]), key=lambda key: key[1] or Week(0, 0))
        self.bundles = tuple(
            Bundle(str(week or table), table, week, tuple(by[table, week])) for table, week in (*of_tables, *of_weeks)
        )
        self.out: set[str] = set()
        self.open: set[str] = set()  # the bundles whose rows are shown, by id

    @property
    def count(self) -> int:
        """How many there are."""
        return len({item.id for bundle in self.bundles for item in bundle.items})

    @property
    def taken(self) -> int:
        """How many are not left out."""
        return self.count - len(self.out)

    def taken_of(self, bundle: Bundle) -> int:
        """How many of a bundle are not left out."""
        return sum(item.id not in self.out for item in bundle.items)

    def turn(self, bundle: Bundle) -> None:
        """Leave all of a bundle out, or take all of it where nothing of it is taken."""
        ids = {item.id for item in bundle.items}
        if ids <= self.out:
            self.out -= ids
        else:
            self.out |= ids

    def turn_one(self, item: Item) -> None:
        """Leave an item out, or take it again."""
        self.out ^= {item.id}

    def unfold(self, bundle: Bundle) -> None:
        """Show the rows of a bundle, or no more."""
        self.open ^= {bundle.id}
