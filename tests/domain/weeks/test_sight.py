"""What is seen of a week at a glance: what it lacks, else the reason to speak of, else where it leads."""

from __future__ import annotations

from planner.domain.drift.drift import Drift, Signal
from planner.domain.drift.forecast import Forecast
from planner.domain.level import Level
from planner.domain.value import Later
from planner.domain.weeks.sight import Lack, lack, sight
from tests.screens import sample

CAP = sample.DRIFT.signals[0]
GOAL = Signal("goals", Level.BALANCED, "The hands will end under their goal.", "meet Marie")


def test_a_week_without_groups_needs_them_first() -> None:
    assert lack(sample.report()._replace(lines=()), CAP) is Lack.GROUPS


def test_without_a_plan_only_a_reason_as_grave_as_the_level_leads() -> None:
    unplanned = sample.report(plan=None)
    judged = unplanned._replace(drift=Drift(Level.ADRIFT, None, None, None, Later(lambda: (CAP, GOAL))))
    assert (lack(judged, None), lack(judged, GOAL), lack(judged, CAP)) == (Lack.PLAN, Lack.PLAN, None)


def test_a_planned_week_lacks_nothing() -> None:
    assert lack(sample.report(), None) is None


def test_the_reason_to_speak_of_comes_before_the_forecast() -> None:
    assert sight(sample.report(), CAP) == ("Reading passed its 35 min on Wednesday.",)
    assert "by Sunday" in sight(sample.report(), None)[0]


def test_a_week_ended_leads_nowhere_and_a_bare_one_has_no_forecast() -> None:
    report = sample.report()
    assert sight(report._replace(week=report.week.plus(-1)), None) == ("The week is over.",)
    unknown = report._replace(drift=Drift(Level.BALANCED, None, None, 60))
    assert sight(unknown, None) == ("Too little is logged to say what Sunday brings.",)
    known = report._replace(drift=Drift(Level.BALANCED, 0.1, Forecast(10, 20, 30), 60))
    assert sight(known, None) == (
        "About 20 min of watching by Sunday (10 to 30 min).",
        "About 20 min of watching by Sunday.",
    )
