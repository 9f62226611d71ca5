"""The trends: weeks from left to right, the newest at the right, and what each of them brought."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from rich.cells import cell_len

from planner.domain.kinds import HANDS, Kind, Split
from planner.domain.value import NamedTuple
from planner.domain.weeks.trend_words import summary_words, week_title, week_words
from planner.domain.weeks.trends import Figures, Trends, TrendWeek
from planner.domain.words import day, minutes, plural, say, short_month
from planner.tui.trends.draw_room import YEAR_ROWS, TrendsRoom, share

from ..actions.draw_bars import Scale, Shape, bar_rows, scale, shape
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, literal, wrap

INDENT = 2
WIDEST = 10  #: cells of a week's column
YEAR = 52  #: weeks of the small cloth of the year
WIDE = 120  #: cells of the longest line of words
LONG_PART = 40  #: letters from which on a part of a line may be broken
LONG_DAY = 60  #: minutes from which on a day stands out in it


class TrendsLook(NamedTuple):
    """What is looked at: the weeks, the ``chosen`` one's place among them, the first place in sight; and the ``year``,
    day by day."""

    trends: Trends
    chosen: int
    first: int
    year: Sequence[TrendWeek]
    today: date


class Drawn(NamedTuple):
    """The rows; which weeks are in sight, from the ``first`` on; and where their columns stand."""

    rows: list[Row]
    first: int
    shown: int
    at: Shape

    def week_at(self, x: int) -> int | None:
        """The place of the week whose column stands at a cell; None beside them."""
        number = (x - self.at.start) // self.at.step
        return self.first + number if x >= self.at.start and number < self.shown else None


class _Strip(NamedTuple):
    """A row of marks under the bars: its name, and what stands in it of a week, with its role. Where there is room for
    few, those of the lowest ``rank`` stay."""

    rank: int
    name: str
    cell: Callable[[Figures, Marks], tuple[str, str]]
    of_whole: bool = False  # it says nothing yet of the week that runs


def trends_picture(look: TrendsLook, width: int, height: int, marks: Marks) -> Drawn:
    """All of it in so many rows: what the weeks come to, the bars, the marks under them, the chosen week in words, and
    where there is room the year day by day."""
    trends = look.trends
    sentences, across = summary_words(trends), min(width, WIDE) - 2 * INDENT
    if not trends.weeks or not trends.first:
        rows = [Row(), *(Row(INDENT).put(line, "text") for line in paragraph(" ".join(sentences), across))]
        return Drawn([row.fitted(width) for row in rows], 0, 0, Shape(width, 1, 1))
    strips = _strips(trends)
    start = _start(strips)
    at, count = shape(width - INDENT, start, len(trends.weeks), WIDEST)
    first = max(0, min(look.first, len(trends.weeks) - count, look.chosen), look.chosen - count + 1)
    seen, chosen = trends.weeks[first : first + count], look.chosen - first
    days, words = _week_words(trends.weeks[look.chosen], trends, look.today, marks)
    with_year = len(look.year) > 1 and width >= start + YEAR + INDENT
    room = share(
        height,
        len(paragraph(" ".join(sentences), across)),
        len(strips),
        1 + len(paragraph(" ".join(words), across)),
        with_year=with_year,
    )
    rows = [Row(INDENT).put(line, "text") for line in _in_rows(sentences, across, room.summary)] + [Row()] * room.air
    rows += _chart(trends, first, chosen, count, at, room, width, marks)
    rows += [_strip(strip, seen, chosen, at, marks) for strip in strips if strip.rank < room.strips]
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


def _start(strips: Sequence[_Strip]) -> int:
    """Where the first week's column begins: after the longest name of what stands before it."""
    names = (*(strip.name for strip in strips), say("hands"), say("eyes"), "10h30")
    return INDENT + max(map(cell_len, names)) + 2


# The bars


def _chart(  # noqa: PLR0917 - a drawing in its surroundings
    trends: Trends, first: int, chosen: int, count: int, at: Shape, room: TrendsRoom, width: int, marks: Marks
) -> list[Row]:
    """The bars with their scale before them, and the weeks and months under them. One scale holds for all weeks, those
    out of sight too, of which the line says how many there are on either side."""
    seen = trends.weeks[first : first + count]
    of = scale([each.bar for each in trends.weeks], room.chart)
    drawn = bar_rows([each.bar for each in seen], of, at, marks, chosen)
    rows = [Row(INDENT).put(*_label(y, of)).to(at.start).extend_from(row, at.start) for y, row in enumerate(drawn)]
    after = len(trends.weeks) - first - count
    if first or after:
        before = Row(INDENT).put(f"{marks.left}{first}" if first else "", "accent")
        before.put(" " if first and after else "").put(f"{after}{marks.right}" if after else "", "accent")
        rows[of.up] = before.to(at.start).extend_from(drawn[of.up], at.start)
    labels = [_weeks(seen, chosen, at), _months(seen, at, width)]
    return [*rows, *(labels if room.labels == 2 else labels[:1] if at.step >= 4 else labels[1:])]


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


def _weeks(seen: Sequence[TrendWeek], chosen: int, at: Shape) -> Row:
    """The weeks' numbers, the chosen one between brackets; only some of them where they are close."""
    row = Row(at.start)
    every = 1 if at.step >= 3 else 4 // at.step
    for number, each in enumerate(seen):
        column = at.start + number * at.step
        held = number == chosen
        text = f"[{each.week.number}]" if held and at.step >= 4 else str(each.week.number)
        shown = held or (number - chosen) % every == 0
        left = column + max(0, at.bar - cell_len(text)) // 2 - (held and at.bar < cell_len(text) and at.step >= 4)
        if shown and left >= row.cells:
            row.to(left).put(text, "accent strong" if held else "dim")
    return row


def _months(seen: Sequence[TrendWeek], at: Shape, width: int) -> Row:
    """Each month where its first week stands, as far as there is room; January by its year."""
    row, before = Row(at.start), 0
    for number, each in enumerate(seen):
        thursday = each.week.days[3]
        if thursday.month != before:
            before = thursday.month
            name = short_month(thursday.month)
            if before == 1:
                name = f"{name} {thursday.year}" if at.step > 1 else str(thursday.year)
            column = at.start + number * at.step
            if column >= row.cells + (row.cells > at.start) and column + cell_len(name) <= width:
                row.to(column).put(name, "text" if before == 1 else "dim")
    return row


# The marks under them


def _strips(trends: Trends) -> list[_Strip]:
    """The rows of marks: people, what was given, and the plan."""
    kept = (
        _Strip(2, say("measure"), _reached)
        if trends.view.objective
        else _Strip(2, say("plan", context="kept"), _kept, True)
    )
    return [
        _Strip(0, say("met", context="people"), lambda figures, marks: _count(len(figures.met), "meeting", marks)),
        _Strip(4, say("in person"), lambda figures, marks: _count(figures.in_person, "meeting", marks)),
        _Strip(1, say("ties"), lambda figures, marks: _count(_number(figures.ties), "balanced", marks)),
        _Strip(5, say("gave"), lambda figures, marks: _count(figures.contributions, "contribution", marks)),
        _Strip(3, say("echo"), lambda figures, marks: _count(figures.echoes, "contribution", marks)),
        kept,
    ]


def _number(some: Sequence[str] | None) -> int | None:
    return None if some is None else len(some)


def _count(count: int | None, role: str, marks: Marks) -> tuple[str, str]:
    """A count; a dot for none, and a dash where it is not known."""
    if count is None:
        return marks.none, "dim"
    return (str(count), role) if count else (marks.open, "dim")


def _kept(figures: Figures, marks: Marks) -> tuple[str, str]:
    """A full round for a plan that was kept, half of one where the goal or the cap alone was, an empty one for none."""
    kept = figures.kept
    if not kept:
        return " ", "dim"
    if all(kept):
        return marks.warm, "balanced"
    return (marks.cooling, "leaning") if any(kept) else (marks.cold, "drifting")


def _reached(figures: Figures, marks: Marks) -> tuple[str, str]:
    if figures.reached is None:
        return " ", "dim"
    return (marks.warm, "balanced") if figures.reached else (marks.cold, "drifting")


def _strip(strip: _Strip, seen: Sequence[TrendWeek], chosen: int, at: Shape, marks: Marks) -> Row:
    row = Row(INDENT).put(strip.name, "dim").to(at.start)
    for number, each in enumerate(seen):
        held = " chosen" if number == chosen else ""
        text, role = (
            (" ", "dim") if each.figures is None or (strip.of_whole and each.runs) else strip.cell(each.figures, marks)
        )
        text = text if cell_len(text) <= at.bar else "+"  # ten or more, in a single cell
        left = (at.bar - cell_len(text)) // 2
        row.put(" " * left, f"text{held}").put(text, f"{role}{held}")
        row.put(" " * (at.bar - left - cell_len(text)), f"text{held}").to(at.start + (number + 1) * at.step)
    return row


# The chosen week in words


def _week_words(each: TrendWeek, trends: Trends, today: date, marks: Marks) -> tuple[Row, list[str]]:
    """Its days, and all that is known of it in parts."""
    row = Row(INDENT).put(week_title(each, today), "text strong")
    if each.runs:
        row.put(f"   {say('so far')}", "dim")
    parts = [_together(literal(part)) for part in week_words(each, trends.view)]
    told = [part if n == len(parts) - 1 else f"{part} {marks.dot}" for n, part in enumerate(parts)]
    return row, told


def _together(part: str) -> str:
    """A part that no line breaks, unless it is a long one."""
    return part if len(part) > LONG_PART else part.replace(" ", "\u00a0")


# The year


def _year(look: TrendsLook, start: int, width: int, marks: Marks) -> list[Row]:
    """The last year as cloth: a column a week, a row a day, and in each cell what most of the day was."""
    step = 2 if width - start - INDENT >= 2 * YEAR else 1
    weeks = look.year[-((width - start - INDENT) // step) :]
    at = Shape(start, step, 1)
    title = Row(INDENT).put(say("DAY BY DAY"), "dim strong").put("   ")
    title.put(plural(len(weeks), "{n} week", "{n} weeks"), "dim").put("   ")
    for kind in Kind:
        title.put(f"{marks.of(kind)} ", kind.value).put(f"{kind.title}   ", "dim")
    chosen = look.trends.weeks[look.chosen].week
    rows = [title, _months(weeks, at, width)]
    for number in range(7):
        row = Row(INDENT).put(day(weeks[-1].week.days[number]), "dim").to(start)
        for each in weeks:
            text, role = _day(each, number, look.today, marks)
            row.put(text, f"{role} chosen" if each.week == chosen else role).put(" " * (step - 1))
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
