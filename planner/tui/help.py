"""Help over the screen in front: its keys, the marks, the quick-log line, the levels."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.actions import parse
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widget import Widget

from planner.domain.words import say
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_help import KeyGroup, help_page, merged
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.footer import KeyFooter
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.page import Page

from .widgets.screen import PlannerScreen


class HelpScreen(ModalScreen[None]):
    """A page to read; Escape closes it, and what was in front is there again as it was."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]
        Binding("escape,question_mark,f1,q,enter", "close", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
    ]
    AUTO_FOCUS = "Page"
    DEFAULT_CSS = "HelpScreen { background: $background; }"

    def __init__(self, ink: Ink, front: PlannerScreen) -> None:
        super().__init__()
        self._ink = ink
        self._groups = key_groups(front)
        self._warn = front.desk.settings().warn

    def compose(self) -> ComposeResult:
        yield LinePicture(self._ink, Row(2).put(say("planner help"), "dim strong"))
        yield LinePicture(self._ink, rule(self.app.size.width, self._ink.marks.rule))
        yield Page(self._ink, partial(_page, self._groups, self._ink, self._warn))
        hints = Hint("up down", say("scroll"), 2), Hint("esc", say("close"), 1)
        yield KeyFooter(self._ink, hints)

    def action_page(self, pages: int) -> None:
        """A page up or down."""
        self.query_one(Page).action_page(pages)

    def action_close(self) -> None:
        """Back to what was in front."""
        self.dismiss(None)


def key_groups(front: PlannerScreen) -> tuple[KeyGroup, ...]:
    """The keys that work on a screen as it is: those of what has the focus, its own, and those that are everywhere."""
    told = _told_by(front.focused)
    taken, shared = {shown for shown, _ in told}, {key.shown for key in front.SHARED}
    working = [
        key for key in front.all_keys() if taken.isdisjoint((key.shown, *key.keys.split(","))) and _works(key, front)
    ]
    own = [key for key in working if key.shown not in shared]
    everywhere = [key for key in working if key.shown in shared]
    return (KeyGroup(say("KEYS HERE"), (*told, *_read(own))), KeyGroup(say("KEYS EVERYWHERE"), _read(everywhere)))


def _told_by(focused: Widget | None) -> tuple[tuple[str, str], ...]:
    """The keys of the bar or the plan editor that has the focus, if one has."""
    from planner.tui.actions.plan_editor import PlanEditor
    from planner.tui.actions.quick_log import QuickLogBar

    for node in focused.ancestors_with_self if focused else ():
        if isinstance(node, (PlanEditor, QuickLogBar)):
            return node.told_keys()
    return ()


def _works(key: Key, front: PlannerScreen) -> bool:
    """Whether the screen takes a key now: most rest while a bar or the plan editor is open."""
    of, action, parameters = parse(key.action)
    return bool(of or front.check_action(action, parameters))


def _read(keys: list[Key]) -> tuple[tuple[str, str], ...]:
    return merged([(key.shown, key.words()) for key in keys])


def _page(groups: tuple[KeyGroup, ...], ink: Ink, warn: str, width: int, _height: int) -> list[Row]:
    return help_page(groups, width, ink.marks, warn)
