"""A text of any length in lines."""

from __future__ import annotations

from .draw_row import wrap


def paragraph(text: str, width: int) -> list[str]:
    """``text`` broken at blanks into as many lines of at most ``width`` cells as it needs."""
    return [line for line in wrap(text, max(1, width), len(text) + 1) if line]
