"""Asks how many minutes a week has, and shows which groups fit into them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from planner.domain.budget.selection import Asked
from planner.domain.words import say
from planner.tui.actions.mirror_view import MirrorView, Propose
from planner.tui.widgets.draw_heading import heading
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.planner import planner_of

from ..widgets.panel import Panel


class Select(Panel[tuple[int, Asked]]):
    """Answers with the minutes whose selection is to be kept; over the whole screen, as the list is long."""

    DEFAULT_CSS = """
    Select { background: $background; }
    Select .-panel { height: 1fr; }
    """

    def __init__(self, ink: Ink, minutes: int, propose: Propose) -> None:
        super().__init__(ink, ())
        self._view = MirrorView(ink, minutes, propose, self._applied)

    def title_rows(self, width: int) -> Sequence[Row]:  # noqa: ARG002 - as in Panel
        """What is shown."""
        return [heading(say("WHAT FITS"))]

    def compose_body(self) -> Iterable[Widget]:
        yield LinePicture(self.ink, Row())
        yield self._view

    def on_mount(self) -> None:
        planner_of(self.app).hand_keys_to(self._view)

    def _applied(self, minutes: int, asked: Asked) -> None:
        """Answer."""
        self.dismiss((minutes, asked))
