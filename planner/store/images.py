"""Images: what documents of one data file were, in the shape of that file's own tables.

A document that was not there, or had been removed, stands as a tombstone without a time: a creation costs its id.
Beside it, as ``left``, stands a mark of the document as the step left it (none in steps of planner 0.1.0): a step is
taken back only where that is still so, or it would take back with it what was done since.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from planner.domain.value.dates import datetime
from planner.domain.words import say

from .checksum import checksum
from .documents import tombstone
from .forms import MOMENT, Misshapen
from .schema import fresh
from .tables import Document, Tables, in_order

#: Fields that change between two steps without anything being done: the moment, a running timer's sign of life, and the
#: versions it came from.
_BY_ITSELF = ("changed", "beat", "lineage")

#: The mark of what is not there.
_NOTHING = checksum(b"null")[:16]

#: Says why an image cannot be put back, from its table, itself, and the document that is there (None: nothing).
Refusal = Callable[[str, Document, Document | None], Exception]


#: No entry goes from week to week.
NONE_MOVED: Mapping[str, Document | None] = {}


def images_of(
    before: Mapping[tuple[str, str], Document | None],
    after: Callable[[str, str], Document | None],
    *,
    merged: Container[tuple[str, str]] = (),
) -> Tables:
    """Images of what documents were, by table and id, and marks of what they are ``after``.

    Of what was ``merged`` they are whole: to take a merge back is no change of what was merged.
    """
    images = fresh()
    for (table, id_), document in before.items():
        make = whole_image_of if (table, id_) in merged else image_of
        rows = images.setdefault(table, {})
        rows[str(len(rows) + 1)] = make(id_, document, mark(after(table, id_)))
    return images


def flipped(
    tables: Tables, images: Tables, now: datetime, refusal: Refusal, moved: Mapping[str, Document | None] = NONE_MOVED
) -> tuple[Tables, Tables]:
    """A file's ``tables`` as the ``images`` say they were, and images of what they are.

    ``moved`` are the entries (by id) that go back to another week, as None, or come back from one, as they stand there.
    Each document changes at this moment, so that a merge takes it for the latest. Raises Misshapen, and ``refusal``
    where a document is no longer as it was left.
    """
    from .versions import carried, descended, with_others_of

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
            there = rows.get(number)
            if image.get("left") and image["left"] != mark(there):
                raise refusal(table, image, alive(there))
            if image.get("whole"):
                was = _as_it_was(image)
                stood[str(len(stood) + 1)] = whole_image_of(id_, there, mark(was))
                if was is None:
                    rows.pop(number, None)
                else:
                    rows[number] = was
                continue
            stands = put_back(image, now)
            if table == "entries" and id_ in moved:
                from .moved import stone

                rows[number] = stone(id_) if moved[id_] is None else carried(moved[id_], stands)
            else:
                rows[number] = stands if there is None else descended(table, there, stands)
                if "beside" in image.get("lineage", ()):
                    rows[number] = with_others_of(table, rows[number], image)
            stood[str(len(stood) + 1)] = image_of(id_, there, mark(rows[number]))
    return after, before


def alive(document: Document | None) -> Document | None:
    """A document, or nothing where it is a tombstone."""
    return None if document is None or "removed" in document else document


def mark(document: Document | None) -> str:
    """Tells one state of a document from another, but for what changes by itself."""
    said = alive(document)
    if said is None:
        return _NOTHING
    said = {field: value for field, value in said.items() if field not in _BY_ITSELF}
    return checksum(in_order(said).encode())[:16]


def goes(image: Document) -> bool:
    """Whether a document goes when an image is put back, and says nothing whole of it."""
    return "removed" in image and not image.get("whole") and image.get("left", _NOTHING) != _NOTHING


def comes_back(image: Document) -> bool:
    """Whether a document comes back when an image is put back that is not whole."""
    return "removed" not in image and not image.get("whole") and image.get("left") == _NOTHING


def image_of(id_: str, document: Document | None, left: str) -> Document:
    """One image: the document, or that there was none, and the mark of what is to be there when it is put back."""
    there = alive(document)
    image: Document = {"id": id_, "removed": True} if there is None else dict(there)
    if there is None and document and "sources" in document:  # she had removed what an import brought
        image["sources"] = document["sources"]
    return {**image, "left": left} if left else image


def whole_image_of(id_: str, document: Document | None, left: str) -> Document:
    """An image from which a document is put back just as it was, a tombstone and what it came from too."""
    return {**(document or {"id": id_, "removed": True}), "left": left, "whole": True}


def _as_it_was(image: Document) -> Document | None:
    """The document of a whole image; None where there was not even a tombstone."""
    was = {field: value for field, value in image.items() if field not in ("left", "whole")}
    return was if "changed" in was else None


def _id(image: Document) -> str:
    id_ = image.get("id")
    if type(id_) is not str:
        raise Misshapen(say("a document has no “id”"))
    return id_


def put_back(image: Document, now: datetime) -> Document:
    """What a document was, as of this change; a tombstone where there was none."""
    if "removed" in image:
        return tombstone(image["id"], now, image.get("sources"))
    return {field: value for field, value in image.items() if field != "left"} | {"changed": MOMENT.write(now)}
