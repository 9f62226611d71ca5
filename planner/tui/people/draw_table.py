"""The table of people: a heading, a row a person, and how many are out of sight."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rich.cells import cell_len

from planner.domain.kinds import Kind
from planner.domain.people.follow_ups import FollowUp, promise_words, when_shortly, when_words
from planner.domain.people.tie import Tie, Warmth
from planner.domain.people.tie_list import TieOrder, TieRow
from planner.domain.people.tie_words import last_words
from planner.domain.person import Person
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say

from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_place import Place
from ..widgets.draw_row import Row
from ..widgets.draw_tie import thread_mark, warmth_mark
from .draw_columns import INDENT, PeopleShape, sorted_column

#: Orders in which the most comes first.
FALLING = (TieOrder.OVERDUE, TieOrder.STAGE, TieOrder.MEETINGS)

#: Cells that a next step has at least beside when it is for, before that is said shortly.
LEAST_TEXT = 10


class PeopleLook(NamedTuple):
    """What rows are drawn with: the columns, what they are sorted by, names of groups by id, and what day it is."""

    shape: PeopleShape
    order: TieOrder
    groups: Mapping[str, str]
    today: date


def heading(look: PeopleLook, width: int, marks: Marks) -> Row:
    """The columns' titles; the one that the rows are sorted by says so."""
    row, by = Row(), sorted_column(look.order)
    for place in look.shape.places:
        title = _title(place.name, marks)
        row.to(place.end - title.cells if place.name == "meetings" else place.start)
        row.extend(Row().put(title.text, "text strong") if place.name == by else title)
        if place.name == by:
            row.put(marks.down if look.order in FALLING else marks.up, "accent strong")
    return row.fitted(width)


def _title(column: str, marks: Marks) -> Row:
    if column == "meetings":
        return Row().put(marks.meeting, Kind.MEETING.value)
    words = {
        "name": say("NAME"),
        "stage": say("TIE"),
        "last": say("LAST"),
        "step": say("NEXT STEP"),
        "circle": say("CIRCLE"),
        "groups": say("GROUPS"),
    }
    return Row().put(words[column], "dim")


def person_row(row: TieRow, look: PeopleLook, width: int, marks: Marks, *, chosen: bool) -> Row:
    """One person."""
    drawn = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(INDENT)
    for place in look.shape.places:
        held = _cell(place, row, look, marks, chosen=chosen)
        drawn.to(place.end - held.cells if place.name == "meetings" else place.start).extend(held)
    return drawn.fitted(width).marked("chosen") if chosen else drawn.fitted(width)


def _cell(place: Place, row: TieRow, look: PeopleLook, marks: Marks, *, chosen: bool) -> Row:
    """What a column holds of a person; a dim dash for nothing that is missed."""
    width, tie, person = place.end - place.start, row.tie, row.person
    match place.name:
        case "name":
            return Row().put(person.name, "text strong" if chosen else "dim" if tie.resting else "text", width)
        case "stage":
            drawn = thread_mark(tie.stage, marks)
            return drawn.put(f" {tie.stage.title}", "text" if tie.stage else "dim") if look.shape.words else drawn
        case "last":
            return _last(tie, marks)
        case "step":
            return next_step(row, look.today, width, marks, words=look.shape.words)
        case "meetings":
            count = tie.meetings.times
            return Row().put(str(count) if count else marks.none, "text" if count else "dim")
    return _circle(person, marks) if place.name == "circle" else _groups(row, look, width)


def _groups(row: TieRow, look: PeopleLook, width: int) -> Row:
    """The group most in common, and how many more there are."""
    names = [look.groups[id_] for id_ in row.groups if id_ in look.groups]
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return Row().put(names[0], "dim", width - len(more)).put(more, "dim") if names else Row()


def _circle(person: Person, marks: Marks) -> Row:
    return Row().put(say(person.circle.value) if person.circle else marks.none, "dim")


def _last(tie: Tie, marks: Marks) -> Row:
    """How long ago, with the mark of warmth before it."""
    drawn = Row().put(*warmth_mark(tie, marks)).to(2)
    quiet = tie.warmth in (None, Warmth.WARM)
    return drawn.put(last_words(tie) or marks.none, "dim" if quiet else "text")


def next_step(row: TieRow, today: date, width: int, marks: Marks, *, words: bool) -> Row:
    """The soonest open step, and how many more there are; when it is for ends the column.

    A promise is said in ``words``, or by an arrow: away from her is what she owes.
    """
    if row.step is None:
        return Row()
    follow_up = FollowUp(row.step, row.person, (today - row.step.day).days)
    when = when_words(follow_up)
    if width - cell_len(when) - 2 < LEAST_TEXT:
        when = when_shortly(follow_up)
    late = "drifting" if follow_up.late > 0 else "accent" if follow_up.late == 0 else "dim"
    more = f" +{len(row.steps) - 1}" if len(row.steps) > 1 else ""
    text = promise_words(row.step)
    if row.step.owed and not words:
        text = f"{marks.of_promise(row.step.owed)} {row.step.text}"
    drawn = Row().put(text, "text", max(1, width - cell_len(when) - len(more) - 2)).put(more, "dim")
    return drawn.right(width, when, late)


def foot(above: int, below: int, doubles: int, width: int, marks: Marks) -> Row:
    """The line under the table: how many people are out of sight on the left, how many likely doubles on the right."""
    row, pairs = Row(), Row()
    if above:
        row.put(f" {marks.up} {above} ", "accent")
    if below:
        row.put(f" {plural(below, '{down} {n} more', '{down} {n} more', down=marks.down)} ", "accent")
    if doubles:
        pairs.put(" D", "accent").put(f" {plural(doubles, '{n} likely double', '{n} likely doubles')} ", "dim")
    drawn = Row().put(marks.rule * 2 if row.cells else "", "rule").extend(row)
    end = width - pairs.cells - (2 if pairs.cells else 0)
    drawn.put(marks.rule * (end - drawn.cells), "rule").extend(pairs)
    return drawn.put(marks.rule * (width - drawn.cells), "rule")


def nothing(empty: str, width: int) -> list[Row]:
    """What stands in the place of rows: ``empty`` where there are none at all, else that none pass."""
    told = empty or say("Nobody found. Escape shows all again.")
    return [Row(INDENT).put(line, "text") for line in paragraph(told, width - 2 * INDENT)]
