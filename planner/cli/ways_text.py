"""Companies, ways to people and what to know before a meeting, as rows of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planner.cli.tables import NAME, REASON, TEXT, fields, table
from planner.domain.book import Book
from planner.domain.people.appointment_words import appointment_words
from planner.domain.people.brief_words import facts_of
from planner.domain.people.company_words import (
    closest_words,
    known_words,
    last_there,
    page_words,
    spelled_words,
    wanted_words,
)
from planner.domain.people.tie_words import last_words, warmth_word
from planner.domain.people.ways import way_words
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.domain.people.brief import Brief
    from planner.domain.people.companies import Company
    from planner.domain.people.tie_list import TieRow
    from planner.domain.people.ways import Way
    from planner.domain.people.why_now import WhyNow


def companies_text(some: Sequence[Company]) -> str:
    """Companies, one on a line under their heads; nothing for none."""
    heads = (say("COMPANY"), say("PEOPLE"), say("CLOSEST"), say("LAST"), say("PAGE"))
    rows = [
        (
            each.name,
            known_words(each) if each.rows else wanted_words(each) or known_words(each),
            closest_words(each) or "–",
            last_there(each) or "–",
            page_words(each) or "–",
        )
        for each in some
    ]
    return "\n".join(table([heads, *rows], (NAME, NAME, NAME, TEXT, TEXT), head=True)) if rows else ""


def company_text(company: Company, ways: Sequence[Way], today: date) -> str:
    """A company in full: how it is written, the page, who works there, who did, and the ways in."""
    known = [
        (say("also written"), spelled_words(company)),
        (say("page"), page_words(company)),
        (say("known"), known_words(company)),
        (say("last contact"), last_there(company)),
    ]
    lines = [company.name, *fields(known)]
    for title, rows in ((say("Who works there"), company.rows), (say("Who worked there"), company.former)):
        if rows:
            lines += ["", title, *table([_row(row) for row in rows], (NAME, NAME, TEXT, TEXT, TEXT), 2)]
    lines += ["", *ways_lines(ways, today, say("Ways in"))] if ways else ["", say("No way in is known yet.")]
    return "\n".join(lines)


def _row(row: TieRow) -> tuple[str, ...]:
    tie = row.tie
    return row.person.name, row.person.position or "–", tie.stage.title, warmth_word(tie) or "–", last_words(tie) or "–"


def ways_lines(ways: Sequence[Way], today: date, title: str) -> Sequence[str]:
    """Ways, one on a line under what they are; nothing for none."""
    rows = [(way.via.person.name, way_words(way, today)) for way in ways]
    return [title, *table(rows, (NAME, REASON), 2)] if rows else []


def why_now_text(some: Sequence[WhyNow], today: date) -> str:
    """Whom to write to next, one on a line, each with the reason."""
    from planner.domain.people.why_now import why_now_words

    rows = [(f"@{each.row.person.id}", each.row.person.name, why_now_words(each, today)) for each in some]
    return "\n".join(table(rows, (NAME, NAME, REASON)))


def alike_text(pair: tuple[Company, Company]) -> str:
    """Two spellings that may be one company, and how to join them."""
    one, other = pair
    quoted = " ".join(f"'{each.name}'" for each in pair)
    return say("{one} and {other}", one=one.name, other=other.name) + f"\n  planner company join {quoted}"


def brief_text(brief: Brief, book: Book) -> str:
    """What to know before a meeting, person by person."""
    return "\n".join(_brief(brief, book))


def _brief(brief: Brief, book: Book) -> Iterator[str]:
    if brief.appointment:
        yield appointment_words(brief.appointment, book, brief.today)
        if brief.appointment.place:
            yield f"  {brief.appointment.place}"
    for number, each in enumerate(brief.people):
        if number or brief.appointment:
            yield ""
        yield f"{each.row.person.name} (@{each.row.person.id})"
        yield from fields([(fact.about, fact.words) for fact in facts_of(each, book, brief.today)])
