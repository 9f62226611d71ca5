"""The week's cloth, with a chosen cell. It scrolls so that the chosen row is always seen."""

from __future__ import annotations

from textual import events
from textual.message import Message

from planner.domain.weeks.report import WeekReport
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.tui.actions.draw_cloth import Cloth, Spot, cloth, detail
from planner.tui.widgets.draw_beginning import Ways, beginning
from planner.tui.widgets.draw_more import more
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import named

from ..widgets.wheel import Turning


class ClothView(Turning):
    """Draws a report's cloth; says which cell was clicked."""

    class CellClicked(Message):
        """A cell was clicked; ``again`` when it was the chosen one already. ``day`` is None beside the days."""

        def __init__(self, row: int, day: int | None, *, again: bool) -> None:
            self.row, self.day, self.again = row, day, again
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._report: Report | None = None
        self._spot = Spot()
        self._airy = self._with_detail = False
        self._empty = ""
        self._ways: Ways = ()
        self._first = 0  # the first row in sight
        self._drawn_cloth: Cloth | None = None

    def begin(self, empty: str, ways: Ways) -> None:
        """What to say of a week without groups, and the keys that lead on with what they do."""
        self._empty, self._ways = empty, ways

    def show(self, report: Report, spot: Spot, *, airy: bool, with_detail: bool) -> None:
        """Show a week with its chosen cell."""
        self._report, self._spot, self._airy, self._with_detail = report, spot, airy, with_detail
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        if self._report is None:
            return []
        marks = self.ink.marks
        line = rule(width, marks.rule)
        if isinstance(self._report, UnreadReport):
            return [*self._names(self._report, width, height - 1), line]
        if not self._report.lines:
            return [*self._beginning(width, height - 1), line]
        drawn = self._drawn_cloth = cloth(self._report, width, self._spot, marks, named(self, "week.plan"))
        return [*self._body(drawn, width, height - 1), line]

    def _beginning(self, width: int, height: int) -> list[Row]:
        """What a week without groups begins with, and the keys for it: exactly ``height`` rows."""
        rows = beginning(self._empty, self._ways, width)
        return rows[:height] + [Row()] * (height - len(rows))

    def _names(self, report: UnreadReport, width: int, height: int) -> list[Row]:
        """The groups to log in, of a week whose figures are not known: exactly ``height`` rows."""
        self._drawn_cloth = None
        sight = max(1, height - 1)
        self._first = first_in_sight(self._first, self._spot.row, sight, len(report.groups))
        rows = [Row()]
        for number, group in list(enumerate(report.groups))[self._first : self._first + sight]:
            chosen = number == self._spot.row
            row = Row().put(f"{self.ink.marks.pointer} " if chosen else "", "accent strong").to(2)
            row.put(f"{number + 1} " if number < 9 else "  ", "dim")
            row.put(group.name, "text strong" if chosen else "text", width - row.cells - 2)
            row = row.fitted(width)
            rows.append(row.marked("chosen") if chosen else row)
        return rows[:height] + [Row()] * (height - len(rows))

    def _body(self, drawn: Cloth, width: int, height: int) -> list[Row]:
        """Heading, the rows in sight, the foot, and the chosen group in words: exactly ``height`` rows."""
        assert isinstance(self._report, WeekReport)
        sight = self._sight(height)
        self._scroll_to_spot(sight)
        seen = drawn.rows[self._first : self._first + sight]
        below = len(drawn.rows) - self._first - len(seen)
        foot = drawn.foot
        if self._first or below:
            foot = more(self._first, below, self.ink.marks).extend_from(foot, drawn.columns.days_start)
        between = [Row()] if self._airy else []
        rows = [*between, drawn.heading, *between]
        for row in seen:
            rows += [row, *between]
        rows.append(foot)
        if self._with_detail:
            line = self._report.lines[self._spot.row]
            rows += [*between, detail(line, drawn.columns, width, self.ink.marks)]
        return rows[:height] + [Row()] * (height - len(rows))

    def _sight(self, height: int) -> int:
        """How many groups' rows fit in ``height``."""
        if self._airy:
            return max(1, (height - 5 - 2 * self._with_detail) // 2 + 1)
        return max(1, height - 2 - self._with_detail)

    def _scroll_to_spot(self, sight: int) -> None:
        assert self._report is not None
        self._first = first_in_sight(self._first, self._spot.row, sight, len(self._report.lines))

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row or a cell; on the chosen cell it asks to log there."""
        event.stop()
        if self._report is None or self._drawn_cloth is None:
            return
        y = event.y - (3 if self._airy else 1)
        row = self._first + (y // 2 if self._airy else y)
        sight = self._sight(self.size.height - 1)
        if y < 0 or (self._airy and y % 2) or row >= min(self._first + sight, len(self._report.lines)):
            return
        day = self._drawn_cloth.day_at(event.x)
        self.post_message(self.CellClicked(row, day, again=Spot(row, -1 if day is None else day) == self._spot))
