"""Ids and their beginnings: one rule for all that has one."""

from __future__ import annotations

import pytest

from planner.domain.errors import Ambiguous, Refused
from planner.domain.ids import find_id

THINGS = {"k3f9x2ab": "first", "k3f9zzzz": "second", "7k2p0000": "third"}


@pytest.mark.parametrize(("typed", "thing"), [("7k2p0000", "third"), ("7k2p", "third"), (" k3f9x ", "first")])
def test_a_thing_is_found_by_its_id_or_by_the_beginning_of_it(typed: str, thing: str) -> None:
    assert find_id(typed, THINGS, "no such thing") == thing


def test_a_beginning_of_several_is_refused_with_the_candidates() -> None:
    with pytest.raises(Ambiguous, match="k3f9x2ab, k3f9zzzz") as raised:
        find_id("k3f9", THINGS, "no such thing")
    assert raised.value.candidates == ("k3f9x2ab", "k3f9zzzz")


def test_an_id_that_begins_another_is_itself() -> None:
    assert find_id("k3f9", {**THINGS, "k3f9": "short"}, "no such thing") == "short"


@pytest.mark.parametrize(
    ("typed", "why"), [("", "too short"), ("7k2", "“7k2” is too short; type 4"), ("nothing", "no such thing")]
)
def test_what_is_none_or_too_short_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        find_id(typed, THINGS, "no such thing")
