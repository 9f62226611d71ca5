"""Objectives, the audit and a selection as tables of text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.cli.cells import NAME_WIDTH, cells, padded
from planner.domain.audit.audit import Audit, GroupAudit
from planner.domain.audit.dispersion import dispersion_words
from planner.domain.book import Book
from planner.domain.budget.budget import reality_words
from planner.domain.budget.selection import Selection, selection_words
from planner.domain.objective import measure_words
from planner.domain.weeks.progress import LifeProgress, life_words
from planner.domain.words import listing, minutes, plural, say

#: The widths of the figures' columns: fit, minutes by kind, people, the last day she gave.
FIGURES = (4, 7, 7, 7, 8, 12)


def objectives_text(progress: Sequence[LifeProgress]) -> str:
    """Objectives, two lines each: what it is, and what was done for it."""
    lines = []
    for life in progress:
        objective = life.objective
        standing = f"{objective.rank}." if objective.active else say(objective.pursuit.value)
        more = [say(objective.aim.value), measure_words(objective.measure)]
        more += [say("until {day}", day=objective.until.isoformat())] if objective.until else []
        lines.append(f"{standing} {objective.title}  #{objective.id}  ({', '.join(filter(None, more))})")
        lines.append("   " + life_words(life))
    return "\n".join(lines)


def objective_text(life: LifeProgress, book: Book) -> str:
    """One objective with all that is known of it."""
    objective = life.objective
    serving = [group.name for group in book.groups.values() if objective.id in group.objectives]
    rows = {
        say("typed as"): f"#{objective.id}",
        say("standing"): say(objective.pursuit.value),
        say("aim"): say(objective.aim.value),
        say("measure"): measure_words(objective.measure),
        say("since"): objective.since.isoformat() if objective.since else "",
        say("until"): objective.until.isoformat() if objective.until else "",
        say("why dropped"): objective.reason,
        say("served by"): listing(serving),
        say("so far"): life_words(life),
    }
    width = max(map(len, rows))
    return "\n".join([objective.title, *(f"  {name:{width}}  {value}" for name, value in rows.items() if value)])


def audit_text(audit: Audit, rows: Sequence[GroupAudit]) -> str:
    """The checks, then a row a group with its verdict and the first reason for it."""
    head = [reality_words(audit.reality), *dispersion_words(audit.dispersion)]
    if not rows:
        return "\n".join([*head, "", say("No group is so.") if audit.rows else say("No groups yet.")])
    width = min(NAME_WIDTH, max(8, *(cells(row.group.name) for row in rows)))
    heads = [say("FIT"), say("GIVEN"), say("MET"), say("READ"), say("PEOPLE"), say("GAVE")]
    figures = "".join(f"{head:>{size}}" for head, size in zip(heads, FIGURES, strict=True))
    title = f"{padded(say('GROUP'), width)}  {say('STANDING'):10}{figures}  {say('VERDICT')}"
    weeks = plural(audit.weeks, "Over {n} week:", "Over {n} weeks:")
    return "\n".join([*head, "", weeks, title, *(_row(row, width) for row in rows)])


def _row(row: GroupAudit, width: int) -> str:
    group, figures = row.group, row.figures
    told = [minutes(value) if value else "–" for value in figures.minutes]
    shown = [str(group.fit.total), *told, str(figures.people or "–"), _day(figures.last_gave)]
    row_figures = "".join(f"{value:>{size}}" for value, size in zip(shown, FIGURES, strict=True))
    verdict = f"✓ {say(row.taken.value)}" if row.taken else f"? {say(row.proposal.verdict.value)}"
    reason = f": {row.proposal.reasons[0]}" if row.proposal.reasons else ""
    return f"{padded(group.name, width)}  {say(group.standing.value):10}{row_figures}  {verdict}{reason}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "–"


def selection_text(selection: Selection) -> str:
    """What is proposed and what is left out, each with why, and what both are worth."""
    lines = [selection_words(selection)]
    for group in selection.proposed:
        sign = "+" if group in selection.joining else " "
        lines.append(f"  {sign} {padded(group.name, NAME_WIDTH)}  {minutes(group.upkeep):>5}")
    for group, why in selection.left_out:
        lines.append(f"  - {padded(group.name, NAME_WIDTH)}  {why}")
    if selection.unserved:
        names = listing([objective.title for objective in selection.unserved])
        lines.append(say("Served by none of them: {objectives}.", objectives=names))
    return "\n".join(lines)
