"""Columns of text in a terminal: how wide a text is, and how wide the page."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable

#: The widest a name may be in a table.
NAME_WIDTH = 28


def cells(text: str) -> int:
    """The cells a text takes: two for wide characters, none for combining ones."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def padded(text: str, width: int) -> str:
    """``text`` cut with … or filled up to exactly ``width`` cells."""
    if cells(text) > width:
        while cells(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - cells(text))


def name_width(names: Iterable[str], beside: int = 0) -> int:
    """The cells that names take, fewer on a narrow terminal where ``beside`` many more stand on their line."""
    room = max(8, columns() - beside) if beside else NAME_WIDTH
    return min(NAME_WIDTH, room, max([8, *map(cells, names)]))


def columns() -> int:
    """The width to print for: ``COLUMNS``, else the terminal's, else 80."""
    text = os.environ.get("COLUMNS", "")
    if text.isdecimal() and int(text):
        return int(text)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return 80
