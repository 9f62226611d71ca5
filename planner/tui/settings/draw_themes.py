"""The themes to choose from, one of them stood on."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.level import Level
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_more import more
from ..widgets.draw_row import Row

#: So many themes are in sight at a time.
SIGHT = 7


def theme_rows(names: Sequence[str], at: int, kept: str, marks: Marks, *, usable: bool) -> list[Row]:
    """The themes around the one that is stood on, in as many rows wherever that is; the kept one is marked."""
    first = max(0, min(at - SIGHT // 2, len(names) - SIGHT))
    shown = names[first : first + SIGHT]
    rows = [Row(2).put(say("Theme"), "text strong").put(f"  {_told(names[at], usable=usable)}", "dim")]
    for place, name in enumerate(shown, first):
        row = Row(2).put(f"{marks.pointer} " if place == at else "", "accent strong").to(4)
        row.put(name, "text strong" if place == at else "text")
        rows.append(row.put(f"  {marks.done}" if name == kept else "", "balanced"))
    if len(names) > SIGHT:
        rows.append(more(first, len(names) - first - len(shown), marks))
    return [*rows, Row(), *_swatches(marks)]


def _swatches(marks: Marks) -> list[Row]:
    """Every colour of the theme that is stood on, each on what it is for."""
    row = Row(4)
    for mark, role, words in (
        (marks.contribution * 3, "contribution", say("given")),
        (marks.meeting * 3, "meeting", say("met")),
        (marks.watching * 3, "watching", say("read")),
        (marks.running, "accent", say("now")),
    ):
        row.put(mark, role).put(f" {words}   ", "dim")
    levels = Row(4)
    for level in Level:
        levels.put(level.title, f"{level.word} strong").put("   ")
    return [row, levels]


def _told(name: str, *, usable: bool) -> str:
    return say("seen at once, kept by Enter") if usable else say("{name} cannot be used: see the file", name=name)
