"""A pasted list of groups as it was read, a row a line."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.grammar.group_fields import roles_words
from planner.domain.grammar.pasted import Content, PastedLine
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

INDENT = 2
AT = 2  # where a name begins after its mark
GAP = 2
SHORTEST, LONGEST_NAME = 16, 44


def pasted(lines: Sequence[PastedLine], width: int, marks: Marks, chosen: PastedLine | None = None) -> list[Row]:
    """The lines that are in sight: new ones with their address, the others with what is the matter with them."""
    rows = []
    for line in lines:
        held = line is chosen
        row = (
            Row().put(f"{marks.pointer} " if held else "  ", "accent strong").extend(_line(line, width - INDENT, marks))
        )
        rows.append(row.fitted(width).marked("chosen") if held else row.fitted(width))
    return rows


def _line(line: PastedLine, width: int, marks: Marks) -> Row:
    name = min(LONGEST_NAME, max(12, (width - AT) // 2))
    if line.content is Content.NEW:
        row = Row().put("+ ", "balanced").put(line.name, "text", name).to(AT + name + GAP)
        words = say("; ").join(filter(None, (line.address, roles_words(line.roles), line.beside)))
        return row.put(words, "dim", max(0, width - row.cells - INDENT))
    if line.content is Content.WRONG:  # the reason says more than the rest of the line
        row = Row().put("! ", "drifting").put(line.text, "text", min(name, SHORTEST)).put(" " * GAP)
        return row.put(line.why, "drifting", max(0, width - row.cells - INDENT))
    row = Row().put(f"{marks.none} ", "dim").put(line.name or line.text, "dim", name).to(AT + name + GAP)
    words = (
        say("{found}: {why}", found=say(line.content.value), why=line.why) if _tells(line) else say(line.content.value)
    )
    return row.put(words, "dim", max(0, width - row.cells - INDENT))


def _tells(line: PastedLine) -> bool:
    """Whether the reason says more than the row: not that a group is called just so already."""
    return bool(line.why) and line.why != line.name
