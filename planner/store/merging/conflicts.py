"""Conflicts: what two machines said of one thing, neither knowing of the other, both kept until she has chosen."""

from __future__ import annotations

from collections.abc import Iterator

from ..parts import is_member
from ..tables import Document

#: The part that says whether a document is there at all.
THERE = "removed"


def parts_in_conflict(document: Document) -> Iterator[str]:
    """The parts of which another thing is kept beside what stands."""
    lineage = document.get("lineage")
    if type(lineage) is not dict or "removed" in document:
        return
    if lineage.get("gone"):
        yield THERE
    beside = lineage.get("beside", ())
    for part in dict.fromkeys(row.get("part", "") for row in beside if type(row) is dict):
        if type(part) is str and not is_member(part):
            yield part
