"""Weeks as bars of half blocks: the hands stand upward, the eyes hang downward as a fringe, against their cap.

Both have one scale, so that a stretch of weeks in balance looks so. What was given and whom she met are solid, and
told apart by their weave; what was watched is loose. Past its cap the fringe is heavier, whatever the colours.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.kinds import Split
from planner.domain.value import NamedTuple
from planner.domain.weeks.bars import Bar

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

#: Minutes that one row may stand for.
STEPS = (10, 15, 20, 30, 40, 45, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 480, 720, 1440, 2880, 20160)

GAP = 2  #: the widest gap between two bars


class Scale(NamedTuple):
    """How many rows stand over the line, and hang under it; and the minutes of a row."""

    up: int
    down: int
    minutes: int

    def units(self, minutes: int) -> int:
        """Half rows that so many minutes take: to the nearest, and one for anything at all."""
        return max(1, (4 * minutes + self.minutes) // (2 * self.minutes)) if minutes else 0

    def row_of_cap(self, cap: int) -> int:
        """The row under the line, 0 the first, at which a cap's line runs."""
        return cap // self.minutes


class Shape(NamedTuple):
    """Where bars stand across: the first column's cell, from one to the next, and how wide each is."""

    start: int
    step: int
    bar: int


def scale(bars: Sequence[Bar], rows: int) -> Scale:
    """The finest scale in which all bars, and the lines of their caps, fit in so many rows beside the line."""
    known = [(bar.logged, bar.cap) for bar in bars if bar.logged]
    hands = max((logged.hands for logged, _ in known), default=0)
    eyes = max((logged.watching for logged, _ in known), default=0)
    caps = max((cap for _, cap in known if cap is not None), default=-1)
    for minutes in STEPS:
        down = max(1, -(-eyes // minutes), caps // minutes + 1 if caps >= 0 else 0)
        up = max(1, -(-hands // minutes))
        if up + down <= rows:
            break
    return Scale(max(1, rows - down), down, minutes)


def shape(width: int, start: int, count: int, widest: int, least: int = 1) -> tuple[Shape, int]:
    """How ``count`` bars stand in ``width`` cells, of at most ``widest`` cells each with its gap; and how many of them
    there is room for. Each takes ``least`` cells where not all have room."""
    room = max(1, width - start)
    step = min(widest, room // max(1, count)) or min(least, room)
    gap = 0 if step == 1 else 1 if step < 6 else GAP
    return Shape(start, step, step - gap), min(count, room // step)


def bar_rows(bars: Sequence[Bar], of: Scale, at: Shape, marks: Marks, chosen: int | None = None) -> list[Row]:
    """The bars over the line, the line, and the fringe under it. The ``chosen`` one stands out, and the line under it
    is heavy; of a week that cannot be read nothing stands but a question mark on the line."""
    rows = [Row(at.start) for _ in range(of.up + 1 + of.down)]
    for number, bar in enumerate(bars):
        end = at.start + (number + 1) * at.step
        held = " chosen" if number == chosen else ""
        cells = [*_hands(bar, of, marks), _line(bar, marks, held=number == chosen), *_eyes(bar, of, marks)]
        gap = at.step - at.bar
        beyond = marks.bars.cap if bar.cap is not None and bar.logged else ""
        for y, (row, (mark, role)) in enumerate(zip(rows, cells, strict=True)):
            row.put(mark * at.bar, f"{role}{held}")
            if y == of.up:
                row.put(marks.rule * gap, "rule")
            elif gap and beyond and y == of.up + 1 + of.row_of_cap(bar.cap or 0):
                row.put(beyond * gap, "dim")
            row.to(end)
    return rows


def _line(bar: Bar, marks: Marks, *, held: bool) -> tuple[str, str]:
    if bar.logged is None:
        return "?", "drifting strong"
    return (marks.filled, "accent strong") if held else (marks.rule, "rule")


def _hands(bar: Bar, of: Scale, marks: Marks) -> list[tuple[str, str]]:
    """The cells over the line, from the top."""
    cells = [(" ", "text")] * of.up
    logged = bar.logged or Split()
    units = of.units(logged.hands)
    full, half = divmod(units, 2)
    given = _given_cells(logged, full, of)
    for number in range(full):
        mark, role = (marks.bars.given, "contribution") if number < given else (marks.bars.met, "meeting")
        cells[of.up - 1 - number] = mark, role
    if half:
        tops = "meeting" if logged.meeting and (full or logged.meeting >= logged.contribution) else "contribution"
        cells[of.up - 1 - full] = marks.bars.half, tops
    return cells


def _given_cells(logged: Split, full: int, of: Scale) -> int:
    """How many of the whole cells were given: where she met too, neither hides the other."""
    if not logged.meeting:
        return full
    given = (2 * logged.contribution + of.minutes) // (2 * of.minutes)
    least = 1 if logged.contribution and full > 1 else 0
    return min(max(given, least), max(0, full - 1) if full > 1 else full)


def _eyes(bar: Bar, of: Scale, marks: Marks) -> list[tuple[str, str]]:
    """The cells under the line, from the top: the fringe, and the cap's line where it does not reach."""
    cells = [(" ", "text")] * of.down
    watched = bar.logged.watching if bar.logged else 0
    post = None if bar.cap is None or bar.logged is None else of.row_of_cap(bar.cap)
    if post is not None:
        cells[post] = marks.bars.cap, "dim"
    full, half = divmod(of.units(watched), 2)
    over = bar.cap is not None and watched > bar.cap
    last = full - 1 + half
    for number in range(full + half):
        past = over and (number >= (post or 0) or number == last)
        is_half = half and number == last
        mark = (
            (marks.bars.past_half if is_half else marks.bars.past)
            if past
            else marks.bars.fringe_half
            if is_half
            else marks.bars.fringe
        )
        cells[number] = mark, "adrift" if past else "watching"
    return cells
