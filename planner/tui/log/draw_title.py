"""The line over the log: what of it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.kinds import Kind
from planner.domain.value import NamedTuple
from planner.domain.words import say

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import show_all, with_keys
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

INDENT = 2


class Shown(NamedTuple):
    """What of the log is shown: entries of a kind, of a group (its name), with some words in them."""

    kind: Kind | None = None
    group: str = ""
    text: str = ""

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return self == Shown()


def log_title(shown: Shown, width: int, marks: Marks, without: str = "", hints: Sequence[Hint] = ()) -> Row:
    """One row: the screen's name, and what the log is narrowed to, else what of it cannot be read
    (``without``) and the keys that narrow it."""
    row = Row(INDENT).put(say("LOG"), "dim strong")
    if shown.all:
        if without:
            row.put("   ").put(without, "text", max(1, width - row.cells - INDENT))
        return with_keys(row, hints, width - INDENT).fitted(width)
    key = show_all()
    room = width - key.cells - INDENT - 2
    if shown.kind:
        row.put("   ").put(marks.of(shown.kind), shown.kind.value).put(f" {shown.kind.title}", "text")
    if shown.group:
        row.put("   ").put(shown.group, "text", max(8, room // 3))
    if shown.text:
        row.put("   ").put(say("“{text}”", text=shown.text), "text", max(1, room - row.cells))
    return row.to(width - INDENT - key.cells).extend(key).fitted(width)
