"""Which files keep something twice, so that asking for conflicts takes a look at each file, and reads none again.

A conflict may come into a file by any hand, as by a program that syncs the folder. So each file is looked into once
after it has changed. What came of it is kept in a file of its own, which is made anew whenever it is gone.
"""

from __future__ import annotations

from contextlib import suppress

from planner.domain.errors import StoreError
from planner.domain.value.typed import TYPE_CHECKING

from . import files, schema
from .contents import BOOK, DEEDS, TIMER, TWICE, weeks_in
from .forms import Misshapen
from .tables import Tables, decoded, encoded

if TYPE_CHECKING:
    from .shelf import Shelf

#: What stands in the text of a file in which something may be kept twice: most have none.
SIGNS = (b'"beside": [', b'"gone": "')

#: Files that may have changed since what is known of them was kept: the running week's changes with each entry.
_STALE = 4


class KeptTwice:
    """Of one home."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[str, tuple[str, bool]] | None = None  # by file its stamp, and whether something may be
        self._changed: set[str] = set()  # since the file was written

    def files(self) -> list[str]:
        """The data files in which something may be kept twice, in their order. Raises StoreError."""
        self._shelf.settle()
        known = self._in_file() if self._known is None else self._known
        there: dict[str, tuple[str, bool]] = {}
        for name in (BOOK, TIMER, DEEDS, *(week.file for week in weeks_in(self._shelf.home))):
            stamp = files.stamp_of(self._shelf.path(name))
            if stamp is None:
                continue
            text = " ".join(map(str, stamp))
            if name in known and known[name][0] == text:
                there[name] = known[name]
            else:
                there[name] = text, self._may_have(name)
                self._changed.add(name)
        twice = [name for name, (_, may) in there.items() if may]
        if len(self._changed) > _STALE or twice != [name for name, (_, may) in known.items() if may]:
            self._keep(there)
        self._known = there
        return twice

    def _may_have(self, name: str) -> bool:
        file = files.read(self._shelf.path(name))
        return file is not None and any(sign in file[0] for sign in SIGNS)

    def _in_file(self) -> dict[str, tuple[str, bool]]:
        """What the file says; nothing where there is none, or it is not what it should be."""
        try:
            file = files.read(self._shelf.path(TWICE))
            tables: Tables = schema.upgraded(TWICE, decoded(file[0])) if file else {}
            ((_, row),) = tables["files"].items()
            twice = frozenset(row["twice"])
            return {name: (stamp, name in twice) for name, stamp in row["stamps"].items() if type(stamp) is str}
        except (StoreError, Misshapen, KeyError, TypeError, ValueError, AttributeError):
            return {}

    def _keep(self, there: dict[str, tuple[str, bool]]) -> None:
        stamps = {name: stamp for name, (stamp, _) in there.items()}
        row = {"id": "all", "twice": [name for name, (_, may) in there.items() if may], "stamps": stamps}
        with suppress(OSError, StoreError):  # a folder that may only be read
            files.write_over(self._shelf.path(TWICE), encoded({**schema.fresh(), "files": {"1": row}}))
            self._changed.clear()
