"""A heading: the title of what stands under it, and the keys that act on that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from planner.domain.words import say

from .draw_footer import Hint
from .draw_marks import Marks
from .draw_paragraph import paragraph
from .draw_row import Row, literal
from .key_words import key_words

INDENT = 2
#: The least between a panel's title and its keys, and what is between two of them.
GAP, BETWEEN = 4, 2


def heading(title: str, hints: Iterable[Hint] = (), width: int = 10_000) -> Row:
    """The title with its keys, as far as they have room in ``width`` cells; the first may stand there without what it
    does, which is mostly what the title says."""
    return with_keys(Row(INDENT).put(title, "dim strong"), hints, width)


def ruled(title: str, width: int, marks: Marks, hints: Iterable[Hint] = ()) -> Row:
    """A heading that a rule goes on from, to the end of ``width`` cells."""
    row = heading(title, hints, width - INDENT).put(" ")
    return row.put(marks.rule * max(0, width - INDENT - row.cells), "rule")


def show_all() -> Row:
    """The key that shows all again, where not all is shown."""
    return Row().put(key_words("esc"), "accent", press="escape").put(f" {say('show all')}", "dim", press="escape")


def question(asked: str, width: int) -> list[Row]:
    """A question as a panel's title: what is to be answered stands out more than what only names a list."""
    return [Row(INDENT).put(line, "text strong") for line in paragraph(asked, width - 2 * INDENT)]


def heading_rows(title: Sequence[Row], hints: Sequence[Hint], width: int) -> list[Row]:
    """A title, a panel's or a question's, with all of its keys at the right, in a column of their own where one row is
    too short for them; where they take fewer rows under the title, there. None is left out."""
    beside = key_rows(hints, width - title[0].cells - GAP - INDENT)
    under = key_rows(hints, width - 2 * INDENT)
    column = width - INDENT - max(row.cells for row in beside)
    if len(title) > 1 or column < title[0].cells + GAP or len(beside) > max(1, len(under)):
        return [*(row.fitted(width) for row in title), *(Row(INDENT).extend(row).fitted(width) for row in under)]
    first, *others = beside
    rows = [Row().extend(title[0]).to(column).extend(first), *(Row(column).extend(row) for row in others)]
    return [row.fitted(width) for row in rows]


def with_keys(row: Row, hints: Iterable[Hint], width: int) -> Row:
    """A row that goes on with keys, as far as they have room in ``width`` cells."""
    for number, hint in enumerate(hints):
        whole = BETWEEN + _cells(hint)
        if row.cells + (whole if number else BETWEEN + cell_len(hint.shown)) >= width:
            break
        fits = row.cells + whole < width
        _put(row.put(" " * BETWEEN), hint if fits else hint._replace(label=""))
    return row


def beside_and_under(title: str, hints: Sequence[Hint], width: int) -> tuple[Sequence[Hint], Sequence[Hint]]:
    """Of the keys of a title those that have room beside it, with what they do, and those that are to stand on a row
    of their own."""
    cells = INDENT + cell_len(literal(title))
    for number, hint in enumerate(hints):
        cells += BETWEEN + _cells(hint)
        if cells >= width:
            return hints[:number], hints[number:]
    return hints, ()


def key_rows(hints: Sequence[Hint], width: int) -> list[Row]:
    """All of the keys, on as many rows as they need."""
    rows = [Row()]
    for hint in hints:
        if rows[-1].cells and rows[-1].cells + BETWEEN + _cells(hint) > width:
            rows.append(Row())
        _put(rows[-1].put(" " * BETWEEN if rows[-1].cells else ""), hint)
    return rows


def _cells(hint: Hint) -> int:
    return _put(Row(), hint).cells


def _put(row: Row, hint: Hint) -> Row:
    """A key and what it does; a click on either presses it."""
    row.put(hint.shown, "accent", press=hint.key)
    return row.put(f" {hint.label}" if hint.label else "", "dim", press=hint.key)
