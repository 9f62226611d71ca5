"""A proposed selection: which groups fit into the minutes of a week, the plan they would have, and what is left out."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.budget.budget import Proposal, reality_words
from planner.domain.budget.selection import Asked, none_proposed_words
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.value import NamedTuple
from planner.domain.words import listing, minutes, plural, say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal, wrap
from ..widgets.draw_weave import woven

INDENT = 2
NAME = 4
SHORTEST_NAME, LONGEST_NAME = 12, 30
VALUE, UPKEEP = 7, 9
FIGURE, WIDE_FIGURE = 8, 10
VALUE_FROM = 76
PIN_GAP = "  "
WIDE_FROM = 100


class Drawn(NamedTuple):
    """The facts over the list, its heading, and the rows, which may be more than are in sight.

    ``groups`` are those that the rows are of, None where a row is of none.
    """

    facts: tuple[Row, ...]
    heading: Row
    rows: tuple[Row, ...]
    groups: tuple[Group | None, ...]

    def row_of(self, id_: str) -> int | None:
        """The row of a group (id)."""
        return next((at for at, group in enumerate(self.groups) if group and group.id == id_), None)


class _Columns(NamedTuple):
    """Columns that figures end before; ``value`` is None where there is no room for it."""

    name: int
    value: int | None
    upkeep: int
    kinds: tuple[int, int, int]
    total: int


def selection(proposal: Proposal, width: int, marks: Marks, asked: Asked, chosen: str = "") -> Drawn:
    """Draw it in ``width`` cells; the ``chosen`` group (id) is marked, and what she ``asked`` for is said beside it."""
    shape = _columns(proposal, width)
    subset = proposal.selection
    grouped: list[tuple[Group | None, Row]] = [
        (group, _chosen(group, proposal, shape, width - _pin_cells(group, asked), marks)) for group in subset.proposed
    ]
    if shared := proposal.plan.shared:
        grouped.append((None, _shared(shared, shape, marks)))
    if subset.left_out:
        grouped += [(None, Row()), (None, _left_out_heading(proposal))]
        for why, groups in subset.reasons:
            grouped += [(None, Row(NAME).put(line, "dim")) for line in wrap(why, width - NAME - INDENT, 3) if line]
            grouped += [(group, _left_out(group, proposal, shape, marks)) for group in groups]
    grouped = [each for group, row in grouped for each in _with_pin(group, row, asked, width)]
    rows = [_marked(group, row, chosen, width, marks) for group, row in grouped]
    facts = [row for fact, role in _facts(proposal) for row in _sentence_rows(fact, role, width)]
    return Drawn(
        tuple(row.fitted(width) for row in facts),
        _heading(shape, marks, width).fitted(width),
        tuple(rows),
        tuple(group for group, _ in grouped),
    )


def _pin_cells(group: Group, asked: Asked) -> int:
    """The cells that are kept for the word that a group is pinned."""
    return cell_len(PIN_GAP + say("pinned")) if group.id in asked.pinned else 0


def _with_pin(group: Group | None, row: Row, asked: Asked, width: int) -> list[tuple[Group | None, Row]]:
    """A row with the word that its group is pinned: behind it, or on a row of its own where there is no room."""
    if group is None or group.id not in asked.pinned:
        return [(group, row)]
    if row.cells + _pin_cells(group, asked) <= width:
        return [(group, row.put(PIN_GAP).put(say("pinned"), "accent"))]
    return [(group, row), (None, Row(NAME).put(say("pinned"), "accent"))]


def _marked(group: Group | None, row: Row, chosen: str, width: int, marks: Marks) -> Row:
    if group is None:
        return row.fitted(width)
    if group.id != chosen:
        return row.fitted(width)
    held = Row().put(marks.pointer, "accent strong").extend_from(row, INDENT)
    return held.fitted(width).marked("chosen")


def _columns(proposal: Proposal, width: int) -> _Columns:
    groups = [*proposal.selection.proposed, *(group for group, _ in proposal.selection.left_out)]
    longest = max((cell_len(literal(group.name)) for group in groups), default=0)
    value = max(VALUE, cell_len(say("VALUE")) + 2) if width >= VALUE_FROM else 0
    upkeep = max(UPKEEP, cell_len(say("UPKEEP")) + 2)
    figure = WIDE_FIGURE if width >= WIDE_FROM else FIGURE
    taken = NAME + value + upkeep + 4 * figure + INDENT
    name = NAME + max(SHORTEST_NAME, min(longest, LONGEST_NAME, width - taken))
    upkeep += name + value
    kinds = (upkeep + figure, upkeep + 2 * figure, upkeep + 3 * figure)
    return _Columns(name, name + value if value else None, upkeep, kinds, upkeep + 4 * figure)


def _facts(proposal: Proposal) -> list[tuple[str, str]]:
    """What there is to know of it, a sentence each with its role."""
    chosen = proposal.selection
    sentences = [(reality_words(proposal.reality), "text")] if not proposal.reality.nothing_known else []
    count = len(chosen.proposed) + len(chosen.left_out)
    if none := none_proposed_words(chosen):
        sentences.append((none, "text strong"))
    else:
        fits = plural(
            len(chosen.proposed),
            "{n} of {of} groups fits, worth {value} together",
            "{n} of {of} groups fit, worth {value} together",
            of=count,
            value=chosen.value_words(chosen.value, chosen.proposed),
        )
        if chosen.present:
            present = chosen.value_words(chosen.present_value, chosen.present)
            fits += say("; the {n} selected today are worth {value}", n=len(chosen.present), value=present)
        sentences.append((f"{fits}.", "text strong"))
    if chosen.unserved:
        names = listing([say("“{text}”", text=objective.title) for objective in chosen.unserved])
        sentences.append((say("None of them serves {objectives}.", objectives=names), "drifting"))
    if not chosen.proposed and chosen.left_out:
        sentences.append((say("The arrows choose a group all the same, and space pins it."), "text"))
    return sentences


def _sentence_rows(fact: str, role: str, width: int) -> list[Row]:
    return [Row(INDENT).put(line, role) for line in wrap(fact, width - 2 * INDENT, 2) if line]


def _heading(shape: _Columns, marks: Marks, width: int) -> Row:
    row = Row(NAME).put(say("GROUP"), "dim")
    if shape.value:
        row.right(shape.value, say("VALUE"), "dim")
    row.right(shape.upkeep, say("UPKEEP"), "dim")
    titles = (say("GIVE"), say("MEET"), say("WATCH")) if width >= WIDE_FROM else ("", "", "")
    for kind, end, title in zip(Kind, shape.kinds, titles, strict=True):
        word = f" {title}" if title else ""
        row.to(end - 1 - cell_len(word)).put(marks.of(kind), kind.value).put(word, "dim")
    return row.right(shape.total, say("TOTAL"), "dim")


def _chosen(group: Group, proposal: Proposal, shape: _Columns, width: int, marks: Marks) -> Row:
    split = proposal.plan.lines.get(group.id, Split())
    new = group in proposal.selection.joining
    row = Row(INDENT).put("+ " if new else f"{marks.done} "[:2], "balanced").to(NAME)
    row.put(group.name, "text strong", shape.name - NAME - 1)
    _figures(row, group, proposal, shape, marks)
    for kind, end in zip(Kind, shape.kinds, strict=True):
        count = split.of(kind)
        figure = minutes(count) if count else marks.none
        at_most = f"{marks.at_most} " if kind is Kind.WATCHING and count else ""
        row.right(end, f"{at_most}{figure}", kind.value if count else "dim")
    row.right(shape.total, minutes(split.total), "text strong")
    room = width - shape.total - 2 * INDENT - 2
    if room >= 8:
        row.put("    ").extend(woven(split, min(room, 24), marks))
    return row


def _shared(cap: int, shape: _Columns, marks: Marks) -> Row:
    """The watching that is every group's."""
    row = Row(NAME).put(say("reading, any group"), "dim", shape.name - NAME - 1)
    row.right(shape.kinds[-1], f"{marks.at_most} {minutes(cap)}", Kind.WATCHING.value)
    return row.right(shape.total, minutes(cap), "text strong")


def _figures(row: Row, group: Group, proposal: Proposal, shape: _Columns, marks: Marks) -> None:
    if shape.value:
        known = group.id in proposal.selection.marked
        row.right(shape.value, str(proposal.values[group.id]) if known else marks.none, "text" if known else "dim")
    upkeep = proposal.selection.upkeeps[group.id]
    row.right(shape.upkeep, minutes(upkeep.counted) if upkeep.known else marks.none, "text" if upkeep.known else "dim")


def _left_out_heading(proposal: Proposal) -> Row:
    count = len(proposal.selection.left_out)
    return Row(NAME).put(say("LEFT OUT"), "dim strong").put("   ").put(plural(count, "{n} group", "{n} groups"), "dim")


def _left_out(group: Group, proposal: Proposal, shape: _Columns, marks: Marks) -> Row:
    """A group that is left out, under the reason; one that is selected today is to be parked."""
    parks = group in proposal.selection.leaving
    row = Row(INDENT).put(f"{marks.none} ", "drifting" if parks else "dim").to(NAME)
    row.put(group.name, "text", shape.name - NAME - 1)
    _figures(row, group, proposal, shape, marks)
    return row.put("   ").put(say("to park"), "drifting") if parks else row
