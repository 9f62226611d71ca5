"""Help as a window over the part that was asked about, which stays seen: what it is for and its keys, the quick-log
line to try, the marks and levels."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen

from planner.domain.words import say
from planner.tui.help.draw_help import KeyGroup, leaf_names, leaves_row, line_page, marks_page, merged, part_page
from planner.tui.help.try_line import TryLine
from planner.tui.widgets.about import about
from planner.tui.widgets.draw_marks import ASCII
from planner.tui.widgets.draw_row import Row, literal
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import COMMON, FIND, PANEL, Key, bindings
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.page import Page
from planner.tui.widgets.panel_heading import PanelHeading
from planner.tui.widgets.planner import planner_of

from ..actions.quick_log import QuickLogBar
from ..widgets.screen import PlannerScreen
from ..widgets.working import hints, working

#: The leaf on which one types.
_LINE = 1
#: The widest that the window is; what is longer is read less well.
_WIDEST = 96
#: Cells and rows of what is in front that stay seen beside it, at the least.
_BESIDE, _ABOVE = 2, 4
#: The fewest rows that are worth a window; where they would hide all else, they do.
_LEAST = 14
#: Its frame, and the row under its heading.
_AROUND = 3
#: A line to try: the row over it, itself, and what is read of it.
_TRY = 2 + TryLine.LEAST


class HelpScreen(ModalScreen[None]):
    """A window to read and to try a line in; Escape closes it, and what was in front is there again as it was."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("escape,question_mark,f1,q,enter", "esc", "close", lambda: say("close"), lambda: say("Close help"), 1),
        Key("tab,right", "tab", "turn(1)", lambda: say("turn the leaf"), lambda: say("Turn to the next leaf"), 3),
        Key("shift+tab,left", "shift+tab", "turn(-1)", lambda: say("leaf before"), lambda: say("The leaf before")),
        Key("pageup", "pgup", "page(-1)", lambda: say("page up"), lambda: say("A page up")),
        Key("pagedown,space", "pgdn", "page(1)", lambda: say("page down"), lambda: say("A page down")),
        FIND._replace(keys="ctrl+p", shown="ctrl+p", rank=0),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("help", KEYS)  # type: ignore[assignment]
    AUTO_FOCUS = "Page"
    DEFAULT_CSS = """
    HelpScreen { background: $background 0%; align: right bottom; }
    HelpScreen #window {
        background: $background; border: round $rule; border-title-color: $accent; border-title-style: bold;
    }
    HelpScreen #window.-ascii { border: ascii $rule; }
    HelpScreen #window TryLine { margin: 1 2 0 2; display: none; }
    HelpScreen #window.-line TryLine { display: block; }
    """

    def __init__(self, ink: Ink, front: Screen[Any], warn: str) -> None:
        super().__init__()
        self._ink, self._front, self._warn = ink, front, warn
        self._groups = key_groups(front)
        self._about = about(front)
        self._leaf = 0
        self._page = Page(ink, self._rows, alone=True)
        self._heading = PanelHeading(ink, lambda _width: [leaves_row(self._leaf)], lambda: hints(self))

    def compose(self) -> ComposeResult:
        bar = self._front.foot.bar if isinstance(self._front, PlannerScreen) else None
        with Vertical(id="window") as window:
            yield self._heading
            yield LinePicture(self._ink, Row())
            yield self._page
            yield TryLine(self._ink, planner_of(self.app).desk, bar if isinstance(bar, QuickLogBar) else None)
        window.set_class(self._ink.marks is ASCII, "-ascii")
        window.border_title = literal(self._about.title() if self._about else say("Help")).replace("[", r"\[")

    def on_mount(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def watch_focused(self) -> None:
        """Show the keys of what has the focus now."""
        if self.is_mounted:
            self._fit()

    def action_turn(self, leaves: int) -> None:
        """Turn to another leaf."""
        self._leaf = (self._leaf + leaves) % len(leaf_names())
        self.query_one("#window").set_class(self._leaf == _LINE, "-line")
        self._page.show(self._rows, from_top=True)
        self.set_focus(self.query_one(TryLine).field if self._leaf == _LINE else self._page)

    def action_page(self, pages: int) -> None:
        """A page up or down."""
        self._page.action_page(pages)

    def action_find(self) -> None:
        """Find anything, and leave help for it."""
        planner_of(self.app).find()

    def action_close(self) -> None:
        """Back to what was in front."""
        self.dismiss(None)

    def _rows(self, width: int, _height: int) -> list[Row]:
        if self._leaf == 0:
            return part_page(self._about.words() if self._about else "", self._groups, width)
        return line_page(width) if self._leaf == _LINE else marks_page(width, self._ink.marks, self._warn)

    def _fit(self) -> None:
        """As large as what it shows, and no larger than leaves what is in front in sight: it stands over the line that
        is typed in, or over the panel, or else at the foot of the screen, as panels do."""
        width, height = self.app.size
        window = self.query_one("#window")
        wide = min(width - 2 * _BESIDE, _WIDEST)
        foot = _top_of_foot(self._front, height)
        room = foot - _ABOVE
        if room < _LEAST:
            foot, room = height, max(_LEAST, height - _ABOVE)
        rows, trying = len(self._rows(wide - 2, height)), _TRY if self._leaf == _LINE else 0
        around = _AROUND + self._heading.rows_wanted(wide - 2)
        window.styles.width = wide
        window.styles.height = high = min(rows + around + trying, room, height)
        self._page.styles.height = high - around - trying
        self._heading.show()
        window.styles.margin = (0, _BESIDE if width > wide + 2 * _BESIDE else (width - wide) // 2, height - foot, 0)


def _top_of_foot(front: Screen[Any], height: int) -> int:
    """The row from which on what is in front is at the foot of the screen: the bar that is typed in, or the panel."""
    if isinstance(front, PlannerScreen):
        return front.foot.region.y if front.foot.bar else height - 1
    return min((part.region.y for part in front.children if part.region), default=height)


def key_groups(front: Screen[Any]) -> tuple[KeyGroup, ...]:
    """The keys that work on a screen or in a panel as it is: its own, and those that are everywhere."""
    here: list[tuple[str, str]] = []
    everywhere: list[tuple[str, str]] = []
    for each in working(front):
        (everywhere if each.key in COMMON or each.key in PANEL[1:] else here).append((each.shown, each.key.words()))
    return KeyGroup(say("KEYS HERE"), merged(here)), KeyGroup(say("KEYS EVERYWHERE"), merged(everywhere))
