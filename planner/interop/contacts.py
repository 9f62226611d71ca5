"""Address books: their people brought in, and hers given out."""

from __future__ import annotations

from datetime import date

from planner.desk import Desk
from planner.domain.book import Book
from planner.domain.person import Circle, Person
from planner.domain.texts import folded, fresh_id, slug
from planner.domain.words import plural
from planner.interop import sources, vcards
from planner.interop.intake import Intake
from planner.interop.problem import Problem
from planner.interop.vcards import OURS, Card


def import_vcard(desk: Desk, path: str, *, dry_run: bool = False) -> Intake:
    """Bring the people of a vCard file, or of a folder of them, into the book, as one change.

    Somebody of the same e-mail, else of the same name, is there already: what is empty in their record is filled in,
    and nothing else. Raises Refused for what cannot be read.
    """
    found = sources.found(path, ".vcf")
    people = _People(desk.book(), desk.now().date())
    problems: list[Problem] = []
    read = left_out = 0
    for source in sources.opened(found):
        problems += source.problems
        for card in vcards.read(source.text or "", source.name):
            read += 1
            if isinstance(card, Problem):
                problems.append(card)
            if isinstance(card, Card):
                people.take(card)
            else:
                left_out += 1
    if people.touched and not dry_run:
        count = len(people.touched)
        label = plural(count, "Took {n} person from an address book", "Took {n} people from an address book")
        desk.keep(label, people=people.touched.values())
    return Intake(read, people.added, people.known, left_out, tuple(problems), people.filled)


def export_vcard(desk: Desk, version: str = "4.0") -> str:
    """All people as vCards. Raises Misread for a version that is not written."""
    book = desk.book()
    groups = {id_: group.name for id_, group in book.groups.items()}
    return vcards.written(book.people.values(), groups, version)


class _People:
    """The people of the book, and those that cards add to them."""

    def __init__(self, book: Book, today: date) -> None:
        self._book, self._today = book, today
        self._people = dict(book.people)
        self._by_email = {folded(each.email): id_ for id_, each in book.people.items() if each.email}
        self._by_name = {folded(each.name): id_ for id_, each in book.people.items()}
        self._groups = {folded(name): id_ for id_, g in book.groups.items() for name in (g.name, g.slug, id_)}
        self.touched: dict[str, Person] = {}
        self.added = self.known = self.filled = 0

    def take(self, card: Card) -> None:
        """Find the card's person, or make one, and fill in what is empty."""
        id_ = self._find(card)
        said = self._person(id_ or fresh_id(slug(card.name, "person"), self._people), card)
        if id_ is None:
            self.added += 1
            self._keep(said)
            return
        self.known += 1
        filled = _filled(self._people[id_], said)
        if filled != self._people[id_]:
            self.filled += 1
            self._keep(filled)

    def _find(self, card: Card) -> str | None:
        ours = card.uid.removeprefix(OURS) if card.uid.startswith(OURS) else ""
        if ours in self._people:
            return ours
        by_email = self._by_email.get(folded(card.email)) if card.email else None
        return by_email or self._by_name.get(folded(card.name))

    def _person(self, id_: str, card: Card) -> Person:
        circles = {circle.value: circle for circle in Circle}
        words = [folded(word) for word in card.categories]
        return Person(
            id_,
            card.name,
            company=card.company,
            position=card.position,
            place=card.place,
            address=card.address,
            email=card.email,
            circle=next((circles[word] for word in words if word in circles), None),
            groups=tuple(dict.fromkeys(self._groups[word] for word in words if word in self._groups)),
            note=card.note,
            since=self._today,
        )

    def _keep(self, person: Person) -> None:
        self._people[person.id] = self.touched[person.id] = person
        self._by_name.setdefault(folded(person.name), person.id)
        if person.email:
            self._by_email.setdefault(folded(person.email), person.id)


#: What a card may fill in where it is empty.
FILLED = ("company", "position", "place", "address", "email", "circle", "groups", "note")


def _filled(person: Person, said: Person) -> Person:
    empty = {field: getattr(said, field) for field in FILLED if not getattr(person, field)}
    return person._replace(**empty)
