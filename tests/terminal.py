"""A program in a pseudo-terminal of its own, for checks and benchmarks that look at planner from outside."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping
from types import TracebackType

#: What a terminal says when Textual asks: attributes, synchronised output, in-band resizing, keyboard, cursor.
ANSWERS = {
    b"\x1b[c": b"\x1b[?62;c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[?u": b"\x1b[?0u",
    b"\x1b[6n": b"\x1b[1;1R",
}

#: Operating system commands, control sequences and single escapes: all that is not text.
ESCAPES = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[P_^][^\x1b]*\x1b\\|\x1b.")


class NotSeen(Exception):
    """The program did not show what it was waited for; the message is what it showed instead."""


class Terminal:
    """Runs a program at a size in columns and rows, in a ``kind`` of terminal (TERM).

    What it wrote since the last ``mark`` is ``written``.
    """

    def __init__(
        self,
        argv: list[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (120, 40),
        kind: str = "xterm-256color",
    ) -> None:
        columns, rows = size
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(argv[0], argv, {**environment, "TERM": kind, "COLORTERM": "truecolor"})
        self.written = b""
        self.alive = True

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def text(self) -> str:
        """What was written since the last mark, without colours and cursor moves."""
        return ESCAPES.sub(b"", self.written).decode(errors="replace")

    def mark(self) -> None:
        """Forget what was written so far."""
        self.written = b""

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())

    def read(self, seconds: float) -> bool:
        """Take what it writes within ``seconds``, answering what it asks; False when it wrote nothing."""
        if not (self.alive and select.select([self._fd], [], [], seconds)[0]):
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux says so when the other end is closed
            data = b""
        self.alive = bool(data)
        self.written += data
        for question, answer in ANSWERS.items():
            for _ in range(data.count(question)):
                os.write(self._fd, answer)
        return self.alive

    def wait_for(self, pattern: str, seconds: float = 20.0) -> float:
        """The moment (``perf_counter``) ``pattern`` is seen in the text; raises NotSeen after ``seconds``."""
        end = time.perf_counter() + seconds
        while not re.search(pattern, self.text):
            left = end - time.perf_counter()
            if left <= 0 or not self.alive:
                raise NotSeen(f"{pattern!r} was not seen within {seconds:g} s; this was:\n{self.text}")
            self.read(min(left, 0.2))
        return time.perf_counter()

    def settle(self, quiet: float = 0.1, seconds: float = 10.0) -> float:
        """The moment of the last output before ``quiet`` seconds without any."""
        last = time.perf_counter()
        end = last + seconds
        while time.perf_counter() < end and self.read(quiet):
            last = time.perf_counter()
        return last

    def watch(self, seconds: float) -> None:
        """Take all that it writes for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and self.alive:
            self.read(left)

    def wait(self, seconds: float = 10.0) -> int:
        """Its exit code; raises NotSeen when it has not ended after ``seconds``."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
            if not self.read(0.05):
                time.sleep(0.01)
        raise NotSeen(f"It did not end within {seconds:g} s; this was:\n{self.text}")

    def close(self) -> None:
        """End the program, if it has not ended by itself."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0
        os.close(self._fd)
