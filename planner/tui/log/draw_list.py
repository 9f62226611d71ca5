"""The log: weeks, days and entries as rows, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from planner.domain import words
from planner.domain.afterwards import afterwards_words
from planner.domain.entry import Entry
from planner.domain.kinds import Kind, Split
from planner.domain.value import NamedTuple
from planner.domain.weeks.logbook import LogDay, LogWeek
from planner.domain.words import minutes, say

from ..widgets.draw_found import with_found
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal, wrap
from ..widgets.draw_weave import woven

INDENT = 2
TIME = 4  # where the time of day begins
MINUTES_END = 18
MARK = 20
GROUP = 22
MARGIN = 2
LONGEST_GROUP = 24
PEOPLE_FROM = 90  # width from which people have a column of their own
PEOPLE = 28

#: One row: a week, a day, an entry, or a blank one.
Item = LogWeek | LogDay | Entry | None


class LogLook(NamedTuple):
    """What rows are drawn with: names of groups and people by id, the longest group's cells, what day it is, and the
    words of a search (folded)."""

    names: Mapping[str, str]
    longest: int
    today: date
    words: Sequence[str] = ()


def items(weeks: Iterable[LogWeek]) -> list[Item]:
    """The rows of some weeks: each begins with its name, each of its days with the day's."""
    listed: list[Item] = []
    for week in weeks:
        listed += [None, week] if listed else [week]
        for day in week.days:
            listed += [day, *day.entries]
    return listed


def log_row(item: Item, width: int, look: LogLook, marks: Marks, *, chosen: bool) -> Row:
    """One row in ``width`` cells."""
    match item:
        case LogWeek():
            return _week(item, width, look, marks).fitted(width)
        case LogDay():
            return _day(item, width, marks).fitted(width)
        case Entry():
            return _entry(item, width, look, marks, chosen=chosen)
    return Row().to(width)


def _week(item: LogWeek, width: int, look: LogLook, marks: Marks) -> Row:
    """The week's name and dates, a thin line, and its minutes by kind."""
    week = item.week
    row = Row(INDENT).put(say("Week {number}", number=week.number), "text strong")
    row.put("  ").put(words.span_beside(week.monday, week.sunday, look.today), "dim")
    figures = _by_kind(item.total, marks)
    line = width - MARGIN - figures.cells - 2 - row.cells
    row.put(" ").put(marks.rule * (line - 1), "rule").put(" ")
    return row.to(width - MARGIN - figures.cells).extend(figures)


def _by_kind(total: Split, marks: Marks) -> Row:
    row = Row()
    for kind in Kind:
        if total.of(kind):
            row.put("  " if row.cells else "").put(f"{marks.of(kind)} ", kind.value)
            row.put(minutes(total.of(kind)), "text")
    return row


def _day(item: LogDay, width: int, marks: Marks) -> Row:
    """The day by name, its minutes over those of its entries, and how it was woven."""
    row = Row(INDENT).put(words.day_month(item.day), "dim strong")
    if not item.total.total:
        return row
    row.right(MINUTES_END, minutes(item.total.total), "dim strong").to(MARK)
    return row.extend(woven(item.total, width - MARK - MARGIN, marks))


def cut_words(entry: Entry, width: int, look: LogLook, marks: Marks) -> list[Row]:
    """What an entry tells, in two rows at most, where its own row has no room for all of it; none where it has."""
    told = ", ".join(filter(None, _told(entry, look)))
    row = log_row(entry, width, look, marks, chosen=False).text
    if all(literal(part) in row for part in _told(entry, look)):
        return []
    return [Row(INDENT).put(line, "dim") for line in wrap(told, width - INDENT - MARGIN, 2)]


def _told(entry: Entry, look: LogLook) -> tuple[str, str]:
    """An entry's people, and its note with what is known of it since."""
    people = ", ".join(look.names.get(person, person) for person in entry.people)
    note = entry.note if entry.confirmed else ", ".join(filter(None, [say("not confirmed"), entry.note]))
    told = [note, afterwards_words(entry, lambda id_: look.names.get(id_, id_))]
    return people, say("; ").join(filter(None, told))


def _entry(entry: Entry, width: int, look: LogLook, marks: Marks, *, chosen: bool) -> Row:
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(TIME)
    row.put(words.clock(entry.start), "dim")
    row.right(MINUTES_END, minutes(entry.minutes), "text" if entry.confirmed else "dim")
    row.put("" if entry.confirmed else "?", "accent strong").to(MARK).put(marks.of(entry.kind), entry.kind.value)
    group = min(look.longest, LONGEST_GROUP, max(10, (width - GROUP) // 3))
    name = look.names.get(entry.group, entry.group)
    found = Row().put(name, "text strong" if chosen else "text" if entry.confirmed else "dim", group).to(group + 2)
    people, note = _told(entry, look)
    end = width - MARGIN - GROUP
    if width < PEOPLE_FROM:
        beside = ", ".join(filter(None, [people, note] if entry.confirmed else [note, people]))
        found.put(beside, "dim", end - found.cells)
    elif not people:
        found.put(note, "dim", end - found.cells)
    else:
        found.put(note, "dim", end - PEOPLE - 2 - found.cells).to(end - PEOPLE).put(people, "dim", PEOPLE)
    row.to(GROUP).extend(with_found(found, look.words))
    return row.fitted(width).marked("chosen") if chosen else row.fitted(width)
