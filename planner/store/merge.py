"""Merging two states of one file: of each document the one that changed last is kept, or both, field by field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from planner.domain.value.typed import Any

from .documents import is_alive, table_called
from .forms import Required
from .replacement import Difference
from .snapshot import Snapshot
from .tables import Document, Tables

#: Which of two documents of one id is kept, or what they make together: table, earlier, later.
Choice = Callable[[str, Document, Document], Document]


def merged(earlier: Tables, later: Tables) -> Tables:
    """The documents of both, those of ``earlier`` in their places; of equal age, ``later`` wins."""
    return _together(earlier, later, lambda _, one, other: other if _changed(other) >= _changed(one) else one)


def overlaid(earlier: Tables, later: Tables) -> Tables:
    """The documents of both; of an id in both the one of ``later``, whatever the clock said when it was written."""
    return _together(earlier, later, lambda _, __, other: other)


def joined(earlier: Tables, anew: Tables) -> Tables:
    """The documents of both, of an id in both every field: ``anew`` was begun without knowing the earlier ones.

    So a field that it does not say, or says as any new record does, is as it was; lists and tables of a document are
    put together, and it came into the book on the earlier day. What was removed since is removed.
    """
    return _together(earlier, anew, _by_field)


def _by_field(table: str, earlier: Document, anew: Document) -> Document:
    if "removed" in earlier or "removed" in anew:
        return anew
    usual = _usual(table)
    both = dict(earlier)
    for field, value in anew.items():
        known = earlier.get(field)
        if isinstance(value, list) and isinstance(known, list):
            both[field] = [*known, *(each for each in value if each not in known)]
        elif isinstance(value, dict) and isinstance(known, dict) and value != usual.get(field):
            both[field] = {**known, **value}
        elif field == "since" and known:
            both[field] = min(known, value)
        elif field not in earlier or value != usual.get(field):
            both[field] = value
    return {**both, "changed": max(earlier, anew, key=_changed)["changed"]}


def _usual(table: str) -> dict[str, Any]:
    """What a new record of a table says of itself without having been told."""
    kept = table_called(table)
    defaults = getattr(kept.record, "_field_defaults", {})
    return {
        field: form.write(defaults[field])
        for field, (form, absent) in kept.shape.items()
        if absent is Required and field in defaults
    }


def _together(earlier: Tables, later: Tables, choice: Choice) -> Tables:
    tables: Tables = {name: dict(documents) for name, documents in earlier.items()}
    for name, documents in later.items():
        if name == "meta":
            tables[name] = documents
            continue
        table = tables.setdefault(name, {})
        numbers = {document["id"]: number for number, document in table.items()}
        free = max(map(int, table), default=0) + 1
        for document in documents.values():
            number = numbers.get(document["id"])
            if number is None:
                table[str(free)] = document
                free += 1
            else:
                table[number] = choice(name, table[number], document)
    return tables


def _changed(document: Document) -> datetime:
    return datetime.fromisoformat(document["changed"])


def news(there: Snapshot, incoming: Snapshot) -> list[Difference]:
    """What ``incoming`` knows that is not ``there``, or changed after it was; of equal age, what is there stays."""
    differences = []
    for file, tables in incoming.files.items():
        for table, documents in tables.items():
            stands = {document["id"]: document for document in there.files.get(file, {}).get(table, ())}
            taken = [document for document in documents if _is_news(document, stands.get(document["id"]))]
            back = [d for d in taken if is_alive(d) and (d["id"] not in stands or not is_alive(stands[d["id"]]))]
            gone = [d for d in taken if not is_alive(d) and d["id"] in stands and is_alive(stands[d["id"]])]
            changed = sum(d["id"] in stands for d in taken) - sum(d["id"] in stands for d in (*back, *gone))
            if taken:
                differences.append(Difference(file, table, tuple(taken), tuple(back), changed, len(gone)))
    return differences


def removed_since(there: Snapshot, incoming: Snapshot) -> int:
    """How many records of ``incoming`` were removed here after they changed there, and so stay away."""
    gone = {(file, table, d["id"]): d for file, table, d in there.documents() if not is_alive(d)}
    old = ((gone.get((file, table, d["id"])), d) for file, table, d in incoming.documents() if is_alive(d))
    return sum(stands is not None and not _is_news(document, stands) for stands, document in old)


def _is_news(document: Document, stands: Document | None) -> bool:
    return stands is None or _changed(document) > _changed(stands)
