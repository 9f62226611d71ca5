"""The people she knows, found again by what another program says of them: an e-mail address, else a name."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from planner.domain.people.sameness import is_another, name_key, names_agree
from planner.domain.person import Person, all_emails
from planner.domain.texts import fresh_id, slug


class Acquaintances:
    """Known people and those that come to be known, by address and by name; what changes is kept apart."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: dict[str, Person] = {}
        self._by_email: dict[str, dict[str, None]] = {}
        self._by_name: dict[str, dict[str, None]] = {}
        self._changed: set[str] = set()
        for person in people:
            self._learn(person)

    @property
    def changed(self) -> tuple[Person, ...]:
        """Those that are new or were changed."""
        return tuple(person for id_, person in self._people.items() if id_ in self._changed)

    def get(self, id_: str) -> Person | None:
        """Who has this id."""
        return self._people.get(id_)

    def reached_at(self, name: str, *emails: str) -> Person | None:
        """Who has one of these addresses and may be called so; None where there is nobody, or several are.

        Of several the one of just that name is meant.
        """
        ids = dict.fromkeys(id_ for email in emails for id_ in self._by_email.get(email.casefold(), ()))
        namesakes = [person for id_ in ids if names_agree((person := self._people[id_]).name, name)]
        if len(namesakes) > 1:
            namesakes = [person for person in namesakes if name_key(person.name) == name_key(name)]
        return namesakes[0] if len(namesakes) == 1 else None

    def called(self, name: str, *, but: Collection[str] = ()) -> list[Person]:
        """All who have this name, whatever its order, case and accents; without those of the ids ``but``."""
        return [self._people[id_] for id_ in self._by_name.get(name_key(name), ()) if id_ not in but] if name else []

    def may_be(self, name: str, emails: Collection[str], company: str) -> list[Person]:
        """All who are called so and are not known to be another one of that name."""
        return [person for person in self.called(name) if is_another(person, emails, company) is not True]

    def add(self, person: Person) -> Person:
        """Somebody new; the id is made of the name."""
        return self.change(person._replace(id=fresh_id(slug(person.name, "person"), self._people)))

    def change(self, person: Person) -> Person:
        """Keep what is known of a person now."""
        self._learn(person)
        self._changed.add(person.id)
        return person

    def complete(self, person: Person, name: str, emails: Iterable[str]) -> Person:
        """Keep a name where an address stood in for it, and addresses beside those that are known."""
        fuller = completed(person, name, emails)
        return person if fuller == person else self.change(fuller)

    def _learn(self, person: Person) -> None:
        self._people[person.id] = person
        for email in person.emails:
            self._by_email.setdefault(email.casefold(), {})[person.id] = None
        self._by_name.setdefault(name_key(person.name), {})[person.id] = None


def completed(person: Person, name: str, emails: Iterable[str]) -> Person:
    """A person with more addresses, and with a name where one of them stood in for it."""
    named = person.named_by_address and name and "@" not in name
    return person._replace(name=name if named else person.name, emails=all_emails(*person.emails, *emails))
