"""Files and folders as they are made here: for her account alone, written whole, on the disk when told."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence

from planner import opener
from planner.domain.errors import Forbidden, StoreError, system_reason
from planner.domain.value.contexts import suppress
from planner.domain.words import say

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NAMED = 3  #: files that are named where many are as they should not be
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


#: Tells one state of a file from another: time of change in nanoseconds, bytes, inode. A rename keeps it, and every
#: write here makes a new inode.
Stamp = tuple[int, int, int]


def stamp_of(path: str) -> Stamp | None:
    """The stamp of a file or folder; None where there is none. Raises StoreError where it may not be looked at."""
    try:
        return _stamp(os.stat(path))
    except FileNotFoundError:
        if os.path.islink(path):
            raise unreadable(path, opener.Unfit(opener.lost(path))) from None
        _refuse_lost(os.path.dirname(path))
        return None
    except OSError as error:
        raise unreadable(path, error) from None


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def read(path: str) -> tuple[bytes, Stamp] | None:
    """A file's content and its stamp; None where there is no such file. Raises StoreError if it cannot be read."""
    try:
        content, stat = opener.content(path)
    except FileNotFoundError:
        _refuse_lost(os.path.dirname(path))
        return None
    except OSError as error:
        raise unreadable(path, error) from None
    return content, _stamp(stat)


def listed(folder: str) -> list[str]:
    """The names in a folder, none where there is no folder. Raises StoreError if it may not be looked at."""
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        _refuse_lost(folder)
        return []
    except OSError as error:
        raise unreadable(folder, error) from None


def _refuse_lost(folder: str) -> None:
    """Raises StoreError where a folder, or the home it is in, is a link to where nothing is.

    A disk that is away is not an empty one.
    """
    for each in (folder, os.path.dirname(folder)):
        if os.path.islink(each) and not os.path.exists(each):
            raise unreadable(each, opener.Unfit(opener.lost(each)))


def remove(path: str) -> None:
    """Remove a file that is of no use; where that is not possible it does no harm."""
    with suppress(OSError):
        os.unlink(path)


def open_private(path: str, flags: int) -> int:
    """Open a regular file, made for her account alone if it is not there; no link is followed. Raises OSError."""
    ways = os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    file = os.open(path, flags | ways, FILE_MODE)
    try:
        mode = os.fstat(file).st_mode
        if words := opener.unlike_a_file(mode):
            raise opener.Unfit(words)
        if mode & FILE_MODE != FILE_MODE:
            os.chmod(path, FILE_MODE)  # the umask took some of it
    except OSError:
        os.close(file)
        raise
    return file


def write_new(path: str, content: bytes, *, durable: bool = True) -> Stamp:
    """Write a file that is not there yet, and bring it to the disk where it must be ``durable``.

    On an error it is not there. Raises OSError.
    """
    file = open_private(path, os.O_WRONLY | os.O_EXCL)
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(file, rest) :]
            if durable:
                os.fsync(file)
            return _stamp(os.fstat(file))
        finally:
            os.close(file)
    except OSError:
        remove(path)
        raise


def write_over(path: str, content: bytes) -> None:
    """Put a file that can be made anew in another's place, whole but not brought to the disk. Raises OSError."""
    _write_over(path, content, durable=False)


def write_whole(path: str, content: bytes) -> None:
    """Put a file in another's place, whole and brought to the disk; on an error all is as it was. Raises StoreError."""
    try:
        sync_folder(os.path.dirname(_write_over(path, content, durable=True)))
    except OSError as error:
        raise unwritable(path, error) from None


def _write_over(path: str, content: bytes, *, durable: bool) -> str:
    """Replace a file, and where ``path`` is a link the file that it leads to; returns what was replaced."""
    place = led_to(path)
    beside = f"{place}.{os.getpid()}.new"
    remove(beside)  # of a process of this number that was cut off
    write_new(beside, content, durable=durable)
    try:
        os.replace(beside, place)
    except OSError:
        remove(beside)
        raise
    return place


def move(source: str, path: str) -> Stamp:
    """Put a file that is on the disk in the place of another, or of the file that this is a link to.

    Doing it once more does no harm. Raises OSError.
    """
    place = led_to(path)
    try:
        os.replace(source, place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _write_over(place, opener.content(source)[0], durable=True)
    return _stamp(os.stat(place))


def led_to(path: str) -> str:
    """The file that is meant by ``path``: a link that she made stays one, and what it leads to changes."""
    return os.path.realpath(path) if os.path.islink(path) else os.path.abspath(path)


def make_folder(path: str) -> None:
    """Make a folder for her account alone, and those above it as the system makes them; a folder there stays as it is.

    What was made is brought to the disk. Raises StoreError.
    """
    try:
        if not os.path.isdir(path):
            _make(path)
        elif not _is_open(path):
            os.chmod(path, FOLDER_MODE)  # cut off between being made and being made hers
    except OSError as error:
        if os.path.isdir(path):  # another planner was faster, or it is another account's
            return
        _refuse_lost(path)
        if os.path.lexists(path):
            raise _no_folder(path) from None
        raise unwritable(path, error) from None


def open_up(path: str) -> None:
    """Have a folder that is there, and was cut off before it was made hers, be looked into again, if it can be."""
    if not _is_open(path) and os.path.isdir(path):
        with suppress(OSError):
            os.chmod(path, FOLDER_MODE)


def _is_open(path: str) -> bool:
    return os.name == "nt" or os.access(path, os.X_OK | os.R_OK)


def _make(path: str) -> None:
    above = os.path.dirname(os.path.abspath(path))
    missing = []
    while not os.path.lexists(above):
        missing.append(above)
        above = os.path.dirname(above)
    for folder in reversed(missing):
        os.mkdir(folder)
    os.mkdir(path, FOLDER_MODE)
    os.chmod(path, FOLDER_MODE)  # the umask may have taken some of it
    for folder in [*missing, above]:
        with suppress(PermissionError):  # what may be written in need not be open to be listed
            sync_folder(folder)


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
        barred = _barred(path, error)
        return Forbidden(say("{path} may not be written to: nothing was saved. Allow it and do it again.", path=barred))
    if error.errno == errno.ENOTDIR:
        return StoreError(
            say("There can be no folder {path}: nothing was saved. Name another in PLANNER_HOME.", path=path)
        )
    if error.errno == errno.ENOENT:
        return StoreError(say("{path} went away while it was written to: nothing was saved. Do it again.", path=path))
    return StoreError(
        say("{path} could not be written ({reason}): nothing was saved.", path=path, reason=system_reason(error))
    )


def unreplaced(path: str, lacking: Sequence[str]) -> StoreError:
    """Why what stands at ``path`` is not replaced by what lacks these files of the home, in words."""
    return StoreError(
        say(
            "{path} is not replaced: damaged or missing here: {files}. Do “planner check --mend” first, or name "
            "another file.",
            path=path,
            files=few(lacking),
        )
    )


def few(names: Sequence[str]) -> str:
    """The first of some names, and how many there are more."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f", … (+{more})" if more > 0 else "")


def _barred(path: str, error: OSError) -> str:
    """What keeps from writing: ``path``, the folder of the file that could not be written, or that file itself."""
    for name in (error.filename2, error.filename):
        if isinstance(name, str):
            paths = [path, os.path.dirname(name)]
            paths += [] if error.filename2 else [name]  # what stands in the place of a rename does not matter
            if barred := next((each for each in paths if os.path.exists(each) and not may_write(each)), ""):
                return barred
    return path


def may_write(path: str) -> bool:
    """Whether this account may write to a file, or make and take away files in a folder."""
    return os.access(path, os.W_OK | os.X_OK if os.path.isdir(path) else os.R_OK | os.W_OK)


def may_fill(folder: str) -> bool:
    """Whether a folder is there, and this account may look into it, make files in it and take them away."""
    return os.access(os.path.join(folder, ""), os.R_OK | os.W_OK | os.X_OK)


def unreadable(path: str, error: OSError) -> StoreError:
    """Why ``path`` cannot be read, in words."""
    if error.errno == errno.ENOTDIR:
        return _no_folder(next(each for each in _upwards(path) if os.path.lexists(each) and not os.path.isdir(each)))
    if error.errno == errno.ELOOP:  # the same is wrong with all that is below it
        path = next((each for each in _upwards(path) if os.path.islink(each) and not os.path.exists(each)), path)
    if error.errno == errno.EACCES and (shut := _shut(path)):
        return StoreError(say("{path} may not be looked into: “chmod u+rwx” allows it.", path=shut))
    return StoreError(say("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)))


def _no_folder(path: str) -> StoreError:
    return StoreError(
        say(
            "{path} is no folder, and planner needs one there. Move it away, or name another in PLANNER_HOME.",
            path=path,
        )
    )


def _shut(path: str) -> str:
    """The folder, ``path`` or one above it, that keeps it from being read; empty where none does."""
    return next((each for each in _upwards(path) if os.path.isdir(each) and not _is_open(each)), "")


def _upwards(path: str) -> list[str]:
    """The folders above a path, and it: from the topmost on."""
    above = [os.path.abspath(path)]
    while (folder := os.path.dirname(above[-1])) != above[-1]:
        above.append(folder)
    return above[::-1]
