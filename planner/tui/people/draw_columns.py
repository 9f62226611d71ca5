"""The columns of the people's table: what each shows of a person, and where they stand, in three shapes by width."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rich.cells import cell_len

from planner.domain.grammar.columns import ALWAYS, LAST, USUALLY
from planner.domain.kinds import Kind
from planner.domain.people.columns import COLUMNS
from planner.domain.people.follow_ups import FollowUp, promise_words, when_shortly, when_words
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.tie_list import TieOrder, TieRow
from planner.domain.people.tie_words import last_words
from planner.domain.person import Circle
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say
from planner.tui.widgets import draw_table
from planner.tui.widgets.draw_table import INDENT, Cell, Drawing, Place, drawing

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row
from .draw_tie import LENGTH, thread_mark, warmth_mark

MARGIN = 2
GAP = 2
SHORTEST_NAME = 12
WIDE_FROM, NARROW_BELOW = 100, 70
#: The most that names, next steps and groups take: by shape, and where there is more room than anything needs.
LONGEST_NAME = {"wide": 24, "usual": 18, "narrow": 15}
LONGEST_STEP = 44
LEAST_GROUPS, LONGEST_GROUPS = 12, 30

#: Cells that a next step has at least beside when it is for, before that is said shortly.
LEAST_TEXT = 10


class PeopleShape(NamedTuple):
    """The columns from left to right; ``words`` says whether a stage is written beside its mark."""

    places: tuple[Place, ...]
    words: bool

    def column_at(self, x: int) -> str:
        """The column that the cell ``x`` belongs to."""
        return draw_table.column_at(self.places, x)


class PeopleLook(NamedTuple):
    """What rows are drawn with: the columns, what they are sorted by, names of groups by id, and what day it is."""

    shape: PeopleShape
    order: TieOrder
    groups: Mapping[str, str]
    today: date


def _name(at: Cell[TieRow, PeopleLook]) -> Row:
    role = "text strong" if at.chosen else "dim" if at.thing.tie.resting else "text"
    return Row().put(at.thing.person.name, role, at.width)


def _stage(at: Cell[TieRow, PeopleLook]) -> Row:
    stage = at.thing.tie.stage
    drawn = thread_mark(stage, at.marks)
    return drawn.put(f" {stage.title}", "text" if stage else "dim") if at.look.shape.words else drawn


def _last(at: Cell[TieRow, PeopleLook]) -> Row:
    """How long ago, with the mark of warmth before it."""
    tie = at.thing.tie
    quiet = tie.warmth in (None, Warmth.WARM)
    drawn = Row().put(*warmth_mark(tie, at.marks)).to(2)
    return drawn.put(last_words(tie) or at.marks.none, "dim" if quiet else "text")


def _step(at: Cell[TieRow, PeopleLook]) -> Row:
    return next_step(at.thing, at.look.today, at.width, at.marks, words=at.look.shape.words)


def _groups(at: Cell[TieRow, PeopleLook]) -> Row:
    """The group most in common, and how many more there are."""
    names = [at.look.groups[id_] for id_ in at.thing.groups if id_ in at.look.groups]
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return Row().put(names[0], "dim", at.width - len(more)).put(more, "dim") if names else Row()


def _shape_of(width: int) -> str:
    return "wide" if width >= WIDE_FROM else "narrow" if width < NARROW_BELOW else "usual"


def _stage_cells(width: int) -> int:
    if width >= WIDE_FROM:
        return LENGTH + 1 + max(cell_len(stage.title) for stage in Stage)
    return max(LENGTH, cell_len(say("TIE")))


def _drawings() -> Mapping[str, Drawing[TieRow, PeopleLook]]:
    """How each column is drawn; a name takes no more than its cells, and the next step what is left."""
    drawn: dict[str, Drawing[TieRow, PeopleLook]] = {
        column.name: drawing(column, lambda look: look.today) for column in COLUMNS
    }
    drawn["name"] = drawn["name"]._replace(cell=_name, cells=lambda width: LONGEST_NAME[_shape_of(width)])
    drawn["stage"] = drawn["stage"]._replace(cell=_stage, cells=_stage_cells)
    drawn["last"] = drawn["last"]._replace(cell=_last, cells=lambda _: last_width())
    drawn["step"] = drawn["step"]._replace(cell=_step, cells=lambda _: 0)
    drawn["meetings"] = drawn["meetings"]._replace(title=lambda marks: Row().put(marks.meeting, Kind.MEETING.value))
    drawn["circle"] = drawn["circle"]._replace(cells=lambda _: max(cell_len(say(circle.value)) for circle in Circle))
    drawn["groups"] = drawn["groups"]._replace(cell=_groups)
    return drawn


DRAWINGS = _drawings()

#: Cells of the screen from which a column is shown, by how soon it is wanted.
FROM_WIDTH = {ALWAYS: 0, USUALLY: NARROW_BELOW, LAST: WIDE_FROM}


def people_shape(width: int, longest: int) -> PeopleShape:
    """The columns in ``width`` cells, where the longest name takes ``longest``; the next step gets what is left."""
    wide = width >= WIDE_FROM
    shown = (column for column in COLUMNS if column.cells and width >= FROM_WIDTH[column.wanted])
    widths = {column.name: DRAWINGS[column.name].cells(width) for column in shown}
    widths["name"] = min(max(longest, SHORTEST_NAME), widths["name"])
    room = width - INDENT - MARGIN - sum(widths.values()) - GAP * (len(widths) - 1)
    widths["step"] = min(room, LONGEST_STEP) if wide else room
    if wide:
        more = min(room - widths["step"], LONGEST_GROUPS - LEAST_GROUPS)
        widths["groups"] += more
        widths["step"] += room - widths["step"] - more
    return PeopleShape(tuple(_placed(widths)), wide)


def _placed(widths: dict[str, int]) -> list[Place]:
    at, places = INDENT, []
    for name, cells in widths.items():
        places.append(Place(name, at, at + cells))
        at += cells + GAP
    return places


def last_width() -> int:
    """Cells of how long ago the last contact was, with the mark of warmth before it."""
    return 2 + max(cell_len(text) for text in (say("today"), say("yesterday"), plural(1000, "{n} day", "{n} days")))


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
