"""The balance: the hands against their goal, the eyes against their cap, the forecast, and the one next act."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.drift.drift import Signal
from planner.domain.level import Level
from planner.domain.value import NamedTuple
from planner.domain.weeks.pace import beside
from planner.domain.weeks.report import WeekReport
from planner.domain.weeks.sight import Lack, lack, sight
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import minutes, say

from ..widgets.draw_footer import Hint
from ..widgets.draw_gauge import cap_bar, common_scale, goal_bar
from ..widgets.draw_heading import with_keys
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row
from .draw_next_act import acts, fitted
from .draw_objective_progress import corner

INDENT = 2
GAP = 2  # before a bar
BETWEEN = 4  # between the two, where they stand side by side
LONGEST = len("10h35")  # what a figure is given room for
ACT_ROWS = 2  # that the act is given where there is room


def balance(  # noqa: PLR0917 - the gauge in its surroundings
    report: Report,
    width: int,
    height: int,
    marks: Marks,
    signal: Signal | None,
    hints: Sequence[Hint] = (),
    *,
    silent: bool = False,
    later: str = "x",
) -> list[Row]:
    """The bars (under each other where it is narrow), what is seen, the next act, and where there is room what the
    week did for the objectives; with air around them where ``height`` rows allow it.

    ``signal`` is the reason to speak of, if there is one; while it is ``silent`` nothing is asked or advised. The
    ``hints`` name the key that tells more of the level, ``later`` is the one that puts the advice off. A week that
    cannot be read has nothing but the words for it.
    """
    if isinstance(report, UnreadReport):
        lines = paragraph(report.words, _width(width))
        air = [Row()] if height > len(lines) else []
        return [row.fitted(width) for row in (*air, *(Row(INDENT).put(line, "text strong") for line in lines))]
    gauge = bars(report, width, marks)
    objectives = [corner(report.objectives, width, marks)] if _with_objectives(report, width, height) else []
    room = height - len(gauge) - len(objectives)
    texts = sight(report, None) if silent else seen(report, signal)
    lines, act = fitted(texts, [[Row()], []] if silent else acts(report, width, signal, later), _width(width), room)
    airy = height > len(gauge) + rows_reserved(width) + len(objectives)
    over, between, under = _air(room - len(lines) - len(act), airy=airy)
    words = [Row(INDENT).put(line) for line in lines]
    if report.plan or report.logged.total:
        beside = words[0] if side_by_side(width) else gauge[0]
        why = with_keys(Row(), hints, width)
        if beside.cells + why.cells <= width - INDENT:
            beside.to(width - INDENT - why.cells).extend(why)
    rows = (*over, *gauge, *between, *words, *act, *objectives, *under)
    return [row.fitted(width) for row in rows]


def _air(spare: int, *, airy: bool) -> tuple[list[Row], list[Row], list[Row]]:
    """Blank rows over the bars, between them and the words, and under all, as many as are to spare."""
    first, second = (spare > 0, spare > 1) if airy else (spare > 1, spare > 0)
    return [Row()] * first, [Row()] * second, [Row()] * (spare > 2)


class WordsRows(NamedTuple):
    """The rows that what is seen and the next act take together, in their fewest words, and in all that they get."""

    least: int
    most: int


def words_rows(report: Report, width: int, *signals: Signal | None) -> WordsRows:
    """The rows that the words under the bars want at a width, whichever of ``signals`` they speak of."""
    if isinstance(report, UnreadReport):
        return WordsRows(0, 0)
    wanted = [_rows_wanted(report, width, signal) for signal in dict.fromkeys(signals)]
    return WordsRows(max(each.least for each in wanted), max(each.most for each in wanted))


def _rows_wanted(report: WeekReport, width: int, signal: Signal | None) -> WordsRows:
    told = [len(paragraph(text, _width(width))) for text in seen(report, signal)]
    act = [len(rows) for rows in acts(report, width, signal, "x") if rows]
    return WordsRows(min(told) + min(act), told[0] + next((rows for rows in act if rows <= ACT_ROWS), min(act)))


def _width(width: int) -> int:
    """The cells that a line of words has at a width."""
    return width - 2 * INDENT


def bars(report: WeekReport, width: int, marks: Marks) -> list[Row]:
    """The hands and the eyes with their bars and the level; under each other where it is narrow."""
    hands, eyes = _hands(report), _eyes(report)
    scale = common_scale(report.logged, report.planned.hands if report.plan else 0, report.drift.cap or 0)
    level = Row()
    if report.plan or report.logged.total:
        judged = report.drift.level
        level.put(*((say("week off"), "dim") if report.drift.off else (judged.title, f"{judged.word} strong")))
    if side_by_side(width):
        first, second = _most(hands, report.logged.hands), _most(eyes, report.logged.watching)
        bar = max(6, (width - 2 * INDENT - first - second - 2 * GAP - BETWEEN - _level_room()) // 2)
        row = Row(INDENT).extend(hands).to(INDENT + first + GAP)
        row.extend(_goal(report, scale, bar, marks)).put(" " * BETWEEN)
        start = row.cells
        rows = [row.extend(eyes).to(start + second + GAP).extend(_cap(report, scale, bar, marks))]
    else:
        lead = INDENT + max(_most(hands, report.logged.hands), _most(eyes, report.logged.watching)) + GAP
        bar = max(6, width - lead - _level_room() - 1 - INDENT)
        rows = [
            Row(INDENT).extend(hands).to(lead).extend(_goal(report, scale, bar, marks)),
            Row(INDENT).extend(eyes).to(lead).extend(_cap(report, scale, bar, marks)),
        ]
    rows[-1].to(width - INDENT - level.cells).extend(level)
    return rows


def _most(said: Row, logged: int) -> int:
    """The cells that a figure with its goal or cap may come to take, so that the bar after it stays where it is."""
    return said.cells + max(0, LONGEST - cell_len(minutes(logged)))


def side_by_side(width: int) -> bool:
    """Whether the two bars stand beside each other."""
    return width >= 100


def bars_height(width: int) -> int:
    """Rows that the bars take at a width."""
    return 1 if side_by_side(width) else 2


def rows_reserved(width: int) -> int:
    """Rows that what is seen and the next act have at a width, whatever they say."""
    return 2 if side_by_side(width) else 3


def objectives_height(report: Report, width: int) -> int:
    """Rows that the objectives take in it at a width; where it is narrow they are told elsewhere."""
    if isinstance(report, UnreadReport):
        return 0
    return 1 if report.objectives and side_by_side(width) else 0


def _with_objectives(report: WeekReport, width: int, height: int) -> bool:
    return height > bars_height(width) + rows_reserved(width) and objectives_height(report, width) > 0


def seen(report: WeekReport, signal: Signal | None) -> tuple[str, ...]:
    """What is seen: what the week lacks, with the key for it, else how it goes; the fullest wording first."""
    missing = lack(report, signal)
    if missing is Lack.GROUPS:
        return (say("A week’s minutes go to a few groups. Begin with one."),)
    if missing is Lack.PLAN:
        return (say("No plan yet. Press p: it proposes one, and Enter keeps it."),)
    return sight(report, signal)


def _level_room() -> int:
    """Cells for the longest of the levels, and a gap."""
    return max(cell_len(level.title) for level in Level) + 1


def _hands(report: WeekReport) -> Row:
    row, done = Row().put(say("HANDS"), "text strong").put("  "), report.logged.hands
    if not report.planned.hands:
        return row.put(minutes(done), "text strong")
    there, goal = beside(done, report.planned.hands)
    return row.put(there, "text strong").put(say(" of {goal}", goal=goal), "dim")


def _eyes(report: WeekReport) -> Row:
    row = Row().put(say("EYES"), "text strong").put("  ").put(minutes(report.logged.watching), "text strong")
    cap = report.drift.cap
    return row if cap is None else row.put(say(", cap {cap}", cap=minutes(cap)), "dim")


def _goal(report: WeekReport, scale: int, width: int, marks: Marks) -> Row:
    return goal_bar(report.logged, report.budget.hands if report.budget else None, scale, width, marks)


def _cap(report: WeekReport, scale: int, width: int, marks: Marks) -> Row:
    return cap_bar(report.logged, report.drift.cap, scale, width, marks, report.drift.level.word)
