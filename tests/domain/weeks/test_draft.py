"""The draft of a review, and the plan that follows from its verdicts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.drift.drift import Drift
from planner.domain.drift.forecast import Forecast
from planner.domain.entry import Entry
from planner.domain.group import Group, Nature, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.plan import STEP, Plan
from planner.domain.record import WeekRecord
from planner.domain.review import Review, ReviewStep, Verdict
from planner.domain.settings import Settings
from planner.domain.week import Week
from planner.domain.weeks.draft import ReviewDraft, cost_words, draft
from planner.domain.weeks.next_plan import next_plan
from planner.domain.weeks.report import WeekReport, report

WEEK = Week(2026, 48)
FRIDAY = datetime(2026, 11, 27, 17, tzinfo=UTC)
LYON = Group("lyon", "lyon-ux", "Lyon UX", rank=1)
PMI = Group("pmi", "pmi", "PMI France", rank=2)
FEED = Group("feed", "feed", "Trade news", nature=Nature.FEED, rank=3)
OLD = Group("old", "old", "Old club", Standing.PARKED)
BOOK = Book({}, {each.id: each for each in (LYON, PMI, FEED, OLD)}, {})


def entry(minutes: int, kind: Kind, group: str = "lyon", week: Week = WEEK, *, confirmed: bool = True) -> Entry:
    start = datetime.combine(week.days[1], FRIDAY.timetz())
    return Entry(f"{week} {kind} {group}", start, minutes, kind, group, confirmed=confirmed)


def reported(record: WeekRecord) -> WeekReport:
    drift = Drift(Level.BALANCED, 0.1, Forecast(5, 10, 20), None)
    return report(record, BOOK, FRIDAY, None, drift, Settings())


def drafted(record: WeekRecord, *earlier: WeekRecord, book: Book = BOOK) -> ReviewDraft:
    return draft(WEEK, reported(record), [*earlier, record], book)


def after(verdict: Verdict, line: Split, group: Group = LYON) -> Split:
    plan = next_plan(Plan({group.id: line}), {group.id: verdict}, [group], 240)
    return plan.lines.get(group.id, Split())


@pytest.mark.parametrize(
    ("line", "more"),
    [
        (Split(60, 60, 15), Split(60, 90, 15)),
        (Split(60, 20, 15), Split(55, 45, 15)),
        (Split(20, 0, 15), Split(25, 0, 15)),
        (Split(5, 0, 0), Split(10, 0, 0)),
        (Split(0, 0, 15), Split(5, 0, 15)),
        (Split(0, 45, 0), Split(10, 45, 0)),
    ],
)
def test_more_gives_hands_a_quarter_and_whole_meetings(line: Split, more: Split) -> None:
    assert after(Verdict.MORE, line) == more


@pytest.mark.parametrize(("watching", "less"), [(60, 45), (15, 10), (5, 0), (3, 0), (0, 0)])
def test_less_takes_about_a_quarter_off_watching_not_hands(watching: int, less: int) -> None:
    assert after(Verdict.LESS, Split(40, 30, watching)) == Split(40, 30, less)


def test_contribute_turns_the_watching_into_contribution() -> None:
    assert after(Verdict.CONTRIBUTE, Split(20, 30, 15)) == Split(35, 30, 0)


def test_contribute_gives_at_least_one_usual_contribution() -> None:
    assert after(Verdict.CONTRIBUTE, Split(0, 0, 10)) == after(Verdict.CONTRIBUTE, Split()) == Split(20)


@pytest.mark.parametrize("verdict", [Verdict.PARK, Verdict.LEAVE, Verdict.FEED])
def test_what_ends_gets_no_line(verdict: Verdict) -> None:
    assert next_plan(Plan({"lyon": Split(20), "pmi": Split(30)}), {"lyon": verdict}, [LYON, PMI], 240).lines == {
        "pmi": Split(30)
    }


def test_keep_and_no_verdict_leave_a_line_as_it_is() -> None:
    assert after(Verdict.KEEP, Split(20, 30, 7)) == Split(20, 30, 7)
    assert next_plan(Plan({"lyon": Split(20)}, "Be brave"), {}, [LYON], 240) == Plan({"lyon": Split(20)})


@given(st.sampled_from(Verdict), st.builds(Split, *[st.integers(0, 40).map(lambda n: n * STEP)] * 3))
def test_a_line_stays_positive_and_on_the_grid_a_feed_without_hands(verdict: Verdict, line: Split) -> None:
    assert all(cell >= 0 and cell % STEP == 0 for cell in after(verdict, line))
    assert after(verdict, Split(watching=line.watching), FEED).hands == 0


def test_only_selected_groups_are_planned_again() -> None:
    assert next_plan(Plan({"old": Split(20)}), {"old": Verdict.MORE}, [OLD], 240) == Plan({})


def test_a_week_without_a_plan_shares_her_minutes_between_who_stays() -> None:
    plan = next_plan(None, {"pmi": Verdict.PARK}, [LYON, PMI, FEED], 120)
    assert plan.total.total == 120
    assert list(plan.lines) == ["lyon", "feed"]


WEEKS_DONE = [{"lyon": Split(20, 45)}, {"lyon": Split(15, 0, 40)}, {"pmi": Split(90)}, {"lyon": Split(25, 45)}]
WEEKS_DUE = [{"lyon": Split(20, 45)}, {"lyon": Split(15, 45)}, {"pmi": Split(90)}, {"lyon": Split(25)}]


def test_a_groups_next_hands_begin_with_what_was_done_lately() -> None:
    planned = Plan({"lyon": Split(90, 60, 15), "pmi": Split(30)}, shared=20)
    plan = next_plan(planned, {}, [LYON, PMI], 240, lately=WEEKS_DONE)
    assert plan == Plan({"lyon": Split(15, 0, 15), "pmi": Split(30)}, shared=20)
    more = next_plan(planned, {"lyon": Verdict.MORE}, [LYON, PMI], 240, lately=WEEKS_DONE)
    assert more.lines["lyon"] == Split(20, 0, 15)


def test_its_meetings_are_whole_and_fortnightly_where_not_weekly() -> None:
    planned = Plan({"lyon": Split(90, 60, 15)})
    assert next_plan(planned, {}, [LYON], 240, lately=WEEKS_DONE).lines["lyon"] == Split(15, 0, 15)
    assert next_plan(planned, {}, [LYON], 240, lately=WEEKS_DUE).lines["lyon"] == Split(15, 45, 15)
    weekly = [{"lyon": Split(0, 40)}] * 3
    assert next_plan(planned, {}, [LYON], 240, lately=weekly).lines["lyon"] == Split(0, 45, 15)


def test_what_two_weeks_did_says_nothing_yet() -> None:
    planned = Plan({"lyon": Split(90, 60, 15)})
    assert next_plan(planned, {}, [LYON], 240, lately=WEEKS_DONE[:2]) == planned


def test_what_was_done_plans_no_more_than_the_minutes_she_has() -> None:
    busy = [{"lyon": Split(200)}, {"lyon": Split(200)}, {"lyon": Split(200)}]
    planned = Plan({"lyon": Split(60), "pmi": Split(30)}, shared=30)
    plan = next_plan(planned, {}, [LYON, PMI], 240, lately=busy)
    assert plan == Plan({"lyon": Split(180), "pmi": Split(30)}, shared=30)


def test_what_becomes_more_takes_its_minutes_from_the_others() -> None:
    planned = Plan({"lyon": Split(80, 45), "pmi": Split(60, 45)}, shared=10)
    plan = next_plan(planned, {"lyon": Verdict.MORE}, [LYON, PMI], 240)
    assert plan == Plan({"lyon": Split(110, 45), "pmi": Split(30, 45)}, shared=10)


def test_what_becomes_more_with_nobody_to_take_from_stays_as_it_was() -> None:
    planned = Plan({"lyon": Split(60, 45), "pmi": Split(60, 45)}, shared=30)
    both = {"lyon": Verdict.MORE, "pmi": Verdict.MORE}
    assert next_plan(planned, both, [LYON, PMI], 240) == planned


def test_a_plan_beyond_her_minutes_comes_back_to_those_she_said() -> None:
    planned = Plan({"lyon": Split(120, 45), "pmi": Split(60, 45)}, shared=30)
    assert next_plan(planned, {}, [LYON, PMI], 240).total.total == 240
    assert next_plan(planned, {}, [LYON, PMI], 240, said=False) == planned


_STEPS = st.integers(0, 24).map(lambda steps: steps * STEP)
_PLANS = st.fixed_dictionaries({id_: st.builds(Split, _STEPS, _STEPS, _STEPS) for id_ in ("lyon", "pmi", "feed")})
_VERDICTS = st.dictionaries(st.sampled_from(["lyon", "pmi", "feed"]), st.sampled_from(Verdict))


@given(_PLANS, _STEPS, _VERDICTS, st.integers(1, 100), st.lists(_PLANS, max_size=4))
def test_no_verdicts_plan_more_than_her_minutes(
    lines: dict[str, Split], shared: int, verdicts: dict[str, Verdict], steps: int, lately: list[dict[str, Split]]
) -> None:
    plan = next_plan(Plan(lines, shared=shared), verdicts, [LYON, PMI, FEED], steps * STEP, lately=lately)
    assert plan.total.total <= steps * STEP
    assert all(part >= 0 and part % STEP == 0 for line in plan.lines.values() for part in line)


def test_without_a_plan_or_a_group_that_stays_the_next_plan_is_empty() -> None:
    assert next_plan(None, {"lyon": Verdict.LEAVE}, [LYON], 120) == Plan({})


def test_the_draft_follows_proposed_verdicts_until_she_gives_her_own() -> None:
    earlier = [
        WeekRecord(WEEK.plus(-back), None, (entry(10, Kind.WATCHING, week=WEEK.plus(-back)),)) for back in (2, 1)
    ]
    record = WeekRecord(WEEK, Plan({"lyon": Split(20, 0, 15)}), (entry(10, Kind.WATCHING),))
    proposed = drafted(record, *earlier)
    assert proposed.proposals["lyon"].verdict is Verdict.CONTRIBUTE
    assert proposed.next_plan.lines == {"lyon": Split(35)}
    hers = drafted(record._replace(reviews=(Review(verdicts={"lyon": Verdict.KEEP}),)), *earlier)
    assert hers.proposals["lyon"].verdict is Verdict.CONTRIBUTE
    assert hers.next_plan.lines == {"lyon": Split(20, 0, 15)}


def test_it_shows_the_weeks_groups_and_others_only_to_be_decided_on() -> None:
    assert [each.group.id for each in drafted(WeekRecord(WEEK)).figures] == ["lyon", "pmi", "feed"]
    since = WeekRecord(WEEK.plus(-7), None, (entry(5, Kind.MEETING, "lyon", WEEK.plus(-7)),))
    with_old = drafted(WeekRecord(WEEK), since)
    assert with_old.proposals["old"].verdict is Verdict.LEAVE
    assert [each.group.id for each in with_old.figures] == list(with_old.proposals) == ["lyon", "pmi", "feed", "old"]


def test_a_verdict_she_gave_keeps_its_group_in_the_draft() -> None:
    review = Review(verdicts={"old": Verdict.PARK})
    assert "old" in drafted(WeekRecord(WEEK, reviews=(review,))).proposals


def test_a_group_she_has_left_gets_no_verdict() -> None:
    record = WeekRecord(WEEK, None, (entry(20, Kind.MEETING, "gone"),))
    told = drafted(record)
    assert "gone" in [line.group.id for line in told.report.lines]
    assert "gone" not in told.proposals


def test_records_before_the_eight_weeks_play_no_part() -> None:
    long_ago = WeekRecord(WEEK.plus(-8), None, (entry(60, Kind.MEETING, week=WEEK.plus(-8)),))
    assert drafted(WeekRecord(WEEK), long_ago).figures[0].minutes == Split()


def test_it_carries_the_latest_revision_and_the_unconfirmed_time() -> None:
    night = entry(480, Kind.WATCHING, confirmed=False)
    first, second = Review(closed=FRIDAY), Review(revision=2, step=ReviewStep.WEEK)
    told = drafted(WeekRecord(WEEK, None, (night,), (first, second)))
    assert (told.review, told.unconfirmed) == (second, (night,))
    assert drafted(WeekRecord(WEEK)).review == Review()


def test_its_questions_have_keys_of_their_own() -> None:
    keys = [key for key, _ in drafted(WeekRecord(WEEK)).questions]
    assert len(set(keys)) == len(keys) > 0


@pytest.mark.parametrize(
    ("cap", "watched", "given", "words"),
    [
        (20, 70, 5, "1h10 of watching, 50 min past the cap of 20 min: time enough for one coffee with someone."),
        (
            20,
            85,
            5,
            "1h25 of watching, 1h05 past the cap of 20 min: time enough for one coffee with someone and one answer.",
        ),
        (20, 60, 5, "1h of watching, 40 min past the cap of 20 min: time enough for 2 answers."),
        (20, 30, 5, "30 min of watching, 10 min past the cap of 20 min."),
        (40, 40, 5, "40 min of watching, within the cap of 40 min."),
        (60, 40, 5, "40 min of watching, within the cap of 1h."),
        (None, 40, 5, "40 min of watching; there was no cap to go by."),
        (60, 0, 5, "No watching: all of the time went to giving and meeting."),
        (60, 0, 0, "Nothing was logged in this week."),
    ],
)
def test_the_cost_is_in_figures_and_things_lost(cap: int | None, watched: int, given: int, words: str) -> None:
    done = ((watched, Kind.WATCHING), (given, Kind.CONTRIBUTION))
    entries = tuple(entry(minutes, kind) for minutes, kind in done if minutes)
    plan = None if cap is None else Plan({"lyon": Split(60, 0, cap)})
    assert cost_words(reported(WeekRecord(WEEK, plan, entries))) == words


def test_next_week_may_hold_what_stays_and_what_the_plan_has_already() -> None:
    draft = drafted(WeekRecord(WEEK, reviews=(Review(verdicts={"lyon": Verdict.PARK, "pmi": Verdict.LEAVE}),)))
    assert draft.may_hold(Plan({}), BOOK) == (FEED,)
    assert draft.may_hold(Plan({"pmi": Split(20)}), BOOK) == (PMI, FEED)


@pytest.mark.parametrize(
    ("review", "waits"), [(Review(), True), (Review(step=ReviewStep.DRIFT), True), (Review(closed=FRIDAY), False)]
)
def test_a_review_waits_until_it_is_closed(review: Review, waits: bool) -> None:
    logged = entry(30, Kind.CONTRIBUTION)
    assert drafted(WeekRecord(WEEK, entries=(logged,), reviews=(review,))).waits is waits
    assert not drafted(WeekRecord(WEEK)).waits
