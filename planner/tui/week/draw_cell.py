"""An entry of one day in one group, as rows of a list."""

from __future__ import annotations

from collections.abc import Mapping

from planner.domain import words
from planner.domain.entry import Entry
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, pointed, wrap

#: Where its words begin, and the rows that they take at most.
WORDS, MOST = 17, 4


def entry_rows(entry: Entry, names: Mapping[str, str], width: int, marks: Marks, *, chosen: bool) -> list[Row]:
    """When it was, its length and kind, and its people and words on as many rows as they need."""
    row = Row(2).put(words.clock(entry.start), "dim").right(13, words.minutes(entry.minutes), "text")
    row.put("" if entry.confirmed else "?", "accent strong").to(15).put(marks.of(entry.kind), entry.kind.value)
    people = ", ".join(names.get(id_, id_) for id_ in entry.people)
    told = say("; ").join(filter(None, (people, entry.note))) or say(entry.kind.value)
    first, *others = [line for line in wrap(told, width - WORDS - 2, MOST) if line]
    role = "text strong" if chosen else "text"
    rows = [row.to(WORDS).put(first, role), *(Row(WORDS).put(line, role) for line in others)]
    return pointed(rows, marks.pointer, width) if chosen else [row.fitted(width) for row in rows]
