"""The People screen's parts as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.grammar.person_fields import FIELDS, PARTS
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.people.doubles import doubles
from planner.domain.people.thread import thread
from planner.domain.people.tie import Stage
from planner.domain.people.tie_list import TieFilter, TieList, TieOrder, tie_list
from planner.domain.person import Circle, Person
from planner.domain.step import Owed, Step, StepState
from planner.domain.trace import Contact, Trace
from planner.domain.week import Week
from planner.tui.people.draw_columns import DRAWINGS, PeopleLook, next_step, people_shape
from planner.tui.people.draw_detail import PersonLook, page_title, person_detail
from planner.tui.people.draw_doubles import pair_rows, pair_title
from planner.tui.people.draw_page import PageLook, person_page
from planner.tui.people.draw_room import FRAME, share
from planner.tui.people.draw_table import foot, heading, nothing, person_row
from planner.tui.people.draw_tie import thread_mark, warmth_mark
from planner.tui.people.draw_title import narrowed_to, people_title, stage_tabs
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_marks import ASCII, FULL, Marks
from planner.tui.widgets.draw_notice import notice_height
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.draw_sheet import SheetLook, sheet_row
from tests.domain.contacts import TODAY, contact

MARIE = Person(
    "marie", "Marie Dupont", "Acme", "designer", "Lyon", circle=Circle.PEER, groups=("lyon-ux", "pmi"), how_met="a fair"
)
PAUL = Person("paul", "Paul Roy", circle=Circle.DECISION_MAKER, cadence=30)
TOM = Person("tom", "Tom Lefèvre", dormant=True)
INES = Person("ines", "Inès Faure")
STEPS = (
    Step("s1", "marie", "the deck", TODAY - timedelta(days=2), Owed.MINE, made=TODAY - timedelta(days=9)),
    Step("s2", "marie", "write", TODAY + timedelta(days=1)),
    Step("s3", "paul", "an introduction", TODAY, Owed.THEIRS),
    Step("s4", "marie", "call", TODAY, state=StepState.DONE, closed=TODAY, put_off=2, made=TODAY),
)
CONTACTS = (
    contact("m", 130, ("tom",), form="video"),
    contact("m", 90, ("marie",)),
    contact("m", 70, ("marie", "paul")),
    contact("c", 3, ("marie",), echoed=True),
)
BOOK = Book(
    {},
    {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX"), "pmi": Group("pmi", "pmi", "PMI France")},
    {person.id: person for person in (MARIE, PAUL, TOM, INES)},
    {step.id: step for step in STEPS},
)
GROUPS = {id_: group.name for id_, group in BOOK.groups.items()}


def listed() -> TieList:
    return tie_list(BOOK, [Trace(Week.of(TODAY), CONTACTS)], TODAY)


def table(width: int, order: TieOrder = TieOrder.OVERDUE, marks: Marks = FULL) -> list[str]:
    look = PeopleLook(people_shape(width, 14), order, GROUPS, TODAY)
    rows = [person_row(row, look, width, marks, chosen=n == 0) for n, row in enumerate(listed().rows)]
    return [row.text for row in (heading(look, width, marks), *rows)]


def words(row: str) -> str:
    return " ".join(row.split())


def text(rows: list[Row]) -> list[str]:
    return [row.text.rstrip() for row in rows]


class TestTable:
    def test_a_row_has_everything_at_120(self) -> None:
        head, marie, paul, tom, ines = table(120)
        assert words(head) == "NAME TIE LAST↓ NEXT STEP ◆ CIRCLE GROUPS"
        assert words(marie) == "› Marie Dupont ━━━ tied ● 3 days I owe: the deck +1 2 days late 2 peer Lyon UX +1"
        assert words(paul) == "Paul Roy ━━─ met ○ 70 days they owe: an introduction due today 1 decision-maker Lyon UX"
        assert words(tom) == "Tom Lefèvre ━━─ met z 130 days 1 – Lyon UX"
        assert words(ines) == "Inès Faure ─── spotted – – –"

    def test_stage_warmth_and_next_step_stay_at_60(self) -> None:
        _, marie, paul, *_ = table(60)
        assert words(marie) == "› Marie Dupont ━━━ ● 3 days → the de… +1 2 d late"
        assert words(paul) == "Paul Roy ━━─ ○ 70 days ← an intro… due today"

    def test_plain_ascii_tells_them_apart_too(self) -> None:
        _, marie, paul, tom, ines = table(80, marks=ASCII)
        assert [row.split()[2 + (row is marie)] for row in (marie, paul, tom, ines)] == ["===", "==-", "==-", "---"]
        assert "* 3 days" in marie and "o 70 days" in paul and "z 130 days" in tom

    @pytest.mark.parametrize("marks", [FULL, ASCII])
    def test_stages_and_warmths_have_own_looks(self, marks: Marks) -> None:
        assert len({thread_mark(stage, marks).text for stage in Stage}) == len(Stage)
        assert len({warmth_mark(row.tie, marks)[0] for row in listed().rows}) == 4
        assert len({marks.warm, marks.cooling, marks.cold, marks.resting}) == 4

    def test_the_heading_says_what_sorts_the_rows(self) -> None:
        assert "LAST↑" in table(120, TieOrder.LAST)[0]
        assert "TIE↓" in table(120, TieOrder.STAGE)[0]
        assert "◆↓" in table(120, TieOrder.MEETINGS)[0]
        assert {order.sorting.column for order in TieOrder} < set(DRAWINGS)

    def test_when_a_step_is_for_is_never_cut(self) -> None:
        row = listed().rows[0]
        for width in range(14, 60):
            assert next_step(row, TODAY, width, FULL, words=False).text.endswith(("2 days late", "2 d late"))

    def test_narrow_it_is_said_shortly_with_the_step(self) -> None:
        assert next_step(listed().rows[0], TODAY, 20, FULL, words=False).text == "→ the… +1   2 d late"

    def test_the_foot_counts_those_out_of_sight(self) -> None:
        key = Hint("D", "doubles", 1, "D")
        assert words(foot(3, 20, 0, 40, FULL, key).text).startswith("── ↑ 3 ↓ 20 more ─")
        assert foot(0, 0, 0, 40, FULL, key).text == "─" * 40
        assert foot(0, 9, 2, 40, FULL, key).text == "── ↓ 9 more ────── D 2 likely doubles ──"
        assert "Escape" in nothing(80)[0].text

    @given(st.integers(50, 200), st.integers(0, 60), st.sampled_from([FULL, ASCII]))
    def test_a_row_fills_the_screen_columns_never_meet(self, width: int, longest: int, marks: Marks) -> None:
        shape = people_shape(width, longest)
        ends = [place.end for place in shape.places]
        assert all(place.start < place.end for place in shape.places) and ends[-1] <= width
        assert all(end + 2 <= place.start for end, place in zip(ends, shape.places[1:], strict=False))
        look = PeopleLook(shape, TieOrder.NAME, GROUPS, TODAY)
        for row in listed().rows:
            assert person_row(row, look, width, marks, chosen=False).cells == width
        assert heading(look, width, marks).cells == width


class TestTitle:
    def test_it_counts_stages_and_what_cools(self) -> None:
        drawn = people_title(listed().counts(), TieFilter(), 4, 120, FULL).text
        assert words(drawn) == "PEOPLE [all 4] ━━━ tied 1 ━━─ met 2 ─── spotted 1 ○ cold 1 z resting 1"

    def test_where_it_is_narrow_marks_stand_for_words(self) -> None:
        counts = listed().counts()
        many = counts._replace(people=3000, at=dict.fromkeys(Stage, 750), warm=dict.fromkeys(counts.warm, 900))
        for width in range(50, 140):
            drawn = people_title(many, TieFilter(), 3000, width, FULL)
            assert drawn.cells == width and "3000" in drawn.text

    def test_it_names_the_key_that_turns_the_stages(self) -> None:
        counts, keys = listed().counts(), [Hint("f3", "stage", 1, "f3")]
        for width in (60, 80, 120):
            row = people_title(counts, TieFilter(), 4, width, FULL, keys)
            assert row.cells == width and row.key_at(row.text.index("f3")) == "f3"
        assert "spotted 1   f3 stage" in people_title(counts, TieFilter(), 4, 80, FULL, keys).text

    def test_what_it_is_narrowed_to_is_never_cut(self) -> None:
        wanted, keys = TieFilter(Circle.DECISION_MAKER), [Hint("shift+tab", "stage", 1, "shift+tab")]
        assert "decision-maker" in people_title(listed().counts(), wanted, 4, 60, FULL, keys).text

    def test_it_says_what_the_table_is_narrowed_to(self) -> None:
        wanted = TieFilter(Circle.PEER, Stage.TIED, quiet=60, owed=True, text="acme")
        assert narrowed_to(wanted) == "“acme”, peer, not for 60 days, promised"
        drawn = words(people_title(listed().counts(), wanted, 1, 120, FULL).text)
        assert "[tied 1]" in drawn and "“acme”, peer, not for 60 days, promised" in drawn
        assert drawn.endswith("1 person esc show all")

    def test_a_click_finds_its_stage(self) -> None:
        counts = listed().counts()
        for tab in stage_tabs(counts, TieFilter(), 4, 120, FULL):
            drawn = people_title(counts, TieFilter(), 4, 120, FULL).text[tab.start : tab.stop]
            assert ("all" if tab.stage is None else tab.stage.title) in drawn


class TestPerson:
    def look(self, person: str) -> PersonLook:
        row = listed().row(person)
        assert row
        return PersonLook(row, BOOK, TODAY)

    def test_wide_reasons_stand_beside_what_is_next(self) -> None:
        told = "\n".join(text(person_detail(self.look("marie"), 120, FULL)))
        assert "Marie Dupont   designer · Acme · Lyon · peer" in told and "@marie" in told
        assert "tied, warm: last contact 3 days ago, cooling after 60" in told
        assert "next" in told and "I owe: the deck, 2 days late" in told and "write, due Fri" in told
        assert "how met" in told and "a fair" in told and "Something came back once" in told

    def test_narrow_what_is_next_precedes_evidence(self) -> None:
        rows = text(person_detail(self.look("marie"), 60, FULL, 5))
        assert len(rows) == 5 and rows[-1].endswith("…")
        assert any("I owe: the deck" in row for row in rows)

    @pytest.mark.parametrize("width", [50, 60, 80, 120, 200])
    def test_it_keeps_to_its_room(self, width: int) -> None:
        for person in BOOK.people:
            for height in (1, 4, 9):
                rows = person_detail(self.look(person), width, FULL, height)
                assert len(rows) <= height and all(row.cells == width for row in rows)

    def test_the_sheet_shows_every_field(self) -> None:
        sheet = SheetLook(MARIE, BOOK, FIELDS, PARTS)
        drawn = [sheet_row(sheet, n, 80, FULL, chosen=n == 6).text for n in range(len(FIELDS))]
        told = "\n".join(map(words, drawn))
        assert "name Marie Dupont" in told and "circle peer enter next" in told and "cadence –" in told
        assert "groups Lyon UX and PMI France" in told and "note –" in told


class TestPage:
    def page(self, width: int = 120, today: date = TODAY, *entries: Entry) -> list[Row]:
        row = listed().row("marie")
        assert row
        return person_page(PageLook(thread(row, entries, BOOK, 2 if entries else 0), (), BOOK, today, width, FULL))

    def entries(self) -> Iterator[Entry]:
        for each in CONTACTS:
            if "marie" in each.people:
                yield entry_of(each)

    def test_steps_and_entries_are_newest_first(self) -> None:
        told = "\n".join(text(self.page(120, TODAY, *self.entries())))
        assert "✓ call; step done" in told
        assert "step set, for Thu 26 Nov, put off 2 times" in told
        assert "■ Lyon UX, an answer; came back: “thanks”" in told
        assert "◆ Lyon UX; with Paul Roy" in told
        assert told.index("an answer") < told.index("with Paul Roy")
        assert "and 2 earlier entries" in told

    def test_a_year_that_is_not_this_one_is_said(self) -> None:
        rows = text(self.page(120, TODAY.replace(year=2027), *self.entries()))
        assert "  2026" in rows

    def test_where_it_is_narrow_the_thread_comes_first(self) -> None:
        told = "\n".join(text(self.page(60, TODAY, *self.entries())))
        assert told.index("WHAT PASSED") < told.index("WHAT IS KNOWN") < told.index("a fair")
        assert all(row.cells == 60 for row in self.page(60, TODAY, *self.entries()))

    def test_who_they_are_is_told_whole(self) -> None:
        for width in (60, 120):
            row = listed().row("marie")
            assert row
            person = row.person._replace(company="Atelier Lumen and its daughters", position="director of design")
            page = PageLook(thread(row._replace(person=person), (), BOOK), (), BOOK, TODAY, width, FULL)
            title = page_title(person, width, FULL).text
            told = " ".join(" ".join(text(person_page(page))).split())
            assert "…" not in title and ("director of design" in title) is (width == 120)
            assert ("who director of design, Atelier Lumen and its daughters" in told) is (width == 60)

    def test_with_nothing_it_names_the_keys(self) -> None:
        row = listed().row("ines")
        assert row
        told = "\n".join(text(person_page(PageLook(thread(row, (), BOOK), (), BOOK, TODAY, 80, FULL))))
        assert "Nothing yet. m logs a meeting with them, c an exchange." in told


def test_a_pair_shows_which_one_stays_and_why_they_may_be_one() -> None:
    short = Person("m", "M. Dupont", "Acme", emails=("m@acme.org",))
    ties = tie_list(BOOK._replace(people={"marie": MARIE, "m": short}), [Trace(Week.of(TODAY), CONTACTS)], TODAY)
    (double,) = doubles([MARIE, short])
    assert words(pair_title(double, "1 of 2").text) == "ONE PERSON? a name cut short 1 of 2"
    stays, goes, _, said = text(pair_rows(ties.rows[0], ties.rows[1], "Merged A into B", 80, FULL))
    assert words(stays).startswith("stays Marie Dupont ━━━ tied, 2 meetings designer · Acme")
    assert words(goes) == "goes M. Dupont ─── spotted Acme · m@acme.org"
    assert words(said) == "▸ Merged A into B"


def test_every_part_has_room() -> None:
    for height in range(14, 80):
        for people in (1, 5, 40, 3000):
            room = share(height, people)
            table = height - FRAME - notice_height(height) - room.airy - room.detail - room.spare
            assert room.detail >= 4 and table >= 3
            assert not room.spare or table == 2 + people


def entry_of(each: Contact) -> Entry:
    echo = Echo(text="thanks") if each.echoed else None
    note = "an answer" if each.kind is Kind.CONTRIBUTION else ""
    return Entry(
        each.entry, each.start, each.minutes, each.kind, each.group, each.form, each.people, note=note, echo=echo
    )
