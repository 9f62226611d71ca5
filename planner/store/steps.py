"""Steps: what a change leaves behind to be undone, one image of each document it touched.

Steps are shared by every planner that opens the home. One with many images keeps them in files of their own, one for
each data file it touched: a large import does not slow the changes after it, and is taken back a file at a time, in the
memory of one. They are taken back in :mod:`undo`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from planner.domain.value import NamedTuple
from planner.domain.value.dates import datetime
from planner.domain.value.typed import Any

from .changeset import Changeset
from .checksum import checksum
from .contents import images_file, images_files
from .forms import FLAG, MOMENT, OBJECT, TEXT, Required, part, several
from .images import alive, images_of
from .tables import Document, Tables

DEPTH = 200  #: steps kept
LARGE = 16  #: images from which a step keeps them in files of their own


class Step(NamedTuple):
    """One change that can be undone or redone: what it did, when, and which planner made it."""

    label: str
    at: datetime
    via: str


class Turned(NamedTuple):
    """One of her settings that a step set: what the file said before, and says after it; None where it says nothing."""

    key: str
    was: Any
    now: Any

    @property
    def back(self) -> Turned:
        """The same the other way round."""
        return Turned(self.key, self.now, self.was)


class PutAway(NamedTuple):
    """A copy of another machine's that was merged: what it was called in the home, and where it is kept since."""

    name: str
    kept: str


class Image:
    """What a document of a table in a file was; ``document`` is None where there was none.

    ``left`` marks the document as the step left it; it is empty in steps of planner 0.1.0. One that is ``whole`` is put
    back just as it was, as a merge is taken back.
    """

    def __init__(
        self, file: str, table: str, id_: str, document: Document | None, left: str = "", *, whole: bool = False
    ) -> None:
        self.file = file
        self.table = table
        self.id_ = id_
        self.document = document
        self.left = left
        self.whole = whole


IMAGE = part(
    Image,
    {
        "file": (TEXT, Required),
        "table": (TEXT, Required),
        "id_": (TEXT, Required),
        "document": (OBJECT, None),
        "left": (TEXT, ""),
        "whole": (FLAG, False),
    },
)
IMAGES = several(IMAGE)

#: What makes the images of each data file; those of a large step are made when they are written.
Made = Mapping[str, Callable[[], Tables]]


def record(
    changes: Changeset,
    step: Step,
    turned: tuple[Turned, ...] = (),
    replaced: tuple[str, ...] = (),
    copies: tuple[PutAway, ...] = (),
) -> None:
    """Keep ``step`` as the newest, for all that ``changes`` has touched and the settings that it ``turned``.

    ``replaced`` are the files, set aside as damaged, whose damage it ends, ``copies`` those of another machine that it
    puts away. What was undone can no longer be redone.
    """
    touched = {file.name: file for file in changes.touched()}
    images: Made = {
        name: partial(images_of, file.before, file.document, merged=file.merged) for name, file in touched.items()
    }
    images = {**changes.images_of_rewritten(), **images}
    forget(changes, changes.shed_steps(DEPTH - 1))
    push(
        changes,
        "undo",
        os.urandom(5).hex(),
        step,
        images,
        turned,
        _texts_before(changes),
        replaced,
        copies,
        merged=any(file.merged for file in touched.values()),
        large=sum(len(file.before) for file in touched.values()) + changes.rewritten_records >= LARGE,
    )


def _texts_before(changes: Changeset) -> list[Document]:
    """Images of the settings and themes that a change puts; few do."""
    if not changes.texts:
        return []
    from .texts import texts_before

    return texts_before(changes)


def push(  # noqa: PLR0917 - where a step goes, and all that it is
    changes: Changeset,
    way: str,
    step_id: str,
    step: Step,
    images: Made,
    turned: tuple[Turned, ...],
    texts: list[Document],
    replaced: tuple[str, ...],
    copies: tuple[PutAway, ...] = (),
    *,
    merged: bool,
    large: bool,
) -> None:
    document: Document = {"id": step_id, "label": step.label, "via": step.via, "changed": MOMENT.write(step.at)}
    if turned:
        document["settings"] = [each._asdict() for each in turned]
    if texts:
        document["texts"] = texts
    if replaced:
        document["replaced"] = list(replaced)
    if copies:
        document["copies"] = [each._asdict() for each in copies]
    if merged:
        document["merged"] = True
    if large:
        seal: dict[str, str] = {}
        document |= {"parts": len(images), "seal": seal}
        sums: dict[str, str] = {}

        def sealed(file: str, sum_: str) -> None:
            """Every file of images is written before the list that this step stands in."""
            sums[file] = sum_
            if len(sums) == len(images):
                seal.update(seal_of(sums))

        for name, make in images.items():
            file = images_file(step_id, name)
            changes.make(file, make, partial(sealed, file), beside=name)
    else:
        document["images"] = IMAGES.write([image for name, make in images.items() for image in _listed(name, make())])
    changes.steps.push(way, document)


def seal_of(sums: Mapping[str, str]) -> dict[str, str]:
    """What the files of a large step come to, from the checksum of each: one line, however many they are."""
    return {"sha256": checksum("\n".join(f"{name} {sums[name]}" for name in sorted(sums)).encode())}


def _listed(file: str, images: Tables) -> Iterator[Image]:
    for table, rows in images.items():
        if table != "meta":
            for row in rows.values():
                document = {field: value for field, value in row.items() if field not in ("left", "whole")}
                whole = row.get("whole", False)
                there = document if ("changed" if whole else "sources") in document else alive(document)
                yield Image(file, table, row["id"], there, row.get("left", ""), whole=whole)


def forget(changes: Changeset, steps: list[Document]) -> None:
    """Let go of the files of steps that are off the list."""
    for step in steps:
        if "parts" in step:
            for part_ in images_files(changes.home, step["id"]).values():
                changes.discard(part_)
        elif "images" not in step:
            changes.discard(old_file(step["id"]))


def old_file(step_id: str) -> str:
    return f"undo/{step_id}.json"
