"""How the Week screen's rows are shared out: what each part gets in a terminal of a given height."""

from __future__ import annotations

from planner.domain.value import NamedTuple

from ..actions.draw_balance import WordsRows, bars_height, rows_reserved
from ..widgets.draw_notice import notice_height

#: Rows that are always there beside the notice: the masthead and its rule, the footer.
FRAME = 3
HEADING_AND_FOOT = 2
LISTS_LEAST = 3
BARS_LEAST = 6  # for the last weeks: a title, two for the hands, the line, one for the eyes, the numbers
CLOTH_LEAST = 4  # its heading, one thread, its foot and its rule
#: Below so many rows, what is seen gets one row rather than two, and the objectives none.
LOW = 18
#: Rows that the cloth must have beside them before the chosen group is told in words.
DETAIL_FROM = 8


class Room(NamedTuple):
    """Rows for each part, its rule included; ``lists`` is 0 where they have no room."""

    balance: int
    cloth: int
    lists: int
    airy: bool  # blank rows around the balance and between the threads
    detail: bool  # the chosen group in words


def share(width: int, height: int, threads: int, objectives: int, words: WordsRows) -> Room:
    """Share ``height`` rows out, where the cloth has so many threads and the balance so many rows of ``objectives``;
    the cloth comes before the lists. The ``words`` under the bars have the rows of their fewest, which the cloth gives
    where nothing else does; for more of them the air gives, then the lists.
    """
    reserved = rows_reserved(width) if height >= LOW else 2
    bars = bars_height(width) + reserved + (objectives if height >= LOW else 0) + 1
    needed, wished = max(0, words.least - reserved), max(0, words.most - reserved) if height >= LOW else 0
    for airy in (True, False):
        balance = bars + (3 if airy else 0)
        rest = height - FRAME - notice_height(height) - balance
        wanted = HEADING_AND_FOOT + threads * (2 if airy else 1) + 1 + (4 if airy else 1)
        of_air = 2 if airy else 0
        if wanted + (9 if airy else LISTS_LEAST) <= rest:
            more = min(max(0, wished - of_air), rest - wanted - LISTS_LEAST)
            if more >= needed - of_air:
                return Room(balance + more, wanted, rest - wanted - more, airy, True)
    if wanted + needed <= rest:
        more = min(max(needed, wished), rest - wanted)
        return Room(balance + more, rest - more, 0, False, True)
    more = min(needed, rest - CLOTH_LEAST)
    return Room(balance + more, rest - more, 0, False, rest - more >= DETAIL_FROM)
