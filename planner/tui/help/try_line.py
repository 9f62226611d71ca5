"""A quick-log line to try: it is read as the bar would read it, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import told
from planner.domain.group import Standing
from planner.domain.kinds import Kind
from planner.domain.value.contexts import suppress
from planner.domain.words import say
from planner.tui.help.draw_help import examples
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings, read_as_one

from ..actions.quick_log import BarOwner, QuickLogBar

if TYPE_CHECKING:
    from planner.desk import Desk


class TryLine(QuickLogBar, inherit_bindings=False):
    """The bar without what keeps a line: Enter leaves it as it stands, and the arrows turn through examples."""

    KEYS: ClassVar[tuple[Key, ...]] = read_as_one(
        "up down",
        lambda: say("examples"),
        lambda: say("Another example"),
        ("down", "example(1)", lambda: say("The next example")),
        ("up", "example(-1)", lambda: say("The example before")),
        rank=2,
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("try-line", KEYS)
    LETS = ("close", "turn")
    LEAST = 3

    def __init__(self, ink: Ink, desk: Desk, bar: QuickLogBar | None) -> None:
        """``bar``: the one that is in front, whose owner reads for it with the kind and the group that stand there."""
        kind, group = (bar.kind, bar.group) if bar else (None, "")
        super().__init__(ink, bar.owner if bar else _Reads(desk), kind, group, "", say("type a line"))
        self._lines = _examples_of(desk, kind, needs_group=not group)
        self._line = -1

    def action_confirm(self) -> None:
        """Nothing is kept here."""

    def action_example(self, step: int) -> None:
        """Let the next example stand in the line, to be read and changed."""
        self._line = (self._line + step) % len(self._lines) if self._line >= 0 or step > 0 else len(self._lines) - 1
        self.field.begin(self._lines[self._line])


class _Reads:
    """Reads a whole line for the bar; it is asked nothing else."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def edited(self, bar: QuickLogBar, text: str) -> None:
        try:
            parts = self._desk.reading_parts(self._desk.read(text))
        except PlannerError as problem:
            parts = told(str(problem), wrong=True)
        bar.show_reading(parts)

    def confirmed(self, bar: QuickLogBar, text: str) -> None:
        """Nothing is kept."""

    def complete(self, bar: QuickLogBar, text: str, step: int) -> None:
        """Nothing is completed: Tab turns the leaf."""

    def left(self, bar: QuickLogBar, text: str) -> None:
        """Nothing was kept."""


def _examples_of(desk: Desk, kind: Kind | None, *, needs_group: bool) -> Sequence[str]:
    """With a group of hers that is selected, and the first of her people."""
    group, person = "lyon-ux", "marie"
    with suppress(PlannerError):  # a damaged book is told of by the screen
        book = desk.book()
        person = next(iter(book.people), person)
        selected = sorted(book.groups.values(), key=lambda each: each.standing is not Standing.SELECTED)
        group = selected[0].slug if selected else group
    return examples(kind, group if needs_group else "", person)


if TYPE_CHECKING:

    def _is_what_a_bar_asks(reads: _Reads) -> BarOwner:
        return reads
