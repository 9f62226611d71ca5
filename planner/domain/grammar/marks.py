"""Marks: how much of something there is, from 0 to 3."""

from __future__ import annotations

from ..errors import Misread
from ..texts import shown
from ..words import say

#: How one writes that nothing is known.
UNKNOWN = ("", "-", "–")


def read_mark(text: str) -> int | None:
    """A mark from 0 to 3; a dash or nothing takes it back. Raises Misread."""
    if text.strip() in UNKNOWN:
        return None
    if text.strip() not in ("0", "1", "2", "3"):
        raise Misread(say("“{text}” is no mark; write 0, 1, 2 or 3.", text=shown(text)))
    return int(text)
