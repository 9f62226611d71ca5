"""The lists below the cloth: what was done today, what comes next with whom, what is arranged, what came earlier."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len

from planner.domain import words
from planner.domain.appointment import Appointment
from planner.domain.entry import Entry
from planner.domain.people.follow_ups import FollowUp
from planner.domain.value import NamedTuple
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import plural, say

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import heading
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row
from ..widgets.key_words import key_words
from .draw_day_items import INDENT, Item, Names, of_entries, of_meetings, of_step, of_today, people_words, weekday

GAP = 2  # the least between a list's title and the key that turns to another
TWO_FROM, THREE_FROM = 100, 120  # widths from which so many lists stand side by side
#: Where lists side by side begin and end, in hundredths of the width.
EDGES = {1: (0, 100), 2: (0, 50, 100), 3: (0, 32, 66, 100)}
TALLEST = 3  # rows that an item may be broken into though others are left out for it
COUNTED_FROM = 4  # rows from which the last one counts what the other lists hold

#: What an item is about.
About = Entry | FollowUp | Appointment


class Keys(NamedTuple):
    """The keys that the headings name, as they are read."""

    log: str = "l"
    steps: str = "n"
    answer: str = "h"
    arrange: str = "A"
    trends: str = "t"


#: Their names in a keymap.
IDS = Keys("common.show.log", "week.next-steps", "week.answer-meeting", "week.arrange", "common.show.trends")


class List(NamedTuple):
    """One list: its title, its items, what each is about, and the key of its title with a word for it where the title
    is none, and its ``id`` in a keymap."""

    title: str
    rows: Sequence[Item]
    about: Sequence[About]
    key: str = ""
    does: str = ""
    id: str = ""

    @property
    def least(self) -> int:
        """The rows of its title and of its items at their shortest."""
        return 1 + len(self.rows)


class Way(NamedTuple):
    """Where something leads that is no item: to what a key does, by its ``id`` in a keymap; else to the list of a
    title."""

    id: str = ""
    title: str = ""


class Place(NamedTuple):
    """Where an item stands, and what it is about; or something that leads on."""

    left: int
    right: int
    top: int
    bottom: int
    about: About | Way

    def moved(self, x: int, y: int) -> Place:
        """It so many cells to the right, and so many rows down."""
        return Place(self.left + x, self.right + x, self.top + y, self.bottom + y, self.about)

    def has(self, x: int, y: int) -> bool:
        """Whether a cell is of it."""
        return self.left <= x < self.right and self.top <= y < self.bottom


class Lists(NamedTuple):
    """The lists as they are drawn, and where each item stands; and of all columns the titles in them, the usual first
    one first."""

    rows: list[Row] = []  # noqa: RUF012 - never changed
    places: Sequence[Place] = ()
    titles: Sequence[Sequence[str]] = ()

    def turned_to(self, title: str) -> int:
        """How far to turn for a list to be in sight."""
        return next((n for n, titles in enumerate(self.titles) if title in titles), 0)


def lists(  # noqa: PLR0917 - a drawing in its surroundings
    report: Report, width: int, height: int, names: Names, marks: Marks, turned: int = 0
) -> list[Row]:
    """Up to ``height`` rows: as many lists side by side as there is room for, ``turned`` so many lists further."""
    return laid_out(report, width, height, names, marks, turned).rows


def laid_out(  # noqa: PLR0917 - a drawing in its surroundings
    report: Report, width: int, height: int, names: Names, marks: Marks, turned: int = 0, keys: Keys | None = None
) -> Lists:
    """The same, with where each item stands."""
    if not height or not (report.lines or isinstance(report, UnreadReport)):
        return Lists()
    parts = _columns(_lists(report, names, marks, keys or Keys()), height if width >= THREE_FROM else 0)
    at = turned % len(parts)
    order = [*parts[at:], *parts[:at]]
    shown = min(len(order), 3 if width >= THREE_FROM else 2 if width >= TWO_FROM else 1)
    other = order[shown][0].title if shown < len(order) else ""
    counted, counted_places = Row(), list[Place]()
    if shown == 1 < len(order) and height >= COUNTED_FROM:
        counted, counted_places = counts(report, names, frozenset(each.title for each in order[0]), width)
        height -= 1 if counted.cells else 0
    nothing = say("Nothing logged.") if report.week.sunday < report.today else say("Nothing yet.")
    nothing = say("Not known.") if isinstance(report, UnreadReport) else nothing
    edges = [width * share // 100 for share in EDGES[shown]]
    drawn = [
        _drawn(each, other if n == shown - 1 else "", edges[n + 1] - edges[n], height, nothing)
        for n, each in enumerate(order[:shown])
    ]
    rows = [_beside([rows for rows, _ in drawn], edges, y) for y in range(max(len(rows) for rows, _ in drawn))]
    if counted.cells:
        rows += [*(Row() for _ in range(height - len(rows))), counted]
    places = [place.moved(edges[n], 0) for n, (_, places) in enumerate(drawn) for place in places]
    places += [place.moved(0, height) for place in counted_places]
    return Lists(rows, places, [[each.title for each in column] for column in parts])


def title_in_sight(report: Report, names: Names, marks: Marks, turned: int) -> str:
    """The title of the list that is seen where one alone has room, ``turned`` so many lists further."""
    parts = _lists(report, names, marks, Keys())
    return parts[turned % len(parts)].title


def first_about(report: Report, names: Names, marks: Marks, title: str) -> About | None:
    """What the first item of the list of that title is about."""
    return next((each.about[0] for each in _lists(report, names, marks, Keys()) if each.title == title), None)


def _columns(parts: Sequence[List], height: int) -> list[list[List]]:
    """Each list in a column of its own, but that meetings to come stand under those to answer where both have room."""
    columns: list[list[List]] = []
    for each in parts:
        above = columns[-1][-1] if columns else each
        meetings = all(of.about and isinstance(of.about[0], Appointment) for of in (above, each))
        if columns and meetings and above.least + 1 + each.least <= height:
            columns[-1].append(each)
        else:
            columns.append([each])
    return columns


def counts(report: Report, names: Names, seen: Collection[str], width: int) -> tuple[Row, list[Place]]:
    """In one row what the lists hold that are not ``seen``, by their titles: ``4 overdue · 1 to answer``; and where
    each of it stands."""
    late = sum(each.late > 0 for each in report.follow_ups)
    waiting, doubtful = len(report.to_confirm), len(report.unconfirmed)
    told = [
        (say("NEXT STEPS"), plural(late, "{n} overdue", "{n} overdue") if late else "", "drifting"),
        (say("TO ANSWER"), plural(waiting, "{n} to answer", "{n} to answer") if waiting else "", "text"),
        (say("UNCONFIRMED"), plural(doubtful, "{n} unconfirmed", "{n} unconfirmed") if doubtful else "", "text"),
        (say("COMING"), _first_words(report.coming, names), "text"),
    ]
    row, places = Row(), list[Place]()
    for title, text, role in told:
        if text and title not in seen:
            row.put(" · " if places else " " * INDENT, "dim")
            left = row.cells
            row.put(text, role, max(0, width - left - INDENT))
            places.append(Place(left, row.cells, 0, 1, Way(title=title)))
    return row.fitted(width) if places else row, places


def _first_words(meetings: Sequence[Appointment], names: Names) -> str:
    """The next meeting: ``Fri 12:30 Paul``."""
    if not meetings:
        return ""
    meeting = meetings[0]
    when = f"{words.day(meeting.start.date())} {words.clock(meeting.start)}"
    return f"{when} {people_words(meeting.people, names) or meeting.title}".rstrip()


def _lists(report: Report, names: Names, marks: Marks, keys: Keys) -> list[List]:
    """Today comes first and is always there; of the others only those that have something to say, or the earlier ones
    where none has."""
    before = [entry for entry in reversed(report.entries) if entry.day != report.today]
    ways = of_entries(before, names, lambda e: (marks.of(e.kind), e.kind.value))
    if report.today in report.week.days:
        today = List(say("TODAY"), *of_today(report, names, marks), keys.log, say("log"), IDS.log)
    else:
        today = List(say("IN THE LOG"), ways, before, keys.log, say("log"), IDS.log)
        before, ways = [], []
    doubtful = report.unconfirmed
    items = of_entries(doubtful, names, lambda _: ("?", "accent"))
    unconfirmed = List(say("UNCONFIRMED"), items, doubtful, keys.log, id=IDS.log)
    next_ = report.follow_ups
    steps = List(say("NEXT STEPS"), [of_step(each) for each in next_], next_, keys.steps, id=IDS.steps)
    waiting = report.to_confirm
    asked = of_meetings(waiting, names, ("?", "accent"), words.short_day, report.today)
    to_answer = List(say("TO ANSWER"), asked, waiting, keys.answer, id=IDS.answer)
    to_come = of_meetings(report.coming, names, (marks.meeting, "meeting"), weekday, report.today)
    coming = List(say("COMING"), to_come, report.coming, keys.arrange, say("arrange"), IDS.arrange)
    earlier = List(say("EARLIER THIS WEEK"), ways, before, keys.log, id=IDS.log)
    others = [each for each in (unconfirmed, to_answer, coming, steps, earlier) if each.rows]
    return [today, *(others or ([earlier] if report.today in report.week.days else []))]


def _beside(drawn: Sequence[Sequence[Row]], edges: Sequence[int], y: int) -> Row:
    row = Row()
    for rows, edge in zip(drawn, edges, strict=False):
        row.to(edge)
        if y < len(rows):
            row.extend(rows[y])
    return row


#: What is drawn, and where each item stands in it.
Drawn = tuple[list[Row], list[Place]]


def _drawn(column: Sequence[List], other: str, width: int, height: int, nothing: str) -> Drawn:
    """A column of lists under each other; each takes what those under it can spare."""
    rows: list[Row] = []
    places = []
    for number, listed in enumerate(column):
        below = sum(1 + each.least for each in column[number + 1 :])
        rows += [Row().fitted(width)] if number else []
        drawn, there = _one(listed, "" if number else other, width, height - len(rows) - below, nothing)
        places += [place.moved(0, len(rows)) for place in there]
        rows += drawn
    return rows, places


def _one(listed: List, other: str, width: int, height: int, nothing: str) -> Drawn:
    """A list; ``nothing`` is what stands in it where it is empty. Its items are whole, and those that have no room are
    counted, in the heading where the first one needs all the rows; only that one is cut before it is left out."""
    head = _head(listed, width)
    places = [Place(0, head.cells, 0, 1, Way(listed.id))] if listed.id else []
    more = len(listed.rows) - 1
    if more > 0 and len(first := listed.rows[0](width, max(TALLEST, height - 1))) == height - 1 > 1:
        beside = Row().put("  ").put(plural(more, "and {n} more", "and {n} more"), "dim")
        tab = GAP + cell_len(f"{key_words('tab')} {other}") if other else 0
        if head.cells + beside.cells + tab <= width - INDENT:
            rows = [_turning(head.extend(beside), other, width, places), *first]
            return rows, [*places, Place(0, width, 1, height, listed.about[0])]
    rows = [_turning(head, other, width, places)]
    for number, (draw, about) in enumerate(zip(listed.rows, listed.about, strict=False)):
        left = len(listed.rows) - number
        room = height - len(rows)
        drawn = draw(width, max(TALLEST, room - (left - 1)))
        if number == 0 and len(drawn) > room - (left > 1):
            drawn = draw(width, max(1, room - (left > 1)))
        if len(drawn) > room - (left > 1):
            if room > 0:
                places.append(Place(0, width, len(rows), len(rows) + 1, about))
                rows.append(Row(INDENT).put(plural(left, "and {n} more", "and {n} more"), "dim").fitted(width))
            break
        places.append(Place(0, width, len(rows), len(rows) + len(drawn), about))
        rows += drawn
    if not listed.rows and height > 1:
        rows.append(Row(INDENT).put(nothing, "dim").fitted(width))
    return rows, places


def _turning(head: Row, other: str, width: int, places: list[Place]) -> Row:
    """A heading with the key that turns to the ``other`` list, if there is one, whose place is noted."""
    if other:
        key = key_words("tab")
        tab = Row().put(key, "accent").put(f" {other.lower()}", "dim", max(0, width - head.cells - GAP - len(key)))
        head.to(max(head.cells + GAP, width - INDENT - tab.cells)).extend(tab)
        places.append(Place(head.cells - tab.cells, head.cells, 0, 1, Way(title=other)))
    return head.fitted(width)


def _head(listed: List, width: int) -> Row:
    """The title with its key, and what the key does where there is room to say it."""
    return heading(listed.title, [Hint(listed.key, listed.does, 1, "")] if listed.key else [], width)
