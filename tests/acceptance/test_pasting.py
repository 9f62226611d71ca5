"""Text that a terminal pastes as keys, into a real process: no letter of it acts, none is lost."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import Terminal


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """A home with a group."""
    found = {**os.environ, "PLANNER_HOME": str(home), "PLANNER_LANG": "en", "PLANNER_NOW": "2026-11-26T18:40:00+01:00"}
    with Terminal([sys.executable, "-m", "planner", "group", "add", "Lyon UX"], found) as terminal:
        assert terminal.wait() == 0
    return found


def test_a_burst_opens_the_bar_and_a_hand_s_keys_act(environment: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "planner"], environment, (80, 24)) as terminal:
        terminal.wait_for("Week 48")
        terminal.settle()
        terminal.mark()
        terminal.send("c 25 lyon-ux quick\rCMW q\r")
        terminal.wait_for("lyon-ux quick CMW q")
        terminal.send("\r")
        terminal.wait_for("Logged")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait() == 0


def test_letters_that_come_apart_but_faster_than_a_hand_are_text(environment: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "planner"], environment, (80, 24)) as terminal:
        terminal.wait_for("Week 48")
        terminal.settle()
        terminal.mark()
        for letter in "quiz":
            terminal.send(letter)
            time.sleep(0.015)
        terminal.wait_for("Log › quiz")
        terminal.send("\x1b")
        terminal.wait_for("Kept for the next time")
        terminal.settle()
        terminal.send("q")  # and one letter is a key
        assert terminal.wait() == 0
