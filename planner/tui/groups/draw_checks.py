"""The two checks over the groups: what following them all would take, and whether they serve the objectives."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.audit.audit import Audit, checks_words, said_beside
from planner.domain.audit.words import beside_reality
from planner.domain.budget.budget import Reality, needed_words
from planner.domain.words import say

from ..widgets.draw_gauge import reality_bar
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, wrap

INDENT = 2
SHORTEST_BAR, LONGEST_BAR = 16, 48


def checks(audit: Audit, width: int, height: int, marks: Marks) -> list[Row]:
    """The reality check as a bar and words, then as many sentences of the dispersion check as ``height`` rows allow."""
    if audit.reality is None or audit.dispersion is None:
        return [row.fitted(width) for row in _sentences(checks_words(audit), width, height)]
    rows = [_reality(audit.reality, width, marks)]
    said = said_beside(audit)
    if height > 1 and said:
        rows += _sentences(said, width, height - 1)
    return [row.fitted(width) for row in rows]


def sentence_rows(audit: Audit, width: int) -> int:
    """Rows that what is said beside the reality check takes in full."""
    said = said_beside(audit) if audit.dispersion else ()
    return len(paragraph(" ".join(said), width - 2 * INDENT))


def _sentences(said: Sequence[str], width: int, height: int) -> list[Row]:
    """Whole sentences as far as they fit, the first one clipped if it must be; where some are left out, their key."""
    for count in range(len(said), 0, -1):
        whole = count == len(said)
        key = Row() if whole else Row().put("i", "accent").put(f" {say('more')}", "dim")
        room = width - 2 * INDENT - (key.cells + INDENT if key.cells else 0)
        lines = paragraph(" ".join(said[:count]), room)
        if len(lines) <= height or count == 1:
            break
    lines = lines if len(lines) <= height else wrap(said[0], room, height)
    rows = [Row(INDENT).put(line, "text") for line in lines]
    rows[-1].to(width - INDENT - key.cells).extend(key)
    return rows


def _reality(check: Reality, width: int, marks: Marks) -> Row:
    """The bar takes what the words leave it."""
    row = Row(INDENT).put(say("FOLLOWING ALL"), "text strong").put("  ")
    if not check.nothing_known:
        row.put(needed_words(check), "text strong")
        row.put(f" {say('a week')}" if width >= 70 else "", "dim").put("  ")
    role = "drifting" if check.needed > check.available else "dim"
    words = Row().put(beside_reality(check), role)
    if width - row.cells - words.cells < SHORTEST_BAR + 2 + INDENT:
        words = Row().put(beside_reality(check, short=True), role)
    bar = min(LONGEST_BAR, width - row.cells - words.cells - INDENT - 2)
    if not check.nothing_known and bar >= 6:
        row.extend(reality_bar(check.needed, check.available, bar, marks)).put("  ")
    return row.extend(words)
