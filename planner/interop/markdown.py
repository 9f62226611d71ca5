"""Markdown: text that stays text, and tables with pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.domain.texts import clean

Row = tuple[str, ...]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def escaped(text: str) -> str:
    """``text`` with every character that Markdown or HTML could obey made plain."""
    one_line = clean(text)  # it goes to a terminal as it stands, with names that may have been written by hand
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", _SPECIAL.sub(r"\\\1", one_line)))


def pipe_table(table: Sequence[Row], rule: str) -> str:
    """A table whose first row is its head; ``rule`` is what stands under each of its columns but the first."""
    head, *rows = [[escaped(cell) for cell in row] for row in table]
    ruled = [head, ["---", *[rule] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in ruled)
