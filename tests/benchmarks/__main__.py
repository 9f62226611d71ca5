"""What planner costs, as ratios against a baseline measured in the same run.

    python -m tests.benchmarks          prints the table
    python -m tests.benchmarks --save   writes it to tests/benchmarks/RESULTS.md, too

Run it on a machine that does nothing else. It makes its own ten years of history in a folder that is thrown away,
and takes some minutes.
"""

from __future__ import annotations

import compileall
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

import planner
from tests.benchmarks import history
from tests.benchmarks.measure import (
    IDLE_SECONDS,
    idle,
    in_pairs,
    interleaved,
    key_to_screen,
    opening,
    paint,
    paint_of_key,
    process,
    process_beside_git,
)
from tests.terminal import Terminal

HERE = Path(__file__).parent
JUDGED = "# How good the judgement is"  #: the part of the page that ``forecast_quality`` fills
PYTHON = sys.executable
PLANNER = str(Path(sys.executable).with_name("planner"))

COMMAND_RUNS = 25
#: Where one run of a pair differs from the other by a fifth, the median of so many is within a fiftieth.
PAIRS = 75
LIST_RUNS = 9
MERGE_RUNS = 5
PAINT_RUNS = 9
PAINT_PAIRS = 35
KEY_ROUNDS = 10

ARROWS = ("\x1b[B", "\x1b[A")  # down, up
WEEK_KEYS = {
    "choosing a group": ("234561", ""),  # the first is chosen to begin with
    "turning to another week": ("[[]]", ""),
    "typing in the quick-log bar": ("c25", "\x1b"),
}

GROUPS_KEYS: Mapping[str, tuple[Sequence[str], str]] = {
    "choosing a group": (ARROWS, ""),
    "a page further": (("\x1b[6~", "\x1b[5~"), ""),
    "sorting": ((">", ">", "R", "<", "<"), ""),
    "more columns": (("\x1b[C", "\x1b[D"), ""),
    "typing in the filter": (("/", "r", "e", "a"), "\x1b"),
    "another span of weeks": (("s", "s", "s", "s", "s"), ""),
    "a verdict": (("+", "u"), ""),
}

MIRROR_KEYS: Mapping[str, Sequence[str]] = {
    "a quarter of an hour more or less": ("\x1b[C", "\x1b[C", "\x1b[D", "\x1b[D"),
    "an hour more or less": ("\x1b[1;2C", "\x1b[1;2C", "\x1b[1;2D", "\x1b[1;2D"),
    "another thread": (ARROWS[0], ARROWS[0], ARROWS[1]),
}

PEOPLE_KEYS: Mapping[str, tuple[Sequence[str], str]] = {
    "choosing a person": (ARROWS, ""),
    "a page further": (("\x1b[6~", "\x1b[5~"), ""),
    "sorting": ((">", ">", ">", ">", ">", ">"), ""),
    "typing in its search": (("/", "m", "a", "r"), "\x1b"),
    "a filter": (("s", "s", "s", "s", "f", "f", "f", "f", "f"), ""),
}

TRENDS_KEYS: Mapping[str, tuple[Sequence[str], str]] = {
    "a week back and on": (("\x1b[D", "\x1b[D", "\x1b[C"), ""),
    "a quarter back and on": (("\x1b[5~", "\x1b[6~"), ""),
    "another span of weeks": (("s", "s", "s", "s"), ""),
    "one group or objective alone": (("f", "f", "F", "F"), ""),
}

FIND_KEYS: Mapping[str, tuple[Sequence[str], str]] = {
    "typing a name": (("m", "a", "r"), "\x7f" * 3),
    "typing a word of the notes": (("q", "u", "e", "s"), "\x7f" * 4),
    "choosing what was found": (ARROWS, ""),
}

#: Only on the Week screen of the homes we measure in: a group's row.
WEEK_SCREEN = "Lyon UX"


class Row(NamedTuple):
    """One figure: ``bound`` is None for a baseline or a reference."""

    what: str
    figure: str
    bound: str = ""
    holds: bool | None = None

    def cells(self) -> tuple[str, str, str, str]:
        verdict = "" if self.holds is None else "ok" if self.holds else "OVER"
        return self.what, self.figure, self.bound, verdict


def main(arguments: list[str]) -> int:
    """Measure everything; the exit code is 1 when a bound does not hold."""
    compileall.compile_dir(Path(planner.__path__[0]), quiet=1)  # as an installer does, whatever this shell says of it
    with tempfile.TemporaryDirectory(prefix="planner-benchmarks-") as folder:
        empty, full, many = Path(folder, "first-day"), Path(folder, "ten-years"), Path(folder, "many-groups")
        known, listed = Path(folder, "many-people"), Path(folder, "long-list")
        history.long_list(listed)
        history.first_day(empty)
        history.ten_years(full)
        history.ten_years(many, history.many_groups())
        history.ten_years(known, people=history.many_people())
        rows = [
            *commands(home_of(empty), home_of(full), short_start(Path(folder, "planner"))),
            *screens(home_of(full)),
            *groups(home_of(many)),
            *mirror(home_of(listed)),
            *people(home_of(known)),
            *trends(home_of(known)),
            *find(home_of(known)),
            *machines(full),
        ]
    print("\n".join(table(rows)))
    if "--save" in arguments:
        page = HERE / "RESULTS.md"
        _, *judged = page.read_text(encoding="utf-8").partition(JUDGED)
        page.write_text("".join((results(rows), "\n", *judged)), encoding="utf-8")
    return int(any(row.holds is False for row in rows))


def home_of(folder: Path) -> dict[str, str]:
    """The environment in which ``folder`` is the home."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PLANNER_")}
    ours.pop("NO_COLOR", None)
    return {**ours, "PLANNER_HOME": str(folder), "PLANNER_LANG": "en"}


def short_start(path: Path) -> str:
    """What starts the command as pip does from 25 on, pipx and uv: without a pattern. ``planner`` here may be older."""
    lines = (f"#!{PYTHON}", "import sys", "from planner.__main__ import door", "sys.exit(door())", "")
    path.write_text("\n".join(lines), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def commands(empty: Mapping[str, str], full: Mapping[str, str], short: str) -> Iterator[Row]:
    """What a command costs on the first day and after ten years; ``short`` starts it as installers of today do."""
    log = [PLANNER, "log", "c", "5", "lyon-ux", "answered", "a", "question"]
    status = [PLANNER, "status"]
    took, times = in_pairs(
        COMMAND_RUNS,
        process([PYTHON, "-I", "-c", "pass"], empty),
        process([PYTHON, "-I", "-c", "import tinydb, argparse"], empty),
        process(log, empty),
        process(status, empty),
        process([short, *log[1:]], empty),
        process([short, *status[1:]], empty),
    )
    yield Row("python -I -c pass", f"{took[0]:.1f} ms")
    yield Row("importing tinydb and argparse", f"{times[1]:.2f} times that")
    yield _times("planner log, first day", times[2], took[2], 4.2)
    yield _times("planner status, first day", times[3], took[3], 4.2)
    yield Row("planner log, first day, started without re", f"{times[4]:.2f} times ({took[4]:.1f} ms)")
    yield Row("planner status, first day, started without re", f"{times[5]:.2f} times ({took[5]:.1f} ms)")
    for words in (log, status):
        took, times = in_pairs(PAIRS, process(words, empty), process(words, full))
        yield _times(f"planner {words[1]}, ten years / first day", times[1], took[1], 1.05)
    lists = [[PLANNER, name] for name in ("week", "audit", "ties")]
    took, times = in_pairs(LIST_RUNS, *(process(words, full) for words in lists))
    yield Row("planner week, ten years", f"{took[0]:.0f} ms")
    yield _times("planner audit, ten years / week", times[1], took[1], 3)
    yield _times("planner ties, ten years / week", times[2], took[2], 3)


def machines(full: Path) -> Iterator[Row]:
    """What it costs to have ten years on two machines: to put together what went apart, and a sync with nothing new."""
    other, remote = full.with_name("other-machine"), full.with_name("remote.git")
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    subprocess.run([PLANNER, "sync", "--setup", str(remote)], env=home_of(full), check=True, stdout=subprocess.DEVNULL)
    took, times = in_pairs(
        COMMAND_RUNS,
        process([PLANNER, "status"], home_of(full)),
        process_beside_git([PLANNER, "sync"], home_of(full), full.parent),
        process([PLANNER, "sync"], home_of(full)),
    )
    alone = "planner sync, nothing new, without git's own time / status"
    yield Row(alone, f"{times[1]:.2f} times ({took[1]:.1f} ms)", "< 2 times", times[1] < 2)
    yield Row("planner sync, nothing new, with git's", f"{took[2]:.0f} ms")
    history.gone_apart(full, other)
    merged = median(_merging(full, other) for _ in range(MERGE_RUNS))
    apart = f"{history.YEARS} years that went apart by {history.CHANGES_TO_UNDO} changes each"
    yield Row(f"planner merge, {apart}", f"{merged:.0f} ms", "< 2000 ms", merged < 2000)


def _merging(full: Path, other: Path) -> float:
    """The time that it takes to merge another home into one as it stands, in milliseconds."""
    with tempfile.TemporaryDirectory(dir=full.parent) as folder:
        copy = Path(folder, "home")
        shutil.copytree(full, copy)
        return process([PLANNER, "merge", str(other)], home_of(copy))()


def screens(full: Mapping[str, str]) -> Iterator[Row]:
    """What the full screen costs after ten years: to open, to answer a key, and to leave open."""
    took, times = in_pairs(
        PAINT_PAIRS,
        paint([PYTHON, str(HERE / "one_line_app.py")], full, "one line of text"),
        paint([PLANNER], full, WEEK_SCREEN),
    )
    yield Row("first paint of a one-line Textual app", f"{took[0]:.0f} ms")
    yield _times("first useful Week screen", times[1], took[1], 1.25)
    with Terminal([PYTHON, str(HERE / "table_app.py")], full) as terminal:
        terminal.wait_for("cell 29 7")
        plain, plain_idle = key_to_screen(terminal, ARROWS, KEY_ROUNDS), idle(terminal)
    with Terminal([PLANNER], full) as terminal:
        terminal.wait_for(WEEK_SCREEN)
        terminal.settle(quiet=1)
        answers = {what: key_to_screen(terminal, keys, KEY_ROUNDS, back) for what, (keys, back) in WEEK_KEYS.items()}
        rests = idle(terminal)
    yield Row("key to finished screen, a plain DataTable", f"{plain:.1f} ms")
    for what, answered in answers.items():
        yield Row(f"key to finished screen, {what}", f"{answered:.1f} ms", "< 40 ms", answered < 40)
    between = f"left alone for {IDLE_SECONDS} s between two minutes"
    yield Row(f"{between}, a plain DataTable", str(plain_idle))
    yield Row(f"{between}, the Week screen", str(rests), "no work at all", rests.is_rest_beside(plain_idle))


def groups(many: Mapping[str, str]) -> Iterator[Row]:
    """What the Groups screen costs with 200 groups after ten years: to open for the first time, and to answer a key."""
    (opened,) = interleaved(PAINT_RUNS, opening([PLANNER], many, WEEK_SCREEN, "g", "VERDICT"))
    yield Row(f"Groups screen opens, {history.MANY} groups", f"{opened:.0f} ms", "< 250 ms", opened < 250)
    with Terminal([PLANNER], many) as terminal:
        terminal.wait_for(WEEK_SCREEN)
        terminal.settle(quiet=1)
        terminal.send("g")
        terminal.settle(quiet=1)
        for what, (keys, back) in GROUPS_KEYS.items():
            answered = key_to_screen(terminal, keys, KEY_ROUNDS, back)
            yield Row(f"key on it, {what}", f"{answered:.1f} ms", "< 60 ms", answered < 60)
        terminal.send("e" + ARROWS[0] * 5)
        terminal.settle(quiet=1)
        marked = key_to_screen(terminal, ("3", "0"), KEY_ROUNDS)
        yield Row("key on it, a mark on a group's sheet", f"{marked:.1f} ms", "< 60 ms", marked < 60)


def mirror(listed: Mapping[str, str]) -> Iterator[Row]:
    """What the mirror of 300 groups that were just pasted costs a key."""
    with Terminal([PLANNER], listed) as terminal:
        terminal.wait_for("set up")
        terminal.settle(quiet=1)
        terminal.send("b")
        terminal.wait_for("What fits")
        terminal.settle(quiet=1)
        terminal.send("\r")
        terminal.wait_for("LEFT OUT")
        terminal.settle(quiet=1)
        for what, keys in MIRROR_KEYS.items():
            answered = key_to_screen(terminal, keys, KEY_ROUNDS)
            yield Row(
                f"key on the mirror of {history.LONG_LIST}, {what}", f"{answered:.1f} ms", "< 60 ms", answered < 60
            )


def people(known: Mapping[str, str]) -> Iterator[Row]:
    """What the People screen costs with 3,000 people after ten years: to open for the first time, and to search."""
    keys = [PLANNER], known, WEEK_SCREEN, "o"
    framed, opened = interleaved(PAINT_RUNS, paint_of_key(*keys, "PEOPLE"), opening(*keys, "NEXT STEP"))
    yield Row(f"People screen, {history.PEOPLE} people, its frame", f"{framed:.0f} ms")
    yield Row(f"People screen opens, {history.PEOPLE} people", f"{opened:.0f} ms", "< 250 ms", opened < 250)
    with Terminal([PLANNER], known) as terminal:
        terminal.wait_for(WEEK_SCREEN)
        terminal.settle(quiet=1)
        terminal.send("o")
        terminal.settle(quiet=1.5)
        for what, (typed, back) in PEOPLE_KEYS.items():
            answered = key_to_screen(terminal, typed, KEY_ROUNDS, back)
            yield Row(f"key on it, {what}", f"{answered:.1f} ms", "< 60 ms", answered < 60)
        page = key_to_screen(terminal, ("\r", "\r"), KEY_ROUNDS)
        yield Row("a person's page opens or closes", f"{page:.1f} ms", "< 100 ms", page < 100)


def trends(known: Mapping[str, str]) -> Iterator[Row]:
    """What the Trends screen costs with 3,000 people after ten years: to open for the first time, and a key on it."""
    (opened,) = interleaved(PAINT_RUNS, opening([PLANNER], known, WEEK_SCREEN, "t", "so far"))
    yield Row(f"Trends screen opens, {history.PEOPLE} people", f"{opened:.0f} ms", "< 300 ms", opened < 300)
    with Terminal([PLANNER], known) as terminal:
        terminal.wait_for(WEEK_SCREEN)
        terminal.settle(quiet=1)
        terminal.send("t")
        terminal.settle(quiet=1.5)
        for what, (typed, back) in TRENDS_KEYS.items():
            answered = key_to_screen(terminal, typed, KEY_ROUNDS, back)
            yield Row(f"key on it, {what}", f"{answered:.1f} ms", "< 60 ms", answered < 60)


def find(known: Mapping[str, str]) -> Iterator[Row]:
    """What a key costs while anything is found, with 3,000 people and the notes of ten years."""
    with Terminal([PLANNER], known) as terminal:
        terminal.wait_for(WEEK_SCREEN)
        terminal.settle(quiet=1)
        terminal.send("/")
        terminal.settle(quiet=2)
        terminal.send("ques")  # the notes are gathered once they are wanted
        terminal.settle(quiet=3)
        terminal.send("\x7f" * 4)
        terminal.settle(quiet=1)
        for what, (typed, back) in FIND_KEYS.items():
            answered = key_to_screen(terminal, typed, KEY_ROUNDS, back)
            yield Row(f"key while finding, {what}", f"{answered:.1f} ms", "< 60 ms", answered < 60)


def _times(what: str, times: float, took: float, bound: float) -> Row:
    return Row(what, f"{times:.2f} times ({took:.1f} ms)", f"≤ {bound:g} times", times <= bound)


def table(rows: list[Row]) -> list[str]:
    """The rows as a Markdown table that is aligned to be read as text, too."""
    cells = [("measured", "figure", "bound", ""), *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    lines = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in cells]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]


def results(rows: list[Row]) -> str:
    """The page that is kept."""
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    libraries = f"Python {platform.python_version()}, Textual {version('textual')}, TinyDB {version('tinydb')}"
    history_words = f"{history.YEARS} years, {history.ENTRIES_A_WEEK} entries a week"
    return "\n".join(
        [
            "# What planner costs",
            "",
            f"Measured on {date.today():%d %B %Y} with `python -m tests.benchmarks --save`: {machine}; {libraries}.",
            f"The history is {history_words}. Figures are medians of interleaved runs, ratios medians of pairs.",
            "",
            *table(rows),
            "",
        ]
    )


def processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
