"""A desk over a real folder, at a Thursday evening that stands still until a test moves it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.store.home import Home
from tests.desk.machines import NOBODY, Machines

THURSDAY = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)


@pytest.fixture
def _git_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in NOBODY.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def machines(tmp_path: Path, _git_of_nobody: None) -> Machines:
    """Machines that share one repository, which nothing was sent to yet."""
    return Machines(tmp_path)


@pytest.fixture(scope="session")
def _two(tmp_path_factory: pytest.TempPathFactory) -> Machines:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in NOBODY.items():
            patch.setenv(name, value)
        return Machines(tmp_path_factory.mktemp("two")).joined("laptop", "desk")


@pytest.fixture
def two(_two: Machines, tmp_path: Path, _git_of_nobody: None) -> Machines:
    """A laptop and a desk machine that are set up."""
    return _two.copied(tmp_path)


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
