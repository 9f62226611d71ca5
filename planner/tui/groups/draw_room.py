"""How the Groups screen's rows are shared out: what each part gets in a terminal of a given height."""

from __future__ import annotations

from planner.domain.value import NamedTuple

from ..widgets.draw_notice import notice_height

#: Rows that are always there beside the notice: the masthead and its rule, the title, the footer.
FRAME = 4
HEADING_AND_FOOT = 2


class GroupsRoom(NamedTuple):
    """Rows for the checks, the chosen group, and the table between them; ``airy`` parts them by blank rows. What a tall
    terminal has more of is left ``spare`` under the chosen group, which stands close to its row."""

    checks: int
    table: int
    detail: int
    spare: int
    airy: bool


#: Rows that the chosen group takes in words, the verdicts' keys under it and the air between.
MOST_TOLD = 14


def share(height: int, groups: int, sentences: int, *, unread: bool = False) -> GroupsRoom:
    """Share ``height`` rows between the checks (``sentences`` in rows), a table of so many groups, and one in words.

    Where some of the log is ``unread`` there is always a row to say it.
    """
    rest = height - FRAME - notice_height(height)
    if not groups:
        return GroupsRoom(0, rest, 0, 0, airy=True)
    airy = rest >= 26
    checks = 1 + min(sentences, 2 if rest >= 22 else 1 if rest >= 16 or unread else 0) + 2 * airy
    least = 4 if rest < 16 else 6 if rest < 22 else 11
    wanted = HEADING_AND_FOOT + groups
    detail = min(MOST_TOLD, max(least, rest - checks - wanted))
    table = min(wanted, rest - checks - detail)
    return GroupsRoom(checks, table, detail, rest - checks - table - detail, airy)
