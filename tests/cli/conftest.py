"""The command line over a real folder and a frozen clock, in this process."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from planner.__main__ import main
from planner.locale import speak_as
from planner.verifying import start
from tests.samples import sample

NOW = "2026-11-26T18:40:00+01:00"


class Said(NamedTuple):
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Planner = Callable[..., Said]


@pytest.fixture(autouse=True)
def _nothing_is_verified_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first change of a home begins no process; a test that is about what that finds out asks for ``verifying``."""
    monkeypatch.setattr("planner.verifying.start", lambda home, moment: True)


@pytest.fixture
def verifying(_nothing_is_verified_beside: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Backups are verified beside, by a process, as they are out of tests."""
    monkeypatch.setattr("planner.verifying.start", start)


@pytest.fixture
def planner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Planner]:
    """``planner("log", "c 25 lyon-ux")``; ``now`` and other variables may be given by name."""

    def run(*words: str, now: str = NOW, **environment: str) -> Said:
        home = {"PLANNER_HOME": str(tmp_path / "home"), "PLANNER_NOW": now, "PLANNER_LANG": "en", **environment}
        code = main(words, home)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    yield run
    speak_as("en")


def all_done(planner: Planner, *lines: list[str]) -> None:
    """Run commands of which none may be refused."""
    for words in lines:
        said = planner(*words)
        assert said.code == 0, said.err


#: What makes a week with two groups and a plan.
PLANNED = (
    ["group", "add", "Lyon UX"],
    ["group", "add", "PMI France"],
    ["plan", "set", "lyon-ux", "c=60", "m=60", "w=15"],
    ["plan", "set", "pmi", "c=45", "m=30", "w=45"],
)


@pytest.fixture
def planned(planner: Planner, tmp_path: Path) -> Planner:
    """A week with two groups and a plan, of which no verification has begun."""
    sample("planned", tmp_path / "home", lambda: all_done(planner, *PLANNED))
    (tmp_path / "home" / ".verified.json").unlink(missing_ok=True)
    return planner
