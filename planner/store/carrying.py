"""What whoever carries a home between machines needs of it: what is carried, held still, and what came brought in."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count, takewhile

from planner.domain.errors import Refused, StoreError
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import contextmanager
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import say

from . import files
from .carried import TEXTS, carried_files, is_carried
from .contents import CONFIG, is_data, is_text, week_named
from .forms import Misshapen
from .lock import Lock
from .reading import read_tables, understood
from .tables import has_sides

if TYPE_CHECKING:
    from .changeset import Changeset
    from .merging import Figures
    from .restore import Change
    from .shelf import Shelf
    from .tables import Document, Tables
    from .transaction import Transaction


Contents = Mapping[str, bytes]


class Brought(NamedTuple):
    """What came from another machine, and whether that left a step to undo: records in figures, settings and themes by
    name, and those of them that both changed."""

    figures: Figures
    undoable: bool
    written: tuple[str, ...] = ()
    stay: tuple[str, ...] = ()


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
        return list(filter(self.carries, carried_files(self._shelf.home, self._shelf.settings_folder)))

    def carries(self, name: str) -> bool:
        """Whether a file is carried as it stands: settings that are no TOML would count on no other machine either."""
        return is_carried(name) and not (self.is_own_text(name) and _is_off(self._shelf.text(name)))

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

    def put_sides_together(self, names: Iterable[str]) -> list[str]:
        """Have each of these files that git has left both sides in stand as it is read; returns which they are.

        That is nothing to undo: it is read so already.
        """
        with self._change("") as kept:
            kept.undoable = False
            for name in filter(is_data, names):
                if has_sides(kept.changes.content(name) or b""):
                    file = kept.changes.file(name)
                    file.become(file.tables)
            put = [file.name for file in kept.changes.touched()]
            _stand_once(kept.changes, put)
            return put

    def put_settings_together(self) -> list[str] | None:
        """Have her settings say what either side does, where git has left both in their file, and both are TOML.

        Returns the names of those that the sides say otherwise, which stay as here; None where nothing was to be done.
        """
        from .config import with_setting
        from .sides import sides_of

        if not has_sides(self._shelf.text(CONFIG) or b""):
            return None
        with self._change("") as kept:
            kept.undoable = False
            sides = sides_of(self._shelf.text(CONFIG) or b"")
            if sides is None or _is_off(sides.ours) or _is_off(sides.theirs):
                return None
            whole = sides.ours
            turned, stay = _settings_of(sides.base or b"", sides.theirs, whole)
            for key, value in turned.items():
                whole = with_setting(whole, key, value)
            kept.changes.texts[CONFIG] = whole
        return stay

    def part_sides(self, names: Iterable[str]) -> list[str]:
        """Have each of these files that git has left both sides in hold this machine's alone; the other's comes to lie
        beside it, as a copy to be merged. Returns what these are called.

        Whatever comes between, both wait.
        """
        from .two_sided import parted

        copies = []
        with self._change("") as kept:
            kept.undoable = False
            for name in filter(is_data, names):
                if sides := parted(name, kept.changes.content(name) or b""):
                    ours, theirs = sides
                    copies.append(self._free_name(name))
                    files.write_whole(self._shelf.path(copies[-1]), theirs)
                    kept.changes.file(name).become(ours)
        return copies

    def _free_name(self, name: str) -> str:
        """What a copy of a file of the home may be called, which is none's name yet."""
        stem, ending = os.path.splitext(name)
        called = (f"{stem} (git conflict{f' {number}' if number > 1 else ''}){ending}" for number in count(1))
        return next(each for each in called if not os.path.lexists(self._shelf.path(each)))

    def labels_since(self, told: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What was done and undone since these steps (their ids) were all there were, newest first, and all there are.

        Of more than the list of what can be undone holds, only what it holds.
        """
        _, steps = self._shelf.steps(whole=True)
        done, undone = ({row["id"]: str(row["label"]) for row in steps.newest_first(way)} for way in ("undo", "redo"))
        since = takewhile(lambda id_: id_ not in told, done)
        labels = (
            *(say("Undone: {what}", what=label) for id_, label in undone.items() if id_ in told),
            *(done[id_] for id_ in since),
        )
        return labels, tuple(done)

    def merge(
        self, base: Contents | None, there: Contents, whose: str, label: str, *, other_home: bool = False
    ) -> Brought:
        """Bring in what another machine has (files by name), ``base`` being what both had last; one change, one step.

        Raises Newer where that machine's planner is a newer one, Refused where a file of it is damaged, or it has
        nothing in common with this home and is not said to be an ``other_home`` that is wanted.
        """
        from .merging import merge_home  # who has nothing to merge need not wait for it
        from .merging.homes import shares_records

        with self._change(label) as kept:
            if not (base is not None or other_home or shares_records(kept.changes, there, whose)):
                raise Refused(
                    say(
                        "{remote} holds another home, which has nothing in common with this one: nothing was merged or "
                        "sent. “planner sync --setup {remote} --other-home” puts the two together.",
                        remote=whose,
                    )
                )
            figures = merge_home(kept.changes, there, base, whose)
            written, stay = self._put_texts(kept, base or {}, there)
            kept.undoable = bool(kept.changes.touched() or written)
            _take_numbers(kept.changes, there)
        return Brought(figures, kept.undoable, written, stay)

    def _put_texts(self, kept: Transaction, base: Contents, there: Contents) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Have her settings and themes be as she left them on either machine, of which the other did not change them.

        Returns the names of those that came, and of those that both changed: they stay, but for single settings.
        """
        came, stay = [], []
        for name in sorted(filter(self.is_own_text, {*base, *there})):
            was, is_, ours = base.get(name), there.get(name), self._shelf.text(name)
            if is_ in (was, ours) or _is_off(is_):
                continue
            if ours == was:
                kept.changes.texts[name] = is_
                came.append(name)
            elif name == CONFIG and is_ is not None:
                turned, both = _settings_of(was or b"", is_, ours or b"")
                kept.settings |= turned
                came += [name] if turned else []
                stay += both
            else:
                stay.append(name)
        return tuple(came), tuple(stay)


def _stand_once(changes: Changeset, names: Iterable[str]) -> None:
    """Have what both sides of weeks said stand in one week, where it was moved: git merges each file by itself."""
    from .merging.weeks import are_known_for_one, held_by_stones, stand_once

    weeks = [changes.file(name).tables.get("entries", {}).values() for name in names if week_named(name)]
    ids = {row["id"] for rows in weeks for row in rows if "lineage" in row}
    if weeks:
        stand_once(changes, are_known_for_one(changes, ids) | held_by_stones(changes))


def _is_off(content: bytes | None) -> bool:
    """Whether what a file of settings or a theme holds is no TOML."""
    from .config import written_in

    try:
        written_in(content or b"")
    except StoreError:
        return True
    return False


def _settings_of(was: bytes, theirs: bytes, ours: bytes) -> tuple[dict[str, Any], list[str]]:
    """The settings that only they changed, and the names of those that both did; all stay where a file is no TOML."""
    from .config import written_in

    try:
        old, new, here = map(written_in, (was, theirs, ours))
    except StoreError:
        return {}, [CONFIG]
    other = [key for key in {**old, **new} if new.get(key) not in (old.get(key), here.get(key))]
    return (
        {key: new.get(key) for key in other if here.get(key) == old.get(key)},
        [key for key in other if here.get(key) != old.get(key)],
    )


def _take_numbers(changes: Changeset, there: Contents) -> None:
    """Have each file that holds just what the other machine's holds stand as that does, to the byte.

    Else every machine would send its own order of the same records to the others, for ever.
    """
    for name in filter(is_data, there):
        file = changes.file(name)
        if file.changed or changes.content(name) != there[name]:
            tables = read_tables(name, there[name])
            if _by_id(tables) == _by_id(file.tables):
                file.become(tables)


def _by_id(tables: Tables) -> dict[str, dict[str, Document]]:
    """The documents of a file by table and id, whatever their numbers and their order."""
    return {name: {row["id"]: row for row in rows.values()} for name, rows in tables.items() if name != "meta" and rows}
