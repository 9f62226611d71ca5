"""Changing an entry on a screen: its line in a bar, read along as one types."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.entry import Entry
from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import told
from planner.domain.words import say
from planner.tui.log.edit_bar import EditBar
from planner.tui.widgets.draw_notice import Notice

from ..actions.quick_log import QuickLogBar
from ..widgets.screen import PlannerScreen


class LineEditing:
    """Changes an entry in a bar, and hands it on as it is then. A line left by mistake is offered again for the same
    entry."""

    _entry: Entry  # what is changed

    def __init__(self, screen: PlannerScreen, changed: Callable[[Entry], None]) -> None:
        self._screen, self._changed = screen, changed
        self._left_lines: dict[str, str] = {}  # by entry id

    async def edit(self, entry: Entry) -> None:
        """Open the bar with an entry's line."""
        line = self._left_lines.get(entry.id) or self._screen.desk.line_of(entry)
        self._entry = entry
        bar = EditBar(self._screen.ink, self, None, "", line, "")
        await self._screen.foot.open(bar)
        self.edited(bar, line)

    # What the bar asks

    def edited(self, bar: QuickLogBar, text: str) -> None:
        """Read along."""

        def read() -> None:
            reading = self._screen.desk.read_anew(self._entry, text)
            bar.show_reading(self._screen.desk.reading_parts(reading, self._entry))

        self._screen.attempt(read)

    def complete(self, bar: QuickLogBar, text: str, step: int) -> None:
        """Complete the word under way."""
        bar.offer(self._screen.desk.complete(text), step)

    def confirmed(self, bar: QuickLogBar, text: str) -> None:
        """Change the entry; what is wrong with the line stays in sight, and so does the line."""
        problem = self._screen.desk.read(text).problem
        if problem:
            bar.show_reading(told(str(problem), wrong=True))
            return
        try:
            change = self._screen.desk.edit_line(self._entry.id, text)
        except PlannerError as refused:
            bar.show_reading(told(str(refused), wrong=True))
            return
        self._left_lines.pop(self._entry.id, None)
        self._screen.foot.close()
        self._screen.made(change)
        if change.entry:
            self._changed(change.entry)

    def left(self, _bar: QuickLogBar, text: str) -> None:
        """Leave the entry as it was, and keep what was typed."""
        entry = self._entry
        self._screen.foot.close()
        if text == self._screen.desk.line_of(entry):
            self._left_lines.pop(entry.id, None)
            self._screen.tell(Notice())
        else:
            self._left_lines[entry.id] = text
            self._screen.tell(Notice(say("The entry is as it was; what you typed is kept."), role="accent"))
