"""The entries of one day in one group, to be looked through from the cloth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings

from ..widgets.list_panel import ListPanel
from .draw_cell import entry_rows

#: What may be answered: an act, and the id of the entry it is done to ("" to log another).
Answer = tuple[str, str]


class CellPanel(ListPanel[Answer]):
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

    def __init__(self, ink: Ink, title: str, entries: Sequence[Entry], names: dict[str, str]) -> None:
        self._title, self._entries, self._names = title, entries, names
        super().__init__(ink, len(entries))

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Without entries nothing can be changed."""
        return self.KEYS if self._entries else self.KEYS[2:5]

    def title_row(self) -> Row:
        """The group and the day."""
        return Row(2).put(self._title, "text strong")

    def none_words(self) -> str:
        """Nothing was logged."""
        return say("Nothing here yet.")

    def item_rows(self, number: int, width: int, *, chosen: bool) -> list[Row]:
        """An entry."""
        return entry_rows(self._entries[number], self._names, width, self.ink.marks, chosen=chosen)

    def chosen_clicked(self) -> None:
        """Change the entry."""
        self.action_act("edit")

    def action_act(self, act: str) -> None:
        """Answer with what is to be done with the chosen entry."""
        self.dismiss((act, self._entries[self._at].id))

    def action_log(self, kind: str) -> None:
        """Answer that another one of a kind is to be logged there."""
        self.dismiss((Kind(kind).value, ""))
