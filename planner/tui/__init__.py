"""The full screen: keys in, screens out. Nothing of it is loaded before it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.desk import Desk


def run(desk: Desk, screen: str = "week", demo: bool = False) -> int:
    """Open the full screen on one of its screens (``week``, ``log``, ``review``, ``help``); returns the exit code."""
    import sys

    from .app import PlannerApp

    plain = "utf" not in (sys.stdout.encoding or "").lower()
    app = PlannerApp(desk, ascii=plain, demo=demo, screen=screen)
    app.run()
    return app.return_code or 0
