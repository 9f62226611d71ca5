"""The mirror: a thread for each group, woven tight where it fits into the week, frayed where it does not."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len

from planner.domain.budget.budget import Proposal, shared
from planner.domain.budget.mirror import mirror_words
from planner.domain.budget.selection import Asked, none_proposed_words
from planner.domain.group import Group, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.value import NamedTuple
from planner.domain.words import decimal, listing, minutes, plural, say

from ..widgets.draw_gauge import reality_bar
from ..widgets.draw_marks import Marks
from ..widgets.draw_more import more
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, literal
from ..widgets.draw_sight import first_in_sight

INDENT = 2
NAME = 4
SHORTEST_NAME, LONGEST_NAME = 12, 28
GAP = 2
TOTAL, VALUE = 8, 8
ROOMY = 10  #: cells that the sentences are to leave, as they grow and shrink with the minutes
TOTAL_FROM, VALUE_FROM = 76, 100
SHORTEST_THREAD = 5
SMALLEST_COLUMN = 25  #: of threads that are left out, where several stand beside each other
MOST_COLUMNS = 3
TOLD = 2  #: rows at most for the chosen thread in words


class Sight(NamedTuple):
    """What of the threads is in sight: the picture's rows, and the first line of threads among them.

    ``spots`` are the groups whose threads stand in a row, from left to right, by row.
    """

    rows: list[Row]
    first: int
    spots: Mapping[int, tuple[Group, ...]] = {}

    def group_at(self, x: int, y: int, width: int) -> Group | None:
        """The group whose thread stands there."""
        groups = self.spots.get(y, ())
        column = x * self.columns(y) // max(1, width)
        return groups[column] if column < len(groups) else None

    def columns(self, y: int) -> int:
        """How many threads stand side by side in a row."""
        return max(len(groups) for groups in self.spots.values()) if len(self.spots.get(y, ())) > 1 else 1


def mirror(  # noqa: PLR0917 - a picture in its surroundings
    proposal: Proposal, width: int, height: int, marks: Marks, asked: Asked, chosen: str, first: int
) -> Sight:
    """Draw it in ``width`` by ``height`` cells; ``first`` is the first line of threads that was in sight before."""
    head = [*_sentence(proposal, width), _bar(proposal, width, marks)]
    told = _told(proposal, chosen, width, marks)
    cloth = _cloth(proposal, width, height - len(head) - len(told), marks, asked, chosen)
    lines, kept = cloth.lines, len(proposal.selection.proposed)
    if len(lines) + len(head) + TOLD + 2 <= height:
        head, told = [*head, cloth.heading()], [Row(), *told, *(Row() for _ in range(TOLD - len(told)))]
    room = max(1, height - len(head) - len(told))
    at = next((n for n, line in enumerate(lines) if any(group.id == chosen for group in line)), 0)
    if len(lines) > room:
        room -= 1
        first = first_in_sight(first, at, room, len(lines))
    else:
        first = 0
    seen = lines[first : first + room]
    rows = [cloth.line(line, kept=at < kept) for at, line in enumerate(seen, first)]
    if len(lines) > len(seen):
        above, below = lines[:first], lines[first + len(seen) :]
        rows.append(more(sum(map(len, above)), sum(map(len, below)), marks))
    rest = [Row() for _ in range(height - len(head) - len(rows) - len(told))]
    drawn = [row.fitted(width) for row in (*head, *rows, *rest, *told)][:height]
    return Sight(drawn, first, {len(head) + at: groups for at, groups in enumerate(seen)})


def order(proposal: Proposal) -> list[Group]:
    """The groups as their threads stand: those that fit, then the others."""
    return [*proposal.selection.proposed, *(group for group, _ in proposal.selection.left_out)]


# Over the threads


def _sentence(proposal: Proposal, width: int) -> list[Row]:
    """What all take, what she has (between brackets, as it can be changed), and what fits."""
    words = mirror_words(proposal)
    has = Row().put(words.before, "text").put("[", "accent strong").put(words.minutes, "text strong")
    has.put("]", "accent strong").put(words.after, "text")
    takes = Row(INDENT).put(words.takes, "text")
    fits = Row().put(words.fits, "text strong")
    if takes.cells + has.cells + fits.cells + ROOMY + INDENT <= width:
        return [takes.put(" ").extend(has).put(" ").extend(fits)]
    return [takes, Row(INDENT).extend(has).put(" ").extend(fits)]


def _bar(proposal: Proposal, width: int, marks: Marks) -> Row:
    check = proposal.reality
    times = say("{times} times over", times=decimal(check.times)) if check.needed > check.available else ""
    cells = width - 2 * INDENT - (cell_len(times) + GAP if times else 0)
    row = Row(INDENT).extend(reality_bar(check.needed, check.available, max(8, cells), marks))
    return row.put("  " if times else "").put(times, "drifting")


# The threads


class _Cloth(NamedTuple):
    """What every thread is drawn by: those that are left out stand in so many ``columns``."""

    proposal: Proposal
    width: int
    marks: Marks
    asked: Asked
    chosen: str
    columns: int
    thread: int  # where a thread begins, and where it ends
    end: int
    upkeep: int  # where figures end; None where there is no room for them
    total: int | None
    value: int | None

    @property
    def lines(self) -> list[tuple[Group, ...]]:
        """The groups line by line: each that fits has its own, the others as many as there are columns."""
        kept, others = self.proposal.selection.proposed, [group for group, _ in self.proposal.selection.left_out]
        length = -(-len(others) // self.columns)
        heading: list[tuple[Group, ...]] = [()] if kept and others else []
        return [*((group,) for group in kept), *heading, *(tuple(others[row::length]) for row in range(length))]

    def heading(self) -> Row:
        """What the figures are of, where there is room for more than one."""
        row = Row()
        if self.total:
            row.right(self.upkeep, say("UPKEEP"), "dim").right(self.total, say("PLAN"), "dim")
        return row.right(self.value, say("VALUE"), "dim") if self.value else row

    def line(self, groups: tuple[Group, ...], *, kept: bool) -> Row:
        """One line of threads; the heading over those that are left out where it is of none."""
        if not groups:
            count = len(self.proposal.selection.left_out)
            row = Row(NAME).put(say("LEFT OUT"), "dim strong").put("   ")
            return row.put(plural(count, "{n} group", "{n} groups"), "dim")
        if kept or self.columns == 1:
            return self._held(groups[0], self._whole(groups[0], kept=kept), self.width)
        row, column = Row(), (self.width - INDENT) // self.columns
        for number, group in enumerate(groups):
            row.to(number * column).extend(self._held(group, self._short(group, column - 1), column - 1))
        return row

    def _held(self, group: Group, row: Row, width: int) -> Row:
        return row.fitted(width).marked("chosen") if group.id == self.chosen else row.fitted(width)

    def _begun(self, group: Group, *, kept: bool) -> Row:
        """The pointer, and whether it joins, stays, is to be parked, or is left where it is."""
        row = Row().put(f"{self.marks.pointer} " if group.id == self.chosen else "  ", "accent strong")
        if kept:
            stays = self.marks.done if len(self.marks.done) == 1 else "="
            return row.put("+" if group.standing is not Standing.SELECTED else stays, "balanced").to(NAME)
        parks = group.standing is Standing.SELECTED
        return row.put("!" if parks else self.marks.none, "drifting" if parks else "dim").to(NAME)

    def _whole(self, group: Group, *, kept: bool) -> Row:
        """A thread across the whole width, with its figures."""
        row = self._begun(group, kept=kept)
        row.put(group.name, "text strong" if kept else "text", self.thread - NAME - GAP).to(self.thread)
        said = self._said(group)
        cells = self.end - self.thread - (cell_len(said) + 1 if said else 0)
        row.extend(_woven(self._planned(group), cells, self.marks) if kept else _frayed(group.id, cells, self.marks))
        if said:
            row.to(self.end - cell_len(said)).put(said, "accent" if kept else "dim")
        known = self.proposal.selection.upkeeps[group.id].known
        row.right(self.upkeep, upkeep_words(self.proposal, group), "text" if known else "dim")
        if self.total and kept:
            row.right(self.total, minutes(self._planned(group).total), "text strong")
        if self.value:
            marked = group.id in self.proposal.selection.marked
            value = str(self.proposal.values[group.id]) if marked else self.marks.none
            row.right(self.value, value, "text" if marked else "dim")
        return row

    def _short(self, group: Group, width: int) -> Row:
        """A frayed thread that shares its line with others."""
        row = self._begun(group, kept=False)
        name = max(SHORTEST_NAME, width - NAME - GAP - SHORTEST_THREAD)
        row.put(group.name, "text", name).put(" ")
        return row.extend(_frayed(group.id, width - row.cells, self.marks))

    def _said(self, group: Group) -> str:
        """What she asked of a group, or what becomes of it."""
        if group.id in self.asked.pinned:
            return say("pinned")
        if group.id in self.asked.without:
            return say("without")
        return (
            say("to park")
            if group.standing is Standing.SELECTED and group not in self.proposal.selection.proposed
            else ""
        )

    def _planned(self, group: Group) -> Split:
        return self.proposal.plan.lines.get(group.id, Split())


def _cloth(proposal: Proposal, width: int, room: int, marks: Marks, asked: Asked, chosen: str) -> _Cloth:  # noqa: PLR0917
    """The cloth of so many rows: those that are left out stand side by side where it has too few for all."""
    groups = order(proposal)
    most = max(1, min(MOST_COLUMNS, (width - INDENT) // SMALLEST_COLUMN))
    kept, others = len(proposal.selection.proposed), len(proposal.selection.left_out)
    columns = next((n for n in range(1, most) if kept + 1 + -(-others // n) <= room), most)
    longest = max((cell_len(literal(group.name)) for group in groups), default=0)
    upkeep = max((cell_len(upkeep_words(proposal, group)) for group in groups), default=0) + GAP
    upkeep = max(upkeep, cell_len(say("UPKEEP")) + GAP)
    total = TOTAL if width >= TOTAL_FROM else 0
    value = VALUE if width >= VALUE_FROM and proposal.selection.marked else 0
    name = min(max(longest, SHORTEST_NAME), LONGEST_NAME, width // 3)
    end = width - INDENT - upkeep - total - value
    ends = end + upkeep, end + upkeep + total if total else None, width - INDENT if value else None
    return _Cloth(proposal, width, marks, asked, chosen, columns, NAME + name + GAP, end, *ends)


def upkeep_words(proposal: Proposal, group: Group) -> str:
    """The minutes that a group counts: about so many where they are only usual."""
    upkeep = proposal.selection.upkeeps[group.id]
    length = minutes(upkeep.counted)
    return length if upkeep.known else say("about {minutes}", minutes=length)


def _woven(planned: Split, cells: int, marks: Marks) -> Row:
    """A tight thread: what the plan gives, takes and meets, over the whole length."""
    lengths = shared(cells, planned) if any(planned) else (cells, 0, 0)
    row = Row()
    for kind, length in zip(Kind, lengths, strict=True):
        row.put(marks.of(kind) * length, kind.value)
    return row


def _frayed(id_: str, cells: int, marks: Marks) -> Row:
    """A thread that comes loose: with wider and wider gaps, another way for each."""
    at, gap = sum(map(ord, id_)) % 3, 1
    thread = [" "] * max(0, cells)
    while at < cells:
        thread[at] = marks.watching
        at, gap = at + gap, gap + 1
    return Row().put("".join(thread), "watching")


# Under the threads


def _told(proposal: Proposal, chosen: str, width: int, marks: Marks) -> list[Row]:
    """A row or two: what the chosen thread would get, or why it is left out; with none chosen, what nothing serves."""
    lines = _chosen_words(proposal, chosen, marks) if chosen else _whole_words(proposal, marks)
    rows = [Row(INDENT).put(line, role) for text, role in lines for line in paragraph(text, width - 2 * INDENT)]
    return rows[:TOLD]


def _chosen_words(proposal: Proposal, chosen: str, marks: Marks) -> list[tuple[str, str]]:
    for group, why in proposal.selection.left_out:
        if group.id == chosen:
            return [(say("{group}: {what}", group=group.name, what=why), "text")]
    for group in proposal.selection.proposed:
        if group.id == chosen:
            line = proposal.plan.lines.get(group.id, Split())
            words = zip(Kind, legend(), strict=True)
            parts = [f"{marks.of(kind)} {word} {minutes(line.of(kind))}" for kind, word in words if line.of(kind)]
            return [(say("{group}: {what}", group=group.name, what="  ".join(parts) or marks.none), "text")]
    return []


def _whole_words(proposal: Proposal, marks: Marks) -> list[tuple[str, str]]:
    chosen = proposal.selection
    if none := none_proposed_words(chosen):
        return [(none, "text strong"), (say("The arrows choose a group all the same, and space pins it."), "dim")]
    if chosen.unserved:
        names = listing([say("“{text}”", text=objective.title) for objective in chosen.unserved])
        return [(say("None of them serves {objectives}.", objectives=names), "drifting")]
    if chosen.present:
        kept, present = (
            chosen.value_words(value, groups)
            for value, groups in ((chosen.value, chosen.proposed), (chosen.present_value, chosen.present))
        )
        words = plural(
            len(chosen.present),
            "Worth {value} together; the one selected today is worth {present}.",
            "Worth {value} together; the {n} selected today are worth {present}.",
            value=kept, present=present,
        )  # fmt: skip
        return [(words, "dim")]
    return [
        (
            "\u00a0\u00a0 ".join(f"{marks.of(kind)}\u00a0{word}" for kind, word in zip(Kind, legend(), strict=True)),
            "dim",
        )
    ]


def legend() -> tuple[str, ...]:
    """What the marks of a thread stand for."""
    return (say("give"), say("meet"), say("read", context="what one does"))
