"""The columns of the groups' table: what each shows of a group, and where they stand.

The name on the left and the verdict on the right are always in sight, and as many of the others between them as there
is room for, from the one that was scrolled to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from planner.domain.audit import columns
from planner.domain.audit.audit import GroupAudit
from planner.domain.group import Fit, Standing
from planner.domain.kinds import Kind
from planner.domain.review import Verdict
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.tui.widgets import draw_table
from planner.tui.widgets.draw_table import INDENT, Cell, Drawing, Place, drawing

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row
from ..widgets.draw_verdict import verdict_mark

MARGIN = 2
GAP = 2
SHORTEST_NAME = columns.BY_NAME["name"].cells
VERDICT = columns.BY_NAME["verdict"].cells
WIDE_FROM, NARROW_BELOW = 100, 70

#: The columns between name and verdict, in the order that they are wanted in: as they are where there is room for what
#: a group is and what it brought, else what it brought first.
WIDE = tuple(column.name for column in columns.COLUMNS if column.cells and column.name not in ("name", "verdict"))
NARROW = tuple(sorted(WIDE, key=lambda name: columns.BY_NAME[name].wanted))


def fit_mark(fit: Fit, marks: Marks) -> Row:
    """The four marks of a fit as heights, and their sum."""
    row = Row()
    if not fit.known:
        return row.put(marks.none * len(fit), "dim").right(7, marks.none, "dim")
    for mark in fit:
        row.put(marks.none if mark is None else marks.heights[mark], "text" if mark else "dim")
    return row.right(7, str(fit.total), "text" if fit.total else "dim")


def _name(at: Cell[GroupAudit, date]) -> Row:
    given_up = at.thing.group.standing in (Standing.PARKED, Standing.LEFT)
    role = "text strong" if at.chosen else "dim" if given_up else "text"
    return Row().put(at.thing.group.name, role, at.width)


def _fit(at: Cell[GroupAudit, date]) -> Row:
    return fit_mark(at.thing.group.fit, at.marks)


def _verdict(at: Cell[GroupAudit, date]) -> Row:
    """What was decided or is proposed. What only keeps a group as it is stays in the background."""
    row = at.thing
    if row.taken or row.open:
        return verdict_mark(row.taken, row.proposal, at.marks)
    if row.group.standing is Standing.LEFT:
        return Row().put(at.marks.none, "dim")
    if row.proposal.verdict is None:
        return Row().put(row.proposal.word, "dim")
    return Row().put(f"? {Verdict.KEEP.short}", "dim")


def _contributions(marks: Marks) -> Row:
    return _given(marks).put(f" {say('TIMES')}", "dim")


def _a_contribution(marks: Marks) -> Row:
    return Row().put(f"{say('MIN A')} ", "dim").extend(_given(marks))


def _given(marks: Marks) -> Row:
    return Row().put(marks.contribution, Kind.CONTRIBUTION.value)


def _drawings() -> Mapping[str, Drawing[GroupAudit, date]]:
    """How each column is drawn; headings as short as they can be understood."""
    drawn: dict[str, Drawing[GroupAudit, date]] = {
        column.name: drawing(column, lambda today: today) for column in columns.COLUMNS
    }
    drawn["name"] = drawn["name"]._replace(cell=_name)
    drawn["fit"] = drawn["fit"]._replace(cell=_fit, right=False)
    drawn["contributions"] = drawn["contributions"]._replace(title=_contributions)
    drawn["a-contribution"] = drawn["a-contribution"]._replace(title=_a_contribution)
    drawn["verdict"] = drawn["verdict"]._replace(cell=_verdict)
    return drawn


DRAWINGS = _drawings()


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
        return draw_table.column_at(self.all, x)


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


def _width(name: str, marks: Marks) -> int:
    """Cells of a column, the gap after it included, in which the mark of a sorted one stands."""
    column = DRAWINGS[name]
    return max(column.cells(0), column.title(marks).cells) + GAP
