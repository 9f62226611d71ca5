"""The Week screen as a picture at the three sizes; ``pytest --snapshot-update`` takes new ones to look at."""

from __future__ import annotations

from typing import Any

import pytest

from planner.desk import Desk
from planner.tui.app import PlannerApp
from tests.screens.conftest import At, filled, silenced

SIZES = {"large": (120, 40), "usual": (80, 24), "small": (60, 20)}


@pytest.mark.parametrize("size", SIZES)
def test_the_week(app: PlannerApp, snap_compare: Any, size: str) -> None:
    assert snap_compare(app, terminal_size=SIZES[size])


def test_the_quick_log_bar(app: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(app, press=["c", *"25 answered @marie"], terminal_size=SIZES["usual"])


@pytest.mark.parametrize(("key", "size"), [("n", "small"), ("i", "usual")], ids=["next steps", "why"])
def test_a_panel_over_the_week(people: PlannerApp, snap_compare: Any, key: str, size: str) -> None:
    assert snap_compare(people, press=[key], terminal_size=SIZES[size])


def test_the_plan_editor(app: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(app, press=["p", "right", "4", "5"], terminal_size=SIZES["large"])


def test_an_empty_week(empty: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(empty, press=["escape"], terminal_size=SIZES["usual"])


def test_plain_ascii(at: At, snap_compare: Any) -> None:
    assert snap_compare(PlannerApp(filled(at), ascii=True), terminal_size=SIZES["usual"])


@pytest.mark.parametrize(("theme", "keys"), [("planner-terminal", []), ("planner-light", ["ctrl+p"])])
def test_the_week_in_another_theme(known: Desk, snap_compare: Any, theme: str, keys: list[str]) -> None:
    silenced(known)
    known.set_setting("theme", theme)
    assert snap_compare(PlannerApp(known), press=keys, terminal_size=SIZES["usual"])
