"""A desk in Paris over a real folder, and calendars to read into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.store.home import Home

Write = Callable[..., str]


@pytest.fixture
def desk(thursday: Clock, home: Path) -> Iterator[Desk]:
    """A desk on Thursday 26 November 2026 that knows one group."""
    desk = Desk(Home(str(home), thursday.now, "a test"), thursday)
    desk.add_group("Lyon UX")
    yield desk


@pytest.fixture
def at(thursday: Clock, home: Path) -> Callable[[int, int], Desk]:
    """The same desk on another day of 2026."""

    def moved(month: int, day: int) -> Desk:
        clock = Clock(thursday.zone, datetime(2026, month, day, 8, 0, tzinfo=thursday.zone))
        return Desk(Home(str(home), clock.now, "a test"), clock)

    return moved


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of calendars or cards, with the line ends they have; returns where."""

    def written(*lines: str, name: str = "work.ics") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes("\r\n".join([*lines, ""]).encode())
        return str(path)

    return written
