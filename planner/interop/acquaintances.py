"""The people she knows, found again by what another program says of them: an e-mail address, else a name."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.person import Person
from planner.domain.texts import clean, folded, fresh_id, slug


class Acquaintances:
    """Known people and those that come to be known, by e-mail and by name; what changes is kept apart."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: dict[str, Person] = {}
        self._emails: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        self._changed: set[str] = set()
        for person in people:
            self._learn(person)

    @property
    def changed(self) -> tuple[Person, ...]:
        """Those that are new or were changed."""
        return tuple(person for id_, person in self._people.items() if id_ in self._changed)

    def named(self, name: str) -> list[Person]:
        """All who are called exactly so, whatever the case and accents."""
        return [self._people[id_] for id_ in self._names.get(folded(clean(name)), ())]

    def find(self, name: str, email: str) -> Person | None:
        """Who has this address; else the one who is called so. None where there is nobody, or several are."""
        if email and email.casefold() in self._emails:
            return self._people[self._emails[email.casefold()]]
        called = self.named(name) if name else []
        return called[0] if len(called) == 1 else None

    def add(self, person: Person) -> Person:
        """Somebody new; the id is made of the name."""
        person = person._replace(id=fresh_id(slug(person.name), self._people))
        return self.change(person)

    def change(self, person: Person) -> Person:
        """Keep what is known of a person now."""
        self._learn(person)
        self._changed.add(person.id)
        return person

    def _learn(self, person: Person) -> None:
        self._people[person.id] = person
        if person.email:
            self._emails.setdefault(person.email.casefold(), person.id)
        called = self._names.setdefault(folded(clean(person.name)), [])
        if person.id not in called:
            called.append(person.id)
