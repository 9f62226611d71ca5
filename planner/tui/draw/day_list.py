"""Lists below the cloth, latest first: today's entries, and earlier ones or what nobody has confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from planner.domain import words
from planner.domain.entry import Entry
from planner.domain.report import WeekReport
from planner.domain.words import plural, say

from .marks import Marks
from .row import Row, literal

INDENT = 2
COLUMNS_FROM = 100  # width from which two lists stand side by side

Names = Mapping[str, str]


class _Item:
    """One line of a list, before its width is known."""

    def __init__(self, when: str, entry: Entry, mark: str, role: str) -> None:
        self.when, self.entry, self.mark, self.role = when, entry, mark, role


def lists(  # noqa: PLR0917 - a drawing in its surroundings
    report: WeekReport, width: int, height: int, names: Names, marks: Marks, turned: int = 0
) -> list[Row]:
    """Up to ``height`` rows; narrow, one list at a time, ``turned`` so many times."""
    if not height or not report.lines:
        return []
    both = [_today(report, marks), _other(report, marks)]
    if width < COLUMNS_FROM:
        title, items = both[turned % 2]
        return _drawn(title, both[(turned + 1) % 2][0], items, width, height, names)
    half = width // 2
    left = _drawn(both[0][0], "", both[0][1], half, height, names)
    right = _drawn(both[1][0], "", both[1][1], width - half, height, names)
    blank = Row().to(half)
    return [
        Row().extend(left[n] if n < len(left) else blank).extend(right[n] if n < len(right) else Row())
        for n in range(max(len(left), len(right)))
    ]


def _today(report: WeekReport, marks: Marks) -> tuple[str, list[_Item]]:
    items = [
        _Item(words.clock(entry.start), entry, marks.of(entry.kind), entry.kind.value)
        for entry in reversed(report.entries)
        if entry.day == report.today
    ]
    timer = report.timer
    if timer and timer.start.date() == report.today:
        running = Entry(
            "", timer.start, timer.elapsed(report.now), timer.kind, timer.group, people=timer.people, note=timer.note
        )
        items.insert(0, _Item(words.clock(timer.start), running, marks.running, "accent"))
    return say("TODAY"), items


def _other(report: WeekReport, marks: Marks) -> tuple[str, list[_Item]]:
    """What nobody has confirmed, if there is any; else the week's earlier entries."""
    if report.unconfirmed:
        return say("UNCONFIRMED"), [_Item(words.day(entry.day), entry, "?", "accent") for entry in report.unconfirmed]
    earlier = [entry for entry in reversed(report.entries) if entry.day != report.today]
    return say("EARLIER THIS WEEK"), [
        _Item(words.day(entry.day), entry, marks.of(entry.kind), entry.kind.value) for entry in earlier
    ]


def _drawn(  # noqa: PLR0917 - a drawing in its surroundings
    title: str, other: str, items: Sequence[_Item], width: int, height: int, names: Names
) -> list[Row]:
    head = Row(INDENT).put(title, "dim strong")
    if other:
        tab = Row().put("tab", "accent").put(f" {other.lower()}", "dim")
        head.to(width - INDENT - tab.cells).extend(tab)
    rows = [head.fitted(width)]
    room = height - 1
    shown = items if len(items) <= room else items[: max(0, room - 1)]
    longest = max((cell_len(literal(names.get(item.entry.group, item.entry.group))) for item in items), default=0)
    group = min(longest, max(8, width // 3))
    rows += [_row(item, width, group, names) for item in shown]
    if not items and room:
        rows.append(Row(INDENT).put(say("Nothing yet."), "dim").fitted(width))
    if len(shown) < len(items) and room:
        rows.append(
            Row(INDENT).put(plural(len(items) - len(shown), "and {n} more", "and {n} more"), "dim").fitted(width)
        )
    return rows


def _row(item: _Item, width: int, group: int, names: Names) -> Row:
    entry = item.entry
    row = Row(INDENT).put(item.when, "dim").to(INDENT + 6).right(INDENT + 11, words.minutes(entry.minutes), "text")
    row.put("  ").put(item.mark, item.role).put(" ")
    start = row.cells
    row.put(names.get(entry.group, entry.group), "text", group).to(start + group + 2)
    people = ", ".join(names.get(person, person) for person in entry.people)
    told = ", ".join(part for part in (people, entry.note) if part)
    return row.put(told, "dim", max(0, width - row.cells - 2)).fitted(width)
