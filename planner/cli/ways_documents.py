"""Companies, ways and briefs as JSON documents; their shape is a promise to other programs."""

from __future__ import annotations

from planner.cli.documents import Document, appointment_document, entry_document, step_document
from planner.cli.people_documents import row_document, way_document
from planner.domain.book import Book
from planner.domain.value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.domain.people.brief import Brief, PersonBrief
    from planner.domain.people.companies import Company
    from planner.domain.people.ways import Way
    from planner.domain.people.why_now import WhyNow


def company_document(company: Company) -> Document:
    """A company: its spellings, whom she knows there (ids, the closest first), and the page (slug)."""
    closest = company.closest
    return {
        "name": company.name,
        "spellings": list(company.spellings),
        "people": [row.person.id for row in company.rows],
        "former": [row.person.id for row in company.former],
        "met": company.met,
        "closest": closest.person.id if closest else None,
        "stage": closest.tie.stage.word if closest else None,
        "warmth": closest.tie.warmth.value if closest and closest.tie.warmth else None,
        "last_contact": company.last.isoformat() if company.last else None,
        "page": company.page.slug if company.page else None,
        "page_standing": company.page.standing.value if company.page else None,
        "wanted": company.wanted,
    }


def full_company_document(company: Company, ways: Sequence[Way], book: Book) -> Document:
    """A company with the people themselves, and the ways in."""
    return {
        **company_document(company),
        "people": [row_document(row, book) for row in company.rows],
        "former": [row_document(row, book) for row in company.former],
        "ways": [way_document(way) for way in ways],
    }


def why_now_document(each: WhyNow, words: str) -> Document:
    """Whom to write to (id), the reason and the same in words."""
    person = each.row.person
    return {
        "person": person.id,
        "name": person.name,
        "because": each.because.word,
        "words": words,
        "step": step_document(each.step) if each.step else None,
        "event": each.event.id if each.event else None,
    }


def brief_document(brief: Brief, book: Book) -> Document:
    """What to know before a meeting."""
    meeting = brief.appointment
    return {
        "appointment": appointment_document(meeting, book) if meeting else None,
        "people": [_person(each, book) for each in brief.people],
    }


def _person(brief: PersonBrief, book: Book) -> Document:
    return {
        **row_document(brief.row, book),
        "last": [entry_document(entry, book) for entry in brief.last],
        "i_owe": [step_document(step) for step in brief.mine],
        "they_owe": [step_document(step) for step in brief.theirs],
        "meant": [step_document(step) for step in brief.meant],
        "introduced": [each.id for each in brief.introduced],
        "mutual": [row.person.id for row in brief.mutual],
        "asks": list(brief.asks),
    }
