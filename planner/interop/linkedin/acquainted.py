"""Her connections beside the people she has: who is new, whom she knows already, and what of them is another now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from hashlib import blake2b

from planner.desk import Desk
from planner.domain.grammar.person_fields import FIELDS
from planner.domain.imported import Source, place_in, source_in
from planner.domain.people.sameness import is_another, name_key
from planner.domain.person import Formerly, Person, all_emails
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.acquaintances import Acquaintances
from planner.store.sources import Kept

from .addresses import profile_address
from .connections import Connection

FORMAT = "linkedin"


class Became(Enum):
    """What became of something that was told."""

    NEW = "new"
    CHANGED = "changed"
    THERE = "there"
    SKIPPED = "skipped"
    KEPT_BACK = "kept back"


class Outcome(NamedTuple):
    """What became of it, and why it was skipped or kept back."""

    became: Became
    why: str = ""


NEW, CHANGED, THERE = Outcome(Became.NEW), Outcome(Became.CHANGED), Outcome(Became.THERE)


def removed() -> Outcome:
    """What she removed here stays removed."""
    return Outcome(Became.SKIPPED, say("you removed it here, and it stays removed"))


class Acquainted:
    """Everybody she knows, with those that the archive adds; ``kept`` is what is kept of it, by format and key."""

    def __init__(self, desk: Desk, kept: Mapping[str, Kept], by: str, today: date) -> None:
        self._desk, self._kept, self._by, self._today = desk, kept, by, today
        self._book = desk.book()
        self._people = Acquaintances(self._book.people.values())
        self._by_address: dict[str, str] = {}
        self._by_name_and_day: dict[tuple[str, date], str] = {}
        # The newest connection of the archives that were read before, and of the one that is read.
        archived = (each.known for each in self._book.people.values() if each.known and _is_of_archive(each))
        self._newest_before = max(archived, default=date.min)
        self._newest = date.max
        self.uncounted: set[str] = set()  # those who were changed, and count as kept back
        self._told: set[str] = set()  # those of whom the archive has told already; of two rows the first counts
        for person in self._book.people.values():
            self._learn(person)

    def begin(self, newest: date) -> None:
        """Say which connection of an archive is the newest: by it is known which of two archives is."""
        self._newest = newest

    def take(self, connection: Connection) -> Outcome:
        """Make somebody new of a connection, or have somebody known say what it says now."""
        known = self._kept_as(connection)
        if known and known.removed:
            return removed()
        person = self._people.get(known.id) if known else self._known(connection)
        if person and person.id in self._told:
            return THERE
        if person:
            self._told.add(person.id)
            return self._update(person, connection)
        if not known and self._people.may_be(connection.name, _emails(connection), connection.company):
            others = self._namesakes(connection)
            if others:
                why = say("somebody of that name is known: neither address nor company tells whether it is the same")
                return Outcome(Became.KEPT_BACK, why)
        self._keep(self._made(connection), new=True)
        return NEW

    def id_of(self, name: str, address: str) -> str | None:
        """Who has a profile's address; else who alone is called so, and has none that says otherwise."""
        if address and address in self._by_address:
            return self._by_address[address]
        called = self._people.called(name)
        if len(called) != 1 or (address and profile_address(called[0].address)):
            return None
        return called[0].id

    @property
    def changed(self) -> tuple[Person, ...]:
        """Those that are new or were changed."""
        return self._people.changed

    @property
    def new(self) -> tuple[Person, ...]:
        """Those that are new."""
        return tuple(person for person in self.changed if person.id not in self._book.people)

    def told(self) -> list[str]:
        """Who was changed, and what of them: ``Mai Tran (company, position)``."""
        told = []
        for now in self.changed:
            before = self._book.people.get(now.id)
            fields = [f.label() for f in FIELDS if before and getattr(before, f.name) != getattr(now, f.name)]
            if before and fields:
                told.append(say("{name} ({what})", name=now.name, what=", ".join(fields)))
            elif before and before.known != now.known:
                told.append(now.name)
        return told

    def _learn(self, person: Person) -> None:
        address = profile_address(person.address)
        if address:
            self._by_address.setdefault(address, person.id)
        if person.known:
            self._by_name_and_day.setdefault((name_key(person.name), person.known), person.id)

    def _keep(self, person: Person, *, new: bool = False) -> None:
        person = self._people.add(person) if new else self._people.change(person)
        self._told.add(person.id)
        self._learn(person)
        for text in person.sources:
            if place_in(text).startswith(f"{FORMAT} in/"):
                self._by_address[profile_address(f"linkedin.com/{source_in(text).key}")] = person.id

    def _made(self, connection: Connection) -> Person:
        return Person(
            "",
            connection.name,
            company=connection.company,
            position=connection.position,
            address=connection.address,
            emails=_emails(connection),
            since=self._today,
            known=connection.since,
            sources=(self._source(connection).text,),
        )

    def _source(self, connection: Connection, by: str | None = None, mark: str = "") -> Source:
        key = _keys(connection)[0].partition(" ")[2]
        return Source(FORMAT, key, mark, self._by if by is None else by, _content(connection))

    def _kept_as(self, connection: Connection) -> Kept | None:
        """What is kept of it: by its address; by name and day only where nobody else has that."""
        first, *others = _keys(connection)
        if first in self._kept or connection.address in self._by_address:
            return self._kept.get(first)
        return next((self._kept[key] for key in others if key in self._kept), None)

    def _known(self, connection: Connection) -> Person | None:
        """Who was kept without this key: by hand, or of an archive that has no addresses."""
        id_ = self._by_address.get(connection.address) if connection.address else None
        id_ = id_ or self._by_name_and_day.get((name_key(connection.name), connection.since))
        person = self._people.get(id_) if id_ else None
        if person and not (connection.address and _profile(person) not in ("", connection.address)):
            return person
        person = self._people.reached_at(connection.name, *_emails(connection))
        if person and not _is_of_archive(person):
            return person
        others = self._namesakes(connection)
        same = [one for one in others if is_another(one, _emails(connection), connection.company) is False]
        return same[0] if len(same) == len(others) == 1 else None

    def _namesakes(self, connection: Connection) -> list[Person]:
        """All of that name that may be meant; whoever came of an archive is known by its key, or is another."""
        called = self._people.may_be(connection.name, _emails(connection), connection.company)
        return [
            one
            for one in called
            if not _is_of_archive(one) and not (connection.address and _profile(one) not in ("", connection.address))
        ]

    def _is_older(self, person: Person, connection: Connection) -> bool:
        """Whether it is of an older archive; of two with the same newest connection a former post tells it."""
        post = (connection.company, connection.position)
        was = any((each.company, each.position) == post for each in person.formerly)
        return self._newest < self._newest_before or (was and self._newest == self._newest_before)

    def _update(self, person: Person, connection: Connection) -> Outcome:
        """Have a person say what the archive says now; what she has edited stays as she has it."""
        key = _keys(connection)[0]
        kept = {place_in(text): text for text in person.sources}
        mine = next((source_in(kept[each]) for each in _keys(connection) if each in kept), None)
        before = _fields_in(mine.content) if mine else ()
        said = _fields(connection)
        if before and said != before and self._is_older(person, connection):
            return Outcome(Became.SKIPPED, say("a newer archive was read already, as it seems, and says otherwise"))
        filled: dict[str, str] = {}
        conflicts: dict[str, str] = {}
        for at, field in enumerate(("company", "position", "name")):
            now, there = getattr(connection, field), getattr(person, field)
            if not now or now == there:
                continue
            if not there or (before and _mark(there) == before[at]):
                filled[field] = now
            elif before and said[at] != before[at]:
                conflicts[field] = now
        if not conflicts.keys().isdisjoint(_POST):  # one post: hers is not mixed with theirs
            conflicts |= {field: filled.pop(field) for field in _POST if getattr(person, field) and field in filled}
        emails = person.emails
        if not before or said[3] != before[3]:
            emails = all_emails(*emails, connection.email)
        formerly = person.formerly
        moved = any(getattr(person, field) and field in filled for field in ("company", "position"))
        if moved:
            formerly = (*formerly, Formerly(person.company, person.position, self._today))
        now_ = person._replace(
            **filled,  # type: ignore[arg-type]
            emails=emails,
            formerly=formerly,
            known=person.known or connection.since,
            address=person.address or connection.address,
        )
        if now_ == person and key in kept and not conflicts:
            return THERE
        as_left = bool(mine) and self._desk.is_as_left("people", person, mine.text if mine else "")
        mark = "" if as_left else (mine.mark if mine else "") or "edited"
        source = self._source(connection, by=mine.by if mine else "", mark=mark)
        texts = {**kept, key: source.text}
        self._keep(now_._replace(sources=tuple(texts.values())))
        if conflicts:
            self.uncounted.add(person.id)
            why = say(
                "{name} changed there, and you edited it here: yours stays; there it is {what}",
                name=person.name,
                what=", ".join(conflicts.values()),
            )
            return Outcome(Became.KEPT_BACK, why)
        return CHANGED


_POST = ("company", "position")


def _keys(connection: Connection) -> tuple[str, ...]:
    """What makes it the same in another export: the profile's address, else name and day."""
    said = repr((name_key(connection.name), connection.since.isoformat()))
    by_day = f"{FORMAT} p/{blake2b(said.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"
    if not connection.address:
        return (by_day,)
    return f"{FORMAT} {connection.address.partition('linkedin.com/')[2]}", by_day


def _emails(connection: Connection) -> tuple[str, ...]:
    return all_emails(connection.email)


def _profile(person: Person) -> str:
    return profile_address(person.address)


def _is_of_archive(person: Person) -> bool:
    return any(text.startswith(f"{FORMAT} ") for text in person.sources)


def _mark(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()


def _fields(connection: Connection) -> tuple[str, ...]:
    """Marks of what may change: company, position, name and e-mail."""
    return tuple(map(_mark, (connection.company, connection.position, connection.name, connection.email)))


def _content(connection: Connection) -> str:
    return ".".join(_fields(connection))


def _fields_in(content: str) -> tuple[str, ...]:
    fields = tuple(content.split("."))
    return fields if len(fields) == 4 else ()
