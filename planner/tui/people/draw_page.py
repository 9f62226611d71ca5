"""A person's page: who they are, why the tie is what it is, and the thread of everything that passed, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len

from planner.domain.afterwards import afterwards_words
from planner.domain.book import Book
from planner.domain.deed import deed_words
from planner.domain.entry import Entry
from planner.domain.fact import Fact
from planner.domain.felt import course_words
from planner.domain.kinds import Kind
from planner.domain.people.follow_ups import promise_words
from planner.domain.people.moved_on import post_words
from planner.domain.people.person_words import coming, facts, known, why
from planner.domain.people.thread import Passed, Thread, ThreadItem
from planner.domain.people.ways import Way, way_words
from planner.domain.value import NamedTuple
from planner.domain.words import clock, day_month, listing, minutes, plural, say

from ..widgets.draw_facts import INDENT, fact_rows
from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import ruled
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row
from .draw_detail import TWO_COLUMNS_FROM, PersonLook, in_two_columns, page_title, who

GAP = 2
TIME = 5
MINUTES = 5
MOST_WAYS = 3  #: that are told of one person


class PageLook(NamedTuple):
    """A thread, with the ways to the person, in the book of a day, as it is drawn in ``width`` cells."""

    thread: Thread
    ways: Sequence[Way]
    book: Book
    today: date
    width: int
    marks: Marks
    passed: Sequence[Hint] = ()  # the keys that add to what passed, and change what is known
    known: Sequence[Hint] = ()

    @property
    def days(self) -> int:
        """Cells of the longest day."""
        return max((cell_len(day_month(item.day)) for item in self.thread.items), default=0)


def person_page(look: PageLook) -> list[Row]:
    """All of it; where it is narrow, the reasons and what else is known come after the thread."""
    thread, width, person = look.thread, look.width, PersonLook(look.thread.row, look.book, look.today)
    if width >= TWO_COLUMNS_FROM:
        rows, after = in_two_columns(person, width), []
    else:
        reasons = why(thread.row, look.today)
        rows = fact_rows((*_who(look), *reasons[:1], *coming(thread.row, look.today)), width)
        after = fact_rows((*reasons[1:], *known(*person)), width)
    rows += fact_rows((*_joy(look), *_ways(look)), width)
    rows += [Row(), ruled(say("WHAT PASSED"), width, look.marks, look.passed), *_passed(look)]
    if not thread.items:
        rows.append(Row(INDENT).put(say("Nothing yet. m logs a meeting with them, c an exchange."), "text"))
    if thread.earlier:
        rows.append(Row(INDENT).put(plural(thread.earlier, "and {n} earlier entry", "and {n} earlier entries"), "dim"))
    rows += [Row(), ruled(say("WHAT IS KNOWN"), width, look.marks, look.known), *after] if after else []
    return [row.fitted(width) for row in rows]


def _who(look: PageLook) -> tuple[Fact, ...]:
    """Who they are, where the page's title is too short for it."""
    person, marks = look.thread.row.person, look.marks
    told = who(person, marks) in page_title(person, look.width, marks).text
    return () if told else (Fact(say("who"), ", ".join(facts(person))),)


def _joy(look: PageLook) -> tuple[Fact, ...]:
    """How it was with them, where she has said so."""
    told = course_words(look.thread.felt(look.today))
    return (Fact(say("joy"), told),) if told else ()


def _ways(look: PageLook) -> tuple[Fact, ...]:
    """The warmest ways to them; none to who is met and warm."""
    told = [
        say("{person}: {text}", person=way.via.person.name, text=way_words(way, look.today))
        for way in look.ways[:MOST_WAYS]
    ]
    return tuple(Fact("" if number else say("ways"), words) for number, words in enumerate(told))


def _passed(look: PageLook) -> Iterator[Row]:
    """The items, each year that is not this one under its number."""
    year, days = look.today.year, look.days
    for item in look.thread.items:
        if item.day.year != year:
            year = item.day.year
            yield from (Row(), Row(INDENT).put(str(year), "dim strong"))
        yield from _item(item, look, days)


def _item(item: ThreadItem, look: PageLook, days: int) -> list[Row]:
    """When, how long, and what: on further rows where it does not fit on one."""
    length = item.entry.minutes if item.entry else item.appointment.minutes if item.appointment else 0
    start, end = INDENT + days + GAP, INDENT + days + GAP + TIME + GAP + MINUTES
    row = Row(INDENT).put(day_month(item.day), "dim").to(start).put(clock(item.at) if item.at else "", "dim")
    row.right(end, minutes(length) if length else "", "text")
    row.to(end + GAP).put(*_mark(item, look.marks)).to(end + GAP + 2)
    what, beside = _words(item, look)
    column, room = row.cells, max(8, look.width - row.cells - INDENT)
    rows, left = [row], len(what.split(" "))
    for line in paragraph(say("; ").join(filter(None, (what, beside))), room):
        words = line.split(" ")
        row.to(column).put(" ".join([*words[:left], ""]), "text").put(" ".join(words[left:]), "dim")
        left, row = max(0, left - len(words)), Row(column)
        rows.append(row)
    return rows[:-1] or rows


def _mark(item: ThreadItem, marks: Marks) -> tuple[str, str]:
    if item.entry:
        return marks.of(item.entry.kind), item.entry.kind.value
    if item.appointment:
        return (marks.open, "meeting") if item.appointment.planned else (marks.none, "dim")
    if item.post:
        return marks.none, "dim"
    if item.deed:
        return (marks.none, "dim") if item.deed.theirs else (marks.of(Kind.CONTRIBUTION), "contribution")
    if item.what is Passed.DONE:
        return marks.done[:1], "balanced"
    return (marks.none, "dim") if item.what is Passed.LET_GO else (marks.pointer, "accent")


def _words(item: ThreadItem, look: PageLook) -> tuple[str, str]:
    """What it was, and what else there is to say of it."""
    if item.entry:
        return _entry(item.entry, look)
    if item.appointment:
        meeting = item.appointment
        title = meeting.title or (say(meeting.form) if meeting.form else say("meeting"))
        group = look.book.group_name(meeting.group) if meeting.group else ""
        return title, ", ".join(filter(None, (say(meeting.outcome.value), meeting.place, group)))
    if item.post:
        return say("moved on from {post}", post=post_words(item.post)), ""
    if item.deed:
        return deed_words(item.deed), ""
    assert item.step
    parts = [say(item.what.value)]
    if item.what is Passed.SET:
        parts.append(say("for {day}", day=day_month(item.step.day)))
        parts += [plural(item.step.put_off, "put off once", "put off {n} times")] if item.step.put_off else []
    return promise_words(item.step), ", ".join(parts)


def _entry(entry: Entry, look: PageLook) -> tuple[str, str]:
    """The group and the note; who else was there, how it was held, and what came back."""
    person, people = look.thread.row.person.id, look.book.people
    others = listing([people[id_].name for id_ in entry.people if id_ != person and id_ in people])
    beside = (
        say("with {people}", people=others) if others else "",
        say(entry.form) if entry.form else "",
        afterwards_words(entry, look.book.person_name),
        "" if entry.confirmed else say("not confirmed"),
    )
    what = ", ".join(filter(None, (look.book.group_name(entry.group), entry.note)))
    return what, say("; ").join(filter(None, beside))
