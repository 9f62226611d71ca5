"""Changing an entry on a screen: its line in a bar, read along as one types."""

from __future__ import annotations

from planner.domain.entry import Entry
from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import told
from planner.domain.week import Week
from planner.domain.words import say
from planner.tui.log.edit_bar import EditBar
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen


class LineEditing(PlannerScreen):
    """A screen that can change an entry in a bar. A line left by mistake is offered again for the same entry."""

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._left_lines: dict[str, str] = {}  # by entry id

    def changed(self, entry: Entry) -> None:
        """An entry is another now."""

    async def edit(self, entry: Entry) -> None:
        """Open the bar with an entry's line."""
        bar = EditBar(self.ink, entry, self._left_lines.get(entry.id) or self.desk.line_of(entry))
        await self.foot.open(bar)
        self._read(bar)

    def _read(self, bar: EditBar) -> None:
        reading = self.desk.read_anew(bar.entry, bar.text)
        bar.show_reading(self.desk.reading_parts(reading, bar.entry.id))

    @property
    def _bar(self) -> EditBar:
        bar = self.foot.bar
        assert isinstance(bar, EditBar)
        return bar

    def on_quick_log_bar_edited(self) -> None:
        """Read along."""
        self._read(self._bar)

    def on_quick_log_bar_completion_asked(self, event: EditBar.CompletionAsked) -> None:
        """Complete the word under way."""
        self._bar.offer(self.desk.complete(event.text), event.step)

    def on_quick_log_bar_confirmed(self, event: EditBar.Confirmed) -> None:
        """Change the entry; what is wrong with the line stays in sight, and so does the line."""
        bar = self._bar
        problem = self.desk.read(event.text).problem
        if problem:
            bar.show_reading(told(str(problem), wrong=True))
            return
        entry = bar.entry
        try:
            change = self.desk.edit_line(entry.id, event.text)
        except PlannerError as refused:
            bar.show_reading(told(str(refused), wrong=True))
            return
        self._left_lines.pop(entry.id, None)
        self.foot.close()
        self.made(change)
        if change.entry:
            self.changed(change.entry)

    def on_quick_log_bar_left(self, event: EditBar.Left) -> None:
        """Leave the entry as it was, and keep what was typed."""
        entry = self._bar.entry
        self.foot.close()
        if event.text == self.desk.line_of(entry):
            self._left_lines.pop(entry.id, None)
            self.tell(Notice())
        else:
            self._left_lines[entry.id] = event.text
            self.tell(Notice(say("The entry is as it was; what you typed is kept."), role="accent"))
