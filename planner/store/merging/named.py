"""A record that one machine removed while another wrote it down somewhere: a removal against a change, so it stays.

None is removed that anything names. So where a merge leaves something that names a removed one, neither machine knew of
the other, and she is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.domain.errors import Refused
from planner.domain.texts import shown
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import say

from ..contents import BOOK, TIMER, kept_files, week_named
from ..documents import is_alive
from ..tables import Document, Tables
from ..versions import state_of
from .pointers import POINTERS
from .tables import NAMED
from .together import document_of, joined

if TYPE_CHECKING:
    from ..changeset import Changeset

#: Records by table and id.
Named = Mapping[str, Mapping[str, Document]]

#: What names a record and does not keep it from being removed.
_WEAK = frozenset(("people/apart", "reviews/verdicts", "deeds/group", "deeds/person"))


def removed_by(merged: Tables, *sides: Tables) -> dict[str, dict[str, Document]]:
    """The records that may be named and that a merge of two ``sides`` leaves removed, as one of the two had them."""
    gone: dict[str, dict[str, Document]] = {}
    for table in NAMED:
        ids = {row["id"] for row in merged.get(table, {}).values() if not is_alive(row)}
        for side in sides if ids else ():
            for row in side.get(table, {}).values():
                if row["id"] in ids and is_alive(row):
                    rows = gone.setdefault(table, {})
                    rows[row["id"]] = max(row, rows.get(row["id"], row), key=lambda each: _last(table, each))
    return gone


def _last(table: str, document: Document) -> tuple[int, str]:
    state = state_of(table, document)
    return state.order(state.latest)


def bring_back(changes: Changeset, gone: Named) -> list[tuple[str, str]]:
    """Have those of some removed records stand that something names; returns which, by table and id."""
    if not any(gone.values()):
        return []
    named = {place for tables in _with_pointers(changes, gone) for place in _named_in(tables)}
    back = [(table, id_) for table, rows in gone.items() for id_ in rows if (table, id_) in named]
    file = changes.file(BOOK)
    for table, id_ in back:
        tombstone = file.document(table, id_)
        assert tombstone
        file.put(table, [_still_there(table, gone[table][id_], tombstone)], merged=True)
    return back


def _still_there(table: str, there: Document, tombstone: Document) -> Document:
    """A record that stands as the one side had it, and is gone as well: no version, for nobody has said so.

    Who merges it with the tombstone comes to the same, whatever else was merged in between.
    """
    one, other = state_of(table, there), state_of(table, tombstone)
    state = joined(one, other)
    state.parts = {**one.parts, **state.parts}
    state.heads, state.gone = one.heads, other.gone
    return document_of(state, [there, tombstone])


def refuse_named(changes: Changeset, table: str, there: Document) -> None:
    """Raise Refused where something names a record that is to be removed."""
    id_ = there["id"]
    if any((table, id_) in _named_in(tables) for tables in _with_pointers(changes, {table: {id_: there}})):
        raise Refused(
            say(
                "Something logged or planned names “{name}”, so it stays: keep 1, and merge it into another.",
                name=shown(str(there.get("name") or there.get("title") or id_)),
            )
        )


def _with_pointers(changes: Changeset, gone: Named) -> Iterator[Tables]:
    """The tables of the files in which one of these ids stands, as they are in this change."""
    ids = [f'"{id_}"'.encode() for rows in gone.values() for id_ in rows]
    touched = {file.name for file in changes.touched()}
    for name in sorted({BOOK, TIMER, *filter(week_named, kept_files(changes.home)), *touched}):
        content = changes.content(name) or b""
        if name in touched or any(id_ in content for id_ in ids):
            yield changes.file(name).tables


def _named_in(tables: Tables) -> Iterator[tuple[str, str]]:
    """What the records of a file name, by table and id."""
    for table in POINTERS.keys() & tables.keys():
        for row in filter(is_alive, tables[table].values()):
            for field, to in POINTERS[table].items():
                if f"{table}/{field}" not in _WEAK:
                    for id_ in _ids(row, field):
                        yield to, id_


def _ids(row: Document, field: str) -> Iterator[str]:
    outer, _, inner = field.partition("/")
    value: Any = row.get(outer)
    if inner:
        value = value.get(inner) if type(value) is dict else None
    for each in [value] if type(value) is str else value if type(value) in (list, dict) else ():
        if type(each) is str:
            yield each
