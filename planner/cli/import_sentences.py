"""What an import did, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from planner.domain.words import listing, plural, say

if TYPE_CHECKING:
    from planner.interop.calendar_appointments import CalendarImport
    from planner.interop.contact_import import CardsImport
    from planner.interop.feeds import FeedsImport
    from planner.interop.home_import import HomeImport
    from planner.interop.problem import Problem


MOST_PROBLEMS = 40  #: what a person may read of them; ``--json`` has all


def calendar_text(result: CalendarImport, *, dry_run: bool) -> str:
    """What became of a calendar's meetings, and what of it could not be read."""
    lines = [
        say(
            "{added} added, {moved} moved or changed, {cancelled} cancelled.",
            added=len(result.added),
            moved=len(result.moved),
            cancelled=len(result.cancelled),
        ),
        _counts(result.read, result.already_there, result.skipped),
    ]
    if result.people:
        lines.append(plural(len(result.people), "{n} person new or completed.", "{n} people new or completed."))
    if result.without_end:
        lines.append(
            plural(
                result.without_end,
                "{n} meeting says no end and is taken for a usual one.",
                "{n} meetings say no end and are taken for usual ones.",
            )
        )
    return _text(lines, result.problems, dry_run=dry_run)


def cards_text(result: CardsImport, *, dry_run: bool) -> str:
    """What became of cards, and which could not be read."""
    lines = [
        say("{added} people added, {filled} completed.", added=len(result.added), filled=len(result.filled)),
        _counts(result.read, result.already_there, result.skipped),
    ]
    return _text(lines, result.problems, dry_run=dry_run)


def feeds_text(result: FeedsImport, *, dry_run: bool) -> str:
    """Which groups are followed in a feed reader already, and what became of the other feeds."""
    lines = [
        plural(len(result.added), "{n} feed added, parked.", "{n} feeds added, parked."),
        _counts(result.read, result.already_there, result.skipped),
    ]
    if result.known:
        names = listing(list(result.known))
        lines.append(say("Followed in your feed reader, so no need to watch here: {groups}.", groups=names))
    return _text(lines, result.problems, dry_run=dry_run)


def home_text(result: HomeImport, *, dry_run: bool) -> str:
    """What became of the records of another home, or of this one as it once was."""
    lines = [
        say("{added} added, {changed} changed.", added=result.added, changed=result.changed),
        _counts(result.read, result.already_there, result.kept_back),
    ]
    return _text(lines, result.problems, dry_run=dry_run)


def _counts(read: int, there: int, skipped: int) -> str:
    return say("{read} read, {there} already there, {skipped} left out.", read=read, there=there, skipped=skipped)


def _text(lines: Iterable[str], problems: Sequence[Problem], *, dry_run: bool) -> str:
    first = [say("Nothing is changed yet; this is what would be:")] if dry_run else []
    shown = [f"  {problem.where}: {problem.why}" for problem in problems[:MOST_PROBLEMS]]
    more = len(problems) - len(shown)
    rest = [plural(more, "  and {n} more, which --json tells", "  and {n} more, which --json tells")] if more else []
    return "\n".join([*first, *lines, *shown, *rest])
