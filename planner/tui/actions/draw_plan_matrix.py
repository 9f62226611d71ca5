"""The plan as a matrix: groups by kinds, with what each row, each column and the week come to."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan, beside_hers
from planner.domain.value import NamedTuple
from planner.domain.words import minutes, say
from planner.tui.actions.draw_cloth_columns import LONGEST_NAME, MARGIN, SHORTEST_NAME

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import with_keys
from ..widgets.draw_marks import Marks
from ..widgets.draw_more import GUTTER
from ..widgets.draw_row import Row, literal
from ..widgets.draw_weave import woven

CELL = 15  # "■ CONTRIBUTE", a bracket and a gap
NARROW_CELL = 10
TOTAL = 8


class At(NamedTuple):
    """The chosen cell: a row of the groups, and a kind (0 to 2)."""

    row: int = 0
    column: int = 0


class Matrix(NamedTuple):
    """The drawn matrix; in its foot the totals begin at ``totals_start``."""

    heading: Row
    rows: tuple[Row, ...]
    foot: Row
    summary: Row
    totals_start: int


def matrix(  # noqa: PLR0917 - a plan in its surroundings
    plan: Plan,
    groups: Sequence[Group],
    width: int,
    at: At,
    marks: Marks,
    available: int | None = None,
    keys: Sequence[Hint] = (),
) -> Matrix:
    """Draw the plan in ``width`` cells; where there is room, each row also as the weave it would be.

    After the groups comes the row of the watching that they share. ``available`` are the minutes she has a week, and
    the ``keys`` end the change of it.
    """
    shared = say("reading, any group")
    longest = max(cell_len(literal(name)) for name in (shared, *(group.name for group in groups)))
    cell = CELL if width >= 70 else NARROW_CELL
    room = width - GUTTER - MARGIN - 3 * cell - TOTAL
    name = min(max(longest + 2, SHORTEST_NAME), LONGEST_NAME, room)
    total = plan.total
    named = [(group.name, plan.lines.get(group.id, Split()), group.kinds) for group in groups]
    named.append((shared, Split(watching=plan.shared), (Kind.WATCHING,)))
    rows = [
        _row(index, line, name, cell, at, marks, width, numbered=index < min(9, len(groups))).fitted(width)
        for index, line in enumerate(named)
    ]
    first = GUTTER + name + cell - 1 - _title(Kind.CONTRIBUTION, marks, cell).cells
    heading = with_keys(Row(2).put(say("GROUP"), "dim"), keys, first)
    foot = Row(GUTTER).put(say("week"), "dim")
    for column, kind in enumerate(Kind):
        end = GUTTER + name + (column + 1) * cell
        title = _title(kind, marks, cell)
        heading.to(end - 1 - title.cells).extend(title)
        foot.right(end - 1, minutes(total.of(kind)), f"{kind.value} strong")
    end = GUTTER + name + 3 * cell + TOTAL
    heading.right(end, say("TOTAL"), "dim")
    foot.right(end, minutes(total.total), "text strong")
    summary = _summary(total, available)
    if summary.cells > width:
        summary = _summary(total, available, share=False)
    return Matrix(heading.fitted(width), tuple(rows), foot.fitted(width), summary.fitted(width), GUTTER + name)


def _title(kind: Kind, marks: Marks, cell: int) -> Row:
    wide = {Kind.CONTRIBUTION: say("CONTRIBUTE"), Kind.MEETING: say("MEET"), Kind.WATCHING: say("WATCH")}
    meet = say("MEET", context="a narrow column")
    short = {Kind.CONTRIBUTION: say("GIVE"), Kind.MEETING: meet, Kind.WATCHING: say("WATCH")}
    word = wide[kind] if cell == CELL else short[kind]
    return Row().put(marks.of(kind), kind.value).put(f" {word}", "dim", cell - 2)


def _row(  # noqa: PLR0917 - one row in its surroundings
    index: int,
    line: tuple[str, Split, Sequence[Kind]],
    name: int,
    cell: int,
    at: At,
    marks: Marks,
    width: int,
    *,
    numbered: bool,
) -> Row:
    called, split, kinds = line
    chosen = index == at.row
    row = Row().put(f"{marks.pointer} " if chosen else "  ", "accent strong")
    row.put(f"{index + 1} " if numbered else "  ", "accent strong" if chosen else "dim")
    row.put(called, "text strong" if chosen else "text", name - 1)
    for column, kind in enumerate(Kind):
        end = GUTTER + name + (column + 1) * cell
        held = chosen and column == at.column
        text = minutes(split.of(kind)) if kind in kinds else marks.none
        if kind is Kind.WATCHING and split.watching:
            text = f"{marks.at_most} {text}"
        role = f"{kind.value}{' strong' if held else ''}" if split.of(kind) else "dim"
        row.to(end - cell_len(text) - 2).put("[" if held else " ", "accent strong").put(text, role)
        row.put("]" if held else " ", "accent strong")
    end = GUTTER + name + 3 * cell + TOTAL
    row.right(end, minutes(split.total), "text")
    weave = woven(split, width - end - 4 - MARGIN, marks) if split.total and width - end > 20 else Row()
    row.put("    " if weave.cells else "").extend(weave)
    return row.to(width).marked("chosen") if chosen else row


def _summary(total: Split, available: int | None, *, share: bool = True) -> Row:
    """The week's balance in words: the hands' goal, the cap of the eyes, and all of it beside the minutes she has.

    ``share``: with how much of it the eyes have.
    """
    row = Row(GUTTER).put(say("HANDS"), "text strong").put(f" {minutes(total.hands)}", "text")
    row.put("   ").put(say("EYES"), "text strong").put(say(" cap {cap}", cap=minutes(total.watching)), "text")
    if total.total and share:
        percent = round(100 * total.watching / total.total)
        row.put(say(", {percent} % of the week", percent=percent), "dim")
    if available is not None:
        role = "drifting" if total.total > available else "text"
        row.put("   ").put(beside_hers(total.total, available), role)
    return row
