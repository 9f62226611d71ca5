"""Asks for one line of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from inspect import isawaitable
from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import Parts, told
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import question
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings, figure_of
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.planner import planner_of

from .choice import Choice
from .line_input import LineInput
from .panel import Panel
from .reading_view import ReadingView


class Ask(Panel[str]):
    """Answers with what was typed, or the proposal; None when it is left or empty.

    ``problem`` says what is wrong with the proposal, where that was typed before; ``or_nothing`` takes an empty answer.
    ``read`` says as one types what is understood.

    A proposal to ``go_on`` with is not selected to be typed over; ``left`` is told what stands there on Escape.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "submit", lambda: say("take it"), lambda: say("Take what stands there"), 2),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("ask", KEYS)
    ABOUT = About(
        lambda: say("A question"),
        lambda: say(
            "One line answers it, and what was understood shows as you type. Enter takes what stands "
            "there, Escape leaves all as it was."
        ),
    )
    DEFAULT_CSS = "Ask Horizontal { height: 1; }"

    def __init__(
        self,
        ink: Ink,
        question: str,
        proposal: str = "",
        placeholder: str = "",
        *,
        problem: str = "",
        or_nothing: bool = False,
        read: Callable[[str], Parts] | None = None,
        go_on: bool = False,
        left: Callable[[str], None] | None = None,
        choices: Sequence[Choice] = (),
    ) -> None:
        super().__init__(ink, ())
        self._choices = {each.key: each for each in choices}
        self._question, self._proposal, self._placeholder = question, proposal, placeholder
        self._problem, self._or_nothing, self._read = problem, or_nothing, read
        self._go_on, self._left = go_on, left
        self._air = LinePicture(ink, Row())
        self._understood = ReadingView(ink, told(problem, wrong=True))

    def title_rows(self, width: int) -> Sequence[Row]:
        """The question."""
        return question(self._question, width)

    def compose_body(self) -> Iterable[Widget]:
        yield self._air
        with Horizontal():
            yield LinePicture(self.ink, Row(2).put(f"{self.ink.marks.pointer} ", "accent strong"), snug=True)
            chosen = not (self._problem or self._go_on)  # what is to be mended is not to be typed anew
            yield LineInput(self._proposal, self._placeholder, select_on_focus=chosen)
        yield self._understood

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Its keys, and the choices beside the line."""
        return (*self.KEYS, *(each.typed for each in self._choices.values()))

    def on_mount(self) -> None:
        self._air.display = self._understood.rows_wanted == 1
        planner_of(self.app).hand_keys_to(self.query_one(Input))

    @on(Input.Changed)
    def _input_changed(self, event: Input.Changed) -> None:
        """Read along; a problem that was said stays until it is typed at. A choice's key alone is that choice."""
        event.stop()
        if event.value in self._choices:
            with self.prevent(Input.Changed):
                self.query_one(Input).value = ""
            self.action_choose(event.value)
            return
        if beside := self._choices.get(figure_of(event.value)):  # it may begin a word: Enter says that it does not
            self._understood.show(told(beside.words, wrong=False))
        elif self._read and not (self._problem and event.value == self._proposal):
            self._understood.show(self._read(event.value) if event.value.strip() else ())
            self._air.display = self._understood.rows_wanted == 1  # a long reading takes the blank row first

    async def action_submit(self) -> None:
        """As Enter in the line does."""
        await self.query_one(Input).action_submit()

    def action_choose(self, sign: str) -> None:
        """Take a choice, and go on asking."""
        choice = self._choices.pop(sign)
        self._choices = {key: each for key, each in self._choices.items() if not each.of or each.of != choice.of}
        self.call_later(self._take, choice)
        self.show_keys()
        self._understood.show(told(choice.words, wrong=False))

    async def _take(self, choice: Choice) -> None:
        """Take it; what keeps it from being taken is said, and it can be taken again."""
        try:
            if isawaitable(done := choice.take()):
                await done
        except PlannerError as wrong:
            self._choices[choice.key] = choice
            self.show_keys()
            self._understood.show(told(str(wrong), wrong=True))

    @property
    def open_choices(self) -> tuple[Choice, ...]:
        """The choices that are not taken."""
        return tuple(self._choices.values())

    def action_leave(self) -> None:
        """Leave, and tell what was typed."""
        if self._left:
            self._left(self.query_one(Input).value)
        super().action_leave()

    @on(Input.Submitted)
    def _input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        event.stop()
        answer = event.value.strip()
        if (figure := figure_of(answer)) in self._choices:
            with self.prevent(Input.Changed):
                self.query_one(Input).value = ""
            self.action_choose(figure)
            return
        self.dismiss(answer if answer or self._or_nothing else None)
