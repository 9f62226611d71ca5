"""Next week's plan, as it follows from this week's, from the verdicts and from what was done lately."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ..budget.budget import first_line, shared, suggest, whole_meeting, whole_meetings
from ..budget.selection import Joys
from ..budget.upkeep import LOGGED_WEEKS, Lately, Upkeeps, upkeeps
from ..clock_time import once
from ..errors import Misread
from ..group import Group, Standing
from ..kinds import Kind, Split
from ..objective import Objective
from ..plan import STEP, Plan
from ..record import WeekRecord
from ..review import NextLine, Verdict

#: The part of a whole meeting, a week, from which one is planned every second week, and every week.
SELDOM, OFTEN = 0.25, 0.75


def by_group(records: Iterable[WeekRecord]) -> Lately:
    """What was logged in each group (id), week by week, of the weeks in which anything was and that
    can be read; clock time counts once."""
    weeks = []
    for record in (each for each in records if not each.unread):
        groups: dict[str, Split] = {}
        for entry in once(record.entries):
            groups[entry.group] = groups.get(entry.group, Split()).plus(entry.kind, entry.minutes)
        if groups:
            weeks.append(groups)
    return weeks


def staying(groups: Iterable[Group], verdicts: Mapping[str, Verdict]) -> list[Group]:
    """The groups that next week may hold: those selected, but for what a verdict (by group id) ends."""
    return [
        group
        for group in groups
        if group.standing is Standing.SELECTED and not verdicts.get(group.id, Verdict.KEEP).ends
    ]


def next_plan(
    plan: Plan | None,
    verdicts: Mapping[str, Verdict],
    groups: Iterable[Group],
    minutes: int,
    objectives: Mapping[str, Objective] | None = None,
    *,
    lately: Lately = (),
    felt: Joys = {},  # noqa: B006 - never written to
    said: bool = True,
) -> Plan:
    """The plan that follows from ``plan`` and the verdicts by group id; a group without one is kept as it is.

    The hands of a group begin with what they did ``lately`` (the planned week the last of it), once three weeks have
    some: a goal that nobody keeps to is none. Until then they begin with the plan's line, those of a group that was
    selected since with its upkeep, as far as that is known. Meetings that become more or fewer are whole ones. Where
    she has ``said`` that she has these ``minutes``, all of it takes no more: what becomes more takes them from the
    others. A week without a plan
    begins with ``minutes`` shared between the groups that stay. Only selected groups get a line. The intention is left
    for her.
    """
    stay = staying(groups, verdicts)
    before = plan or _shared_anew(minutes, stay, objectives or {}, lately, felt)
    costs = upkeeps(stay, lately)
    lines: dict[Group, Split] = {}
    done: dict[Group, Split] = {}
    for group in stay:
        first = first_line(group, costs[group.id]) if costs[group.id].known else Split()
        lines[group] = before.lines.get(group.id, first)
        if plan and (hands := _done(group, lately)):
            done[group] = lines[group] = hands._replace(watching=lines[group].watching)
    if plan:
        lines = _within(max(minutes, plan.total.total) - plan.shared, lines, done)
    as_they_are = lines
    lines = {group: _next_line(line, verdicts.get(group.id, Verdict.KEEP), group) for group, line in lines.items()}
    if plan:
        lines |= _whole(plan, lines)
    cap = before.shared
    if said:
        cap = min(cap, minutes)
        more = [group for group in stay if verdicts.get(group.id, Verdict.KEEP).ruling.plans is NextLine.MORE_HANDS]
        lines |= _grown(minutes - cap, lines, {group: as_they_are[group] for group in more})
        lines = dict(_shrunk(minutes - cap, lines, more, costs))
    return Plan({group.id: line for group, line in lines.items() if line.total}, shared=cap)


def _whole(plan: Plan, lines: Mapping[Group, Split]) -> Mapping[Group, Split]:
    """Those of the lines whose meetings became more or fewer than ``plan`` had, and no whole ones, with whole ones."""
    split = {
        group: line
        for group, line in lines.items()
        if line.meeting not in (0, _met(plan, group)) and line.meeting % (whole_meeting(group) or STEP)
    }
    return whole_meetings(split, {group.id for group in split if _met(plan, group)})


def _met(plan: Plan, group: Group) -> int:
    return plan.lines.get(group.id, Split()).meeting


def _done(group: Group, lately: Lately) -> Split | None:
    """What the hands did in a group a week since its log begins, as a plan has it; None before three weeks did.

    Minutes are to the nearest step. Its meetings are whole ones; where they come to about half a one a week, it is one
    every second week: in the next, where the last had none.
    """
    weeks = [week.get(group.id, Split()) for week in lately]
    while weeks and not weeks[0].hands:
        del weeks[0]
    if group.nature.only_watched or sum(week.hands > 0 for week in weeks) < LOGGED_WEEKS:
        return None
    given, met = (sum(minutes) / len(weeks) for minutes in list(zip(*weeks, strict=True))[:2])
    length = whole_meeting(group)
    often, rest = divmod(met / length, 1) if length else (0, 0)
    often += rest >= OFTEN or (rest >= SELDOM and not weeks[-1].meeting)
    steps = round(given / STEP)
    return Split(contribution=steps * STEP if steps or often else STEP, meeting=int(often) * length)


def _within(room: int, lines: Mapping[Group, Split], able: Collection[Group]) -> dict[Group, Split]:
    """Lines that take no more than ``room``: of the ``able`` the longest contributions give way, in steps."""
    fitted = dict(lines)
    over = sum(line.total for line in lines.values()) - room
    while over > 0 and able:
        longest = max(able, key=lambda group: fitted[group].contribution)
        line = fitted[longest]
        if line.contribution < STEP:
            break
        fitted[longest] = line._replace(contribution=line.contribution - STEP)
        over -= STEP
    return fitted


def _grown(room: int, lines: Mapping[Group, Split], before: Mapping[Group, Split]) -> Mapping[Group, Split]:
    """The lines that become more than they were ``before``, by no more than ``room`` and the others have."""
    others = [line for group, line in lines.items() if group not in before]
    can_give = sum(min(line.contribution, max(0, line.total - STEP)) // STEP * STEP for line in others)
    left = max(0, room - sum(line.total for line in (*others, *before.values())) + can_give)
    grown = {}
    for group, was in before.items():
        fits = lines[group].total - was.total <= left
        grown[group] = lines[group] if fits else was.plus(Kind.CONTRIBUTION, left // STEP * STEP)
        left -= max(0, grown[group].total - was.total)
    return grown


def _shrunk(
    room: int, lines: Mapping[Group, Split], favoured: Collection[Group], costs: Upkeeps
) -> Mapping[Group, Split]:
    """Lines that take no more than ``room``. Step by step what is contributed gives way, first where it is most over
    its upkeep, and last in the ``favoured``; then caps of a group's own, then whole meetings."""
    fitted = dict(lines)

    def over() -> int:
        return sum(line.total for line in fitted.values()) - room

    def give_way(able: Collection[Group], kind: Kind, least: int) -> None:
        while over() > 0 and (left := [each for each in able if fitted[each].of(kind) and fitted[each].total > least]):
            most = max(left, key=lambda each: (fitted[each].total - costs[each.id].counted, fitted[each].of(kind)))
            line = fitted[most]
            taken = min(line.of(kind), (whole_meeting(most) if kind is Kind.MEETING else 0) or STEP)
            spare = max(0, taken - over()) // STEP * STEP if kind is Kind.MEETING else 0
            fitted[most] = line.plus(kind, -taken).plus(Kind.CONTRIBUTION, spare)

    give_way([group for group in fitted if group not in favoured], Kind.CONTRIBUTION, STEP)
    give_way(favoured, Kind.CONTRIBUTION, STEP)
    for kind in (Kind.WATCHING, Kind.MEETING, Kind.CONTRIBUTION):
        give_way(list(fitted), kind, 0)
    return fitted


def _shared_anew(
    minutes: int, groups: Sequence[Group], objectives: Mapping[str, Objective], lately: Lately, felt: Joys
) -> Plan:
    """A suggested plan; an empty one where there is nothing to suggest: a draft always has a plan to edit."""
    try:
        return suggest(minutes, groups, objectives, lately=lately, felt=felt).plan
    except Misread:
        return Plan({})


def _next_line(line: Split, verdict: Verdict, group: Group) -> Split:
    """A line after its verdict; one that is only watched has no hands to give more to."""
    if verdict.ruling.plans is NextLine.LESS_WATCHING:
        return line._replace(watching=max(0, line.watching - _quarter(line.watching)))
    if group.nature.only_watched:
        return line
    if verdict.ruling.plans is NextLine.MORE_HANDS:
        return _more_hands(line)
    if verdict.ruling.plans is NextLine.HANDS_ALONE:
        given = max(line.contribution + line.watching, group.usual.contribution)
        return line._replace(contribution=given, watching=0)
    return line


def _more_hands(line: Split) -> Split:
    """A quarter more of the hands, shared as they are; a group without any begins with contributing."""
    steps = _quarter(line.hands) // STEP
    given, met = shared(steps, (line.contribution, line.meeting)) if line.hands else (steps, 0)
    return line.and_(Split(contribution=given * STEP, meeting=met * STEP))


def _quarter(minutes: int) -> int:
    """About a quarter, to the nearest step, and at least one."""
    return max(1, round(minutes / 4 / STEP)) * STEP
