"""Bringing contacts in: the cards are read, and the people they are of go through the desk as one change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.desk import Desk
from planner.domain.book import Book
from planner.domain.errors import Refused
from planner.domain.person import Circle, Person
from planner.domain.texts import clean, folded
from planner.domain.words import plural, say
from planner.interop import sources
from planner.interop.acquaintances import Acquaintances
from planner.interop.cards import Card, Cards, read_cards
from planner.interop.problem import Problem


class CardsImport(NamedTuple):
    """What cards became. ``filled`` are those of the ``already_there`` in whom something empty was filled in."""

    added: tuple[Person, ...]
    filled: tuple[Person, ...]
    already_there: int
    skipped: int
    problems: tuple[Problem, ...]

    @property
    def read(self) -> int:
        return len(self.added) + self.already_there + self.skipped

    def document(self) -> dict[str, object]:
        """Its JSON: the counts that every import has."""
        return {
            "read": self.read,
            "added": len(self.added),
            "filled": len(self.filled),
            "already_there": self.already_there,
            "skipped": self.skipped,
            "problems": [problem._asdict() for problem in self.problems],
        }


def import_vcard(desk: Desk, path: str, *, dry_run: bool = False) -> CardsImport:
    """Read the cards of a file, or of a folder of them, into the people.

    Who is known already, by e-mail or by name, gets what is empty filled in. Raises Refused for files that cannot be
    read; then, and on a dry run, nothing is changed.
    """
    found = sources.found(path, ".vcf")
    if not found.files:
        raise Refused(say("There is no .vcf file in “{path}”.", path=clean(path)))
    read = [read_cards(source) for source in sources.opened(found)]
    if not found.folder and not read[0].numbered:
        raise Refused(say("“{path}” is no file of contacts: {why}.", path=clean(path), why=read[0].problems[-1].why))
    result = _taken(read, desk.book(), desk.now().date())
    result = result._replace(skipped=result.skipped + found.others)
    people = (*result.added, *result.filled)
    if people and not dry_run:
        desk.keep(plural(len(people), "Read {n} contact", "Read {n} contacts"), people=people)
    return result


def _taken(read: Sequence[Cards], book: Book, today: date) -> CardsImport:
    """What the cards become beside what is in the book."""
    known = Acquaintances(book.people.values())
    there, broken, problems = 0, 0, [problem for cards in read for problem in cards.problems]
    for card in (card for cards in read for card in cards.cards):
        person = known.find(card.name, card.email)
        if person is None and len(known.named(card.name)) > 1:
            broken += 1
            problems.append(Problem(card.where, say("several people are called so, and its e-mail tells none of them")))
        elif person is None:
            known.add(_filled(Person("", card.name, since=today), card, book))
        else:
            there += person.id in book.people
            fuller = _filled(person, card, book)
            if fuller != person:
                known.change(fuller)
    return CardsImport(
        tuple(person for person in known.changed if person.id not in book.people),
        tuple(person for person in known.changed if person.id in book.people),
        there,
        broken + sum(cards.others + cards.broken for cards in read),
        tuple(problems),
    )


def _filled(person: Person, card: Card, book: Book) -> Person:
    """A person with what a card says in place of what is empty."""
    circle = {folded(say(circle.value)): circle for circle in Circle} | {circle.value: circle for circle in Circle}
    groups = {folded(name): group.id for group in book.groups.values() for name in (group.slug, group.name)}
    categories = [folded(category) for category in card.categories]
    return person._replace(
        email=person.email or card.email,
        company=person.company or card.company,
        position=person.position or card.position,
        place=person.place or card.place,
        address=person.address or card.address,
        note=person.note or card.note,
        circle=person.circle or next((circle[one] for one in categories if one in circle), None),
        groups=person.groups or tuple(dict.fromkeys(groups[one] for one in categories if one in groups)),
    )
