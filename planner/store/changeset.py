"""A changeset: the data files that one change touches, replaced together at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from planner.domain.value.typed import TYPE_CHECKING

from . import files
from .contents import UNDO
from .data_file import DataFile
from .forms import Misshapen

if TYPE_CHECKING:
    from .files import Stamp
    from .shelf import Seal, Shelf
    from .step_list import StepList
    from .tables import Document, Tables

#: What changes a file's records once it is read: many files of one change are held one at a time.
Rewriting = Callable[["DataFile"], None]

#: Files that are made when they are written, from which a change takes its time.
LARGE = 16


class Changeset:
    """Files under change. All of it happens under the lock; what is read here is as it will be."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._files: dict[str, DataFile] = {}
        self._stamps: dict[str, Stamp | None] = {}  # of what each was read from
        self._steps: StepList | None = None
        self._made: dict[str, Callable[[], Tables]] = {}
        self._seals: dict[str, Seal] = {}
        self._discarded: list[str] = []
        self._beside: dict[str, tuple[str, Callable[[], Tables]]] = {}
        self._rewritten: dict[str, Rewriting] = {}
        self.rewritten_records = 0  #: how many records are rewritten, about
        self._both = lru_cache(maxsize=1)(self._rewrite)
        self.texts: dict[str, bytes | None] = {}  # settings and themes of hers that it puts, whole; None: it goes

    @property
    def steps(self) -> StepList:
        """What can be undone, to be changed. Raises Damaged, Newer and StoreError."""
        if self._steps is None:
            self._stamps[UNDO], self._steps = self._shelf.steps()
        return self._steps

    def shed_steps(self, depth: int) -> list[Document]:
        """Let go of what can be redone, and of all but so many of the newest that can be undone; those that went.

        Where one of them cannot be read, the whole list is: what keeps it from that must not keep her from a change.
        """
        try:
            return self.steps.shed("redo", 0) + self.steps.shed("undo", depth)
        except Misshapen:
            self._stamps[UNDO], self._steps = self._shelf.steps(whole=True)
            return self._steps.shed("redo", 0) + self._steps.shed("undo", depth)

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

    def make(self, name: str, tables: Callable[[], Tables], seal: Seal | None = None, beside: str = "") -> None:
        """Put what ``tables`` makes in a file's place; it is made when it is written, and may be made twice.

        ``seal`` is told the checksum of what is written, before any file is written that was changed here. ``beside``
        names a file right after which it is written, while what both are made of is at hand.
        """
        if beside in self._rewritten:
            self._beside[beside] = name, tables
        else:
            self._made[name] = tables
        if seal:
            self._seals[name] = seal

    def rewrite(self, name: str, change: Rewriting, records: int) -> None:
        """Change some ``records`` of a file as it is written: so many of them are never held together.

        It may be done twice, and then comes to the same.
        """
        self._rewritten[name] = change
        self.rewritten_records += records

    @property
    def rewritten(self) -> bool:
        """Whether files are changed as they are written."""
        return bool(self._rewritten)

    def images_of_rewritten(self) -> dict[str, Callable[[], Tables]]:
        """What makes the images of each file that is changed as it is written."""
        return {name: partial(self._image, name) for name in self._rewritten}

    def _rewrite(self, name: str) -> tuple[Tables, Tables]:
        """A file as it is to be, and images of what it was."""
        from .data_file import DataFile
        from .images import images_of

        file = DataFile(name, self._shelf.once(name))
        self._rewritten[name](file)
        return file.tables, images_of(file.before, file.document, merged=file.merged)

    def _first(self, name: str) -> Tables:
        return self._both(name)[0]

    def _image(self, name: str) -> Tables:
        return self._both(name)[1]

    def _all_made(self) -> dict[str, Callable[[], Tables]]:
        """What is made as it is written, in the order in which it is."""
        made = dict(self._made)
        for name in self._rewritten:
            made[name] = partial(self._first, name)
            if name in self._beside:
                file, tables = self._beside[name]
                made[file] = tables
        return made

    @property
    def is_large(self) -> bool:
        """Whether files are made one by one as they are written: then nothing else should be done beside it."""
        return len(self._made) + len(self._rewritten) > LARGE

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
        return {file.name for file in self.touched()} | self._all_made().keys() | self._of_steps

    @property
    def _of_steps(self) -> set[str]:
        """The name of the list of what can be undone, where this change writes it anew."""
        return {UNDO} if self._steps and self._steps.changed else set()

    def discard(self, name: str) -> None:
        """Remove a file once the change is made."""
        self._discarded.append(name)

    def _new(self) -> Iterable[str]:
        """The files of this change that are not there yet, and those that are made, of which that is not known."""
        changed = {file.name for file in self.touched()} | self._of_steps
        yield from (name for name in changed if self._stamps[name] is None)
        yield from self._all_made()

    def lacks(self, name: str) -> bool:
        """Whether a file is damaged or missing, and not mended yet. Raises StoreError."""
        return self._shelf.lacks(name)

    def commit(self) -> None:
        """Replace what has changed. Raises StoreError, and then nothing is changed."""
        touched = {file.name: file.tables for file in self.touched()}
        made = self._all_made()
        steps = self._steps if self._of_steps else None
        if not (touched or made or self.texts or steps):
            return
        self._shelf.tell_missing(self._new())
        self._shelf.back_up()
        for name in (*touched, *self._of_steps):
            self._shelf.refuse_changed(name, self._stamps[name])
        kept = {name: tables for name, tables in touched.items() if name not in self._discarded}
        self._shelf.save(kept, self._discarded, made, self.texts, self._seals, steps=steps)
