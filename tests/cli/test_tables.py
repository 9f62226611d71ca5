"""Tables and sentences keep to the width of the page, and nothing of them is lost."""

from __future__ import annotations

import pytest

from planner.cli.page import fitted
from planner.cli.tables import COMFORT, FIGURE, NAME, REASON, TEXT, Column, table
from planner.domain.cells import cells, wrapped

ROWS = [
    ("GROUP", "MET", "WHY"),
    ("日本語クラブ and friends of Lyon", "1h10", "nothing asks for a change"),
    ("Lyon", "5", ""),
]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("COLUMNS", "40")
    return monkeypatch


@pytest.mark.parametrize("width", [24, 40, 60, 120])
def test_every_row_keeps_to_the_page_and_every_word_is_there(page: pytest.MonkeyPatch, width: int) -> None:
    page.setenv("COLUMNS", str(width))
    lines = table(ROWS, (NAME, FIGURE, REASON), head=True)
    assert all(cells(line) <= width for line in lines)
    shown = "".join(lines).replace(" ", "")
    assert all(word in shown for row in ROWS[1:] for cell in row for word in cell.split())


def test_columns_are_in_line_by_cells(page: pytest.MonkeyPatch) -> None:
    page.setenv("COLUMNS", "120")
    head, wide, plain = table([row[:2] for row in ROWS], (NAME, FIGURE))
    assert cells(head) == cells(wide) == cells(plain)


def test_what_has_no_room_beside_its_row_stands_below_it(page: pytest.MonkeyPatch) -> None:
    assert table([("a" * COMFORT, "b" * 30)], (TEXT, Column(below=True))) == ["a" * COMFORT, "    " + "b" * 30]


def test_what_stands_below_its_row_has_its_head_and_nothing_is_left_out(
    page: pytest.MonkeyPatch,
) -> None:
    rows = [("PERSON", "MEETINGS", "CIRCLE", "NEXT"), ("Marie Dupont of Lyon", "12", "decision-maker", "a coffee")]
    rows += [("Paul", "–", "–", "")]
    less = Column(below=True)
    assert table(rows, (NAME, less, less, REASON), head=True) == [
        "PERSON                MEETINGS",
        "Marie Dupont of Lyon  12",
        "    CIRCLE decision-maker  NEXT a coffee",
        "Paul                  –",
    ]


@pytest.mark.parametrize("width", [20, 30, 40, 60])
def test_no_line_of_a_table_is_wider_than_the_page(page: pytest.MonkeyPatch, width: int) -> None:
    page.setenv("COLUMNS", str(width))
    rows = [("GROUP", *(f"COLUMN {n}" for n in range(9))), ("Lyon UX", *("1h05 of 2h" for _ in range(9)))]
    lines = table(rows, (NAME, *[FIGURE] * 5, *[TEXT] * 4), head=True)
    assert all(cells(line) <= width for line in lines)
    assert all(line.startswith(("GROUP", "Lyon", "UX", "    ")) for line in lines)
    assert "".join(lines).replace(" ", "").count("1h05of2h") == 9


def test_a_long_slug_is_parted_where_its_words_are() -> None:
    assert wrapped("women-in-tech-lyon-private-group", 20) == ["women-in-tech-lyon-", "private-group"]
    assert wrapped("https://x.example/abcdefgh", 20) == ["https://x.example/", "abcdefgh"]
    assert wrapped("a" * 9, 4) == ["aaaa", "aaaa", "a"]
    assert wrapped("/aaa日", 4) == ["/", "aaa", "日"]


def test_a_sentence_wraps_under_its_beginning(page: pytest.MonkeyPatch) -> None:
    lines = fitted("  Reading passed its 35 min on Wednesday, and that is all.")
    assert lines == ["  Reading passed its 35 min on", "  Wednesday, and that is all."]
