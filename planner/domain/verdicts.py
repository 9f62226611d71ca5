"""What eight weeks of a group say, and the verdict they propose for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from .entry import Entry
from .group import Group, Role, Standing
from .kinds import HANDS, Kind, Split
from .record import WeekRecord
from .review import Verdict
from .words import day_month, listing, plural, say, spell_minutes

WEEKS = 8  #: how many weeks a verdict looks back on, the reviewed one included
READ_ONLY_WEEKS = 3  #: read in so many weeks without a hand put to it: it is only read


class GroupFigures(NamedTuple):
    """One group over the last weeks: confirmed entries alone, minutes by kind, days as dates.

    ``weeks`` counts from the first one with a plan or an entry of any group, so that a beginner is not judged on
    weeks before she began. ``over`` are the minutes of watching past its cap, summed over the weeks with a plan.
    """

    group: Group
    weeks: int
    minutes: Split
    planned: Split
    contributions: int
    meetings: int
    people: int  # different persons met there
    last_hands: date | None
    last_watched: date | None
    read_only: int  # weeks it was read in since a hand was last put to it
    over: int
    goals: int  # weeks that had a goal for it
    reached: int  # those of them in which each of its goals was reached


class Proposal(NamedTuple):
    """A verdict, and why, in figures."""

    verdict: Verdict
    reasons: tuple[str, ...]


class _Rule(NamedTuple):
    """One way to a verdict: ``reason`` is what speaks for it, "" where nothing does."""

    verdict: Verdict
    reason: Callable[[GroupFigures], str]


def figures(group: Group, records: Sequence[WeekRecord]) -> GroupFigures:
    """What ``records``, the last weeks in order, say of a group."""
    weeks = [_week_of(group, record) for record in records]
    entries = [entry for week in weeks for entry in week.entries]
    of_kind = {kind: [entry for entry in entries if entry.kind is kind] for kind in Kind}
    goals = [week for week in weeks if week.planned.hands]
    return GroupFigures(
        group=group,
        weeks=_span(records),
        minutes=_sum([week.logged for week in weeks]),
        planned=_sum([week.planned for week in weeks]),
        contributions=len(of_kind[Kind.CONTRIBUTION]),
        meetings=len(of_kind[Kind.MEETING]),
        people=len({person for entry in of_kind[Kind.MEETING] for person in entry.people}),
        last_hands=max((entry.day for kind in HANDS for entry in of_kind[kind]), default=None),
        last_watched=max((entry.day for entry in of_kind[Kind.WATCHING]), default=None),
        read_only=_read_only(weeks),
        over=sum(max(0, week.logged.watching - week.planned.watching) for week in weeks if week.has_plan),
        goals=len(goals),
        reached=sum(all(week.logged.of(kind) >= week.planned.of(kind) for kind in HANDS) for week in goals),
    )


def proposed(figures: GroupFigures) -> Proposal:
    """The verdict that the figures propose: that of the first rule with a reason, else to keep it."""
    for verdict, reason in _RULES:
        if told := reason(figures):
            return Proposal(verdict, (told, done_words(figures)) if figures.minutes.total else (told,))
    return Proposal(Verdict.KEEP, (done_words(figures),))


def done_words(figures: GroupFigures) -> str:
    """What was done there, such as ``3 contributions, 2 meetings with 2 people and 1h10 watched in 8 weeks``."""
    parts = []
    if figures.contributions:
        parts.append(plural(figures.contributions, "{n} contribution", "{n} contributions"))
    if figures.meetings:
        meetings = plural(figures.meetings, "{n} meeting", "{n} meetings")
        people = plural(figures.people, "with {n} person", "with {n} people")
        parts.append(f"{meetings} {people}" if figures.people else meetings)
    if figures.minutes.watching:
        parts.append(say("{minutes} watched", minutes=spell_minutes(figures.minutes.watching)))
    done = listing(parts) or say("nothing done there")
    return plural(figures.weeks, "{done} in {n} week", "{done} in {n} weeks", done=done)


class _Week(NamedTuple):
    """One week of one group."""

    has_plan: bool
    planned: Split
    entries: tuple[Entry, ...]
    logged: Split


def _week_of(group: Group, record: WeekRecord) -> _Week:
    planned = record.plan.lines.get(group.id, Split()) if record.plan else Split()
    entries = tuple(entry for entry in record.entries if entry.confirmed and entry.group == group.id)
    logged = _sum([Split().plus(entry.kind, entry.minutes) for entry in entries])
    return _Week(record.plan is not None, planned, entries, logged)


def _span(records: Sequence[WeekRecord]) -> int:
    used = [record.week for record in records if record.plan or record.entries]
    return records[-1].week.minus(used[0]) + 1 if used else 1


def _read_only(weeks: Sequence[_Week]) -> int:
    read = 0
    for week in reversed(weeks):
        if week.logged.hands:
            break
        read += week.logged.watching > 0
    return read


def _sum(splits: Sequence[Split]) -> Split:
    return Split(*(sum(column) for column in zip(*splits, strict=True)))


def _brings_nothing(figures: GroupFigures) -> str:
    group = figures.group
    waiting = group.standing in (Standing.PARKED, Standing.CANDIDATE)
    if waiting and not (group.worth or group.joy or figures.minutes.hands) and figures.weeks >= WEEKS:
        return say("worth 0, joy 0, and nothing given or met in {n} weeks", n=figures.weeks)
    return ""


def _is_left_alone(figures: GroupFigures) -> str:
    if figures.group.standing is Standing.SELECTED and not figures.minutes.total and figures.weeks >= WEEKS:
        if not figures.planned.total:
            return say("nothing planned and nothing done in {n} weeks", n=figures.weeks)
        planned = spell_minutes(figures.planned.total)
        return say("{planned} planned in {n} weeks, nothing done", planned=planned, n=figures.weeks)
    return ""


def _is_for_reading(figures: GroupFigures) -> str:
    group = figures.group
    return _is_only_read(figures) if group.nature.only_watched or group.role is Role.WATCH else ""


def _is_only_read(figures: GroupFigures) -> str:
    if figures.read_only < READ_ONLY_WEEKS:
        return ""
    if figures.last_hands is None:
        return say("only read in {n} weeks; nothing given or met there", n=figures.read_only)
    return say(
        "only read in {n} weeks; last given or met on {day}", n=figures.read_only, day=day_month(figures.last_hands)
    )


def _is_over_read(figures: GroupFigures) -> str:
    # More than one sitting, and more than a quarter past the cap: a few minutes are no reason to change a plan.
    if figures.over > figures.group.usual.watching and figures.over * 4 > figures.planned.watching:
        return say(
            "{over} of watching past its cap, which came to {cap}",
            over=spell_minutes(figures.over),
            cap=spell_minutes(figures.planned.watching),
        )
    return ""


def _brings_people(figures: GroupFigures) -> str:
    if figures.people and figures.reached and figures.reached * 2 >= figures.goals:
        people = plural(figures.people, "{n} person met", "{n} people met")
        return say(
            "goals reached in {n} of {weeks} planned weeks, {people}",
            n=figures.reached,
            weeks=figures.goals,
            people=people,
        )
    return ""


_RULES = (
    _Rule(Verdict.LEAVE, _brings_nothing),
    _Rule(Verdict.PARK, _is_left_alone),
    _Rule(Verdict.FEED, _is_for_reading),
    _Rule(Verdict.CONTRIBUTE, _is_only_read),
    _Rule(Verdict.LESS, _is_over_read),
    _Rule(Verdict.MORE, _brings_people),
)
