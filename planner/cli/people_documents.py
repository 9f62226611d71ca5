"""People and ties as JSON documents; their shape is a promise to other programs."""

from __future__ import annotations

from datetime import date

from planner.cli.documents import Document, appointment_document, entry_document, felt_document, plain, step_document
from planner.domain.book import FILE, Book, rows_if_known
from planner.domain.instants import pinned
from planner.domain.person import Formerly, Person
from planner.domain.value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.domain.people.doubles import Double
    from planner.domain.people.growth import Grown, Growth
    from planner.domain.people.thread import Thread
    from planner.domain.people.tie import Tally, Tie
    from planner.domain.people.tie_list import TieRow
    from planner.domain.people.ways import Way


def person_document(person: Person, book: Book) -> Document:
    """A person with all that is known of them; groups by slug."""
    document: Document = {}
    for name, value in person._asdict().items():
        if name == "sources":  # which only an import asks for
            continue
        if name == "emails":
            document["email"] = person.email
        if name == "formerly":
            document[name] = [_formerly(each) for each in person.formerly]
        elif name != "apart":
            document[name] = plain(value)
    return {**document, "groups": [_slug(id_, book) for id_ in person.groups]}


def _formerly(each: Formerly) -> Document:
    return {**each._asdict(), "until": each.until.isoformat()}


def tie_document(tie: Tie) -> Document:
    """A tie with its evidence; ``made_by`` are the ids of the entries that made the stage."""
    return {
        "stage": tie.stage.word,
        "warmth": tie.warmth.value if tie.warmth else None,
        "resting": tie.resting,
        "since": tie.since.isoformat() if tie.since else None,
        "made_by": [contact.entry for contact in tie.made_by],
        "last_contact": tie.last.day.isoformat() if tie.last else None,
        "days": tie.days,
        "cadence": tie.cadence.days,
        "cadence_of": tie.cadence.whose.value,
        "meetings": _tally(tie.meetings),
        "exchanges": _tally(tie.exchanges),
        "together": _tally(tie.together),
        "echoes": tie.echoes,
        "both_ways": tie.both_ways,
    }


def row_document(row: TieRow, book: Book) -> Document:
    """A person, their tie, and what comes next; groups are those of the log where the person names none."""
    return {
        **person_document(row.person, book),
        "groups": [_slug(id_, book) for id_ in row.groups],
        "tie": tie_document(row.tie),
        "next_step": step_document(row.step) if row.step else None,
    }


def thread_document(thread: Thread, ways: Sequence[Way], book: Book, today: date) -> Document:
    """A person with the ways there, the warmest first, and everything that passed, newest first."""
    return {
        **row_document(thread.row, book),
        "ways": [way_document(way) for way in ways],
        "earlier": thread.earlier,
        **felt_document(thread.felt(today)),
        "thread": [
            {
                "what": item.what.value,
                "day": item.day.isoformat(),
                "at": pinned(item.at).isoformat() if item.at else None,
                "entry": entry_document(item.entry, book) if item.entry else None,
                "appointment": appointment_document(item.appointment, book) if item.appointment else None,
                "step": step_document(item.step) if item.step else None,
                "post": _formerly(item.post) if item.post else None,
                "deed": {"did": item.deed.did.value, "theirs": item.deed.theirs} if item.deed else None,
            }
            for item in thread.items
        ],
    }


def way_document(way: Way) -> Document:
    """A way: through whom (id), to whom, and what makes it one."""
    return {
        "via": way.via.person.id,
        "name": way.via.person.name,
        "to": way.to.person.id if way.to else None,
        "by": way.by.word,
        "day": way.day.isoformat() if way.day else None,
        "stage": way.via.tie.stage.word,
        "warmth": way.via.tie.warmth.value if way.via.tie.warmth else None,
    }


def double_document(double: Double, book: Book) -> Document:
    """Two people who may be one."""
    return {
        "why": double.why.value,
        "people": [person_document(double.one, book), person_document(double.other, book)],
    }


def growth_document(growth: Growth, book: Book) -> Document:
    """How the network grew: months as ``2026-11``, groups by slug. Both are null where the book is damaged and nobody
    came into it since; ``unread`` names what cannot be read."""
    months = [{"month": f"{first:%Y-%m}", **_grown(grown, book)} for first, grown in growth.months]
    return {
        "months": rows_if_known(book, months),
        "total": _grown(growth.total, book) if rows_if_known(book, months) is not None else None,
        "unread": [*([FILE] if book.unread else []), *(week.file for week in growth.without)],
    }


def _grown(grown: Grown, book: Book) -> Document:
    return {
        "met": grown.met,
        "in_person": grown.in_person,
        "remote": grown.remote,
        "not_said": grown.not_said,
        "tied": grown.tied,
        "groups": {_slug(id_, book): count for id_, count in grown.groups.items()},
    }


def _tally(tally: Tally) -> Document:
    return {
        "times": tally.times,
        "minutes": tally.minutes,
        "first": tally.first.day.isoformat() if tally.first else None,
        "last": tally.last.day.isoformat() if tally.last else None,
    }


def _slug(id_: str, book: Book) -> str:
    group = book.groups.get(id_)
    return group.slug if group else id_
