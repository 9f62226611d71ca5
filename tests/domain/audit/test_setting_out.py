"""What she set out for, and how much of a quarter served it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from planner.domain.audit.setting_out import (
    changed_words,
    first_objectives,
    quarter_over,
    setting_out,
    share_words,
)
from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.objective import Aim, Objective, Pursuit

SEEN = Objective("seen", "Be seen", Aim.VISIBILITY, 1, since=date(2026, 3, 2))
MEET = Objective("meet", "Meet people", rank=2, since=date(2026, 3, 9), pursuit=Pursuit.DROPPED)
LEARN = Objective("learn", "Learn", Aim.KNOWLEDGE, 3, since=date(2026, 9, 1))
ALL = (SEEN, MEET, LEARN)


def entry(hour: int, minutes: int, kind: Kind, *objectives: str) -> Entry:
    return Entry(f"e{hour}", datetime(2026, 11, 3, hour, tzinfo=UTC), minutes, kind, "lyon", objectives=objectives)


def test_the_first_ones_are_those_of_the_first_fortnight() -> None:
    assert first_objectives(ALL) == (SEEN, MEET)
    assert first_objectives(()) == ()


def test_one_whose_day_was_not_kept_is_as_old_as_any() -> None:
    old = SEEN._replace(since=None)
    assert first_objectives((old, MEET)) == (old,)
    assert quarter_over((old, MEET), date(2026, 3, 10))


def test_a_quarter_is_over_once_it_is_over_for_all_of_the_first() -> None:
    assert not quarter_over(ALL, date(2026, 6, 7))
    assert quarter_over(ALL, date(2026, 6, 8))
    assert not quarter_over((), date(2026, 6, 8))


def test_the_share_is_of_what_served_any_of_the_first() -> None:
    entries = [
        entry(8, 30, Kind.CONTRIBUTION, "seen", "meet"),
        entry(10, 10, Kind.MEETING, "meet"),
        entry(12, 20, Kind.WATCHING, "seen"),
        entry(14, 40, Kind.MEETING, "learn"),
    ]
    found = setting_out(ALL, entries)
    assert (found.served, found.minutes, found.share) == (40, 100, 40)
    assert share_words(found) == "40 % served what you set out for, of 1h40 in thirteen weeks."
    assert setting_out((LEARN,), [entry(8, 20, Kind.WATCHING, "learn")]).share == 100


def test_without_a_log_there_is_no_share() -> None:
    assert setting_out(ALL, []).share is None and share_words(setting_out(ALL, [])) == ""


def test_what_changed_since_is_said() -> None:
    assert changed_words(setting_out(ALL, [])) == "1 of the first ones is over; 1 came later."
    assert changed_words(setting_out((SEEN,), [])) == "They are those you set out with."
