"""What of all that is kept can be found: groups, people, companies, weeks, and the notes of a week's entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..book import Book
from ..entry import Entry
from ..grammar.findable import Sort, Thing
from ..group import Nature
from ..people.company_names import company_key
from ..person import Person
from ..week import Week
from ..words import dated, dated_span, say


def groups_to_find(book: Book) -> Iterator[Thing]:
    """Every group, those that are left too."""
    for group in book.groups.values():
        yield Thing(Sort.GROUP, group.id, group.name, say(group.standing.value), group.slug)


def people_to_find(people: Iterable[Person]) -> Iterator[Thing]:
    """These people, by their name and by what they do where."""
    for person in people:
        beside = ", ".join(filter(None, (person.position, person.company, person.place)))
        yield Thing(Sort.PERSON, person.id, person.name, beside, beside)


def company_names(book: Book) -> tuple[str, ...]:
    """The names of every company page, and of every company that people work at, as they are written."""
    pages = (group.name for group in book.groups.values() if group.nature is Nature.COMPANY)
    people = (person.company for person in book.people.values() if person.company)
    return tuple(dict.fromkeys((*pages, *people)))


def companies_to_find(names: Iterable[str], known: set[str]) -> Iterator[Thing]:
    """The companies of these names, each once however it is spelled: those whose key is ``known`` are passed over."""
    for name in names:
        key = company_key(name)
        if key not in known:
            known.add(key)
            yield Thing(Sort.COMPANY, key, name)


def weeks_to_find(weeks: Iterable[Week], this: Week) -> Iterator[Thing]:
    """These weeks, the nearest to ``this`` one first, by number and dates."""
    for week in sorted(weeks, reverse=True):
        days = dated_span(week.monday, week.sunday)
        words = say("Week {number}, {days}", number=week.number, days=days)
        also = f"{week.monday.isoformat()} {week.sunday.isoformat()} w{week.number}"
        yield Thing(Sort.WEEK, str(week), words, also=also, quiet=True, order=abs(week.minus(this)))


def notes_to_find(entries: Iterable[Entry], book: Book, today: date) -> Iterator[Thing]:
    """The notes of some entries, the newest first."""
    for entry in sorted(entries, key=lambda entry: entry.start, reverse=True):
        if entry.note:
            beside = f"{dated(entry.day, today)}, {book.group_name(entry.group)}"
            yield Thing(Sort.NOTE, entry.id, entry.note, beside, quiet=True, order=-entry.day.toordinal())
