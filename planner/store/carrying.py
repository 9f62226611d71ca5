"""What whoever carries a home between machines needs of it: what is carried, held still, and what came brought in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from planner.domain.errors import Newer, Refused, StoreError
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

from . import files
from .carried import TEXTS, carried_files, is_carried
from .contents import CONFIG, UNDO, is_data, is_text
from .forms import Misshapen
from .lock import Lock
from .reading import read_tables, understood
from .snapshot import snapshot_of
from .steps import newest_first

if TYPE_CHECKING:
    from .restore import Change, Restored
    from .shelf import Shelf
    from .tables import Document, Tables


class Carrying:
    """The side of one home that is carried. Every method may raise StoreError."""

    #: The names of the files that tell git of the others.
    once = tuple(TEXTS)

    def __init__(self, shelf: Shelf, change: Change, who: str, patience: float) -> None:
        self._shelf = shelf
        self._change = change
        self._who = who
        self._patience = patience

    is_carried = staticmethod(is_carried)

    def is_own_text(self, name: str) -> bool:
        """Whether a file's name is one of her settings and themes, where the home itself has them."""
        return is_text(name) and self._shelf.settings_folder == self._shelf.home

    def begin(self) -> None:
        """Have there be a folder."""
        files.make_folder(self._shelf.home)

    def write_texts(self) -> None:
        """Have git know by hand, too, what is carried; what she wrote there herself stays."""
        for name, content in TEXTS.items():
            path = self._shelf.path(name)
            if not os.path.lexists(path):
                files.write_whole(path, content)

    def alone(self, folder: str) -> Lock:
        """A lock on a folder of whoever carries, which one process has at a time."""
        return Lock(folder, self._who, self._shelf.now, self._patience)

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """Nobody changes the home meanwhile, and what was begun is finished."""
        with self._shelf.lock:
            self._shelf.settle()
            yield

    def names(self) -> list[str]:
        """The names of all files that are carried."""
        return list(carried_files(self._shelf.home, self._shelf.settings_folder))

    def refuse_damaged(self, names: Iterable[str]) -> None:
        """Raises Refused where one of these files cannot be read as what it should be: damage is not carried."""
        for name in filter(is_data, names):
            kept = files.read(self._shelf.path(name))
            try:
                understood(name, kept[0] if kept else b"")
            except Misshapen as wrong:
                raise Refused(
                    say(
                        "{file} is damaged ({wrong}): nothing was sent. “planner check” tells what mends it.",
                        file=name,
                        wrong=wrong,
                    )
                ) from None

    def labels_since(self, step: str) -> tuple[tuple[str, ...], str]:
        """What was done since a step (its id), newest first, and the newest step there is; all that is known of where
        that step is none of them."""
        labels: list[str] = []
        newest = ""
        for document in newest_first(self._shelf.load(UNDO).tables, "undo"):
            newest = newest or document["id"]
            if document["id"] == step:
                break
            labels.append(str(document.get("label", "")))
        return tuple(labels), newest

    def merge(self, base: Mapping[str, bytes] | None, there: Mapping[str, bytes], whose: str, label: str) -> Restored:
        """Bring in what another machine has (files by name), ``base`` being what both had last; one change, one step.

        Raises Newer where that machine's planner is a newer one, Refused where a file of it is damaged.
        """
        from .restore import take_in

        incoming = snapshot_of(there, whose)
        for name in incoming.files:
            incoming.files[name]
        done = take_in(self._shelf, self._change, incoming, label, dry_run=False)
        self._take_numbers(there)
        return done

    def _take_numbers(self, there: Mapping[str, bytes]) -> None:
        """Have each file that holds just what the other machine's holds stand as that does, to the byte.

        Else every machine would send its own order of the same records to the others, for ever. It is nothing to undo.
        """
        with self._change("") as kept:
            kept.undoable = False
            for name in filter(is_data, there):
                if kept.changes.content(name) != there[name]:
                    tables = read_tables(name, there[name])
                    if _by_id(tables) == _by_id(kept.changes.tables(name)):
                        kept.changes.file(name).become(tables)


def _by_id(tables: Tables) -> dict[str, dict[str, Document]]:
    """The documents of a file by table and id, whatever their numbers and their order."""
    return {
        name: {row["id"]: row for row in rows.values()} for name, rows in tables.items() if name != "meta" and rows
    }
