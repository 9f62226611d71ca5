"""Beginning: the five steps, each with how far it has come."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.audit.beginning import Beginning, Stage
from planner.domain.audit.setting_out import share_words
from planner.domain.book import unread_words
from planner.domain.words import plural, say, sentences, spell_minutes

from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, wrap

INDENT = 2
NAME = 6  #: the pointer, the number or tick, and a gap
GAP = 4
AIRY_FROM = 17
TITLE = 4  #: rows that the title takes at most
WIDE_FROM = 96


def stage_names() -> tuple[str, ...]:
    """The steps in a word or two each."""
    return (say("Groups"), say("What fits"), say("Objectives"), say("A closer look"), say("Plan"))


def stage_asks(stage: Stage) -> str:
    """What a step asks for."""
    return {
        Stage.GROUPS: say("All the places where you meet professionals: paste your list."),
        Stage.MIRROR: say("What following all of them takes, and the few that fit into your week."),
        Stage.OBJECTIVES: say("Why you network: two or three lines."),
        Stage.LOOK: say("What each of the few is for, and what it takes; the others can wait."),
        Stage.PLAN: say("This week’s minutes for each of them."),
    }[stage]


def stage_state(stage: Stage, beginning: Beginning) -> str:
    """How far a step has come, in a few words."""
    if stage is Stage.GROUPS:
        return plural(beginning.groups, "{n} group", "{n} groups") if beginning.groups else say("none yet")
    if stage is Stage.MIRROR:
        if not beginning.few or beginning.said is None:
            return say("{minutes} proposed", minutes=spell_minutes(beginning.minutes)) if beginning.in_question else ""
        of = spell_minutes(beginning.said)
        return plural(len(beginning.few), "{n} group in {minutes}", "{n} groups in {minutes}", minutes=of)
    if stage is Stage.OBJECTIVES:
        return (
            plural(beginning.objectives, "{n} objective", "{n} objectives") if beginning.objectives else say("none yet")
        )
    if stage is Stage.LOOK:
        count = len(beginning.few)
        return say("{n} of {count} looked at", n=beginning.looked, count=count) if count else ""
    return say("planned") if beginning.planned is not None else say("not planned yet")


def overview(beginning: Beginning, chosen: int, width: int, height: int, marks: Marks) -> list[Row]:
    """The steps with one of them chosen; under them what it asks for, beside each where there is room."""
    air = [Row()] if height >= AIRY_FROM else []
    if beginning.unread:
        unread = [Row(INDENT).put(line, "text strong") for line in paragraph(_title(beginning), width - 2 * INDENT)]
        return [row.fitted(width) for row in (Row(), *unread)]
    rows = [
        *air,
        *(Row(INDENT).put(line, "text strong") for line in _title_lines(beginning, width)),
        Row(),
    ]
    names = stage_names()
    state = NAME + max(map(cell_len, names)) + GAP
    asks = state + max(cell_len(stage_state(stage, beginning)) for stage in Stage) + GAP
    for stage in Stage:
        rows += [_stage(stage, beginning, chosen == stage, (state, asks), width, marks), *air]
    if width < WIDE_FROM:
        asked = stage_asks(Stage(chosen))
        rows += [*([] if air else [Row()]), *(Row(INDENT).put(line, "dim") for line in wrap(asked, width - 4, 2))]
    if beginning.empty:
        rows += [Row()] if rows[-1].text.strip() else []
        rows.append(Row(INDENT).put("I", "accent").put(f"  {_import_words()}", "dim", width - INDENT - 5))
    return [row.fitted(width) for row in rows]


def _import_words() -> str:
    return say("Bring in your past: a log, a calendar, an archive.")


def stage_at(y: int, beginning: Beginning, width: int, height: int) -> int | None:
    """The step that is drawn in row ``y``."""
    if beginning.unread:
        return None
    airy = height >= AIRY_FROM
    first = len(_title_lines(beginning, width)) + 1 + airy
    step, between = divmod(y - first, 2 if airy else 1)
    return step if 0 <= step < len(Stage) and not between else None


def _title_lines(beginning: Beginning, width: int) -> list[str]:
    return [line for line in wrap(_title(beginning), width - 2 * INDENT, TITLE) if line]


def _title(beginning: Beginning) -> str:
    if beginning.unread:
        return unread_words()
    if beginning.empty:
        return say("Welcome. Paste your list of groups: before any question you see how many of them fit into a week.")
    if beginning.next_undone() is None:
        if beginning.set_out:
            return sentences(
                say("A quarter and more has passed: Enter goes through it again."), share_words(beginning.set_out)
            )
        return say("All is set up. Any step can be gone through again.")
    return say("Five short steps lead to a week. Each can be skipped, and gone on with later.")


def _stage(  # noqa: PLR0917 - one row in its surroundings
    stage: Stage, beginning: Beginning, chosen: bool, columns: tuple[int, int], width: int, marks: Marks
) -> Row:
    state, asks = columns
    done, possible = beginning.done(stage), beginning.possible(stage)
    row = Row().put(f"{marks.pointer} " if chosen else "  ", "accent strong")
    row.put(marks.done if done else str(stage + 1), "balanced" if done else "accent" if chosen else "dim").to(NAME - 1)
    row.put(stage_names()[stage], "text strong" if chosen else "text" if possible else "dim").to(state)
    row.put(stage_state(stage, beginning), "text" if done else "dim")
    if width >= WIDE_FROM:
        row.to(asks).put(stage_asks(stage), "dim", width - asks - INDENT)
    return row.fitted(width).marked("chosen") if chosen else row
