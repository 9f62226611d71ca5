"""A plan: one week's budget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .errors import Misread
from .group import Group, Standing
from .kinds import Kind, Split
from .value import NamedTuple
from .week import Week
from .words import plural, say, spell_minutes

STEP = 5  #: minutes; plans are suggested and edited in these steps
WEEK = 7 * 24 * 60  #: minutes in a week
FAR_OFF = 3  #: a plan with so many times the hands of the last weeks is said to be far from them


class Short(NamedTuple):
    """A week of so many ``days`` out of hers (``of``), and the lines and the shared watching that all of them had."""

    days: int
    of: int
    lines: Mapping[str, Split]
    shared: int = 0


OFF = Short(0, 0, {})  #: of a week off, where no more of it is known


class Plan(NamedTuple):
    """One week's budget: minutes by kind for each group id, and one sentence of intention.

    ``shared`` is watching that is nobody's own, the part of the week's cap that every group draws on.
    One that nobody made for its week is ``carried`` on from the last week that was planned. One that was scaled to a
    ``short`` week keeps what it was, which is what later weeks go on from.
    """

    lines: Mapping[str, Split]
    intention: str = ""
    shared: int = 0
    carried: Week | None = None
    short: Short | None = None

    def shares(self, group: str) -> bool:
        """Whether what is read in a group (id) counts against the shared watching: it has no cap of its own."""
        return self.shared > 0 and not self.lines.get(group, Split()).watching

    @property
    def total(self) -> Split:
        """All its minutes by kind; the watching among them is the week's cap."""
        lines = (*self.lines.values(), Split(watching=self.shared))
        return Split(*(sum(column) for column in zip(*lines, strict=True)))

    @property
    def off(self) -> bool:
        """Whether it is one of a week off: none of her days, and nothing planned. Such a week is not judged."""
        return self.short is not None and not self.short.days and not self.total.total

    @property
    def budget(self) -> Split | None:
        """What a week is held against, its total; None for a week off, which has neither goals nor a cap."""
        return None if self.off else self.total


def refuse_unplannable(minutes: int) -> None:
    """Raise Misread for minutes a week that nothing can be planned with."""
    if minutes < STEP:
        raise Misread(say("“{minutes}” min are too few to share; give at least {step}.", minutes=minutes, step=STEP))
    if minutes > WEEK:
        raise Misread(say("“{minutes}” min do not fit; a week has {week}.", minutes=minutes, week=WEEK))


def refuse_beyond_a_week(plan: Plan) -> None:
    """Raise Misread for a plan of more than a week has."""
    total = plan.total.total
    if total > WEEK:
        raise Misread(say("“{minutes}” min do not fit; a week has {week}.", minutes=total, week=WEEK))


def with_cell(plan: Plan, group: str | None, kind: Kind, minutes: int) -> Plan:
    """``plan`` with one cell set to ``minutes``, on the 5-minute grid or off it; an emptied line goes.

    ``group`` is an id; None sets the watching that all groups share. Raises Misread when the minutes are negative or
    more than a week has.
    """
    if minutes < 0:
        raise Misread(say("“{minutes}” is less than nothing; a plan gives 0 min or more.", minutes=minutes))
    if minutes > WEEK:
        raise Misread(say("“{minutes}” min do not fit; a week has {week}.", minutes=minutes, week=WEEK))
    if group is None:
        return plan._replace(shared=minutes)
    line = plan.lines.get(group, Split()).with_(kind, minutes)
    lines = {**plan.lines, group: line}
    return plan._replace(lines={id_: split for id_, split in lines.items() if split.total})


def followed(plan: Plan, groups: Iterable[Group], first: Callable[[Group], Split]) -> Plan:
    """``plan`` as it would be with the groups selected today: the lines of others go, new ones get their ``first``."""
    lines = {}
    for group in groups:
        line = plan.lines.get(group.id) or first(group)
        if group.standing is Standing.SELECTED and line.total:
            lines[group.id] = line
    return plan._replace(lines=lines)


def whole(plan: Plan) -> Plan:
    """A plan as all the days of its week had it."""
    return plan._replace(lines=plan.short.lines, shared=plan.short.shared, short=None) if plan.short else plan


def off_words() -> str:
    """What there is to say of a week off."""
    return say("A week off: nothing is judged.")


def short_words(plan: Plan) -> str:
    """That a plan is one of a short week, such as ``A short week: 3 of your 5 days.``, or of a week off; "" where it is
    neither."""
    if plan.short is None:
        return ""
    if plan.off:
        return off_words()
    return plural(
        plan.short.days,
        "A short week: {n} of your {of} days.",
        "A short week: {n} of your {of} days.",
        of=plan.short.of,
    )


def copied(source: Plan, groups: Iterable[Group]) -> Plan:
    """``source`` for another week: the lines of the groups still selected, in the kinds each can still be given.

    A short week's is whole again.
    """
    source, lines = whole(source), {}
    for group in groups:
        line = source.lines.get(group.id, Split())
        line = Split(**{kind.value: line.of(kind) for kind in group.kinds})
        if group.standing is Standing.SELECTED and line.total:
            lines[group.id] = line
    return source._replace(lines=lines, carried=None)


def carried_words(week: Week) -> str:
    """That a plan is carried on from ``week``."""
    return say("Carried on from the plan of week {n}.", n=week.number)


def apart_words(plan: Plan | None) -> str:
    """What sets a week's plan apart: that it is carried on, or one of a short week; "" for nothing."""
    if plan is None:
        return ""
    return " ".join(filter(None, (carried_words(plan.carried) if plan.carried else "", short_words(plan))))


def carried_on(source: Plan, week: Week, groups: Iterable[Group]) -> Plan | None:
    """The plan of ``week`` for a later one that nobody planned; None where none of its groups is selected any more."""
    plan = copied(source, groups)
    return plan._replace(carried=source.carried or week) if plan.lines else None


def beside_hers(total: int, available: int | None) -> str:
    """A plan's minutes beside those she has: ``6h35 of your 5h``; alone where she has not said how many she has."""
    if available is None:
        return spell_minutes(total)
    return say("{minutes} of your {available}", minutes=spell_minutes(total), available=spell_minutes(available))


def usual_hands(lately: Iterable[Mapping[str, Split]]) -> int | None:
    """Minutes of contributions and meetings in the middle one of the last weeks; None where none had any."""
    hands = sorted(sum(split.hands for split in week.values()) for week in lately)
    return hands[len(hands) // 2] or None if hands else None


def minutes_words(minutes: int, before: int | None) -> str:
    """How many minutes she has a week, and had ``before``."""
    if before == minutes:
        return say("You have {minutes} a week", minutes=spell_minutes(minutes))
    if before is None:
        return say("You have {minutes} a week from now on", minutes=spell_minutes(minutes))
    return say(
        "You have {minutes} a week from now on; it was {before}",
        minutes=spell_minutes(minutes),
        before=spell_minutes(before),
    )


def plan_words(plan: Plan, available: int | None = None) -> str:
    """A plan's totals in words, goals and cap apart, beside the minutes she has where she has said so."""
    total = plan.total
    if available is None:
        return say(
            "{hands} for the hands, at most {cap} of watching.",
            hands=spell_minutes(total.hands),
            cap=spell_minutes(total.watching),
        )
    return say(
        "{hands} for the hands, at most {cap} of watching: {beside}.",
        hands=spell_minutes(total.hands),
        cap=spell_minutes(total.watching),
        beside=beside_hers(total.total, available),
    )
