"""An entry stands in one week: what is said of one id in the files of several weeks is put together.

Where one machine moved an entry and another changed it, it follows the move with the change. Where both moved it, to
different weeks, its start is a conflict as that of any part is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import reduce

from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING

from ..contents import kept_files, week_named
from ..documents import is_alive
from ..forms import Misshapen
from ..moved import is_stone, said_in, stone, week_in
from ..versions import state_of
from .conflicts import things_in_conflict
from .together import together

if TYPE_CHECKING:
    from ..changeset import Changeset
    from ..tables import Document, Tables

#: The ids in the text of a file, whatever they are of.
_ID = re.compile(rb'"id": "([^"\\]+)"')


class Once(NamedTuple):
    """An entry that was put together from the files of several weeks: its id, and of which parts it says two things."""

    id: str
    conflicts: tuple[str, ...]


def wanderers(tables: Tables, were: Tables, name: str) -> set[str]:
    """The ids of the entries of a file that was merged of which something may be said in that of another week.

    ``were`` are its tables before; ``name`` is the file.
    """
    stood = {row["id"]: row for row in were.get("entries", {}).values()}
    return {
        row["id"]
        for row in tables.get("entries", {}).values()
        if row is not stood.get(row["id"]) and _may_wander(row, stood.get(row["id"]), name)
    }


def _may_wander(row: Document, stood: Document | None, name: str) -> bool:
    if is_stone(row):
        return "holds" in row
    if stood is None or is_stone(stood) or is_alive(row) != is_alive(stood):
        return "lineage" in row or stood is not None
    return is_alive(row) and not _belongs(row, name)


def _belongs(row: Document, name: str) -> bool:
    try:
        return week_in(row) == name
    except (Misshapen, KeyError):
        return True


def held_by_stones(changes: Changeset) -> set[str]:
    """The ids of the entries that a merge of single files left to be put together with what other weeks say of them."""
    ids: set[str] = set()
    for name in filter(week_named, list(kept_files(changes.home))):
        if b'"holds": {' in (changes.content(name) or b""):
            rows = changes.file(name).tables.get("entries", {}).values()
            ids.update(row["id"] for row in rows if is_stone(row) and "holds" in row)
    return ids


def stand_once(changes: Changeset, ids: Collection[str]) -> list[Once]:
    """Have each of these entries stand in the file of one week; returns those that were said in several."""
    if not ids:
        return []
    found: dict[str, dict[str, Document]] = {id_: {} for id_ in ids}
    for name, rows in _files_with(changes, ids):
        for row in rows:
            if row["id"] in found:
                found[row["id"]][name] = row
    put: dict[str, list[Document]] = {}
    once = []
    for id_ in sorted(ids):
        where = found[id_]
        said = {name: told for name, row in where.items() if (told := said_in(row)) is not None}
        if not said:
            continue
        whole = reduce(lambda one, other: together("entries", one, other), (said[name] for name in sorted(said)))
        place = _place(whole, said)
        if where.get(place) != whole:
            put.setdefault(place, []).append(whole)
        for name, row in where.items():
            if name != place and row != stone(id_):
                put.setdefault(name, []).append(stone(id_))
        if len(said) > 1:
            known = {part for name in where for part in _kept_twice(changes, name, id_)}
            once.append(Once(id_, tuple(part for part in things_in_conflict("entries", whole) if part not in known)))
    for name in sorted(put):
        changes.file(name).put("entries", put[name], merged=True)
    return once


def _kept_twice(changes: Changeset, name: str, id_: str) -> Iterable[str]:
    """The parts of an entry in a file that were in conflict before this change."""
    file = changes.file(name)
    place = "entries", id_
    before = file.before[place] if place in file.before else file.document(*place)
    return list(things_in_conflict("entries", before)) if before else ()


def are_known_for_one(changes: Changeset, ids: Collection[str]) -> set[str]:
    """Those of some ids that several weeks have, and that are one entry: all of them came from one version."""
    seen: dict[str, list[set[str]]] = {id_: [] for id_ in ids}
    for _, rows in _files_with(changes, ids):
        for row in rows:
            if row["id"] in seen and (said := said_in(row)):
                seen[row["id"]].append(set(state_of("entries", said).seen))
    return {id_ for id_, known in seen.items() if len(known) > 1 and set.intersection(*known)}


def _place(whole: Document, said: dict[str, Document]) -> str:
    """The file in which an entry belongs: a removed one in that of its last start, if it had more than one."""
    try:
        if is_alive(whole):
            return week_in(whole)
        if len(said) > 1:
            state = state_of("entries", whole)
            return week_in({"start": state.stands("start")})
    except (Misshapen, KeyError):
        pass
    return max(said)


def _files_with(changes: Changeset, ids: Collection[str]) -> Iterable[tuple[str, list[Document]]]:
    """The files of weeks in which one of these ids stands, as they are in this change, and their entries."""
    names = {name for name in kept_files(changes.home) if week_named(name)}
    names.update(file.name for file in changes.touched() if week_named(file.name))
    wanted = {id_.encode() for id_ in ids}
    for name in sorted(names):
        tables = changes.changed_tables(name)
        if tables is None:
            content = changes.content(name)
            if content is None or wanted.isdisjoint(_ID.findall(content)):
                continue
            tables = changes.file(name).tables
        yield name, list(tables.get("entries", {}).values())
