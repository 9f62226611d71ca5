"""A snapshot: all that a home holds but its undo. An archive, a day's backup and another home are each read as one.

Documents stand in lists by file and table. Two homes are equal where their snapshots are.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from planner.domain.errors import Refused
from planner.domain.texts import clean, shown
from planner.domain.words import say

from . import files
from .contents import is_data, is_text, kept_files
from .documents import TABLES, check_kept
from .forms import Misshapen
from .reading import understood
from .tables import Document, Tables, encoded

#: A data file's documents, tombstones among them, by table.
Documents = Mapping[str, list[Document]]


class Snapshot(NamedTuple):
    """Data files by name, and her settings and themes as they are written."""

    files: Mapping[str, Documents]
    texts: Mapping[str, bytes]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it at all."""
        return not self.files and not self.texts

    def counts(self) -> dict[str, int]:
        """How many documents there are of each table, without those removed."""
        found: dict[str, int] = {}
        for _, table, document in self.documents():
            found[table] = found.get(table, 0) + ("removed" not in document)
        return found

    def checksum(self) -> str:
        """SHA-256 of all of it, whatever the order of files, tables and fields."""
        from .checksum import checksum

        texts = {name: content.decode("latin-1") for name, content in self.texts.items()}
        whole = json.dumps([self.files, texts], sort_keys=True, separators=(",", ":"))
        return checksum(whole.encode())

    def documents(self) -> Iterator[tuple[str, str, Document]]:
        """Every document with its file and table."""
        for file, tables in self.files.items():
            for table, documents in tables.items():
                for document in documents:
                    yield file, table, document


def snapshot_of(contents: Mapping[str, bytes], whose: str) -> Snapshot:
    """What files (content by name) stand for; undo, and what planner does not know, is passed over.

    Raises Refused naming ``whose`` they are where one is damaged, Newer for a newer schema.
    """
    data, texts = {}, {}
    for name, content in contents.items():
        if is_text(name):
            texts[name] = content
        elif is_data(name):
            data[name] = _read(name, content, whose)
    return Snapshot({name: tables for name, tables in data.items() if tables}, texts)


def snapshot_from(data: Mapping[str, Any], texts: Mapping[str, bytes], schema: object, whose: str) -> Snapshot:
    """A snapshot of documents in lists by file and table, as a document of another program's may hold them.

    Raises Refused, naming ``whose`` they are, for what is no file or no table of planner's, Newer for a newer schema.
    """
    files_, called = {}, clean(whose)
    for name, tables in data.items():
        if not is_data(name):
            raise Refused(say("“{file}” in {path} is no file of planner's.", file=shown(name), path=called))
        files_[name] = _read(name, encoded(_numbered(name, tables, schema, called)), whose)
    for name in texts:
        if not is_text(name):
            raise Refused(say("“{file}” in {path} is no file of planner's.", file=shown(name), path=called))
    return Snapshot({name: tables for name, tables in files_.items() if tables}, texts)


def _numbered(name: str, tables: Any, schema: object, called: str) -> Tables:
    lists = tables.values() if type(tables) is dict else [None]
    if not all(type(rows) is list and all(type(row) is dict for row in rows) for rows in lists):
        raise Refused(say("“{file}” in {path} should be lists of records by table.", file=name, path=called))
    numbered = {table: {str(n): row for n, row in enumerate(rows, 1)} for table, rows in tables.items()}
    return {**numbered, "meta": {"1": {"schema": schema}}}


def documents_in(tables: Tables) -> Documents:
    """The documents of a data file by table, without tables that are empty. Raises Misshapen for one without id."""
    for name, rows in tables.items():
        if name not in TABLES and name != "meta":  # of a planner that keeps more; ours are checked as they are read
            for row in rows.values():
                check_kept(row)
    return {name: list(rows.values()) for name, rows in tables.items() if name != "meta" and rows}


def contents_of(folder: str) -> dict[str, bytes]:
    """The content of every file in a home, or a copy of one, by name. Raises StoreError."""
    if not os.path.isdir(folder):
        return {}
    found = {name: files.read(os.path.join(folder, name)) for name in kept_files(folder)}
    return {name: read[0] for name, read in found.items() if read}


def _read(name: str, content: bytes, whose: str) -> Documents:
    try:
        return documents_in(understood(name, content)[0])
    except Misshapen as wrong:
        raise Refused(say("{file} in {path} is damaged: {wrong}.", file=name, path=clean(whose), wrong=wrong)) from None
