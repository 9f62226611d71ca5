"""How long a process takes, how soon a screen shows, how fast it answers a key, and what it does when left alone."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.terminal import Terminal

#: Seconds to watch an idle screen for; shorter than a minute, so that it fits between two of the clock's.
IDLE_SECONDS = 10


class Idle(NamedTuple):
    """What a program did while nothing happened."""

    bytes_written: int
    switches: int  # times it was woken, voluntary and not
    cpu_ms: float

    def __str__(self) -> str:
        return f"{self.bytes_written} bytes, woken {self.switches} times, {self.cpu_ms:.1f} ms of CPU"


def interleaved(runs: int, *things: Callable[[], float]) -> list[float]:
    """The median of each thing's figure over ``runs`` rounds A B C, A B C …, after one round that is not counted."""
    rounds = [[thing() for thing in things] for _ in range(runs + 1)][1:]
    return [median(figures) for figures in zip(*rounds, strict=True)]


def process(argv: Sequence[str], environment: Mapping[str, str]) -> Callable[[], float]:
    """Measures the wall time of a whole process, in milliseconds; it must end well."""
    silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1)]

    def run() -> float:
        started = time.perf_counter()
        pid = os.posix_spawn(argv[0], argv, environment, file_actions=silent)
        _, status = os.waitpid(pid, 0)
        took = time.perf_counter() - started
        if status:
            raise SystemExit(f"{' '.join(argv)} ended with {os.waitstatus_to_exitcode(status)}")
        return took * 1000

    return run


def paint(argv: Sequence[str], environment: Mapping[str, str], pattern: str) -> Callable[[], float]:
    """Measures the time from the start of a program to ``pattern`` on its screen, in milliseconds."""

    def run() -> float:
        with Terminal(argv, environment) as terminal:
            return (terminal.wait_for(pattern) - terminal.started) * 1000

    return run


def key_to_screen(terminal: Terminal, keys: Sequence[str], rounds: int) -> float:
    """The median time from a key to the last thing drawn because of it, in milliseconds.

    Every key has to change something on the screen, or there is nothing to wait for.
    """
    taken = []
    for key in [*keys] * rounds:
        terminal.mark()
        sent = time.perf_counter()
        terminal.send(key)
        if not terminal.read(2):
            raise SystemExit(f"The key {key!r} changed nothing on the screen.")
        taken.append(terminal.settle() - sent)
    return median(taken) * 1000


def idle(terminal: Terminal) -> Idle:
    """What a program does in ten seconds between two minutes of the clock. Reads /proc, so Linux only."""
    into = time.time() % 60
    if not 2 < into < 58 - IDLE_SECONDS:
        terminal.settle(quiet=(62 - into) % 60 + 1, seconds=70)
    terminal.settle(quiet=1)
    terminal.mark()
    switches, cpu = _switches(terminal.pid), _cpu_ms(terminal.pid)
    end = time.perf_counter() + IDLE_SECONDS
    while (left := end - time.perf_counter()) > 0:
        terminal.read(left)
    return Idle(len(terminal.written), _switches(terminal.pid) - switches, _cpu_ms(terminal.pid) - cpu)


def _switches(pid: int) -> int:
    lines = [line for task in _tasks(pid) for line in (task / "status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)


def _cpu_ms(pid: int) -> float:
    """Time on a processor over all threads; the first figure of schedstat, in nanoseconds."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in _tasks(pid)) / 1e6


def _tasks(pid: int) -> list[Path]:
    return sorted(Path(f"/proc/{pid}/task").iterdir())
