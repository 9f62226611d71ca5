"""A list in JSON, value by value: what is no list, and one that ends in the middle."""

from __future__ import annotations

from io import BytesIO

import pytest

from planner.domain.errors import Refused
from planner.interop.intake.draft import Passed
from planner.interop.intake.json_rows import json_rows, texts_in
from planner.interop.intake.part import Part
from planner.interop.problem import Problem


def part(text: str) -> Part:
    return Part("log.json", lambda: BytesIO(text.encode()))


def test_its_values_come_with_their_lines() -> None:
    assert [*json_rows(part('[1,\n"two", 3]'), [], several=False)] == [(1, 1), (2, "two"), (2, 3)]
    assert [*json_rows(part("[]"), [], several=False)] == [*json_rows(part(" \n"), [], several=False)] == []


@pytest.mark.parametrize("text", ["[1 2]", "[1, tru", "[1"])
def test_where_it_is_broken_is_one_row_more_and_the_last(text: str) -> None:
    *rows, (_, last) = json_rows(part(text), [], several=False)
    assert len(rows) == 1 and isinstance(last, Passed) and last.why


def test_what_is_no_list_is_refused_and_one_of_several_is_a_problem() -> None:
    with pytest.raises(Refused, match=r"“log\.json” is no list in JSON\."):
        [*json_rows(part('{"a": 1}'), [], several=False)]
    problems: list[Problem] = []
    assert [*json_rows(part('{"a": 1}'), problems, several=True)] == []
    assert [(each.where, each.why) for each in problems] == [("log.json", "“log.json” is no list in JSON.")]


def test_a_part_that_is_gone_is_refused_and_one_of_several_is_a_problem() -> None:
    def gone() -> BytesIO:
        raise Refused("It is gone.")

    with pytest.raises(Refused, match="It is gone"):
        [*json_rows(Part("log.json", gone), [], several=False)]
    problems: list[Problem] = []
    assert [*json_rows(Part("log.json", gone), problems, several=True)] == []
    assert [each.why for each in problems] == ["It is gone."]


def test_only_the_texts_of_a_list_count_each_once() -> None:
    assert texts_in(["a", "", 3, "b", "a"]) == ("a", "b")
    assert texts_in("a") == ()
