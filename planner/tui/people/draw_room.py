"""How the People screen's rows are shared out: what each part gets in a terminal of a given height."""

from __future__ import annotations

from planner.domain.value import NamedTuple

from ..widgets.draw_notice import notice_height

#: Rows that are always there beside the notice: the masthead and its rule, the title, the footer.
FRAME = 4
HEADING_AND_FOOT = 2

#: Rows that the chosen person takes in words, at most.
MOST_TOLD = 14


class PeopleRoom(NamedTuple):
    """Rows for the chosen person, those left ``spare`` under them, who stand close to the table however tall the
    terminal, and whether a blank one parts the title from the table."""

    detail: int
    spare: int
    airy: bool


def share(height: int, people: int) -> PeopleRoom:
    """Share ``height`` rows between a table of so many people and one of them in words."""
    rest = height - FRAME - notice_height(height)
    if not people:
        return PeopleRoom(0, 0, airy=False)
    airy = rest >= 26
    rest -= airy
    least = 4 if rest < 16 else 6 if rest < 22 else 9
    detail = min(MOST_TOLD, max(least, rest - HEADING_AND_FOOT - people))
    return PeopleRoom(detail, max(0, rest - HEADING_AND_FOOT - people - detail), airy)
