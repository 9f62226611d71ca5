"""Finding entries among all weeks: one by its id, or those that name a person."""

from __future__ import annotations

import json
from collections.abc import Iterator

from planner.domain.entry import Entry
from planner.domain.errors import Ambiguous, Refused
from planner.domain.words import say

from . import files
from .contents import week_file
from .shelf import Shelf

SHORTEST = 4  #: signs that the beginning of an id must have


def find_entry(shelf: Shelf, wanted: str) -> Entry:
    """The entry whose id is ``wanted``, or the only one whose id begins so; the newest weeks are looked at first.

    Raises Refused and Ambiguous.
    """
    found: list[Entry] = []
    sign = wanted.encode("utf-8", "replace")
    for week in reversed(shelf.weeks()):
        content = files.read(shelf.path(week_file(week)))
        if content is None or sign not in content[0]:  # most files need no parsing
            continue
        entries: tuple[Entry, ...] = shelf.load(week_file(week)).value.entries
        for entry in entries:
            if entry.id == wanted:
                return entry
            if len(wanted) >= SHORTEST and entry.id.startswith(wanted):
                found.append(entry)
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(entry.id for entry in found[:5])
        raise Ambiguous(say("“{id}” begins {ids}. Type more of it.", id=wanted, ids=ids), [entry.id for entry in found])
    if len(wanted) < SHORTEST:
        raise Refused(say("“{id}” is no entry; type {n} signs of its id or more.", id=wanted, n=SHORTEST))
    raise Refused(say("There is no entry “{id}”; “planner entries” shows them all.", id=wanted))


def entries_with(shelf: Shelf, person: str) -> Iterator[Entry]:
    """The entries that name a person (id), unconfirmed ones among them, oldest first.

    Most files need no parsing: an id of ASCII letters stands in them as it is.
    """
    sign = json.dumps(person).encode() if person.isascii() else b""
    for week in shelf.weeks():
        name = week_file(week)
        content = files.read(shelf.path(name))
        if content and sign in content[0]:
            entries: tuple[Entry, ...] = shelf.load(name).value.entries
            yield from (entry for entry in entries if person in entry.people)
