"""The Groups screen as a picture at the three sizes; ``pytest --snapshot-update`` takes new ones to look at."""

from __future__ import annotations

from typing import Any

import pytest

from planner.desk import Desk
from planner.tui.app import PlannerApp
from tests.screens.conftest import silenced

SIZES = {"large": (120, 40), "usual": (80, 24), "small": (60, 20)}


@pytest.fixture
def quiet(many: Desk) -> Desk:
    """All is said: else a picture would show what the week says, or not, by how soon it comes after a key."""
    silenced(many)
    return many


@pytest.mark.parametrize("size", SIZES)
def test_the_groups(many: Desk, snap_compare: Any, size: str) -> None:
    assert snap_compare(PlannerApp(many), press=["g", "plus"], terminal_size=SIZES[size])


def test_further_columns(quiet: Desk, snap_compare: Any) -> None:
    press = ["g", "right", *["less_than_sign"] * 3]
    assert snap_compare(PlannerApp(quiet), press=press, terminal_size=SIZES["usual"])


def test_a_group_s_sheet(quiet: Desk, snap_compare: Any) -> None:
    assert snap_compare(PlannerApp(quiet), press=["g", "e", *["down"] * 5], terminal_size=SIZES["large"])


def test_a_field_that_cannot_be_taken(many: Desk, snap_compare: Any) -> None:
    press = ["g", "e", "down", "enter", *"pmi-france", "enter"]
    assert snap_compare(PlannerApp(many), press=press, terminal_size=SIZES["usual"])


def test_a_filter(quiet: Desk, snap_compare: Any) -> None:
    assert snap_compare(PlannerApp(quiet), press=["g", "slash", *"open read>60"], terminal_size=SIZES["usual"])


def test_plain_ascii(quiet: Desk, snap_compare: Any) -> None:
    assert snap_compare(PlannerApp(quiet, ascii=True), press=["g"], terminal_size=SIZES["usual"])


def test_the_beginning(empty: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(empty, press=["g"], terminal_size=SIZES["usual"])
