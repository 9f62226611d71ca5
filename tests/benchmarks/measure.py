"""How long a process takes, how soon a screen shows, how fast it answers a key, and what it does when left alone."""

from __future__ import annotations

import json
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
    app_woken: int  # times the thread of the app ran, willingly or not
    others_woken: int  # times any other thread did: Textual's own looks for keys ten times a second

    def __str__(self) -> str:
        return f"{self.bytes_written} bytes, app woken {self.app_woken} times, its other threads {self.others_woken}"

    def is_rest_beside(self, plain: Idle) -> bool:
        """No work at all, beyond what a plain app of the library's own does."""
        nothing = self.bytes_written == 0 and self.app_woken == 0
        return nothing and self.others_woken <= plain.others_woken + IDLE_SECONDS // 2


def interleaved(runs: int, *things: Callable[[], float]) -> list[float]:
    """The median of each thing's figure over ``runs`` rounds A B C, A B C …, after one round that is not counted."""
    rounds = [[thing() for thing in things] for _ in range(runs + 1)][1:]
    return [median(figures) for figures in zip(*rounds, strict=True)]


def in_pairs(runs: int, *things: Callable[[], float]) -> tuple[list[float], list[float]]:
    """The median figure of each thing, and the median of how many times the first one's of its own round it is.

    A machine that is slower for a while is so for both of a pair. Two rounds come first that are not counted: they
    warm the disk's memory, and make what a first command makes.
    """
    rounds = [[thing() for thing in things] for _ in range(runs + 2)][2:]
    ratios = ([figure / figures[0] for figure in figures] for figures in rounds)
    return [median(figures) for figures in zip(*rounds, strict=True)], [
        median(times) for times in zip(*ratios, strict=True)
    ]


def process(argv: list[str], environment: Mapping[str, str]) -> Callable[[], float]:
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


def process_beside_git(argv: list[str], environment: Mapping[str, str], folder: Path) -> Callable[[], float]:
    """As :func:`process`, without the time that git took by what it tells itself, from its first line to its last.

    What the system needs to start git stays in. ``folder`` is where its tale is kept.
    """
    tale, settings = folder / "git-took", folder / "git-settings"
    settings.write_text(f'[trace2]\n\teventTarget = "{tale}"\n', encoding="utf-8")
    whole = process(argv, {**environment, "GIT_CONFIG_GLOBAL": str(settings)})

    def run() -> float:
        tale.unlink(missing_ok=True)
        took = whole()
        told = map(json.loads, tale.read_text(encoding="utf-8").splitlines())
        ends: list[float] = [each["t_abs"] for each in told if each["event"] == "atexit" and "/" not in each["sid"]]
        return took - sum(ends) * 1000

    return run


def paint(argv: list[str], environment: Mapping[str, str], pattern: str) -> Callable[[], float]:
    """Measures the time from the start of a program to ``pattern`` on its screen, in milliseconds."""

    def run() -> float:
        with Terminal(argv, environment) as terminal:
            return (terminal.wait_for(pattern) - terminal.started) * 1000

    return run


def opening(argv: list[str], environment: Mapping[str, str], seen: str, key: str, opened: str) -> Callable[[], float]:
    """Measures the time from a key in a program that has just shown ``seen`` to the last thing drawn of ``opened``."""

    def run() -> float:
        with Terminal(argv, environment) as terminal:
            terminal.wait_for(seen)
            terminal.settle(quiet=0.7)
            terminal.mark()
            sent = time.perf_counter()
            terminal.send(key)
            terminal.wait_for(opened)
            return (terminal.settle() - sent) * 1000

    return run


def paint_of_key(
    argv: list[str], environment: Mapping[str, str], seen: str, key: str, painted: str
) -> Callable[[], float]:
    """As :func:`opening`, but to the moment ``painted`` is seen, whatever is drawn after it."""

    def run() -> float:
        with Terminal(argv, environment) as terminal:
            terminal.wait_for(seen)
            terminal.settle(quiet=0.7)
            terminal.mark()
            sent = time.perf_counter()
            terminal.send(key)
            return (terminal.wait_for(painted) - sent) * 1000

    return run


def key_to_screen(terminal: Terminal, keys: Sequence[str], rounds: int, back: str = "") -> float:
    """The median time from a key to the last thing drawn because of it, in milliseconds.

    Every key has to change something on the screen, or there is nothing to wait for. ``back`` is typed after each
    round, and its time is not counted.
    """
    taken = []
    for _ in range(rounds):
        for key in keys:
            sent = time.perf_counter()
            terminal.mark()
            terminal.send(key)
            if not terminal.read(2):
                raise SystemExit(f"The key {key!r} changed nothing on the screen.")
            taken.append(terminal.settle() - sent)
        if back:
            terminal.send(back)
            terminal.settle(quiet=0.4)
    return median(taken) * 1000


def idle(terminal: Terminal) -> Idle:
    """What a program does in ten seconds between two minutes of the clock. Reads /proc, so Linux only."""
    into = time.time() % 60
    if not 2 < into < 58 - IDLE_SECONDS:
        terminal.watch((63 - into) % 60)
    terminal.mark()
    app, others = _woken(terminal.pid)
    terminal.watch(IDLE_SECONDS)
    app_after, others_after = _woken(terminal.pid)
    return Idle(len(terminal.written), app_after - app, others_after - others)


def _woken(pid: int) -> tuple[int, int]:
    """How often the program's first thread has run so far, and how often all its others."""
    counts = {task.name: _switches(task) for task in Path(f"/proc/{pid}/task").iterdir()}
    app = counts.pop(str(pid))
    return app, sum(counts.values())


def _switches(task: Path) -> int:
    lines = (task / "status").read_text(encoding="utf-8").splitlines()
    return sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
