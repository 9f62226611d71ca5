"""Which files keep something twice, so that asking for conflicts takes a look at each file, and reads none again.

A conflict may come into a file by any hand, as by a program that syncs the folder. So each file is looked into once
after it has changed. What came of it is kept in a file of its own, which is made anew whenever it is gone.

Whoever puts a file in the place of another changes the folder that it is in, as all do that carry files. So while the
folder of the weeks, five hundred after ten years, is as it was, only those are looked at in which somebody may have
written without that: an editor in this week and the last. Who asks for the conflicts themselves has all looked at.
"""

from __future__ import annotations

from planner.domain.errors import StoreError
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week

from . import files, schema
from .contents import BOOK, DEEDS, TIMER, TWICE, WEEKS, names_in, week_file, week_named
from .forms import Misshapen
from .tables import Tables, decoded, encoded, has_sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .files import Stamp
    from .shelf import Shelf

#: What stands in the text of a file in which something may be kept twice: most have none.
SIGNS = (b'"beside": [', b'"gone": "')

#: What stands in a file with documents that were changed.
_LINEAGE = b'"lineage": {'

#: Files that may have changed since what is known of them was kept: the running week's changes with each entry.
_STALE = 4

#: Files from which on looking at each takes longer than reading that nothing has changed.
_MANY = 60

#: Nanoseconds that must have passed from the folder's last change to when all was looked at, for within one tick of the
#: disk's clock it may have changed again; the longest tick of one that counts whole seconds alone, and of another.
_SECOND, _LONGEST_TICK, _TICK = 1_000_000_000, 2_000_000_000, 100_000_000


class KeptTwice:
    """Of one home."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._read_of: Stamp | None = None  # what the file was when it was read
        self._stamps: dict[str, str] = {}  # of what was looked at, by file, as text
        self._twice: frozenset[str] = frozenset()  # in which of them something may be
        self._sides: frozenset[str] = frozenset()  # in which of them git has left both sides of a merge
        self._moved: dict[str, list[str]] = {}  # the ids of a week's entries that moved, or of which another has more
        self._weeks = ""  # the stamp of the folder of the weeks as of which that is so
        self._changed: set[str] = set()  # since the file was written

    def files(self, *, of_all: bool = True) -> list[str]:
        """The data files in which something may be kept twice, in their order. Raises StoreError.

        Unless they are asked ``of_all``, those are looked at that may have changed.
        """
        self._look(of_all=of_all)
        return [name for name in self._stamps if name in self._twice] if self._twice else []

    def left_by_git(self, *, of_all: bool = True) -> list[str]:
        """The files with both sides of a merge, and those that :meth:`scattered` names. Raises StoreError."""
        scattered = self.scattered(of_all=of_all)
        return list(dict.fromkeys([*sorted(self._sides), *scattered])) if self._sides else scattered

    def scattered(self, *, of_all: bool = True) -> list[str]:
        """The files of weeks that say more of an entry of an earlier week's, as git leaves one that two machines moved.

        Raises StoreError.
        """
        self._look(of_all=of_all)
        seen: set[str] = set()
        scattered = []
        for name in self._stamps if self._moved else ():
            moved = self._moved.get(name, ())
            if not seen.isdisjoint(moved):
                scattered.append(name)
            seen.update(moved)
        return scattered

    def _look(self, *, of_all: bool) -> None:
        self._shelf.settle()
        as_of = self._read()
        folder = files.stamp_of(self._shelf.path(WEEKS))
        is_sure = folder is not None and self._weeks == _text(folder) and _is_behind(folder, as_of)
        is_part = is_sure and not of_all
        stamps = dict(self._stamps) if is_part else {}
        twice = set(self._twice) if is_part else set()
        sides = set(self._sides) if is_part else set()
        moved = dict(self._moved) if is_part else {}
        home = self._shelf.path("")  # which ends with a stroke: five hundred names are put behind it
        for name in (BOOK, TIMER, DEEDS, *(self._lately() if is_part else self._weeks_there())):
            may_be, went, both = name in self._twice, self._moved.get(name), name in self._sides
            stamp = files.stamp_of(home + name)
            text = _text(stamp) if stamp else ""
            if stamp and self._stamps.get(name) != text:
                may_be, went, both = self._looked_into(name)
                self._changed.add(name)
            if stamp:
                stamps[name] = text
            else:
                stamps.pop(name, None)
            (twice.add if stamp and may_be else twice.discard)(name)
            (sides.add if stamp and both else sides.discard)(name)
            if stamp and went:
                moved[name] = went
            else:
                moved.pop(name, None)
        is_other = twice != self._twice or sides != self._sides or moved != self._moved
        self._stamps, self._twice, self._sides, self._moved = stamps, frozenset(twice), frozenset(sides), moved
        if len(self._changed) > _STALE or is_other or (not is_sure and len(stamps) > _MANY):
            self._weeks = _text(folder) if folder else ""
            self._keep()

    def _weeks_there(self) -> list[str]:
        """The names of the weeks' files, oldest first; that those known are of weeks need not be asked again."""
        names = names_in(self._shelf.home, WEEKS)
        return sorted(name for name in names if name in self._stamps or week_named(name))

    def _lately(self) -> Iterable[str]:
        """This week's file and the last one's."""
        this_week = Week.of(self._shelf.now())
        return week_file(this_week.plus(-1)), week_file(this_week)

    def _looked_into(self, name: str) -> tuple[bool, list[str], bool]:
        """Whether something may be kept twice in a file, what of a week moved, and whether it has both sides."""
        file = files.read(self._shelf.path(name))
        content = file[0] if file else b""
        moved = _moved_in(content) if name not in (BOOK, TIMER, DEEDS) and _LINEAGE in content else []
        return any(sign in content for sign in SIGNS), moved, has_sides(content)

    def _read(self) -> Stamp | None:
        """Take over what the file says, where it has changed; nothing where it is not what it should be.

        An older planner's says less, as nothing of what moved: then all is looked at anew.
        """
        stamp = files.stamp_of(self._shelf.path(TWICE))
        if stamp is None or stamp == self._read_of:
            return stamp
        try:
            file = files.read(self._shelf.path(TWICE))
            tables: Tables = schema.upgraded(TWICE, decoded(file[0])) if file else {}
            ((_, row),) = tables["files"].items()
            stamps, twice, weeks = dict(row["stamps"]), frozenset(row["twice"]), row.get("weeks", "")
            sides, moved = frozenset(row["sides"]), {name: list(ids) for name, ids in row["moved"].items()}
        except (StoreError, Misshapen, KeyError, TypeError, ValueError, AttributeError):
            return None
        self._read_of, self._stamps, self._weeks = stamp, stamps, weeks
        self._twice, self._sides, self._moved = twice, sides, moved
        self._changed.clear()
        return stamp

    def _keep(self) -> None:
        twice = [name for name in self._stamps if name in self._twice]
        seen = {"twice": twice, "sides": sorted(self._sides), "moved": self._moved}
        row = {"id": "all", **seen, "stamps": self._stamps, "weeks": self._weeks}
        with suppress(OSError, StoreError):  # a folder that may only be read
            files.write_over(self._shelf.path(TWICE), encoded({**schema.fresh(), "files": {"1": row}}))
            self._read_of = files.stamp_of(self._shelf.path(TWICE))
            self._changed.clear()


def _moved_in(content: bytes) -> list[str]:
    """The ids of the entries of a week that say of a version that it moved them, or what another week has of them."""
    import re

    rows = re.findall(rb'"id": "([^"\\]+)"[^\n]*(?:"holds": \{|"lineage": \{[^\n]*"start": ")', content)
    return sorted({row.decode("utf-8", "replace") for row in rows})


def _text(stamp: Stamp) -> str:
    changed, size, inode = stamp
    return f"{changed} {size} {inode}"


def _is_behind(folder: Stamp, as_of: Stamp | None) -> bool:
    """Whether a folder's last change was so long before a file was written that it cannot have changed since."""
    tick = _TICK if folder[0] % _SECOND else _LONGEST_TICK
    return as_of is not None and as_of[0] - folder[0] > tick
