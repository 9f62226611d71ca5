"""Progress toward an objective, by week and over its life."""

from __future__ import annotations

from datetime import UTC, datetime

from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.objective import Objective, Served
from planner.domain.trace import Trace, trace_of
from planner.domain.week import Week
from planner.domain.weeks.progress import (
    WeekProgress,
    life_progress,
    life_words,
    measure_words,
    progress_words,
    week_progress,
)

WEEK = Week(2026, 48)
MEET = Objective("meet", "Meet people", measure=Served(meetings=2))
SEEN = Objective("seen", "Be seen")


def entry(kind: Kind, minutes: int, *objectives: str, confirmed: bool = True) -> Entry:
    start = datetime(2026, 11, 24, 12, tzinfo=UTC)
    return Entry("", start, minutes, kind, "lyon", objectives=objectives, confirmed=confirmed)


def test_a_week_counts_what_its_entries_say_they_serve() -> None:
    entries = [
        entry(Kind.MEETING, 45, "meet", "seen"),
        entry(Kind.CONTRIBUTION, 20, "seen"),
        entry(Kind.WATCHING, 15),
        entry(Kind.MEETING, 480, "meet", confirmed=False),
    ]
    assert week_progress([MEET, SEEN], entries) == (
        WeekProgress(MEET, Served(1, 0, 45)),
        WeekProgress(SEEN, Served(1, 1, 65)),
    )


def test_a_measure_is_reached_when_each_part_of_it_is() -> None:
    assert not WeekProgress(MEET, Served(1, 9, 900)).reached
    assert WeekProgress(MEET, Served(2)).reached
    assert WeekProgress(SEEN, Served(0, 1, 5)).reached and not WeekProgress(SEEN, Served()).reached


def test_a_life_is_all_weeks_since_the_first() -> None:
    traces = [
        Trace(WEEK.plus(-9), served={"meet": Served(2, 0, 90)}),
        Trace(WEEK.plus(-1), served={"meet": Served(1, 1, 60), "seen": Served(0, 1, 20)}),
        Trace(WEEK, served={"meet": Served(3, 0, 100)}),
        Trace(WEEK.plus(1), served={"meet": Served(9, 9, 999)}),
    ]
    life = life_progress(MEET, traces, WEEK)
    assert (life.done, life.weeks, life.reached) == (Served(6, 1, 250), 10, 2)
    assert life.week.done == Served(3, 0, 100)
    set_later = life_progress(MEET._replace(since=WEEK.plus(-20).monday), traces, WEEK)
    assert set_later.weeks == 21
    assert life_progress(SEEN._replace(id="other"), traces, WEEK).weeks == 1


def test_words_say_it_beside_its_measure() -> None:
    assert progress_words(WeekProgress(MEET, Served(1, 3, 80))) == "1 of 2 meetings"
    assert progress_words(WeekProgress(SEEN, Served(1, 0, 80))) == "1 meeting and 1h20"
    assert progress_words(WeekProgress(SEEN, Served())) == "nothing yet"
    whole = MEET._replace(measure=Served(1, 2, 90))
    assert (
        progress_words(WeekProgress(whole, Served(0, 1, 20))) == "0 of 1 meeting, 1 of 2 contributions, 20 min of 1h30"
    )
    assert measure_words(whole.measure) == "1 meeting, 2 contributions and 1h30 a week"
    assert measure_words(Served()) == ""
    life = life_progress(MEET, [Trace(WEEK, served={"meet": Served(1, 0, 30)})], WEEK)
    assert life_words(life) == "this week 1 of 2 meetings; in all 1 meeting and 30 min; measure reached in 0 of 1 week"


def test_a_trace_keeps_what_served_and_what_did_not() -> None:
    trace = trace_of(WEEK, [entry(Kind.MEETING, 45, "meet"), entry(Kind.WATCHING, 15)])
    assert trace.served == {"meet": Served(1, 0, 45)} and trace.aimless == 15
