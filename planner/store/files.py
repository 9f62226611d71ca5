"""Files and folders as they are made here: for her account alone, written whole, on the disk when told."""

from __future__ import annotations

import errno
import os
from contextlib import suppress

from planner.domain.errors import StoreError
from planner.domain.words import say

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


#: Tells one state of a file from another: time of change in nanoseconds, bytes, inode. A rename keeps it, and every
#: write here makes a new inode.
Stamp = tuple[int, int, int]


def stamp_of(path: str) -> Stamp | None:
    """The stamp of a file or folder; None where there is none. Raises StoreError where it may not be looked at."""
    try:
        return _stamp(os.stat(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from None


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def read(path: str) -> tuple[bytes, Stamp] | None:
    """A file's content and its stamp; None where there is no such file. Raises StoreError if it cannot be read."""
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from None
    try:
        stat = os.fstat(file)
        parts = []
        while part := os.read(file, max(stat.st_size + 1, 1)):
            parts.append(part)
    except OSError as error:
        raise unreadable(path, error) from None
    finally:
        os.close(file)
    return b"".join(parts), _stamp(stat)


def listed(folder: str) -> list[str]:
    """The names in a folder, none where there is no folder. Raises StoreError if it may not be looked at."""
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from None


def remove(path: str) -> None:
    """Remove a file that is of no use; where that is not possible it does no harm."""
    with suppress(OSError):
        os.unlink(path)


def open_private(path: str, flags: int) -> int:
    """Open a file, made for her account alone if it is not there. Raises OSError."""
    file = os.open(path, flags | os.O_CREAT | getattr(os, "O_BINARY", 0), FILE_MODE)
    if os.fstat(file).st_mode & FILE_MODE != FILE_MODE:
        os.chmod(path, FILE_MODE)  # the umask took some of it
    return file


def write_new(path: str, content: bytes) -> Stamp:
    """Write a file that is not there yet and bring it to the disk; on an error it is not there. Raises OSError."""
    file = open_private(path, os.O_WRONLY | os.O_EXCL)
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(file, rest) :]
            os.fsync(file)
            return _stamp(os.fstat(file))
        finally:
            os.close(file)
    except OSError:
        remove(path)
        raise


def write_over(path: str, content: bytes) -> None:
    """Put a file that can be made anew in another's place, whole but not brought to the disk. Raises OSError."""
    fresh = f"{path}.{os.getpid()}"
    file = open_private(fresh, os.O_WRONLY | os.O_TRUNC)
    try:
        os.write(file, content)
    finally:
        os.close(file)
    os.replace(fresh, path)


def write_whole(path: str, content: bytes) -> None:
    """Put a file in another's place, whole and brought to the disk; on an error all is as it was. Raises StoreError."""
    beside = f"{path}.{os.getpid()}.new"
    try:
        write_new(beside, content)
        os.replace(beside, path)
        sync_folder(os.path.dirname(os.path.abspath(path)))
    except OSError as error:
        remove(beside)
        raise unwritable(path, error) from None


def make_folder(path: str) -> None:
    """Make a folder for her account alone, and those above it as the system makes them; a folder there stays as it is.

    Raises StoreError.
    """
    try:
        if os.path.isdir(path):
            return
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        os.mkdir(path, FOLDER_MODE)
        os.chmod(path, FOLDER_MODE)
    except OSError as error:
        if os.path.isdir(path):  # another planner was faster
            return
        if os.path.exists(path):
            raise StoreError(
                say("{path} is a file, and planner needs a folder there. Name another in PLANNER_HOME.", path=path)
            ) from None
        raise unwritable(path, error) from None


def sync_folder(path: str) -> None:
    """Bring what was made, renamed and removed in a folder to the disk. Raises OSError."""
    if os.name == "nt":
        return  # Windows opens no folders, and journals their changes itself
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def unwritable(path: str, error: OSError) -> StoreError:
    """Why nothing could be saved at ``path``, in words."""
    if error.errno in _FULL:
        return StoreError(say("The disk is full: nothing was saved. Free some room and do it again."))
    if error.errno in _FORBIDDEN:
        return StoreError(say("{path} may not be written to: nothing was saved. Allow it and do it again.", path=path))
    if error.errno in (errno.ENOTDIR, errno.ENOENT, errno.EEXIST):
        return StoreError(
            say("There can be no folder {path}: nothing was saved. Name another in PLANNER_HOME.", path=path)
        )
    return StoreError(
        say("{path} could not be written ({reason}): nothing was saved.", path=path, reason=error.strerror)
    )


def unreadable(path: str, error: OSError) -> StoreError:
    """Why ``path`` cannot be read, in words."""
    if error.errno == errno.ENOTDIR:
        return StoreError(
            say(
                "{path} cannot be read: a file stands where its folder should. Name another in PLANNER_HOME.", path=path
            )
        )
    return StoreError(say("{path} cannot be read: {reason}.", path=path, reason=error.strerror))
