"""A snapshot: all that a home holds but its undo. An archive, a day's backup and another home are each read as one.

Documents stand in lists by file and table. Two homes are equal where their snapshots are.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from planner.domain.errors import Newer, Refused
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.value.typed import Any
from planner.domain.words import say

from . import files
from .checksum import checksum
from .contents import is_data, is_text, kept_files
from .documents import NAMES, check_kept, is_alive
from .forms import Misshapen
from .reading import understood
from .schema import fresh
from .tables import Document, Tables, encoded

#: A data file's documents, tombstones among them, by table.
Documents = Mapping[str, list[Document]]


class Sum(NamedTuple):
    """What one file comes to: how many records of each table, without those removed, and the SHA-256 of them all."""

    counts: Mapping[str, int]
    sha256: str


class Snapshot(NamedTuple):
    """Data files by name, each read when it is asked for, and her settings and themes as they are written."""

    files: Mapping[str, Documents]
    texts: Mapping[str, bytes]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it at all."""
        return not self.files and not self.texts

    def counts(self) -> dict[str, int]:
        """How many records there are of each table, without those removed."""
        return total(map(summed, self.files.values()))

    def documents(self) -> Iterator[tuple[str, str, Document]]:
        """Every document with its file and table."""
        for file, tables in self.files.items():
            for table, documents in tables.items():
                for document in documents:
                    yield file, table, document


class _Files(Mapping[str, Documents]):
    """The data files among some contents; reading one raises Refused where it is damaged, Newer for a newer schema."""

    def __init__(self, contents: Mapping[str, bytes], whose: str) -> None:
        self._contents = contents
        self._names = [name for name in contents if is_data(name)]
        self._whose = whose

    def __getitem__(self, name: str) -> Documents:
        if not is_data(name):
            raise KeyError(name)
        return _read(name, self._contents[name], self._whose)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def snapshot_of(contents: Mapping[str, bytes], whose: str) -> Snapshot:
    """What files (content by name) stand for; undo, and what planner does not know, is passed over.

    ``whose`` they are is named where one is damaged.
    """
    return Snapshot(_Files(contents, whose), {name: contents[name] for name in contents if is_text(name)})


def summed(documents: Documents) -> Sum:
    """What a file comes to, whatever the order of its fields."""
    counts = {table: sum(map(is_alive, rows)) for table, rows in documents.items()}
    return Sum(counts, checksum(json.dumps(documents, sort_keys=True, separators=(",", ":")).encode()))


def total(sums: Iterable[Sum]) -> dict[str, int]:
    """How many records of each table there are in several files."""
    counts: Counter[str] = Counter()
    for each in sums:
        counts.update(each.counts)
    return dict(counts)


def tables_of(documents: Documents) -> Tables:
    """A data file that holds these documents."""
    numbered = {table: {str(n): row for n, row in enumerate(rows, 1)} for table, rows in documents.items()}
    return {**fresh(), **numbered}


def snapshot_from(documents: Mapping[str, Any], texts: Mapping[str, bytes], schema: object, whose: str) -> Snapshot:
    """A snapshot of documents in lists by file and table, as a document of another program's may hold them.

    Raises Refused, naming ``whose`` they are, for what is no file or no table of planner's, Newer for a newer schema.
    """
    called = clean(whose)
    for name in (*documents, *texts):
        if not (is_data(name) if name in documents else is_text(name)):
            raise Refused(
                say("“{file}” in {path} is no file of planner's; take another backup.", file=shown(name), path=called)
            )
    read = {
        name: _read(name, encoded(_listed(name, tables, schema, called)), whose) for name, tables in documents.items()
    }
    return Snapshot(read, texts)


def _listed(name: str, tables: Any, schema: object, called: str) -> Tables:
    lists = tables.values() if type(tables) is dict else [None]
    if not all(type(rows) is list and all(type(row) is dict for row in rows) for rows in lists):
        raise Refused(
            say("“{file}” in {path} should be lists of records by table; take another backup.", file=name, path=called)
        )
    return {**tables_of(tables), "meta": {"1": {"schema": schema}}}


def documents_in(tables: Tables) -> Documents:
    """The documents of a data file by table, without tables that are empty. Raises Misshapen for one without id."""
    for name, rows in tables.items():
        if name not in NAMES and name != "meta":  # of a planner that keeps more; ours are checked as they are read
            for row in rows.values():
                check_kept(row)
    return {name: list(rows.values()) for name, rows in tables.items() if name != "meta" and rows}


class _Folder(Mapping[str, bytes]):
    """The files of a home, or a copy of one, by name, each read when it is asked for. Raises StoreError."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._names = list(kept_files(folder)) if os.path.isdir(folder) else []

    def __getitem__(self, name: str) -> bytes:
        file = files.read(os.path.join(self._folder, name))
        if file is None:
            raise KeyError(name)
        return file[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def contents_of(folder: str) -> Mapping[str, bytes]:
    """The content of every file in a home, or a copy of one, by name."""
    return _Folder(folder)


def _read(name: str, content: bytes, whose: str) -> Documents:
    try:
        return documents_in(understood(name, content)[0])
    except Newer as newer:
        raise Newer(say("In {path}: {reason}", path=clean(whose), reason=newer)) from None
    except Misshapen as wrong:
        raise Refused(
            say("{file} is damaged: {wrong} (in {path}).", file=name, path=clean(whose), wrong=wrong)
        ) from None
