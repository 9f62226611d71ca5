"""Objectives, the audit and a selection as tables of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from planner.cli.page import page_width
from planner.cli.tables import FIGURE, NAME, REASON, TEXT, Shown, fields, printed, table, table_of
from planner.domain.audit.archive import archive_words
from planner.domain.audit.audit import Audit, GroupAudit, checks_words
from planner.domain.audit.roles import judged_words
from planner.domain.book import Book, none_words
from planner.domain.budget.selection import Selection, selection_words
from planner.domain.budget.upkeep import Upkeep
from planner.domain.cells import cells
from planner.domain.group import Group
from planner.domain.held import held_words
from planner.domain.objective import Objective, measure_words, where_words
from planner.domain.unread import without_words
from planner.domain.weeks.progress import LifeProgress, life_words
from planner.domain.words import full_date, listing, minutes, plural, say


def objectives_text(progress: Sequence[LifeProgress]) -> str:
    """Objectives, two lines each: what it is, each part of that on its own where the page is narrow, and what was done
    for it."""
    lines = []
    for life in progress:
        objective = life.objective
        standing = f"{objective.rank}." if objective.active else say(objective.pursuit.value)
        more = [say(objective.aim.value), measure_words(objective.measure)]
        more += [say("until {day}", day=full_date(objective.until))] if objective.until else []
        told = [f"{standing} {objective.title}", f"#{objective.id}", f"({', '.join(filter(None, more))})"]
        line = "  ".join(told)
        lines += [line] if cells(line) <= page_width() else [told[0], *(f"   {part}" for part in told[1:])]
        lines.append("   " + life_words(life))
    without = {week for life in progress for week in life.without}
    return "\n".join([*lines, *([without_words(without)] if without else [])])


def objective_text(life: LifeProgress, book: Book) -> str:
    """One objective with all that is known of it."""
    objective = life.objective
    serving = [group.name for group in book.groups.values() if objective.id in group.objectives]
    rows = (
        (say("typed as"), f"#{objective.id}"),
        (say("standing"), say(objective.pursuit.value)),
        (say("aim"), say(objective.aim.value)),
        (say("measure"), measure_words(objective.measure)),
        (say("since"), full_date(objective.since) if objective.since else ""),
        (say("until"), full_date(objective.until) if objective.until else ""),
        (say("why dropped"), objective.reason),
        (say("served by"), listing(serving)),
        (say("counts"), _what_counts(objective) if objective.active else ""),
        (say("so far"), life_words(life)),
    )
    return "\n".join(filter(None, [objective.title, *fields(rows), without_words(life.without)]))


def _what_counts(objective: Objective) -> str:
    counts = say(
        "what is logged with #{id}, or in a group that serves it: planner group edit GROUP --objectives {id}",
        id=objective.id,
    )
    return say("; ").join((counts, where_words())) if any(goal.place for goal in objective.measure) else counts


def audit_text(audit: Audit, rows: Sequence[GroupAudit], book: Book) -> str:
    """The checks, then a row a group with its verdict and the first reason for it."""
    head = checks_words(audit)
    if not rows:
        none = say("No group is so.") if audit.rows else none_words(book, say("No groups yet."))
        return "\n".join(head if none in head else [*head, "", none] if head else [none])
    weeks = plural(audit.weeks, "Over {n} week:", "Over {n} weeks:")
    return "\n".join([*head, "", weeks, *table_of(rows, _columns(audit.today)), *_moved(rows, book)])


def _moved(rows: Sequence[GroupAudit], book: Book) -> list[str]:
    """The groups whose watching was moved, and what that has freed, a line each."""
    from planner.domain.audit.moved import freed_words
    from planner.domain.grammar.moved_line import moved_words

    told = [
        say(
            "{group}: {moved}; {freed}",
            group=row.group.name,
            moved=moved_words(row.group.moved),
            freed=freed_words(row.freed, book),
        )
        for row in rows
        if row.freed
    ]
    return ["", say("Watching moved:"), *(f"  {line}" for line in told)] if told else []


def _columns(today: date) -> tuple[Shown[GroupAudit], ...]:
    """The columns, and the first reason for each verdict."""
    from planner.domain.audit.columns import COLUMNS  # only an audit needs it

    otherwise: dict[str, Callable[[GroupAudit], str]] = {
        "upkeep": lambda row: upkeep_cell(row.upkeep),
        "meetings": lambda row: held_words(row.figures.held),
        "verdict": _verdict,
    }
    why: Shown[GroupAudit] = Shown(lambda: "", _why, REASON)
    return (*printed(COLUMNS, today, otherwise), why)


def _why(row: GroupAudit) -> str:
    """The first reason of a verdict; of a group that is for several things, what it brought for each. Where there is
    nothing to judge by, what an archive tells.
    """
    reasons = row.proposal.reasons[:1]
    if row.archive and not row.proposal.verdict:
        return say("; ").join((*reasons, say("archive: {done}", done=archive_words(row.archive))))
    several = judged_words(row.roles) if len(row.roles) > 1 and row.proposal.verdict else ""
    return say("; ").join(filter(None, (*reasons, several)))


def _verdict(row: GroupAudit) -> str:
    return f"✓ {row.taken.title}" if row.taken else f"? {row.proposal.word}" if row.proposal.verdict else ""


def selection_text(selection: Selection) -> str:
    """What is proposed, and what is left out under each reason once, with what both are worth."""
    rows = [
        ("+" if group in selection.joining else " ", group.name, upkeep_cell(selection.upkeeps[group.id]))
        for group in selection.proposed
    ]
    lines = [selection_words(selection), *table(rows, (TEXT, NAME, FIGURE), indent=2)]
    for why, groups in selection.reasons:
        lines.append(say("Left out, {why}:", why=why))
        out = [
            ("-", group.name, upkeep_cell(selection.upkeeps[group.id]), _to_park(group, selection)) for group in groups
        ]
        lines += table(out, (TEXT, NAME, FIGURE, TEXT), indent=2)
    if selection.unserved:
        names = listing([objective.title for objective in selection.unserved])
        lines.append(say("Served by none of them: {objectives}.", objectives=names))
    return "\n".join(lines)


def _to_park(group: Group, selection: Selection) -> str:
    return say("to park") if group in selection.leaving else ""


def upkeep_cell(upkeep: Upkeep) -> str:
    """A group's upkeep in a column: what it takes beside what was said where the log knows better."""
    if not upkeep.known:
        return "–"
    if upkeep.said is not None and upkeep.takes not in (None, upkeep.said):
        return say("{said}, takes {takes}", said=minutes(upkeep.said), takes=minutes(upkeep.counted))
    return minutes(upkeep.counted)
