"""What is new: a fresh id, and people whom the book does not know yet."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

from planner.domain.texts import fresh_id, slug
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.store.transaction import Transaction


def new_id() -> str:
    """A fresh entry id: eight letters and digits that are hard to confuse (40 random bits)."""
    bits = int.from_bytes(os.urandom(5), "big")
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
