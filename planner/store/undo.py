"""Undo and redo: the images that a step keeps are swapped with the documents, so that the same step serves to redo.

A step is made in :mod:`steps`; no change that leaves one needs what takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache, partial

from planner.domain.errors import Refused
from planner.domain.texts import shown
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import Any
from planner.domain.words import plural, say

from .changeset import Changeset
from .checksum import checksum
from .contents import images_file, images_files, week_named
from .forms import ANY, FLAG, MOMENT, OBJECT, TEXT, WHOLE, Misshapen, Required, Shape, by_name, part, read_as, several
from .images import NONE_MOVED, comes_back, flipped, goes, image_of, whole_image_of
from .reading import understood
from .schema import fresh
from .step_list import StepList
from .steps import IMAGE, IMAGES, Image, Made, PutAway, Step, Turned, forget, old_file, push, seal_of
from .tables import Document, Tables

#: As many steps are looked at for one to take back where another cannot be: each is compared with all after it.
_NEAR = 9


class Swapped(NamedTuple):
    """A step that was taken back or made again; or, with ``missing``, why that cannot be, and it is off the list.

    ``turned`` are her settings as they are to be turned with it, ``replaced`` the damaged files whose damage it ended,
    ``stay`` the settings and themes that it put and she wrote to since, ``copies`` those of another machine that it put
    away; ``merged``: another machine may have what it took back.
    """

    step: Step
    missing: str = ""
    turned: tuple[Turned, ...] = ()
    replaced: tuple[str, ...] = ()
    stay: tuple[str, ...] = ()
    copies: tuple[PutAway, ...] = ()
    merged: bool = False


_OLD_ROW = Shape({"image": (IMAGE, Required)})
_STEP = Shape(
    {
        "label": (TEXT, Required),
        "changed": (MOMENT, Required),
        "via": (TEXT, Required),
        "parts": (WHOLE, 0),
        "seal": (by_name(TEXT), None),
        "settings": (several(part(Turned, {"key": (TEXT, Required), "was": (ANY, None), "now": (ANY, None)})), ()),
        "texts": (several(OBJECT), ()),
        "replaced": (several(TEXT), ()),
        "copies": (several(part(PutAway, {"name": (TEXT, Required), "kept": (TEXT, Required)})), ()),
        "merged": (FLAG, False),
    }
)


def history_of(steps: StepList) -> tuple[list[Step], list[Step]]:
    """The steps that can be undone and redone, newest first. Raises Misshapen."""
    undone, redone = ([_step(step) for step in steps.newest_first(way)] for way in ("undo", "redo"))
    return undone, redone


def swap(changes: Changeset, source: str, target: str, now: datetime, number: int = 1) -> Swapped:
    """Take back one step of ``source``, the newest unless said, and keep it as the newest of ``target``.

    Raises Refused where there is none, or something has changed since; Misshapen where it cannot be read.
    """
    steps = list(changes.steps.newest_first(source))
    if not steps:
        raise Refused(say("There is nothing to undo.") if source == "undo" else say("There is nothing to redo."))
    if number > len(steps):
        raise Refused(
            plural(
                len(steps),
                "Only {n} change can be undone; “planner undo --list” shows it.",
                "Only {n} changes can be undone; “planner undo --list” shows them.",
            )
        )
    newest = steps[number - 1]
    step, large, images = _step(newest), "images" not in newest, images_of_step(changes, newest)
    if images is None:
        forget(changes, [changes.steps.take(source, number)])
        return Swapped(step, _missing(step, newest["id"], source))
    _refuse_entangled(changes, newest, steps[: number - 1])

    def refusal(name: str, table: str, image: Document, there: Document | None) -> Refused:
        if changes.lacks(name):
            return Refused(_not_mended(step, name, source))
        why = _in_the_way(step, table, image, there, source)
        past = _next_alone(changes, steps, number) if source == "undo" else 0
        return Refused(say("{reason} “planner undo {n}” passes it.", reason=why, n=past) if past else why)

    moved = _moved(changes, images)

    @lru_cache(maxsize=1 if large else None)
    def both(name: str) -> tuple[Tables, Tables]:
        """A file as it was, and images of what it is; in a large step that is made as it is written, one at a time."""
        return flipped(changes.tables(name), images[name](), now, partial(refusal, name), moved.get(name, NONE_MOVED))

    for name in images:
        if not large:
            both(name)
        changes.make(name, partial(_first, both, name))
        if large:  # right after it, while both are at hand
            changes.make(images_file(newest["id"], name), partial(_second, both, name))
    changes.steps.take(source, number)
    if large and "parts" not in newest:
        changes.discard(old_file(newest["id"]))
    now_images: Made = {name: partial(_second, both, name) for name in images}
    values = read_as(_STEP, newest)
    turned, replaced = values["settings"], values["replaced"]
    texts, stay = _flipped_texts(changes, values["texts"])
    copies, merged = values["copies"], values["merged"]
    push(changes, target, newest["id"], step, now_images, turned, texts, replaced, copies, merged=merged, large=large)
    back = tuple(each.back for each in turned) if source == "undo" else turned
    return Swapped(step, "", back, replaced, stay, copies, merged)


def _moved(changes: Changeset, images: Made) -> dict[str, dict[str, Document | None]]:
    """By file the entries that go back to another week (as None), and those that come back, as they stand there."""
    weeks = [name for name in images if week_named(name)]
    if len(weeks) < 2:
        return {}
    rows = {name: list(images[name]().get("entries", {}).values()) for name in weeks}
    going = {row["id"]: name for name in weeks for row in rows[name] if goes(row)}
    coming = {row["id"]: name for name in weeks for row in rows[name] if comes_back(row) and row["id"] in going}
    moved: dict[str, dict[str, Document | None]] = {}
    for name in {going[id_] for id_ in coming}:
        for row in changes.tables(name).get("entries", {}).values():
            if going.get(row["id"]) == name and row["id"] in coming:
                moved.setdefault(name, {})[row["id"]] = None
                moved.setdefault(coming[row["id"]], {})[row["id"]] = row
    return moved


def _flipped_texts(changes: Changeset, images: tuple[Document, ...]) -> tuple[list[Document], tuple[str, ...]]:
    if not images:
        return [], ()
    from .texts import flip

    return flip(changes, images)


def _refuse_entangled(changes: Changeset, step: Document, newer: list[Document]) -> None:
    """Refuse to take back a step by itself where what it touched has changed again, or what it made is referred to.

    Only documents that newer steps touched can refer to what it made.
    """
    touched = (_touched(changes, step) if newer else {}) or {}
    made = {id_ for (_, _, id_), image in touched.items() if "removed" in image}
    for later in newer:
        others = _touched(changes, later)
        if (
            others is None  # what it touched is not known any more, and may be anything
            or touched.keys() & others.keys()
            or any(_mentions(_now(changes, key), made) for key in others)
        ):
            raise Refused(
                say(
                    "“{what}” cannot be undone by itself, for “{later}” builds on it. Undo that first.",
                    what=step["label"],
                    later=later["label"],
                )
            )


def _next_alone(changes: Changeset, steps: list[Document], number: int) -> int:
    """The number of the newest step before step ``number`` that can be taken back by itself; 0 without one near."""
    for earlier in range(number + 1, min(len(steps), number + _NEAR) + 1):
        with suppress(Refused):
            _refuse_entangled(changes, steps[earlier - 1], steps[: earlier - 1])
            return earlier
    return 0


def _touched(changes: Changeset, step: Document) -> dict[tuple[str, str, str], Document] | None:
    """The images of a step, by file, table and id; None where files of them are gone, or not whole."""
    files = images_of_step(changes, step)
    if files is None:
        return None
    return {
        (name, table, row["id"]): row
        for name, images in files.items()
        for table, rows in images().items()
        if table != "meta"
        for row in rows.values()
    }


def _now(changes: Changeset, key: tuple[str, str, str]) -> Document:
    name, table, id_ = key
    return changes.file(name).document(table, id_) or {}


def _mentions(value: object, ids: set[str]) -> bool:
    """Whether one of ``ids`` stands anywhere in a document, in a list or as a key."""
    if isinstance(value, dict):
        return any(key in ids or _mentions(each, ids) for key, each in value.items() if key != "id")
    if isinstance(value, list):
        return any(_mentions(each, ids) for each in value)
    return value in ids if isinstance(value, str) else False


def _first(both: Callable[[str], tuple[Tables, Tables]], name: str) -> Tables:
    return both(name)[0]


def _second(both: Callable[[str], tuple[Tables, Tables]], name: str) -> Tables:
    return both(name)[1]


def _step(document: Document) -> Step:
    values = read_as(_STEP, document)
    return Step(values["label"], values["changed"], values["via"])


def _in_the_way(step: Step, table: str, image: Document, document: Document | None, source: str) -> str:
    """Why a step cannot be taken back or made again now, in words."""
    what = _called(table, image, document)
    fields = {"label": shown(step.label), "what": what}
    if document is None:
        if source == "undo":
            return say("“{label}” cannot be undone: {what} has been removed since. Nothing was changed.", **fields)
        return say("“{label}” cannot be redone: {what} has been removed since. Nothing was changed.", **fields)
    if source == "undo":
        return say("“{label}” cannot be undone: {what} has been changed since. Nothing was changed.", **fields)
    return say("“{label}” cannot be redone: {what} has been changed since. Nothing was changed.", **fields)


def _not_mended(step: Step, file: str, source: str) -> str:
    """Why a step cannot be taken back or made again while a file that it touched is damaged or missing, in words."""
    fields = {"label": shown(step.label), "file": file}
    if source == "undo":
        return say(
            "“{label}” cannot be undone before {file} is mended: planner check --mend. Nothing was changed.", **fields
        )
    return say(
        "“{label}” cannot be redone before {file} is mended: planner check --mend. Nothing was changed.", **fields
    )


def _called(table: str, image: Document, document: Document | None) -> str:
    """A document as a person calls it."""
    nouns = {
        "groups": say("the group"),
        "people": say("the person"),
        "objectives": say("the objective"),
        "steps": say("the next step"),
        "appointments": say("the appointment"),
        "counsel": say("the question or decision"),
        "imports": say("the import"),
        "homes": say("the home's id"),
        "entries": say("the entry"),
        "plan": say("the plan of a week"),
        "reviews": say("the review of a week"),
        "timer": say("the timer"),
        "deeds": say("the deed"),
    }
    known = {**image, **(document or {})}
    name = next((known[field] for field in ("name", "title", "text", "note") if known.get(field)), image["id"])
    noun = nouns.get(table, table)
    return noun if table in ("plan", "reviews", "timer") else say("{noun} “{name}”", noun=noun, name=shown(str(name)))


def _missing(step: Step, step_id: str, source: str) -> str:
    fields = {"label": shown(step.label), "file": f"undo/{step_id}-*.json"}
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


def images_of_step(changes: Changeset, step: Document) -> Made | None:
    """What makes the images of each data file that a step touched; None where files of them are gone, or not whole."""
    if "images" in step:
        return _by_file(list(IMAGES.read(step["images"])))
    if "parts" not in step:  # one file for all of them, as planner 0.1.0 wrote it
        rows = changes.tables(old_file(step["id"])).get("images", {})
        if not rows or len(rows) != step.get("count", len(rows)):
            return None
        return _by_file([read_as(_OLD_ROW, row)["image"] for row in rows.values()])
    parts = images_files(changes.home, step["id"])
    if not _are_whole(changes, read_as(_STEP, step), list(parts.values())):
        return None
    return {name: partial(changes.tables, part) for name, part in parts.items()}


def _are_whole(changes: Changeset, step: Mapping[str, Any], parts: list[str]) -> bool:
    """Whether all files of a large step's images are there as it left them; before anything is changed by them.

    One that cannot be read at all raises StoreError: it may be readable later.
    """
    if len(parts) != step["parts"]:
        return False
    seal: Mapping[str, str] | None = step["seal"]
    contents = ((part_, changes.content(part_)) for part_ in parts)
    if seal is None:
        return all(content is not None and _is_readable(part_, content) for part_, content in contents)
    return seal == seal_of({part_: checksum(content or b"") for part_, content in contents})


def _is_readable(part_: str, content: bytes) -> bool:
    """Whether images can be read, of a step that does not say what they come to."""
    try:
        understood(part_, content)
    except Misshapen:
        return False
    return True


def _by_file(images: list[Image]) -> Made:
    files: dict[str, Tables] = {}
    for image in images:
        rows = files.setdefault(image.file, fresh()).setdefault(image.table, {})
        document = None if image.document is None else {**image.document, "id": image.id_}
        make = whole_image_of if image.whole else image_of
        rows[str(len(rows) + 1)] = make(image.id_, document, image.left)
    return {name: partial(_itself, tables) for name, tables in files.items()}


def _itself(tables: Tables) -> Tables:
    return tables
