"""Which words of a list name a group, wherever among them they stand."""

from __future__ import annotations

import pytest

from planner.domain.book import Book
from planner.domain.grammar.group_names import GroupNames
from planner.domain.grammar.group_words import find_among
from planner.domain.group import Group

GROUPS = (Group("lyon-ux", "lyon-ux", "Lyon UX"), Group("pmi", "pmi", "PMI France"))
NAMES = GroupNames(Book({}, {group.id: group for group in GROUPS}, {}))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["lyon", "ux", "hello"], "lyon-ux"),
        (["hello", "pmi", "france"], "pmi"),
        (["answered", "fran"], "pmi"),
        ([None, "lyon-ux"], "lyon-ux"),
        (["lyno", "ux"], "lyon-ux"),
    ],
)
def test_they_are_found(words: list[str | None], found: str) -> None:
    naming = find_among(words, NAMES)
    assert naming and [group.id for group in naming.groups] == [found]


@pytest.mark.parametrize("words", [[], [None, None], ["hello"], ["3lyon"]])
def test_words_that_name_none_find_none(words: list[str | None]) -> None:
    assert find_among(words, NAMES) is None
