"""Log, Review and Help as pictures; ``pytest --snapshot-update`` takes new ones to look at."""

from __future__ import annotations

from typing import Any

import pytest

from planner.tui.app import PlannerApp
from tests.screens.conftest import At, filled

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


@pytest.mark.parametrize("step", [2, 3, 4, 5])
@pytest.mark.parametrize("size", SIZES)
def test_the_review(app: PlannerApp, snap_compare: Any, size: str, step: int) -> None:
    assert snap_compare(app, press=["r", *["right"] * (step - 1)], terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
def test_help(app: PlannerApp, snap_compare: Any, size: str) -> None:
    assert snap_compare(app, press=["question_mark"], terminal_size=SIZES[size])
