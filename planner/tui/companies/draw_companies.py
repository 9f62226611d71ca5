"""Companies as rows, and one of them as a page: whom she knows there, how warm, the page's standing, the ways in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rich.cells import cell_len

from planner.domain.fact import Fact
from planner.domain.people.companies import Company
from planner.domain.people.company_words import (
    closest_words,
    known_words,
    last_there,
    page_words,
    spelled_words,
    wanted_words,
)
from planner.domain.people.tie_list import TieRow
from planner.domain.people.tie_words import last_words, warmth_word
from planner.domain.people.ways import Way, way_words
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say

from ..widgets.draw_facts import INDENT, cut, fact_rows
from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import ruled, with_keys
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

GAP = 2
WIDE_FROM, NARROW_BELOW = 100, 70
LONGEST_NAME = 28
SHORTEST_NAME = 12


class CompanyLook(NamedTuple):
    """One company as it is looked at, with the ways in, and another that it may be."""

    company: Company
    ways: Sequence[Way]
    alike: str
    today: date


def title(some: Sequence[Company], shown: int, text: str, width: int, hints: Sequence[Hint] = ()) -> Row:
    """How many there are, at how many of her pages she knows nobody, and keys; or what is searched for."""
    row = Row(INDENT).put(say("COMPANIES"), "dim strong").put(f"  {len(some)}", "text strong")
    if text:
        found = Row().put(say("{n} of {all}", n=shown, all=len(some)), "text")
        row.put(f"  {say('“{text}”', text=text)}", "text", max(1, width - row.cells - found.cells - 2 * INDENT - GAP))
        return row.to(width - INDENT - found.cells).extend(found).fitted(width)
    wanted = sum(each.wanted for each in some)
    if wanted:
        words = plural(wanted, "{n} page where you know nobody", "{n} pages where you know nobody")
        row.put(f"   {words}", "leaning")
    keys = with_keys(Row(), hints, width - row.cells - INDENT)
    return row.to(width - INDENT - keys.cells).extend(keys).fitted(width)


class _Shape(NamedTuple):
    """Where the columns begin, and how many cells a name has."""

    name: int
    people: int
    closest: int
    last: int
    page: int
    width: int


def _shape(width: int, some: Iterable[Company]) -> _Shape:
    longest = max((cell_len(each.name) for each in some), default=0)
    name = min(max(longest, SHORTEST_NAME), LONGEST_NAME if width >= WIDE_FROM else 20)
    last = max(cell_len(text) for text in (say("yesterday"), plural(1000, "{n} day", "{n} days")))
    page = max(cell_len(say(word)) for word in ("candidate", "selected", "parked"))
    people = 4
    starts_page = width - INDENT - page if width >= NARROW_BELOW else width
    starts_last = (starts_page if width >= NARROW_BELOW else width - INDENT + GAP) - GAP - last
    starts_people = INDENT + name + GAP
    return _Shape(INDENT, starts_people, starts_people + people + GAP, starts_last, starts_page, width)


def heading(some: Sequence[Company], width: int, marks: Marks) -> Row:
    """The columns' titles."""
    at = _shape(width, some)
    row = Row(at.name).put(say("COMPANY"), "dim").to(at.people).put(marks.meeting, "meeting")
    row.to(at.closest).put(say("CLOSEST"), "dim").to(at.last).put(say("LAST"), "dim")
    return row.to(at.page).put(say("PAGE") if at.page < width else "", "dim").fitted(width)


def company_row(company: Company, some: Sequence[Company], width: int, marks: Marks, *, chosen: bool) -> Row:
    """One company: met of those known, whom she is closest to, how long ago, and where its page stands."""
    at = _shape(width, some)
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(at.name)
    row.put(company.name, "text strong" if chosen else "text", at.people - at.name - GAP).to(at.people)
    known = f"{company.met}/{len(company.rows)}" if company.rows else marks.none
    row.put(known, "text" if company.met else "dim").to(at.closest)
    if company.wanted:
        row.put(say("nobody known yet"), "leaning", at.last - at.closest - GAP)
    else:
        row.put(closest_words(company) or marks.none, "text" if company.closest else "dim", at.last - at.closest - GAP)
    row.to(at.last).put(last_there(company) or marks.none, "dim")
    if at.page < width:
        row.to(at.page).put(page_words(company) or marks.none, "dim")
    return row.fitted(width).marked("chosen") if chosen else row.fitted(width)


def detail(look: CompanyLook, width: int, height: int = 1000) -> list[Row]:
    """The ways in, and what else there is to know, in at most ``height`` rows."""
    company = look.company
    row = Row(INDENT).put(company.name, "text strong").put(f"   {known_words(company)}", "dim")
    facts = (*_ways(look), *_known(look))
    return [each.fitted(width) for each in cut([row, *fact_rows(facts, width)], height)]


def company_page(look: CompanyLook, width: int, marks: Marks) -> list[Row]:
    """All of it: the ways in first, then who works there and who did."""
    company = look.company
    rows = [Row(INDENT).put(company.name, "text strong").put(f"   {known_words(company)}", "dim")]
    rows += [*fact_rows(_known(look), width), Row(), ruled(say("WAYS IN"), width, marks)]
    rows += fact_rows([Fact(way.via.person.name, way_words(way, look.today)) for way in look.ways], width)
    if not look.ways:
        rows += fact_rows(_ways(look), width)
    for words, people in ((say("WHO WORKS THERE"), company.rows), (say("WHO WORKED THERE"), company.former)):
        if people:
            rows += [Row(), ruled(words, width, marks), *fact_rows([_person(each) for each in people], width)]
    return [row.fitted(width) for row in rows]


def _ways(look: CompanyLook) -> tuple[Fact, ...]:
    """The ways in under one word; where there is none, that."""
    label = say("ways in")
    told = [say("{person}: {text}", person=way.via.person.name, text=way_words(way, look.today)) for way in look.ways]
    told = told or [wanted_words(look.company) or say("No way in is known yet.")]
    return tuple(Fact("" if number else label, words) for number, words in enumerate(told))


def _known(look: CompanyLook) -> tuple[Fact, ...]:
    company, page = look.company, look.company.page
    facts = (
        Fact(say("page"), ", ".join(filter(None, (page_words(company), page.why if page else "")))),
        Fact(say("also written"), spelled_words(company)),
        Fact(say("may be"), say("{company}: J joins them", company=look.alike) if look.alike else ""),
    )
    return tuple(fact for fact in facts if fact.words)


def _person(row: TieRow) -> Fact:
    words = (row.person.position, row.tie.stage.title, warmth_word(row.tie), last_words(row.tie))
    return Fact(row.person.name, ", ".join(filter(None, words)))
