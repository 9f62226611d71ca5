"""A group in figures: what the log of some weeks says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..adverts import advert_minutes
from ..brought import Brought
from ..clock_time import once, sittings, without_doubles
from ..echo import Echo, way_words
from ..entry import Entry
from ..felt import UNSAID, Felt, felt
from ..group import Group
from ..held import Held, held
from ..kinds import HANDS, Kind, Split
from ..record import WeekRecord
from ..value import NamedTuple
from ..week import Week
from ..words import listing, plural, say, spell_minutes


class GroupFigures(NamedTuple):
    """One group over the last weeks: confirmed entries alone, minutes by kind, days as dates.

    ``weeks`` counts from the first one with a plan or an entry of any group, and not before the group came into the
    book or was used, so that neither a beginner nor a new group is judged on weeks before.

    A week whose file cannot be read is none of them: what was logged there since counts, and no more is concluded.

    Of the contributions so many are ``answered``: she has said what came back of them, and of the ``heard`` ones
    something did. Only these say how much comes back; what reading gave (``takings``) is no echo, but brought all the
    same. ``felt`` is how it was there.

    ``over`` are the minutes read there that took a week past its cap, summed over the
    ``weeks_over``, those that ended past it; what its own cap allows is none of them.
    """

    group: Group
    weeks: int
    minutes: Split
    planned: Split
    contributions: int
    meetings: int
    held: Held  # the meetings by what was said of how they were held
    people: int  # different persons met there
    echoes: int  # how much came back to contributions and meetings, as far as is known
    answered: int
    heard: int
    answered_minutes: int  # that the answered contributions took
    back: int  # how much came back to these
    unanswered: int  # contributions of which nobody has said what came back
    served: int  # minutes that served an objective
    aimed: bool  # whether any minutes of these weeks did, here or elsewhere
    last_gave: date | None  # the last contribution
    last_met: date | None
    last_watched: date | None
    last_only_read: date | None  # the last day on which it was read, and nothing given or met there
    read_only: int  # weeks it was read in since a hand was last put to it
    over: int
    weeks_over: int
    goals: int  # weeks that had a goal for it
    reached: int  # those of them in which each of its goals was reached
    takings: tuple[Brought, ...] = ()  # what reading there gave, oldest first
    felt: Felt = UNSAID
    adverts: int = 0  # minutes of its watching that were job adverts

    def has(self, kind: Kind) -> bool:
        """Whether anything of a kind was logged there; its minutes may all count with what went on beside it."""
        days = {Kind.CONTRIBUTION: self.last_gave, Kind.MEETING: self.last_met, Kind.WATCHING: self.last_watched}
        return days[kind] is not None

    @property
    def is_silent(self) -> bool:
        """Whether there is no record of it at all."""
        return not any(map(self.has, Kind))

    @property
    def a_contribution(self) -> int | None:
        """Minutes that one contribution took: all minutes there, reading included, by contributions. Rounded."""
        return round(self.minutes.total / self.contributions) if self.contributions else None

    @property
    def last_hands(self) -> date | None:
        """The day of the last contribution or meeting."""
        return max((day for day in (self.last_gave, self.last_met) if day), default=None)

    @property
    def a_person(self) -> int | None:
        """Minutes that one person met took: all minutes there, reading included, by people met. Rounded."""
        return round(self.minutes.total / self.people) if self.people else None

    @property
    def echoes_a_contribution(self) -> float | None:
        """How much came back for one contribution, to one place; None where it is known of none."""
        return round(self.back / self.answered, 1) if self.answered else None

    @property
    def echoes_an_hour(self) -> float | None:
        """How much came back for an hour that she gave, to one place; None where it is known of none."""
        return round(60 * self.back / self.answered_minutes, 1) if self.answered_minutes else None

    @property
    def brought(self) -> tuple[Brought, ...]:
        """All that is known of what it brought, by day: what she said of the group, and what reading there gave."""
        return tuple(sorted((*self.group.brought, *self.takings), key=lambda line: line.day))

    @property
    def joy(self) -> int | None:
        """What was felt lately, else the mark she gave it."""
        return self.group.joy if self.felt.lately is None else self.felt.lately


def figures(group: Group, records: Sequence[WeekRecord]) -> GroupFigures:
    """What ``records``, the last weeks in order, say of a group."""
    return next(all_figures([group], records))


def all_figures(groups: Iterable[Group], records: Sequence[WeekRecord]) -> Iterator[GroupFigures]:
    """What ``records``, the last weeks in order, say of each group. The log is gone through once."""
    weeks: dict[str, list[_Week]] = {}
    used: dict[str, Week] = {}  # the first week that each was used in
    groups = list(groups)
    aimed = any(entry.objectives for record in records for entry in _read(record).entries)
    for record in records:
        for id_, week in _read(record).by_group.items():
            weeks.setdefault(id_, []).append(week)
            used.setdefault(id_, record.week)
        if record.unread:
            for group in groups:
                weeks.setdefault(group.id, []).append(_UNKNOWN)
    until = records[-1].week.sunday if records else date.max
    nothing: GroupFigures | None = None  # what most groups of a long list come to, found once
    for group in groups:
        span, its = _span(group, records, used.get(group.id)), weeks.get(group.id, ())
        if its or nothing is None:
            found = _figures(group, its, span, until, aimed=aimed)
            nothing = nothing if its else found
        else:
            found = nothing._replace(group=group, weeks=span)
        yield found


def done_words(figures: GroupFigures) -> str:
    """What was done there, such as ``3 contributions, 2 meetings with 2 people and 1h10 watched in 8 weeks``."""
    parts = []
    if figures.contributions:
        parts.append(plural(figures.contributions, "{n} contribution", "{n} contributions"))
    if figures.meetings:
        meetings = plural(figures.meetings, "{n} meeting", "{n} meetings")
        people = plural(figures.people, "with {n} person", "with {n} people")
        parts.append(f"{meetings} {people}" if figures.people else meetings)
    if figures.has(Kind.WATCHING):
        parts.append(say("{minutes} watched", minutes=spell_minutes(figures.minutes.watching)))
    done = listing(parts) or say("nothing done there")
    return plural(figures.weeks, "{done} in {n} week", "{done} in {n} weeks", done=done)


def met_words(figures: GroupFigures) -> str:
    """Whom she met there: ``2 people met``; a meeting of which nobody is named is not one with nobody."""
    if figures.people:
        return plural(figures.people, "{n} person met", "{n} people met")
    return say("met, nobody named") if figures.has(Kind.MEETING) else say("nobody met")


def led_to_words(figures: GroupFigures) -> str:
    """What the minutes there led to: ``3 came back, 1h20 served an objective``; "" where nothing is known of either."""
    parts = []
    if figures.echoes:
        parts.append(say("{n} came back", n=figures.echoes))
    if figures.served:
        parts.append(say("{time} served an objective", time=spell_minutes(figures.served)))
    return ", ".join(parts)


class _Week(NamedTuple):
    """One week of one group, in which it was planned or something was logged there; the others say nothing of it.

    ``past_cap`` are the minutes that the week's watching, in all groups, ended past its cap.
    """

    past_cap: int
    planned: Split
    entries: Sequence[Entry]
    sittings: Sequence[Entry]  # those of them that are a meeting, a contribution or a watching of their own
    logged: Split
    unread: bool = False  # it stands beside the one of what was kept since, if there is any


#: A week that cannot be read, for every group.
_UNKNOWN = _Week(0, Split(), (), (), Split(), unread=True)


class _Read(NamedTuple):
    """One week's log gone through: its entries, each with the minutes that count, and what it was for each group."""

    entries: Sequence[Entry]
    by_group: Mapping[str, _Week]


#: The weeks that were gone through last, and the records they are of, by identity: a record is never changed, and of
#: those that are looked back on most are the same at the next look.
_latest: dict[int, tuple[WeekRecord, _Read]] = {}
_REMEMBERED = 2 * 52


def entries_once(record: WeekRecord) -> Sequence[Entry]:
    """The entries of a week without doubles, each with the minutes that count."""
    return _read(record).entries


def _read(record: WeekRecord) -> _Read:
    known = _latest.get(id(record))
    if known is None or known[0] is not record:
        if len(_latest) >= _REMEMBERED:
            _latest.clear()
        known = _latest[id(record)] = (record, _gone_through(record))
    return known[1]


def _gone_through(record: WeekRecord) -> _Read:
    entries = once(record.entries)
    counted: dict[str, list[Entry]] = {}
    for entry in entries:
        counted.setdefault(entry.group, []).append(entry)
    whole: dict[str, list[Entry]] = {}
    for entry in record.entries:
        whole.setdefault(entry.group, []).append(entry)
    past_cap = _past_cap(record, entries)
    ids = counted.keys() | (record.plan.lines.keys() if record.plan else set())
    weeks = {id_: _week_of(id_, record, counted.get(id_, []), whole.get(id_, []), past_cap) for id_ in ids}
    return _Read(entries, weeks)


def _week_of(id_: str, record: WeekRecord, entries: list[Entry], whole: list[Entry], past_cap: int) -> _Week:
    planned = record.plan.lines.get(id_, Split()) if record.plan else Split()
    logged = Split()
    for entry in entries:
        logged = logged.plus(entry.kind, entry.minutes)
    return _Week(past_cap, planned, entries, sittings(without_doubles(whole)), logged)


def _past_cap(record: WeekRecord, entries: Iterable[Entry]) -> int:
    """The minutes that a week's watching, in all groups, ended past its cap; ``entries`` are those that count."""
    if record.plan is None or record.plan.off:
        return 0
    watched = sum(entry.minutes for entry in entries if entry.kind is Kind.WATCHING)
    return max(0, watched - record.plan.total.watching)


def _figures(group: Group, weeks: Sequence[_Week], span: int, until: date, *, aimed: bool) -> GroupFigures:
    entries = [entry for week in weeks for entry in week.entries]
    given, met, watched = ([entry for entry in entries if entry.kind is kind] for kind in Kind)
    gave, meetings = ([e for week in weeks for e in week.sittings if e.kind is kind] for kind in HANDS)
    hands = {entry.day for entry in (*given, *met)}
    goals = [week for week in weeks if week.planned.hands]
    answered = [(entry, entry.echo) for entry in given if entry.echo]
    over = [min(week.past_cap, week.logged.watching - week.planned.watching) for week in weeks]
    return GroupFigures(
        group=group,
        weeks=span,
        minutes=_sum([week.logged for week in weeks]),
        planned=_sum([week.planned for week in weeks]),
        contributions=len(gave),
        meetings=len(meetings),
        held=held(entry.form for entry in meetings),
        people=len({person for entry in met for person in entry.people}),
        echoes=sum(entry.echo.number for entry in (*given, *met) if entry.echo),
        answered=len(answered),
        heard=sum(echo.came for _, echo in answered),
        answered_minutes=sum(entry.minutes for entry, _ in answered),
        back=sum(echo.number for _, echo in answered),
        unanswered=len(given) - len(answered),
        served=sum(entry.minutes for entry in entries if entry.objectives),
        aimed=aimed,
        last_gave=max((entry.day for entry in given), default=None),
        last_met=max((entry.day for entry in met), default=None),
        last_watched=max((entry.day for entry in watched), default=None),
        last_only_read=max((entry.day for entry in watched if entry.day not in hands), default=None),
        read_only=_read_only(weeks),
        over=sum(minutes for minutes in over if minutes > 0),
        weeks_over=sum(minutes > 0 for minutes in over),
        goals=len(goals),
        adverts=advert_minutes(watched),
        reached=sum(all(week.logged.of(kind) >= week.planned.of(kind) for kind in HANDS) for week in goals),
        takings=tuple(Brought(e.day, _taking(e.echo)) for e in watched if e.echo and e.echo.came),
        felt=felt(entries, until),
    )


def _taking(echo: Echo) -> str:
    """What reading gave: her word for it, else how much of what, else how many names."""
    ways = listing([way_words(way, count) for way, count in echo.counts])
    return echo.text or ways or plural(len(echo.people), "{n} name", "{n} names")


def _span(group: Group, records: Sequence[WeekRecord], first_use: Week | None) -> int:
    """The weeks that a group can be judged on: since she began, not before it was there, and none that is unread."""
    began = next((record.week for record in records if record.plan or record.entries), None)
    if began is None:
        return 0 if any(record.unread for record in records) else 1
    added = Week.of(group.added) if group.added else began
    known = max(began, min(added, first_use) if first_use else added)
    unread = sum(record.unread and record.week >= known for record in records)
    return max(0, records[-1].week.minus(known)) + 1 - unread


def _read_only(weeks: Sequence[_Week]) -> int:
    read = 0
    for week in reversed(weeks):
        kinds = {entry.kind for entry in week.entries}
        if kinds.intersection(HANDS) or week.unread:  # a hand may have been put to it
            break
        read += Kind.WATCHING in kinds
    return read


def _sum(splits: Sequence[Split]) -> Split:
    return Split(*(sum(column) for column in zip(*splits, strict=True))) if splits else Split()
