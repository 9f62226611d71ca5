"""The review's third step: how the week's watching grew against its cap, and what that cost."""

from __future__ import annotations

from itertools import accumulate

from rich.cells import cell_len

from planner.domain import words
from planner.domain.book import Book
from planner.domain.drift.reasons import balance_words, blamed, cap_words, signals_told
from planner.domain.weeks.aimless import aimless_words
from planner.domain.weeks.draft import ReviewDraft, cap_is_told
from planner.domain.weeks.report import WeekReport
from planner.domain.words import minutes, say

from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, wrap

INDENT = 2
DAY_END = 10  # "  Mon 23", and a gap
FIGURE = 7  # cells for a day's sum
LONGEST_BAR = 80
AIRY_FROM = 28


def drift(draft: ReviewDraft, width: int, height: int, marks: Marks, book: Book) -> list[Row]:
    """The level with what it cost, the week's watching day by day, the signals, and what served no objective; with air
    where ``height`` rows allow it."""
    report = draft.report
    rows = [Row(INDENT).put(line, "text strong") for line in wrap(draft.cost, width - 2 * INDENT, 2) if line]
    if not report.drift.off and (report.plan or report.logged.total):
        judged = report.drift.level
        row = Row(INDENT).put(say("The week was"), "dim").put(f" {judged.title}", f"{judged.word} strong")
        reason = blamed(report.drift)
        rows.append(row.put(f" {reason}" if reason else "", "dim").put("."))
        cap = "" if cap_is_told(report) else say("Cap: {told}.", told=cap_words(report.drift))
        balance = say("Balance: {told}.", told=balance_words(report.drift))
        rows += [
            Row(INDENT).put(line, "dim") for reason in (cap, balance) for line in paragraph(reason, width - 2 * INDENT)
        ]
    rows += [
        *_aimless(draft, book, width),
        Row(),
        *_spread(watching_by_day(report, width, marks), airy=height >= AIRY_FROM),
        Row(),
    ]
    for signal in signals_told(report.drift):
        rows += [Row(INDENT).put(line, "text") for line in paragraph(signal.text, width - 2 * INDENT)]
        rows += [Row(2 * INDENT).put(line, "dim") for line in paragraph(signal.advice, width - 3 * INDENT)]
    if not report.drift.signals:
        rows.append(Row(INDENT).put(say("Nothing speaks against this week."), "dim"))
    return [row.fitted(width) for row in rows]


def _aimless(draft: ReviewDraft, book: Book, width: int) -> list[Row]:
    """The minutes that served no objective, and the objectives with the figures that give them those of a group."""
    words = aimless_words(draft.aimless, book)
    if not words:
        return []
    rows = [Row(), *(Row(INDENT).put(line, "text strong") for line in paragraph(words, width - 2 * INDENT))]
    objectives = book.active_objectives()
    if not objectives:
        return rows
    first = draft.aimless[0]
    asked = say(
        "What did the {time} of {group} serve?", time=minutes(first.minutes), group=book.group_name(first.group)
    )
    rows += [Row(INDENT).put(line, "dim") for line in paragraph(asked, width - 2 * INDENT)]
    row = Row(INDENT)
    for number, objective in enumerate(objectives, 1):
        cells = cell_len(objective.title) + 3
        if row.cells > INDENT and row.cells + 3 + cells > width - INDENT:
            rows, row = [*rows, row], Row(INDENT)
        row.put("   " if row.cells > INDENT else "").put(f"{number} ", "accent strong")
        row.put(objective.title, "text", width - INDENT - row.cells)
    return [*rows, row]


def _spread(rows: list[Row], *, airy: bool) -> list[Row]:
    return [each for row in rows for each in (row, Row())] if airy else rows


def watching_by_day(report: WeekReport, width: int, marks: Marks) -> list[Row]:
    """A bar a day: what was watched before it, what was added on it, and the cap that all of it is held against."""
    sums = list(accumulate(day.watching for day in report.days))
    cap = report.drift.cap
    room = min(LONGEST_BAR, width - DAY_END - FIGURE - 2 * INDENT)
    scale = max(sums[-1], (cap or 0) * 5 // 4, 1)
    post = None if cap is None else min(room - 1, cap * room // scale)
    rows = [_cap_row(cap, post, room)] if cap is not None and post is not None else []
    for day, total in zip(report.week.days, sums, strict=True):
        row = Row(INDENT).put(say("{day} {d}", day=words.day(day), d=day.day), "dim").to(DAY_END)
        if day <= report.today:
            added = report.days[(day - report.week.monday).days].watching
            row.extend(_bar(total, added, scale, room, post, marks))
            over = cap is not None and total > cap
            role = "adrift strong" if over else "text strong" if added else "dim"
            row.right(DAY_END + room + FIGURE, minutes(total), role)
        rows.append(row)
    return rows


def _cap_row(cap: int, post: int, room: int) -> Row:
    """Where the cap stands, in words over its mark."""
    words = say("cap {cap}", cap=minutes(cap))
    at = DAY_END + max(0, min(post - cell_len(words) // 2, room - cell_len(words)))
    return Row().to(at).put(words, "dim")


def _bar(total: int, added: int, scale: int, room: int, post: int | None, marks: Marks) -> Row:  # noqa: PLR0917
    """One day's bar: solid thread for what was added, thin for what there was, the level's colour past the cap."""
    done, before = total * room // scale, (total - added) * room // scale
    if added:
        done = max(done, before + 1)
    row = Row()
    for cell in range(room):
        if cell == post:
            row.put(marks.cap, "text strong")
        elif cell < before:
            row.put(marks.watching, "dim")
        elif cell < done:
            row.put(marks.loose, "watching" if post is None or cell < post else "adrift")
        else:
            row.put(" ")
    return row
