"""The week's report: lines, days, totals, what is left, and whether the review is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.clock_time import counted_minutes
from planner.domain.drift.drift import Drift
from planner.domain.drift.forecast import Forecast
from planner.domain.entry import Entry, Stretch
from planner.domain.group import Group, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.people.follow_ups import FollowUp
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.record import WeekRecord
from planner.domain.settings import Settings
from planner.domain.step import Step
from planner.domain.timer import Timer
from planner.domain.value import Later
from planner.domain.week import Week
from planner.domain.weeks.report import Line, WeekReport, counted, report, standing_words

PARIS = timezone(timedelta(hours=1))
WEEK = Week(2026, 48)
NOW = datetime(2026, 11, 26, 18, 40, tzinfo=PARIS)
DRIFT = Drift(Level.BALANCED, 0.1, Forecast(5, 10, 20), 60)
LYON = Group("lyon", "lyon-ux", "Lyon UX", rank=1)
PMI = Group("pmi", "pmi", "PMI France", rank=2)
ALUMNI = Group("alumni", "alumni", "Alumni", Standing.PARKED)
CLUB = Group("club", "club", "Club", Standing.CANDIDATE)
BOOK = Book({}, {each.id: each for each in (ALUMNI, PMI, LYON, CLUB)}, {})


def on(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment in November 2026; the week runs from the 23rd to the 29th."""
    return datetime(2026, 11, day, hour, minute, tzinfo=PARIS)


def entry(start: datetime, minutes: int, kind: Kind, group: str = "lyon", *, confirmed: bool = True) -> Entry:
    return Entry(f"{start} {kind} {group}", start, minutes, kind, group, confirmed=confirmed)


def reported(record: WeekRecord, timer: Timer | None = None, now: datetime = NOW) -> WeekReport:
    return report(record, BOOK, now, timer, DRIFT, Settings())


entries = st.builds(
    Entry,
    id=st.uuids().map(str),
    start=st.datetimes(datetime(2026, 11, 23), datetime(2026, 11, 29, 23, 59), timezones=st.just(PARIS)),
    minutes=st.integers(1, 300),
    kind=st.sampled_from(Kind),
    group=st.sampled_from(["lyon", "pmi", "alumni", "gone"]),
    confirmed=st.booleans(),
)
plans = st.builds(
    Plan,
    st.dictionaries(st.sampled_from(["lyon", "club", "gone"]), st.builds(Split, *[st.integers(0, 120)] * 3)),
)
records = st.builds(WeekRecord, st.just(WEEK), st.none() | plans, st.lists(entries, max_size=12).map(tuple))


@given(records)
def test_lines_days_and_totals_are_the_same_minutes(record: WeekRecord) -> None:
    week = reported(record)
    confirmed = [each for each in record.entries if each.confirmed]
    for kind in Kind:
        logged = sum(minutes for each, minutes in counted_minutes(confirmed) if each.kind is kind)
        assert week.logged.of(kind) == logged
        assert sum(line.logged.of(kind) for line in week.lines) == logged
        assert sum(day.of(kind) for day in week.days) == logged
        assert sum(day.of(kind) for line in week.lines for day in line.days) == logged
    assert week.planned == (record.plan.total if record.plan else Split())


@given(records)
def test_what_is_left_is_goal_or_cap_less_the_done_never_negative(record: WeekRecord) -> None:
    week = reported(record)
    told = [(each.planned, each.logged, each.left) for each in week.lines]
    for planned, logged, left in (*told, (week.planned, week.logged, week.left)):
        for kind in Kind:
            assert left.of(kind) == max(0, planned.of(kind) - logged.of(kind))


def test_watching_never_fills_a_goal_and_hands_never_fill_a_cap() -> None:
    plan = Plan({"lyon": Split(60, 60, 15)})
    watched = reported(WeekRecord(WEEK, plan, (entry(on(24), 90, Kind.WATCHING),)))
    assert watched.left == Split(60, 60, 0)
    assert watched.lines[0].over == 75
    given_ = reported(WeekRecord(WEEK, plan, (entry(on(24), 90, Kind.CONTRIBUTION),)))
    assert given_.left == Split(0, 60, 15)


def test_unconfirmed_time_is_listed_apart_and_counts_nowhere() -> None:
    night = entry(on(24), 480, Kind.WATCHING, "alumni", confirmed=False)
    done = entry(on(23), 20, Kind.CONTRIBUTION)
    week = reported(WeekRecord(WEEK, None, (night, done)))
    assert (week.entries, week.unconfirmed) == ((done,), (night,))
    assert week.logged == Split(contribution=20)
    assert ALUMNI not in [line.group for line in week.lines]


def test_one_meeting_in_two_lines_is_held_once() -> None:
    first = entry(on(24), 60, Kind.MEETING)._replace(timed=True, form="coffee", people=("zed",))
    again = first._replace(id="again", start=on(24, 12, 10))
    assert sum(reported(WeekRecord(WEEK, entries=(first, again))).held) == 1
    assert reported(WeekRecord(WEEK, entries=(first, again))).logged.meeting == 70


def test_entries_are_listed_by_their_start() -> None:
    late, early = entry(on(26), 20, Kind.MEETING), entry(on(23), 20, Kind.MEETING)
    assert reported(WeekRecord(WEEK, None, (late, early))).entries == (early, late)


def test_selected_groups_come_first_in_her_order_then_the_others() -> None:
    record = WeekRecord(
        WEEK, Plan({"gone": Split(20), "club": Split(10)}), (entry(on(23), 5, Kind.WATCHING, "alumni"),)
    )
    assert [line.group.id for line in reported(record).lines] == ["lyon", "pmi", "alumni", "club", "gone"]


def test_a_group_gone_from_the_book_keeps_its_line() -> None:
    lines = reported(WeekRecord(WEEK, None, (entry(on(23), 5, Kind.WATCHING, "gone"),))).lines
    assert (lines[-1].group.name, lines[-1].logged) == ("gone", Split(watching=5))


def test_an_entry_is_on_the_day_it_was_logged_from_wherever_seen() -> None:
    tokyo = timezone(timedelta(hours=9))
    monday = datetime(2026, 11, 23, 1, 0, tzinfo=tokyo)  # still Sunday in Paris
    week = reported(WeekRecord(WEEK, None, (entry(monday, 30, Kind.MEETING),)))
    assert week.days[0] == Split(meeting=30)


def test_a_running_timer_counts_at_once_on_the_day_it_began() -> None:
    timer = Timer(on(25, 23, 50), Kind.WATCHING, "pmi")
    week = reported(WeekRecord(WEEK), timer, now=on(26, 0, 10))
    assert week.days[2] == week.lines[1].days[2] == Split(watching=20)
    assert week.days[3] == Split()


def test_a_timer_that_runs_over_from_last_week_counts_there() -> None:
    timer = Timer(on(22, 23, 50), Kind.WATCHING, "pmi")
    now = on(23, 0, 10)
    assert reported(WeekRecord(WEEK), timer, now).logged == Split()
    assert reported(WeekRecord(WEEK.plus(-1)), timer, now).logged == Split(watching=20)


def test_a_timer_just_started_is_no_stretch_yet() -> None:
    assert counted(WeekRecord(WEEK), Timer(NOW, Kind.MEETING, "pmi"), NOW) == ()


def test_what_counts_is_confirmed_entries_and_the_running_timer() -> None:
    record = WeekRecord(
        WEEK, None, (entry(on(23), 20, Kind.MEETING), entry(on(24), 480, Kind.WATCHING, confirmed=False))
    )
    timer = Timer(on(26, 18, 25).astimezone(UTC), Kind.WATCHING, "pmi")
    assert counted(record, timer, NOW) == (
        Stretch(on(23), 20, Kind.MEETING, "lyon"),
        Stretch(timer.start, 15, Kind.WATCHING, "pmi"),
    )


def test_pace_speaks_of_the_open_goal_and_of_both_where_both_are() -> None:
    done = (entry(on(24), 20, Kind.CONTRIBUTION),)
    one = reported(WeekRecord(WEEK, Plan({"lyon": Split(60, 0, 15)}), done)).lines[0]
    assert one.pace == "20 of 60, two times 20 to go: Thu, Fri"
    both = reported(WeekRecord(WEEK, Plan({"lyon": Split(60, 45, 15)}), done)).lines[0]
    assert both.pace == "contribution 20 of 60, two times 20 to go: Thu, Fri; meeting 0 of 45, 45 min more: Thu"


def test_pace_skips_today_once_it_has_something_and_leaves_reading() -> None:
    record = WeekRecord(
        WEEK, Plan({"lyon": Split(40), "pmi": Split(watching=30)}), (entry(NOW, 20, Kind.CONTRIBUTION),)
    )
    lines = reported(record).lines
    assert [line.pace for line in lines] == ["20 of 40, 20 min more: Fri", ""]


def line(planned: Split, logged: Split) -> Line:
    return Line(LYON, planned, logged, Split(), (), Later(str))


@pytest.mark.parametrize(
    ("planned", "logged", "words"),
    [
        (Split(60, 60, 15), Split(45, 60, 10), "45 of 60 contributed, 1h of 1h met, 10 of at most 15 watched"),
        (Split(60, 0, 15), Split(0, 0, 70), "0 of 60 contributed, 1h10 watched, 55 over"),
        (Split(60, 0, 0), Split(0, 30, 10), "0 of 60 contributed, 30 met, 10 watched, 10 over"),
        (Split(0, 0, 15), Split(0, 0, 15), "15 of at most 15 watched"),
        (Split(), Split(25, 0, 10), "25 contributed, 10 watched"),
        (Split(), Split(), "nothing planned, nothing logged"),
    ],
)
def test_a_groups_state_is_one_sentence(planned: Split, logged: Split, words: str) -> None:
    assert standing_words(line(planned, logged)) == f"Lyon UX: {words}"


def test_the_running_week_advises_one_act_until_its_goals_are_reached() -> None:
    plan = Plan({"lyon": Split(40, 0, 15)})
    advised = reported(WeekRecord(WEEK, plan)).advice
    assert advised and advised.act == f"c {LYON.usual.contribution} {LYON.slug}"
    reached = WeekRecord(WEEK, plan, (entry(on(24), 40, Kind.CONTRIBUTION),))
    assert reported(reached).advice is None
    assert reported(WeekRecord(WEEK)).advice is None
    assert reported(WeekRecord(WEEK.plus(-1), plan)).advice is None


def meeting(start: datetime, minutes: int = 45, group: str | None = "lyon") -> Appointment:
    return Appointment(f"{start} {group}", start, minutes, group=group)


def arranged(record: WeekRecord, *meetings: Appointment, now: datetime = NOW) -> WeekReport:
    book = BOOK._replace(appointments={each.id: each for each in meetings})
    return report(record, book, now, None, DRIFT, Settings())


def test_meetings_to_come_count_for_the_forecast_and_their_group() -> None:
    logged = WeekRecord(WEEK, Plan({"lyon": Split(0, 90, 0)}), (entry(on(24), 30, Kind.MEETING),))
    later, sooner, elsewhere = meeting(on(28)), meeting(on(27), 20), meeting(on(27, 18), 30, "pmi")
    homeless, next_week = meeting(on(29), 15, None), meeting(on(30))
    made = arranged(logged, later, sooner, elsewhere, homeless, next_week)
    assert made.coming == (sooner, elsewhere, later, homeless)
    assert made.meeting_forecast == 30 + 45 + 20 + 30 + 15
    assert {line.group.id: line.coming for line in made.lines} == {"lyon": 65, "pmi": 30}
    assert made.lines[0].pace == "30 of 1h30, 1h05 arranged"
    assert made.logged.meeting == 30 and made.left.meeting == 60


def test_one_whose_time_has_passed_waits_for_an_answer_in_any_week() -> None:
    under_way, over, long_ago = meeting(on(26, 18, 30)), meeting(on(26, 12)), meeting(on(2))
    made = arranged(WeekRecord(WEEK), over, under_way, long_ago)
    assert made.coming == (under_way,)
    assert made.to_confirm == (long_ago, over)
    assert made.meeting_forecast == 45


def test_what_was_held_missed_or_cancelled_is_not_to_come_nor_asked() -> None:
    closed = [
        meeting(on(day), group=outcome)._replace(outcome=outcome)
        for outcome in Outcome
        if outcome is not Outcome.PLANNED
        for day in (25, 28)
    ]
    made = arranged(WeekRecord(WEEK), *closed)
    assert (made.coming, made.to_confirm, made.meeting_forecast) == ((), (), 0)


def test_the_open_next_steps_come_with_the_week() -> None:
    marie = Person("marie", "Marie")
    step = Step("s", "marie", "call", on(24).date())
    made = report(
        WeekRecord(WEEK), BOOK._replace(people={"marie": marie}, steps={"s": step}), NOW, None, DRIFT, Settings()
    )
    assert made.follow_ups == (FollowUp(step, marie, 2),)
