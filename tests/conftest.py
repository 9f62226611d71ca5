"""What every test may ask for: a home of its own, an evening that stands still, and the rules of a zone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from planner.clock import Clock, SystemZone
from planner.locale import FOLDER, build, speak_as

#: What looks at planner through a pseudo-terminal, which Windows has not.
collect_ignore = ["acceptance/test_demo.py", "acceptance/test_pasting.py"] if os.name == "nt" else []


@pytest.fixture(autouse=True, scope="session")
def _catalogues_as_they_are_written() -> None:
    """What an install would have compiled, anew where a catalogue was edited since."""
    if build.is_stale(Path(FOLDER)):
        build.compile_all(Path(FOLDER))


@pytest.fixture(autouse=True)
def _nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads the environment of who runs it, and none leaves a language behind."""
    for name in ("PLANNER_HOME", "PLANNER_NOW", "PLANNER_LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    speak_as("en")
    yield
    speak_as("en")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for one person's data; it does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands in Paris: summer time ends at 03:00 on the last Sunday of October."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system stands where it stands")
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def thursday(paris: None) -> Clock:
    """A clock that stands at 18:40 on Thursday 26 November 2026."""
    zone = SystemZone()
    return Clock(zone, datetime(2026, 11, 26, 18, 40, tzinfo=zone))
