"""People, ties and threads as rows of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from planner.cli.tables import NAME, REASON, TEXT, fields, printed, table, table_of
from planner.domain.afterwards import afterwards_words
from planner.domain.book import Book
from planner.domain.deed import deed_words
from planner.domain.entry import Entry
from planner.domain.felt import course_words
from planner.domain.grammar.person_fields import FIELDS
from planner.domain.people.cadence import cadence_words
from planner.domain.people.follow_ups import promise_words
from planner.domain.people.moved_on import formerly_words, post_words
from planner.domain.people.person_words import connected_words
from planner.domain.people.tie_words import ago, evidence, standing_words
from planner.domain.person import Person
from planner.domain.step import Step
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import clock, dated, dated_in_words, day, minutes, plural, say

if TYPE_CHECKING:
    from planner.domain.people.doubles import Double
    from planner.domain.people.growth import Grown, Growth
    from planner.domain.people.thread import Thread, ThreadItem
    from planner.domain.people.tie_list import TieRow
    from planner.domain.people.ways import Way

MOST_WAYS = 5  #: that are told of one person: the warmest


def people_text(people: Sequence[Person]) -> str:
    """People, one on a line: how each is typed, name, circle, and what they do where."""
    rows = [
        (
            f"@{person.id}",
            person.name,
            say(person.circle.value) if person.circle else "–",
            ", ".join(filter(None, (person.position, person.company, person.place))),
        )
        for person in people
    ]
    return "\n".join(table(rows, (NAME, NAME, TEXT, REASON)))


def ties_text(rows: Sequence[TieRow], today: date) -> str:
    """Ties, one on a line under their heads."""
    from planner.domain.people.columns import COLUMNS  # only this list needs them

    otherwise: dict[str, Callable[[TieRow], str]] = {
        "last": lambda row: ago(row.tie.days) if row.tie.days is not None else "–",
        "step": lambda row: step_words(row.step, today) if row.step else "",
    }
    return "\n".join(table_of(rows, printed(COLUMNS, today, otherwise)))


def thread_text(thread: Thread, ways: Sequence[Way], book: Book, today: date) -> str:
    """A person in full: who they are, where the tie stands and why, what comes next, the ways there, what passed."""
    row = thread.row
    lines = [f"{row.person.name} (@{row.person.id})", *_fields(row, book, today), ""]
    lines += [standing_words(row.tie), *(f"  {line}" for line in evidence(row.tie, today))]
    felt = course_words(thread.felt(today))
    lines += ["  " + say("joy {felt}", felt=felt)] if felt else []
    lines += [say("Next: {step}", step=step_words(step, today)) for step in row.steps]
    if ways:
        from planner.cli.ways_text import ways_lines

        lines += ["", *ways_lines(ways[:MOST_WAYS], today, say("Ways there"))]
    lines += ["", *(_item(item, book, today) for item in thread.items)] if thread.items else []
    if thread.earlier:
        lines.append(plural(thread.earlier, "and {n} earlier entry", "and {n} earlier entries"))
    return "\n".join(lines)


def step_words(step: Step, today: date) -> str:
    """A next step on one line: ``I owe: send the deck, Fri 27 Nov``."""
    return f"{promise_words(step)}, {dated(step.day, today)}"


def double_text(double: Double) -> str:
    """Two people who may be one, why, and how to merge them."""
    one, other = (f"{person.name} (@{person.id})" for person in (double.one, double.other))
    return "\n".join(
        [
            say("{one} and {other}: {why}", one=one, other=other, why=say(double.why.value)),
            f"  planner person merge {double.one.id} {double.other.id}",
        ]
    )


def growth_text(growth: Growth, book: Book) -> str:
    """How the network grew, a month on a line, and all of them together."""
    heads = (
        say("MONTH"),
        say("MET", context="people"),
        say("IN PERSON"),
        say("FROM AFAR"),
        say("NOT SAID"),
        say("TIED"),
        say("BY"),
    )
    rows = [heads, *((f"{first:%Y-%m}", *_grown(grown, book)) for first, grown in growth.months)]
    return "\n".join(table([*rows, (say("total"), *_grown(growth.total, book))], (*[TEXT] * 6, REASON), head=True))


def _grown(grown: Grown, book: Book) -> tuple[str, ...]:
    groups = ", ".join(f"{book.group_name(id_)} {count}" for id_, count in grown.groups.items())
    return *(
        str(n) if n else "–" for n in (grown.met, grown.in_person, grown.remote, grown.not_said, grown.tied)
    ), groups


def _fields(row: TieRow, book: Book, today: date) -> Iterable[str]:
    person = row.person._replace(groups=row.groups)
    known = [
        (field.label(), cadence_words(row.tie.cadence) if field.name == "cadence" else field.said(person, book))
        for field in FIELDS
        if field.name != "name"
    ]
    since = say("since {day}", day=dated_in_words(person.since, today)) if person.since else ""
    known[-1:-1] = [  # before the note, which may be long
        (say("formerly"), formerly_words(person, today)),
        (say("connected"), connected_words(person, today)),
        (say("in the book"), since),
    ]
    return fields(known)


def _item(item: ThreadItem, book: Book, today: date) -> str:
    when = f"{item.day.isoformat()} {day(item.day)} {clock(item.at) if item.at else '':5}"
    if item.entry:
        return f"{when}  {minutes(item.entry.minutes):>5}  {_entry(item.entry, book)}"
    if item.appointment:
        meeting = item.appointment
        what = [say("appointment"), say(meeting.outcome.value), meeting.title, meeting.place]
        return f"{when}  {minutes(meeting.minutes):>5}  {', '.join(filter(None, what))}"
    if item.post:
        return f"{when}         {say('moved on from {post}', post=post_words(item.post))}"
    if item.deed:
        return f"{when}         {deed_words(item.deed)}"
    assert item.step
    told = say("{name}: {text}", name=say(item.what.value), text=step_words(item.step, today))
    return f"{when}         {told}"


def _entry(entry: Entry, book: Book) -> str:
    kind = f"{entry.kind.title} ({say(entry.form)})" if entry.form else entry.kind.title
    came_back = afterwards_words(entry, book.person_name)
    return say("; ").join(filter(None, (f"{kind}, {book.group_name(entry.group)}", entry.note, came_back)))
