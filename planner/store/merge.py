"""Merging two states of one file: of each document the one that changed last is kept."""

from __future__ import annotations

from datetime import datetime

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
