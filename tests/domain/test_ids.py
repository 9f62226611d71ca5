from __future__ import annotations

import pytest

from planner.domain.errors import Ambiguous, Refused
from planner.domain.ids import find_id

THINGS = {"k3f9x2ab": "first", "k3f9zzzz": "second", "7k2p0000": "third"}


@pytest.mark.parametrize(("typed", "thing"), [("7k2p0000", "third"), ("7k2p", "third"), (" k3f9x ", "first")])
def test_a_thing_is_found_by_its_id_or_by_the_beginning_of_it(typed: str, thing: str) -> None:
    assert find_id(typed, THINGS, "thing") == thing


def test_a_beginning_of_several_is_refused_with_the_candidates() -> None:
    with pytest.raises(Ambiguous, match="k3f9x2ab, k3f9zzzz"):
        find_id("k3f9", THINGS, "thing")


@pytest.mark.parametrize("typed", ["", "7k2", "nothing"])
def test_what_is_none_or_too_short_is_refused_with_the_text(typed: str) -> None:
    with pytest.raises(Refused, match=f"no thing “{typed}”"):
        find_id(typed, THINGS, "thing")
