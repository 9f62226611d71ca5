"""The box of what is found: sections of rows, what was typed underlined in them, keys at the right."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.grammar.findable import Sort, Thing, matched
from planner.domain.value import NamedTuple
from planner.domain.words import say

from ..widgets.draw_footer import Hint, footer, in_footer
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, clip, ellipsis, literal

GAP = 2
#: Cells that what stands beside a name should have, or it does not stand there.
BESIDE = 6


class Part(NamedTuple):
    """A section as it is shown: its title, its things, and how many there are ``of`` that sort, or
    ``more``."""

    title: str
    things: tuple[Thing, ...]
    of: int
    more: bool = False


def title_of(sort: Sort) -> str:
    """What things of a sort stand under."""
    return {
        Sort.ACTION: say("ACTIONS"),
        Sort.GROUP: say("GROUPS"),
        Sort.PERSON: say("PEOPLE"),
        Sort.COMPANY: say("COMPANIES"),
        Sort.WEEK: say("WEEKS"),
        Sort.NOTE: say("NOTES"),
        Sort.SETTING: say("SETTINGS"),
        Sort.THEME: say("THEMES"),
    }[sort]


def found_rows(parts: Sequence[Part], typed: str, at: int, width: int, marks: Marks) -> tuple[list[Row], int]:
    """The rows of all parts in ``width`` cells, and the place of the chosen thing, the ``at``-th of all."""
    rows: list[Row] = []
    place = number = 0
    for part in parts:
        if rows:
            rows.append(Row())
        head = Row(GAP).put(part.title, "dim strong")
        if part.of > len(part.things):
            count = say("{count} and more", count=part.of) if part.more else part.of
            head.put(f"  {say('{n} of {count}', n=len(part.things), count=count)}", "dim")
        rows.append(head)
        for thing in part.things:
            if number == at:
                place = len(rows)
            rows.append(_thing_row(thing, typed, width, marks, chosen=number == at))
            number += 1
    return rows, place


def _thing_row(thing: Thing, typed: str, width: int, marks: Marks, *, chosen: bool) -> Row:
    right = literal(thing.right)
    room = width - GAP - (cell_len(right) + GAP if right else 0)
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(GAP)
    left = room - _put_matched(row, literal(thing.words), typed, "text strong" if chosen else "text", room)
    if thing.beside and left >= GAP + BESIDE:
        _put_matched(row.put("  "), literal(thing.beside), typed, "dim", left - GAP)
    if right:
        row.right(width, right, "accent" if thing.sort is Sort.ACTION else "dim")
    row = row.fitted(width)
    return row.marked("chosen") if chosen else row


def _put_matched(row: Row, text: str, typed: str, role: str, room: int) -> int:
    """Add a text in at most so many cells, what was typed underlined in it; the cells it takes."""
    before, pieces = row.cells, matched(text, typed)
    for number, (piece, is_typed) in enumerate(pieces, 1):
        left, goes_on = room - (row.cells - before), number < len(pieces)
        fits = cell_len(piece) + goes_on <= left
        row.put(piece if fits else clip(f"{piece}{ellipsis()}", left), f"{role} under" if is_typed else role)
        if not fits:
            break
    return row.cells - before


def in_box(row: Row, width: int, marks: Marks) -> Row:
    """A row between the sides of a box."""
    inner = Row().put(f"{marks.side} ", "rule").extend(row.fitted(width - 4))
    return inner.put(f" {marks.side}", "rule")


def top(title: str, said: str, width: int, marks: Marks) -> Row:
    """The upper edge of a box, with its title, and what there is to say on the right."""
    row = Row().put(f"{marks.corners[0]}{marks.rule} ", "rule").put(title, "dim strong").put(" ")
    end = width - 1 - (cell_len(said) + 3 if said else 0)
    row.put(marks.rule * max(0, end - row.cells), "rule")
    if said:
        row.put(" ").put(said, "dim").put(" ").put(marks.rule, "rule")
    return row.put(marks.corners[1], "rule")


def keys_at_bottom(hints: Sequence[Hint], width: int) -> list[Hint]:
    """Those of the keys that have room on a box's lower edge."""
    return in_footer(hints, width - 4)


def bottom(hints: Sequence[Hint], width: int, marks: Marks) -> Row:
    """The lower edge of a box, with the keys that work."""
    keys = footer(keys_at_bottom(hints, width), width - 4)
    shown = Row()
    for piece in keys.pieces[1:]:  # without its indent
        shown.put(piece.text, piece.role)
    text = shown.text.rstrip()
    while shown.pieces and not shown.pieces[-1].text.strip():
        shown.cells -= cell_len(shown.pieces[-1].text)
        shown.pieces.pop()
    row = Row().put(f"{marks.corners[2]}{marks.rule} ", "rule").extend(shown).put(" " if text else "")
    return row.put(marks.rule * max(0, width - 1 - row.cells), "rule").put(marks.corners[3], "rule")


def middle(width: int, marks: Marks) -> Row:
    """A line across a box."""
    return Row().put(f"{marks.side} ", "rule").put(marks.rule * (width - 4), "rule").put(f" {marks.side}", "rule")
