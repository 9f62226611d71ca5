"""Entries serve the objectives that are typed, else those of their group."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.grammar.quickline import read, read_timer, write
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.objective import Objective, Pursuit

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
BOOK = Book(
    {
        "seen": Objective("seen", "Be seen"),
        "meet": Objective("meet", "Meet people"),
        "old": Objective("old", "The first job", pursuit=Pursuit.DROPPED),
    },
    {
        "lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX", objectives=("seen", "old")),
        "pmi": Group("pmi", "pmi", "PMI France"),
    },
    {},
)


@pytest.mark.parametrize(
    ("line", "served"),
    [
        ("c 25 lyon-ux", ("seen",)),
        ("c 25 lyon-ux #meet", ("meet",)),
        ("c 25 lyon-ux #none", ()),
        ("c 25 pmi", ()),
        ("c 25 pmi #none", ()),
    ],
)
def test_what_a_line_serves(line: str, served: tuple[str, ...]) -> None:
    assert read(line, BOOK, NOW).objective_ids == served
    assert read(line, BOOK, NOW).problem is None


def test_a_timer_serves_alike() -> None:
    assert read_timer("c lyon-ux", BOOK, NOW).objective_ids == ("seen",)


@pytest.mark.parametrize("group", ["lyon-ux", "pmi"])
@pytest.mark.parametrize("served", [(), ("seen",), ("meet",), ("meet", "seen")])
def test_what_is_written_reads_back(group: str, served: tuple[str, ...]) -> None:
    entry = Entry("a", NOW.replace(hour=12), 25, Kind.CONTRIBUTION, group, objectives=served)
    assert read(write(entry, BOOK, NOW), BOOK, NOW).objective_ids == served


def test_an_unknown_one_is_refused_with_all_there_are() -> None:
    why = str(read("c 25 lyon-ux thread #3 done", BOOK, NOW).problem)
    assert why.endswith('There are #seen, #meet, #old; a word of a note stands in quotes: "#3".')
    assert read('c 25 lyon-ux thread "#3" done', BOOK, NOW).note == "thread #3 done"
