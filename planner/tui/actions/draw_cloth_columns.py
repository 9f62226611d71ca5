"""Where things stand across in the cloth: three shapes by width.

With the budget by kind beside the days; with one ``left`` column; and, where seven days do not fit, one chosen day.
"""

from __future__ import annotations

from planner.domain.value import NamedTuple
from planner.domain.value.enums import IntEnum

from ..widgets.draw_more import GUTTER

MARGIN = 2  # on the right
SHORTEST_NAME = 12
LONGEST_NAME = 28
LONGEST_OVER = 85  # minutes past a cap that have room without the gap before them: "1h25 over"
NARROWEST_DAY = 7  # "Mon 23" and a gap
WIDEST_DAY = 13
ONE_DAY = 9  # where only one day is shown


class Part(IntEnum):
    """A column of the budget, as an index into a row of it."""

    CONTRIBUTE = 0
    MEET = 1
    WATCH = 2
    LEFT = 3
    HANDS = 4


#: The shapes, fullest first: which parts of the budget are shown, and whether all days are.
_SHAPES = (
    ((Part.CONTRIBUTE, Part.MEET, Part.WATCH, Part.LEFT), True),
    ((Part.LEFT,), True),
    ((Part.HANDS, Part.WATCH, Part.LEFT), False),
    ((Part.WATCH, Part.LEFT), False),
    ((Part.LEFT,), False),
)


class Columns(NamedTuple):
    """Widths in cells. ``day`` is one day's column of the seven, or of the only one where not ``whole_week``."""

    name: int
    day: int
    whole_week: bool
    parts: tuple[Part, ...]
    widths: tuple[int, ...]  # one a part, its gap included

    @property
    def days_start(self) -> int:
        """The column where the days begin."""
        return GUTTER + self.name

    @property
    def days_end(self) -> int:
        """The column after the last day."""
        return self.days_start + self.day * (7 if self.whole_week else 1)

    def ends(self) -> list[tuple[Part, int]]:
        """Each part of the budget with the column that it ends before."""
        end, ends = self.days_end, []
        for part, width in zip(self.parts, self.widths, strict=True):
            end += width
            ends.append((part, end))
        return ends


def columns(width: int, longest_name: int, wanted: tuple[int, ...], over: int) -> Columns:
    """The fullest shape that fits: ``wanted`` are the parts' widths, ``longest_name`` and ``over`` what names and the
    words for a passed cap would take. All in cells."""
    for parts, whole_week in _SHAPES:
        widths = tuple(max(wanted[part], over if parts == (Part.LEFT,) else 0) for part in parts)
        days = 7 * NARROWEST_DAY if whole_week else ONE_DAY
        room = width - GUTTER - MARGIN - sum(widths) - days
        if room >= SHORTEST_NAME:
            break
    name = min(max(longest_name + 2, SHORTEST_NAME), LONGEST_NAME, max(1, room))
    if not whole_week:
        return Columns(max(1, room), ONE_DAY, False, parts, widths)
    day = min(WIDEST_DAY, NARROWEST_DAY + (room - name) // 7)
    return Columns(room - 7 * (day - NARROWEST_DAY), day, True, parts, widths)
