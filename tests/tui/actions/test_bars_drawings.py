"""Weeks as bars of half blocks: the hands stand, the eyes hang, and a cap is a line between."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from planner.domain.kinds import Split
from planner.domain.week import Week
from planner.domain.weeks.bars import Bar
from planner.tui.actions.draw_bars import Scale, Shape, bar_rows, scale, shape
from planner.tui.widgets.draw_marks import ASCII, FULL, Marks

WEEK = Week(2026, 48)
NARROW = Shape(0, 1, 1)


def bar(given: int = 0, met: int = 0, read: int = 0, cap: int | None = None) -> Bar:
    return Bar(WEEK, Split(given, met, read), cap)


def column(one: Bar, of: Scale, marks: Marks = FULL) -> str:
    """The cells of one bar from the top, its line among them."""
    return "".join(row.text or " " for row in bar_rows([one], of, NARROW, marks))


def roles(one: Bar, of: Scale) -> list[str]:
    return [row.pieces[0].role for row in bar_rows([one], of, NARROW, FULL)]


class TestABar:
    of = Scale(3, 3, 60)

    def test_stands_by_half_rows_given_below_met(self) -> None:
        assert column(bar(60, 90), self.of)[:4] == "▄▓█─"
        assert column(bar(150), self.of)[:4] == "▄██─"
        assert column(bar(0, 120), self.of)[:4] == " ▓▓─"

    def test_hides_no_kind_and_no_five_minutes(self) -> None:
        assert column(bar(5, 115), self.of)[:4] == " ▓█─" and column(bar(115, 5), self.of)[:4] == " ▓█─"
        assert column(bar(5), self.of)[:4] == "  ▄─"
        assert roles(bar(5, 20), self.of)[2] == "meeting" and roles(bar(20, 5), self.of)[2] == "contribution"
        assert roles(bar(40, 20), self.of)[2] == "contribution" and roles(bar(20, 40), self.of)[2] == "meeting"

    def test_hangs_as_a_fringe_heavy_past_its_cap(self) -> None:
        assert column(bar(read=90), self.of)[3:] == "─┊╵ "
        assert column(bar(read=150, cap=60), self.of)[3:] == "─┊┋╹"
        assert column(bar(read=60, cap=60), self.of)[3:] == "─┊┈ "
        assert column(bar(read=65, cap=60), self.of)[3:] == "─┋┈ ", "over is over, however little"
        assert roles(bar(read=150, cap=60), self.of)[4:] == ["watching", "adrift", "adrift"]

    def test_a_cap_of_nothing_is_the_line_itself(self) -> None:
        assert column(bar(cap=0), self.of)[3:] == "─┈  "
        assert column(bar(read=30, cap=0), self.of)[3:] == "─╹  "

    def test_of_a_week_that_cannot_be_read_is_a_question(self) -> None:
        assert column(Bar(WEEK, None), self.of) == "   ?   "

    def test_in_ascii_is_told_apart_as_well(self) -> None:
        assert column(bar(60, 90, 150, 60), self.of, ASCII) == "_@#-:!!"


def test_the_chosen_one_stands_out_and_its_line_is_heavy() -> None:
    rows = bar_rows([bar(60), bar(60, read=30)], Scale(1, 1, 60), Shape(2, 4, 3), FULL, 1)
    assert [row.text for row in rows] == ["  ███ ███ ", "  ────━━━─", "      ╵╵╵ "]
    assert "contribution chosen" in [piece.role for piece in rows[0].pieces]


def test_a_cap_goes_on_between_the_bars() -> None:
    rows = bar_rows([bar(read=15, cap=60), bar(read=90, cap=60)], Scale(1, 2, 60), Shape(0, 4, 2), FULL)
    assert [row.text for row in rows[2:]] == ["╵╵  ┊┊  ", "┈┈┈┈╹╹┈┈"]


def test_the_scale_is_the_finest_that_has_room_for_all() -> None:
    assert scale([bar(60, read=60)], 4) == Scale(2, 2, 30)
    assert scale([bar(60, read=60, cap=60)], 6).row_of_cap(60) < scale([bar(60, read=60, cap=60)], 6).down
    assert scale([], 5) == scale([Bar(WEEK, None)], 5) == Scale(4, 1, 10)


def test_weeks_share_the_width_and_what_has_no_room_is_left_out() -> None:
    assert shape(100, 10, 12, 10) == (Shape(10, 7, 5), 12)
    assert shape(100, 10, 4, 10) == (Shape(10, 10, 8), 4)
    assert shape(60, 10, 200, 10) == (Shape(10, 1, 1), 50)


MINUTES = st.integers(0, 10_000)
BARS = st.lists(
    st.builds(Bar, st.just(WEEK), st.none() | st.builds(Split, MINUTES, MINUTES, MINUTES), st.none() | MINUTES),
    min_size=1, max_size=60,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(BARS, st.integers(2, 20), st.integers(20, 200), st.sampled_from((FULL, ASCII)))
def test_bars_keep_within_their_rows_and_their_width(bars: Sequence[Bar], rows: int, width: int, marks: Marks) -> None:
    of, (at, count) = scale(bars, rows), shape(width, 8, len(bars), 10)
    drawn = bar_rows(bars[:count], of, at, marks, 0)
    assert len(drawn) == of.up + 1 + of.down == rows + 1
    assert {cell_len(row.text) for row in drawn} == {8 + count * at.step} and 8 + count * at.step <= max(width, 9)
