"""A heading: the title of what stands under it, and the keys that act on that."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from planner.domain.words import say

from .draw_footer import Hint
from .draw_marks import Marks
from .draw_row import Row, literal
from .key_words import key_words

INDENT = 2


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


def with_keys(row: Row, hints: Iterable[Hint], width: int) -> Row:
    """A row that goes on with keys."""
    for number, hint in enumerate(hints):
        words = f" {hint.label}" if hint.label else ""
        key, whole = 2 + cell_len(hint.shown), 2 + cell_len(literal(f"{hint.shown}{words}"))
        if row.cells + (whole if number else key) >= width:
            break
        row.put("  ").put(hint.shown, "accent", press=hint.key)
        if row.cells + cell_len(literal(words)) < width:
            row.put(words, "dim", press=hint.key)
    return row
