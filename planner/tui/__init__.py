"""The full screen: keys in, screens out. Nothing of it is loaded before it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.desk import Desk

    from .playing import Scene


def run(
    desk: Desk,
    screen: str = "week",
    *,
    week: str = "",
    demo: bool = False,
    problem: str = "",
    once_seen: Callable[[], None] = lambda: None,
    play: Iterator[Scene] | None = None,
) -> int:
    """Open the full screen on one of its screens (``week``, ``log``, ``review``, ``help``); returns the exit code.

    ``week`` says which week a screen is to be about (``2026-W48``, ``last``…); raises Misread for any other text. A
    ``problem`` of the start is told there; ``once_seen`` is called when the first screen is. ``play`` are scenes that
    are shown first.
    """
    import sys

    from .app import PlannerApp

    plain = "utf" not in (sys.stdout.encoding or "").lower()
    about = playing = None
    if week:
        from planner.domain.grammar.moments import read_week

        about = read_week(week, desk.now())
    if play and not plain:
        from .playing import Playing

        playing = Playing(play)
    app = PlannerApp(
        desk,
        ascii=plain,
        demo=demo,
        screen=screen,
        week=about,
        problem=problem,
        once_seen=once_seen,
        play=playing,
    )
    app.run()
    return app.return_code or 0
