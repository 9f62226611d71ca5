"""The strands of a week: what it leaves behind for the long view, by group and by objectives, without its entries."""

from __future__ import annotations

from collections.abc import Iterable

from ..clock_time import counted_minutes, sittings, without_doubles
from ..entry import Entry
from ..kinds import Kind, Split
from ..plan import OFF, Plan
from ..value import NamedTuple
from ..week import Week

NO_DAYS = (Split(),) * 7


class Strand(NamedTuple):
    """What one group (id) was given for the same objectives (ids) in a week.

    ``days`` are the minutes by kind of its seven days; an hour of the clock counts once. ``contributions`` says how
    often she gave, ``answered`` of how many contributions she has said what came back, ``echoes`` how much did, of
    meetings as well.
    """

    group: str
    objectives: tuple[str, ...] = ()
    days: tuple[Split, ...] = NO_DAYS
    contributions: int = 0
    answered: int = 0
    echoes: int = 0


class WeekStrands(NamedTuple):
    """A week's strands, and its plan: minutes alone, and whether it was off. None for a week that nobody planned."""

    week: Week
    plan: Plan | None = None
    strands: tuple[Strand, ...] = ()


def week_strands(week: Week, entries: Iterable[Entry], plan: Plan | None = None) -> WeekStrands:
    """The strands of a week's entries; what nobody has confirmed is in none."""
    confirmed = [entry for entry in entries if entry.confirmed]
    strands: dict[tuple[str, tuple[str, ...]], Strand] = {}
    for entry, minutes in counted_minutes(confirmed):
        strand = strands.get(_key(entry)) or Strand(entry.group, entry.objectives)
        days, at = strand.days, entry.start.weekday()
        counted = days[at].plus(entry.kind, minutes)
        strands[_key(entry)] = strand._replace(days=(*days[:at], counted, *days[at + 1 :]))
    single = without_doubles(confirmed)
    for entry in single:
        if entry.echo and entry.kind.is_hands:
            strand = strands[_key(entry)]
            strands[_key(entry)] = strand._replace(
                answered=strand.answered + (entry.kind is Kind.CONTRIBUTION), echoes=strand.echoes + entry.echo.number
            )
    for entry in sittings(single):
        if entry.kind is Kind.CONTRIBUTION:
            strand = strands[_key(entry)]
            strands[_key(entry)] = strand._replace(contributions=strand.contributions + 1)
    kept = plan and Plan(plan.lines, shared=plan.shared, short=OFF if plan.off else None)
    return WeekStrands(week, kept, tuple(strands.values()))


def _key(entry: Entry) -> tuple[str, tuple[str, ...]]:
    return entry.group, entry.objectives
