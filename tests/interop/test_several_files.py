"""Several files in one reading: a later one is a later word on what an earlier one says otherwise."""

from __future__ import annotations

from planner.desk import Desk
from planner.domain.grammar.amend import Amendment
from planner.interop.account import Account
from tests.interop.conftest import Write
from tests.interop.reads import read
from tests.interop.test_intake import HEAD, KINDS, entries, five, row


def both(desk: Desk, write: Write, first: list[str], second: list[str]) -> Account:
    paths = write(HEAD, *first, name="a.csv"), write(HEAD, *second, name="b.csv")
    return read(desk, *paths, map=KINDS).account


def minutes(desk: Desk) -> list[int]:
    return [entry.minutes for entry in entries(desk)]


BEFORE, AFTER = [row(16, note="slides"), row(17)], [row(16, minutes=25, note="the slides"), row(17)]


def test_a_row_that_changed_between_them_comes_as_the_later_says(desk: Desk, write: Write) -> None:
    account = both(desk, write, BEFORE, AFTER)
    assert five(account) == (2, 0, 1, 1, 0) and account.minutes == 35
    (problem,) = account.problems
    assert (problem.file, problem.row) == ("a.csv", 2) and "“b.csv” says it otherwise" in problem.why
    assert [(entry.minutes, entry.note) for entry in entries(desk)] == [(25, "the slides"), (10, "")]
    assert desk.imports()[0].files == ("a.csv", "b.csv"), "as she named them"
    assert five(both(desk, write, BEFORE, AFTER)) == (0, 0, 3, 1, 0)


def test_so_does_one_that_the_earlier_brought_before(desk: Desk, write: Write) -> None:
    read(desk, write(HEAD, *BEFORE, name="a.csv"), map=KINDS)
    assert five(both(desk, write, BEFORE, AFTER)) == (0, 1, 3, 0, 0)
    assert minutes(desk) == [25, 10]


def test_one_that_the_later_brought_before_stays(desk: Desk, write: Write) -> None:
    read(desk, write(HEAD, *AFTER, name="b.csv"), map=KINDS)
    assert five(both(desk, write, BEFORE, AFTER)) == (0, 0, 3, 1, 0)
    assert minutes(desk) == [25, 10]


def test_one_that_she_edited_stays_as_she_has_it(desk: Desk, write: Write) -> None:
    read(desk, write(HEAD, *BEFORE, name="a.csv"), map=KINDS)
    desk.amend(entries(desk)[0].id, Amendment(note="mine"))
    assert five(both(desk, write, BEFORE, AFTER)) == (0, 0, 3, 0, 1)
    assert [(entry.minutes, entry.note) for entry in entries(desk)] == [(10, "mine"), (10, "")]


def test_two_of_one_file_with_one_start_are_two(desk: Desk, write: Write) -> None:
    account = both(desk, write, [row(16, note="a")], [row(16, note="b"), row(16, note="c")])
    assert five(account) == (3, 0, 0, 0, 0), "which of them was the first is not known"


def test_of_three_files_the_last_counts(desk: Desk, write: Write) -> None:
    paths = [write(HEAD, row(16, minutes=at), name=f"{at}.csv") for at in (10, 20, 30)]
    assert five(read(desk, *paths, map=KINDS).account) == (1, 0, 0, 2, 0)
    assert minutes(desk) == [30]


def test_what_has_an_id_of_its_own_comes_as_the_later_says(desk: Desk, write: Write) -> None:
    paths = [write(f'[[1773655200, {1773655200 + at * 60}, "Career", "a"]]', name=f"{at}.frames") for at in (10, 20)]
    assert five(read(desk, *paths, format="watson", map=KINDS).account) == (1, 0, 1, 0, 0)
    assert minutes(desk) == [20]
