"""The entries of one day in one group, to be looked through from the cloth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding

from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings

from ..widgets.panel import Panel, PanelPicture
from ..widgets.wheel import Wheel
from .draw_cell import cell_rows

#: What may be answered: an act, and the id of the entry it is done to ("" to log another).
Answer = tuple[str, str]

#: Entries that are in sight at once.
SIGHT = 8
#: Rows above them: the rule, the title, a blank one.
ABOVE = 3


class CellPanel(Wheel, Panel[Answer]):
    """Answers with what to do with which entry; None when it is left."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter,e", "enter", "act('edit')", lambda: say("change"), lambda: say("Change the entry, or settle it"), 1),
        Key("d,delete", "d", "act('remove')", lambda: say("remove"), lambda: say("Remove the entry"), 2),
        Key("c", "c", "log('contribution')", lambda: say("contribute"), lambda: say("Log a contribution"), 3),
        Key("m", "m", "log('meeting')", lambda: say("meet"), lambda: say("Log a meeting"), 4),
        Key("w", "w", "log('watching')", lambda: say("watch", context="to do so"), lambda: say("Log watching"), 5),
        Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The entry above")),
        Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The entry below")),
        *ENDS,
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("cell", KEYS)
    ABOUT = About(
        lambda: say("One day in one group"),
        lambda: say(
            "What was logged on that day in that group, one entry a row. "
            "Change or remove one, or log another on the same day."
        ),
    )

    def __init__(self, ink: Ink, title: str, entries: Sequence[Entry], names: dict[str, str], width: int) -> None:
        self._title, self._entries, self._names, self._width = title, entries, names, width
        self._at = self._first = 0
        super().__init__(ink, self._drawn(ink))

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Without entries nothing can be changed."""
        return self.KEYS if self._entries else self.KEYS[2:5]

    def _drawn(self, ink: Ink) -> list[Row]:
        self._first = first_in_sight(self._first, self._at, SIGHT, len(self._entries))
        shown = self._entries[self._first : self._first + SIGHT]
        rows = cell_rows(shown, self._at - self._first, self._names, self._width, ink.marks)
        title = Row(2).put(self._title, "text strong")
        if len(self._entries) > SIGHT:
            title.put(f"  {say('{n} of {count}', n=self._at + 1, count=len(self._entries))}", "dim")
        return [title, Row(), *(rows or [Row(2).put(say("Nothing here yet."), "dim")])]

    def action_move(self, rows: int) -> None:
        """Choose another entry."""
        self._at = max(0, min(self._at + rows, len(self._entries) - 1))
        self.query_one(PanelPicture).show(self._drawn(self.ink))

    def action_act(self, act: str) -> None:
        """Answer with what is to be done with the chosen entry."""
        self.dismiss((act, self._entries[self._at].id))

    def action_log(self, kind: str) -> None:
        """Answer that another one of a kind is to be logged there."""
        self.dismiss((Kind(kind).value, ""))

    def on_click(self, event: events.Click) -> None:
        """A click chooses; one on the chosen entry changes it."""
        row = event.screen_y - self.query_one(PanelPicture).region.y - ABOVE + self._first
        if 0 <= row < len(self._entries):
            if row == self._at:
                self.action_act("edit")
            else:
                self.action_move(row - self._at)
