"""A home on a Thursday evening, and values to put in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.week import Week
from planner.store.home import Home

PARIS = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 26, 18, 40, tzinfo=PARIS)
WEEK = Week(2026, 48)

#: A folder in memory, which needs no disk to keep up; None where the machine has none.
MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None
UX = Group("lyon-ux", "lyon-ux", "Lyon UX")

Opens = Callable[..., Home]


class Hands:
    """A clock with hands to turn."""

    def __init__(self) -> None:
        self.now = NOW

    def turn(self, **much: int) -> None:
        self.now += timedelta(**much)


def entry(id_: str = "abcd1234", minutes: int = 25, start: datetime = NOW, **fields: object) -> Entry:
    """An entry of these fields, a contribution in Lyon UX unless said."""
    return Entry(id_, start, minutes, Kind.CONTRIBUTION, "lyon-ux")._replace(**fields)  # type: ignore[arg-type]


def logs(home: Home, *entries: Entry, label: str = "Logged") -> None:
    """One change that keeps these entries."""
    with home.change(label) as kept:
        kept.put_entries(entries)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def opens(home: Path, hands: Hands) -> Opens:
    """Opens the home as another planner would, each time anew."""

    def open_(who: str = "planner log", patience: float = 5.0) -> Home:
        return Home(str(home), lambda: hands.now, who, patience=patience)

    return open_


@pytest.fixture
def quick(hands: Hands) -> Iterator[Home]:
    """A home in memory where the machine has such a folder, for hundreds of changes."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Home(folder, lambda: hands.now, "planner log")


@pytest.fixture
def kept(opens: Opens) -> Home:
    return opens()
