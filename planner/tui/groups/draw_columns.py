"""Where the columns of the groups' table stand: the name on the left and the verdict on the right are always in sight,
and as many of the others between them as there is room for, from the one that was scrolled to."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.audit.view import BY_NAME
from planner.domain.kinds import Kind
from planner.domain.value import NamedTuple
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_place import Place
from ..widgets.draw_row import Row

INDENT = 2
MARGIN = 2
GAP = 2
SHORTEST_NAME = 12
VERDICT = 12
WIDE_FROM, NARROW_BELOW = 100, 70

#: The columns between name and verdict, in the order that they are wanted in: what a group is before what it brought
#: where there is room for both.
WIDE = (
    "standing", "role", "fit", "upkeep", "given", "met", "read", "people", "contributions", "echo", "a-contribution",
    "a-person", "gave", "only-read",
)  # fmt: skip
NARROW = (
    "given", "met", "read", "people", "fit", "upkeep", "contributions", "echo", "a-contribution", "a-person", "gave",
    "only-read", "standing", "role",
)  # fmt: skip

#: Columns that are read from the left; all others end in one line.
WORDS = ("name", "standing", "role", "fit", "verdict")

#: Cells that the longest usual content takes.
CONTENT = {"standing": 9, "role": 10, "fit": 7, "upkeep": 5, "given": 5, "met": 5, "read": 5, "gave": 8, "only-read": 8}


class Shape(NamedTuple):
    """All columns in sight, and the names of those out of sight before and after them."""

    name: Place
    places: tuple[Place, ...]
    verdict: Place
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def all(self) -> tuple[Place, ...]:
        """The columns in sight, from left to right."""
        return (self.name, *self.places, self.verdict)

    def column_at(self, x: int) -> str:
        """The column that the cell ``x`` belongs to."""
        return next((place.name for place in reversed(self.all) if x >= place.start), "name")


def shape(width: int, longest: int, first: int, marks: Marks) -> Shape:
    """The columns in ``width`` cells, where the longest name takes ``longest``, from the one at ``first`` on.

    What room is left is the name's. Scrolling too far shows the last columns, and no gap after them.
    """
    order = WIDE if width >= WIDE_FROM else NARROW
    widths = [_width(name, marks) for name in order]
    most = 16 if width < NARROW_BELOW else 20
    room = width - INDENT - min(max(longest, SHORTEST_NAME), most) - GAP - VERDICT - MARGIN
    first = min(max(first, 0), _last_first(widths, room))
    count = _fitting(widths[first:], room)
    shown = order[first : first + count]
    end = width - MARGIN - VERDICT
    at = end - sum(widths[first : first + count])
    name = Place("name", INDENT, at - GAP)
    places = []
    for column, cells in zip(shown, widths[first:], strict=False):
        places.append(Place(column, at, at + cells - GAP))
        at += cells
    verdict = Place("verdict", end, width - MARGIN)
    return Shape(name, tuple(places), verdict, order[:first], order[first + count :])


def _fitting(widths: Sequence[int], room: int) -> int:
    """How many of the first columns fit into ``room``; one at least."""
    count = 1
    while count < len(widths) and sum(widths[: count + 1]) <= room:
        count += 1
    return count


def _last_first(widths: Sequence[int], room: int) -> int:
    """The first column from which all to the last fit into ``room``."""
    return len(widths) - _fitting(widths[::-1], room)


def title(name: str, marks: Marks) -> Row:
    """A column's heading, as short as it can be understood."""
    kinds = {"given": Kind.CONTRIBUTION, "met": Kind.MEETING, "read": Kind.WATCHING}
    if name in kinds:
        kind = kinds[name]
        return Row().put(f"{marks.of(kind)} ", kind.value).put(BY_NAME[name].heading(), "dim")
    given = Row().put(marks.contribution, Kind.CONTRIBUTION.value)
    if name == "contributions":
        return given.put(f" {say('TIMES')}", "dim")
    if name == "a-contribution":
        return Row().put(f"{say('MIN A')} ", "dim").extend(given)
    short = {"gave": say("LAST GAVE"), "only-read": say("ONLY READ"), "a-person": say("MIN A PERSON")}
    return Row().put(short.get(name) or BY_NAME[name].heading(), "dim")


def _width(name: str, marks: Marks) -> int:
    """Cells of a column, the gap after it included, in which the mark of a sorted one stands."""
    return max(CONTENT.get(name, 4), title(name, marks).cells) + GAP
