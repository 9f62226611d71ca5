"""The themes to choose from, one of them stood on."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.kinds import Kind
from planner.domain.level import Level
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_more import more
from ..widgets.draw_row import Row

#: So many themes are in sight at a time.
SIGHT = 7


def theme_title(name: str, width: int, *, usable: bool) -> Row:
    """What stands over them: where the one that is stood on cannot be shown, that too."""
    row = Row(2).put(say("THEMES"), "dim strong")
    if not usable:
        row.put("  ").put(say("{name} cannot be used: see the file", name=name), "drifting", width - row.cells - 4)
    return row


def theme_rows(names: Sequence[str], at: int, kept: str, marks: Marks) -> list[Row]:
    """The themes around the one that is stood on, in as many rows wherever that is; the kept one is marked."""
    first = max(0, min(at - SIGHT // 2, len(names) - SIGHT))
    shown = names[first : first + SIGHT]
    rows = []
    for place, name in enumerate(shown, first):
        row = Row().put(f"{marks.pointer} " if place == at else "", "accent strong").to(2)
        row.put(name, "text strong" if place == at else "text")
        rows.append(row.put(f"  {marks.done}" if name == kept else "", "balanced"))
    if len(names) > SIGHT:
        rows.append(more(first, len(names) - first - len(shown), marks))
    return [*rows, Row(), *_swatches(marks)]


def _swatches(marks: Marks) -> list[Row]:
    """Every colour of the theme that is stood on, each on what it is for."""
    row = Row()
    for mark, role, words in (
        *((marks.of(kind) * 3, kind.value, say(kind.value)) for kind in Kind),
        (marks.running, "accent", say("now")),
    ):
        row.put("  ").put(mark, role).put(f" {words}", "dim")
    levels = Row()
    for level in Level:
        levels.put("  ").put(level.title, f"{level.word} strong")
    return [row, levels]
