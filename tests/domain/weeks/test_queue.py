"""The queue: one line at a time, two a day, and what was passed over twice waits for the review."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from planner.domain.alert import Alert
from planner.domain.book import Book
from planner.domain.drift.announcing import announced, put_off
from planner.domain.drift.drift import Drift, Signal
from planner.domain.drift.forecast import Forecast
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.level import Level
from planner.domain.record import WeekRecord
from planner.domain.settings import Settings
from planner.domain.value import Later
from planner.domain.week import Week
from planner.domain.weeks.queue import Standing, echo_asked, forms_offer, next_line, reminders, standing, unechoed
from planner.domain.weeks.report import report

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)
CALM = Drift(Level.BALANCED, 0.1, Forecast(1, 2, 3), 60)
HELD = Signal("meeting", Level.BALANCED, "Was it held?", "", "one")
OTHER = HELD._replace(cause="other")
REVIEW = Signal("review", Level.BALANCED, "due", "")
PASSED = Signal("cap", Level.ADRIFT, "passed", "answer")


def said(line: Signal | None, alerts: tuple[Alert, ...], now: datetime) -> tuple[Alert, ...]:
    assert line
    alert = announced(line, alerts, now)
    return (*(each for each in alerts if (each.code, each.cause) != (alert.code, alert.cause)), alert)


def test_one_line_at_a_time_the_drift_first_then_reminders_in_order() -> None:
    drifting = CALM._replace(finding=Later(lambda: (PASSED,)))
    assert next_line(drifting, (HELD, REVIEW), (), (), MONDAY) == PASSED
    alerts = said(PASSED, (), MONDAY)
    assert next_line(drifting, (HELD, REVIEW), alerts, (), MONDAY + DAY) == HELD


def test_a_reason_said_today_keeps_its_turn_while_it_stands() -> None:
    drifting, alerts = CALM._replace(finding=Later(lambda: (PASSED,))), said(PASSED, (), MONDAY)
    assert next_line(drifting, (HELD,), alerts, (), MONDAY, offer=forms_offer(2)) is None
    assert next_line(CALM, (HELD,), alerts, (), MONDAY) == HELD
    assert next_line(drifting, (HELD,), (put_off(PASSED, alerts, MONDAY),), (), MONDAY) == HELD


def test_a_reminder_that_was_put_off_is_silent_all_week() -> None:
    once = put_off(HELD, said(HELD, (), MONDAY), MONDAY)
    assert next_line(CALM, (HELD,), (once,), (), MONDAY + DAY) is None
    assert next_line(CALM, (HELD,), (), (once,), MONDAY + 7 * DAY) == HELD
    twice = put_off(HELD, (), MONDAY + 7 * DAY, (once,))
    assert next_line(CALM, (HELD,), (), (twice,), MONDAY + 14 * DAY) is None


def test_two_lines_make_a_day_whatever_they_are_of() -> None:
    alerts = said(HELD, said(PASSED, (), MONDAY), MONDAY)
    assert next_line(CALM, (REVIEW,), alerts, (), MONDAY + timedelta(hours=8)) is None
    assert next_line(CALM, (REVIEW,), alerts, (), MONDAY + DAY) == REVIEW


def test_a_reminder_is_said_once_a_day() -> None:
    alerts = said(HELD, (), MONDAY)
    assert next_line(CALM, (HELD,), alerts, (), MONDAY) is None
    assert next_line(CALM, (HELD,), alerts, (), MONDAY + DAY) == HELD


def test_what_was_passed_over_twice_waits_for_the_review() -> None:
    alerts = said(HELD, said(HELD, (), MONDAY), MONDAY + DAY)
    assert next_line(CALM, (HELD, OTHER), alerts, (), MONDAY + 2 * DAY) == OTHER
    assert next_line(CALM, (HELD,), (), alerts, MONDAY + 7 * DAY) is None
    assert next_line(CALM, (HELD,), (), (), MONDAY + 14 * DAY) == HELD


def test_reminders_take_nothing_from_the_three_announcements_of_a_week() -> None:
    alerts = said(OTHER, said(HELD, (), MONDAY), MONDAY)
    alerts = said(REVIEW, alerts, MONDAY + DAY)
    assert next_line(CALM._replace(finding=Later(lambda: (PASSED,))), (), alerts, (), MONDAY + 2 * DAY) == PASSED


def test_the_offer_of_forms_goes_after_drift_before_reminders() -> None:
    offer = forms_offer(2)
    assert offer and offer.text.startswith("2 meetings") and forms_offer(0) is None
    assert next_line(CALM._replace(finding=Later(lambda: (PASSED,))), (HELD,), (), (), MONDAY, offer=offer) == PASSED
    assert next_line(CALM, (HELD,), (), (), MONDAY, offer=offer) == offer
    alerts = said(REVIEW, said(HELD, (), MONDAY), MONDAY)
    assert next_line(CALM, (), alerts, (), MONDAY, offer=offer) is None, "two lines make a day"


def test_only_damage_stands_longer_and_nothing_is_said_beside_it() -> None:
    alerts = said(HELD, said(REVIEW, (), MONDAY), MONDAY)
    for _ in range(3):
        line = next_line(CALM, (HELD,), alerts, (), MONDAY, ("book.json is damaged.",))
        assert line and line.text == "book.json is damaged."


def test_the_line_that_stands_says_how_many_more_files_are_damaged() -> None:
    assert standing(()) is None
    line = standing(("book.json is damaged.", "timer.json is damaged."))
    assert line and line.advice == "1 more file is damaged: “planner check” names it."


def test_a_reminder_passed_over_once_is_said_again_another_day() -> None:
    for code in ("echo", "ties", "copies"):
        reminder = HELD._replace(code=code)
        alerts = said(reminder, (), MONDAY)
        assert next_line(CALM, (reminder,), alerts, (), MONDAY + DAY) == reminder
        assert next_line(CALM, (reminder,), said(reminder, alerts, MONDAY + DAY), (), MONDAY + 2 * DAY) is None


def given(id_: str, ago: float, kind: Kind = Kind.CONTRIBUTION, echo: Echo | None = None) -> Entry:
    return Entry(id_, MONDAY - ago * DAY, 20, kind, "lyon-ux", echo=echo)


def test_what_came_back_is_asked_from_the_third_day_to_the_tenth() -> None:
    entries = [
        *(given("late", 11), given("old", 9), given("nothing", 5, echo=Echo()), given("met", 5, Kind.MEETING)),
        *(given("new", 4), given("fresh", 2), given("unsettled", 5)._replace(confirmed=False)),
    ]
    assert [entry.id for entry in unechoed(entries, MONDAY)] == ["old", "new"]


def test_an_answer_is_of_what_was_asked_about_last() -> None:
    entries = [given("first", 8), given("second", 5)]
    asked = Alert("echo", "second", Level.BALANCED, (MONDAY,))
    before = Alert("echo", "first", Level.BALANCED, (MONDAY - DAY, MONDAY - 2 * DAY))
    assert echo_asked(entries, (), MONDAY) == entries[0]
    assert echo_asked(entries, (before, asked), MONDAY) == entries[1]
    assert echo_asked([given("fresh", 1)], (asked,), MONDAY) is None


def test_copies_of_other_machines_come_before_all_that_is_reminded_of() -> None:
    book = Book({}, {}, {})
    week = report(WeekRecord(Week.of(MONDAY)), book, MONDAY, None, CALM, Settings())
    line, *_ = reminders(week, book, Standing(waiting=2, cold=3))
    assert line.text == "2 copies of other machines wait: Y merges what is new."
    assert [each.code for each in reminders(week, book, Standing(cold=3))] == ["ties"]
    hers = Settings(keys={"common.choose": "f7 x"}).key
    told = [next(reminders(week, book, each)).text for each in (Standing(conflicts=2), Standing(conflicts=1, key=hers))]
    assert told == [
        "Two machines said 2 things differently: X shows both.",
        "Two machines said 1 thing differently: f7 shows both.",
    ]


def test_in_quiet_hours_only_damage_is_said() -> None:
    drifting = CALM._replace(finding=Later(lambda: (PASSED,)))
    assert next_line(drifting, (HELD,), (), (), MONDAY, offer=forms_offer(2), quiet=True) is None
    damaged = next_line(drifting, (HELD,), (), (), MONDAY, ("book.json is damaged",), quiet=True)
    assert damaged and damaged.code == "damage"
