"""A document and its parts are each other's, in whichever order the parts come."""

from __future__ import annotations

from planner.store.parts import document_from, is_member, parts_of


def test_a_plan_is_taken_apart_by_cells_and_put_together_again() -> None:
    plan = {"lines": {"lyon/ux": {"watching": 5}, "pmi": {}}, "intention": "few"}
    parts = parts_of("plan", {"id": "plan", "changed": "now", **plan})
    assert parts["lines/lyon~1ux/watching"] == 5
    for said in (list(parts.items()), list(reversed(parts.items()))):
        assert document_from("plan", said) == plan


def test_a_timer_is_one_part_and_members_of_a_list_are_their_own() -> None:
    timer = {"group": "lyon", "start": "now"}
    assert parts_of("timer", {"id": "timer", **timer}) == {"": timer} and parts_of("timer", {"id": "timer"}) == {}
    assert document_from("timer", [("", timer)]) == timer
    assert is_member("people/ann") and not is_member("lines/lyon")
    assert document_from("entries", [("people/ann", "ann"), ("people/bob", "bob")]) == {"people": ["ann", "bob"]}
    assert document_from("plan", []) == {"lines": {}}
