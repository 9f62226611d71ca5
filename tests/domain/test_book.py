"""The book: her order of the groups."""

from __future__ import annotations

from planner.domain.book import Book
from planner.domain.group import Group

NONE, SECOND, FIRST = (Group(name, name, name, rank=rank) for name, rank in (("c", 0), ("b", 9), ("a", 2)))
BOOK = Book({}, {group.id: group for group in (NONE, SECOND, FIRST)}, {})


def test_a_group_without_a_rank_comes_after_all_others() -> None:
    assert BOOK.selected() == (FIRST, SECOND, NONE)


def test_a_new_group_comes_after_the_last_rank() -> None:
    assert (BOOK.last_rank, Book({}, {}, {}).last_rank) == (9, 0)
