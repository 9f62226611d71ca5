"""Parts: what is read of other programs' files, wherever it lies: a file, one of a folder, one in a zip, a stream.

The one safe opener: nothing is opened but regular files; a zip's list is believed in nothing, neither its names nor its
sizes; what is larger than it can sensibly be ends with a reason that names it.
"""

from __future__ import annotations

import io
import os
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import cached_property
from typing import BinaryIO
from weakref import finalize

from planner import opener
from planner.domain.errors import Refused, system_reason
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.problem import Problem

#: Bytes that one part has at most where it is read line by line, and where it is read whole: ten years of a log or a
#: calendar are about 5 MB.
LARGEST, LARGEST_WHOLE = 1024 * 1024 * 1024, 64 * 1024 * 1024

#: Bytes of its beginning by which it is told what a part is.
HEAD = 64 * 1024

#: Files that a zip, or a folder, has at most, and how many times its size what is in it may be: text packs 10 : 1.
MOST_PARTS, MOST_PACKED = 20_000, 200

#: What a zip may come to unpacked, whatever it is packed to; less is no bomb however well it packs.
MOST_UNPACKED, NO_BOMB = 2 * 1024 * 1024 * 1024, 16 * 1024 * 1024

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

#: What reading something packed raises where it is not whole, or of a kind that is not known.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Part:
    """One file to be read: ``name`` is how messages call it. It may be opened more than once."""

    def __init__(self, name: str, open_: Callable[[], BinaryIO], path: str = "") -> None:
        self.name = name
        self.path = path
        self._open = open_

    def open(self) -> BinaryIO:
        """Its bytes, from the beginning. Raises Refused where it cannot be read; so does reading on."""
        return io.BufferedReader(_Guarded(self._open(), self.name), HEAD)

    def raw(self) -> BinaryIO:
        """Its bytes as they lie, to be looked at anywhere. Raises Refused."""
        return self._open()

    @cached_property
    def head(self) -> bytes:
        """Its beginning. Raises Refused."""
        with self.open() as file:
            return file.read(HEAD)

    def content(self, most: int = LARGEST_WHOLE) -> bytes:
        """All of it. Raises Refused where it is too large to be what it should."""
        with self.open() as file:
            content = file.read(most + 1)
        if len(content) > most:
            raise Refused(_too_large(self.name, most))
        return content


class Parts(NamedTuple):
    """What there is to read, and why some of it is not. ``several``: of a folder, a zip or more than one path.

    ``paths`` are those she named, ``called`` the same for messages.
    """

    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]
    several: bool
    called: str
    paths: tuple[str, ...] = ()

    def nothing(self, words: str) -> Refused:
        """That there is nothing of a kind here: what keeps it from being read where something does, else ``words``."""
        return Refused(next((problem.why for problem in self.problems), words))


class _Guarded(io.RawIOBase):
    """A stream that ends with a reason where it is not whole, or larger than anything sensible."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        super().__init__()
        self._file, self._name, self._room = file, name, LARGEST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            content = self._file.read(len(buffer))
        except OSError as error:
            raise unreadable(self._name, error) from None
        except _BROKEN:
            raise Refused(
                say("“{path}” is cut off or damaged here; fetch it or export it anew.", path=clean(self._name))
            ) from None
        self._room -= len(content)
        if self._room < 0:
            raise Refused(_too_large(self._name, LARGEST))
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        self._file.close()
        super().close()


def parts_at(paths: Iterable[str]) -> Parts:
    """All that lies at these paths: files, folders and those in them, and what is in zips; ``-`` is standard input.

    Hidden folders are other programs' business. Raises Refused where there is nothing, or it may not be looked at.
    """
    paths = list(paths)
    parts: list[Part] = []
    problems: list[Problem] = []
    several = len(paths) > 1
    for path in paths:
        if path == "-":
            part = _standard_input()
            inside = list(_unpacked(part, problems))
            several = several or inside != [part]
            parts += inside
        elif os.path.isdir(path):
            several = True
            for part in _in_folder(path, problems):
                parts += _unpacked(part, problems, in_folder=True)
        else:
            part = _file(path, os.path.basename(path))
            inside = list(_unpacked(part, problems))
            several = several or inside != [part]
            parts += inside
        if len(parts) > MOST_PARTS:
            raise Refused(
                say(
                    "“{path}” holds more than {n} files; have them read a part at a time.",
                    path=clean(path),
                    n=MOST_PARTS,
                )
            )
    return Parts(tuple(parts), tuple(problems), several, ", ".join(map(clean, paths)), tuple(paths))


def unreadable(path: str, error: OSError) -> Refused:
    """Why something cannot be read."""
    return Refused(say("“{path}” cannot be read: {reason}.", path=clean(path), reason=system_reason(error)))


def _file(path: str, name: str) -> Part:
    def opened() -> BinaryIO:
        try:
            return os.fdopen(opener.open_regular(path), "rb", buffering=0)
        except OSError as error:
            raise unreadable(path, error) from None

    return Part(shown(name), opened, path)


def _standard_input() -> Part:
    stream = sys.stdin.buffer
    content = stream.read(LARGEST_WHOLE * 4 + 1)
    if len(content) > LARGEST_WHOLE * 4:
        raise Refused(_too_large("-", LARGEST_WHOLE * 4))
    return Part(say("standard input"), lambda: io.BytesIO(content))


def _in_folder(path: str, problems: list[Problem]) -> Iterator[Part]:
    """The regular files of a folder and those in it; what is none is said."""
    for folder, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            whole = os.path.join(folder, name)
            called = os.path.relpath(whole, path)
            if name.startswith("."):
                continue
            if why := opener.unfitness(whole):
                problems.append(Problem(shown(called), None, why))
            else:
                yield _file(whole, called)


def _refuse(error: OSError) -> None:
    raise unreadable(str(error.filename), error)


def _unpacked(part: Part, problems: list[Problem], *, in_folder: bool = False) -> Iterator[Part]:
    """The files in a zip; a part that is none is itself. One of a folder that cannot be read is a problem."""
    try:
        if part.head[:4] not in _ZIP:
            yield part
            return
        archive = _zip(part)
        members = [member for member in archive.infolist() if not member.is_dir()]
    except Refused as error:
        if not in_folder:
            raise
        problems.append(Problem(part.name, None, str(error)))
        return
    except (*_BROKEN, OSError):
        why = say("“{path}” is a zip that is cut off or damaged; fetch it again.", path=clean(part.name))
        if not in_folder:
            raise Refused(why) from None
        problems.append(Problem(part.name, None, why))
        return
    if len(members) > MOST_PARTS:
        raise Refused(
            say(
                "“{path}” holds more than {n} files; have them read a part at a time.",
                path=clean(part.name),
                n=MOST_PARTS,
            )
        )
    room, unpacked = MOST_UNPACKED, 0
    for member in members:
        name = shown(member.filename)
        unpacked += member.file_size
        if why := _unfit(member):
            problems.append(Problem(name, None, why))
        elif unpacked > room:
            problems.append(Problem(name, None, say("it is not read: the zip unpacks to more than it can sensibly be")))
        else:
            yield _member(archive, member, name)


def _zip(part: Part) -> zipfile.ZipFile:
    """The zip that a part is; its file is closed once nothing is held that may be read of it."""
    with ExitStack() as unless_read:
        file = part.raw()
        unless_read.callback(file.close)
        archive = zipfile.ZipFile(file)
        finalize(archive, unless_read.pop_all().close)
    return archive


def _unfit(member: zipfile.ZipInfo) -> str:
    """Why a file of a zip is not read; "" where nothing speaks against it."""
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":" or "\0" in name:
        return say("its path leads out of the zip, so it was not read")
    if member.flag_bits & 1:
        return say("it is locked with a password, so it was not read")
    if member.file_size > NO_BOMB and member.file_size > MOST_PACKED * max(1, member.compress_size):
        return say("it unpacks to {n} MB, far more than text can: it was not read", n=member.file_size // 1_000_000)
    return ""


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Part:
    def opened() -> BinaryIO:
        try:
            return archive.open(member)  # type: ignore[return-value]
        except (*_BROKEN, OSError):
            raise Refused(say("“{path}” is cut off or damaged here; fetch it or export it anew.", path=name)) from None

    return Part(name, opened)


def _too_large(name: str, most: int) -> str:
    return say("“{path}” cannot be read: {reason}.", path=clean(name), reason=_larger(most))


def _larger(most: int) -> str:
    return say("it is larger than {n} MB", n=most // 1024 // 1024)
