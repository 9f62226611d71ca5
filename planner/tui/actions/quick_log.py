"""The quick-log bar: one line to type in, and under it what was understood."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from planner.domain.grammar.reading_parts import Parts
from planner.domain.kinds import Kind
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_reading import candidates_row, whole_words
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ALWAYS, Key, bindings, read_as_one
from planner.tui.widgets.width import width_of

from ..widgets.line import LinePicture
from ..widgets.line_input import LineInput
from ..widgets.reading_view import ReadingView

#: Help, whose sign is only typed here.
HELP = Key("f1", "f1", "screen.help", lambda: say("help"), lambda: say("Help on what is in front"), 4)

#: Keys that turn through what a line may become.
COMPLETING = read_as_one(
    "tab",
    lambda: say("complete"),
    lambda: say("Complete a group, a person or an objective; again for the next one"),
    ("tab", "complete(1)", lambda: say("Complete a group, a person or an objective")),
    ("shift+tab", "complete(-1)", lambda: say("Complete otherwise: the one before")),
    rank=3,
)


class BarOwner(Protocol):
    """Whom a bar asks; it does so by way of the screen, which says what keeps one from answering."""

    def edited(self, bar: QuickLogBar, text: str) -> None:
        """The text is another now; it wants to be read. Asked at once, so that the line and what was understood are
        seen in one repaint; it says itself what keeps it from being read."""

    def confirmed(self, bar: QuickLogBar, text: str) -> None:
        """The line is to be kept."""

    def complete(self, bar: QuickLogBar, text: str, step: int) -> None:
        """What may the text become? Answer with :meth:`QuickLogBar.offer`."""

    def left(self, bar: QuickLogBar, text: str) -> None:
        """The bar was left; its text is to be kept."""


class QuickLogBar(Vertical):
    """Asks for the rest of a quick-log line whose kind and group are known."""

    DEFAULT_CSS = """
    QuickLogBar { height: auto; }
    QuickLogBar Horizontal { height: 1; }
    """
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "confirm", lambda: say("log it"), lambda: say("Keep what was understood"), 1),
        *COMPLETING,
        Key(
            "escape",
            "esc",
            "leave",
            lambda: say("leave, the text is kept"),
            lambda: say("Leave; what was typed is kept"),
            2,
        ),
        HELP,
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("quick-log-bar", KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("Logging"),
        lambda: say(
            "One line says what was done: minutes, note, @people, #objectives and when, in any order. "
            "What was understood stands under it, and that is what is kept."
        ),
    )
    LETS = ALWAYS
    COVERS = True
    #: Rows that what was understood has at the least.
    LEAST = 1

    def __init__(  # noqa: PLR0917 - what the bar is for, and what stands in it
        self,
        ink: Ink,
        owner: BarOwner,
        kind: Kind | None,
        group: str,
        text: str,
        placeholder: str,
        *,
        chosen: bool = False,
    ) -> None:
        """``chosen``: what is typed takes the place of the ``text``."""
        super().__init__()
        self._ink, self.owner, self.kind, self.group = ink, owner, kind, group
        self._lead = LinePicture(ink, Row())
        self._offered = LinePicture(ink, Row())
        self._offered.display = False
        self._understood = ReadingView(ink, least=self.LEAST)
        self._ways: tuple[str, ...] = ()  # texts that Tab turns through
        self._at = 0
        self._hint = placeholder
        self.field = LineInput(text, placeholder)
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        self._show_prompt()
        with Horizontal():
            yield self._lead
            yield self.field
        yield self._offered
        yield self._understood

    def on_mount(self) -> None:
        self.watch(self.field, "value", self._read_along, init=False)
        if self._chosen:
            self.field.select_all()

    def _show_prompt(self) -> None:
        row = self._prompt()
        self._lead.styles.width = row.cells
        self._lead.show(row)
        self.field.placeholder = whole_words(self._hint, width_of(self.app) - row.cells - 1)

    def _prompt(self) -> Row:
        marks, kind = self._ink.marks, self.kind
        row = Row().put(f"{marks.running} ", "accent strong")
        if kind:
            row.put(f"{marks.of(kind)} {kind.title} ", kind.value)
        else:
            row.put(say("Log"), "text strong").put(" ")
        if self.group:
            row.put(self.group, "text strong", max(8, width_of(self.app) // 4)).put(" ")
        return row.put(f"{marks.pointer} ", "accent strong")

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.field.value

    def show_reading(self, parts: Parts) -> None:
        """Say what was understood, or what is wrong; what is long takes rows from what is above."""
        self._understood.show(parts)

    # Completing

    def offer(self, ways: tuple[str, ...], step: int = 1) -> None:
        """What the text may become: the only way to go on is taken, several are turned through."""
        if len(ways) == 1:
            self.field.begin(f"{ways[0]} ")
        elif ways:
            self._ways, self._at = ways, -1 if step > 0 else 0
            self._turn(step)
        else:
            self.app.bell()

    def _turn(self, step: int) -> None:
        """Let the next way stand in the line, and show it among the others."""
        self._at = (self._at + step) % len(self._ways)
        self.field.begin(self._ways[self._at])
        row = candidates_row(_endings(self._ways), self._at, width_of(self.app), self._ink.marks)
        self._offered.show(row)
        self._offered.display = True

    def _end_offer(self) -> None:
        self._ways = ()
        self._offered.display = False

    # What it says

    def _read_along(self, text: str) -> None:
        if self._ways and text != self._ways[self._at]:
            self._end_offer()
        self.owner.edited(self, text)

    @on(Input.Submitted)
    def _input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_confirm()

    def action_confirm(self) -> None:
        self.screen.call_later(self.owner.confirmed, self, self.text)

    def action_complete(self, step: int) -> None:
        """Turn to the next way to go on, or ask which there are."""
        if self._ways:
            self._turn(step)
        else:
            self.screen.call_later(self.owner.complete, self, self.text, step)

    def action_leave(self) -> None:
        self.screen.call_later(self.owner.left, self, self.text)


def _endings(ways: tuple[str, ...]) -> list[str]:
    """The words in which lines differ: what follows the last blank that all of them have in common."""
    first, last = min(ways), max(ways)
    same = next((at for at, sign in enumerate(first) if sign != last[at : at + 1]), len(first))
    return [way[first.rfind(" ", 0, same) + 1 :] for way in ways]
