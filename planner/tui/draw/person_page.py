"""A person's page: who they are, why the tie is what it is, and the thread of everything that passed, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.follow_ups import promise_words
from planner.domain.person_words import coming, known, why
from planner.domain.thread import Passed, Thread, ThreadItem
from planner.domain.words import clock, day_month, listing, minutes, plural, say

from .marks import Marks
from .paragraph import paragraph
from .person_detail import name_row
from .row import Row
from .told import INDENT, told_rows

GAP = 2
TIME = 5
MINUTES = 5


def person_page(thread: Thread, book: Book, today: date, width: int, marks: Marks) -> list[Row]:
    """All of it in ``width`` cells."""
    told = (*why(thread.row, today), *coming(thread.row, today), *known(thread.row, book, today))
    rows = [name_row(thread.row.person, width, marks), Row(), *told_rows(told, width), Row()]
    rows.append(_heading(say("WHAT PASSED"), width, marks))
    rows += _passed(thread.items, thread.row.person.id, book, today, width, marks)
    if not thread.items:
        rows.append(Row(INDENT).put(say("Nothing yet. m logs a meeting with them, c an exchange."), "text"))
    if thread.earlier:
        rows.append(Row(INDENT).put(plural(thread.earlier, "and {n} earlier entry", "and {n} earlier entries"), "dim"))
    return [row.fitted(width) for row in rows]


def _heading(title: str, width: int, marks: Marks) -> Row:
    row = Row(INDENT).put(title, "dim strong").put(" ")
    return row.put(marks.rule * max(0, width - INDENT - row.cells), "rule")


def _passed(items: Sequence[ThreadItem], person: str, book: Book, today: date, width: int, marks: Marks) -> list[Row]:
    """The items, each year that is not this one under its number."""
    days = max((cell_len(day_month(item.day)) for item in items), default=0)
    rows, year = [], today.year
    for item in items:
        if item.day.year != year:
            year = item.day.year
            rows += [Row(), Row(INDENT).put(str(year), "dim strong")]
        rows += _item(item, person, book, days, width, marks)
    return rows


def _item(item: ThreadItem, person: str, book: Book, days: int, width: int, marks: Marks) -> list[Row]:
    """When, how long, and what: on further rows where it does not fit on one."""
    mark, role = _mark(item, marks)
    length = item.entry.minutes if item.entry else item.appointment.minutes if item.appointment else 0
    start = INDENT + days + GAP
    row = Row(INDENT).put(day_month(item.day), "dim").to(start).put(clock(item.at) if item.at else "", "dim")
    row.right(start + TIME + GAP + MINUTES, minutes(length) if length else "", "text")
    row.to(start + TIME + GAP + MINUTES + GAP).put(mark, role).to(start + TIME + 2 * GAP + MINUTES + 2)
    strong, told = _words(item, person, book)
    lines = paragraph("; ".join(filter(None, (strong, told))), max(8, width - row.cells - INDENT))
    first, rest = (lines or [""])[0], lines[1:]
    column = row.cells
    if strong and first.startswith(strong):
        row.put(strong, "text").put(first[len(strong) :], "dim")
    else:
        row.put(first, "text" if strong else "dim")
    return [row, *(Row(column).put(line, "dim") for line in rest)]


def _mark(item: ThreadItem, marks: Marks) -> tuple[str, str]:
    if item.entry:
        return marks.of(item.entry.kind), item.entry.kind.value
    if item.appointment:
        return (marks.open, "meeting") if item.appointment.planned else (marks.none, "dim")
    if item.what is Passed.DONE:
        return marks.done[:1], "balanced"
    return (marks.none, "dim") if item.what is Passed.LET_GO else (marks.pointer, "accent")


def _words(item: ThreadItem, person: str, book: Book) -> tuple[str, str]:
    """What it was, and what else there is to say of it."""
    if item.entry:
        return _entry(item.entry, person, book)
    if item.appointment:
        meeting = item.appointment
        title = meeting.title or (say(meeting.form) if meeting.form else say("meeting"))
        group = book.group_name(meeting.group) if meeting.group else ""
        return title, ", ".join(filter(None, (say(meeting.outcome.value), meeting.place, group)))
    assert item.step
    when = say("for {day}", day=day_month(item.step.day)) if item.what is Passed.SET else ""
    again = plural(item.step.put_off, "put off once", "put off {n} times") if item.step.put_off else ""
    told = ", ".join(filter(None, (say(item.what.value), when, again if item.what is Passed.SET else "")))
    return promise_words(item.step), told


def _entry(entry: Entry, person: str, book: Book) -> tuple[str, str]:
    """The group and the note; who else was there, how it was held, and what came back."""
    others = listing([book.people[id_].name for id_ in entry.people if id_ != person and id_ in book.people])
    told = (
        say("with {people}", people=others) if others else "",
        say(entry.form) if entry.form else "",
        say("came back: {echo}", echo=entry.echo) if entry.echo else "",
        "" if entry.confirmed else say("not confirmed"),
    )
    first = ", ".join(filter(None, (book.group_name(entry.group), entry.note)))
    return first, "; ".join(filter(None, told))
