"""A group's sheet: every field with what it holds."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.book import Book
from planner.domain.group import Group
from planner.domain.group_fields import FIELDS, MARKS, Field
from planner.domain.words import say

from .marks import Marks
from .row import Row

INDENT = 2
GAP = 3

#: Fields that begin another part of the sheet, told apart by a blank row where there is room.
PARTS = ("name", "fit.trade", "upkeep", "objectives", "platform", "since", "next_look")


def sheet_row(field: Field, group: Group, book: Book, width: int, marks: Marks, *, chosen: bool) -> Row:
    """One field; the chosen one says how it is changed."""
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(INDENT)
    row.put(field.label(), "text" if chosen else "dim").to(label_width())
    hint = _hint(field) if chosen else Row()
    room = width - row.cells - INDENT - (hint.cells + GAP if hint.cells else 0)
    if field.is_mark:
        row.extend(_mark(field.value(group), marks))
    else:
        said = field.said(group, book)
        row.put(said or marks.none, ("text strong" if chosen else "text") if said else "dim", max(1, room))
    row.to(width - INDENT - hint.cells).extend(hint)
    return row.fitted(width).marked("chosen") if chosen else row.fitted(width)


def label_width() -> int:
    """Where what the fields hold begins."""
    return INDENT + max(cell_len(field.label()) for field in FIELDS) + GAP


def sheet_rows(airy: bool) -> list[int | None]:
    """The rows of a sheet: fields by their place, and None for a blank one where it is ``airy``."""
    rows: list[int | None] = []
    for place, field in enumerate(FIELDS):
        rows += [None] if airy and field.name in PARTS else []
        rows.append(place)
    return rows


def _mark(mark: int, marks: Marks) -> Row:
    most = MARKS[-1]
    row = Row().put(f"{mark}  ", "text strong" if mark else "dim")
    return row.put(marks.filled * mark, "text").put(marks.unfilled * (most - mark), "rule")


def _hint(field: Field) -> Row:
    if field.is_mark:
        return Row().put("0-3", "accent")
    key = Row().put("enter", "accent")
    return key.put(f" {say('next') if field.choices else say('write')}", "dim")
