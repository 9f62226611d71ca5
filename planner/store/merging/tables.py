"""The tables of one file of both: documents by their ids, never by their rows."""

from __future__ import annotations

from collections.abc import Mapping

from planner.domain.texts import words_of
from planner.domain.value import NamedTuple

from ..documents import is_alive
from ..tables import Document, Tables
from ..versions import state_of
from .conflicts import things_in_conflict
from .pointers import Renamed, pointed
from .together import together

#: The tables whose ids are made of a name, and that name: two that were made apart may be called by one id.
NAMED = {"objectives": "title", "groups": "name", "people": "name"}

#: The days on which a record came into the book, by which two of a planner that kept no versions are told to be one.
_CAME = ("since", "added")


class Merged(NamedTuple):
    """One file of both: its tables, and how many records ``came``, ``changed``, were the ``same``.

    ``conflicts`` are the things of which two are kept now that were not before, as table, id and part; ``put`` are the
    documents of it, by table, that are not as they were in ours.
    """

    tables: Tables
    came: int = 0
    changed: int = 0
    same: int = 0
    conflicts: tuple[tuple[str, str, str], ...] = ()
    put: Mapping[str, tuple[Document, ...]] = {}


def merge_documents(base: Tables | None, ours: Tables, theirs: Tables) -> Merged:
    """Merge the tables of one file, in today's shape; ``base`` is what both came from, where that is known.

    Pure: none of them is changed. It commutes, associates and is idempotent in what the tables say.
    """
    return merge_renamed(base, ours, theirs, *parted(ours, theirs))


def merge_renamed(base: Tables | None, were: Tables, there: Tables, we: Renamed, they: Renamed) -> Merged:
    """Merge the tables of one file; ``we`` and ``they`` are new ids of what was made apart under one, on each side."""
    ours, theirs = pointed(were, we, there), pointed(there, they, were)
    tables: Tables = {name: dict(rows) for name, rows in ours.items()}
    came = changed = same = 0
    conflicts: list[tuple[str, str, str]] = []
    put: dict[str, tuple[Document, ...]] = {}
    for name in dict.fromkeys([*ours, *theirs]):
        if name == "meta":
            tables.setdefault(name, theirs.get(name, {}))
            continue
        rows = tables.setdefault(name, {})
        numbers = {document["id"]: number for number, document in rows.items()}
        stood = {document["id"]: document for document in were.get(name, {}).values()}
        came_from = {document["id"]: document for document in (base or {}).get(name, {}).values()}
        free = max(map(int, rows), default=0) + 1
        for document in theirs.get(name, {}).values():
            id_ = document["id"]
            if id_ not in numbers:
                numbers[id_], free = str(free), free + 1
                rows[numbers[id_]] = document
                came += is_alive(document)
                same += not is_alive(document)
                continue
            here = rows[numbers[id_]]
            both = rows[numbers[id_]] = together(name, here, document, came_from.get(id_))
            same += both is here
            changed += both is not here
            if both is not here:
                new_ones = set(things_in_conflict(name, both)).difference(things_in_conflict(name, here))
                conflicts += [(name, id_, part) for part in sorted(new_ones)]
        if new := tuple(
            row for row in rows.values() if row is not stood.get(row["id"]) and row != stood.get(row["id"])
        ):
            put[name] = new
    return Merged(tables, came, changed, same, tuple(conflicts), put)


def parted(ours: Tables, theirs: Tables) -> tuple[Renamed, Renamed]:
    """The ids that mean two records which were made apart: what the later made of the two is called from now on.

    By table and id, for ours and for theirs. Of every two the same one goes, whoever merges them.
    """
    we: dict[str, dict[str, str]] = {}
    they: dict[str, dict[str, str]] = {}
    for table, name in NAMED.items():
        mine = {document["id"]: document for document in ours.get(table, {}).values()}
        for document in theirs.get(table, {}).values():
            here = mine.get(document["id"])
            if here is not None and here != document and _are_two(table, name, here, document):
                one, other = state_of(table, here), state_of(table, document)
                earlier = min((one, other), key=lambda state: state.order(state.first))
                side, later = (they, other) if earlier is one else (we, one)
                side.setdefault(table, {})[here["id"]] = f"{here['id']}-{later.first[:4]}"
    return we, they


def _are_two(table: str, name: str, one: Document, other: Document) -> bool:
    """Whether two documents of one id were made apart, of something that is called by another name."""
    if not (is_alive(one) and is_alive(other)) or words_of(str(one.get(name))) == words_of(str(other.get(name))):
        return False
    if "lineage" not in one and "lineage" not in other:
        return not any(day in one and one.get(day) == other.get(day) for day in _CAME)
    return not state_of(table, one).seen.keys() & state_of(table, other).seen.keys()
