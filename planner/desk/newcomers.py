"""What is new: a fresh id, and people whom the book does not know yet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from planner.domain.texts import fresh_id, slug
from planner.domain.value.dates import date, datetime
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from planner.domain.person import Person
    from planner.store.transaction import Transaction


def new_id() -> str:
    """A fresh entry id: eight letters and digits that are hard to confuse (40 random bits)."""
    return _spelt(int.from_bytes(os.urandom(5), "big"))


def id_of_entry(kept: Transaction, source: str, start: datetime) -> str:
    """The id of the entry that a ``source`` becomes, which began at a moment: the same one on every machine.

    So what two machines make of one run or one meeting is one entry. A fresh one where that is taken.
    """
    from planner.store.checksum import checksum

    id_ = _spelt(int(checksum(f"{source}\n{start.timestamp()}".encode())[:10], 16))
    taken = any(entry.id == id_ for entry in kept.week(Week.of(start)).entries)
    return new_id() if taken else id_


def _spelt(bits: int) -> str:
    return "".join("0123456789abcdefghjkmnpqrstvwxyz"[bits >> shift & 31] for shift in range(0, 40, 5))


def create_people(
    kept: Transaction, names: Iterable[str], since: date, group: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make people of new names, who came into the book on a day, by a group (id) if by any.

    Returns their ids, and a note on each. Raises Misread for a name without end.
    """
    names = tuple(names)
    if not names:  # most lines name nobody new
        return (), ()
    from planner.domain.grammar.names import refuse_long
    from planner.domain.person import Person

    ids, notes = [], []
    for name in names:
        refuse_long(name)
        person = Person(
            fresh_id(slug(name, "person"), kept.book().people), name, groups=(group,) if group else (), since=since
        )
        kept.put_person(person)
        ids.append(person.id)
        notes.append(say("New person: {name}", name=name))
    return tuple(ids), tuple(notes)


def introduce(kept: Transaction, people: Iterable[str], new: Sequence[str], through: Person | None) -> tuple[str, ...]:
    """Keep who introduced those of a line (ids): the ``new`` ones, else those of whom nobody has said so yet.

    Returns a note on it. Raises Misread where a link would go round.
    """
    if through is None:
        return ()
    from planner.domain.people.introduced import refuse_round

    book = kept.book()
    meant = [book.people[id_] for id_ in new or people if id_ in book.people]
    introduced = [person for person in meant if not person.through and person.id != through.id]
    for person in introduced:
        refuse_round(person, through.id, book)
    kept.put_people(person._replace(through=through.id) for person in introduced)
    if not introduced:
        return ()
    names = listing([person.name for person in introduced])
    return (say("Introduced by {through}: {people}", through=through.name, people=names),)
