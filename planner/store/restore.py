"""Restoring: what an archive, a folder or a day's backup holds takes the place of what is in the home."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext

from planner.domain.errors import Damaged, Incomplete, PlannerError, Refused, StoreError
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

from . import files
from .archive import compare, read_archive, write_archive
from .backup import copies_in
from .checksum import checksum
from .contents import JOURNAL, UNDO, is_data, is_kept, kept_files, set_aside_in
from .damage import aside_of, close
from .replacement import Difference, Tally, differences, put, tallies
from .shelf import Shelf
from .snapshot import Snapshot, contents_of, snapshot_of, tables_of
from .tables import encoded

if TYPE_CHECKING:
    from .transaction import Transaction

#: Opens a change of the home under a label.
Change = Callable[[str], "AbstractContextManager[Transaction]"]


class Restored(NamedTuple):
    """What restoring or taking in changed; where nothing differs, nothing was written."""

    differences: tuple[Difference, ...]
    before: str = ""  # the archive of what was there; empty where nothing was
    written: tuple[str, ...] = ()  # settings and themes that came with it
    stay: tuple[str, ...] = ()  # those that differ, and are left as they are
    removed_since: int = 0  # records that were removed here later, and are left so

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How many records of each table came, changed and went."""
        return tallies(self.differences)


class Source(NamedTuple):
    """What an archive or a folder holds, whether a list vouches for it, and the names in it that are not planner's.

    ``contents`` are its files, each read when it is asked for.
    """

    snapshot: Snapshot
    listed: bool
    strangers: tuple[str, ...]
    contents: Mapping[str, bytes]


def source_at(path: str, home: str) -> Source:
    """What an archive, or a folder that is a home or a copy of one, holds.

    Raises Refused where that is nothing of planner's, or the home itself, Newer and StoreError.
    """
    if os.path.isdir(path):
        if os.path.isdir(home) and os.path.samefile(path, home):
            raise Refused(say("{path} is the home itself. Name an archive or another home.", path=clean(path)))
        contents, listed = contents_of(path), _is_as_listed(path)
    else:
        contents, listed = read_archive(path)
    snapshot = snapshot_of(contents, path)
    if snapshot.is_empty or not (snapshot.files or listed):
        raise Refused(say("{path} holds nothing of planner's; name an archive or another home.", path=clean(path)))
    return Source(snapshot, listed, tuple(name for name in contents if not is_kept(name)), contents)


def _is_as_listed(folder: str) -> bool:
    """Whether the list of a daily backup vouches for what is in a folder. Raises Refused where it is not as listed.

    A home that was begun with a copy of one has gone on since.
    """
    if os.path.lexists(os.path.join(folder, JOURNAL)):
        return False
    called = clean(folder)
    try:
        copies = copies_in(folder)
    except (OSError, ValueError):
        raise Refused(say("The list of files in {path} cannot be read; take another backup.", path=called)) from None
    if copies:
        compare(called, contents_of(folder), copies.sums, checksum)
    return copies is not None


def restore(shelf: Shelf, change: Change, wanted: Snapshot, label: str) -> Restored:
    """Make the home hold what is ``wanted``, having written what is there into an archive first.

    Raises StoreError, and then all is as it was, or Incomplete where it counts and is finished later. Her settings and
    themes are hers to write: they are put where there are none, and never replaced.
    """
    with shelf.lock:
        _set_damaged_aside(shelf)
        changes = differences(present(shelf), wanted, shelf.now())
        missing, stay = _texts_beside(shelf, wanted.texts)
        before = _archived(shelf) if changes else ""
        try:
            if changes or missing:
                with change(label) as kept:
                    put(kept.changes, changes)
                    kept.changes.texts.update((name, wanted.texts[name]) for name in missing)
                    kept.replaced = tuple(filter(_is_of_data, set_aside_in(shelf.home))) if changes else ()
        except Incomplete as error:
            if not before:
                raise
            raise Incomplete(say("{reason} What was there before is in {path}.", reason=error, path=before)) from None
        except PlannerError:
            files.remove(before)
            raise
        _check(shelf, wanted, before)
        close(shelf.home, set_aside_in(shelf.home))
    return Restored(tuple(changes), before, missing, stay)


def take_in(shelf: Shelf, change: Change, incoming: Snapshot, label: str, *, dry_run: bool) -> Restored:
    """Merge ``incoming`` into the home, record by record; on a dry run only say what that would come to.

    Raises StoreError, and then all is as it was, or Incomplete where it counts and is finished later.
    """
    from .changeset import Changeset
    from .merging import merge_home

    there = {name: encoded(tables_of(documents)) for name, documents in incoming.files.items()}
    if dry_run:
        with shelf.lock.if_allowed() if os.path.isdir(shelf.home) else nullcontext():
            figures = merge_home(Changeset(shelf), there)
        missing, stay = _texts_beside(shelf, incoming.texts)
        return Restored(figures.differences, "", missing, stay, figures.stay_removed)
    with shelf.lock:
        missing, stay = _texts_beside(shelf, incoming.texts)
        with change(label) as kept:
            figures = merge_home(kept.changes, there)
            kept.changes.texts.update((name, incoming.texts[name]) for name in missing)
    return Restored(figures.differences, "", missing, stay, figures.stay_removed)


def present(shelf: Shelf) -> Snapshot:
    """What the home's own files hold now, read anew. Raises Newer, and Refused where one is damaged.

    It is read under the lock where there is a home that may be written to, so that no change is seen by halves.
    """
    with shelf.lock.if_allowed() if os.path.isdir(shelf.home) else nullcontext():
        shelf.settle()
        return Snapshot(dict(snapshot_of(contents_of(shelf.home), shelf.home).files), {})


def _check(shelf: Shelf, wanted: Snapshot, before: str) -> None:
    """Read everything back."""
    left = differences(present(shelf), wanted, shelf.now())
    if left:
        raise StoreError(
            say(
                "What was restored does not read back as it should ({file}, {table}). “planner undo” takes it back; "
                "what was there is in {path}, too.",
                file=left[0].file,
                table=left[0].table,
                path=before,
            )
        )


def _set_damaged_aside(shelf: Shelf) -> None:
    """A damaged file must not stand in the way of what would mend it, nor one that has vanished be forgotten by it."""
    for name in list(kept_files(shelf.home)):
        if is_data(name) or name == UNDO:
            with suppress(Damaged):
                shelf.load(name)
    shelf.tell_missing(shelf.missing())


def _is_of_data(aside: str) -> bool:
    return is_data(aside_of(aside) or "")


def _archived(shelf: Shelf) -> str:
    """An archive beside the daily backups of all there is; empty where there is nothing."""
    if not any(kept_files(shelf.home)):
        return ""
    return write_archive(shelf, shelf.backups.before_restore(), shelf.settings_folder, of_planner=True)


def _texts_beside(shelf: Shelf, texts: Mapping[str, bytes]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the settings and themes that are not there, and of those that differ there. Raises StoreError."""
    there = {name: shelf.text(name) for name in texts}
    missing = tuple(name for name, found in there.items() if found is None)
    return missing, tuple(name for name, found in there.items() if found not in (None, texts[name]))
