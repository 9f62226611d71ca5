"""A desk over a real folder, at a Thursday evening that stands still until a test moves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.store.home import Home

THURSDAY = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)

At = Callable[[datetime], Desk]


@pytest.fixture
def at(tmp_path: Path) -> At:
    """A desk at any moment; all of them over one folder."""

    def desk_at(moment: datetime) -> Desk:
        clock = Clock(UTC, moment)
        return Desk(Home(str(tmp_path / "home"), clock.now, "a test"), clock)

    return desk_at


@pytest.fixture
def desk(at: At) -> Iterator[Desk]:
    """A desk on Thursday evening that knows two groups."""
    desk = at(THURSDAY)
    desk.add_group("Lyon UX")
    desk.add_group("PMI France")
    yield desk
