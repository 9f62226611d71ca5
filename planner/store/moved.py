"""Entries that moved to another week: what they leave behind where they stood, and how they are known for the same.

An entry stands in the file of its week, so one that is moved goes from file to file. What it came from goes with it.
Behind it stays a *stone* that says nothing but that the entry of this id stands elsewhere: it is the same on every
machine, whatever the entry says since. A merge of whole homes finds all that is said of one id, in whatever files, and
has it stand once (:mod:`merging.weeks`). A merge of a single file may not: what it would have beside a stone it
``holds`` in there, where it is counted nowhere, until the home is merged.
"""

from __future__ import annotations

from .forms import MOMENT
from .tables import Document

#: The moment of every stone: one that came of a change would be another on each machine.
_ANY = "2000-01-01T00:00:00+00:00"


def stone(id_: str, holds: Document | None = None) -> Document:
    """What an entry leaves behind where it stood; with what a merge of this file alone would have had beside it."""
    bare: Document = {"id": id_, "changed": _ANY, "removed": True, "moved": True}
    return bare if holds is None else {**bare, "holds": holds}


def is_stone(document: Document) -> bool:
    """Whether a document says that the one of its id stands elsewhere."""
    return "moved" in document


def said_in(document: Document) -> Document | None:
    """What a document says of its id: of a stone what it holds, None where it holds nothing."""
    return document.get("holds") if is_stone(document) else document


def week_in(document: Document) -> str:
    """The name of the file of the week in which an entry belongs by its start. Raises Misshapen and KeyError."""
    from planner.domain.week import Week

    from .contents import week_file

    return week_file(Week.of(MOMENT.read(document["start"])))
