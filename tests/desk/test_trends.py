"""Looking back over weeks: what the desk answers."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.domain.errors import Ambiguous, Misread, Unknown
from planner.domain.kinds import Kind, Split
from planner.domain.objective import Counts, Goal
from planner.domain.plan import Plan
from planner.domain.quarter import Quarter
from planner.domain.week import Week
from planner.domain.weeks.trends import View
from tests.desk.conftest import THURSDAY, At
from tests.known import known

THIS = Week(2026, 48)


@pytest.fixture
def lived(desk: Desk) -> Desk:
    """Seven weeks of log, the third of them empty."""
    desk.set_plan(THIS.plus(-6), Plan({"lyon-ux": Split(60, 60, 30)}))
    for back in (6, 5, 3, 2, 1, 0):
        monday = THIS.plus(-back).monday
        desk.log(f"m 45 lyon-ux in person @Marie {monday} 12:00")
        desk.log(f"w 20 pmi {monday} 8:00")
    return desk


def test_the_weeks_begin_with_the_first_there_was_and_end_with_this_one(lived: Desk) -> None:
    trends = lived.trends(12)
    assert [each.week for each in trends.weeks] == [THIS.plus(-back) for back in range(6, -1, -1)]
    assert (trends.first, trends.weeks[-1].runs, lived.trends(3).weeks) == (THIS.plus(-6), True, trends.weeks[-3:])
    assert lived.trends(None).weeks == trends.weeks


def test_each_week_is_seen_as_the_week_screen_has_it(lived: Desk) -> None:
    for each in lived.trends(12).weeks:
        report = known(lived.report(each.week))
        assert each.figures and each.figures.logged == report.logged
        if each.week != THIS.plus(-4):  # of which nothing is kept, so that nothing is held against it
            assert each.figures.cap == (report.planned.watching if report.plan else None)


def test_a_week_without_a_file_is_empty_and_an_unread_one_a_gap(lived: Desk) -> None:
    (Path(lived.folder) / f"weeks/{THIS.plus(-5)}.json").write_text("{")
    weeks = lived.trends(12).weeks
    assert weeks[1].figures is None
    assert weeks[2].figures and not any(weeks[2].figures.logged)
    (Path(lived.folder) / f"weeks/{THIS.plus(-6)}.json").write_text("{")
    assert lived.trends(12).first == THIS.plus(-6), "it was there, whatever was in it"


def test_a_new_home_has_this_week_alone(desk: Desk) -> None:
    trends = desk.trends()
    assert (trends.first, trends.is_young, [each.week for each in trends.weeks]) == (None, True, [THIS])
    assert desk.quarter(Quarter(2026, 4)).weeks == ()


def test_a_running_timer_counts_at_once(at: At, lived: Desk) -> None:
    before = known(lived.report()).logged
    lived.start("c lyon-ux")
    later = at(THURSDAY + timedelta(minutes=25))
    (this,) = later.trends(1).weeks
    assert this.figures and this.figures.logged == before.plus(Kind.CONTRIBUTION, 25)
    assert this.figures.logged == known(later.report()).logged


def test_a_tie_stands_in_its_week(lived: Desk) -> None:
    assert [len(each.figures.ties or ()) for each in lived.trends(12).weeks if each.figures] == [0, 1, 0, 0, 0, 0, 0]


def test_a_group_or_an_objective_is_found_by_its_name(lived: Desk) -> None:
    lived.add_objective("Meet people")
    assert (lived.view(), lived.view("lyon"), lived.view(objective="#meet")) == (
        *(View(), View("lyon-ux"), View(objective="meet-people")),
    )
    for group, objective, error in (("nope", "", Unknown), ("", "nope", Unknown), ("lyon", "meet", Misread)):
        with pytest.raises(error):
            lived.view(group, objective)
    lived.add_group("Lyon BD")
    with pytest.raises(Ambiguous):
        lived.view("lyon")


def test_an_objective_tells_from_when_on_its_measure_was_reached(lived: Desk) -> None:
    lived.add_objective("Meet people", measure=(Goal(Counts.MEETINGS, 1),))
    lived.add_objective("See the town")
    for back in (2, 0):
        lived.log(f"m 30 lyon-ux @Paul #meet-people {THIS.plus(-back).monday} 17:00")

    def reached(objective: str) -> list[bool | None]:
        return [each.figures.reached for each in lived.trends(5, View(objective=objective)).weeks if each.figures]

    assert reached("meet-people") == [None, None, True, False, True]
    assert reached("see-the-town") == [None] * 5


def test_a_quarter_has_its_weeks_so_far(lived: Desk) -> None:
    page = lived.quarter(Quarter(2026, 4))
    assert [each.week for each in page.weeks] == [THIS.plus(-back) for back in range(6, -1, -1)]
    assert [group.group for group in page.groups] == ["lyon-ux", "pmi-france"]
    assert lived.quarter(Quarter(2026, 3)).weeks == ()
    with pytest.raises(Misread):
        lived.quarter(Quarter(2027, 1))


def test_the_last_weeks_are_those_of_the_trends(lived: Desk) -> None:
    bars = lived.last_bars(known(lived.report()))
    assert bars == tuple(each.bar for each in lived.trends(8).weeks)
