"""Images: what documents of one data file were, in the shape of that file's own tables.

A document that was not there, or had been removed, stands as a tombstone without a time: a creation costs its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from planner.domain.words import say

from .documents import tombstone
from .forms import MOMENT, Misshapen
from .schema import fresh
from .tables import Document, Tables


def images_of(before: Mapping[tuple[str, str], Document | None]) -> Tables:
    """Images of what documents were, by table and id."""
    images = fresh()
    for (table, id_), document in before.items():
        rows = images.setdefault(table, {})
        rows[str(len(rows) + 1)] = _image(id_, document)
    return images


def flipped(tables: Tables, images: Tables, now: datetime) -> tuple[Tables, Tables]:
    """A file's ``tables`` as the ``images`` say they were, and images of what they are.

    Each document changes at this moment, so that a merge takes it for the latest. Raises Misshapen.
    """
    after, before = dict(tables), fresh()
    for table, wanted in images.items():
        if table == "meta":
            continue
        rows = after[table] = dict(tables.get(table, {}))
        numbers = {document["id"]: number for number, document in rows.items()}
        free = max(map(int, rows), default=0) + 1
        stood = before[table] = {}
        for image in wanted.values():
            id_ = _id(image)
            number = numbers.get(id_)
            if number is None:
                number, free = str(free), free + 1
            stood[str(len(stood) + 1)] = _image(id_, rows.get(number))
            rows[number] = _document(image, now)
    return after, before


def _id(image: Document) -> str:
    id_ = image.get("id")
    if type(id_) is not str:
        raise Misshapen(say("a document has no “id”"))
    return id_


def _image(id_: str, document: Document | None) -> Document:
    return {"id": id_, "removed": True} if document is None or "removed" in document else document


def _document(image: Document, now: datetime) -> Document:
    return tombstone(image["id"], now) if "removed" in image else {**image, "changed": MOMENT.write(now)}
