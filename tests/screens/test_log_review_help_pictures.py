"""Log, Review and Help as pictures; ``pytest --snapshot-update`` takes new ones to look at."""

from __future__ import annotations

from typing import Any

import pytest

from planner.desk import Desk
from planner.tui.app import PlannerApp
from tests.screens.conftest import At, filled, silenced

SIZES = {"large": (120, 40), "usual": (80, 24)}


@pytest.mark.parametrize("size", SIZES)
def test_the_log(app: PlannerApp, snap_compare: Any, size: str) -> None:
    assert snap_compare(app, press=["l", "down"], terminal_size=SIZES[size])


def test_the_log_small(app: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(app, press=["l", "down"], terminal_size=(60, 20))


def test_the_log_in_plain_ascii(at: At, snap_compare: Any) -> None:
    assert snap_compare(PlannerApp(filled(at), ascii=True), press=["l"], terminal_size=SIZES["usual"])


def test_changing_an_entry(app: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(app, press=["l", "down", "enter"], terminal_size=SIZES["usual"])


#: The keys that lead to each step of the review, and to its close.
STEPS = {
    "waiting": ["r"],
    "week": ["r", "right"],
    "drift": ["r", *["right"] * 2],
    "people": ["r", *["right"] * 3],
    "verdicts": ["r", *["right"] * 4],
    "plan": ["r", *["right"] * 5],
    "close": ["r", *["right"] * 4, "V", *["enter"] * 3, "home"],  # after any key nothing is said of the closing
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("size", SIZES)
def test_the_review(people: PlannerApp, snap_compare: Any, size: str, step: str) -> None:
    assert snap_compare(people, press=STEPS[step], terminal_size=SIZES[size])


@pytest.mark.parametrize("step", ["people", "close"])
def test_the_review_small(people: PlannerApp, snap_compare: Any, step: str) -> None:
    assert snap_compare(people, press=STEPS[step], terminal_size=(60, 20))


@pytest.mark.parametrize("size", SIZES)
def test_help(app: PlannerApp, snap_compare: Any, size: str) -> None:
    assert snap_compare(app, press=["question_mark"], terminal_size=SIZES[size])


@pytest.mark.parametrize("theme", ["planner-light", "planner-terminal"])
def test_the_close_in_another_theme(known: Desk, snap_compare: Any, theme: str) -> None:
    silenced(known)
    known.set_setting("theme", theme)
    assert snap_compare(PlannerApp(known), press=STEPS["close"], terminal_size=(100, 36))
