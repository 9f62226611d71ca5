"""The shelf: the data files of a home as values, each read again only when it has changed.

What it hands out is shared, so nobody may change it: tables are copied before they are changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from planner.domain.errors import Damaged, Locked, Newer, StoreError
from planner.domain.week import Week
from planner.domain.words import say

from . import files, schema
from .backups import Backups
from .contents import weeks_in
from .files import Stamp
from .forms import Misshapen
from .journal import Journal
from .lock import Lock
from .reading import understood, value_of
from .tables import Tables, encoded

#: Nothing that is made when it is written.
NONE: Mapping[str, Callable[[], Tables]] = {}


class Contents(Mapping[str, bytes]):
    """What files will hold, each put in order when it is asked for, so that one at a time is in memory."""

    def __init__(self, changed: Mapping[str, Tables], made: Mapping[str, Callable[[], Tables]]) -> None:
        self._changed = changed
        self._made = made

    def __getitem__(self, name: str) -> bytes:
        if name in self._changed:
            return encoded(self._changed[name])
        try:
            tables = self._made[name]()
            value_of(name, tables)
        except Misshapen as wrong:
            raise StoreError(
                say("{file} would not be what it should ({wrong}), so nothing was changed.", file=name, wrong=wrong)
            ) from None
        return encoded(tables)

    def __iter__(self) -> Iterator[str]:
        return iter((*self._changed, *self._made))

    def __len__(self) -> int:
        return len(self._changed) + len(self._made)


class Held:
    """A file as read: when (None: there is none), its tables, and the value they stand for."""

    def __init__(self, stamp: Stamp | None, tables: Tables, value: Any) -> None:
        self.stamp = stamp
        self.tables = tables
        self.value = value


class Shelf:
    """Reads and replaces the data files of one home."""

    def __init__(self, home: str, lock: Lock, backups: Backups, now: Callable[[], datetime]) -> None:
        self.home = home
        self.lock = lock
        self.backups = backups
        self.now = now
        self._journal = Journal(home)
        self._held: dict[str, Held] = {}

    def path(self, name: str) -> str:
        """Where a file is."""
        return os.path.join(self.home, name)

    def load(self, name: str) -> Held:
        """A file as it is now; an empty one where there is none.

        Raises Damaged for one that cannot be read as what it should be, having set it aside, Newer and StoreError.
        """
        self.settle()
        held = self._held.get(name)
        if held is None or held.stamp != files.stamp_of(self.path(name)):
            try:
                held = self._read(name)
            except Misshapen as wrong:
                held = self._read_again(name, wrong)
            self._held[name] = held
        return held

    def once(self, name: str) -> Tables:
        """A file's tables as :meth:`load` gives them, not held: for who goes through all files of a home once."""
        held = name in self._held
        tables = self.load(name).tables
        if not held:
            del self._held[name]
        return tables

    def save(self, changed: Mapping[str, Tables], made: Mapping[str, Callable[[], Tables]] = NONE) -> None:
        """Replace files by these tables, together, under the lock. Raises StoreError, and then nothing is changed.

        What is ``made`` is so when it is written, one file after the other, and not held here.
        """
        values = {name: value_of(name, tables) for name, tables in changed.items()}
        stamps = self._journal.replace(Contents(changed, made))
        for name, tables in changed.items():
            self._held[name] = Held(stamps[name], tables, values[name])

    def checked(self, name: str, build: Callable[[Tables], Any]) -> Any:
        """What ``build`` makes of a file's tables. Raises as :meth:`load`, also where ``build`` raises Misshapen."""
        held = self.load(name)
        try:
            return build(held.tables)
        except Misshapen as wrong:
            raise self._aside(name, wrong) from None

    def weeks(self) -> tuple[Week, ...]:
        """The weeks that have a file, oldest first."""
        self.settle()
        return tuple(weeks_in(self.home))

    def settle(self) -> None:
        """Finish what a planner that is gone has begun."""
        if self._journal.unfinished():
            with self.lock:
                self._journal.settle()

    def _read(self, name: str) -> Held:
        found = files.read(self.path(name))
        if found is None:
            tables = schema.fresh()
            return Held(None, tables, value_of(name, tables))
        content, stamp = found
        return Held(stamp, *understood(name, content))

    def _read_again(self, name: str, wrong: Misshapen) -> Held:
        """Read a file that looked damaged once more, under the lock: it may have been replaced meanwhile."""
        try:
            with self.lock:
                try:
                    return self._read(name)
                except Misshapen as still:
                    raise self._aside(name, still) from None
        except (Damaged, Newer, Locked):
            raise
        except StoreError:  # no lock in a folder that may not be written to
            raise self._aside(name, wrong) from None

    def _aside(self, name: str, wrong: Misshapen) -> Damaged:
        from .damage import damaged, set_aside

        kept = set_aside(self.path(name), self.now())
        return damaged(name, wrong, kept, self.backups)
