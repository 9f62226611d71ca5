"""How wide planner is: as its terminal, but never wider than an eye goes along a line; then it stands in the middle."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.geometry import Size
from textual.screen import Screen

#: Cells that it is wide at most.
WIDEST = 140


def width_of(app: App[Any]) -> int:
    """The cells that it is wide in this terminal."""
    return min(app.size.width, WIDEST)


def room_of(app: App[Any]) -> Size:
    """The cells that it is wide, and its rows."""
    return Size(width_of(app), app.size.height)


def keep_to_width(screen: Screen[Any]) -> None:
    """Leave what a wide terminal has more of on both sides of a screen."""
    sides = _sides(screen.app)
    if tuple(screen.styles.padding) != sides:
        screen.styles.padding = sides


def stand_in_width(panel: Screen[Any]) -> None:
    """Leave it on both sides of what a panel shows; padding would move what is seen under the panel, too."""
    left = _sides(panel.app)[3]
    for part in panel.children:
        part.styles.max_width = WIDEST
        if part.styles.margin.left != left:
            part.styles.margin = (0, 0, 0, left)


def _sides(app: App[Any]) -> tuple[int, int, int, int]:
    spare = app.size.width - width_of(app)
    return 0, spare - spare // 2, 0, spare // 2
