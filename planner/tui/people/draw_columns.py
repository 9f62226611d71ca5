"""Where the columns of the people's table stand, in three shapes by width."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.people.tie import Stage
from planner.domain.people.tie_list import TieOrder
from planner.domain.person import Circle
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say

from ..widgets.draw_place import Place
from ..widgets.draw_tie import LENGTH

INDENT = 2
MARGIN = 2
GAP = 2
SHORTEST_NAME = 12
MEETINGS = 3
WIDE_FROM, NARROW_BELOW = 100, 70
#: The most that names, next steps and groups take: by shape, and where there is more room than anything needs.
LONGEST_NAME = {"wide": 24, "usual": 18, "narrow": 15}
LONGEST_STEP = 44
LEAST_GROUPS, LONGEST_GROUPS = 12, 30

#: What each column is sorted by when its heading is clicked; again: by the next one.
ORDERS = {
    "name": (TieOrder.NAME,),
    "stage": (TieOrder.STAGE,),
    "last": (TieOrder.OVERDUE, TieOrder.LAST),
    "step": (TieOrder.STEP,),
    "meetings": (TieOrder.MEETINGS,),
}


class PeopleShape(NamedTuple):
    """The columns from left to right; ``words`` says whether a stage is written beside its mark."""

    places: tuple[Place, ...]
    words: bool

    def column_at(self, x: int) -> str:
        """The column that the cell ``x`` belongs to."""
        return next((place.name for place in reversed(self.places) if x >= place.start), "name")


def people_shape(width: int, longest: int) -> PeopleShape:
    """The columns in ``width`` cells, where the longest name takes ``longest``; the next step gets what is left."""
    kind = "wide" if width >= WIDE_FROM else "narrow" if width < NARROW_BELOW else "usual"
    name = min(max(longest, SHORTEST_NAME), LONGEST_NAME[kind])
    wide = kind == "wide"
    stage = LENGTH + 1 + max(cell_len(stage.title) for stage in Stage) if wide else max(LENGTH, cell_len(say("TIE")))
    widths = {"name": name, "stage": stage, "last": last_width(), "step": 0}
    if kind != "narrow":
        widths["meetings"] = MEETINGS
    if wide:
        widths["circle"] = max(cell_len(say(circle.value)) for circle in Circle)
        widths["groups"] = LEAST_GROUPS
    room = width - INDENT - MARGIN - sum(widths.values()) - GAP * (len(widths) - 1)
    widths["step"] = min(room, LONGEST_STEP) if wide else room
    if wide:
        more = min(room - widths["step"], LONGEST_GROUPS - LEAST_GROUPS)
        widths["groups"] += more
        widths["step"] += room - widths["step"] - more
    return PeopleShape(tuple(_placed(widths)), wide)


def _placed(widths: dict[str, int]) -> list[Place]:
    at, places = INDENT, []
    for name, cells in widths.items():
        places.append(Place(name, at, at + cells))
        at += cells + GAP
    return places


def last_width() -> int:
    """Cells of how long ago the last contact was, with the mark of warmth before it."""
    return 2 + max(cell_len(text) for text in (say("today"), say("yesterday"), plural(1000, "{n} day", "{n} days")))


def sorted_column(order: TieOrder) -> str:
    """The column that an order goes by."""
    return next(column for column, orders in ORDERS.items() if order in orders)
