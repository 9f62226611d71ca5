"""The trends: weeks from left to right, the newest at the right, and what each of them brought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from planner.domain.kinds import HANDS, Kind, Split
from planner.domain.value import NamedTuple
from planner.domain.weeks.stretches import Stretch, Unit, in_sight, stretches
from planner.domain.weeks.trend_words import stretch_title, stretch_words, summary_words
from planner.domain.weeks.trends import Trends, TrendWeek, total
from planner.domain.words import day, minutes, plural, say, short_month
from planner.tui.trends.draw_room import YEAR_ROWS, TrendsRoom, share
from planner.tui.trends.draw_strips import strip_names, strip_row, strips_of

from ..actions.draw_bars import Scale, Shape, bar_rows, scale, shape
from ..widgets.draw_beginning import Ways, beginning
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, literal, wrap

INDENT = 2
WIDEST = 10  #: cells of a week's column
YEAR = 52  #: weeks of the small cloth of the year
WIDE = 120  #: cells of the longest line of words
LONG_PART = 40  #: letters from which on a part of a line may be broken
LEGIBLE = 3  #: cells of a week, at the least, where not all of them have room anyway
LONG_DAY = 60  #: minutes from which on a day stands out in it


class TrendsLook(NamedTuple):
    """What is looked at: the weeks, their ``columns``, the ``chosen`` one's place among these, the first place in
    sight; the ``year``, day by day; and the ``ways`` on where there is no week yet."""

    trends: Trends
    columns: Sequence[Stretch]
    chosen: int
    first: int
    year: Sequence[TrendWeek]
    today: date
    ways: Ways = ()


class Drawn(NamedTuple):
    """The rows; which columns are in sight, from the ``first`` on; and where they stand."""

    rows: list[Row]
    first: int
    shown: int
    at: Shape

    def column_at(self, x: int) -> int | None:
        """The place of the column that stands at a cell; None beside them."""
        number = (x - self.at.start) // self.at.step
        return self.first + number if x >= self.at.start and number < self.shown else None


def columns_of(trends: Trends, width: int, *, near: bool) -> tuple[Stretch, ...]:
    """The columns in which all weeks have room in a width, gathered where they must be; ``near``: each week alone,
    whether all have room or not."""
    return stretches(trends.weeks, Unit.WEEK) if near else in_sight(trends.weeks, max(1, width - INDENT - _start()))


def trends_picture(look: TrendsLook, width: int, height: int, marks: Marks) -> Drawn:
    """All of it in so many rows: what the weeks come to, the bars, the marks under them, the chosen week in words, and
    where there is room the year day by day."""
    trends = look.trends
    sentences, across = summary_words(trends), min(width, WIDE) - 2 * INDENT
    if not trends.weeks or not trends.first:
        return Drawn(beginning(" ".join(sentences), look.ways, width), 0, 0, Shape(width, 1, 1))
    strips, start = strips_of(trends.view), _start()
    at, count = shape(width - INDENT, start, len(look.columns), WIDEST, LEGIBLE)
    first = max(0, min(look.first, len(look.columns) - count, look.chosen), look.chosen - count + 1)
    seen, chosen = look.columns[first : first + count], look.chosen - first
    days, words = _words(look.columns[look.chosen], trends, look.today, marks)
    with_year = len(look.year) > 1 and width >= start + YEAR + INDENT
    room = share(
        height,
        len(paragraph(" ".join(sentences), across)),
        len(strips),
        1 + len(paragraph(" ".join(words), across)),
        with_year=with_year,
    )
    rows = [Row(INDENT).put(line, "text") for line in _in_rows(sentences, across, room.summary)] + [Row()] * room.air
    rows += _chart(look.columns, first, chosen, count, at, room, width, marks)
    totals = [total(each.known) for each in seen]
    rows += [strip_row(strip, seen, totals, chosen, at, marks) for strip in strips if strip.rank < room.strips]
    rows += [Row()] * room.air + [days]
    told = _in_rows(words, across, room.words - 1)
    rows += [Row(INDENT).put(line.removesuffix(f" {marks.dot}"), "text") for line in told]
    if room.year:
        rows += [Row(), *_year(look, start, width, marks)]
    return Drawn([row.fitted(width) for row in rows[:height]], first, count, at)


def _in_rows(parts: Sequence[str], width: int, rows: int) -> list[str]:
    """As many whole parts as there is room for, the first ones; the very first is cut rather than left out."""
    kept = 1
    while kept < len(parts) and len(paragraph(" ".join(parts[: kept + 1]), width)) <= rows:
        kept += 1
    lines = paragraph(" ".join(parts[:kept]), width)
    return lines if len(lines) <= rows else [line for line in wrap(" ".join(parts[:kept]), width, rows) if line]


def _start() -> int:
    """Where the first column begins: after the longest name of what stands before it."""
    names = (*strip_names(), say("hands"), say("eyes"), "10h30")
    return INDENT + max(map(cell_len, names)) + 2


# The bars


def _chart(  # noqa: PLR0917 - a drawing in its surroundings
    columns: Sequence[Stretch],
    first: int,
    chosen: int,
    count: int,
    at: Shape,
    room: TrendsRoom,
    width: int,
    marks: Marks,
) -> list[Row]:
    """The bars with their scale before them, and the weeks and months under them. One scale holds for all columns,
    those out of sight too, of which the line says how many there are on either side."""
    seen, bars = columns[first : first + count], [each.bar for each in columns]
    of = scale(bars, room.chart)
    drawn = bar_rows(bars[first : first + count], of, at, marks, chosen)
    rows = [Row(INDENT).put(*_label(y, of)).to(at.start).extend_from(row, at.start) for y, row in enumerate(drawn)]
    after = len(columns) - first - count
    if first or after:
        before = Row(INDENT).put(f"{marks.left}{first}" if first else "", "accent")
        before.put(" " if first and after else "").put(f"{after}{marks.right}" if after else "", "accent")
        rows[of.up] = before.to(at.start).extend_from(drawn[of.up], at.start)
    numbers, months = _numbers(seen, chosen, at), _months(seen, at, width)
    if seen[0].unit is not Unit.WEEK:  # whose months and years are what there is to say
        return [*rows, months] if room.labels == 1 else [*rows, numbers, months]
    return [*rows, *((numbers, months) if room.labels == 2 else (numbers,) if at.step >= 4 else (months,))]


def _label(y: int, of: Scale) -> tuple[str, str]:
    """What stands before a row of the bars: the minutes at either end, and beside the line what stands and hangs."""
    if y == of.up - 1:
        return say("hands"), "text"
    if y == of.up + 1:
        return say("eyes"), "text"
    if y == 0:
        return minutes(of.up * of.minutes), "dim"
    if y == of.up + of.down:
        return minutes(of.down * of.minutes), "dim"
    return "", "dim"


def _numbers(seen: Sequence[Stretch], chosen: int, at: Shape) -> Row:
    """The numbers of the weeks, the months or the quarters, the chosen one between brackets; only some of them where
    they are close."""
    row = Row(at.start)
    if seen[0].unit is Unit.YEAR:
        return row
    every = 1 if at.step >= 3 else 4 // at.step
    for number, each in enumerate(seen):
        column = at.start + number * at.step
        held = number == chosen
        told = str(
            each.weeks[0].week.number if each.unit is Unit.WEEK else (each.first.month - 1) // each.unit.value + 1
        )
        text = f"[{told}]" if held and at.step >= 4 else told
        shown = held or (number - chosen) % every == 0
        left = column + max(0, at.bar - cell_len(text)) // 2 - (held and at.bar < cell_len(text) and at.step >= 4)
        if shown and left >= row.cells:
            row.to(left).put(text, "accent strong" if held else "dim")
    return row


def _months(seen: Sequence[Stretch], at: Shape, width: int) -> Row:
    """Each month where its first week stands, as far as there is room; January by its year, and of quarters and years
    the years alone."""
    row, before = Row(at.start), date.min
    for number, each in enumerate(seen):
        thursday, by_year = each.weeks[0].week.days[3], each.unit.value > 1
        if (thursday.year, 0 if by_year else thursday.month) != (before.year, 0 if by_year else before.month):
            before = thursday
            name = short_month(thursday.month)
            if thursday.month == 1 or by_year:
                name = f"{name} {thursday.year}" if at.step > 1 and not by_year else str(thursday.year)
            column = at.start + number * at.step
            if column >= row.cells + (row.cells > at.start) and column + cell_len(name) <= width:
                row.to(column).put(name, "text" if thursday.month == 1 else "dim")
    return row


# The chosen column in words


def _words(each: Stretch, trends: Trends, today: date, marks: Marks) -> tuple[Row, list[str]]:
    """Its days, and all that is known of it in parts; what several weeks come to is told in sentences."""
    row = Row(INDENT).put(stretch_title(each, today), "text strong")
    if each.runs:
        row.put(f"   {say('so far')}", "dim")
    parts = [_together(literal(part)) for part in stretch_words(each, trends.view)]
    dot = f" {marks.dot}" if each.unit is Unit.WEEK else ""
    return row, [part if n == len(parts) - 1 else f"{part}{dot}" for n, part in enumerate(parts)]


def _together(part: str) -> str:
    """A part that no line breaks, unless it is a long one."""
    return part if len(part) > LONG_PART else part.replace(" ", "\u00a0")


# The year


def _year(look: TrendsLook, start: int, width: int, marks: Marks) -> list[Row]:
    """The last year as cloth: a column a week, a row a day, and in each cell what most of the day was."""
    step = 2 if width - start - INDENT >= 2 * len(look.year) else 1
    weeks = look.year[-((width - start - INDENT) // step) :]
    chosen = {each.week for each in look.columns[look.chosen].weeks}
    at = Shape(start, step, 1)
    title = Row(INDENT).put(say("DAY BY DAY"), "dim strong").put("   ")
    title.put(plural(len(weeks), "{n} week", "{n} weeks"), "dim").put("   ")
    for kind in Kind:
        title.put(f"{marks.of(kind)} ", kind.value).put(f"{kind.title}   ", "dim")
    rows = [title, _months(stretches(weeks, Unit.WEEK), at, width)]
    for number in range(7):
        row = Row(INDENT).put(day(weeks[-1].week.days[number]), "dim").to(start)
        for each in weeks:
            text, role = _day(each, number, look.today, marks)
            row.put(text, f"{role} chosen" if each.week in chosen else role).put(" " * (step - 1))
        rows.append(row)
    assert len(rows) + 1 == YEAR_ROWS
    return rows


def _day(each: TrendWeek, number: int, today: date, marks: Marks) -> tuple[str, str]:
    """What most of a day was; blank where it is not known, or not over."""
    if each.figures is None or each.week.days[number] > today:
        return " ", "dim"
    done = each.figures.days[number]
    kind = _most(done)
    if kind is None:
        return marks.open, "dim"
    return marks.of(kind), f"{kind.value} strong" if done.total >= LONG_DAY else kind.value


def _most(done: Split) -> Kind | None:
    """The kind that a day stands for: of the hands, where they had as much of it as the eyes."""
    if not done.total:
        return None
    return Kind.WATCHING if done.watching > done.hands else max(HANDS, key=done.of)
