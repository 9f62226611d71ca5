"""The chosen group in words, over the keys that decide for it."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.audit.audit import GroupAudit
from planner.domain.fact import Fact
from planner.tui.groups.draw_detail import group_detail
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.draw_verdict import verdict_choices
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.verdict_keys import VERDICT_KEYS
from planner.tui.widgets.working import hint_of

from ..widgets.picture import Picture


class GroupDetail(Picture):
    """As much of it as there is room for."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._row: GroupAudit | None = None
        self._facts: Sequence[Fact] = ()

    def show(self, row: GroupAudit | None, facts: Sequence[Fact]) -> None:
        """Show a group; None where none is chosen."""
        self._row, self._facts = row, facts
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        if self._row is None or height < 2:
            return []
        rows = group_detail(self._row, self._facts, width, self.ink.marks, height - 1)
        air = [Row() for _ in range(height - 1 - len(rows))]
        return [*rows, *air, verdict_choices([hint_of(self.screen, key) for key in VERDICT_KEYS], width)]
