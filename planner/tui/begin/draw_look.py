"""A look at one group: its name, and four questions with a key for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.audit.look import Look
from planner.domain.group import Fit, Group, Role
from planner.domain.objective import Objective
from planner.domain.value import NamedTuple
from planner.domain.words import or_dash, say, spell_minutes

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, wrap

INDENT = 2
BAR = 23
QUARTER = 15  #: minutes of upkeep that a figure stands for
KEYED_OBJECTIVES = 9  #: that have a key

#: The questions in their order.
ROLE, FIT, UPKEEP, OBJECTIVES = range(4)


class Asked(NamedTuple):
    """A group that is looked at: the answers, given or proposed, and which question is asked now.

    ``place`` is its place among ``of`` groups, ``looked`` how many of them were looked at. ``several`` are the
    objectives chosen so far, where she chooses more than one.
    """

    group: Group
    look: Look
    question: int
    objectives: Sequence[Objective]
    place: int
    of: int
    looked: int
    several: tuple[str, ...] | None = None


def look(asked: Asked, width: int, height: int, marks: Marks) -> list[Row]:
    """Draw it with as much air as ``height`` rows allow; where they are few, only the question that is asked now."""
    about = Row(INDENT).put(_about(asked.group), "dim", width - 2 * INDENT)
    name = [Row(INDENT).put(line, "text strong") for line in wrap(asked.group.name, width - 2 * INDENT, 2) if line]
    answers = INDENT + 2 + max(map(cell_len, _questions())) + 3
    questions = [_question(asked, question, answers, width, marks) for question in range(4)]
    head, below = _progress(asked, width, marks), _below(asked, width, marks)
    blank = Row()
    spread = [row for question in questions for row in (question, blank)]
    roomy = [head, blank, blank, *name, about, blank, blank, *spread]
    if len(roomy) + 1 + max(2, len(asked.objectives)) > height:  # the same for all four questions of a group
        roomy = [head, blank, *name, about, blank, *questions, *([blank] if asked.question == FIT else [])]
    rows = next(
        rows
        for rows in (
            [*roomy, *below],
            [head, *name, about, *questions, *below],
            [head, *name[:1], questions[asked.question], *below],
        )
        if len(rows) <= height or len(rows) <= len(below) + 3
    )
    return [row.fitted(width) for row in rows]


def _below(asked: Asked, width: int, marks: Marks) -> list[Row]:
    """What there is to know for the question: the objectives with their keys, or what one figure stands for."""
    if asked.question == OBJECTIVES:
        return _objectives(asked, width, marks)
    if asked.question != FIT:
        return []
    hint = say("One figure for trade, sector, place and interest; each can be refined later, on the group itself.")
    return [Row(INDENT).put(line, "dim") for line in wrap(hint, width - 2 * INDENT, 2) if line]


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


def _questions() -> tuple[str, ...]:
    return (
        say("What is it for?"),
        say("How well does it fit?"),
        say("Upkeep a week?"),
        say("What does it serve?"),
    )


def _progress(asked: Asked, width: int, marks: Marks) -> Row:
    done = asked.looked * BAR // max(1, asked.of)
    row = Row(INDENT).put(marks.filled * done, "balanced").put(marks.unfilled * (BAR - done), "rule")
    row.put("   ").put(say("{n} of {count}", n=asked.place, count=asked.of), "text")
    count = say("{n} looked at", n=asked.looked)
    return row.put("   ").put(count, "dim") if row.cells + 3 + cell_len(count) <= width else row


def _about(group: Group) -> str:
    facts = (group.address, group.place, group.why)
    return "   ".join(part for part in facts if part) or say("no address known")


def _question(asked: Asked, question: int, answers: int, width: int, marks: Marks) -> Row:
    now, before = question == asked.question, question < asked.question
    row = Row().put(f"{marks.pointer} " if now else "  ", "accent strong")
    row.put(f"{marks.done} " if before else "  ", "balanced")
    row.put(_questions()[question], "text strong" if now else "text" if before else "dim").to(answers - 1)
    if now:
        return row.extend(_choices(asked, question, width - row.cells))
    return row.put(" ").put(_answer(asked, question), "text" if before else "dim", max(1, width - answers - INDENT))


def _answer(asked: Asked, question: int) -> str:
    """What is answered, or proposed."""
    seen = asked.look
    if question == ROLE:
        return ", ".join(map(role_words, seen.roles))
    if question == FIT:
        return fit_words(seen.fit)
    if question == UPKEEP:
        return spell_minutes(seen.upkeep) if seen.upkeep else say("nothing")
    titles = [each.title for each in asked.objectives if each.id in seen.objectives]
    return ", ".join(titles) or say("no objective")


def _choices(asked: Asked, question: int, width: int) -> Row:
    """The keys of a question; the answer that Enter takes stands between brackets."""
    if question == ROLE:
        keys = {Role.TIES: "t", Role.VISIBILITY: "v", Role.WATCH: "w"}
        return _offered([(key, role_words(role), role in asked.look.roles) for role, key in keys.items()], width)
    if question == FIT:
        return _fits(asked.look.fit, width)
    if question == UPKEEP:
        return _upkeeps(asked.look.upkeep)
    chosen = _served(asked)
    numbers = [str(n) for n, each in enumerate(asked.objectives[:KEYED_OBJECTIVES], 1) if each.id in chosen]
    row = _held(", ".join(numbers) or "0").put("   ")
    if asked.several is not None:
        return row.put(say("enter keeps them"), "dim")
    return row.put(",", "accent").put(f" {say('several')}", "dim") if len(asked.objectives) > 1 else row


def _fits(fit: Fit, width: int) -> Row:
    if len(set(fit)) > 1:
        return _held(fit_words(fit)).put("  ").put("0 1 2 3", "accent")
    offered = [(str(n), fit_words(Fit(n, n, n, n)), fit.trade == n) for n in range(4)]
    return _offered(offered, width)


def _upkeeps(upkeep: int) -> Row:
    row = _held(spell_minutes(upkeep) if upkeep else say("nothing")).put("  ")
    row.put("1", "accent").put(f" {spell_minutes(QUARTER)} … ", "dim")
    row.put("9", "accent").put(f" {spell_minutes(9 * QUARTER)}  ", "dim")
    return row.put("0", "accent").put(f" {say('nothing')}", "dim")


def _held(words: str) -> Row:
    return Row().put("[", "accent strong").put(words, "text strong").put("]", "accent strong")


def _served(asked: Asked) -> tuple[str, ...]:
    return asked.look.objectives if asked.several is None else asked.several


def _offered(answers: Sequence[tuple[str, str, bool]], width: int) -> Row:
    """Keys with their words; where there is no room for all of them, only the proposed one has its words."""
    row = _keyed(answers)
    return row if row.cells <= width else _keyed([(key, words if held else "", held) for key, words, held in answers])


def _keyed(answers: Sequence[tuple[str, str, bool]]) -> Row:
    row = Row()
    for key, words, held in answers:
        row.put("[" if held else " ", "accent strong").put(key, "accent")
        row.put(f" {words}" if words else "", "text strong" if held else "dim").put(
            "]" if held else " ", "accent strong"
        )
    return row


def _objectives(asked: Asked, width: int, marks: Marks) -> list[Row]:
    """The objectives with their keys, a row each."""
    chosen, at = _served(asked), 2 * INDENT
    rows = []
    for number, each in enumerate(asked.objectives[:KEYED_OBJECTIVES], 1):
        held = each.id in chosen
        row = Row(at).put(str(number), "accent").put(" ")
        row.put(each.title, "text strong" if held else "text", width - at - 6)
        rows.append(row.put(f" {marks.done}" if held else "", "balanced"))
    return [*rows, Row(at).put("0", "accent").put(f" {say('no objective')}", "dim")]
