"""A closer look at the few: a row for each with what it is for and takes, and what is proposed for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from planner.domain.audit.look import Look
from planner.domain.group import Fit, Group, Role
from planner.domain.objective import Objective
from planner.domain.value import NamedTuple
from planner.domain.words import minutes, or_dash, say, spell_minutes

from ..widgets.draw_marks import Marks
from ..widgets.draw_more import more
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, literal
from ..widgets.draw_sight import first_in_sight

INDENT = 2
NAME = 4
GAP = 2
SHORTEST_NAME, LONGEST_NAME = 12, 32
QUARTER = 15  #: minutes of upkeep that a figure stands for
KEYED_OBJECTIVES = 9  #: that have a key
MOST_BELOW = 5

#: The questions in their order; the first two are asked of each group.
ROLE, UPKEEP, FIT, OBJECTIVES = range(4)

ROLE_KEYS = {Role.TIES: "t", Role.VISIBILITY: "v", Role.WATCH: "w"}


class Asked(NamedTuple):
    """The groups with what she answered or what is proposed (by id); of the group at ``at`` one question is asked."""

    groups: Sequence[Group]
    looks: Mapping[str, Look]
    objectives: Sequence[Objective]
    at: int
    question: int
    added: str = ""  # what is proposed so that each objective is served

    @property
    def look(self) -> Look:
        """What is answered, or proposed, for the group that it is at."""
        return self.looks[self.groups[self.at].id]


class Drawn(NamedTuple):
    """The picture's rows, and the first group in sight."""

    rows: list[Row]
    first: int


def look(asked: Asked, width: int, height: int, marks: Marks, first: int = 0) -> Drawn:
    """Draw it; under the groups stand the keys that answer what is asked of the chosen one."""
    head = [Row(INDENT).put(line, "text") for line in paragraph(_invitation(), width - 2 * INDENT)]
    added = [Row(INDENT).put(line, "dim") for line in paragraph(asked.added, width - 2 * INDENT)] if asked.added else []
    below = _below(asked, width, marks)[: max(2, height - 4)]
    least = len(below) + min(3, len(asked.groups)) + 3
    heads = ([*head, *added], added, head)  # what is proposed otherwise than it seems goes before the invitation
    head = next((each for each in heads if height >= len(each) + least), [])
    ends = _columns(asked, width)
    sight = max(1, height - len(head) - len(below) - (3 if head else 2))
    first = first_in_sight(first, asked.at, sight, len(asked.groups))
    seen = range(first, min(len(asked.groups), first + sight))
    below_sight = len(asked.groups) - seen.stop
    rows = [
        *head,
        *([Row()] if head else []),
        _heading(ends),
        *(_group(asked, number, ends, width, marks) for number in seen),
        more(first, below_sight, marks) if first or below_sight else Row(),
        *below,
    ]
    return Drawn([row.fitted(width) for row in rows[:height]], first)


def role_words(role: Role) -> str:
    """What a role is for."""
    return {
        Role.TIES: say("ties"),
        Role.VISIBILITY: say("visibility"),
        Role.WATCH: say("watch"),
    }[role]


def fit_words(fit: Fit) -> str:
    """How well a group fits, in a word where it is the same in all four."""
    if len(set(fit)) == 1 and fit.trade is not None:
        return (say("not at all"), say("a little"), say("well"), say("very well"))[fit.trade]
    return ", ".join(f"{say(part)} {or_dash(value)}" for part, value in zip(fit._fields, fit, strict=True))


def _invitation() -> str:
    return say(
        "A closer look at these few alone; the others can wait. Enter takes all as it stands, letters and figures "
        "correct it."
    )


# The table


def _titles() -> tuple[str, ...]:
    return (say("FOR"), say("UPKEEP"), say("FIT"), say("SERVES"))


def _columns(asked: Asked, width: int) -> tuple[int, ...]:
    """Where each answer begins, after the name."""
    cells = [
        max(cell_len(title), *(cell_len(_answer(asked, group, question)) for group in asked.groups)) + 2 + GAP
        for question, title in enumerate(_titles())
    ]
    longest = max(cell_len(literal(group.name)) for group in asked.groups)
    room = width - NAME - GAP - INDENT - sum(cells[:OBJECTIVES]) - min(cells[OBJECTIVES], 12)
    start = NAME + max(SHORTEST_NAME, min(longest, LONGEST_NAME, room)) + GAP
    return tuple(start + sum(cells[:question]) for question in range(len(cells)))


def _heading(starts: Sequence[int]) -> Row:
    row = Row(NAME).put(say("GROUP"), "dim")
    for start, title in zip(starts, _titles(), strict=True):
        row.to(start + 1).put(title, "dim")
    return row


def _group(asked: Asked, number: int, starts: Sequence[int], width: int, marks: Marks) -> Row:
    group, chosen = asked.groups[number], number == asked.at
    row = Row().put(f"{marks.pointer} " if chosen else "  ", "accent strong").to(NAME)
    row.put(group.name, "text strong" if chosen else "text", starts[0] - NAME - GAP)
    for question, start in enumerate(starts):
        held = chosen and question == asked.question
        row.to(start).put("[" if held else " ", "accent strong")
        role = "text strong" if held else "text" if question <= UPKEEP else "dim"
        row.put(_answer(asked, group, question), role, max(1, width - start - 3)).put(
            "]" if held else " ", "accent strong"
        )
    return row.fitted(width).marked("chosen") if chosen else row


def _answer(asked: Asked, group: Group, question: int) -> str:
    """What is answered, or proposed, in as few signs as can be."""
    seen = asked.looks[group.id]
    if question == ROLE:
        return ", ".join(map(role_words, seen.roles))
    if question == UPKEEP:
        return minutes(seen.upkeep) if seen.upkeep else "0"
    if question == FIT:
        return or_dash(seen.fit.trade) if len(set(seen.fit)) == 1 else " ".join(map(or_dash, seen.fit))
    keyed = [str(n) for n, each in enumerate(asked.objectives, 1) if each.id in seen.objectives]
    return ", ".join(keyed) or "–"


# The keys under it


def _below(asked: Asked, width: int, marks: Marks) -> list[Row]:
    """The question that is asked of the chosen group, and the keys that answer it."""
    question = (
        say("What is it for?"),
        say("Upkeep a week?"),
        say("How well does it fit?"),
        say("What does it serve?"),
    )[asked.question]
    name = asked.groups[asked.at].name
    row = Row(INDENT).put(name, "text strong", max(SHORTEST_NAME, width - cell_len(question) - 2 * INDENT - 2))
    return [row.put("  ").put(question, "text"), *_choices(asked, width, marks)]


def _choices(asked: Asked, width: int, marks: Marks) -> list[Row]:
    seen = asked.look
    if asked.question == ROLE:
        return [_offered([(key, role_words(role), role in seen.roles) for role, key in ROLE_KEYS.items()])]
    if asked.question == UPKEEP:
        quarters = [(n, spell_minutes(n * QUARTER)) for n in (1, 2, 3, 4)]
        ends = [(9, spell_minutes(9 * QUARTER)), (0, say("nothing"))]
        return [_offered([(str(n), words, n * QUARTER == seen.upkeep) for n, words in (*quarters, *ends)])]
    if asked.question == FIT:
        fits = [(str(n), fit_words(Fit(n, n, n, n)), set(seen.fit) == {n}) for n in range(4)]
        hint = say("One figure for trade, sector, place and interest; each can be refined later, on the group itself.")
        return [_offered(fits), *(Row(INDENT).put(line, "dim") for line in paragraph(hint, width - 2 * INDENT))]
    rows = []
    for number, each in enumerate(asked.objectives[: min(KEYED_OBJECTIVES, MOST_BELOW)], 1):
        held = each.id in seen.objectives
        row = Row(INDENT).put(str(number), "accent").put(" ")
        row.put(each.title, "text strong" if held else "text", width - INDENT - 6)
        rows.append(row.put(f" {marks.done}" if held else "", "balanced"))
    none = say("no objective") if asked.objectives else say("no objective is set yet")
    last = Row(INDENT).put("0", "accent").put(f" {none}", "dim")
    hidden = min(len(asked.objectives), KEYED_OBJECTIVES) - len(rows)
    return [*rows, last.extend(more(0, hidden, marks)) if hidden > 0 else last]


def _offered(answers: Sequence[tuple[str, str, bool]]) -> Row:
    """Keys with their words; the one that holds stands between brackets."""
    row = Row(INDENT - 1)
    for key, words, held in answers:
        row.put("[" if held else " ", "accent strong").put(key, "accent").put(
            f" {words}", "text strong" if held else "dim"
        ).put("]" if held else " ", "accent strong")
    return row
