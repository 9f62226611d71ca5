"""The trends as rows: bars, the marks under them, the chosen week in words, and the year."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from planner.domain.echo import Echo
from planner.domain.kinds import Split
from planner.domain.weeks.stretches import Unit, stretches
from planner.domain.weeks.trend_words import stretch_title, stretch_words
from planner.domain.weeks.trends import Trends, View
from planner.tui.trends.draw_room import share
from planner.tui.trends.draw_title import trends_title
from planner.tui.trends.draw_trends import Drawn, TrendsLook, columns_of, trends_picture
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_marks import ASCII, FULL, Marks
from tests.domain.weeks.trending import WEEK, entry, trends

TODAY = WEEK.days[3]
LOG = [
    each
    for back in range(60)
    for each in (
        entry("c", 30 + 10 * (back % 5), back, echo=Echo((("reply", 2),)) if back % 3 else None),
        entry("m", 60, back, day=1, people=("marie", "paul"), form="in person" if back % 2 else None),
        entry("w", 20 * (back % 6), back, day=2),
    )
    if each.minutes
]
YEAR = trends(*LOG, weeks=52, unread=[WEEK.plus(-4)])


def drawn(
    width: int,
    height: int,
    some: Trends = YEAR,
    back: int = 0,
    first: int = 1000,
    marks: Marks = FULL,
    near: bool = True,
) -> Drawn:
    columns = columns_of(some, width, near=near)
    look = TrendsLook(some, columns, max(0, len(columns) - 1 - back), first, some.weeks[-52:], TODAY)
    return trends_picture(look, width, height, marks)


def text(width: int, height: int, some: Trends = YEAR, back: int = 0, near: bool = True) -> list[str]:
    return [row.text.rstrip() for row in drawn(width, height, some, back, near=near).rows]


def row(rows: list[str], name: str) -> str:
    return next(each for each in rows if each.startswith(f"  {name}"))


TWELVE = YEAR._replace(weeks=YEAR.weeks[-12:], asked=12)


def test_each_week_has_its_marks_under_its_bar() -> None:
    rows = text(80, 20, TWELVE)
    assert row(rows, "met").split()[1:] == ["2"] * 7 + ["2"] * 4, "and none for the week that cannot be read"
    assert "[48]" in "".join(rows)
    assert set(row(rows, "plan").split()[1:]) <= {"●", "◐", "○"}
    assert "–" in row(rows, "echo") and "?" in "".join(rows)


def test_ten_or_more_in_a_single_cell_is_a_plus() -> None:
    crowd = trends(entry("m", 60, people=tuple("abcdefghijkl")), *LOG[9:], weeks=52)
    assert row(text(80, 20, crowd), "met").endswith("+")


class TestGathered:
    """Where there are more weeks than columns, all are in sight by month, quarter or year."""

    @pytest.mark.parametrize(
        ("weeks", "width", "unit", "count"),
        [(52, 80, Unit.WEEK, 52), (52, 50, Unit.MONTH, 12), (520, 80, Unit.QUARTER, 41), (520, 160, Unit.MONTH, 120)],
        ids=["weeks", "months", "quarters", "wide"],
    )
    def test_the_finest_with_room_is_taken(self, weeks: int, width: int, unit: Unit, count: int) -> None:
        some = trends(*LOG, weeks=weeks)
        columns = columns_of(some, width, near=False)
        assert (columns[0].unit, len(columns)) == (unit, count)
        assert tuple(week for each in columns for week in each.weeks) == some.weeks
        seen = drawn(width, 24, some, near=False)
        assert (seen.first, seen.shown) == (0, count)

    def test_a_bar_is_a_mean_week(self) -> None:
        some = trends(
            entry("c", 60, 1),
            entry("c", 30, 2),
            entry("w", 20, 1, day=2),
            entry("c", 500),
            weeks=4,
            unread=[WEEK.plus(-3)],
        )
        november = stretches(some.weeks, Unit.MONTH)[-1]
        assert november.bar.logged == Split(45, 0, 10) and november.bar.cap == 60
        assert stretches(some.weeks[:1], Unit.MONTH)[0].bar.logged is None
        assert stretches(some.weeks[-1:], Unit.MONTH)[0].bar.logged == Split(500)

    def test_the_chosen_one_is_told_in_words(self) -> None:
        rows = text(80, 24, trends(*LOG, weeks=520), near=False)
        assert (
            "  Quarter 4 of 2026   so far" in rows
            and "A mean week of 8:" in rows[rows.index("  Quarter 4 of 2026   so far") + 1]
        )
        assert any("2018" in each and "2024" in each for each in rows)
        crowd = [entry("m", 60, back, people=(f"{back}a", f"{back}b")) for back in range(1, 500)]
        assert set(row(text(80, 24, trends(*crowd, weeks=520), near=False), "met").split()[1]) <= {*"·▁▃▅"}

    def test_what_cannot_be_read_is_said(self) -> None:
        some = trends(*LOG, weeks=520, unread=[WEEK.plus(-2)])
        told = " ".join(stretch_words(columns_of(some, 80, near=False)[-1], View()))
        assert "A mean week of 7:" in told and "Without what week 2026-W46 held" in told
        lost = trends(weeks=1, unread=[WEEK])
        assert "Without what week 2026-W48" in " ".join(stretch_words(stretches(lost.weeks, Unit.YEAR)[0], View()))
        assert stretch_title(stretches(lost.weeks, Unit.YEAR)[0], TODAY) == "2026"
        assert stretch_title(stretches(lost.weeks, Unit.MONTH)[0], TODAY) == "November 2026"


def test_where_there_is_little_room_the_marks_give_way_first() -> None:
    small, roomy = text(60, 15, TWELVE), text(120, 36, TWELVE)
    assert not any(each.startswith("  gave") for each in small) and row(small, "plan")
    assert row(roomy, "gave") and row(roomy, "in person") and row(roomy, "DAY BY DAY")


def test_the_chosen_week_is_told_in_words() -> None:
    rows = text(80, 22, TWELVE, back=1)
    at = rows.index("  Week 47, 16 to 22 November")
    assert rows[at + 1].startswith("  hands 1h40 of 2h30 (40 given, 1h met) · eyes 20, cap 1h")
    assert not rows[at + 2].endswith(" ·")
    assert text(80, 22, TWELVE)[-3].endswith("so far") or "so far" in "\n".join(text(80, 22, TWELVE))


def test_weeks_out_of_sight_are_counted() -> None:
    assert "←" in "".join(text(50, 20)) and drawn(50, 20).first > 0
    moved = drawn(50, 20, back=51)
    assert moved.first == 0 and "→" in "".join(each.text for each in moved.rows)
    kept = drawn(50, 20, back=28, first=20)
    assert kept.first == 20, "what is in sight stays where the chosen week is in it"


def test_a_click_finds_the_week_under_it() -> None:
    seen = drawn(80, 20, TWELVE)
    assert [seen.column_at(seen.at.start + n * seen.at.step) for n in (0, 11, 12)] == [0, 11, None]
    assert seen.column_at(0) is None


def test_without_weeks_or_with_one_it_says_so() -> None:
    assert text(80, 20, Trends(()))[1].startswith("  Nothing is planned or logged yet.")
    ways = [Hint("esc", "Back to the week", 1)]
    look = TrendsLook(Trends(()), (), 0, 0, (), TODAY, ways)
    assert [row.text.strip() for row in trends_picture(look, 80, 20, FULL).rows][-1] == "esc   Back to the week"
    young = "\n".join(text(80, 20, trends(entry("c", 25), weeks=1)))
    assert "One week so far" in young and "█" in young and "DAY BY DAY" not in young


def test_an_objective_has_its_measure_for_a_plan() -> None:
    some = trends(*LOG, weeks=8, view=View(objective="ties"))
    weeks = [
        each._replace(figures=each.figures._replace(reached=bool(n % 2)) if each.figures and n > 2 else each.figures)
        for n, each in enumerate(some.weeks)
    ]
    assert row(text(100, 24, some._replace(weeks=tuple(weeks))), "measure").split()[1:] == ["●", "○", "●", "○", "●"]


def test_the_year_has_a_mark_for_what_most_of_each_day_was() -> None:
    rows = text(120, 36, TWELVE)
    days = rows[rows.index(row(rows, "DAY BY DAY")) + 2 :]
    assert [each[:5].strip() for each in days[:7]] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert (
        days[0].split()[1] == "■" and days[1].split()[1] == "◆" and "┄" in days[2] and set(days[5][13:]) <= {" ", "·"}
    )


@settings(max_examples=80, deadline=None)
@given(st.integers(60, 200), st.integers(14, 60), st.integers(1, 52), st.integers(0, 51), st.booleans())
def test_it_keeps_within_its_rows_and_its_width(width: int, height: int, weeks: int, back: int, plain: bool) -> None:
    some = YEAR._replace(weeks=YEAR.weeks[-weeks:])
    seen = drawn(width, height, some, back, 0, ASCII if plain else FULL, near=back % 2 == 0)
    assert len(seen.rows) <= height and {cell_len(each.text) for each in seen.rows} == {width}
    assert seen.shown > 0
    if plain:
        assert "".join(each.text for each in seen.rows).replace("…", "").replace("\u00a0", " ").isascii()


@pytest.mark.parametrize("height", range(14, 61))
def test_its_room_is_shared_out_whole(height: int) -> None:
    room = share(height, 3, 6, 3, with_year=True)
    used = room.summary + room.chart + 1 + room.labels + room.strips + room.words + 2 * room.air + 10 * room.year
    assert used <= height and room.chart >= 4


class TestTheTitle:
    def test_holds_span_and_marks(self) -> None:
        row, tabs, right = trends_title(26, "", 120, FULL)
        assert "TRENDS  s  12 [26 weeks] 52  all" in row.text and "█ given  ▓ met  ┊ read  ┋ past the cap" in row.text
        assert [row.text[tab.start : tab.stop].strip(" []") for tab in tabs] == ["12", "26 weeks", "52", "all"]
        assert row.text[right:].strip() == "f all groups"

    def test_always_names_the_key_for_one_alone(self) -> None:
        for width, end in ((60, "  f all groups"), (50, "  f only"), (44, "  f")):
            assert trends_title(12, "", width, FULL).row.text.rstrip().endswith(end)

    def test_names_what_alone_is_looked_at(self) -> None:
        assert trends_title(12, "Lyon UX", 80, FULL).row.text.rstrip().endswith("Lyon UX   esc show all")
        long = trends_title(None, "Understand the local economy of Lyon", 60, ASCII).row.text
        assert "Understand" in long and cell_len(long) == 60
