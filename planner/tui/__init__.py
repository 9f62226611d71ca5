"""The full screen: keys in, screens out. Nothing of it is loaded before it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.desk import Desk


def run(desk: Desk, screen: str = "week", *, week: str = "", demo: bool = False) -> int:
    """Open the full screen on one of its screens (``week``, ``log``, ``review``, ``help``); returns the exit code.

    ``week`` says which week a screen is to be about (``2026-W48``, ``last``…); raises Misread for any other text.
    """
    import sys

    from planner.domain.grammar.moments import read_week

    from .app import PlannerApp

    plain = "utf" not in (sys.stdout.encoding or "").lower()
    app = PlannerApp(desk, ascii=plain, demo=demo, screen=screen, week=read_week(week, desk.now()) if week else None)
    app.run()
    return app.return_code or 0
