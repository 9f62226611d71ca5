"""A disk that forgets: what was written to it, call by call, and every state it may be found in after a crash.

The model is the weakest that file systems keep to. A file's content is on the disk once the file is synced, and may
be any beginning of it before. A name is on the disk once its folder is synced; names that are not may be there or
not, each for itself and in any order. A rename is one thing: the new name may be there while the old one still is,
but never neither.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

#: Up to as many unsynced names every choice of them is looked at; beyond, each alone, all but each, and some at random.
ALL_CHOICES = 4
SOME = 12


class Change(NamedTuple):
    """A name that was given (``inode``) or taken away (None) in a folder and is not on the disk yet."""

    unit: int  # both sides of a rename are one
    folder: int
    name: str
    inode: int | None


class Tree(NamedTuple):
    """What a crash leaves: the files by their path, links by what they lead to, and the folders."""

    files: dict[str, bytes]
    links: dict[str, str]
    folders: tuple[str, ...]

    def write(self, root: Path) -> None:
        """Make it a real folder."""
        for folder in self.folders:
            (root / folder).mkdir(parents=True, exist_ok=True, mode=0o700)
        for path, content in self.files.items():
            (root / path).write_bytes(content)
            (root / path).chmod(0o600)
        for path, target in self.links.items():
            (root / path).symlink_to(target)


class Disk:
    """One folder of a disk, from a state that is wholly on it; a ``lying`` one does not sync its folders."""

    def __init__(self, root: Path, *, lying: bool = False) -> None:
        self._root = root
        self._lying = lying
        self._numbers = itertools.count(1)
        self._units = itertools.count(1)
        self._content: dict[int, bytes] = {}  # as programs see it
        self._synced: dict[int, bytes] = {}  # as it is on the disk
        self._links: dict[int, str] = {}
        self._folders: dict[int, dict[str, int]] = {}
        self._on_disk: dict[int, dict[str, int]] = {}
        self._pending: list[Change] = []
        self._open: dict[int, int] = {}
        self._top = self._loaded(root)

    def _loaded(self, folder: Path) -> int:
        inode = next(self._numbers)
        entries: dict[str, int] = {}
        for path in sorted(folder.iterdir()):
            if path.is_symlink():
                entries[path.name] = number = next(self._numbers)
                self._links[number] = os.readlink(path)
            elif path.is_dir():
                entries[path.name] = self._loaded(path)
            else:
                entries[path.name] = number = next(self._numbers)
                self._content[number] = self._synced[number] = path.read_bytes()
        self._folders[inode] = entries
        self._on_disk[inode] = dict(entries)
        return inode

    # What is done to it

    def _find(self, path: str) -> tuple[int, str] | None:
        """The folder of a path and its name in there; None outside of this disk."""
        path = os.path.abspath(path)  # a stroke at its end names no other folder
        whole = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        if whole != str(self._root) and not whole.startswith(f"{self._root}/"):
            return None
        *folders, name = os.path.relpath(whole, self._root).split("/")
        inode = self._top
        for folder in folders:
            inode = self._folders[inode][folder]
        return inode, name

    def _inode(self, path: str) -> int | None:
        found = self._find(path)
        if found is None:
            return None
        folder, name = found
        return self._top if name == "." else self._folders[folder].get(name)

    def _name(self, unit: int, path: str, inode: int | None) -> None:
        found = self._find(path)
        if found is None:
            return
        folder, name = found
        self._pending.append(Change(unit, folder, name, inode))
        if inode is None:
            self._folders[folder].pop(name, None)
        else:
            self._folders[folder][name] = inode

    def created(self, path: str) -> None:
        number = next(self._numbers)
        self._content[number] = b""
        self._name(next(self._units), path, number)

    def opened(self, path: str, descriptor: int) -> None:
        inode = self._inode(path)
        if inode is not None:
            self._open[descriptor] = inode

    def closed(self, descriptor: int) -> None:
        self._open.pop(descriptor, None)

    def written(self, descriptor: int, content: bytes, at: int) -> bool:
        inode = self._open.get(descriptor)
        if inode is not None:
            known = self._content[inode]
            self._content[inode] = known[:at] + content + known[at + len(content) :]
        return inode is not None

    def synced(self, descriptor: int) -> bool:
        inode = self._open.get(descriptor)
        if inode in self._content:
            self._synced[inode] = self._content[inode]
        elif inode is not None and not self._lying:
            units = {change.unit for change in self._pending if change.folder == inode}
            self._land([change for change in self._pending if change.unit in units and change.inode is not None])
            self._land([change for change in self._pending if change.folder == inode])
        return inode is not None

    def _land(self, changes: list[Change]) -> None:
        for change in changes:
            _apply(self._on_disk, change)
            self._pending.remove(change)

    def renamed(self, source: str, target: str) -> None:
        inode, unit = self._inode(source), next(self._units)
        self._name(unit, target, inode)
        self._name(unit, source, None)

    def linked(self, source: str, target: str) -> None:
        self._name(next(self._units), target, self._inode(source))

    def removed(self, path: str) -> None:
        self._name(next(self._units), path, None)

    def made_folder(self, path: str) -> None:
        number = next(self._numbers)
        self._folders[number], self._on_disk[number] = {}, {}
        self._name(next(self._units), path, number)

    # What may be left of it

    def states(self, chance: Random) -> Iterator[Tree]:
        """Every state a crash may leave it in now, as far as they are looked at."""
        units = sorted({change.unit for change in self._pending})
        dirty = any(self._synced.get(inode) != content for inode, content in self._content.items())
        for kept in _choices(units, chance):
            for part in (1.0, 0.0, 0.5) if dirty else (1.0,):
                yield self._tree(kept, part, whole_renames=True)
            if any(change.inode is None and change.unit in kept for change in self._pending):
                yield self._tree(kept, 1.0, whole_renames=False)

    def _tree(self, kept: frozenset[int], part: float, *, whole_renames: bool) -> Tree:
        folders = {inode: dict(entries) for inode, entries in self._on_disk.items()}
        for change in self._pending:
            half = change.inode is None and not whole_renames and self._is_rename(change)
            if change.unit in kept and not half:
                _apply(folders, change)
        tree, paths = Tree({}, {}, ()), [""]
        self._below(folders, self._top, "", part, tree, paths)
        return tree._replace(folders=tuple(paths))

    def _is_rename(self, removal: Change) -> bool:
        return any(change.unit == removal.unit and change.inode is not None for change in self._pending)

    def _below(
        self, folders: dict[int, dict[str, int]], inode: int, path: str, part: float, tree: Tree, paths: list[str]
    ) -> None:
        for name, each in folders[inode].items():
            where = f"{path}/{name}" if path else name
            if each in folders:
                paths.append(where)
                self._below(folders, each, where, part, tree, paths)
            elif each in self._links:
                tree.links[where] = self._links[each]
            elif each in self._synced and (self._synced[each] == self._content[each] or part == 0.0):
                tree.files[where] = self._synced[each]
            else:
                content = self._content[each]
                tree.files[where] = content[: int(len(content) * part)]


def _apply(folders: dict[int, dict[str, int]], change: Change) -> None:
    if change.inode is None:
        folders[change.folder].pop(change.name, None)
    else:
        folders[change.folder][change.name] = change.inode


def _choices(units: list[int], chance: Random) -> Iterator[frozenset[int]]:
    """Choices of what is on the disk of what is not synced: all and nothing first."""
    everything = frozenset(units)
    if len(units) <= ALL_CHOICES:
        for count in range(len(units), -1, -1):
            yield from map(frozenset, itertools.combinations(units, count))
        return
    yield everything
    yield frozenset()
    for unit in units:
        yield frozenset([unit])
        yield everything - {unit}
    for _ in range(SOME):
        yield frozenset(unit for unit in units if chance.random() < 0.5)


@contextmanager
def recorded(root: Path, after_each: Callable[[Disk], None], *, lying: bool = False) -> Iterator[Disk]:
    """Follow what is done to files below ``root``, and call ``after_each`` system call that changes one."""
    disk = Disk(Path(os.path.realpath(root)), lying=lying)
    real = {name: getattr(os, name) for name in ("open", "close", "write", "fsync", "rename", "replace", "link",
                                                 "unlink", "rmdir", "mkdir", "lseek")}  # fmt: skip

    def open_(path: str, flags: int, *more: Any, **others: Any) -> int:
        fresh = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        descriptor: int = real["open"](path, flags, *more, **others)
        if fresh:
            disk.created(path)
        disk.opened(path, descriptor)
        if fresh:
            after_each(disk)
        return descriptor

    def close(descriptor: int) -> None:
        disk.closed(descriptor)
        real["close"](descriptor)

    def write(descriptor: int, content: bytes) -> int:
        at = real["lseek"](descriptor, 0, os.SEEK_CUR) if descriptor in disk._open else 0
        count: int = real["write"](descriptor, content)
        if disk.written(descriptor, bytes(content)[:count], at):
            after_each(disk)
        return count

    def fsync(descriptor: int) -> None:
        real["fsync"](descriptor)
        if disk.synced(descriptor):
            after_each(disk)

    def does(name: str, note: Callable[..., None]) -> Callable[..., None]:
        def call(*paths: Any, **others: Any) -> None:
            real[name](*paths, **others)
            note(*paths[: 2 if name in ("rename", "replace", "link") else 1])
            after_each(disk)

        return call

    ours = {
        "open": open_, "close": close, "write": write, "fsync": fsync,
        "rename": does("rename", disk.renamed), "replace": does("replace", disk.renamed),
        "link": does("link", disk.linked), "unlink": does("unlink", disk.removed),
        "rmdir": does("rmdir", disk.removed), "mkdir": does("mkdir", disk.made_folder),
    }  # fmt: skip
    for name, call in ours.items():
        setattr(os, name, call)
    try:
        yield disk
    finally:
        for name in ours:
            setattr(os, name, real[name])
