"""The last weeks, small, under a light week."""

from __future__ import annotations

from planner.domain.kinds import Split
from planner.domain.week import Week
from planner.domain.weeks.bars import Bar
from planner.tui.week.draw_last_weeks import last_weeks
from planner.tui.widgets.draw_marks import ASCII, FULL

BARS = [Bar(Week(2026, 41 + n), Split(30 * n, 60, 10 * n), 60) for n in range(8)]


def test_they_stand_under_a_title_that_names_the_key_to_more() -> None:
    rows = [row.text.rstrip() for row in last_weeks(BARS, 80, 9, FULL)]
    assert rows[1] == "  LAST 8 WEEKS  t trends"
    assert rows[-1].split() == [str(number) for number in range(41, 49)]
    assert any(row.startswith("  hands  ▓") for row in rows) and any(row.startswith("  eyes") for row in rows)


def test_they_keep_within_their_rows_and_stay_small() -> None:
    for height in (9, 12, 30):
        rows = last_weeks(BARS, 120, height, ASCII)
        assert len(rows) <= min(height, 13)
        assert all(row.cells == 120 and row.text.isascii() for row in rows)
