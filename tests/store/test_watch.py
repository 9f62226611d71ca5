"""Watching: told of every change of the data, of nothing else, and without any work while nothing happens."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from planner.store.home import Home
from planner.store.watch import watch
from tests.store.conftest import UX, WEEK, Opens, entry, logs

#: Seconds that a machine has for what is sure to come, however much else it does.
PATIENCE = 60.0


@pytest.fixture
def news(home: Path) -> Iterator[Event]:
    """Set when the home has changed."""
    told = Event()
    watcher = watch(str(home), told.set)
    yield told
    watcher.stop()


def test_each_change_of_the_data_is_told(kept: Home, opens: Opens, news: Event) -> None:
    other = opens()
    for change in (lambda: logs(other, entry()), other.undo, other.redo):
        change()
        assert news.wait(PATIENCE)
        time.sleep(0.05)
        news.clear()


def test_reading_and_other_files_are_not_told(kept: Home, opens: Opens, home: Path) -> None:
    logs(kept, entry())
    told = Event()
    watcher = watch(str(home), told.set)  # only now: else what it has still to say of the entry might come late
    opens().week(WEEK)
    (home / "notes.txt").write_text("hers")
    (home / "weeks" / ".2026-W48.json.swp").write_text("an editor's")
    with opens().change("Nothing"):
        pass
    assert not told.wait(0.3)
    watcher.stop()


def test_after_stopping_nothing_is_told(kept: Home, home: Path) -> None:
    told = Event()
    watch(str(home), told.set).stop()
    with kept.change("Group") as change:
        change.put_group(UX)
    assert not told.wait(0.2)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts wake-ups as Linux tells them")
def test_none_of_its_threads_wakes_up_while_nothing_happens(home: Path) -> None:
    def wake_ups() -> list[str]:
        tasks = [Path(f"/proc/self/task/{task}/status").read_text().splitlines() for task in sorted(ours)]
        return [line for lines in tasks for line in lines if line.startswith("voluntary")]

    others = set(os.listdir("/proc/self/task"))  # the test runner's own, which wake up as they like
    watcher = watch(str(home), lambda: None)
    ours = set(os.listdir("/proc/self/task")) - others
    assert ours
    before, tries = [""], 100
    while before != (before := wake_ups()) and (tries := tries - 1):  # until all of them have come to wait
        time.sleep(0.3)
    time.sleep(2.5)
    assert wake_ups() == before
    watcher.stop()
