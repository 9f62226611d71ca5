"""Putting a home back to an earlier state, as one change that can be undone like any other.

What was there first becomes an archive of its own. Documents the earlier state had return, those made since become
tombstones, and what differs changes now, so that a merge with another copy takes it for the latest; into an empty home
every document goes as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planner.domain.value import NamedTuple
from planner.domain.value.dates import datetime

from .changeset import Changeset
from .documents import is_alive, same, tombstone
from .forms import MOMENT
from .moved import stone
from .snapshot import Documents, Snapshot
from .tables import Document
from .versions import carried


class Difference(NamedTuple):
    """What sets one table of a file apart from what it should be: the documents to put."""

    file: str
    table: str
    documents: tuple[Document, ...]
    back: tuple[Document, ...]  # those of them that come back, or come in
    changed: int
    removed: int


class Tally(NamedTuple):
    """How many records of one table came, changed and went."""

    table: str
    back: int
    changed: int
    removed: int


def differences(there: Snapshot, wanted: Snapshot, now: datetime) -> list[Difference]:
    """What must be put, file by file, for a home that holds ``there`` to hold what is ``wanted``."""
    needed = []
    for file in dict.fromkeys([*wanted.files, *there.files]):
        has, wants = there.files.get(file, {}), wanted.files.get(file, {})
        for table in dict.fromkeys([*wants, *has]):
            difference = _difference(file, table, has, wants, now)
            if difference.documents:
                needed.append(difference)
    return needed


def put(changes: Changeset, needed: Iterable[Difference]) -> None:
    """Put the documents of all differences in their places; an entry that goes to another week goes as the same."""
    needed = list(needed)
    moved = _moved(changes, needed)
    for difference in needed:
        documents: Iterable[Document] = difference.documents
        if difference.table == "entries" and moved:
            documents = [_in_its_week(document, moved) for document in documents]
        changes.file(difference.file).put(difference.table, documents)


def _moved(changes: Changeset, needed: Iterable[Difference]) -> dict[str, Document]:
    """The entries that go from the file of one week and come into that of another, as they stand in the first."""
    going: dict[str, Document] = {}
    coming: set[str] = set()
    for difference in needed:
        if difference.table == "entries":
            file = changes.file(difference.file)
            for document in difference.documents:
                there = file.document("entries", document["id"])
                if not is_alive(document) and there and is_alive(there):
                    going[document["id"]] = there
                elif is_alive(document) and not (there and is_alive(there)):
                    coming.add(document["id"])
    return {id_: document for id_, document in going.items() if id_ in coming}


def _in_its_week(document: Document, moved: dict[str, Document]) -> Document:
    if document["id"] not in moved:
        return document
    return carried(moved[document["id"]], document) if is_alive(document) else stone(document["id"])


def tallies(needed: Iterable[Difference]) -> tuple[Tally, ...]:
    """The differences of all files by table; tombstones that only came along are not among them."""
    sums: dict[str, Counter[str]] = {}
    for difference in needed:
        sums.setdefault(difference.table, Counter()).update(
            back=len(difference.back), changed=difference.changed, removed=difference.removed
        )
    made = (Tally(table, count["back"], count["changed"], count["removed"]) for table, count in sums.items())
    return tuple(tally for tally in made if any(tally[1:]))


def _difference(file: str, table: str, has: Documents, wants: Documents, now: datetime) -> Difference:
    there = {document["id"]: document for document in has.get(table, ())}
    wanted = {document["id"]: document for document in wants.get(table, ())}
    documents, back = [], []
    counts: Counter[str] = Counter()
    for id_, document in wanted.items():
        stands = there.get(id_)
        if stands is None:
            documents.append(document)
            back += [document] if is_alive(document) else []
        elif not same(document, stands):
            documents.append({**document, "changed": MOMENT.write(now)})
            if not is_alive(stands):
                back.append(document)
            else:
                counts["changed" if is_alive(document) else "removed"] += 1
    for id_, document in there.items():
        if id_ not in wanted and is_alive(document):
            documents.append(tombstone(id_, now))
            counts["removed"] += 1
    return Difference(file, table, tuple(documents), tuple(back), counts["changed"], counts["removed"])
