"""The line over the groups: which of them are shown, and over how many weeks they are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.domain.audit.audit import BY_STANDING, Audit
from planner.domain.audit.columns import View
from planner.domain.group import Standing
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import show_all, with_keys
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

INDENT, GAP = 2, 2

#: What can be shown: all groups, or those of one standing.
STANDINGS = (None, *BY_STANDING)


class Tab(NamedTuple):
    """One of the standings in the line: the cells that it takes, and what it is read as."""

    standing: Standing | None
    start: int
    words: str

    @property
    def stop(self) -> int:
        return self.start + len(self.words) + 2


def groups_title(  # noqa: PLR0917 - a line in its surroundings
    audit: Audit, view: View, sheet: str, width: int, marks: Marks, keys: Sequence[Hint] = ()
) -> Row:
    """One row; ``sheet`` is the name of the group whose sheet is open. The ``keys``, if they are given, change the
    chosen field of that, else they look further back and turn to another standing."""
    row = Row(INDENT).put(say("GROUPS"), "dim strong")
    if sheet:
        row.put(f"  {marks.pointer} ", "accent strong").put(sheet, "text strong", width - 16)
        return with_keys(row, keys, width).fitted(width)
    right = _right(audit, view, keys[:1])
    for tab in tabs(audit, view, width - right.cells):
        shown = tab.standing is view.standing
        row.to(tab.start).put("[" if shown else " ", "accent strong")
        row.put(tab.words, "text strong" if shown else "dim").put("]" if shown else " ", "accent strong")
    if view.text:
        row.put(f"  “{view.text}”", "text", max(1, width - right.cells - row.cells - INDENT - 2))
    turn = with_keys(Row(), keys[1:], width - row.cells - right.cells - GAP - INDENT + 1)
    return row.extend(turn).to(width - INDENT - right.cells).extend(right).fitted(width)


def tabs(audit: Audit, view: View, width: int) -> tuple[Tab, ...]:
    """The standings, as far as there are groups of them; only the one shown where there is no room for all."""
    every = tuple(_tabs(audit, STANDINGS))
    if every[-1].stop <= width - INDENT and not view.text:
        return every
    return tuple(_tabs(audit, (view.standing,)))


def _tabs(audit: Audit, standings: tuple[Standing | None, ...]) -> Iterator[Tab]:
    at = INDENT + len(say("GROUPS")) + 2
    for standing in standings:
        count = audit.count(standing)
        if count or standing is None or len(standings) == 1:
            known = "?" if audit.unread else str(count)
            tab = Tab(standing, at, f"{say(standing.value) if standing else say('all')} {known}")
            at = tab.stop + 1
            yield tab


def _right(audit: Audit, view: View, keys: Sequence[Hint]) -> Row:
    """How far back is looked; the key that shows all again, where not all are shown."""
    row = Row()
    if not view.all:
        row.extend(show_all()).put("   ", "dim")
    weeks = plural(audit.weeks, "{n} week", "{n} weeks")
    for key in keys:
        row.put(key.shown, "accent", press=key.key).put(f" {weeks}", "text", press=key.key)
    return row if keys else row.put(weeks)
