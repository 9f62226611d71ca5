"""The week as cloth: groups are the threads that run along, days cross them, and what was done is the weave."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain import words
from planner.domain.kinds import Kind
from planner.domain.value import NamedTuple
from planner.domain.weeks.report import Line, WeekReport
from planner.domain.words import say
from planner.tui.actions.draw_cloth_columns import LONGEST_OVER, MARGIN, Columns, Part, columns

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import with_keys
from ..widgets.draw_marks import Marks
from ..widgets.draw_more import GUTTER
from ..widgets.draw_row import Row, literal
from ..widgets.draw_weave import woven
from . import draw_budget as budget


class Spot(NamedTuple):
    """The chosen cell: a line of the report, and a day of the week (0 to 6)."""

    row: int = 0
    day: int = 0


class Cloth(NamedTuple):
    """The drawn cloth: its heading, a row for each line of the report, its foot, and where its columns stand."""

    heading: Row
    rows: tuple[Row, ...]
    foot: Row
    columns: Columns

    def day_at(self, x: int) -> int | None:
        """The day that stands at column ``x``; None beside the days."""
        shape = self.columns
        if not shape.whole_week or not shape.days_start <= x < shape.days_end:
            return None
        return (x - shape.days_start) // shape.day


def cloth(report: WeekReport, width: int, spot: Spot, marks: Marks, hints: Sequence[Hint] = ()) -> Cloth:
    """Draw the week's cloth in ``width`` cells; its heading names keys where it has room for them."""
    beside = [budget.parts(line.logged, line.planned, line.left, marks, capped=line.capped) for line in report.lines]
    total = budget.parts(report.logged, report.planned, report.left, marks, capped=report.budget is not None)
    headings = _headings(marks)
    shape = _shape(report, width, headings, marks)
    rows = tuple(
        _line(index, line, report, shape, spot, marks, beside[index]).fitted(width)
        for index, line in enumerate(report.lines)
    )
    return Cloth(
        _heading(report, shape, spot, headings, hints).fitted(width),
        rows,
        _foot(report, shape, total).fitted(width),
        shape,
    )


def _shape(report: WeekReport, width: int, headings: tuple[Row, ...], marks: Marks) -> Columns:
    """Where the columns stand: by the plan and the names in it alone, so that nothing moves with what is logged."""
    planned = [line for line in report.lines if line.planned.total] or report.lines
    widest = [budget.widest(each, marks) for each in (report.planned, *(line.planned for line in planned))]
    wanted = tuple(max(2 + row[part].cells for row in (headings, *widest)) for part in Part)
    longest = max((cell_len(literal(line.group.name)) for line in planned), default=0)
    return columns(width, longest, wanted, 1 + budget.over(LONGEST_OVER).cells)


def _headings(marks: Marks) -> tuple[Row, ...]:
    """The budget's headings; the marks before them are the cloth's legend."""
    return (
        Row().put(marks.contribution, "contribution").put(f" {say('CONTRIBUTE')}", "dim"),
        Row().put(marks.meeting, "meeting").put(f" {say('MEET')}", "dim"),
        Row().put(marks.watching, "watching").put(f" {say('WATCH')}", "dim"),
        Row().put(say("LEFT"), "dim"),
        Row().put(say("HANDS"), "dim"),
    )


def _heading(report: WeekReport, shape: Columns, spot: Spot, headings: tuple[Row, ...], hints: Sequence[Hint]) -> Row:
    row = with_keys(Row(2).put(say("GROUP"), "dim"), hints, shape.days_start).to(shape.days_start)
    for day in range(7) if shape.whole_week else (spot.day,):
        date = report.week.days[day]
        role = "text strong" if date == report.today else "dim"
        row.put(" ").put(say("{day} {d}", day=words.day(date), d=date.day), role, shape.day - 1)
        row.to(shape.days_start + (day + 1 if shape.whole_week else 1) * shape.day)
    for part, end in shape.ends():
        row.to(end - headings[part].cells).extend(headings[part])
    return row


def _line(  # noqa: PLR0917 - one thread in its surroundings
    index: int, line: Line, report: WeekReport, shape: Columns, spot: Spot, marks: Marks, beside: budget.Parts
) -> Row:
    chosen = index == spot.row
    row = Row().put(f"{marks.pointer} " if chosen else "  ", "accent strong")
    row.put(f"{index + 1} " if index < 9 else "  ", "accent strong" if chosen else "dim")
    row.put(line.group.name, "text strong" if chosen else "text", shape.name - 1).to(shape.days_start)
    for day in range(7) if shape.whole_week else (spot.day,):
        row.extend(_cell(line, day, report, shape.day, marks, held=chosen and day == spot.day))
    for part, end in shape.ends():
        text = beside[part]
        if shape.parts == (Part.LEFT,) and line.over and report.budget:
            text = budget.over(line.over)
        row.to(end - text.cells).extend(text)
    return row.to(end + MARGIN).marked("chosen") if chosen else row


def _cell(line: Line, day: int, report: WeekReport, width: int, marks: Marks, *, held: bool) -> Row:
    """A day's cell; the chosen one stands between brackets."""
    timer = report.timer
    counts = timer is not None and timer.group == line.group.id and timer.start.date() == report.week.days[day]
    runs = timer.kind if timer and counts and not timer.paused else None
    weave = woven(line.days[day], width - 2, marks, runs)
    to_come = day in report.work_days and report.week.days[day] >= report.today
    if not weave.cells and line.left.hands and to_come:
        weave.put(marks.open, "dim")
    row = Row().put("[" if held else " ", "accent strong").extend(weave)
    return row.to(width - 1).put("]" if held else " ", "accent strong")


def _foot(report: WeekReport, shape: Columns, total: budget.Parts) -> Row:
    """Each day's total, and the week's budget; before them what sets the plan apart, where there is room."""
    row = Row(GUTTER)
    short = report.plan.short if report.plan else None
    apart = say("{n} of {of} days", n=short.days, of=short.of) if short else ""
    apart = say("week off") if report.drift.off else apart
    apart = say("plan of W{n}", n=report.carried.number) if report.carried else apart
    if apart and cell_len(apart) < shape.days_start - GUTTER:
        row.put(apart, "dim")
    if shape.whole_week:
        for index, day in enumerate(report.days):
            row.to(shape.days_start + index * shape.day + 1)
            row.put(words.minutes(day.total) if day.total else "", "dim")
    for part, end in shape.ends():
        row.to(end - total[part].cells).extend(total[part])
    return row


def detail(line: Line, shape: Columns, width: int, marks: Marks) -> Row:
    """The chosen group in words: its budget where no column shows it, else its pace and what she means to do."""
    row = Row(GUTTER).put(line.group.name, "text", max(8, width // 3)).put("   ")
    if Part.CONTRIBUTE not in shape.parts:
        beside = budget.parts(line.logged, line.planned, line.left, marks, capped=line.capped)
        for kind, part in zip(Kind, beside, strict=False):
            row.put(f"{marks.of(kind)} ", kind.value).extend(part).put("   ")
        return row.fitted(width)
    row.put(line.pace, "dim")
    if line.group.if_then:
        row.put("   " if line.pace else "").put(
            say("“{text}”", text=line.group.if_then), "dim", max(0, width - row.cells - 2)
        )
    return row.fitted(width)
