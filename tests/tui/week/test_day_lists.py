"""The lists under the cloth: what an item says is broken where there are rows for it, else cut."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from planner.domain.appointment import Appointment
from planner.domain.people.follow_ups import FollowUp
from planner.domain.person import Person
from planner.domain.step import Owed, Step
from planner.tui.week.draw_day_list import lists
from planner.tui.widgets.draw_marks import FULL
from tests.screens import sample

LEA = Person("lea", "Léa Girard")
STEP = Step("s", "lea", "the slides of her talk on careers", sample.NOW.date() - timedelta(days=2), owed=Owed.THEIRS)
REPORT = sample.report(
    to_confirm=(
        Appointment("a", sample.NOW - timedelta(days=2), 45, group="lyon-ux", title="lunch", people=("lea", "marie")),
        Appointment("b", sample.NOW - timedelta(days=1), 60, group="lyon-ux", title="coffee"),
    ),
    follow_ups=(FollowUp(STEP, LEA, 2),),
)
NAMES = {"lea": "Léa Girard", "marie": "Marie Dupont", "lyon-ux": "Lyon UX"}


def drawn(width: int, height: int) -> list[str]:
    return [row.text for row in lists(REPORT, width, height, NAMES, FULL)]


def words(rows: list[str], first: int, last: int) -> str:
    """What stands between two columns, on one line."""
    return " ".join(" ".join(row[first:last] for row in rows).split())


def test_with_rows_to_spare_nothing_is_cut() -> None:
    rows = drawn(120, 12)
    assert "…" not in "".join(rows)
    middle, right = words(rows, 38, 84), words(rows, 84, 120)
    assert "Léa Girard, Marie Dupont, lunch Lyon UX" in middle and "coffee Lyon UX" in middle
    assert "careers" in right and "2 days late" in right


def test_without_any_each_item_keeps_one_row() -> None:
    rows = drawn(120, 3)
    assert len(rows) == 3 and "…" in rows[1]


@settings(max_examples=60, deadline=None)
@given(st.integers(60, 160), st.integers(2, 20))
def test_they_keep_within_their_rows_and_their_width(width: int, height: int) -> None:
    rows = drawn(width, height)
    assert len(rows) <= height and max(map(cell_len, rows)) <= width
