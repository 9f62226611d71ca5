"""Which steps of a review are shown, which weeks wait for theirs, and what served no objective."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from planner.domain.book import Book
from planner.domain.drift.drift import Drift
from planner.domain.drift.forecast import Forecast
from planner.domain.entry import Entry
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.people.week_people import Met, WeekPeople
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.record import WeekRecord
from planner.domain.review import Review, ReviewStep
from planner.domain.settings import Settings
from planner.domain.step import Step
from planner.domain.week import Week
from planner.domain.weeks.aimless import Aimless, aimless, aimless_entries, aimless_words
from planner.domain.weeks.draft import ReviewDraft, draft
from planner.domain.weeks.review_steps import first_step, step_after, step_before
from planner.domain.weeks.waiting import waiting_weeks, waiting_words
from tests.screens.sample import ENTRIES, LYON, PLAN, PMI, WEEK, report

FRIDAY = datetime(2026, 11, 27, 18, tzinfo=UTC)
BOOK = Book({}, {group.id: group for group in (LYON, PMI)}, {})
CALM = Drift(Level.BALANCED, 0.1, Forecast(1, 2, 3), 60)
ENTRY = Entry("e", FRIDAY, 20, Kind.CONTRIBUTION, LYON.id)


def drafted(review: Review | None = None) -> ReviewDraft:
    return draft(WEEK, report(), [WeekRecord(WEEK, PLAN, ENTRIES, (review,) if review else ())], BOOK)


def test_it_opens_where_something_is_asked_or_it_was_left() -> None:
    calm = drafted()._replace(unconfirmed=(), to_answer=(), aimless=(), people=WeekPeople())
    calm = calm._replace(report=calm.report._replace(drift=CALM))
    assert first_step(calm) is ReviewStep.VERDICTS
    assert first_step(calm._replace(aimless=(Aimless(LYON.id, 20),))) is ReviewStep.DRIFT
    assert first_step(drafted()._replace(unconfirmed=(ENTRY,))) is ReviewStep.WAITING
    assert first_step(drafted(Review(step=ReviewStep.PEOPLE))) is ReviewStep.PEOPLE


def test_a_step_that_asks_nothing_is_passed_over() -> None:
    met = WeekPeople(met=(Met(Person("m", "Marie"), None),))
    nobody = drafted()._replace(people=met)
    assert step_after(nobody, ReviewStep.DRIFT) is ReviewStep.VERDICTS
    owed = nobody._replace(people=met._replace(promises=(Step("s", "m", "send it", WEEK.monday),)))
    assert step_after(owed, ReviewStep.DRIFT) is ReviewStep.PEOPLE
    assert step_before(ReviewStep.VERDICTS) is ReviewStep.PEOPLE
    assert step_before(ReviewStep.WAITING) is None and step_after(nobody, ReviewStep.NEXT_WEEK) is None


def lived(back: int, review: Review | None = None, plan: Plan | None = None, *, unread: bool = False) -> WeekRecord:
    week = Week(2026, 48).plus(-back)
    own = Plan({"lyon": Split(30, 0, 0)}) if plan is None else plan
    entry = ENTRY._replace(start=FRIDAY - timedelta(weeks=back))
    return WeekRecord(week, own, (entry,), (review,) if review else (), unread=unread)


@pytest.mark.parametrize(
    ("record", "waits"),
    [
        (lived(3), True),
        (lived(3, Review(closed=FRIDAY)), False),
        (lived(3, Review(step=ReviewStep.DRIFT)), True),
        (lived(3)._replace(plan=None), False),  # a log that was taken over
        (lived(3, unread=True), False),
        (lived(9), False),
        (lived(0), True),
        (lived(-1), False),
    ],
)
def test_a_missed_week_waits_for_two_months(record: WeekRecord, *, waits: bool) -> None:
    assert waiting_weeks([record], FRIDAY, Settings()) == ((record.week,) if waits else ())


def test_the_weeks_that_wait_are_named_in_their_order() -> None:
    waiting = waiting_weeks([lived(2), lived(4)], FRIDAY, Settings())
    assert waiting_words(waiting) == "Weeks 44 and 46 wait for their review, too."
    assert waiting_words(()) == ""


def test_what_served_no_objective_is_told_by_group() -> None:
    entries = (
        ENTRY,
        ENTRY._replace(id="seen", objectives=("seen",), start=FRIDAY - timedelta(hours=3)),
        ENTRY._replace(id="pmi", group=PMI.id, minutes=50, start=FRIDAY - timedelta(hours=6)),
        ENTRY._replace(id="run", minutes=400, confirmed=False, start=FRIDAY - timedelta(hours=20)),
    )
    found = aimless(WeekRecord(WEEK, entries=entries))
    assert found == (Aimless(PMI.id, 50), Aimless(LYON.id, 20))
    assert aimless_words(found, BOOK) == f"1h10 served no objective: {PMI.name} 50, {LYON.name} 20."
    assert [entry.id for entry in aimless_entries(entries, LYON.id)] == ["e"]


def test_a_week_that_never_was_says_so() -> None:
    now = report()
    empty = now._replace(plan=None, entries=(), unconfirmed=(), to_confirm=())

    def said(week: Week) -> str:
        return drafted()._replace(week=week, report=empty, unconfirmed=(), to_answer=()).never_was

    assert said(WEEK) == ""
    assert "Nothing was planned or logged in that week" in said(WEEK.plus(-30))
    assert "still to come" in said(WEEK.plus(1))
    assert drafted().never_was == ""
