"""A data file as a TinyDB database that is read once, changed in memory, and written whole when told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping

from tinydb import TinyDB
from tinydb.storages import Storage

from planner.domain.value.typed import Any

from .tables import Document, Tables


class Buffer(Storage):
    """TinyDB's storage over tables in memory: its reads and writes reach no file."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        return self.tables

    def write(self, data: Tables) -> None:
        self.tables = data


class DataFile:
    """One data file under change. ``before`` keeps what each document put here was at first (None: nothing)."""

    def __init__(self, name: str, tables: Tables) -> None:
        self.name = name
        self._buffer = Buffer({table: dict(docs) for table, docs in tables.items()})
        self._database = TinyDB(storage=lambda: self._buffer)
        self._numbers: dict[str, dict[str, int]] = {}
        self.before: dict[tuple[str, str], Document | None] = {}
        self.changed = False

    @property
    def tables(self) -> Tables:
        return self._buffer.tables

    def document(self, table: str, id_: str) -> Document | None:
        """The document of an id, a tombstone too; None where there never was one."""
        number = self._index(table).get(id_)
        return None if number is None else dict(self.tables[table][str(number)])

    def put(self, table: str, documents: Iterable[Document]) -> None:
        """Keep documents, each in the place of the one that has its id."""
        self.changed = True
        index = self._index(table)
        known: dict[int, Document] = {}
        fresh: dict[str, Document] = {}
        for document in documents:
            id_ = document["id"]
            self.before.setdefault((table, id_), self.document(table, id_))
            if id_ in index:
                known[index[id_]] = document
            else:
                fresh[id_] = document
        rows = self._database.table(table)
        if known:
            after = {document["id"]: document for document in known.values()}
            for number in known:  # which is changed in place, and may be shared
                self.tables[table][str(number)] = dict(self.tables[table][str(number)])
            rows.update(_replaced(after), doc_ids=known)
        if fresh:
            index.update(zip(fresh, rows.insert_multiple(fresh.values()), strict=True))

    def drop(self, table: str, ids: Iterable[str]) -> None:
        """Let documents go without a trace."""
        self.changed = True
        index = self._index(table)
        known = [index.pop(id_) for id_ in ids if id_ in index]
        self._database.table(table).remove(doc_ids=known)

    def _index(self, table: str) -> dict[str, int]:
        if table not in self._numbers:
            self._numbers[table] = {doc["id"]: int(number) for number, doc in self.tables.get(table, {}).items()}
        return self._numbers[table]


def _replaced(after: Mapping[str, Document]) -> Callable[[MutableMapping[str, Any]], None]:
    def replace(document: MutableMapping[str, Any]) -> None:
        new = after[document["id"]]
        document.clear()
        document.update(new)

    return replace
