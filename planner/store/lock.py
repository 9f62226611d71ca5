"""The lock: one planner at a time changes a home. The system lets go of it when its holder ends, however it ends.

Two things are locked: the file ``.lock``, which says who holds it, and the folder of the home itself. A program that
carries files between machines may replace the file at any moment, and then two planners would each hold one; the
folder it does not replace. After both are taken they are still the ones in place, or they are taken anew.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator

from planner.domain.errors import Forbidden, Locked, StoreError
from planner.domain.value.contexts import contextmanager
from planner.domain.value.dates import datetime
from planner.domain.value.typed import Any
from planner.domain.words import clock, say

from . import json_text
from .contents import LOCK, NEEDED
from .files import make_folder, open_private, open_up, unwritable

#: Seconds between two tries, from the first to the longest.
_SOON, _LATER = 0.001, 0.05

#: Bytes of the signature.
_LENGTH = 256


class Lock:
    """Held within ``with``, which may be nested. It says of its holder who it is, its process, and since when."""

    def __init__(self, home: str, who: str, now: Callable[[], datetime], patience: float) -> None:
        self._home = home
        self._path = os.path.join(home, LOCK)
        self._who = who
        self._now = now
        self._patience = patience
        self._depth = 0
        self._times = 0
        self._held: list[int] = []

    def __enter__(self) -> None:
        if not self._depth:
            make_folder(self._home)
            is_taken = False
            try:
                self._take_both()
                self._sign(self._held[0])
                for folder in NEEDED:
                    open_up(os.path.join(self._home, folder))
                is_taken = True
            except OSError as error:
                raise self._untakable(error) from None
            finally:
                if not is_taken:
                    self._let_go()
            self._times += 1
        self._depth += 1

    @contextmanager
    def if_allowed(self) -> Iterator[None]:
        """Held within, unless this account may not write here: what may only be read is read without it."""
        try:
            self.__enter__()
        except Forbidden:
            yield
            return
        try:
            yield
        finally:
            self.__exit__()

    @property
    def held(self) -> int:
        """Which of the times it was taken here this is, from 1 on; 0 while it is not held."""
        return self._times if self._depth else 0

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        if not self._depth:
            self._let_go()

    def _take_both(self) -> None:
        """Take the file and the folder; raises Locked once patience is at its end, and OSError."""
        until = time.monotonic() + self._patience
        while True:
            self._wait_for(open_private(self._path, os.O_RDWR), until)
            if os.name != "nt":
                self._wait_for(os.open(self._home, os.O_RDONLY), until)
            if all(map(_is_in_place, self._held, (self._path, self._home))):
                return
            self._let_go()  # one of them was replaced before it was ours

    def _wait_for(self, file: int, until: float) -> None:
        self._held.append(file)
        pause = _SOON
        while not _take(file):
            if time.monotonic() >= until:
                raise Locked(self._holder())
            time.sleep(pause)
            pause = min(2 * pause, _LATER)

    def _let_go(self) -> None:
        while self._held:
            file = self._held.pop()
            _let_go(file)
            os.close(file)

    def _sign(self, file: int) -> None:
        """Say who holds it: always as many bytes, since to shorten a file and write it anew makes some disks wait."""
        signature = {"who": self._who[:40], "pid": os.getpid(), "since": self._now().isoformat()}
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, json_text.written(signature).ljust(_LENGTH))

    def _untakable(self, error: OSError) -> StoreError:
        if not can_lock(self._path):
            return StoreError(
                say("{path} is no file, so it cannot serve as a lock: nothing was saved. Delete it.", path=self._path)
            )
        return unwritable(self._home, error)

    def _holder(self) -> str:
        os.lseek(self._held[0], 0, os.SEEK_SET)
        try:
            holder: dict[str, Any] = json_text.read(os.read(self._held[0], _LENGTH))
            since = clock(datetime.fromisoformat(holder["since"]))
            who, pid = str(holder["who"]), int(holder["pid"])
        except (ValueError, KeyError, TypeError):
            pid = 0
        if not (pid and _runs(pid)):  # the signature is of an earlier holder, and this one did not sign
            return say("Another planner is using {folder}. Try again when it is done.", folder=self._home)
        if _is_stopped(pid):
            return say(
                "{folder} is in use by “{who}” (process {pid}) since {since}, which is stopped: "
                "let it go on (“fg” where it was started), or end it.",
                folder=self._home,
                who=who,
                pid=pid,
                since=since,
            )
        return say(
            "{folder} is in use by “{who}” (process {pid}) since {since}. Try again when it is done.",
            folder=self._home,
            who=who,
            pid=pid,
            since=since,
        )


def _is_in_place(file: int, path: str) -> bool:
    """Whether what is open is what stands at ``path`` now."""
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False


def can_lock(path: str) -> bool:
    """Whether what stands at a path, if anything does, may serve as a lock."""
    return not os.path.lexists(path) or (os.path.isfile(path) and not os.path.islink(path))


def _is_stopped(pid: int) -> bool:
    """Whether a process is stopped, as Ctrl+Z does it; False where the system does not tell (proc(5))."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[0] in ("T", "t")
    except (OSError, IndexError):
        return False


if sys.platform == "win32":
    import msvcrt

    #: Windows locks bytes, and nobody else may read them: one far behind the signature.
    _BYTE = 1 << 30

    def _take(file: int) -> bool:
        os.lseek(file, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(file: int) -> None:
        os.lseek(file, _BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

    def _runs(pid: int) -> bool:  # noqa: ARG001 - to ask is to end it, on Windows
        return True

else:
    import fcntl

    _NO_LOCKS = (errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOTSUP)

    def _take(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS or not stat.S_ISDIR(os.fstat(file).st_mode):
                raise  # a file can always be locked; of folders, a network's disk may know no lock
        return True

    def _let_go(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)

    def _runs(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
