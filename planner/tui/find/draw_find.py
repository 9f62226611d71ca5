"""The box of what is found: sections of rows, what was typed underlined in them, keys at the right."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.grammar.findable import Sort, Thing, matched
from planner.domain.value import NamedTuple
from planner.domain.words import say

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import key_rows
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, clip, ellipsis, literal

GAP = 2
#: Cells that what stands beside a name should have, or it does not stand there.
BESIDE = 6
#: Cells at the end of an edge that nothing is written in: a blank, some of the rule, the corner.
EDGE = 3


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


def top(title: str, hints: Sequence[Hint], width: int, marks: Marks) -> list[Row]:
    """The upper edge of a box, with its title, and on the right the keys that work; where these are too long for it,
    they stand in a row under it."""
    row = Row().put(f"{marks.corners[0]}{marks.rule} ", "rule").put(title, "dim strong").put(" ")
    keys = key_rows(hints, width - 2 * GAP)
    if len(keys) == 1 and row.cells + keys[0].cells + EDGE < width:
        return [_edge(row, Row(1).extend(keys[0]), marks.corners[1], width, marks)]
    return [_edge(row, Row(), marks.corners[1], width, marks), *(in_box(each, width, marks) for each in keys)]


def bottom(said: str, width: int, marks: Marks) -> Row:
    """The lower edge of a box, with what there is to say on the right."""
    words = Row().put(f" {said}" if said else "", "dim")
    return _edge(Row().put(marks.corners[2], "rule"), words, marks.corners[3], width, marks)


def _edge(row: Row, words: Row, corner: str, width: int, marks: Marks) -> Row:
    """An edge as far as its corner, with what stands in it on the right."""
    end = Row().extend(words)
    end.put(f" {marks.rule}" if words.cells else "", "rule").put(corner, "rule")
    return row.put(marks.rule * (width - row.cells - end.cells), "rule").extend(end)


def middle(width: int, marks: Marks) -> Row:
    """A line across a box."""
    return Row().put(f"{marks.side} ", "rule").put(marks.rule * (width - 4), "rule").put(f" {marks.side}", "rule")
