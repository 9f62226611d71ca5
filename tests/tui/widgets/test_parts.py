"""The smaller pictures: masthead, gauge, balance, notice, footer, and the room they share."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.drift.advice import Advice
from planner.domain.drift.drift import Signal
from planner.domain.kinds import Split
from planner.domain.level import Level
from planner.domain.value import Later
from planner.domain.weeks.change import Change
from planner.tui.actions.draw_balance import WordsRows, balance, words_rows
from planner.tui.actions.draw_next_act import act_keys
from planner.tui.week.draw_room import FRAME, share
from planner.tui.widgets.draw_footer import Hint, footer
from planner.tui.widgets.draw_gauge import cap_bar, common_scale, goal_bar
from planner.tui.widgets.draw_marks import ASCII, FULL
from planner.tui.widgets.draw_masthead import masthead
from planner.tui.widgets.draw_notice import Notice, notice, notice_height, notice_rows, of_change, with_news
from planner.tui.widgets.draw_sight import first_in_sight, items_in_sight
from tests.screens import sample


def test_the_week_and_its_dates_are_never_cut() -> None:
    for width in (50, 60, 80, 120):
        assert "Week 48  23 to 29 November" in masthead(sample.report(), width, "PMI France", FULL).text


def test_the_timer_is_seen_at_every_width() -> None:
    for width in (50, 60, 80, 120):
        assert "▸ " in masthead(sample.report(), width, "A very long name " * 9, FULL).text
        assert "13 min" in masthead(sample.report(), width, "PMI France", FULL).text


def test_a_long_name_gives_way_to_the_timers_minutes() -> None:
    assert re.search(
        r"▸ A very\S*… 13 min$", masthead(sample.report(), 80, "A very-very-very-very-long name", FULL).text.rstrip()
    )


@given(st.integers(0, 900), st.integers(0, 900), st.integers(0, 600), st.integers(6, 60))
def test_bars_fill_their_width_exactly(given_: int, met: int, goal: int, width: int) -> None:
    assert goal_bar(Split(given_, met), goal, common_scale(Split(given_, met), goal, 0), width, FULL).cells == width
    assert cap_bar(Split(watching=given_), goal, 80, width, FULL, "adrift").cells == width


def test_a_goal_fills_up_and_no_further() -> None:
    assert goal_bar(Split(30, 0), 120, 120, 12, FULL).text == "━━━─────────"
    assert goal_bar(Split(120, 0), 60, 60, 12, FULL).text == "━" * 12


def test_both_hands_are_told_apart_without_colour() -> None:
    assert goal_bar(Split(30, 30), 120, 120, 12, FULL).text == "━━━═══──────"
    assert goal_bar(Split(30, 30), 120, 120, 12, ASCII).text == "===@@@------"


def test_watching_past_the_cap_lies_behind_its_mark() -> None:
    assert cap_bar(Split(watching=30), 60, 80, 12, FULL, "adrift").text.startswith("╍╍╍╍────┊")
    row = cap_bar(Split(watching=120), 60, 120, 12, FULL, "adrift")
    assert row.text == "╍╍╍╍╍╍┊╍╍╍╍╍"
    assert row.pieces[-1].role == "adrift"


def test_the_next_act_names_its_keys() -> None:
    report = sample.report()
    assert act_keys(report, report.drift.signals[0].act) == "1 c"
    assert "(1 c)" in balance(report, 80, 5, FULL, report.drift.signals[0])[-1].text


def test_the_next_act_is_not_cut_where_putting_off_can_be_shorter() -> None:
    report = sample.report()
    signal = report.drift.signals[0]._replace(advice="answer one question in Women in Product, 20 min")
    row = balance(report, 80, 5, FULL, signal)[-1].text
    assert "…" not in row and row.rstrip().endswith("x later")


def test_the_next_act_is_broken_before_it_is_cut() -> None:
    report = sample.report()
    advice = "ask Claire Morel, Alumni Lyon, for a coffee, and about what was promised: an introduction to Aderly"
    signal = report.drift.signals[0]._replace(text="Reading passed its 1h.", advice=advice)
    *_, words, first, second = (row.text.strip() for row in balance(report, 80, 5, FULL, signal, [Hint("i", "why", 1)]))
    assert words == "Reading passed its 1h."
    assert first.removesuffix("x later").strip() == "Next: ask Claire Morel, Alumni Lyon, for a coffee, and about what"
    assert second == "was promised: an introduction to Aderly  (1 c)"


def test_the_gauge_names_the_key_that_tells_why() -> None:
    rows = [row.text.rstrip() for row in balance(sample.report(), 80, 5, FULL, None, [Hint("i", "why", 1)])]
    assert rows[0].endswith("i why") and rows[1].endswith(sample.report().drift.level.title)
    assert any("i why" in row.text for row in balance(sample.report(), 120, 5, FULL, None, [Hint("i", "why", 1)])[1:])


def test_without_a_signal_the_next_act_is_the_reports_with_its_keys() -> None:
    advice = Advice("answer one question in Lyon UX, 20 min", "c 20 lyon-ux")
    report = sample.report()._replace(advising=Later(lambda: advice))
    assert balance(report, 60, 5, FULL, None)[-1].text.strip() == "Next: answer one question in Lyon UX, 20 min  (1 c)"
    assert balance(report._replace(advising=None), 60, 5, FULL, None)[-1].text.strip() == ""


def test_without_a_plan_the_key_that_makes_one_is_named() -> None:
    assert any("Press p" in row.text for row in balance(sample.report(plan=None), 80, 5, FULL, None))


def test_a_notice_keeps_its_undo_key_however_long_it_is() -> None:
    first, second = notice(Notice("Logged " * 40, "Lyon UX: 45 of 60", undo=True), 60, FULL, 2)
    assert first.text.rstrip().endswith("u undo") and first.cells == 60
    assert second.text.strip() == "Lyon UX: 45 of 60"


def test_sentences_of_a_notice_are_apart_what_needs_an_answer_first() -> None:
    change = Change(
        "Logged it", "Lyon UX: 1h10 watched, 10 over", ("Read as note: “chloé”", "Which “marie”?", "It overlaps.")
    )
    said = of_change(change)
    assert said.after == "Read as note: “chloé”. Which “marie”? It overlaps. Lyon UX: 1h10 watched, 10 over"
    news = with_news(said, Signal("cap", Level.ADRIFT, "Reading passed its 1h.", ""), in_sight=False)
    assert news.after == "Read as note: “chloé”. Which “marie”? It overlaps. Reading passed its 1h."


def test_a_guessed_length_is_mended_by_keys_and_the_way_is_never_cut() -> None:
    put_back = (
        "The clock was put back: the timer began at 18:40, which is still to come. It is kept as 1 min up to now.",
        "It overlaps 14:00 to 15:00, Lyon UX and 15:00 to 16:00, Réseau Entreprendre.",
    )
    said = of_change(
        Change(
            "Logged Thu 17:40, 1 min of contribution in Lyon UX",
            "Lyon UX: 1h10 watched, 10 over",
            put_back,
            guessed=True,
        )
    )
    told = " ".join(row.text.strip() for row in notice(said, 80, FULL, notice_rows(said, 80, 24)))
    assert "l opens the log; Enter there says how long it was." in told
    assert "planner " not in told


def test_a_long_notice_goes_on_where_nothing_else_is_said() -> None:
    problem = Notice("The folder cannot be written to: it is read-only. Give yourself the right to write there.")
    first, second = notice(problem, 60, FULL, 2)
    assert second.text.strip().endswith("to write there.") and "…" not in first.text
    assert "…" in notice(problem, 60, FULL, 1)[0].text


def test_a_narrow_footer_keeps_the_keys_of_lowest_rank_in_their_order() -> None:
    hints = [Hint("c", "contribute", 2), Hint("p", "plan", 3), Hint("?", "help", 1), Hint("U", "redo", 0)]
    assert footer(hints, 60).text.split() == ["c", "contribute", "p", "plan", "?", "help"]
    assert footer(hints, 26).text.split() == ["c", "contribute", "?", "help"]


def test_a_long_notice_takes_more_rows_where_the_screen_is_roomy() -> None:
    offer = Notice("3 meetings do not say how they were held.", "H settles them; older ones stay as they are. " * 3)
    rows = notice_rows(offer, 80, 24)
    assert rows == 3
    told = " ".join(row.text.strip() for row in notice(offer, 80, FULL, rows))
    assert told.split() == [FULL.running, *offer.words.split(), *offer.then.split()]
    assert (notice_rows(offer, 80, 16), notice_rows(Notice("Logged"), 80, 24)) == (1, 2)
    assert notice_rows(Notice("far too long " * 80), 80, 24) == 4


@pytest.mark.parametrize(("width", "height", "threads"), [(120, 40, 5), (80, 24, 5), (60, 20, 3)])
def test_what_is_seen_wraps_where_there_is_room(width: int, height: int, threads: int) -> None:
    report = sample.report()
    text = "All of this week was reading so far. " * (6 if width > 100 else 5 if width > 70 else 4)
    signal = report.drift.signals[0]._replace(text=text.strip(), advice="answer one question")
    words = words_rows(report, width, signal)
    room = share(width, height, threads, 0, words)
    told = " ".join(row.text.strip() for row in balance(report, width, room.balance - 1, FULL, signal))
    assert text.strip() in told and "Next: answer one question" in told


@given(st.integers(50, 220), st.integers(14, 80), st.integers(0, 60), st.integers(0, 5), st.integers(0, 4))
def test_the_parts_of_a_screen_take_exactly_its_rows(
    width: int, height: int, threads: int, least: int, more: int
) -> None:
    room = share(width, height, threads, 0, WordsRows(least, least + more))
    assert room.balance + room.cloth + room.lists + FRAME + notice_height(height) == height
    assert room.cloth >= 4


@given(st.integers(0, 99), st.integers(0, 50), st.integers(1, 20))
def test_the_chosen_row_is_always_in_sight(first: int, chosen: int, sight: int) -> None:
    start = first_in_sight(first, chosen, sight, 51)
    assert start <= chosen < start + sight
    assert 0 <= start <= max(0, 51 - sight)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=20), st.integers(0, 30), st.integers(0, 19), st.integers(4, 12))
def test_the_chosen_item_of_a_list_is_whole_in_sight(heights: list[int], first: int, at: int, sight: int) -> None:
    chosen = at % len(heights)
    start = items_in_sight(first, chosen, sight, heights)
    assert start <= chosen and sum(heights[start : chosen + 1]) <= sight
    assert not start or sum(heights[start - 1 :]) > sight  # no row is empty that an item could stand on
    assert items_in_sight(start, chosen, sight, heights) == start
