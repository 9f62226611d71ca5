"""What a file would bring stands by week and by row, and any of it may be left out."""

from __future__ import annotations

from datetime import date

from planner.interop.intake.proposal import NEW, Item
from planner.tui.imports.offer import Offer

MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)

ITEMS = (
    Item("entries", "late", NEW, "slides", SUNDAY, 30, "Lyon UX"),
    Item("entries", "early", NEW, "a thread", MONDAY, 15, "PMI"),
    Item("entries", "before", NEW, "a call", date(2026, 11, 22), 45, "PMI"),
    Item("people", "marie", NEW, "Marie Dupont", date(2019, 5, 1)),
)


def offer() -> Offer:
    return Offer(ITEMS)


def test_entries_stand_by_week_and_people_by_what_they_are() -> None:
    """Somebody known since 2019 is no week of 2019."""
    assert [(each.id, len(each.items), each.minutes) for each in offer().bundles] == [
        ("people", 1, 0),
        ("2026-W47", 1, 45),
        ("2026-W48", 2, 45),
    ]


def test_leaving_a_week_out_leaves_out_what_was_still_taken_of_it() -> None:
    shown = offer()
    week = shown.bundles[-1]
    shown.turn_one(week.items[0])
    assert shown.taken_of(week) == 1
    shown.turn(week)
    assert shown.out == {"late", "early"}
    assert (shown.taken, shown.count) == (2, 4)


def test_a_week_that_is_left_out_whole_is_taken_whole_again() -> None:
    shown = offer()
    shown.turn(shown.bundles[-1])
    shown.turn(shown.bundles[-1])
    assert shown.out == set()
