"""Undo and redo: a step keeps one image of each document it touched, and undoing swaps images and documents.

So the same step then serves to redo. An image is a document as it was, or nothing where there was none: a creation
costs no more than an id. Steps are shared by every planner that opens the home. One with many images keeps them in a
file of its own, so that a large import does not slow the changes after it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from planner.domain.errors import Refused
from planner.domain.words import say

from .changeset import Changeset
from .contents import UNDO
from .documents import tombstone
from .forms import MOMENT, OBJECT, TEXT, Required, Shape, part, read_as, several
from .tables import Document, Tables

DEPTH = 200  #: steps kept
LARGE = 16  #: images from which a step keeps them in a file of its own


class Step(NamedTuple):
    """One change that can be undone or redone: what it did, when, and which planner made it."""

    label: str
    at: datetime
    via: str


class Image:
    """What a document of a table in a file was; ``document`` is None where there was none."""

    def __init__(self, file: str, table: str, id_: str, document: Document | None) -> None:
        self.file = file
        self.table = table
        self.id_ = id_
        self.document = document


_IMAGE = part(
    Image, {"file": (TEXT, Required), "table": (TEXT, Required), "id_": (TEXT, Required), "document": (OBJECT, None)}
)
_IMAGES = several(_IMAGE)
_LARGE_ROW: Shape = {"image": (_IMAGE, Required)}
_STEP: Shape = {"label": (TEXT, Required), "changed": (MOMENT, Required), "via": (TEXT, Required)}


def history_of(tables: Tables) -> tuple[list[Step], list[Step]]:
    """The steps that can be undone and redone, newest first. Raises Misshapen."""
    undone, redone = ([_step(step) for step in _newest_first(tables, way)] for way in ("undo", "redo"))
    return undone, redone


def record(changes: Changeset, step: Step) -> None:
    """Keep ``step`` as the newest, for all that ``changes`` has touched; what was undone can no longer be redone."""
    images = [
        Image(file.name, table, id_, _alive(document))
        for file in changes.touched()
        for (table, id_), document in file.before.items()
    ]
    history = changes.file(UNDO)
    _forget(changes, "redo", list(_newest_first(history.tables, "redo")))
    _push(changes, "undo", os.urandom(5).hex(), step, images)
    _forget(changes, "undo", list(_newest_first(history.tables, "undo"))[DEPTH:])


def swap(changes: Changeset, source: str, target: str, now: datetime) -> Step:
    """Take back the newest step of ``source`` and keep it as the newest of ``target``.

    Raises Refused where there is none, Misshapen where it cannot be read.
    """
    newest = next(_newest_first(changes.file(UNDO).tables, source), None)
    if newest is None:
        raise Refused(say("There is nothing to undo.") if source == "undo" else say("There is nothing to redo."))
    step, images = _step(newest), _images(changes, newest)
    flipped = []
    for (name, table), group in groupby(images, lambda image: (image.file, image.table)):
        file = changes.file(name)
        before = list(group)
        flipped += [Image(name, table, image.id_, _alive(file.document(table, image.id_))) for image in before]
        file.put(table, [_document(image, now) for image in before])
    changes.file(UNDO).drop(source, [newest["id"]])
    _push(changes, target, newest["id"], step, flipped)
    return step


def _newest_first(tables: Tables, way: str) -> Iterator[Document]:
    rows: Mapping[str, Document] = tables.get(way, {})
    return (rows[number] for number in sorted(rows, key=int, reverse=True))


def _step(document: Document) -> Step:
    values = read_as(_STEP, document)
    return Step(values["label"], values["changed"], values["via"])


def _alive(document: Document | None) -> Document | None:
    return None if document is None or "removed" in document else document


def _document(image: Image, now: datetime) -> Document:
    """What an image makes of its document now: it changes at this moment, so that a merge takes it for the latest."""
    if image.document is None:
        return tombstone(image.id_, now)
    return {**image.document, "changed": MOMENT.write(now)}


def _large(step_id: str) -> str:
    return f"undo/{step_id}.json"


def _images(changes: Changeset, step: Document) -> list[Image]:
    if "images" in step:
        return list(_IMAGES.read(step["images"]))
    rows = changes.file(_large(step["id"])).tables.get("images", {})
    return [read_as(_LARGE_ROW, row)["image"] for row in rows.values()]


def _push(changes: Changeset, way: str, step_id: str, step: Step, images: list[Image]) -> None:
    document = {"id": step_id, "label": step.label, "via": step.via, "changed": MOMENT.write(step.at)}
    written = _IMAGES.write(images)
    if len(images) < LARGE:
        document["images"] = written
    else:
        rows = [{"id": str(number), "image": image} for number, image in enumerate(written)]
        changes.file(_large(step_id)).put("images", rows)
    changes.file(UNDO).put(way, [document])


def _forget(changes: Changeset, way: str, steps: list[Document]) -> None:
    """Let steps go, and the files of the large ones."""
    if steps:
        changes.file(UNDO).drop(way, [step["id"] for step in steps])
    for step in steps:
        if "images" not in step:
            changes.discard(_large(step["id"]))
