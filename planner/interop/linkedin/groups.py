"""Her groups: no file of the archive lists them, but what advertisers may aim at does, in one cell."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.texts import clean, folded
from planner.domain.value import NamedTuple
from planner.interop.intake.draft import Passed

from .rows import Table
from .story import Knows, Said, Story, unreadable

_COLUMN = "membergroups"


class MemberGroup(NamedTuple):
    """A group that she is a member of, by its name alone."""

    name: str


def _tell(table: Table, _knows: Knows) -> Iterator[Said | Passed]:
    """The names in the column, however often it stands there: several columns have one name."""
    places = [place for place, name in enumerate(table.columns) if name == _COLUMN]
    told: set[str] = set()
    for row in table.rows:
        if row.cells is None:
            yield unreadable(row.line)
            continue
        for place in places:
            for name in (clean(part)[:LONGEST_NAME] for part in row.cells[place].split(";")):
                if name and folded(name) not in told:
                    told.add(folded(name))
                    yield Said(row.line, MemberGroup(name))


MEMBER_GROUPS = Story("member groups", (_COLUMN,), _COLUMN, _tell, timed=False)
