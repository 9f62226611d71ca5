"""Draws the README's pictures: the Week screen over the sample, in every theme.

    python -m tests.screens.previews

They go to themes/previews/, one SVG a theme, and the usual one in French.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from planner.demo import demo_desk
from planner.locale import speak_as
from planner.theme import DEFAULT
from planner.theme_files import theme_names
from planner.tui.app import PlannerApp

FOLDER = Path(__file__).parents[2] / "themes" / "previews"

#: A Thursday evening that stands still.
MOMENT = "2026-11-26T18:40:00+01:00"
SIZE = (120, 40)


async def draw(theme: str) -> str:
    """The Week screen in a theme, as SVG."""
    with demo_desk({"PLANNER_NOW": MOMENT}) as desk:
        app = PlannerApp(desk, demo=True)
        async with app.run_test(size=SIZE) as pilot:
            app.use_theme(theme)
            await pilot.press("escape")  # the question about a meeting
            await pilot.pause()
            return without_web_fonts(app.export_screenshot(title="planner"))


def without_web_fonts(svg: str) -> str:
    """The picture without the fonts that it would fetch from elsewhere."""
    return re.sub(r"\s*@font-face \{.*?\}\n", "\n", svg, flags=re.DOTALL)


def main() -> None:
    """Write all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for theme in theme_names(""):
        (FOLDER / f"{theme}.svg").write_text(asyncio.run(draw(theme)), encoding="utf-8")
    speak_as("fr")
    (FOLDER / f"{DEFAULT}-fr.svg").write_text(asyncio.run(draw(DEFAULT)), encoding="utf-8")


if __name__ == "__main__":
    main()
