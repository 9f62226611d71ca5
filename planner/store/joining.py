"""Putting a file together from a backup and what was begun anew while its damage was open.

That is no merge of two machines: what was begun anew knew nothing of what was there, and says so of nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from planner.domain.value.typed import Any

from .documents import table_called
from .forms import Required
from .tables import Document, Tables
from .versions import descended

#: Which of two documents of one id is kept, or what they make together: table, earlier, later.
Choice = Callable[[str, Document, Document], Document]


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
        return descended(table, earlier, anew)
    usual = _usual(table)
    both = dict(earlier)
    for field, value in anew.items():
        if field == "lineage":
            continue
        known = earlier.get(field)
        if isinstance(value, list) and isinstance(known, list):
            both[field] = [*known, *(each for each in value if each not in known)]
        elif isinstance(value, dict) and isinstance(known, dict) and value != usual.get(field):
            both[field] = {**known, **value}
        elif field == "since" and known:
            both[field] = min(known, value)
        elif field not in earlier or value != usual.get(field):
            both[field] = value
    whole = {**both, "changed": max(earlier, anew, key=_changed)["changed"]}
    return descended(table, earlier, whole)


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
