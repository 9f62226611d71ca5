"""The archive as it was downloaded: a zip, the folder it was unpacked into, or one file of it.

Nothing is ever unpacked onto the disk, and no more is read than such an archive holds: what a zip says of itself is not
believed, but counted.
"""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO

from planner import opener
from planner.domain.errors import Refused
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.problem import Problem

#: Bytes of one file, and of all together: twenty years of messages are about 50 MB.
LARGEST = 256 * 1024 * 1024
LARGEST_TOGETHER = 1024 * 1024 * 1024

#: Text packs to a tenth; what packs to less than a two-hundredth, and is large, is made to burst.
MOST_PACKED = 200
SMALL = 4 * 1024 * 1024

#: Files in one archive; a real one has about sixty.
MOST_FILES = 5000

ENDING = ".csv"

#: What reading a zip may raise where it is cut off, damaged or not what it says.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Broken(Exception):
    """A file of the archive cannot be read any further; what stands before was read. It says why."""


class File(NamedTuple):
    """One file of an archive: how messages call it, and what opens it to be read once, from its beginning."""

    name: str
    open: Callable[[], IO[bytes]]


class Archive(NamedTuple):
    """The files that may be tables, in their order; how many ``others`` lie beside them, and what was refused."""

    files: tuple[File, ...]
    others: int = 0
    problems: tuple[Problem, ...] = ()


@contextmanager
def opened(path: str) -> Iterator[Archive]:
    """The archive at ``path``. Raises Refused where there is none that can be read."""
    if os.path.isdir(path):
        yield _folder(path)
        return
    file = _open(path)
    try:
        if not _is_zip(file):
            yield Archive((File(shown(os.path.basename(path)), partial(_open, path)),))
            return
        try:
            unpacked = zipfile.ZipFile(file)
        except _BROKEN:
            raise Refused(
                say("“{path}” is a zip that is damaged or cut off; download it again.", path=clean(path))
            ) from None
        with unpacked:
            yield _zip(unpacked, path)
    finally:
        file.close()


def chunks(file: IO[bytes], size: int = 1 << 16) -> Iterator[bytes]:
    """A file's bytes, piece by piece, up to the most that one may have. Raises Broken where they cannot be read."""
    room = LARGEST
    while True:
        try:
            chunk = file.read(size)
        except OSError as error:
            raise Broken(error.strerror or type(error).__name__) from None
        except _BROKEN:
            raise Broken(say("it is damaged from here on; what stands before was read")) from None
        if not chunk:
            return
        room -= len(chunk)
        if room < 0:
            raise Broken(say("it is larger than {n} MB", n=LARGEST // 1024 // 1024))
        yield chunk


def _open(path: str) -> IO[bytes]:
    try:
        return os.fdopen(opener.open_regular(path), "rb")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(say("“{path}” cannot be read: {reason}.", path=clean(path), reason=reason)) from None


def _is_zip(file: IO[bytes]) -> bool:
    """Whether a file says of itself that it is a zip, whole or not; it is put back to its beginning."""
    head = file.read(4)
    file.seek(0)
    return head in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def _zip(unpacked: zipfile.ZipFile, path: str) -> Archive:
    members = [member for member in unpacked.infolist() if not member.is_dir()]
    if len(members) > MOST_FILES:
        raise Refused(
            say("“{path}” holds {n} files; that is no archive of LinkedIn's.", path=clean(path), n=len(members))
        )
    files, others, problems, together = [], 0, [], 0
    for member in members:
        name = shown(member.filename)
        together += member.file_size
        why = _refused(member, together)
        if why:
            problems.append(Problem(name, None, why))
        elif member.filename.casefold().endswith(ENDING):
            files.append(File(name, partial(_member, unpacked, member)))
        else:
            others += 1
    return Archive(tuple(files), others, tuple(problems))


def _member(unpacked: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return unpacked.open(member)
    except _BROKEN:
        raise Broken(say("it is damaged from here on; what stands before was read")) from None


def _refused(member: zipfile.ZipInfo, together: int) -> str:
    """Why a file of a zip is not read; empty for one that may be."""
    parts = member.filename.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or ":" in parts[0] or stat.S_ISLNK(member.external_attr >> 16):
        return say("its path leads out of the archive, so it was not read")
    if member.flag_bits & 1:
        return say("it is encrypted, so it was not read")
    if member.file_size > LARGEST or together > LARGEST_TOGETHER:
        return say("unpacked it would be too large for an archive of LinkedIn's, so it was not read")
    if member.file_size > SMALL and member.file_size > MOST_PACKED * member.compress_size:
        return say("it is packed to burst, so it was not read")
    return ""


def _folder(path: str) -> Archive:
    """The tables in a folder and those in it; what is hidden there is other programs' business."""
    files: list[File] = []
    others = 0
    for folder, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            whole = os.path.join(folder, name)
            if name.casefold().endswith(ENDING) and os.path.isfile(whole):
                files.append(File(shown(os.path.relpath(whole, path)), partial(_open, whole)))
            else:
                others += 1
        if len(files) + others > MOST_FILES:
            raise Refused(say("“{path}” holds too many files; that is no archive of LinkedIn's.", path=clean(path)))
    return Archive(tuple(files), others)


def _refuse(error: OSError) -> None:
    reason = error.strerror or type(error).__name__
    raise Refused(say("“{path}” cannot be read: {reason}.", path=clean(str(error.filename)), reason=reason))
