"""A budget in words for a column: goals fill up (``45 of 60``), caps are not to be passed (``10 ≤ 15``)."""

from __future__ import annotations

from planner.domain.kinds import Kind, Split
from planner.domain.weeks.pace import beside, left_words
from planner.domain.words import minutes, say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row


def goal(logged: int, planned: int, role: str, marks: Marks) -> Row:
    """Where a goal stands; a dash where there is none and nothing was done."""
    if not planned:
        return Row().put(minutes(logged), role) if logged else Row().put(marks.none, "dim")
    done, wanted = beside(logged, planned)
    row = Row().put(done, f"{role} strong" if logged >= planned else role if logged else "text")
    return row.put(say(" of {goal}", goal=wanted), "dim")


def cap(logged: int, planned: int, marks: Marks, *, capped: bool) -> Row:
    """Where a cap stands; over it is said by sign and word, then by colour. Without its own there is none to pass."""
    if not capped:
        return Row().put(minutes(logged), "watching") if logged else Row().put(marks.none, "dim")
    done, most = beside(logged, planned)
    if logged > planned:
        return Row().put(done, "adrift strong").put(f" > {most}", "adrift")
    if not planned:
        return Row().put(marks.none, "dim")
    row = Row().put(done, "watching" if logged else "text")
    return row.put(f" {marks.at_most} {most}", "dim")


def left(planned: Split, remaining: Split, marks: Marks) -> Row:
    """What is left of the goals: minutes, a tick once they are reached, a dash where there were none."""
    if remaining.hands:
        return Row().put(left_words(remaining.hands), "text")
    return Row().put(marks.done, "balanced") if planned.hands else Row().put(marks.none, "dim")


def over(minutes_over: int) -> Row:
    """Minutes past a cap, in a word."""
    return Row().put(say("{minutes} over", minutes=minutes(minutes_over)), "adrift strong")


#: Contribution, meeting, watching, what is left, and both hands together.
Parts = tuple[Row, Row, Row, Row, Row]


def parts(logged: Split, planned: Split, remaining: Split, marks: Marks, *, capped: bool) -> Parts:
    """A line of the budget; ``capped`` says whether there is a cap of its own to pass."""
    return (
        goal(logged.contribution, planned.contribution, Kind.CONTRIBUTION.value, marks),
        goal(logged.meeting, planned.meeting, Kind.MEETING.value, marks),
        cap(logged.watching, planned.watching, marks, capped=capped),
        left(planned, remaining, marks),
        goal(logged.hands, planned.hands, "text", marks),
    )


#: Minutes of each kind that a column has room for whatever is logged, ``4h57``, and ``9h54`` of both hands: in the gap
#: before it there is room for one figure more.
_MOST = 297


def widest(planned: Split, marks: Marks) -> Parts:
    """The widest that a line of the budget becomes in its week, whatever is logged."""
    done = Split(_MOST, _MOST, _MOST)
    return parts(done, planned, Split(_MOST), marks, capped=True)
