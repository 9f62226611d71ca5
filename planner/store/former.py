"""What an import changed in records that were there before it, as the step that it left still knows it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import datetime

from planner.domain.value import NamedTuple

from .changeset import Changeset
from .contents import BOOK, images_file, week_named
from .data_file import DataFile
from .images import mark, put_back
from .moved import stone
from .steps import Made
from .tables import Document
from .undo import images_of_step
from .versions import carried

#: A document: its table and its id.
Place = tuple[str, str]


class Former(NamedTuple):
    """What goes back to what it was, by file; and, by file, the entries that go, for they go back to another week.

    Both are what nobody has changed since. ``records`` is how many say something else then.
    """

    images: Made
    back: Mapping[str, frozenset[Place]]
    gone: Mapping[str, frozenset[str]]
    records: int = 0

    @property
    def files(self) -> frozenset[str]:
        """The files that it is about."""
        return frozenset((*self.back, *self.gone))

    @property
    def entries(self) -> frozenset[str]:
        """The ids of the entries that go back."""
        return frozenset(id_ for places in self.back.values() for table, id_ in places if table == "entries")

    def put_back(self, file: DataFile, now: datetime, changes: Changeset) -> None:
        """Have a file say again what it said of them."""
        wanted = self.back.get(file.name, frozenset())
        for table, rows in self.images[file.name]().items() if wanted else ():
            images = [row for row in rows.values() if (table, row.get("id")) in wanted]
            if images:
                come = self._came_back(changes, {image["id"] for image in images}) if table == "entries" else {}
                file.put(table, [carried(come.get(image["id"]), put_back(image, now)) for image in images])
        if gone := self.gone.get(file.name):
            file.put("entries", [stone(id_) for id_ in sorted(gone)])

    def _came_back(self, changes: Changeset, ids: Container[str]) -> dict[str, Document]:
        """Of the entries of these ids that go back to another week what they say where they stand."""
        return {
            row["id"]: row
            for name, gone in self.gone.items()
            if any(id_ in ids for id_ in gone)
            for row in changes.tables(name).get("entries", {}).values()
            if row["id"] in ids and row["id"] in gone
        }


#: Nothing, or nothing that is known.
NOTHING = Former({}, {}, {})


def former_of(changes: Changeset, import_id: str, groups: Container[str]) -> Former:
    """What an import changed; nothing where the step that it left is no longer there, or not whole.

    ``groups`` are those there are (ids): an entry of one that is gone stays where it is.
    """
    step = _step_of(changes, import_id)
    images = images_of_step(changes, step) if step else None
    if not images:
        return NOTHING
    back: dict[str, set[Place]] = {}
    made: dict[str, set[str]] = {}  # the entries that the import put into a week, by its file
    stay: set[str] = set()  # the entries that were changed since, in one week or another
    count = 0
    for name, make in images.items():
        tables = DataFile(name, changes.tables(name))
        for table, rows in make().items():
            for image in rows.values() if table not in ("meta", "imports", "plan") else ():
                id_, there = image["id"], tables.document(table, image["id"])
                lost = table == "entries" and "removed" not in image and image.get("group") not in groups
                if lost or image.get("left") != mark(there):
                    stay.update((id_,) if table == "entries" else ())
                elif "removed" not in image:
                    back.setdefault(name, set()).add((table, id_))
                    count += _says(image) != _says(there)
                elif table == "entries":
                    made.setdefault(name, set()).add(id_)
    moved = {id_ for places in back.values() for table, id_ in places if table == "entries"}
    for name, places in back.items():
        stays = {place for place in places if place[0] == "entries" and place[1] in stay}
        back[name], count = places - stays, count - len(stays)  # each of them says something else elsewhere
    gone = {name: frozenset((ids & moved) - stay) for name, ids in made.items() if week_named(name)}
    return Former(
        images,
        {name: frozenset(places) for name, places in back.items() if places},
        {name: ids for name, ids in gone.items() if ids},
        count,
    )


def _step_of(changes: Changeset, import_id: str) -> Document | None:
    """The step that an import left: of all that could be undone the one before which it was not in the book."""
    for step in changes.steps.newest_first("undo"):
        if "images" in step:
            images = [each for each in step["images"] if each.get("table") == "imports"]
            came = any(each.get("id_") == import_id and not each.get("document") for each in images)
        elif "parts" in step:
            rows = changes.tables(images_file(step["id"], BOOK)).get("imports", {}).values()
            came = any(row.get("id") == import_id and "removed" in row for row in rows)
        else:
            came = False
        if came:
            return step
    return None


def _says(document: Document | None) -> Document:
    """What a document says, but for what planner notes beside it."""
    beside = ("changed", "sources", "left", "sequence")
    return {field: value for field, value in (document or {}).items() if field not in beside}
