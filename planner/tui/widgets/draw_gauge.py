"""Bars: goals fill up, caps are not to be passed, and what all groups would take frays past what there is."""

from __future__ import annotations

from planner.domain.kinds import Split

from .draw_marks import Marks
from .draw_row import Row


def goal_bar(logged: Split, planned: int | None, width: int, marks: Marks) -> Row:
    """The hands: contribution, then meeting, against their goal; full at the goal.

    Without one (None) they share the scale of the eyes' bar.
    """
    scale = max(logged.hands, logged.watching if planned is None else planned, 1)
    given = share_of(logged.contribution, scale, width)
    both = share_of(logged.hands, scale, width)
    row = Row().put(marks.filled * given, "contribution").put(marks.filled_too * (both - given), "meeting")
    return row.put(marks.unfilled * (width - both), "dim")


def cap_bar(logged: Split, cap: int | None, width: int, marks: Marks, role: str) -> Row:
    """The eyes: a loose thread with the cap's mark in it; what lies past the mark has the level's colour.

    Without a cap (None) they share the scale of the hands' bar.
    """
    watched = logged.watching
    if cap is None:
        return Row().put(marks.loose * share_of(watched, max(logged.hands, watched, 1), width), "watching").to(width)
    scale = max(watched, cap * 4 // 3, 1)
    post = min(width - 1, share_of(cap, scale, width - 1))
    done = share_of(watched, scale, width - 1)
    before, after = min(done, post), max(0, done - post)
    row = Row().put(marks.loose * before, "watching").put(marks.unfilled * (post - before), "dim")
    row.put(marks.cap, "text strong").put(marks.loose * after, role)
    return row.put(" " * (width - row.cells))


def reality_bar(needed: int, available: int, width: int, marks: Marks) -> Row:
    """What following all groups takes: woven up to the minutes there are, where a mark stands, and frayed past it."""
    scale = max(needed, available * 4 // 3, 1)
    post = min(width - 1, share_of(available, scale, width - 1))
    done = share_of(needed, scale, width - 1)
    before, after = min(done, post), max(0, done - post)
    row = Row().put(marks.filled * before, "balanced").put(marks.unfilled * (post - before), "dim")
    row.put(marks.cap, "text strong").put(marks.loose * after, "drifting")
    return row.to(width)


def share_of(part: int, whole: int, width: int) -> int:
    """The cells that ``part`` of ``whole`` takes: to the nearest, and at least one for anything at all."""
    return min(width, max(1 if part else 0, (2 * part * width + whole) // (2 * whole)))
