"""The lock: one planner at a time changes a home. The system lets go of it when its holder ends, however it ends."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from planner.domain.errors import Locked
from planner.domain.words import clock, say

from .files import make_folder, open_private, unwritable

#: Seconds between two tries, from the first to the longest.
_SOON, _LATER = 0.001, 0.05

#: Bytes of the signature.
_LENGTH = 256


class Lock:
    """Held within ``with``, which may be nested. It says of its holder who it is, its process, and since when."""

    def __init__(self, home: str, who: str, now: Callable[[], datetime], patience: float) -> None:
        self._home = home
        self._path = os.path.join(home, ".lock")
        self._who = who
        self._now = now
        self._patience = patience
        self._depth = 0
        self._file = -1

    def __enter__(self) -> None:
        if not self._depth:
            self._file = self._open()
            try:
                self._wait()
                self._sign()
            except OSError as error:
                os.close(self._file)
                raise unwritable(self._home, error) from None
            except BaseException:
                os.close(self._file)
                raise
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        if not self._depth:
            _let_go(self._file)
            os.close(self._file)

    def _open(self) -> int:
        make_folder(self._home)
        try:
            return open_private(self._path, os.O_RDWR)
        except OSError as error:
            raise unwritable(self._home, error) from None

    def _wait(self) -> None:
        """Try until it is ours; raises Locked once patience is at its end."""
        until = time.monotonic() + self._patience
        pause = _SOON
        while not _take(self._file):
            if time.monotonic() >= until:
                raise Locked(self._holder())
            time.sleep(pause)
            pause = min(2 * pause, _LATER)

    def _sign(self) -> None:
        """Say who holds it: always as many bytes, since to shorten a file and write it anew makes some disks wait."""
        signature = {"who": self._who[:40], "pid": os.getpid(), "since": self._now().isoformat()}
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, json.dumps(signature).ljust(_LENGTH).encode())

    def _holder(self) -> str:
        os.lseek(self._file, 0, os.SEEK_SET)
        try:
            holder: dict[str, Any] = json.loads(os.read(self._file, _LENGTH))
            since = clock(datetime.fromisoformat(holder["since"]))
            who, pid = str(holder["who"]), int(holder["pid"])
        except (ValueError, KeyError, TypeError):
            pid = 0
        if not (pid and _runs(pid)):  # the signature is of an earlier holder, and this one did not sign
            return say("Another planner is using {folder}. Try again when it is done.", folder=self._home)
        return say(
            "{folder} is in use by “{who}” (process {pid}) since {since}. Try again when it is done.",
            folder=self._home,
            who=who,
            pid=pid,
            since=since,
        )


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

    def _take(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
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
