"""The tables of an archive: two ways to quote, and what is broken costs its own row alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.interop.linkedin.contributions import COMMENTS
from planner.interop.linkedin.rows import Row, table

HEAD = "Date,Link,Message"


def read(content: str) -> list[Row]:
    found = table(iter(content.replace("\r\n", "\n").split("\n")), COMMENTS.knows, COMMENTS.begins)
    assert found
    return list(found.rows)


def messages(*lines: str) -> list[str | None]:
    return [row.cells[2] if row.cells else None for row in read("\r\n".join([HEAD, *lines, ""]))]


def dated(message: str, day: int = 1) -> str:
    return f"2024-01-{day:02} 10:00:00,https://x.org/{day},{message}"


def test_a_quote_is_doubled_or_has_a_backslash_in_one_file() -> None:
    both = messages(dated(r'"a \"small\", team"'), dated('"called ""good"", he said"'), dated("plain"))
    assert both == ['a "small", team', 'called "good", he said', "plain"]


def test_a_message_of_several_lines_is_one_row() -> None:
    texts = messages(dated(r'"a \"small\"'), "", '2024, more"', dated("b"))
    assert texts == ['a "small"\n\n2024, more', "b"]


def test_a_backslash_at_a_messages_end_takes_no_row_with_it() -> None:
    assert messages(dated(r'"C:\"'), dated('"next"')) == ["C:\\", "next"]


def test_quotes_that_nobody_marked_stay() -> None:
    assert messages(dated('"he said "hi" and left"')) == ['he said "hi" and left']


def test_quotes_that_never_close_cost_their_row_alone() -> None:
    rows = read("\n".join([HEAD, dated('"open', 1), "some, words", dated("b", 2), dated('"c"', 3), ""]))
    assert [(row.line, row.cells and row.cells[2]) for row in rows] == [(2, None), (4, "b"), (5, "c")]


def test_blank_lines_are_no_rows() -> None:
    assert messages("", ",,", dated("a"), "") == ["a"]


@pytest.mark.parametrize("above", ["", 'Notes:\n"Some\nwords, more."\n\n', "sep=,\n"])
def test_lines_above_the_columns_are_passed_over(above: str) -> None:
    (row,) = read(f"{above}{HEAD}\n{dated('a')}\n")
    assert row.line == above.count("\n") + 2


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_spreadsheet_may_part_cells_otherwise(delimiter: str) -> None:
    (row,) = read(f"{HEAD}\n{dated('a')}\n".replace(",", delimiter))
    assert row.cells == dated("a").split(",")


def test_a_message_without_end_costs_no_other_row() -> None:
    assert messages(dated('"open'), *["words"] * 2000, dated("b")) == [None, "b"]


@pytest.mark.parametrize("message", ['"open', '"a \\"', '"a "b" c\nwords "x" words'])
def test_quotes_that_never_close_take_no_time(message: str) -> None:
    looked = 0

    def lines() -> Iterator[str]:
        yield HEAD
        for _ in range(2000):
            yield from dated(message).split("\n")

    class Counting(str):
        def find(self, *args: Any) -> int:
            nonlocal looked
            looked += 1
            return super().find(*args)

    found = table(map(Counting, lines()), COMMENTS.knows, COMMENTS.begins)
    assert found and list(found.rows)
    assert looked < 2000 * 200


@given(st.lists(st.tuples(st.text(st.sampled_from('ab ,;\n"x'), max_size=12), st.booleans()), max_size=5))
def test_every_row_is_found_in_whichever_way_it_is_quoted(texts: list[tuple[str, bool]]) -> None:
    written = []
    for number, (text, doubled) in enumerate(texts, 1):
        quoted = text.replace('"', '""' if doubled else '\\"')
        written.append(dated(f'"{quoted}"', number))
    rows = read("\n".join([HEAD, *written, ""]))
    assert [row.cells and row.cells[1] for row in rows] == [f"https://x.org/{n}" for n in range(1, len(texts) + 1)]


@given(st.text(st.sampled_from('a1-:,;\t\n"\\ é\0'), max_size=300))
def test_nothing_that_stands_in_a_file_breaks_the_reader(content: str) -> None:
    rows = read(f"{HEAD}\n{content}")
    assert all(row.cells is None or len(row.cells) >= 3 for row in rows)
