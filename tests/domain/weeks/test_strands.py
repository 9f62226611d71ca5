"""What a week leaves behind for the long view."""

from __future__ import annotations

from planner.domain.echo import Echo
from planner.domain.kinds import Split
from planner.domain.weeks.strands import Strand, week_strands
from tests.domain.weeks.trending import PLAN, WEEK, entry


def test_each_group_and_what_it_served_is_a_strand_of_seven_days() -> None:
    strands = week_strands(
        WEEK, [entry("c", 25), entry("w", 10, day=2), entry("m", 60, day=2, hour=18, objectives=("ties",))]
    ).strands
    assert [(each.group, each.objectives) for each in strands] == [("lyon", ()), ("lyon", ("ties",))]
    assert strands[0].days[0] == Split(25) and strands[0].days[2] == Split(0, 0, 10)
    assert strands[1].days[2] == Split(0, 60)


def test_an_hour_counts_once_and_what_nobody_confirmed_nowhere() -> None:
    talk, answer = entry("m", 60), entry("c", 30, group="pmi")
    doubtful = entry("w", 500, hour=20)._replace(confirmed=False)
    strands = week_strands(WEEK, [talk, answer, doubtful]).strands
    assert {each.group: sum(day.total for day in each.days) for each in strands} == {"lyon": 60, "pmi": 0}


def test_contributions_are_counted_with_what_she_said_came_back() -> None:
    (strand,) = week_strands(
        WEEK,
        [
            entry("c", 25, echo=Echo((("reply", 2),))),
            entry("c", 25, day=1, echo=Echo()),
            entry("c", 25, day=2),
            entry("w", 25, day=3, echo=Echo((("reply", 9),))),
            entry("m", 25, day=4, echo=Echo((("thanks", 1),))),
        ],
    ).strands
    assert strand._replace(days=()) == Strand("lyon", (), (), contributions=3, answered=2, echoes=3)


def test_its_plan_is_minutes_alone() -> None:
    kept = week_strands(WEEK, (), PLAN).plan
    assert kept and (kept.lines, kept.shared, kept.intention) == (PLAN.lines, 40, "")
    assert week_strands(WEEK, ()).plan is None
