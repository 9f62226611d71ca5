"""The items of the lists below the cloth: what was done, what comes next with whom, and what is arranged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from rich.cells import cell_len

from planner.domain import words
from planner.domain.appointment import Appointment
from planner.domain.entry import Entry
from planner.domain.people.follow_ups import FollowUp, step_words, when_words
from planner.domain.weeks.unread_report import Report
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal, wrap

INDENT = 2
MARGIN = 2  # right of what an item says
WORDS = 16  # cells that words want

Names = Mapping[str, str]

#: An item in a given width, in so many rows at most: what it says is broken before it is cut.
Item = Callable[[int, int], list[Row]]


def of_today(report: Report, names: Names, marks: Marks) -> tuple[list[Item], list[Entry]]:
    """What was done today, the latest first, a running timer included; and what each item is about."""
    entries = [entry for entry in reversed(report.entries) if entry.day == report.today]
    timer = report.timer
    running, running_mark = None, marks.of_timer(paused=bool(timer and timer.paused))
    if timer and timer.start.date() == report.today:
        running = Entry(
            "", timer.start, timer.elapsed(report.now), timer.kind, timer.group, people=timer.people, note=timer.note
        )
        entries.insert(0, running)
    items = of_entries(
        entries,
        names,
        lambda entry: (running_mark, "accent") if entry is running else (marks.of(entry.kind), entry.kind.value),
        lambda entry: words.clock(entry.start),
    )
    return items, entries


def of_entries(
    entries: Sequence[Entry],
    names: Names,
    mark: Callable[[Entry], tuple[str, str]],
    when: Callable[[Entry], str] = lambda entry: words.day(entry.day),
) -> list[Item]:
    longest = max((cell_len(literal(names.get(entry.group, entry.group))) for entry in entries), default=0)

    def draw(entry: Entry, width: int, most: int) -> list[Row]:
        group = min(longest, max(8, width // 3))
        row = _timed(when(entry), entry.minutes, *mark(entry))
        start = row.cells
        row.put(names.get(entry.group, entry.group), "text", group).to(start + group + 2)
        beside = ", ".join(part for part in (people_words(entry.people, names), entry.note) if part)
        return _item_rows(row, [(beside, "dim")], width, most, start)

    return [partial(draw, entry) for entry in entries]


def _timed(when: str, minutes: int, mark: str, role: str) -> Row:
    row = Row(INDENT).put(when, "dim").to(INDENT + 6).right(INDENT + 11, words.minutes(minutes), "text")
    return row.put("  ").put(mark, role).put(" ")


def people_words(ids: Sequence[str], names: Names) -> str:
    return ", ".join(names.get(id_, id_) for id_ in ids)


def _item_rows(
    row: Row, parts: Sequence[tuple[str, str]], width: int, most: int, under: int | None = None
) -> list[Row]:
    """A row with what there is to tell after it, each text with its role, broken into at most ``most`` rows.

    They go on below its own beginning, or at ``under`` where there is too little room for words.
    """
    start = row.cells
    if under is not None and width - start - MARGIN < WORDS:
        start = under
    rows = [row]
    for number, (text, role) in enumerate(part for part in parts if part[0]):
        gap = 2 if number else 0
        left = width - MARGIN - rows[-1].cells - gap
        if cell_len(literal(text)) <= left or len(rows) == most:
            rows[-1].put(" " * gap).put(text, role, max(0, left))
            continue
        if number or start < row.cells:
            rows.append(Row(start))
        room = max(1, width - MARGIN - start)
        first, *others = [line for line in wrap(text, room, most - len(rows) + 1) if line]
        rows[-1].put(first, role, room)
        rows += [Row(start).put(line, role, room) for line in others]
    return [each.fitted(width) for each in rows]


# What comes next


def of_step(follow_up: FollowUp) -> Item:
    def draw(width: int, most: int) -> list[Row]:
        when = when_words(follow_up)
        role = "drifting" if follow_up.late > 0 else "accent" if follow_up.late == 0 else "dim"
        room = max(8, width - 2 * INDENT - cell_len(when) - 2)
        first, *others = [line for line in wrap(step_words(follow_up), room, most) if line]
        row = Row(INDENT).put(first, "text", room)
        row.right(width - INDENT, when, role)
        return [each.fitted(width) for each in (row, *(Row(INDENT + 2).put(line, "text", room) for line in others))]

    return draw


def weekday(day: date, _today: date) -> str:
    return words.day(day)


def of_meetings(
    meetings: Sequence[Appointment],
    names: Names,
    mark: tuple[str, str],
    when: Callable[[date, date], str],
    today: date,
) -> list[Item]:
    """Meetings, each with its day as ``when`` tells it."""
    days = max((cell_len(when(each.start.date(), today)) for each in meetings), default=0)

    def draw(meeting: Appointment, width: int, most: int) -> list[Row]:
        day = when(meeting.start.date(), today)
        row = Row(INDENT).put(f"{day}{' ' * (days - cell_len(day))} {words.clock(meeting.start)}", "dim")
        row.right(INDENT + days + 11, words.minutes(meeting.minutes), "text").put("  ")
        row.put(*mark).put(" ")
        title = meeting.title or (say(meeting.form) if meeting.form else "")
        beside = ", ".join(part for part in (people_words(meeting.people, names), title) if part) or say("meeting")
        group = names.get(meeting.group, "") if meeting.group else ""
        return _item_rows(row, [(beside, "text"), (group, "dim")], width, most)

    return [partial(draw, meeting) for meeting in meetings]
