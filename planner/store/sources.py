"""What was read from other programs: of each key that a record has there, where in the home that record stands."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from datetime import UTC, datetime

from planner.domain.imported import Source, place_in, source_in
from planner.domain.value import NamedTuple
from planner.domain.value.typed import Any
from planner.domain.week import Week

from . import files
from .checksum import checksum
from .contents import BOOK, week_file
from .documents import document_of
from .forms import Misshapen
from .reading import read_tables
from .shelf import Shelf
from .tables import Document, Tables

#: The tables whose records know where they were read from.
TABLES = ("entries", "groups", "people", "appointments")

#: Which part of a source's text is the mark.
_MARK = Source._fields.index("mark")

#: The moment of a change is no part of a mark.
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)

#: Says of a table and an id without sources the text of the source it was made of, as planner 0.2 made some; else "".
Old = Callable[[str, str], str]


class Kept(NamedTuple):
    """The record (its ``id``, in a ``week`` or in the book) that is kept of a source; ``removed``: she took it out."""

    table: str
    week: Week | None
    id: str
    text: str
    removed: bool = False

    @property
    def source(self) -> Source:
        return source_in(self.text)


def kept_sources(shelf: Shelf, formats: Container[str], old: Old) -> dict[str, Kept]:
    """What is kept of these formats, by format and key; what there is comes before what was removed."""
    kept: dict[str, Kept] = {}
    for week in (None, *shelf.weeks()):
        for one in _in_tables(_tables(shelf, week_file(week) if week else BOOK), week, formats, old):
            place = place_in(one.text)
            if place not in kept or kept[place].removed:
                kept[place] = one
    return kept


def removed_ids(shelf: Shelf, table: str) -> frozenset[str]:
    """The ids of a table of the book that were there once, and are no more."""
    rows = _tables(shelf, BOOK).get(table, {}).values()
    return frozenset(row["id"] for row in rows if "removed" in row)


def marked(document: Document) -> Document:
    """A document whose sources know how it was left: those that say nothing of it yet are given its mark."""
    parts = [text.split(" ") for text in document["sources"]]
    mark = _mark(document)
    for said in parts:
        said.extend(["-"] * (_MARK + 1 - len(said)))
        if said[_MARK] == "-":
            said[_MARK] = mark
    return {**document, "sources": [" ".join(said) for said in parts]}


def is_as_left(table: str, record: Any, text: str) -> bool:
    """Whether a record is as the import left it that read it last from the source of this text."""
    return source_in(text).mark == _mark(document_of(table, record, _ANY_TIME))


def is_untouched(document: Document | None) -> bool:
    """Whether a document is there, and as the imports left it that read it."""
    if document is None or "removed" in document:
        return False
    mark = _mark(document)
    return all(source_in(text).mark == mark for text in document.get("sources", ()))


def named_by(shelf: Shelf, but: Container[str]) -> set[str]:
    """The groups and people (ids) that entries name, but for the entries of some ids."""
    named: set[str] = set()
    for week in shelf.weeks():
        for row in _tables(shelf, week_file(week)).get("entries", {}).values():
            if "removed" not in row and not (row["id"] in but and is_untouched(row)):
                named.add(row["group"])
                named.update(row.get("people", ()), row.get("echo", {}).get("people", ()))
    return named


def _mark(document: Document) -> str:
    fields = sorted(
        (field, value) for field, value in document.items() if field not in ("sources", "changed", "lineage")
    )
    return checksum(repr(fields).encode("utf-8", "surrogatepass"))[:8]


def _in_tables(tables: Tables, week: Week | None, formats: Container[str], old: Old) -> Iterator[Kept]:
    for table in TABLES:
        for row in tables.get(table, {}).values():
            texts, removed = row.get("sources"), "removed" in row
            if texts:
                for text in texts:
                    if text.partition(" ")[0] in formats:
                        yield Kept(table, week, row["id"], text, removed)
            elif not removed and (text := old(table, row["id"])):
                yield Kept(table, week, row["id"], text)


def _tables(shelf: Shelf, name: str) -> Tables:
    """A file's tables, read in the least time; what is off in it is said, and set aside, by who reads it whole."""
    shelf.settle()
    file = files.read(shelf.path(name))
    if file is None:
        return {}
    try:
        return read_tables(name, file[0])
    except Misshapen:
        return shelf.once(name)
