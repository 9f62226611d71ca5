"""How the Week screen's rows are shared out: what each part gets in a terminal of a given height."""

from __future__ import annotations

from planner.domain.value import NamedTuple

from ..actions.draw_balance import balance_height
from ..widgets.draw_notice import notice_height

#: Rows that are always there beside the notice: the masthead and its rule, the footer.
FRAME = 3
HEADING_AND_FOOT = 2
LISTS_LEAST = 3
BARS_LEAST = 6  # for the last weeks: a title, two for the hands, the line, one for the eyes, the numbers
#: Below so many rows, what is seen gets one row rather than two.
LOW = 18


class Room(NamedTuple):
    """Rows for each part, its rule included; ``lists`` is 0 where they have no room."""

    balance: int
    cloth: int
    lists: int
    airy: bool  # blank rows around the balance and between the threads
    detail: bool  # the chosen group in words


def share(width: int, height: int, threads: int, objectives: int = 0, words: int = 0) -> Room:
    """Share ``height`` rows out, where the cloth has so many threads and the balance so many rows of ``objectives``;
    the cloth comes before the lists. What is seen may want more rows of ``words``, which the air gives, then the lists.
    """
    words = words if height >= LOW else 0
    bars = balance_height(width) + (1 + objectives if height >= LOW else 0)
    for airy in (True, False):
        balance = bars + (3 if airy else 0)
        rest = height - FRAME - notice_height(height) - balance
        wanted = HEADING_AND_FOOT + threads * (2 if airy else 1) + 1 + (4 if airy else 1)
        if wanted + (9 if airy else LISTS_LEAST) <= rest:
            more = min(max(0, words - 2) if airy else words, rest - wanted - LISTS_LEAST)
            return Room(balance + more, wanted, rest - wanted - more, airy, True)
    if wanted <= rest:
        more = min(words, rest - wanted)
        return Room(balance + more, rest - more, 0, False, True)
    return Room(balance, rest, 0, False, rest >= 8)
