"""The sheet of a group or a person: every field with what it holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from rich.cells import cell_len

from planner.domain.book import Book
from planner.domain.grammar.fields import MARKS, Field
from planner.domain.value import NamedTuple
from planner.domain.words import say

from .draw_marks import Marks
from .draw_paragraph import paragraph
from .draw_row import Row
from .key_words import key_words

INDENT = 2
GAP = 3


class SheetLook(NamedTuple):
    """A thing in its book, with the fields that are shown of it; those of ``parts`` begin another part."""

    thing: Any
    book: Book
    fields: Sequence[Field]
    parts: Sequence[str]
    #: What is said of the chosen field beneath them all, in whole sentences; "" for nothing.
    told: Callable[[Field], str] = lambda field: ""  # noqa: ARG005
    #: The names of the fields whose values are chosen from a list that Enter opens.
    listed: Collection[str] = ()

    @property
    def label_width(self) -> int:
        """Where what the fields hold begins."""
        return INDENT + max(cell_len(field.label()) for field in self.fields) + GAP

    def rows(self, *, airy: bool) -> list[int | None]:
        """The rows of a sheet: fields by their place, and None for a blank one where it is ``airy``."""
        rows: list[int | None] = []
        for place, field in enumerate(self.fields):
            rows += [None] if airy and field.name in self.parts else []
            rows.append(place)
        return rows


def told_rows(look: SheetLook, at: int, width: int) -> list[Row]:
    """What is told of the field at a place, under a blank row, in as many as of any other; none where nothing is."""
    told = [paragraph(look.told(field), width - 2 * INDENT) for field in look.fields]
    most = max(map(len, told))
    rows = [Row(INDENT).put(line, "dim").fitted(width) for line in told[at]]
    return [Row(), *rows, *(Row() for _ in range(most - len(rows)))] if most else []


def sheet_row(look: SheetLook, at: int, width: int, marks: Marks, *, chosen: bool) -> Row:
    """The field at a place; the chosen one says how it is changed, where what it holds leaves room for it."""
    field = look.fields[at]
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(INDENT)
    row.put(field.label(), "text" if chosen else "dim").to(look.label_width)
    hint = _hint(field, listed=field.name in look.listed) if chosen else Row()
    room = width - row.cells - INDENT
    if field.is_mark:
        row.extend(_mark(field.value(look.thing), marks))
    else:
        said = field.said(look.thing, look.book)
        hint = hint if cell_len(said) <= room - hint.cells - GAP else Row()
        room -= hint.cells + GAP if hint.cells else 0
        row.put(said or marks.none, ("text strong" if chosen else "text") if said else "dim", max(1, room))
    row.to(width - INDENT - hint.cells).extend(hint)
    return row.fitted(width).marked("chosen") if chosen else row.fitted(width)


def _mark(mark: int | None, marks: Marks) -> Row:
    most = MARKS[-1]
    if mark is None:
        return Row().put(f"{marks.none}  ", "dim").put(marks.unfilled * most, "dim")
    row = Row().put(f"{mark}  ", "text strong" if mark else "dim")
    return row.put(marks.filled * mark, "text").put(marks.unfilled * (most - mark), "dim")


def _hint(field: Field, *, listed: bool) -> Row:
    if field.is_mark:
        return Row().put("0-3", "accent")
    key = Row().put(key_words("enter"), "accent")
    does = say("choose") if listed else say("write") if field.is_written else say("next")
    return key.put(f" {does}", "dim")
