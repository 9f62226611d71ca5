"""Bars: goals fill up, caps are not to be passed, and what all groups would take frays past what there is."""

from __future__ import annotations

from planner.domain.kinds import Split

from .draw_marks import Marks
from .draw_row import Row


def common_scale(logged: Split, goal: int, cap: int) -> int:
    """The minutes that both bars are long, so that a minute of the hands and one of the eyes look alike: those of the
    plan's goal and a third past its cap, whatever is logged. Without a plan (0 and 0) it is what is logged."""
    return max(goal, cap * 4 // 3) or max(logged.hands, logged.watching, 1)


def goal_bar(logged: Split, goal: int | None, scale: int, width: int, marks: Marks) -> Row:
    """The hands: contribution, then meeting, on a thin line up to their goal (None: no goal), where ``scale`` minutes
    are ``width`` cells; full at the goal."""
    given = share_of(logged.contribution, scale, width)
    both = share_of(logged.hands, scale, width)
    row = Row().put(marks.filled * given, "contribution").put(marks.filled_too * (both - given), "meeting")
    end = width if goal is None else max(both, share_of(goal, scale, width))
    return row.put(marks.unfilled * (end - both), "dim").to(width)


def cap_bar(logged: Split, cap: int | None, scale: int, width: int, marks: Marks, role: str) -> Row:  # noqa: PLR0917
    """The eyes: a loose thread with the cap's mark in it (None: no cap), where ``scale`` minutes are ``width`` cells;
    what lies past the mark has the level's colour."""
    watched = logged.watching
    if cap is None:
        return Row().put(marks.loose * share_of(watched, scale, width), "watching").to(width)
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
