"""Conflicts: what two machines said of one thing, neither knowing of the other, both kept until she has chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from planner.domain.errors import Refused
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import say

from .. import files
from ..checksum import checksum
from ..contents import is_data, kept_files
from ..documents import tombstone
from ..forms import MOMENT
from ..parts import is_member
from ..tables import Document, Tables
from ..versions import NOTHING, State, descended, state_of
from .together import document_of

if TYPE_CHECKING:
    from ..shelf import Shelf

#: The part that says whether a document is there at all.
THERE = "removed"

#: What stands in the text of a file in which something may be kept twice: most have none.
_SIGNS = (b'"beside": [', b'"gone": "')

#: Signs of the id of a conflict.
_LENGTH = 8


class Twofold(NamedTuple):
    """A part of a document of which another thing is kept beside what stands; of None there is nothing.

    ``id`` is the same on every machine. ``others`` are the latest first; where ``part`` is :data:`THERE` the document
    stands, and was removed by another machine.
    """

    id: str
    file: str
    table: str
    document: Document
    part: str
    stands: Any
    others: tuple[Any, ...]


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


def conflicts_in(shelf: Shelf) -> list[Twofold]:
    """All that is kept twice in a home, in the order of its files. Raises StoreError."""
    found: list[Twofold] = []
    shelf.settle()
    for name in filter(is_data, list(kept_files(shelf.home))):
        file = files.read(shelf.path(name))
        if file and any(sign in file[0] for sign in _SIGNS):
            found += twofold_in(name, shelf.once(name))
    return found


def twofold_in(name: str, tables: Tables) -> Iterator[Twofold]:
    """What is kept twice in one file."""
    for table, rows in tables.items():
        for row in rows.values() if table != "meta" else ():
            for part in parts_in_conflict(row):
                id_ = checksum(f"{name}\n{table}\n{row['id']}\n{part}".encode("utf-8", "surrogatepass"))[:_LENGTH]
                stands, others = _both(state_of(table, row), part)
                yield Twofold(id_, name, table, row, part, stands, others)


def _both(state: State, part: str) -> tuple[Any, tuple[Any, ...]]:
    if part == THERE or part not in state.parts:
        return True, (None,)
    stands = state.stands(part)
    others = {version: value for version, value in state.parts[part].items() if value != stands}
    latest = (others[version] for version in sorted(others, key=state.order, reverse=True))
    distinct: list[Any] = []
    for value in latest:
        if value not in distinct:
            distinct.append(value)
    return _plain(stands), tuple(map(_plain, distinct))


def _plain(value: Any) -> Any:
    return None if value is NOTHING else value


def settled(twofold: Twofold, document: Document, keep: str, now: datetime) -> Document:
    """A document of which she has chosen one: ``mine`` is what stands, ``theirs`` the latest other, or ``both``.

    Raises Refused where two things cannot be one.
    """
    moment = MOMENT.write(now)
    table, part = twofold.table, twofold.part
    if part == THERE and keep == "theirs":
        return descended(table, document, tombstone(document["id"], now, document.get("sources")))
    state = state_of(table, document)
    value = True if part == THERE else _chosen(twofold, keep)
    version = state.add({**document, part: value, "settled": keep}, moment)
    state.heads = {version}
    if part == THERE:
        state.gone = set()
    else:
        state.parts[part] = {version: NOTHING if value is None else value}
    return document_of(state, [{**document, "changed": moment}])


def _chosen(twofold: Twofold, keep: str) -> Any:
    if keep == "mine":
        return twofold.stands
    if keep == "theirs":
        return twofold.others[0]
    texts = [value for value in (twofold.stands, *twofold.others) if value is not None]
    if not all(type(value) is str for value in texts) or twofold.part not in _JOINED:
        raise Refused(say("Of these only one can be kept: say mine or theirs."))
    return " / ".join(texts)


#: The texts that can say two things one after the other.
_JOINED = ("note", "title", "text", "why", "done", "reason", "if_then", "how_met", "intention", "position", "place")
