"""Which files keep something twice, so that asking for conflicts takes a look at each file, and reads none again.

A conflict may come into a file by any hand, as by a program that syncs the folder. So each file is looked into once
after it has changed. What came of it is kept in a file of its own, which is made anew whenever it is gone.
"""

from __future__ import annotations

from contextlib import suppress

from planner.domain.errors import StoreError
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING

from . import files, schema
from .contents import BOOK, DEEDS, TIMER, TWICE, weeks_in
from .forms import Misshapen
from .tables import Tables, decoded, encoded

if TYPE_CHECKING:
    from .shelf import Shelf

#: What stands in the text of a file in which something may be kept twice: most have none.
SIGNS = (b'"beside": [', b'"gone": "')

#: What stands in a file with documents that were changed.
_LINEAGE = b'"lineage": {'

#: Files that may have changed since what is known of them was kept: the running week's changes with each entry.
_STALE = 4


class Look(NamedTuple):
    """What was seen in a file of this ``stamp``: whether something ``may`` be kept twice, and the ids of entries that
    have ``moved`` here from another week, or of which more is said in another."""

    stamp: str
    may: bool
    moved: tuple[str, ...] = ()


class KeptTwice:
    """Of one home."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[str, Look] | None = None
        self._changed: set[str] = set()  # since the file was written

    def files(self) -> list[str]:
        """The data files in which something may be kept twice, in their order. Raises StoreError."""
        return [name for name, look in self._looks().items() if look.may]

    def scattered(self) -> list[str]:
        """The files of weeks that say more of an entry of an earlier week's, as git leaves one that two machines moved.

        Raises StoreError.
        """
        seen: set[str] = set()
        scattered = []
        for name, look in self._looks().items():
            if not seen.isdisjoint(look.moved):
                scattered.append(name)
            seen.update(look.moved)
        return scattered

    def _looks(self) -> dict[str, Look]:
        self._shelf.settle()
        known = self._in_file() if self._known is None else self._known
        there: dict[str, Look] = {}
        for name in (BOOK, TIMER, DEEDS, *(week.file for week in weeks_in(self._shelf.home))):
            stamp = files.stamp_of(self._shelf.path(name))
            if stamp is None:
                continue
            text = " ".join(map(str, stamp))
            if name in known and known[name].stamp == text:
                there[name] = known[name]
            else:
                there[name] = self._looked_into(name, text)
                self._changed.add(name)
        if len(self._changed) > _STALE or _told(there) != _told(known):
            self._keep(there)
        self._known = there
        return there

    def _looked_into(self, name: str, stamp: str) -> Look:
        file = files.read(self._shelf.path(name))
        content = file[0] if file else b""
        moved = _moved_in(content) if name not in (BOOK, TIMER, DEEDS) and _LINEAGE in content else ()
        return Look(stamp, any(sign in content for sign in SIGNS), moved)

    def _in_file(self) -> dict[str, Look]:
        """What the file says; nothing where there is none, or it is not what it should be."""
        try:
            file = files.read(self._shelf.path(TWICE))
            tables: Tables = schema.upgraded(TWICE, decoded(file[0])) if file else {}
            ((_, row),) = tables["files"].items()
            twice, moved = frozenset(row["twice"]), row.get("moved", {})
            return {
                name: Look(stamp, name in twice, tuple(moved.get(name, ())))
                for name, stamp in row["stamps"].items()
                if type(stamp) is str
            }
        except (StoreError, Misshapen, KeyError, TypeError, ValueError, AttributeError):
            return {}

    def _keep(self, there: dict[str, Look]) -> None:
        twice, moved = _told(there)
        stamps = {name: look.stamp for name, look in there.items()}
        row = {"id": "all", "twice": twice, "moved": moved, "stamps": stamps}
        with suppress(OSError, StoreError):  # a folder that may only be read
            files.write_over(self._shelf.path(TWICE), encoded({**schema.fresh(), "files": {"1": row}}))
            self._changed.clear()


def _told(looks: dict[str, Look]) -> tuple[list[str], dict[str, list[str]]]:
    """What is kept of all looks beside their stamps."""
    moved = {name: list(look.moved) for name, look in looks.items() if look.moved}
    return [name for name, look in looks.items() if look.may], moved


def _moved_in(content: bytes) -> tuple[str, ...]:
    """The ids of the entries of a week that say of a version that it moved them, or what another week has of them."""
    import re

    rows = re.findall(rb'"id": "([^"\\]+)"[^\n]*(?:"holds": \{|"lineage": \{[^\n]*"start": ")', content)
    return tuple(sorted({row.decode("utf-8", "replace") for row in rows}))
