"""What a meeting that was held becomes. It was from 12:00 to 12:45 on Friday 27 November 2026."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.errors import Misread, Refused
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.objective import Aim, Objective, Pursuit
from planner.domain.people.holding import entry_of, group_of, refuse_closed, refuse_held
from planner.domain.person import Person

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
SEEN = Objective("seen", "Be seen", Aim.VISIBILITY)
DROPPED = Objective("old", "Old", Aim.KNOWLEDGE, pursuit=Pursuit.DROPPED)
LYON = Group("lyon-ux", "lyon-ux", "Lyon UX", objectives=("old", "gone", "seen"))
PMI = Group("pmi", "pmi", "PMI France")
BOOK = Book(
    {each.id: each for each in (SEEN, DROPPED)},
    {each.id: each for each in (LYON, PMI)},
    {"marie": Person("marie", "Marie", groups=("lyon-ux", "pmi")), "paul": Person("paul", "Paul", groups=("pmi",))},
)
MEETING = Appointment("a1", NOON, 45, "coffee", ("marie", "paul"), "lyon-ux", "in person", "Bellecour")


def test_the_entry_has_what_the_meeting_had_and_its_groups_aims() -> None:
    entry = entry_of(MEETING, BOOK, NOON + timedelta(hours=1), "e1")
    assert (entry.id, entry.start, entry.minutes, entry.kind) == ("e1", NOON, 45, Kind.MEETING)
    assert (entry.group, entry.form, entry.people) == ("lyon-ux", "in person", ("marie", "paul"))
    assert (entry.objectives, entry.note, entry.via) == (("seen",), "coffee", "appointment")


def test_it_may_have_been_longer_and_in_another_group() -> None:
    entry = entry_of(MEETING, BOOK, NOON + timedelta(hours=3), "e1", minutes=120, group="pmi")
    assert (entry.minutes, entry.group, entry.objectives) == (120, "pmi", ())


@pytest.mark.parametrize(
    ("people", "group", "found"),
    [
        ((), "lyon-ux", "lyon-ux"),
        ((), None, None),
        (("marie",), None, None),
        (("paul",), None, "pmi"),
        (("marie", "paul"), None, "pmi"),
        (("nobody",), None, None),
        (("paul", "nobody"), None, "pmi"),
        (("paul",), "gone", "pmi"),
    ],
)
def test_its_group_is_its_own_or_peoples(people: tuple[str, ...], group: str | None, found: str | None) -> None:
    assert group_of(MEETING._replace(people=people, group=group), BOOK) == found


def test_where_nothing_says_its_group_possible_ones_are_named() -> None:
    meeting = MEETING._replace(people=("marie",), group=None)
    with pytest.raises(Misread, match="In which group was it, lyon-ux and pmi"):
        entry_of(meeting, BOOK, NOON + timedelta(hours=1), "e1")
    with pytest.raises(Misread, match=r"In which group was it\? planner meet held a1 --group lyon-ux"):
        entry_of(meeting._replace(people=()), BOOK, NOON + timedelta(hours=1), "e1")


@pytest.mark.parametrize("minutes", [-60, 0])
def test_what_has_not_begun_was_not_held(minutes: int) -> None:
    with pytest.raises(Refused, match="Fri 27 Nov 12:00, still to come"):
        entry_of(MEETING, BOOK, NOON + timedelta(minutes=minutes), "e1")


def test_what_goes_on_was_held_for_as_long_as_it_went_on() -> None:
    now = NOON + timedelta(minutes=20)
    for minutes in (None, 21):
        with pytest.raises(Misread, match="planner meet held a1 --minutes 20"):
            entry_of(MEETING, BOOK, now, "e1", minutes=minutes)
    assert entry_of(MEETING, BOOK, now, "e1", minutes=20).minutes == 20


def test_what_was_answered_is_closed_and_what_was_held_stays() -> None:
    held = MEETING._replace(outcome=Outcome.HELD, entry="e1")
    for refuse in (refuse_closed, refuse_held):
        with pytest.raises(Refused, match="planner edit e1"):
            refuse(held)
        refuse(MEETING)
    for outcome in (Outcome.MISSED, Outcome.CANCELLED):
        with pytest.raises(Refused, match=f"{outcome} already.*planner meet move a1"):
            refuse_closed(MEETING._replace(outcome=outcome))
        refuse_held(MEETING._replace(outcome=outcome))
