"""Next steps over a real folder, on Thursday 26 November 2026."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from planner.desk import Desk
from planner.domain.errors import Misread, PlannerError, Refused
from planner.domain.step import Owed, Step, StepState
from planner.domain.week import Week
from tests.desk.conftest import THURSDAY, At


def kept(desk: Desk, line: str = "I owe the deck fri", person: str = "marie") -> Step:
    """A step that was just set, as it is kept."""
    return desk.find_step(desk.set_step(person, line).step)


def test_a_step_is_kept_as_it_was_read(desk: Desk) -> None:
    desk.add_person("Marie Dupont")
    change = desk.set_step("marie", "I owe the deck fri")
    assert change.words == "Next with Marie Dupont: the deck, Fri 27 Nov, I owe"
    assert desk.find_step(change.step[:4]) == Step(
        change.step, "marie-dupont", "the deck", date(2026, 11, 27), Owed.MINE, made=date(2026, 11, 26)
    )


def test_somebody_new_is_created_and_said_so(desk: Desk) -> None:
    change = desk.set_step("@Zoé", "call fri")
    assert change.notes == ("New person: Zoé",)
    assert desk.book().people["zoe"].since == date(2026, 11, 26)
    desk.undo()
    assert not desk.book().people and not desk.book().steps


def test_a_name_from_outside_is_made_harmless(desk: Desk) -> None:
    desk.set_step("\x1b[31mZoé\n", "call fri")
    assert desk.book().people["zoe"].name == "Zoé"


def test_a_line_that_is_off_changes_nothing(desk: Desk) -> None:
    before = desk.stamp()
    for person, line in (
        ("marie", ""),
        ("marie", "call yesterday"),
        ("marie", "fri"),
        ("", "call fri"),
        ("m" * 301, "call"),
    ):
        with pytest.raises(Misread):
            desk.set_step(person, line)
    assert desk.stamp() == before


def test_a_step_is_done_or_let_go_on_a_day(desk: Desk) -> None:
    done, let_go = kept(desk), kept(desk, "call")
    assert desk.finish_step(done.id).words == "Done: the deck (marie)"
    assert desk.let_step_go(let_go.id).words == "Let go: call (marie)"
    today = THURSDAY.date()
    assert desk.find_step(done.id) == done._replace(state=StepState.DONE, closed=today, sequence=1)
    assert desk.find_step(let_go.id) == let_go._replace(state=StepState.LET_GO, closed=today, sequence=1)
    assert desk.follow_ups() == ()


def test_what_is_done_is_not_done_twice(desk: Desk) -> None:
    step = kept(desk)
    desk.finish_step(step.id)
    with pytest.raises(Refused, match="“the deck” is done already"):
        desk.finish_step(step.id)
    assert desk.find_step(step.id).sequence == 1


def test_a_step_is_put_off_to_a_day_or_by_a_week_and_counts_how_often(desk: Desk) -> None:
    step = kept(desk)
    assert desk.put_step_off(step.id, "in 2 weeks").words == "Put off to Thu 10 Dec: the deck (marie)"
    desk.put_step_off(step.id, "")
    assert desk.find_step(step.id) == step._replace(day=date(2026, 12, 3), put_off=2, sequence=2)


def test_where_no_day_is_said_it_falls_on_one_on_which_she_works(desk: Desk) -> None:
    desk.set_setting("work_days", "mon tue")
    step = kept(desk)
    assert desk.set_step("marie", "call").words == "Next with marie: call, Mon 7 Dec, in 11 days"
    assert desk.put_step_off(step.id, "").words == "Put off to Mon 7 Dec: the deck (marie)"
    desk.take_into_week(Week(2026, 51), "marie")
    assert desk.follow_ups()[-1].step.day == date(2026, 12, 15)


@pytest.mark.parametrize("day", ["yesterday", "last friday", "2026-11-20", "soon", "2026-02-30"])
def test_it_is_put_off_to_no_day_that_has_passed_or_is_none(desk: Desk, day: str) -> None:
    step = kept(desk)
    with pytest.raises(Misread):
        desk.put_step_off(step.id, day)
    assert desk.find_step(step.id) == step


def test_what_was_closed_is_open_again_once_it_is_put_off(desk: Desk) -> None:
    step = kept(desk)
    desk.let_step_go(step.id)
    desk.put_step_off(step.id, "fri")
    assert desk.find_step(step.id).open and desk.find_step(step.id).closed is None


def test_a_step_is_read_anew_and_keeps_its_day_where_none_is_said(desk: Desk) -> None:
    step = kept(desk)
    desk.edit_step(step.id, "they owe the slides")
    assert desk.find_step(step.id) == step._replace(text="the slides", owed=Owed.THEIRS, sequence=1)
    desk.edit_step(step.id, "the slides 4 dec")
    assert desk.find_step(step.id) == step._replace(text="the slides", owed=None, day=date(2026, 12, 4), sequence=2)


def test_each_change_of_a_step_can_be_undone(desk: Desk) -> None:
    step = kept(desk)
    changes: tuple[Callable[[], object], ...] = (
        lambda: desk.finish_step(step.id),
        lambda: desk.let_step_go(step.id),
        lambda: desk.put_step_off(step.id, "fri"),
        lambda: desk.edit_step(step.id, "call"),
    )
    for change in changes:
        change()
        desk.undo()
        assert desk.find_step(step.id) == step


def test_follow_ups_come_in_the_order_of_the_week(desk: Desk, at: At) -> None:
    kept(desk, "write fri")
    kept(desk, "I owe the deck fri")
    late = at(THURSDAY + timedelta(days=4))
    assert [(each.step.text, each.late) for each in late.follow_ups()] == [("the deck", 3), ("write", 3)]
    assert late.report().follow_ups == late.follow_ups()


def test_a_step_that_is_not_there_is_refused(desk: Desk) -> None:
    for act in (desk.find_step, desk.finish_step, desk.let_step_go):
        with pytest.raises(PlannerError, match="no next step “7k2p”"):
            act("7k2p")


def test_an_answer_about_two_people_names_the_one_it_is_for(desk: Desk) -> None:
    met = desk.log("m 45 lyon-ux @Chloé @Marie").entry
    assert met
    assert desk.spell_next(met.people, "Chloé: send my CV")[0].text.startswith("Chloé: send my CV, ")
    desk.answer_next(met.people, "Chloé: send my CV; Marie: lunch fri")
    assert [(each.person.name, each.step.text) for each in desk.follow_ups()] == [
        ("Marie", "lunch"),
        ("Chloé", "send my CV"),
    ]
    desk.undo()
    assert desk.follow_ups() == ()


def test_a_name_before_the_step_is_said_once(desk: Desk) -> None:
    desk.log("m 45 lyon-ux @Chloé")
    desk.set_step("chloe", "Chloé: send my CV")
    assert [each.step.text for each in desk.follow_ups()] == ["send my CV"]


def test_a_new_name_that_begins_a_known_one_is_told_so(desk: Desk) -> None:
    desk.add_person("Paul Roy")
    change = desk.set_step("@p", "call at 14:00 fri")
    assert change.notes == ("New person: p", "“@p” is new; Paul Roy is @paul-roy", "Read as text: “at 14:00”")


def test_a_day_to_put_off_to_that_has_passed_is_named(desk: Desk) -> None:
    with pytest.raises(Misread, match="“yesterday” \\(Wed 25 Nov\\) has passed"):
        desk.read_step_day("yesterday")
