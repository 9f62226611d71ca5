"""A digest: what weeks come to in a few figures each, kept apart so that no question reads all of them whole.

The figures stand in a file of their own, each week's beside the stamp of the file that they were made from. A week
whose file has changed since, by whatever hand, is read again. The file holds nothing of its own: it may be deleted at
any time, and where it cannot be written the weeks are simply read.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from planner.domain.errors import StoreError
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import Any, Generic, TypeVar
from planner.domain.week import Week

from . import files, schema
from .contents import week_file, weeks_in
from .files import Stamp
from .forms import Misshapen
from .reading import read_tables
from .shelf import Shelf
from .tables import Document, Tables, decoded, encoded

Figures = TypeVar("Figures")

#: What reading a document that is off may raise, where it is read in the least time.
OFF = (KeyError, TypeError, ValueError, AttributeError)


class Digest(Generic[Figures]):
    """The figures of one home's weeks; what they are a subclass says.

    ``file`` is their name in the home, ``most`` how many of the newest weeks are kept in it (None: all). They are
    written again once more than ``stale`` of these have changed.
    """

    file: str
    most: int | None = None
    stale = 0

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[Week, tuple[Stamp, Figures]] = {}
        self._kept: dict[Week, tuple[Stamp, Document]] = {}  # what the file holds of others, not read any further yet
        self._looked = False

    def figures(self, week: Week, tables: Tables) -> Figures:
        """What a week comes to. Raises one of OFF, or Misshapen, where a document of it is off."""
        raise NotImplementedError

    def written(self, figures: Figures) -> Document:
        """A week's figures as a document."""
        raise NotImplementedError

    def read(self, week: Week, document: Any) -> Figures:
        """A week's figures in a document. Raises one of OFF."""
        raise NotImplementedError

    def of(self, weeks: Sequence[Week]) -> list[Figures]:
        """The figures of those of ``weeks`` that have a file, in their order.

        Raises Damaged, Newer and StoreError as reading them whole does.
        """
        self._shelf.settle()
        there = self._stamps(weeks)
        if there and not self._looked:
            self._kept = self._in_file()
            self._looked = True
        for week in there.keys() & self._kept.keys():
            self._take(week)
        changed = [week for week, stamp in there.items() if week not in self._known or self._known[week][0] != stamp]
        for week in changed:
            self._make(week)
        self._keep(changed)
        return [self._known[week][1] for week in weeks if week in there and week in self._known]

    def _stamps(self, weeks: Sequence[Week]) -> dict[Week, Stamp]:
        """The stamps of those weeks that have a file; in a young home most have none, and are not asked one by one."""
        stamps: dict[Week, Stamp] = {}
        known: Container[Week] = weeks
        for week in weeks:
            if week in known:
                stamp = files.stamp_of(self._shelf.path(week_file(week)))
                if stamp:
                    stamps[week] = stamp
                elif known is weeks:
                    known = frozenset(weeks_in(self._shelf.home))
        return stamps

    def _make(self, week: Week) -> None:
        name = week_file(week)
        file = files.read(self._shelf.path(name))
        self._known.pop(week, None)
        if file is None:
            return
        try:
            figures = self.figures(week, read_tables(name, file[0]))
        except OFF:
            held = self._shelf.load(name)  # which says what is wrong
            figures = self.figures(week, held.tables)
        self._known[week] = file[1], figures

    def _keep(self, changed: Sequence[Week]) -> None:
        """Keep the figures of the newest weeks, where enough of them have changed."""
        newest = sorted((*self._known, *self._kept))[-self.most if self.most else 0 :]
        if len(set(changed) & set(newest)) <= self.stale:
            return
        tables = schema.fresh()
        tables["weeks"] = {str(n): self._document(week) for n, week in enumerate(newest, 1)}
        try:
            files.write_over(self._shelf.path(self.file), encoded(tables))
        except OSError:
            return  # a folder that may only be read

    def _document(self, week: Week) -> Document:
        if week in self._kept:
            return self._kept[week][1]
        stamp, figures = self._known[week]
        return {"id": str(week), "stamp": stamp, **self.written(figures)}

    def _in_file(self) -> dict[Week, tuple[Stamp, Document]]:
        """What the file holds; nothing where there is none, or it is not what it should be."""
        try:
            file = files.read(self._shelf.path(self.file))
            tables: Tables = schema.upgraded(self.file, decoded(file[0])) if file else {}
            return dict(map(_one, tables.get("weeks", {}).values()))
        except (StoreError, Misshapen, *OFF):
            return {}

    def _take(self, week: Week) -> None:
        """Read a week's figures in what the file held of it; one that is off is as if it were not there."""
        stamp, document = self._kept.pop(week)
        with suppress(*OFF):
            self._known[week] = stamp, self.read(week, document)


def _one(document: Any) -> tuple[Week, tuple[Stamp, Document]]:
    changed, size, inode = document["stamp"]
    return Week.from_name(document["id"]), ((changed, size, inode), document)
