"""The table of all groups: a heading, a row a group, and what of it is out of sight."""

from __future__ import annotations

from datetime import date

from planner.domain.audit.audit import GroupAudit
from planner.domain.audit.view import BY_NAME, View
from planner.domain.group import Fit, Standing
from planner.domain.kinds import Kind
from planner.domain.review import Verdict
from planner.domain.words import minutes, plural, say, short_day

from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_place import Place
from ..widgets.draw_row import Row
from ..widgets.draw_verdict import verdict_mark
from .draw_columns import INDENT, WORDS, Shape, title

#: Columns in minutes, each in its kind's colour.
KINDS = {"given": Kind.CONTRIBUTION, "met": Kind.MEETING, "read": Kind.WATCHING}
MINUTES = ("upkeep", "a-contribution", "a-person", *KINDS)


def heading(shape: Shape, view: View, width: int, marks: Marks) -> Row:
    """The columns' titles; the one that the rows are sorted by says so, and which way."""
    row = Row()
    for place in shape.all:
        shown = title(place.name, marks)
        if place.name == view.column:
            shown = Row().put(shown.text, "text strong")
        row.to(place.start if place.name in WORDS else place.end - shown.cells).extend(shown)
        if place.name == view.column:
            falls = BY_NAME[view.column].largest_first != view.turned
            row.put(marks.down if falls else marks.up, "accent strong")
    return row.fitted(width)


def group_row(row: GroupAudit, shape: Shape, today: date, width: int, marks: Marks, *, chosen: bool) -> Row:
    """One group."""
    drawn = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(INDENT)
    given_up = row.group.standing in (Standing.PARKED, Standing.LEFT)
    name = "text strong" if chosen else "dim" if given_up else "text"
    drawn.put(row.group.name, name, shape.name.end - shape.name.start)
    for place in shape.places:
        held = _cell(place, row, today, marks)
        drawn.to(place.start if place.name in WORDS else place.end - held.cells).extend(held)
    drawn.to(shape.verdict.start).extend(_verdict(row, marks))
    return drawn.fitted(width).marked("chosen") if chosen else drawn.fitted(width)


def foot(shape: Shape, above: int, below: int, width: int, marks: Marks) -> Row:
    """The line under the table, in which stands what is out of sight: rows on the left, columns on the right."""
    rows, columns = Row(), Row()
    if above:
        rows.put(f" {marks.up} {above} ", "accent")
    if below:
        rows.put(f" {plural(below, '{down} {n} more', '{down} {n} more', down=marks.down)} ", "accent")
    if shape.before:
        columns.put(f" {marks.left} {len(shape.before)} ", "accent")
    if shape.after:
        count = len(shape.after)
        columns.put(f" {marks.right} {plural(count, '{n} more column', '{n} more columns')} ", "accent")
    row = Row().put(marks.rule * 2 if rows.cells else "", "rule").extend(rows)
    end = width - columns.cells - (2 if columns.cells else 0)
    row.put(marks.rule * (end - row.cells), "rule").extend(columns)
    return row.put(marks.rule * (width - row.cells), "rule")


def fit_mark(fit: Fit, marks: Marks) -> Row:
    """The four marks of a fit as heights, and their sum."""
    row = Row()
    if not fit.known:
        return row.put(marks.none * len(fit), "dim").right(7, marks.none, "dim")
    for mark in fit:
        row.put(marks.none if mark is None else marks.heights[mark], "text" if mark else "dim")
    return row.right(7, str(fit.total), "text" if fit.total else "dim")


def _cell(place: Place, row: GroupAudit, today: date, marks: Marks) -> Row:
    """What a column holds of a group; a dim dash for nothing."""
    if place.name == "fit":
        return fit_mark(row.group.fit, marks)
    value = BY_NAME[place.name].value(row)
    if not value and (value is None or place.name != "upkeep"):
        return Row().put(marks.none, "dim")
    if isinstance(value, date):
        return Row().put(short_day(value, today), "text")
    if place.name in MINUTES:
        kind = KINDS.get(place.name)
        return Row().put(minutes(int(value or 0)), kind.value if kind else "text")
    return Row().put(str(value), "dim" if isinstance(value, str) else "text")


def _verdict(row: GroupAudit, marks: Marks) -> Row:
    """What was decided or is proposed. What only keeps a group as it is stays in the background."""
    if row.taken or row.open:
        return verdict_mark(row.taken, row.proposal, marks)
    if row.group.standing is Standing.LEFT:
        return Row().put(marks.none, "dim")
    if row.proposal.verdict is None:
        return Row().put(row.proposal.word, "dim")
    return Row().put(f"? {Verdict.KEEP.short}", "dim")


def nothing(empty: str, width: int) -> list[Row]:
    """What stands in the place of rows: ``empty`` where there are none at all, else that the view shows none."""
    told = empty or say("Nothing found. Escape shows all again.")
    return [Row(INDENT).put(line, "text") for line in paragraph(told, width - 2 * INDENT)]
