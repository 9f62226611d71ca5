"""A changeset: the data files that one change touches, replaced together at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from planner.domain.value.typed import TYPE_CHECKING

from . import files
from .data_file import DataFile

if TYPE_CHECKING:
    from .files import Stamp
    from .shelf import Seal, Shelf
    from .tables import Tables

#: Files that are made when they are written, from which a change takes its time.
LARGE = 16


class Changeset:
    """Files under change. All of it happens under the lock; what is read here is as it will be."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._files: dict[str, DataFile] = {}
        self._stamps: dict[str, Stamp | None] = {}  # of what each was read from
        self._made: dict[str, Callable[[], Tables]] = {}
        self._seals: dict[str, Seal] = {}
        self._discarded: list[str] = []
        self.texts: dict[str, bytes | None] = {}  # settings and themes of hers that it puts, whole; None: it goes

    @property
    def home(self) -> str:
        """The folder of the home."""
        return self._shelf.home

    def text(self, name: str) -> bytes | None:
        """What one of her settings and themes holds before this change; None where there is none. Raises StoreError."""
        return self._shelf.text(name)

    def tables(self, name: str) -> Tables:
        """A file's tables as they are before this change, read anew and not held. Raises as :meth:`file`."""
        return self._shelf.once(name)

    def content(self, name: str) -> bytes | None:
        """A file's bytes as they are on the disk; None where there is none. Raises StoreError."""
        found = files.read(self._shelf.path(name))
        return found[0] if found else None

    def make(self, name: str, tables: Callable[[], Tables], seal: Seal | None = None) -> None:
        """Put what ``tables`` makes in a file's place; it is made when it is written, and may be made twice.

        ``seal`` is told the checksum of what is written, before any file is written that was changed here.
        """
        self._made[name] = tables
        if seal:
            self._seals[name] = seal

    @property
    def is_large(self) -> bool:
        """Whether files are made one by one as they are written: then nothing else should be done beside it."""
        return len(self._made) > LARGE

    def file(self, name: str) -> DataFile:
        """A file to be changed. Raises Damaged, Newer and StoreError."""
        if name not in self._files:
            held = self._shelf.load(name)
            self._stamps[name] = held.stamp
            self._files[name] = DataFile(name, held.tables)
        return self._files[name]

    def changed_tables(self, name: str) -> Tables | None:
        """The tables of a file as this change leaves them; None where it has not touched them."""
        file = self._files.get(name)
        return file.tables if file and file.changed else None

    def touched(self) -> list[DataFile]:
        """The files that have changed so far."""
        return [file for file in self._files.values() if file.changed]

    @property
    def names(self) -> set[str]:
        """The names of the files that this change writes anew, or makes as they are written."""
        return {file.name for file in self.touched()} | set(self._made)

    def discard(self, name: str) -> None:
        """Remove a file once the change is made."""
        self._discarded.append(name)

    def _new(self) -> Iterable[str]:
        """The files of this change that are not there yet, and those that are made, of which that is not known."""
        yield from (file.name for file in self.touched() if self._stamps[file.name] is None)
        yield from self._made

    def lacks(self, name: str) -> bool:
        """Whether a file is damaged or missing, and not mended yet. Raises StoreError."""
        return self._shelf.lacks(name)

    def commit(self) -> None:
        """Replace what has changed. Raises StoreError, and then nothing is changed."""
        touched = self.touched()
        if not (touched or self._made or self.texts):
            return
        self._shelf.tell_missing(self._new())
        self._shelf.back_up()
        for file in touched:
            self._shelf.refuse_changed(file.name, self._stamps[file.name])
        kept = {file.name: file.tables for file in touched if file.name not in self._discarded}
        self._shelf.save(kept, self._discarded, self._made, self.texts, self._seals)
