"""A data file under change: its documents, found by their ids, and what each of them was at first.

Its tables are those of a TinyDB database, read once and written whole when told. A document that changes keeps its
number, and a new one has the number after the highest, as TinyDB would give it: to load that for each change took a
command more than half of what starting Python does.
"""

from __future__ import annotations

from collections.abc import Iterable

from .documents import NAMES
from .tables import Document, Tables


class DataFile:
    """One data file under change. ``before`` keeps what each document put here was at first (None: nothing)."""

    def __init__(self, name: str, tables: Tables) -> None:
        self.name = name
        self.tables = dict(tables)  # which are shared: one of them is copied before it changes
        self._numbers: dict[str, dict[str, str]] = {}
        self._ours: set[str] = set()
        self.before: dict[tuple[str, str], Document | None] = {}
        self.merged: set[tuple[str, str]] = set()  # what was put together by a merge

    @property
    def changed(self) -> bool:
        """Whether anything was put here, or let go."""
        return bool(self._ours)

    def document(self, table: str, id_: str) -> Document | None:
        """The document of an id, a tombstone too; None where there never was one."""
        number = self._index(table).get(id_)
        return None if number is None else dict(self.tables[table][number])

    def put(self, table: str, documents: Iterable[Document], *, merged: bool = False) -> None:
        """Keep documents, each in the place of the one that has its id, from which it comes, if it is not ``merged``.

        What a merge has put together says itself what it came from.
        """
        rows, index = self._rows(table), self._index(table)
        free = max(map(int, rows), default=0) + 1
        for document in documents:
            id_ = document["id"]
            there = self.document(table, id_)
            self.before.setdefault((table, id_), there)
            if merged:
                self.merged.add((table, id_))
            if id_ not in index:
                index[id_], free = str(free), free + 1
            if there is not None and not merged and table in NAMES:
                document = _descended(table, there, document)  # noqa: PLW2901
            rows[index[id_]] = document

    def become(self, tables: Tables) -> None:
        """Stand as another machine's file does that holds the same documents: under its numbers, in its order."""
        self.tables = dict(tables)
        self._numbers.clear()
        self._ours.update(tables)

    def drop(self, table: str, ids: Iterable[str]) -> None:
        """Let documents go without a trace."""
        rows, index = self._rows(table), self._index(table)
        for id_ in ids:
            if id_ in index:
                del rows[index.pop(id_)]

    def _rows(self, table: str) -> dict[str, Document]:
        """The documents of a table that is about to change."""
        if table not in self._ours:
            self._ours.add(table)
            self.tables[table] = dict(self.tables.get(table, {}))
        return self.tables[table]

    def _index(self, table: str) -> dict[str, str]:
        if table not in self._numbers:
            self._numbers[table] = {document["id"]: number for number, document in self.tables.get(table, {}).items()}
        return self._numbers[table]


def _descended(table: str, before: Document, after: Document) -> Document:
    """What is put in a document's place, knowing its versions; what is new has none, and is most of what is logged."""
    from .versions import descended

    return descended(table, before, after)
