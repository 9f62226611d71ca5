"""Asks how many minutes a week has, and shows which groups fit into them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from planner.domain.budget.selection import Asked
from planner.domain.words import say
from planner.tui.actions.mirror_view import MirrorView, Propose
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.footer import KeyFooter
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.planner import planner_of
from planner.tui.widgets.width import width_of

from ..widgets.panel import Panel


class Select(Panel[tuple[int, Asked]]):
    """Answers with the minutes whose selection is to be kept; over the whole screen, as the list is long."""

    DEFAULT_CSS = """
    Select { background: $background; }
    Select Vertical { height: 1fr; }
    """

    def __init__(self, ink: Ink, minutes: int, propose: Propose) -> None:
        super().__init__(ink, ())
        self._view = MirrorView(ink, minutes, propose, self._applied)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield LinePicture(self.ink, Row(2).put(say("WHAT FITS"), "dim strong"))
            yield LinePicture(self.ink, rule(width_of(self.app), self.ink.marks.rule))
            yield self._view
            yield LinePicture(self.ink, Row())
            yield KeyFooter(self.ink, self.hints)

    def on_mount(self) -> None:
        planner_of(self.app).hand_keys_to(self._view)

    def _applied(self, minutes: int, asked: Asked) -> None:
        """Answer."""
        self.dismiss((minutes, asked))
