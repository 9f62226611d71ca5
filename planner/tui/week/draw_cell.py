"""A day's entries in one group, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.domain import words
from planner.domain.entry import Entry
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row


def cell_rows(entries: Sequence[Entry], at: int, names: Mapping[str, str], width: int, marks: Marks) -> list[Row]:
    """A row for each entry, the ``at``-th chosen."""
    rows = []
    for number, entry in enumerate(entries):
        chosen = number == at
        row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(2)
        row.put(words.clock(entry.start), "dim").right(13, words.minutes(entry.minutes), "text")
        row.put("" if entry.confirmed else "?", "accent strong").to(15).put(marks.of(entry.kind), entry.kind.value)
        people = ", ".join(names.get(id_, id_) for id_ in entry.people)
        told = say("; ").join(filter(None, (people, entry.note))) or say(entry.kind.value)
        row.put(" ").put(told, "text strong" if chosen else "text", width - 19).fitted(width)
        rows.append(row.marked("chosen") if chosen else row)
    return rows
