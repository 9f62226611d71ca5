"""The journal: several files are replaced together, or none is.

A change is the new files and a manifest with their names, lengths and checksums, side by side in the journal's folder
and called by the change. Once all are on the disk the change is made, and whoever comes next, after a crash, moves what
is left of it to its places. It ends when its manifest becomes ``last``; a manifest counts only if it follows the one
that stands there, so that an old one, or one of another home, does nothing. What was prepared and never counted is
cleared away; what counted, and has been spoilt on the disk since, is set aside.

``FORMAT.md`` beside this has the order of it as rules, and why each holds.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping

from planner.domain.errors import Incomplete, PlannerError, StoreError, system_reason
from planner.domain.value.contexts import suppress
from planner.domain.words import say

from . import files
from .checksum import checksum
from .contents import FOLDERS, JOURNAL, is_kept, is_lasting, is_of_undo, is_text, kept_files
from .files import Stamp, make_folder, sync_folder, unwritable, write_new
from .manifest import ENDING, LAST, SPOILT, Manifest, Prepared, change_of, manifest_at, written

_FOLDER = JOURNAL

#: The mark of planner 0.1.0, beside files that were called by their place, with + for a folder's stroke.
_MARK = "complete"


class Journal:
    """The journal of one home. All but what only looks at it is done under the lock."""

    def __init__(
        self, home: str, settings_folder: str = "", held_before: Callable[[], frozenset[str]] = frozenset
    ) -> None:
        self._home = home
        self._held_before = held_before  # the data files known of otherwise, asked where the last change says nothing
        self._settings_folder = settings_folder or home
        self._folder = os.path.join(home, _FOLDER)
        self._seen: tuple[Stamp, Manifest] | None = None  # the last change's manifest, and of which file it was read

    def holds(self) -> frozenset[str]:
        """The names of the data files that the home had after the last change, or before it where that does not say.

        Each was in its place before that change ended.
        """
        manifest = self._last_manifest()
        held = manifest.holds if manifest else None
        return self._held_before() if held is None else held

    def has_left(self, name: str, content: bytes) -> bool:
        """Whether the last change left a file with this content."""
        left = self._left(name)
        return left is not None and (left.length, left.sha256) == (len(content), checksum(content))

    def is_as_left(self, name: str, stamp: Stamp) -> bool:
        """Whether the last change left a file of this stamp's length, and its manifest was written after it."""
        left = self._left(name)
        changed, size, _ = stamp
        return left is not None and self._seen is not None and left.length == size and changed <= self._seen[0][0]

    def _left(self, name: str) -> Prepared | None:
        """A file as the last change left it; None where that did not touch it."""
        manifest = self._last_manifest()
        return next((each for each in manifest.files if each.name == name), None) if manifest else None

    def unfinished(self) -> bool:
        """Whether a change was made that has not reached all its files. Raises StoreError."""
        names = files.listed(self._folder)
        return any(name != LAST for name in names) and (self._marked(names) or any(self._pending(names)))

    def replace(self, contents: Mapping[str, bytes | None]) -> dict[str, Stamp]:
        """Replace files (by their names) by these contents, together; None takes one away.

        Returns the stamp of each. Raises StoreError, and then nothing was changed, or Incomplete where it counts and
        is finished later.
        """
        self.settle()
        make_folder(self._folder)
        for folder in sorted({os.path.dirname(self._place(name)) for name in contents}):
            if not files.may_fill(folder):
                make_folder(folder)
                self._refuse_shut(folder, contents)
        change = os.urandom(8).hex()
        try:
            manifest = self._prepare(change, contents)
        except OSError as error:
            self._withdraw(change, error)
            raise unwritable(self._home, error) from None
        except PlannerError:  # what was to be written is refused halfway, and no manifest stands yet
            self._clear(files.listed(self._folder), change)
            raise
        return self._finish(manifest)

    def settle(self) -> None:
        """Finish the change of a planner that is gone, if there is one, and clear away what one began.

        A change that counted and is no longer whole is set aside, for :meth:`remains` to tell of.

        Raises StoreError where it cannot be finished now: what is asked now is then not begun.
        """
        names = files.listed(self._folder)
        pending = list(self._pending(names))
        try:
            if self._marked(names):
                self._finish_marked(names)
            if whole := next(filter(self._is_whole, pending), None):
                self._keep_edits(whole)
                self._finish(whole)
        except Incomplete as earlier:
            raise StoreError(say("{reason} Until then nothing else is.", reason=earlier)) from None
        if not whole:
            for manifest in filter(self._is_spoilt, pending):
                self._set_aside(manifest.change)
        for name in files.listed(self._folder):
            if name != LAST and self._was_begun(name):
                files.remove(self._path(name))

    def remains(self) -> Iterator[tuple[str, str]]:
        """What lies in the journal between two changes: its name in the home, and what it is. Raises StoreError."""
        names = files.listed(self._folder)
        pending = {manifest.change for manifest in self._pending(names)}
        if LAST in names and not self._last():
            yield f"{_FOLDER}/{LAST}", say("it should say which change was made last; the next one writes it anew")
        for name in sorted(set(names) - {LAST}):
            change = change_of(name)
            if change and self._is_set_aside(change):
                words = self._told_of_spoilt(change, name)
            elif change in pending:
                words = say("a change that was cut off; the next command finishes it, or clears it away")
            elif self._marked(names) and (name == _MARK or is_kept(_place_of(name))):
                words = say("a change of planner 0.1.0 that was cut off; the next command finishes it")
            elif self._was_begun(name):
                words = say("begun and never made; the next change clears it away")
            elif self._manifest(change):
                words = say("a change that does not follow the last one made here; it does nothing")
            else:
                words = say("not planner's; left alone")
            yield f"{_FOLDER}/{name}", words

    def spoilt(self) -> Iterator[str]:
        """What is to be said of every change that was set aside, until it is deleted. Raises StoreError."""
        for name in sorted(files.listed(self._folder)):
            if name.endswith(SPOILT) and (change := change_of(name)):
                yield f"{self._path(name)}: {self._told_of_spoilt(change, name)}."

    # Making a change

    def _refuse_shut(self, folder: str, names: Iterable[str]) -> None:
        """Raises Forbidden where a folder that files belong in may not be written to: a change would count and wait.

        What is a link may stand in such a one, for what it leads to is replaced.
        """
        for place in (each for each in map(self._place, names) if os.path.dirname(each) == folder):
            shut = os.path.dirname(files.led_to(place))
            if not files.may_write(shut):
                raise unwritable(shut, PermissionError(errno.EACCES, os.strerror(errno.EACCES), shut))

    def _prepare(self, change: str, contents: Mapping[str, bytes | None]) -> Manifest:
        """Bring a change to the disk. When this returns it counts; before, whatever is there of it does nothing.

        With the last of it the end of the change before is brought there, too: until then no file has been touched,
        and what a crash would bring back is done already.
        """
        prepared = []
        for number, (name, content) in enumerate(contents.items()):
            if content is None:
                prepared.append(Prepared(name, None, 0, ""))
            else:
                source = f"{change}.{number}"
                write_new(self._path(source), content)
                prepared.append(Prepared(name, source, len(content), checksum(content), self._there(name)))
        last = self._last_manifest()
        manifest = Manifest(change, last.change if last else None, tuple(prepared), self._held_after(last, prepared))
        stamp = write_new(self._path(change + ENDING), written(manifest))
        sync_folder(self._folder)
        self._seen = stamp, manifest  # once it is the last
        return manifest

    def _held_after(self, last: Manifest | None, prepared: list[Prepared]) -> frozenset[str]:
        """The data files that the home has after a change: once there, none goes; what vanished stays among them."""
        held = last.holds if last else None
        if held is None:  # from now on it is known
            there = filter(is_lasting, kept_files(self._home, optional=FOLDERS))
            held = self._held_before() | frozenset(there)
        return held | {each.name for each in prepared if each.source is not None and is_lasting(each.name)}

    def _withdraw(self, change: str, error: OSError) -> None:
        """Take back what could not be prepared; raises StoreError where not even that can be done."""
        manifest = self._path(change + ENDING)
        try:
            if os.path.lexists(manifest):
                os.unlink(manifest)
                sync_folder(self._folder)
        except OSError:
            raise Incomplete(  # it counts, unless a crash takes its manifest away
                say(
                    "{folder} could not be written ({reason}), nor what was begun be taken back: "
                    "see with “planner entries” whether it was saved.",
                    folder=self._home,
                    reason=system_reason(error),
                )
            ) from None
        self._clear(files.listed(self._folder), change)

    def _finish(self, manifest: Manifest) -> dict[str, Stamp]:
        """Move what is prepared to its places, and then end the change. Raises Incomplete; what counts stays."""
        stamps = {}
        file = ""
        try:
            touched = set()
            for file, source, *_ in manifest.files:
                place = self._place(file)
                touched.add(os.path.dirname(files.led_to(place)))
                if source is None:
                    with suppress(FileNotFoundError):
                        os.unlink(place)
                elif os.path.lexists(self._path(source)):
                    _make_again(os.path.dirname(place))
                    stamps[file] = files.move(self._path(source), place)
            for each in sorted(touched):
                if os.path.isdir(each):
                    sync_folder(each)
            file = _FOLDER
            self._end(manifest.change)
        except OSError as error:
            raise self._unfinishable(file, error) from None
        return stamps

    def _keep_edits(self, manifest: Manifest) -> None:
        """Keep what an editor wrote in a file's place while a change waited to be finished.

        Of a data file a copy is set aside, to be mended; her settings and themes are hers, and stay. Raises StoreError.
        """
        for each in manifest.files:
            if each.source is None or each.was is None or not os.path.lexists(self._path(each.source)):
                continue
            if self._there(each.name) in (each.was, each.sha256, ""):
                continue
            if is_text(each.name):
                files.remove(self._path(each.source))
            else:
                from .damage import copy_aside

                copy_aside(self._place(each.name))

    def _end(self, change: str) -> None:
        """Make the manifest of a change the last one's. A folder in its place is moved out of the way, for check."""
        manifest, last = self._path(change + ENDING), self._path(LAST)
        try:
            os.replace(manifest, last)
        except IsADirectoryError:
            os.rename(last, f"{last}.{change}")
            os.replace(manifest, last)

    def _unfinishable(self, file: str, error: OSError) -> Incomplete:
        return Incomplete(
            say(
                "A change in {folder} could not be finished at {file}: {reason}. "
                "It is kept, and finished when it can be.",
                folder=self._home,
                file=file,
                reason=system_reason(error),
            )
        )

    # What lies in it

    def _pending(self, names: list[str]) -> Iterator[Manifest]:
        """What follows the last change made here, by its manifest: at most one of them is whole, and counts."""
        manifests = [each for name in names if name.endswith(ENDING) and (each := self._manifest(change_of(name)))]
        if manifests:  # the last one is long where it was large, and every look at the home would read it
            last = self._last() if LAST in names else None
            yield from (manifest for manifest in manifests if manifest.after == last)

    def _is_whole(self, manifest: Manifest) -> bool:
        """Whether every file of a change is there as its manifest says, or in its place already."""
        return all(
            source is None
            or _has(self._path(source), length, sha256)
            or _has(files.led_to(self._place(name)), length, sha256)
            for name, source, length, sha256, _ in manifest.files
        )

    def _is_spoilt(self, manifest: Manifest) -> bool:
        """Whether a change that is not whole counted all the same, and something of it would be lost if it went.

        Each of its files was on the disk before the manifest that names it, so none is there with another content; and
        none is moved before all is on the disk. One that is merely absent may never have reached it, where its place is
        as it was; an editor may also have written there once it was moved.
        """
        prepared = [each for each in manifest.files if each.source is not None]
        here = [each for each in prepared if os.path.lexists(self._path(each.source or ""))]
        moved = (each for each in prepared if each not in here)
        return bool(here) and (
            any(not _has(self._path(each.source or ""), each.length, each.sha256) for each in here)
            or any(map(self._has_reached, moved))
        )

    def _has_reached(self, file: Prepared) -> bool:
        """Whether a prepared file that is gone may have been moved: it is in its place, or what was there is not."""
        if file.was is None:
            return _has(files.led_to(self._place(file.name)), file.length, file.sha256)
        return self._there(file.name) not in (file.was, None)

    def _there(self, name: str) -> str | None:
        """The checksum of what stands in the place of a file, empty for nothing; None where it does not matter."""
        if is_of_undo(name):
            return None
        try:
            file = files.read(self._place(name))
        except StoreError:
            return None
        return checksum(file[0]) if file else ""

    def _set_aside(self, change: str) -> None:
        """Keep what is left of a change, by one new name: that of its manifest."""
        with suppress(OSError):
            os.rename(self._path(change + ENDING), self._path(change + SPOILT))
            sync_folder(self._folder)

    def _is_set_aside(self, change: str) -> bool:
        return os.path.lexists(self._path(change + SPOILT))

    def _told_of_spoilt(self, change: str, name: str) -> str:
        """What a file is of a change that was set aside, in words."""
        manifest = manifest_at(self._path(change + SPOILT))
        for each in manifest.files if manifest else ():
            if each.source == name and _has(self._path(name), each.length, each.sha256):
                return say("{file} as a change would have left it that was set aside", file=each.name)
            if each.source == name:
                return say("{file} of a change that was set aside; it is damaged", file=each.name)
        return say(
            "a change that was made, but cut off and then damaged before it reached its files: it is set aside. "
            "See what of it is missing; then delete it, and {parts} with it",
            parts=f"{change}.0, …",
        )

    def _was_begun(self, name: str) -> bool:
        """Whether this is of a change that planner began here and that does not count, or has ended."""
        if not os.path.isfile(self._path(name)):
            return False
        if change := change_of(name):
            if self._is_set_aside(change):
                return False
            manifest = self._manifest(change)
            return manifest is None or self._last() in (manifest.after, manifest.change)
        return name == _MARK or is_kept(_place_of(name))

    def _last(self) -> str | None:
        """The change that was made last."""
        manifest = self._last_manifest()
        return manifest.change if manifest else None

    def _last_manifest(self) -> Manifest | None:
        """The manifest of the change that was made last, read again only when it is another."""
        try:
            stamp = files.stamp_of(self._path(LAST))
        except StoreError:
            return None
        if stamp is None:
            return None
        if self._seen is None or self._seen[0] != stamp:
            manifest = manifest_at(self._path(LAST))
            self._seen = (stamp, manifest) if manifest else None
        return self._seen[1] if self._seen else None

    def _manifest(self, change: str) -> Manifest | None:
        manifest = manifest_at(self._path(change + ENDING)) if change else None
        return manifest if manifest and manifest.change == change else None

    def _clear(self, names: list[str], change: str) -> None:
        """Take away what a change prepared; what cannot be is in nobody's way."""
        for name in names:
            if change_of(name) == change:
                files.remove(self._path(name))

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name)

    def _place(self, name: str) -> str:
        """Where a file of a change belongs: in the home, her settings and themes wherever she keeps them."""
        return os.path.join(self._settings_folder if is_text(name) else self._home, name)

    # Planner 0.1.0

    def _marked(self, names: list[str]) -> bool:
        """Whether there is a mark of planner 0.1.0 to go by: once a change of today's form is made, there is not."""
        return _MARK in names and LAST not in names

    def _finish_marked(self, names: list[str]) -> None:
        """Finish a change of planner 0.1.0: its files were on the disk before its mark was made."""
        file = ""
        try:
            prepared = {name: file for name in names if is_kept(file := _place_of(name))}
            for name, file in sorted(prepared.items()):
                source = self._path(name)
                if os.path.isfile(source) and not os.path.islink(source):
                    make_folder(os.path.dirname(os.path.join(self._home, file)))
                    files.move(source, os.path.join(self._home, file))
            for folder in {os.path.dirname(files.led_to(os.path.join(self._home, file))) for file in prepared.values()}:
                if os.path.isdir(folder):
                    sync_folder(folder)
            os.unlink(self._path(_MARK))
            sync_folder(self._folder)
        except OSError as error:
            raise self._unfinishable(file, error) from None


def _make_again(folder: str) -> None:
    """Make a folder that was there when the change was prepared. Raises OSError: what counts is not “not saved”."""
    if not os.path.isdir(folder):
        os.mkdir(folder, files.FOLDER_MODE)
        sync_folder(os.path.dirname(folder))


def _place_of(name: str) -> str:
    """The place in the home of a file that planner 0.1.0 prepared."""
    return name.replace("+", "/")


def _has(path: str, length: int, sha256: str) -> bool:
    """Whether a file is there, itself and no link to it, with this content."""
    if os.path.islink(path):
        return False
    try:
        file = files.read(path)
    except StoreError:
        return False
    return file is not None and len(file[0]) == length and checksum(file[0]) == sha256
