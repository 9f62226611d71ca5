"""The log's rows as text."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.week import Week
from planner.domain.weeks.logbook import by_week
from planner.tui.log.draw_list import Item, LogLook, cut_words, items, log_row
from planner.tui.log.draw_title import Shown, log_title
from planner.tui.log.window import SLICE, LogWindow
from planner.tui.widgets.draw_marks import ASCII, FULL, Marks
from tests.screens.sample import ENTRIES, ZONE

NAMES = {"lyon-ux": "Lyon UX", "pmi-france": "PMI France", "alumni-lyon": "Alumni Lyon", "marie": "Marie Dupont"}
LOOK = LogLook(NAMES, 11, date(2026, 11, 26))


def drawn(entries: tuple[Entry, ...], width: int = 80, marks: Marks = FULL, chosen: int = -1) -> list[str]:
    rows = items(by_week(entries))
    return [log_row(item, width, LOOK, marks, chosen=n == chosen).text.rstrip() for n, item in enumerate(rows)]


class TestRows:
    def test_a_week_begins_with_dates_and_ends_with_kinds_minutes(self) -> None:
        week = drawn(ENTRIES)[0]
        assert week.startswith("  Week 48  23 to 29 November ───")
        assert week.endswith("■ 1h10  ◆ 1h  ┄ 1h20")

    def test_a_day_stands_over_its_entries_with_minutes_and_weave(self) -> None:
        assert drawn(ENTRIES)[1:3] == [
            "  Thu 26 Nov    25  ■■",
            "    14:30       25  ■ Lyon UX      answered a question on [red] alerts",
        ]

    def test_minutes_end_in_one_column(self) -> None:
        rows = [row for row in drawn(ENTRIES)[1:] if row.strip()]
        assert all(row[17].isalnum() and row[18:20] == "  " for row in rows)

    def test_what_is_not_confirmed_is_marked_and_said(self) -> None:
        unsure = ENTRIES[1]._replace(confirmed=False, minutes=560)
        row = drawn((unsure,))[-1]
        assert "9h20? ┄ PMI France" in row
        assert "not confirmed, newsletter" in row

    def test_people_have_a_column_of_their_own_where_there_is_room(self) -> None:
        met = ENTRIES[2]._replace(people=("marie",))
        assert drawn((met,), 120)[-1].index("Marie Dupont") == 90
        assert "Marie Dupont, apéro design" in drawn((met,), 80)[-1]

    def test_what_is_found_is_underlined_but_no_figure(self) -> None:
        row = log_row(
            ENTRIES[0]._replace(note="a question on alerts"),
            80,
            LOOK._replace(words=("ux", "alert", "14")),
            FULL,
            chosen=True,
        )
        assert [piece.text for piece in row.pieces if "under" in piece.role] == ["UX", "alert"]

    def test_what_has_no_room_in_its_row_is_told_whole_beneath(self) -> None:
        long = ENTRIES[0]._replace(note="answered a question on alerts, and another one on forms", people=("marie",))
        rows = [row.text for row in cut_words(long, 60, LOOK, FULL)]
        assert rows == ["  Marie Dupont, answered a question on alerts, and another", "  one on forms"]
        assert not cut_words(long, 160, LOOK, FULL) and not cut_words(ENTRIES[0], 80, LOOK, FULL)
        assert drawn((long._replace(people=()),), 100)[-1].endswith("another one on forms")

    def test_the_chosen_entry_is_told_apart_without_colour(self) -> None:
        assert drawn(ENTRIES, chosen=2)[2].startswith("›   14:30")

    def test_plain_ascii_is_plain(self) -> None:
        plain = "".join(drawn(ENTRIES, marks=ASCII)).replace("é", "e")
        assert plain.isascii()

    @given(st.integers(50, 200), st.text(max_size=80))
    def test_no_row_is_ever_wider_or_narrower_than_the_screen(self, width: int, note: str) -> None:
        for item in items(by_week([ENTRIES[0]._replace(note=note), ENTRIES[4]])):
            assert log_row(item, width, LOOK, FULL, chosen=False).cells == width


def test_the_title_says_what_the_log_is_narrowed_to_and_how_to_see_all() -> None:
    shown = Shown(Kind.WATCHING, "PMI France", "hiring")
    assert log_title(shown, 80, FULL).text == (
        "  LOG   ┄ watching   PMI France   “hiring”                        esc show all  "
    )
    assert log_title(Shown(), 80, FULL).text.strip() == "LOG"


class TestWindow:
    """One entry in each of 100 weeks; a window onto them."""

    ENTRIES = tuple(
        Entry(f"e{back}", datetime(2026, 11, 23, 12, tzinfo=ZONE) - timedelta(weeks=back), 15, Kind.WATCHING, "lyon-ux")
        for back in range(100)
    )
    NEWEST, OLDEST = Week(2026, 48), Week(2026, 48).plus(-99)

    def window(self) -> LogWindow:
        self.asked: list[tuple[date, date]] = []
        return LogWindow(self.ask, self.NEWEST, self.OLDEST)

    def ask(self, since: date, until: date) -> list[Entry]:
        self.asked.append((since, until))
        return [one for one in self.ENTRIES if since <= one.day <= until]

    def ids(self, rows: list[Item]) -> list[str]:
        return [one.id for one in rows if isinstance(one, Entry)]

    def test_it_loads_some_weeks_around_one_and_no_more(self) -> None:
        window = self.window()
        window.around(self.NEWEST.plus(-50))
        assert self.ids(window.items) == [f"e{n}" for n in range(50 - SLICE, 50 + SLICE + 1)]

    def test_it_grows_at_both_ends_until_the_log_ends(self) -> None:
        window = self.window()
        window.around(self.NEWEST.plus(-50))
        while window.older() or window.newer():
            pass
        assert self.ids(window.items) == [one.id for one in self.ENTRIES]
        assert not window.older()
        assert not window.newer()

    def test_nothing_is_asked_for_twice(self) -> None:
        window = self.window()
        window.around(self.NEWEST)
        while window.older():
            pass
        days = sorted(self.asked)
        assert all(until < since for (_, until), (since, _) in pairwise(days))

    def test_a_week_beyond_the_ends_is_taken_as_the_end(self) -> None:
        window = self.window()
        window.around(self.OLDEST.plus(-300))
        assert self.ids(window.items)[-1] == "e99"
