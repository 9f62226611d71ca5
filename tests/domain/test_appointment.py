"""A meeting to come: when it ends, waits for an answer, or meets another. The night of 25 October 2026 has 25 hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.clock import Clock
from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.group import Group
from planner.domain.people.appointment_words import appointment_words
from planner.domain.person import Person

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
BOOK = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX")}, {"marie": Person("marie", "Marie Dupont")})


def meeting(start: datetime = NOON, minutes: int = 45) -> Appointment:
    return Appointment("a1", start, minutes)


@pytest.mark.parametrize(
    ("minutes", "waits"), [(-1, False), (0, False), (44, False), (45, True), (60 * 24 * 400, True)]
)
def test_it_waits_for_an_answer_from_its_end_on(minutes: int, waits: bool) -> None:
    assert meeting().waits(NOON + timedelta(minutes=minutes)) is waits


@pytest.mark.parametrize("outcome", [Outcome.HELD, Outcome.MISSED, Outcome.CANCELLED])
def test_once_it_is_answered_it_waits_no_more(outcome: Outcome) -> None:
    assert not meeting()._replace(outcome=outcome).waits(NOON + timedelta(days=1))


def test_a_clock_change_makes_it_no_longer_and_no_shorter(thursday: Clock) -> None:
    zone = thursday.now().tzinfo
    autumn = meeting(datetime(2026, 10, 25, 1, 30, tzinfo=zone), 120)
    assert (autumn.end.hour, autumn.end.minute) == (2, 30)
    assert autumn.end.astimezone(UTC) - autumn.start.astimezone(UTC) == timedelta(hours=2)
    spring = meeting(datetime(2027, 3, 28, 1, 30, tzinfo=zone), 60)
    assert (spring.end.hour, spring.end.minute) == (3, 30)
    assert not spring.overlaps(meeting(datetime(2027, 3, 28, 3, 30, tzinfo=zone)))


starts = st.integers(-300, 300).map(lambda minutes: NOON + timedelta(minutes=minutes))
meetings = st.builds(meeting, starts, st.integers(1, 300))


@given(meetings, meetings)
def test_two_overlap_where_some_minute_belongs_to_both(one: Appointment, other: Appointment) -> None:
    def taken(each: Appointment) -> set[datetime]:
        return {each.start + timedelta(minutes=minute) for minute in range(each.minutes)}

    assert one.overlaps(other) is other.overlaps(one) is bool(taken(one) & taken(other))


def test_it_is_told_by_when_how_long_with_whom_what_and_where() -> None:
    told = meeting()._replace(people=("marie", "gone"), title="[b]coffee[/b]", group="lyon-ux")
    assert appointment_words(told, BOOK) == "Fri 27 Nov 12:00, 45 min, Marie Dupont and gone, [b]coffee[/b], Lyon UX"
    bare = meeting(minutes=90)._replace(form="phone")
    assert appointment_words(bare, BOOK, NOON.date()) == "Fri 27 Nov 12:00, 1h30, phone"
    assert appointment_words(bare, BOOK, NOON.date().replace(year=2027)).startswith("Fri 27 Nov 2026 12:00")
