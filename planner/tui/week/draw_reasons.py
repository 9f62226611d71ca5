"""The two reasons of a week's level, each in words and with its forecast as a strip against its limit."""

from __future__ import annotations

from planner.domain.drift.drift import Drift
from planner.domain.drift.reasons import balance_words, cap_words
from planner.domain.level import Level
from planner.domain.words import say

from ..widgets.draw_gauge import share_of
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, wrap

INDENT = 2
LONGEST = 60  # cells that a strip takes at most


def reasons(drift: Drift, width: int, marks: Marks) -> list[Row]:
    """Cap and balance under each other."""
    cap = _reason_rows(say("Cap: {told}.", told=cap_words(drift)), drift.cap_level, width)
    room = min(LONGEST, width - 3 * INDENT)
    if drift.cap is not None and drift.forecast:
        cap.append(_strip(drift.forecast, drift.cap, drift.cap_level, room, marks))
    balance = drift.balance
    rows = _reason_rows(say("Balance: {told}.", told=balance_words(drift)), balance.level, width)
    if balance.limit is not None and balance.share:
        rows.append(_strip(balance.share, balance.limit, balance.level, room, marks))
    return [*cap, *rows]


def _reason_rows(words: str, level: Level, width: int) -> list[Row]:
    role = "text" if level is Level.BALANCED else f"{level.word} strong"
    return [Row(INDENT).put(line, role) for line in wrap(words, width - 3 * INDENT, 3) if line]


def _strip(figures: tuple[float, float, float], limit: float, level: Level, room: int, marks: Marks) -> Row:
    return Row(INDENT).extend(strip(figures, limit, room, marks, level.word))


def strip(figures: tuple[float, float, float], limit: float, width: int, marks: Marks, role: str) -> Row:
    """A forecast against the ``limit`` it is held to: its low, median and high ``figures``, and the limit's mark.

    What lies past the mark has the level's ``role``.
    """
    scale = max(figures[2], limit * 4 / 3, 0.001)
    whole = round(1000 * scale)
    first, middle, last, post = (share_of(round(1000 * part), whole, width - 1) for part in (*figures, limit))
    row = Row()
    for cell in range(width):
        past = role if cell > post else "watching"
        if cell == post:
            row.put(marks.cap, "text strong")
        elif cell == middle:
            row.put(marks.warm, past)
        elif first <= cell <= last:
            row.put(marks.filled, past)
        else:
            row.put(marks.unfilled, "dim")
    return row
