"""Undo and redo: a step keeps one image of each document it touched, and undoing swaps images and documents.

So the same step then serves to redo. An image is a document as it was, or nothing where there was none: a creation
costs no more than an id. Beside it stands a mark of the document as the step left it: a step is taken back only where
that is still so, or it would take back with it what was done since. Steps are shared by every planner that opens the
home. One with many images keeps them in a file of its own, so that a large import does not slow the changes after it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from planner.domain.errors import Refused
from planner.domain.texts import shown
from planner.domain.words import say

from .changeset import Changeset
from .checksum import checksum
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


class Swapped(NamedTuple):
    """A step that was taken back or made again; or, with ``missing``, why that cannot be, and it is off the list."""

    step: Step
    missing: str = ""


class Image:
    """What a document of a table in a file was; ``document`` is None where there was none.

    ``left`` marks the document as the step left it; it is empty in steps of planner 0.1.0.
    """

    def __init__(self, file: str, table: str, id_: str, document: Document | None, left: str = "") -> None:
        self.file = file
        self.table = table
        self.id_ = id_
        self.document = document
        self.left = left


#: Fields that change between two steps without anything being done: the moment, and a running timer's sign of life.
_BY_ITSELF = ("changed", "beat")

_IMAGE = part(
    Image,
    {
        "file": (TEXT, Required),
        "table": (TEXT, Required),
        "id_": (TEXT, Required),
        "document": (OBJECT, None),
        "left": (TEXT, ""),
    },
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
        Image(file.name, table, id_, _alive(document), _mark(file.document(table, id_)))
        for file in changes.touched()
        for (table, id_), document in file.before.items()
    ]
    history = changes.file(UNDO)
    _forget(changes, "redo", list(_newest_first(history.tables, "redo")))
    _push(changes, "undo", os.urandom(5).hex(), step, images)
    _forget(changes, "undo", list(_newest_first(history.tables, "undo"))[DEPTH:])


def swap(changes: Changeset, source: str, target: str, now: datetime) -> Swapped:
    """Take back the newest step of ``source`` and keep it as the newest of ``target``.

    Raises Refused where there is none, or something has changed since, Misshapen where it cannot be read.
    """
    newest = next(_newest_first(changes.file(UNDO).tables, source), None)
    if newest is None:
        raise Refused(say("There is nothing to undo.") if source == "undo" else say("There is nothing to redo."))
    step, images = _step(newest), _images(changes, newest)
    if images is None:
        _forget(changes, source, [newest])
        return Swapped(step, _missing(step, newest["id"], source))
    flipped = []
    for (name, table), group in groupby(images, lambda image: (image.file, image.table)):
        file, before = changes.file(name), list(group)
        now_there = [file.document(table, image.id_) for image in before]
        for image, document in zip(before, now_there, strict=True):
            if image.left and image.left != _mark(document):
                raise Refused(_in_the_way(step, image, document, source))
        file.put(table, [_document(image, now) for image in before])
        flipped += [
            Image(name, table, image.id_, _alive(document), _mark(image.document))
            for image, document in zip(before, now_there, strict=True)
        ]
    changes.file(UNDO).drop(source, [newest["id"]])
    _push(changes, target, newest["id"], step, flipped)
    return Swapped(step)


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


def _mark(document: Document | None) -> str:
    """Tells one state of a document from another, but for what changes by itself."""
    alive = _alive(document)
    said = alive and {field: value for field, value in alive.items() if field not in _BY_ITSELF}
    return checksum(json.dumps(said, sort_keys=True).encode())[:16]


def _in_the_way(step: Step, image: Image, document: Document | None, source: str) -> str:
    """Why a step cannot be taken back or made again now, in words."""
    what = _called(image, document)
    fields = {"label": shown(step.label), "what": what}
    if _alive(document) is None:
        if source == "undo":
            return say("“{label}” cannot be undone: {what} has been removed since. Nothing was changed.", **fields)
        return say("“{label}” cannot be redone: {what} has been removed since. Nothing was changed.", **fields)
    if source == "undo":
        return say("“{label}” cannot be undone: {what} has been changed since. Nothing was changed.", **fields)
    return say("“{label}” cannot be redone: {what} has been changed since. Nothing was changed.", **fields)


def _called(image: Image, document: Document | None) -> str:
    """A document as a person calls it."""
    nouns = {
        "groups": say("the group"),
        "people": say("the person"),
        "objectives": say("the objective"),
        "steps": say("the next step"),
        "appointments": say("the appointment"),
        "entries": say("the entry"),
        "plan": say("the plan of a week"),
        "reviews": say("the review of a week"),
        "timer": say("the timer"),
    }
    known = {**(image.document or {}), **(document or {})}
    name = next((known[field] for field in ("name", "title", "text", "note") if known.get(field)), image.id_)
    noun = nouns.get(image.table, image.table)
    return noun if image.table in ("plan", "reviews", "timer") else f"{noun} “{shown(str(name))}”"


def _missing(step: Step, step_id: str, source: str) -> str:
    fields = {"label": shown(step.label), "file": _large(step_id)}
    if source == "undo":
        return say(
            "“{label}” cannot be undone: what was there before it stood in {file}, which is missing or not whole. "
            "It is off the list; undo again takes back the step before it.",
            **fields,
        )
    return say(
        "“{label}” cannot be redone: what it made stood in {file}, which is missing or not whole. It is off the list.",
        **fields,
    )


def _large(step_id: str) -> str:
    return f"undo/{step_id}.json"


def _images(changes: Changeset, step: Document) -> list[Image] | None:
    """The images of a step; None where they stood in a file of their own that is gone, or not whole."""
    if "images" in step:
        return list(_IMAGES.read(step["images"]))
    rows = changes.file(_large(step["id"])).tables.get("images", {})
    if not rows or len(rows) != step.get("count", len(rows)):
        return None
    return [read_as(_LARGE_ROW, row)["image"] for row in rows.values()]


def _push(changes: Changeset, way: str, step_id: str, step: Step, images: list[Image]) -> None:
    document = {"id": step_id, "label": step.label, "via": step.via, "changed": MOMENT.write(step.at)}
    written = _IMAGES.write(images)
    if len(images) < LARGE:
        document["images"] = written
    else:
        rows = [{"id": str(number), "image": image} for number, image in enumerate(written)]
        changes.file(_large(step_id)).put("images", rows)
        document["count"] = len(images)
    changes.file(UNDO).put(way, [document])


def _forget(changes: Changeset, way: str, steps: list[Document]) -> None:
    """Let steps go, and the files of the large ones."""
    if steps:
        changes.file(UNDO).drop(way, [step["id"] for step in steps])
    for step in steps:
        if "images" not in step:
            changes.discard(_large(step["id"]))
