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

from .conftest import UX, WEEK, Opens, entry, logs


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
        assert news.wait(5)
        time.sleep(0.05)
        news.clear()


def test_reading_and_other_files_are_not_told(kept: Home, opens: Opens, home: Path, news: Event) -> None:
    logs(kept, entry())
    assert news.wait(5)
    time.sleep(0.2)
    news.clear()
    opens().week(WEEK)
    (home / "notes.txt").write_text("hers")
    (home / "weeks" / ".2026-W48.json.swp").write_text("an editor's")
    with opens().change("Nothing"):
        pass
    assert not news.wait(0.3)


def test_after_stopping_nothing_is_told(kept: Home, home: Path) -> None:
    told = Event()
    watch(str(home), told.set).stop()
    with kept.change("Group") as change:
        change.put_group(UX)
    assert not told.wait(0.2)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts wake-ups as Linux tells them")
def test_no_thread_wakes_up_while_nothing_happens(news: Event) -> None:
    def wake_ups() -> dict[str, str]:
        others = [task for task in os.listdir("/proc/self/task") if task != str(os.getpid())]
        lines = {task: Path(f"/proc/self/task/{task}/status").read_text().splitlines() for task in others}
        return {task: next(line for line in lines[task] if line.startswith("voluntary")) for task in others}

    time.sleep(0.3)
    before = wake_ups()
    assert before
    time.sleep(2.5)
    assert wake_ups() == before
