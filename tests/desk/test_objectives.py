"""Objectives: set, ranked, reached, dropped, and served by what is logged."""

from __future__ import annotations

from datetime import date

import pytest

from planner.desk import Desk
from planner.domain.errors import Ambiguous, Misread, Refused
from planner.domain.objective import Aim, Counts, Goal, Pursuit, Served
from tests.known import known


@pytest.fixture
def aims(desk: Desk) -> Desk:
    desk.add_objective("Be seen", aim=Aim.VISIBILITY, measure=(Goal(Counts.CONTRIBUTIONS, 2),))
    desk.add_objective("Meet people", measure=(Goal(Counts.MEETINGS, 1),))
    desk.edit_group("lyon-ux", objectives=("be-seen",))
    return desk


def ranks(desk: Desk) -> dict[str, int]:
    return {each.title: each.rank for each in desk.book().active_objectives()}


def test_they_are_ranked_as_they_come_and_know_their_day(aims: Desk) -> None:
    assert ranks(aims) == {"Be seen": 1, "Meet people": 2}
    assert aims.objective("#be-seen").since == date(2026, 11, 26)


def test_one_that_is_put_first_moves_the_others_back(aims: Desk) -> None:
    aims.add_objective("Learn", rank=1)
    assert ranks(aims) == {"Learn": 1, "Be seen": 2, "Meet people": 3}
    aims.edit_objective("be-seen", rank=3)
    assert ranks(aims) == {"Learn": 1, "Meet people": 2, "Be seen": 3}
    aims.undo()
    assert ranks(aims) == {"Learn": 1, "Be seen": 2, "Meet people": 3}


def test_a_fourth_is_set_and_warned_about(aims: Desk) -> None:
    assert aims.add_objective("Learn").notes == ()
    assert "4 objectives are active" in aims.add_objective("Cooperate").notes[0]


def test_what_is_logged_in_its_groups_serves_it(aims: Desk) -> None:
    aims.log("c 25 lyon-ux")
    aims.log("m 45 pmi #meet")
    seen, meet = aims.progress()
    assert known(seen.week).done == Served(0, 1, 25) and not known(seen.week).reached
    assert known(meet.week).done == Served(1, 0, 45) and known(meet.week).reached
    assert [(each.objective.id, each.done) for each in known(aims.report()).objectives] == [
        ("be-seen", Served(0, 1, 25)),
        ("meet-people", Served(1, 0, 45)),
    ]


def test_reached_and_dropped_ones_no_longer_count(aims: Desk) -> None:
    aims.reach_objective("be-seen")
    aims.drop_objective("meet", "  found a [b]job[/b] ")
    assert aims.book().active_objectives() == ()
    assert aims.objective("meet").pursuit is Pursuit.DROPPED and aims.objective("meet").reason == "found a [b]job[/b]"
    aims.log("c 25 lyon-ux")
    assert aims.report().entries[-1].objectives == ()
    aims.edit_objective("meet", pursuit=Pursuit.ACTIVE)
    assert aims.objective("meet").reason == "" and ranks(aims) == {"Meet people": 1}


def test_one_is_dropped_only_for_a_reason(aims: Desk) -> None:
    with pytest.raises(Misread, match="why"):
        aims.drop_objective("meet", " \n")


def test_one_that_is_served_stays(aims: Desk) -> None:
    aims.log("m 45 pmi #meet")
    for served in ("be-seen", "meet"):
        with pytest.raises(Refused, match="drop it instead"):
            aims.remove_objective(served)
    aims.add_objective("Learn")
    aims.remove_objective("learn")
    assert "learn" not in aims.book().objectives


@pytest.mark.parametrize("title", ["", " \t", "be SEEN", "x" * 301])
def test_a_title_is_new_and_of_some_length(aims: Desk, title: str) -> None:
    with pytest.raises(Misread):
        aims.add_objective(title)


def test_none_may_be_called_as_the_word_for_nothing(aims: Desk) -> None:
    aims.add_objective("None")
    assert "none" not in aims.book().objectives


def test_what_may_be_several_is_asked_about(aims: Desk) -> None:
    aims.add_objective("Be useful")
    with pytest.raises(Ambiguous, match="#be-seen, #be-useful"):
        aims.objective("be")


def test_what_looks_like_a_measure_and_stays_in_the_title_is_said(desk: Desk) -> None:
    (note,) = desk.add_objective("Learn the market, 4 frobnications").notes
    assert note.startswith("“4 frobnications” stays in the title")
    assert desk.add_objective("Meet 20 people").notes == ()


def test_what_was_logged_this_week_follows_its_group_to_an_objective(aims: Desk) -> None:
    aims.log("m 45 pmi tuesday 10:00")
    aims.log("m 45 pmi #be-seen tuesday 12:00")
    aims.log("m 45 pmi 2026-11-18 12:00")
    change = aims.edit_group("pmi", objectives=("meet-people",))
    assert change.notes == ("1 entry of this week serves the same now.",)
    _, meet = aims.progress()
    counted = known(meet.week).done
    assert counted == Served(1, 0, 45) == meet.done, "neither what was said otherwise, nor weeks that are over"
    aims.edit_group("pmi", objectives=("be-seen", "meet-people"))
    seen, meet = aims.progress()
    assert (known(seen.week).done.meetings, known(meet.week).done.meetings) == (2, 1)
    aims.undo()
    aims.undo()
    assert known(aims.progress()[1].week).done == Served()


def test_what_was_to_serve_nothing_goes_on_so(aims: Desk) -> None:
    aims.log("c 25 lyon-ux #none")
    assert aims.edit_group("lyon-ux", objectives=("be-seen", "meet-people")).notes == ()
    assert all(known(each.week).done == Served() for each in aims.progress())


def test_why_one_stays_names_only_what_there_is(aims: Desk) -> None:
    with pytest.raises(Refused, match=r"^Be seen is served by 1 group, so it stays;"):
        aims.remove_objective("be-seen")
    aims.log("m 45 pmi #meet")
    with pytest.raises(Refused, match=r"^Meet people is served in 1 week, so it stays;"):
        aims.remove_objective("meet")
    with pytest.raises(Refused, match=r"^PMI France has 1 entry, so it stays;"):
        aims.remove_group("pmi")
    aims.log("m 45 pmi @Marie")
    with pytest.raises(Refused, match=r"^Marie has 1 entry, so the record stays;"):
        aims.remove_person("marie")
