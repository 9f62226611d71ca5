"""Finding entries among all weeks: one by its id, or those that name a person."""

from __future__ import annotations

import json
from collections.abc import Iterator

from planner.domain.entry import Entry
from planner.domain.ids import may_mean, the_one
from planner.domain.texts import shown
from planner.domain.words import say

from . import files
from .contents import week_file
from .shelf import Shelf


def find_entry(shelf: Shelf, text: str) -> Entry:
    """The entry whose id is ``text``, or the only one whose id begins so; the newest weeks are looked at first.

    Raises Refused and Ambiguous.
    """
    wanted = text.strip()
    entries_by_id: dict[str, Entry] = {}
    removed = False
    sign = wanted.encode("utf-8", "replace")
    for week in reversed(shelf.weeks()):
        content = files.read(shelf.path(week_file(week)))
        if content is None or sign not in content[0]:  # most files need no parsing
            continue
        entries: tuple[Entry, ...] = shelf.load(week_file(week)).value.entries
        entries_by_id.update((entry.id, entry) for entry in entries if may_mean(wanted, entry.id))
        if wanted in entries_by_id:
            break
        removed = removed or any(
            may_mean(wanted, row["id"]) for row in shelf.load(week_file(week)).tables.get("entries", {}).values()
        )
    missing = say("There is no entry “{id}”; “planner entries” shows them all.", id=shown(wanted))
    if removed:
        missing = say("The entry “{id}” was removed; “planner undo --list” tells of it.", id=shown(wanted))
    return entries_by_id[the_one(wanted, entries_by_id, missing)]


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
            yield from (entry for entry in entries if person in entry.everybody)
