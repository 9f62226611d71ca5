"""Merging two states of one file: of each document the one that changed last is kept."""

from __future__ import annotations

from datetime import datetime

from .documents import is_alive
from .replacement import Difference
from .snapshot import Snapshot
from .tables import Document, Tables


def merged(earlier: Tables, later: Tables) -> Tables:
    """The documents of both, those of ``earlier`` in their places; of equal age, ``later`` wins."""
    tables: Tables = {name: dict(documents) for name, documents in earlier.items()}
    for name, documents in later.items():
        if name == "meta":
            tables[name] = documents
        else:
            tables[name] = _merged(tables.get(name, {}), documents)
    return tables


def _merged(earlier: dict[str, Document], later: dict[str, Document]) -> dict[str, Document]:
    merged_ = dict(earlier)
    numbers = {document["id"]: number for number, document in earlier.items()}
    free = max(map(int, earlier), default=0) + 1
    for document in later.values():
        number = numbers.get(document["id"])
        if number is None:
            merged_[str(free)] = document
            free += 1
        elif _changed(document) >= _changed(merged_[number]):
            merged_[number] = document
    return merged_


def _changed(document: Document) -> datetime:
    return datetime.fromisoformat(document["changed"])


def news(there: Snapshot, incoming: Snapshot) -> list[Difference]:
    """What ``incoming`` knows that is not ``there``, or changed after it was; of equal age, what is there stays."""
    found = []
    for file, tables in incoming.files.items():
        for table, documents in tables.items():
            stands = {document["id"]: document for document in there.files.get(file, {}).get(table, ())}
            taken = [document for document in documents if _is_news(document, stands.get(document["id"]))]
            back = [d for d in taken if is_alive(d) and (d["id"] not in stands or not is_alive(stands[d["id"]]))]
            gone = [d for d in taken if not is_alive(d) and d["id"] in stands and is_alive(stands[d["id"]])]
            changed = sum(d["id"] in stands for d in taken) - sum(d["id"] in stands for d in (*back, *gone))
            if taken:
                found.append(Difference(file, table, tuple(taken), tuple(back), changed, len(gone)))
    return found


def removed_since(there: Snapshot, incoming: Snapshot) -> int:
    """How many records of ``incoming`` were removed here after they changed there, and so stay away."""
    gone = {(file, table, d["id"]): d for file, table, d in there.documents() if not is_alive(d)}
    old = ((gone.get((file, table, d["id"])), d) for file, table, d in incoming.documents() if is_alive(d))
    return sum(stands is not None and not _is_news(document, stands) for stands, document in old)


def _is_news(document: Document, stands: Document | None) -> bool:
    return stands is None or _changed(document) > _changed(stands)
