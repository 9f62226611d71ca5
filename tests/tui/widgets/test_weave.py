"""A cell of the cloth: a mark is a quarter of an hour, kinds differ by shape, and nothing is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.kinds import Kind, Split
from planner.tui.widgets.draw_marks import ASCII, FULL, Marks
from planner.tui.widgets.draw_weave import marks_for, woven

QUARTERS = st.integers(0, 96).map(lambda count: count * 15)
SPLITS = st.builds(Split, st.integers(0, 1440), st.integers(0, 1440), st.integers(0, 1440))


@given(QUARTERS, QUARTERS, QUARTERS)
def test_quarters_of_an_hour_add_up_to_as_many_marks(given_: int, met: int, watched: int) -> None:
    text = woven(Split(given_, met, watched), 10_000, FULL).text
    assert [text.count(FULL.of(kind)) for kind in Kind] == [given_ // 15, met // 15, watched // 15]


@given(SPLITS, st.integers(5, 12), st.sampled_from([FULL, ASCII]), st.sampled_from([None, *Kind]))
def test_a_cell_keeps_to_its_width(done: Split, width: int, marks: Marks, running: Kind | None) -> None:
    assert woven(done, max(width, 6), marks, running).cells <= max(width, 6)


@given(st.integers(1, 1440))
def test_anything_at_all_is_seen(minutes: int) -> None:
    assert marks_for(minutes) >= 1


def test_kinds_are_told_apart_without_colour() -> None:
    assert woven(Split(30, 15, 45), 7, FULL).text == "■■◆┄┄┄"
    assert woven(Split(30, 15, 45), 7, ASCII).text == "##@~~~"


def test_a_cell_too_narrow_for_marks_says_it_in_figures_with_its_kinds() -> None:
    assert woven(Split(0, 60, 80), 7, FULL).text == "┄◆2h20"
    assert woven(Split(35, 60, 80), 6, FULL).text == "┄◆2h55"
    assert woven(Split(0, 0, 150), 5, FULL).text == "┄2h30"


def test_a_running_timer_ends_its_kinds_marks() -> None:
    assert woven(Split(0, 0, 30), 7, FULL, Kind.WATCHING).text == "┄▸"
    assert woven(Split(), 7, FULL, Kind.MEETING).text == "▸"
