"""Goals that will be missed: it is said while something can still be done, and changes no level."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from ..week import Week
from .bands import WARN

if TYPE_CHECKING:
    from .course import Moment

WEDNESDAY_NIGHT = timedelta(days=2), time(20)
MOST_OF_IT = 0.8  #: of the goal; who ends with so much of it has not missed it
LIKELY = WARN["usual"]


def likely_behind(now: datetime, week: Week, goal: int, moment: Moment) -> bool:
    """Whether it is said: from Wednesday night to the week's end, once there is evidence of two days.

    ``goal`` are the minutes planned for the hands, 0 for none.
    """
    day, hour = WEDNESDAY_NIGHT
    if not goal or not moment.hands.left or now < datetime.combine(week.monday + day, hour, now.tzinfo):
        return False
    return moment.hands.evident and 1 - moment.hands.chance_over(MOST_OF_IT * goal - 1) >= LIKELY
