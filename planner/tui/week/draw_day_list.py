"""The lists below the cloth: what was done today, what comes next with whom, what is arranged, what came earlier."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from rich.cells import cell_len

from planner.domain import words
from planner.domain.appointment import Appointment
from planner.domain.entry import Entry
from planner.domain.people.follow_ups import SHOWN, FollowUp, step_words, when_words
from planner.domain.value import NamedTuple
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import plural, say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal, wrap
from ..widgets.key_words import key_words

INDENT = 2
MARGIN = 2  # right of what an item says
WORDS = 16  # cells that words want
GAP = 2  # the least between a list's title and the key that turns to another
TWO_FROM, THREE_FROM = 100, 120  # widths from which so many lists stand side by side
#: Where lists side by side begin and end, in hundredths of the width.
EDGES = {1: (0, 100), 2: (0, 50, 100), 3: (0, 32, 70, 100)}

Names = Mapping[str, str]


#: An item in a given width, in so many rows at most: what it says is broken before it is cut.
Item = Callable[[int, int], list[Row]]


#: What an item is about.
About = Entry | FollowUp | Appointment


class List(NamedTuple):
    """One list: its title, its items, and what each is about."""

    title: str
    rows: Sequence[Item]
    about: Sequence[About]


class Place(NamedTuple):
    """Where an item stands, and what it is about; None for the key that turns to the other list."""

    left: int
    right: int
    top: int
    bottom: int
    about: About | None

    def has(self, x: int, y: int) -> bool:
        """Whether a cell is of it."""
        return self.left <= x < self.right and self.top <= y < self.bottom


class Lists(NamedTuple):
    """The lists as they are drawn, and where each item stands."""

    rows: list[Row] = []  # noqa: RUF012 - never changed
    places: Sequence[Place] = ()


def lists(  # noqa: PLR0917 - a drawing in its surroundings
    report: Report, width: int, height: int, names: Names, marks: Marks, turned: int = 0
) -> list[Row]:
    """Up to ``height`` rows: as many lists side by side as there is room for, ``turned`` so many lists further."""
    return laid_out(report, width, height, names, marks, turned).rows


def laid_out(  # noqa: PLR0917 - a drawing in its surroundings
    report: Report, width: int, height: int, names: Names, marks: Marks, turned: int = 0
) -> Lists:
    """The same, with where each item stands."""
    if not height or not (report.lines or isinstance(report, UnreadReport)):
        return Lists()
    parts = _lists(report, names, marks)
    at = turned % len(parts)
    order = [*parts[at:], *parts[:at]]
    shown = min(len(order), 3 if width >= THREE_FROM else 2 if width >= TWO_FROM else 1)
    other = order[shown].title if shown < len(order) else ""
    nothing = say("Not known.") if isinstance(report, UnreadReport) else say("Nothing yet.")
    edges = [width * share // 100 for share in EDGES[shown]]
    drawn = [
        _drawn(each, other if n == shown - 1 else "", edges[n + 1] - edges[n], height, nothing)
        for n, each in enumerate(order[:shown])
    ]
    rows = [_beside([rows for rows, _ in drawn], edges, y) for y in range(max(len(rows) for rows, _ in drawn))]
    places = [
        Place(edges[n], edges[n + 1], top, bottom, about)
        for n, (_, spans) in enumerate(drawn)
        for about, top, bottom in spans
    ]
    turns = [Place(edges[shown - 1], edges[shown], 0, 1, None)] if other else []
    return Lists(rows, [*places, *turns])


def _lists(report: Report, names: Names, marks: Marks) -> list[List]:
    """Today comes first and is always there; of the others only those that have something to say, or the earlier ones
    where none has."""
    today = _today(report, names, marks)
    doubtful = report.unconfirmed
    unconfirmed = List(say("UNCONFIRMED"), _entries(doubtful, names, lambda _: ("?", "accent")), doubtful)
    most = report.follow_ups[:SHOWN]
    steps = List(say("NEXT STEPS"), [_step(each) for each in most], most)
    waiting = report.to_confirm
    asked = _meetings(waiting, names, ("?", "accent"), words.short_day, report.today)
    to_answer = List(say("TO ANSWER"), asked, waiting)
    to_come = _meetings(report.coming, names, (marks.meeting, "meeting"), _weekday, report.today)
    coming = List(say("COMING"), to_come, report.coming)
    before = [entry for entry in reversed(report.entries) if entry.day != report.today]
    ways = _entries(before, names, lambda e: (marks.of(e.kind), e.kind.value))
    earlier = List(say("EARLIER THIS WEEK"), ways, before)
    others = [each for each in (unconfirmed, to_answer, steps, coming, earlier) if each.rows]
    return [today, *(others or [earlier])]


def _beside(drawn: Sequence[Sequence[Row]], edges: Sequence[int], y: int) -> Row:
    row = Row()
    for rows, edge in zip(drawn, edges, strict=False):
        row.to(edge)
        if y < len(rows):
            row.extend(rows[y])
    return row


def _drawn(
    listed: List, other: str, width: int, height: int, nothing: str
) -> tuple[list[Row], list[tuple[About, int, int]]]:
    """A list, and the rows from which and to which each item is drawn; ``nothing`` is what stands in it where it is
    empty."""
    spans = []
    head = Row(INDENT).put(listed.title, "dim strong")
    if other:
        key = key_words("tab")
        tab = Row().put(key, "accent").put(f" {other.lower()}", "dim", max(0, width - head.cells - GAP - len(key)))
        head.to(max(head.cells + GAP, width - INDENT - tab.cells)).extend(tab)
    rows = [head.fitted(width)]
    room = height - 1
    shown = listed.rows if len(listed.rows) <= room else listed.rows[: max(0, room - 1)]
    spare = room - len(listed.rows)  # what is left beside a row for each
    for draw, about in zip(shown, listed.about, strict=False):
        drawn = draw(width, 1 + max(0, spare))
        spans.append((about, len(rows), len(rows) + len(drawn)))
        rows += drawn
        spare -= len(drawn) - 1
    if not listed.rows and room:
        rows.append(Row(INDENT).put(nothing, "dim").fitted(width))
    if len(shown) < len(listed.rows) and room:
        rest = len(listed.rows) - len(shown)
        rows.append(Row(INDENT).put(plural(rest, "and {n} more", "and {n} more"), "dim").fitted(width))
    return rows, spans


# Entries


def _today(report: Report, names: Names, marks: Marks) -> List:
    entries = [entry for entry in reversed(report.entries) if entry.day == report.today]
    timer = report.timer
    running, mark = None, marks.of_timer(paused=bool(timer and timer.paused))
    if timer and timer.start.date() == report.today:
        running = Entry(
            "", timer.start, timer.elapsed(report.now), timer.kind, timer.group, people=timer.people, note=timer.note
        )
        entries.insert(0, running)
    items = _entries(
        entries,
        names,
        lambda entry: (mark, "accent") if entry is running else (marks.of(entry.kind), entry.kind.value),
        lambda entry: words.clock(entry.start),
    )
    return List(say("TODAY"), items, entries)


def _entries(
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
        beside = ", ".join(part for part in (_people(entry.people, names), entry.note) if part)
        return _item_rows(row, [(beside, "dim")], width, most, start)

    return [partial(draw, entry) for entry in entries]


def _timed(when: str, minutes: int, mark: str, role: str) -> Row:
    row = Row(INDENT).put(when, "dim").to(INDENT + 6).right(INDENT + 11, words.minutes(minutes), "text")
    return row.put("  ").put(mark, role).put(" ")


def _people(ids: Sequence[str], names: Names) -> str:
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


def _step(follow_up: FollowUp) -> Item:
    def draw(width: int, most: int) -> list[Row]:
        when = when_words(follow_up)
        role = "drifting" if follow_up.late > 0 else "accent" if follow_up.late == 0 else "dim"
        room = max(8, width - 2 * INDENT - cell_len(when) - 2)
        first, *others = [line for line in wrap(step_words(follow_up), room, most) if line]
        row = Row(INDENT).put(first, "text", room)
        row.right(width - INDENT, when, role)
        return [each.fitted(width) for each in (row, *(Row(INDENT + 2).put(line, "text", room) for line in others))]

    return draw


def _weekday(day: date, _today: date) -> str:
    return words.day(day)


def _meetings(
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
        beside = ", ".join(part for part in (_people(meeting.people, names), title) if part) or say("meeting")
        group = names.get(meeting.group, "") if meeting.group else ""
        return _item_rows(row, [(beside, "text"), (group, "dim")], width, most)

    return [partial(draw, meeting) for meeting in meetings]
