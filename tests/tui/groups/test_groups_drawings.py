"""The Groups screen's parts as text."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.audit.audit import Audit, GroupAudit, audit
from planner.domain.audit.columns import View
from planner.domain.audit.uses import Uses
from planner.domain.audit.words import group_facts
from planner.domain.book import Book
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.grammar.group_fields import FIELDS, PARTS
from planner.domain.group import Fit, Group, Nature, Role, Standing
from planner.domain.kinds import Kind
from planner.domain.objective import Objective
from planner.domain.record import WeekRecord
from planner.domain.review import Verdict
from planner.domain.week import Week
from planner.tui.groups.draw_checks import checks
from planner.tui.groups.draw_columns import NARROW, WIDE, fit_mark, shape
from planner.tui.groups.draw_detail import all_facts, group_detail
from planner.tui.groups.draw_room import share
from planner.tui.groups.draw_table import foot, group_row, heading
from planner.tui.groups.draw_title import groups_title, tabs
from planner.tui.groups.merge import merge
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_gauge import reality_bar
from planner.tui.widgets.draw_marks import ASCII, FULL, Marks
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.draw_sheet import SheetLook, sheet_row

LAST, TODAY = Week(2026, 48), date(2026, 11, 26)
SEEN = Objective("seen", "Be seen by decision-makers")
LYON = Group(
    "lyon",
    "lyon",
    "Lyon UX",
    fit=Fit(3, 2, 0, 1),
    upkeep=90,
    objectives=("seen",),
    platform="LinkedIn",
    next_look=date(2027, 1, 20),
    rank=1,
)
NEWS = Group("news", "news", "Métropole économie", roles=(Role.WATCH,), nature=Nature.FEED, upkeep=30, rank=2)
OLD = Group("old", "old", "Old club", Standing.LEFT, upkeep=500, reason="job threads only")
BOOK = Book({"seen": SEEN}, {group.id: group for group in (LYON, NEWS, OLD)}, {})
SHEET = SheetLook(LYON, BOOK, FIELDS, PARTS)


def entry(day: int, minutes: int, kind: Kind, group: Group, **more: object) -> Entry:
    start = datetime.combine(LAST.days[day], time(12), UTC)
    return Entry(f"{day}{kind}", start, minutes, kind, group.id)._replace(**more)  # type: ignore[arg-type]


ENTRIES = (
    entry(0, 65, Kind.CONTRIBUTION, LYON, objectives=("seen",)),
    entry(1, 60, Kind.MEETING, LYON, people=("marie",), echo=Echo(text="thanks"), objectives=("seen",)),
    entry(2, 20, Kind.WATCHING, NEWS),
)


def audited(taken: Verdict | None = None, available: int = 60) -> Audit:
    return audit([WeekRecord(LAST, None, ENTRIES)], BOOK, {"lyon": taken} if taken else {}, available, TODAY)


def rows_at(width: int, marks: Marks = FULL, first: int = 0, found: Audit | None = None) -> list[str]:
    found = found or audited()
    columns = shape(width, 20, first, marks)
    drawn = [group_row(row, columns, TODAY, width, marks, chosen=n == 0) for n, row in enumerate(found.rows)]
    return [row.text for row in (heading(columns, View(), width, marks), *drawn)]


def words(row: str) -> str:
    return " ".join(row.split())


def text(rows: list[Row]) -> list[str]:
    return [row.text.rstrip() for row in rows]


class TestTable:
    def test_a_row_says_minutes_and_a_dash_for_nothing(self) -> None:
        head, lyon, news, old = rows_at(120)
        assert words(head) == "GROUP STANDING↑ ROLE FIT UPKEEP ■ GIVEN ◆ MET ┄ READ PEOPLE ■ TIMES VERDICT"
        assert words(lyon) == "› Lyon UX selected ties ▅▃·▁ 6 1h30 1h05 1h – 1 1 ? keep"
        assert words(news) == "Métropole économie selected watch –––– – 30 – – 20 – – ? keep"
        assert old.split()[-1] == "–"

    def test_figures_end_under_their_headings(self) -> None:
        head, lyon, *_ = rows_at(120)
        assert lyon[: head.index("GIVEN") + 5].endswith("1h05")
        assert lyon[: head.index("UPKEEP") + 6].endswith("1h30")

    def test_a_verdict_that_was_taken_has_a_tick(self) -> None:
        assert rows_at(80, found=audited(Verdict.MORE))[1].rstrip().endswith("✓ more")

    def test_the_sorted_column_says_so_and_which_way(self) -> None:
        columns = shape(120, 20, 0, FULL)
        assert "■ GIVEN↓" in heading(columns, View(column="given"), 120, FULL).text
        assert "■ GIVEN↑" in heading(columns, View(column="given", turned=True), 120, FULL).text
        assert "GROUP↑" in heading(columns, View(column="name"), 120, FULL).text

    def test_name_and_verdict_stay_while_others_scroll(self) -> None:
        head, lyon, *_ = rows_at(60, first=99)
        assert head.split()[0] == "GROUP" and head.split()[-1] == "VERDICT"
        assert "ROLE" in head and "GIVEN" not in head
        assert lyon.startswith("› Lyon UX") and lyon.rstrip().endswith("keep")

    def test_narrow_the_log_comes_first_then_its_fruit(self) -> None:
        assert [place.name for place in shape(60, 20, 0, FULL).places] == ["given", "met", "read"]
        assert [place.name for place in shape(80, 20, 0, FULL).places] == ["given", "met", "read", "people", "fit"]

    @given(st.integers(50, 200), st.integers(0, 20), st.integers(0, 60))
    def test_every_column_is_seen_or_named_as_out_of_it(self, width: int, first: int, longest: int) -> None:
        found = shape(width, longest, first, FULL)
        every = (*found.before, *(place.name for place in found.places), *found.after)
        assert every == (WIDE if width >= 100 else NARROW)
        assert found.places
        assert all(one.end < other.start for one, other in zip(found.all, found.all[1:], strict=False))

    @given(st.integers(50, 200), st.text(max_size=60), st.sampled_from([FULL, ASCII]))
    def test_every_row_is_as_wide_as_the_screen(self, width: int, name: str, marks: Marks) -> None:
        row = audited().rows[0]
        odd = row._replace(figures=row.figures._replace(group=LYON._replace(name=name)))
        columns = shape(width, len(name), 0, marks)
        assert group_row(odd, columns, TODAY, width, marks, chosen=True).cells == width

    def test_a_click_finds_the_column_under_it(self) -> None:
        found = shape(80, 20, 0, FULL)
        assert found.column_at(3) == "name"
        assert found.column_at(79) == "verdict"
        assert {found.column_at(place.end - 1) for place in found.places} == {place.name for place in found.places}

    def test_the_line_under_it_says_what_is_unseen(self) -> None:
        columns = shape(80, 20, 2, FULL)
        line = foot(columns, 3, 12, 80, FULL).text
        assert line.startswith("── ↑ 3  ↓ 12 more ──")
        assert line.rstrip("─ ").endswith(f"← 2  → {len(columns.after)} more columns")
        assert foot(shape(60, 20, 99, FULL), 0, 0, 60, FULL).text.count("→") == 0

    def test_plain_ascii_is_plain(self) -> None:
        drawn = "".join(rows_at(120, ASCII)).replace("é", "e")
        assert drawn.isascii()
        assert fit_mark(LYON.fit, ASCII).text == "3201  6"


class TestTitle:
    def test_it_counts_standings_and_marks_the_shown(self) -> None:
        line = groups_title(audited(), View(), "", 80, FULL, [Hint("s", "weeks", 1, "s")]).text
        assert line.startswith("  GROUPS  [all 3]  selected 2   left 1 ")
        assert line.rstrip().endswith("s 1 week")

    def test_narrowed_it_says_how_to_see_all(self) -> None:
        line = groups_title(audited(), View(Standing.LEFT, "read>60"), "", 80, FULL).text
        assert "[left 1]" in line and "“read>60”" in line and "esc show all" in line
        assert "selected" not in line

    def test_a_click_finds_the_standing_under_it(self) -> None:
        line = groups_title(audited(), View(), "", 80, FULL).text
        found = tabs(audited(), View(), 80)
        assert [line[tab.start : tab.stop].strip(" []") for tab in found] == ["all 3", "selected 2", "left 1"]


class TestChecks:
    def test_following_all_frays_past_what_there_is(self) -> None:
        row = checks(audited(), 80, 1, FULL)[0].text
        assert row.startswith("  FOLLOWING ALL  2h a week  ━━━━")
        assert row.rstrip().endswith("╍  2 times the 1h you have")

    def test_what_fits_has_no_loose_end(self) -> None:
        assert reality_bar(30, 60, 20, FULL).text == "━━━━━━━───────┊     "
        assert reality_bar(120, 60, 20, FULL).text == "━━━━━━━━━━┊╍╍╍╍╍╍╍╍╍"

    def test_the_bar_stays_at_60(self) -> None:
        row = checks(audited(), 60, 1, FULL)[0].text
        assert "━┊╍" in row and row.rstrip().endswith("2 times your 1h")

    def test_sentences_are_whole_or_left_to_a_key(self) -> None:
        told_at_80 = text(checks(audited(), 80, 2, FULL))[1]
        assert told_at_80.startswith("  1 selected group serves no objective: Métropole économie.")
        assert told_at_80.endswith("i more")
        assert "served no objective" in text(checks(audited(), 120, 3, FULL))[1]

    def test_without_upkeep_it_says_what_is_missing(self) -> None:
        bare = Book({}, {"a": Group("a", "a", "A")}, {})
        found = audit([WeekRecord(LAST, None, ())], bare, {}, 60, TODAY)
        assert "no group was looked at yet" in text(checks(found, 80, 1, FULL))[0]


class TestDetail:
    def lyon(self) -> GroupAudit:
        return audited().rows[0]

    def test_it_tells_all_figures_in_words(self) -> None:
        rows = text(group_detail(self.lyon(), group_facts(self.lyon(), BOOK, TODAY), 120, FULL))
        fit = "trade 3, sector 2, place 0, interest 1: 6 of 12; activity –, worth –, joy –; upkeep 1h30 a week"
        assert rows[0] == "  Lyon UX   selected · ties · community · LinkedIn"
        assert rows[1:] == [
            "  proposed  keep: nothing asks for a change",
            "  brought   1h05 given and 1h met in 1 week; 1 contribution, 1 person met, 1 echo",
            "  cost      2h05 a contribution, 2h05 a person met",
            "  meetings  1 not said",
            "  when      gave on Mon 23 Nov, 3 days ago",
            f"  fit       {fit}",
            "  serves    Be seen by decision-makers",
            "  look      again on Wed 20 Jan 2027",
        ]

    def test_a_group_that_nobody_looked_at_asks_for_it(self) -> None:
        news = audited().rows[1]
        assert text(group_detail(news, group_facts(news, BOOK, TODAY), 80, FULL))[0].endswith("asks for a look")

    def test_where_it_is_cut_it_says_so(self) -> None:
        rows = text(group_detail(self.lyon(), group_facts(self.lyon(), BOOK, TODAY), 60, FULL, 3))
        assert len(rows) == 3
        assert rows[-1].endswith(" …")

    def test_all_of_it_has_the_checks_too(self) -> None:
        rows = " ".join(" ".join(text(all_facts(None, (), audited(), 80, FULL))).split())
        assert "ALL GROUPS Following all of your groups takes 2h a week; you have 1h: 2 times over." in rows
        assert "20 min of 2h25 logged served no objective (14 %)." in rows

    def test_all_of_it_tells_what_the_group_is_whole(self) -> None:
        lyon = self.lyon()
        site = lyon.group._replace(platform="Slack and a mailing list", place="Lyon and around")
        rows = text(all_facts(lyon._replace(figures=lyon.figures._replace(group=site)), (), audited(), 60, FULL))
        told = " ".join(" ".join(rows[1:4]).split())
        assert rows[0].strip() == "Lyon UX" and "Slack and a mailing list · Lyon and around" in told and "…" not in told

    def test_why_she_left_is_told(self) -> None:
        old = audited().rows[2]
        words = {each.about: each.words for each in group_facts(old, BOOK, TODAY)}
        assert words["left"] == "job threads only"
        assert "proposed" not in words and "look" not in words


class TestSheet:
    def test_each_field_has_a_row_and_marks_are_drawn(self) -> None:
        rows = [sheet_row(SHEET, n, 80, FULL, chosen=field.name == "fit.trade") for n, field in enumerate(FIELDS)]
        drawn = text(rows)
        assert drawn[0].split() == ["name", "Lyon", "UX"]
        assert next(row for row in drawn if "trade" in row).split() == ["›", "trade", "3", "━━━", "0-3"]
        assert next(row for row in drawn if "sector" in row).split() == ["sector", "2", "━━─"]
        assert next(row for row in drawn if "place" in row and "0" in row).split() == ["place", "0", "───"]
        assert next(row for row in drawn if "objectives" in row).endswith("Be seen by decision-makers")
        assert all(row.cells == 80 for row in rows)

    def test_air_parts_its_parts_where_there_is_room(self) -> None:
        assert SHEET.rows(airy=False) == [*range(len(FIELDS))]
        assert SHEET.rows(airy=True).count(None) == 7


class TestRoom:
    @given(st.integers(14, 80), st.integers(0, 300), st.integers(0, 6))
    def test_parts_take_all_there_is_the_table_has_rows(self, height: int, groups: int, sentences: int) -> None:
        room = share(height, groups, sentences)
        assert room.checks + room.table + room.detail + room.spare + 4 + (2 if height >= 18 else 1) == height
        assert room.table >= 2 + min(groups, 2)
        assert not groups or room.detail >= 3

    def test_the_chosen_group_stands_close_to_its_table(self) -> None:
        room = share(60, 14, 2)
        assert (room.table, room.spare) == (2 + 14, 60 - 4 - 2 - room.checks - room.table - room.detail) and room.spare
        assert not share(30, 14, 2).spare


def test_a_merge_says_what_follows_before_it_is_done() -> None:
    first, *_ = text(merge(NEWS, LYON, Uses(14, 3, 1), 80))
    assert first == "  To Lyon UX go from Métropole économie: 14 entries, 3 plans and 1 person."
    assert "nothing logged or planned" in text(merge(NEWS, LYON, Uses(), 80))[0]
