"""Her own keys: what counts of them, and what is off, named with what to do."""

from __future__ import annotations

import pytest

from planner.tui.keymap import all_parts, checked, for_textual, read_own, told_keys
from planner.tui.widgets.keys import BOUND


def test_every_part_of_the_screens_is_known_with_what_its_keys_work_beside() -> None:
    parts = all_parts()
    assert parts["week"] == {"common"} and parts["cell"] == {"panel"}
    assert parts["verdicts-step"] == {"review", "common"}
    assert {bound.part for bound in BOUND.values()} - {"common", "panel"} <= {*parts}


def test_an_action_gets_the_keys_that_she_says_in_place_of_its_own() -> None:
    own = checked({"week.plan": "f2", "common.undo": "ctrl+z, f5", "log.kind": "F"})
    assert own.problems == ()
    assert own.moved["week.plan"] == ("f2",) and own.moved["common.undo"] == ("ctrl+z", "f5")


def test_what_is_everywhere_is_moved_wherever_a_part_has_it_for_itself() -> None:
    all_parts()
    own = read_own({"common.show.week": "f9", "common.find": "f3"})
    assert own.moved["log.show.week"] == own.moved["groups.show.week"] == ("f9",)
    assert own.moved["panel.find"] == ("f3",)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"week.nothing": "f2"}, "week.nothing: there is no such action; “planner keys” lists them."),
        ({"week.plan": "hyper"}, "week.plan: “hyper” is no key; write it as f2, ctrl+k or K."),
        ({"week.plan": " "}, "week.plan: it names no key; write it as f2, ctrl+k or K."),
        ({"week.plan": "ctrl+m"}, "week.plan: enter is already “The entries of the chosen day” there (week.entries)"),
        ({"week.plan": "c"}, "c is already “Log a contribution” there (week.quick-log.contribution); take another key"),
        ({"week.plan": "u"}, "u is already “Undo the last change” there (common.undo)"),
        ({"common.undo": "p"}, "p is already “"),
        ({"verdicts-step.feel.0": "R"}, "R is already “Reopen the review as a new revision” there (review.reopen)"),
    ],
)
def test_what_is_off_is_named_and_stays_as_it_was(said: dict[str, str], told: str) -> None:
    own = checked(said)
    (problem,) = own.problems
    assert problem.startswith("config.toml, [keys], ") and told in problem
    assert own.moved == {}


def test_of_two_with_one_key_the_first_has_it() -> None:
    own = checked({"week.plan": "f2", "week.arrange": "f2"})
    assert set(own.moved) == {"week.plan"} or set(own.moved) == {"week.arrange"}
    assert "f2 is already" in own.problems[0]


def test_two_actions_may_change_places() -> None:
    own = checked({"week.plan": "a", "week.add-groups": "p"})
    assert own.problems == () and set(own.moved) == {"week.plan", "week.add-groups"}


def test_a_sign_that_only_stands_for_another_key_gives_way() -> None:
    own = checked({"week.plan": "k"})
    assert own.problems == ()
    assert for_textual(own.moved)["week.move.-1.0"] == "up"


def test_a_sign_taken_everywhere_stands_for_no_figure_in_any_part() -> None:
    moved = checked({"common.show.trends": "é"}).moved
    assert for_textual(moved)["week.pick.1"] == "2"


def test_what_gave_way_is_not_told_as_a_key() -> None:
    rows = {row.id: row for row in told_keys({"week.plan": "é"})[0]}
    assert rows["week.plan"].keys == ("é",)
    assert rows["week.pick.1"].keys == ("2",) and not rows["week.pick.1"].hers


def test_the_minus_of_the_plan_is_told_by_itself() -> None:
    rows = {row.id: row for row in told_keys({})[0]}
    assert rows["plan-editor.minus"].keys == ("-",) and "6" in rows["plan-editor.minus"].does


def test_what_shares_a_key_with_what_is_moved_keeps_it() -> None:
    """The library would drop it with the key."""
    keymap = for_textual(checked({"review.turn.1": "f2"}).moved)
    assert keymap["review.turn.1"] == "f2" and keymap["review.leave-close"] == "enter"


def test_all_are_told_with_what_they_usually_are() -> None:
    told, problems = told_keys({"week.plan": "f2"})
    rows = {row.id: row for row in told}
    assert problems == () and told[0].part == "common"
    assert rows["week.plan"] == ("week.plan", "week", ("f2",), ("p",), "Plan the week", True, "f2", "p")
    assert rows["week.move.-1.0"].keys == ("up", "k") and not rows["week.move.-1.0"].hers
    assert rows["week.pick.0"].keys == ("1", "&")
    assert len(rows) == len(told) > 200
