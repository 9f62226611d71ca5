"""The week's report: the one read model behind the Week screen, ``week``, its JSON and the review."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from ..clock_time import counted_once, once, sittings, without_doubles
from ..entry import Stretch
from ..group import Group, Standing
from ..kinds import HANDS, Kind, Split
from ..settings import EVERY_DAY
from ..value import Later, NamedTuple
from ..value.dates import date, datetime, time
from ..value.typed import TYPE_CHECKING
from ..week import Week
from ..words import minutes, say
from .pace import beside, pace

if TYPE_CHECKING:
    from ..appointment import Appointment
    from ..book import Book
    from ..drift.advice import Advice, Known
    from ..drift.drift import Drift, Signal
    from ..entry import Entry
    from ..held import Held
    from ..people.follow_ups import FollowUp
    from ..plan import Plan
    from ..record import WeekRecord
    from ..settings import Settings
    from ..timer import Timer
    from .progress import WeekProgress


class Line(NamedTuple):
    """One group's week. ``days`` are the minutes by kind of its seven days, a running timer included."""

    group: Group
    planned: Split
    logged: Split
    left: Split  # what is left of goals and cap by kind, never below 0
    days: tuple[Split, ...]
    pacing: Later[str]  # makes its pace, which only who tells of every group asks for
    coming: int = 0  # minutes of the meetings arranged in this week that are still to come
    within: bool = False  # whether all that was logged there counts with what went on beside it
    shares: bool = False  # whether its watching counts against the cap that all groups share

    @property
    def pace(self) -> str:
        """Where its goals stand: ``20 of 60, two times 20 to go: Thu, Fri``; "" where nothing is left to do."""
        return self.pacing()

    @property
    def capped(self) -> bool:
        """Whether it has a cap of its own to pass."""
        return self.planned.total > 0 and not self.shares

    @property
    def over(self) -> int:
        """Minutes of watching past this group's own cap."""
        return 0 if self.shares else max(0, self.logged.watching - self.planned.watching)


class WeekReport(NamedTuple):
    """One week at one moment. Unconfirmed entries are listed apart and count nowhere else."""

    week: Week
    now: datetime
    plan: Plan | None
    lines: tuple[Line, ...]  # selected groups in her order, then others that were planned or logged
    days: tuple[Split, ...]  # the seven days' totals
    planned: Split
    logged: Split  # a running timer included, unless it is doubtful
    left: Split
    entries: tuple[Entry, ...]  # confirmed, by start
    unconfirmed: tuple[Entry, ...]
    timer: Timer | None
    drift: Drift
    review_due: bool
    advising: Later[Advice | None] | None = None  # chooses the one next act, which only who tells it asks for
    quiet: frozenset[tuple[str, str]] = frozenset()  # code and cause of the signals put off for this week
    said: frozenset[tuple[str, str]] = frozenset()  # of those that are said once a week, and were on an earlier day
    objectives: tuple[WeekProgress, ...] = ()  # the active ones by rank, with what this week did for each
    coming: tuple[Appointment, ...] = ()  # this week's meetings that are still to come, by start
    to_confirm: tuple[
        Appointment, ...
    ] = ()  # meetings whose time has passed, by start; beside this week those of earlier weeks, too
    follow_ups: tuple[
        FollowUp, ...
    ] = ()  # open next steps, the most urgent first; a week to come has its own, one that is over none
    unread: bool = False  # the book is damaged: what it held of meetings and next steps is not known
    doubtful: bool = False  # the running timer cannot be right: it counts nowhere until she has answered
    work_days: Collection[int] = EVERY_DAY  # those on which what is to go falls, 0 for Monday

    @property
    def advice(self) -> Advice | None:
        """The one next act; None once goals and measures are reached, the week is over, or unplanned."""
        return self.advising() if self.advising else None

    @property
    def spoken(self) -> Signal | None:
        """The reason to speak of: the worst one that was not put off, nor said already where once a week is enough."""
        news = (signal for signal in self.heard() if (signal.code, signal.cause) not in self.said)
        return max(news, key=lambda signal: signal.level, default=None)

    def heard(self) -> tuple[Signal, ...]:
        """The reasons that were not put off, in their order."""
        return tuple(signal for signal in self.drift.signals if signal.about not in self.quiet)

    @property
    def budget(self) -> Split | None:
        """What the week is held against; None without a plan, and in a week off."""
        return self.plan.budget if self.plan else None

    @property
    def plannable(self) -> list[Group]:
        """The groups that its plan can be for: those selected today, and those that it has already."""
        return [line.group for line in self.lines if line.group.standing is Standing.SELECTED or line.planned.total]

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def meeting_forecast(self) -> int:
        """The minutes of meetings by the week's end: those logged, and those arranged that are still to come."""
        return self.logged.meeting + sum(each.minutes for each in self.coming)

    @property
    def due_today(self) -> int:
        """How many next steps wait today."""
        return sum(each.due for each in self.follow_ups)

    @property
    def held(self) -> Held:
        """The week's meetings by what was said of how they were held."""
        from ..held import held

        met = [entry for entry in without_doubles(self.entries) if entry.kind is Kind.MEETING]
        return held(entry.form for entry in sittings(met))

    @property
    def adverts(self) -> int:
        """The minutes of its watching that were job adverts."""
        from ..adverts import advert_minutes

        return advert_minutes(once(self.entries))

    @property
    def carried(self) -> Week | None:
        """The week whose plan this one carries on; None where it has a plan of its own, or none."""
        return self.plan.carried if self.plan else None

    @property
    def watch_share(self) -> float:
        """Share of logged minutes that was watching, 0 to 1, to three places."""
        return round(self.logged.watching / self.logged.total, 3) if self.logged.total else 0.0

    @property
    def watch_share_planned(self) -> float:
        """Share of planned minutes that is watching, 0 to 1, to three places."""
        return round(self.planned.watching / self.planned.total, 3) if self.planned.total else 0.0


def counted(record: WeekRecord, timer: Timer | None, now: datetime) -> tuple[Stretch, ...]:
    """What counts in a week: its confirmed entries, and the minutes so far of a running timer that started in it.

    An hour of the clock counts once. Totals and drift are judged on these alone.
    """
    timed = [(Stretch(e.start, e.minutes, e.kind, e.group), e.placed) for e in record.entries if e.confirmed]
    if timer is not None and Week.of(timer.start) == record.week:
        running = timer.elapsed(now)
        if running:  # once it stood still its minutes are at no one stretch of the clock, and end where it does
            timed.append((Stretch(timer.lately(now), running, timer.kind, timer.group), not timer.away))
    return tuple(counted_once(timed))


def report(  # noqa: PLR0917 - a week in its surroundings
    record: WeekRecord,
    book: Book,
    now: datetime,
    timer: Timer | None,
    drift: Drift,
    settings: Settings,
    firsts: Mapping[str, str] | None = None,
    *,
    doubtful: bool = False,
    known: Callable[[], Known] | None = None,
) -> WeekReport:
    """The week's report at ``now``, whose wall clock also says what today is and whether the review is due.

    ``firsts`` are the entries (ids) that first were with people (ids), for measures that count new people. A
    ``doubtful`` timer counts nowhere yet. ``known`` gives what the next act is chosen by, beside the plan.
    """
    so_far = counted(record, None if doubtful else timer, now)
    tally = _tally(so_far)
    coming, to_confirm = arranged(record.week, book, now)
    in_group = {id_: sum(each.minutes for each in coming if each.group == id_) for id_ in {e.group for e in coming}}
    lines = tuple(
        _line(group, record, tally, now, in_group.get(group.id, 0), settings.work_days)
        for group in _groups(record, book, tally)
    )
    planned = record.plan.total if record.plan else Split()
    logged = _sum(line.logged for line in lines)
    left = _left(planned, logged)
    runs = record.plan is not None and not record.plan.off and record.week == Week.of(now)

    def advising() -> Advice | None:
        from ..drift.advice import is_behind, next_act  # a log advises nothing

        beside = known() if known else None
        missing = left.hands or (beside and is_behind(book, beside.served))
        return next_act(book, record.plan, so_far, known=beside) if missing else None

    entries = sorted(record.entries, key=lambda entry: entry.start)
    return WeekReport(
        week=record.week,
        now=now,
        plan=record.plan,
        lines=lines,
        days=tuple(_sum(line.days[index] for line in lines) for index in range(7)),
        planned=planned,
        logged=logged,
        left=left,
        entries=tuple(entry for entry in entries if entry.confirmed),
        unconfirmed=tuple(entry for entry in entries if not entry.confirmed),
        timer=timer,
        drift=drift,
        review_due=review_due(record, now, settings),
        advising=Later(advising) if runs and not book.unread else None,
        objectives=_progress(record, book, firsts),
        quiet=frozenset((alert.code, alert.cause) for alert in record.alerts if alert.put_off),
        said=_said_before(drift, record, now),
        coming=coming,
        to_confirm=to_confirm,
        follow_ups=follow_ups_beside(record.week, book, now, known),
        unread=book.unread,
        doubtful=doubtful,
        work_days=settings.work_days,
    )


def review_due(record: WeekRecord, now: datetime, settings: Settings) -> bool:
    """Whether a week waits for its review: something was planned or logged, and no review of it was ever closed.

    The running week waits from her day and hour on, by the wall clock; the one before it as long as it is the
    one before. Older weeks wait no more, and a week off does not wait.
    """
    if record.plan and record.plan.off:
        return False
    planned = record.plan is not None and record.plan.carried is None
    if not (planned or record.entries) or any(review.closed for review in record.reviews):
        return False
    age = Week.of(now).minus(record.week)
    if age == 0:
        day = record.week.days[settings.review_day]
        return now >= datetime.combine(day, time(settings.review_hour), now.tzinfo)
    return age == 1


def standing_words(line: Line) -> str:
    """Where a group stands, such as ``Lyon UX: 45 of 60 contributed, 1h of 1h met, 10 of at most 15 watched``."""
    planned, logged = line.planned, line.logged
    parts = [
        _goal_words(say("contributed"), planned.contribution, logged.contribution),
        _goal_words(say("met"), planned.meeting, logged.meeting),
        _cap_words(planned.watching, logged.watching, capped=line.capped),
    ]
    nothing = (
        say("nothing planned; its time counts with what went on beside it")
        if line.within
        else say("nothing planned, nothing logged")
    )
    stand = ", ".join(part for part in parts if part) or nothing
    return say("{group}: {told}", group=line.group.name, told=stand)


_Tally = Mapping[tuple[str, date], Split]


def _tally(stretches: Iterable[Stretch]) -> _Tally:
    """Minutes by group and day."""
    tally: dict[tuple[str, date], Split] = {}
    for stretch in stretches:
        key = stretch.group, stretch.day
        tally[key] = tally.get(key, Split()).plus(stretch.kind, stretch.minutes)
    return tally


def _groups(record: WeekRecord, book: Book, tally: _Tally) -> Iterable[Group]:
    """The selected groups in her order, then others with a part in this week, those gone from the book last."""
    planned = record.plan.lines if record.plan else {}
    present = dict.fromkeys((*planned, *(group for group, _ in tally)))
    selected = book.selected()
    yield from selected
    seen = {group.id for group in selected}
    yield from (group for group in book.groups.values() if group.id in present and group.id not in seen)
    yield from (Group(id_, id_, id_, Standing.LEFT) for id_ in present if id_ not in book.groups)


def arranged_minutes(week: Week, book: Book, now: datetime) -> int:
    """The minutes of a week's meetings that are still to come."""
    return sum(each.minutes for each in arranged(week, book, now)[0])


def arranged(week: Week, book: Book, now: datetime) -> tuple[tuple[Appointment, ...], tuple[Appointment, ...]]:
    """The planned meetings of a week that are still to come, and those that wait for an answer: of this week and any
    before it, and beside another week its own alone."""
    planned = sorted((each for each in book.appointments.values() if each.planned), key=lambda each: each.start)
    runs = week == Week.of(now)
    waiting = tuple(each for each in planned if each.waits(now) and (runs or Week.of(each.start) == week))
    return tuple(each for each in planned if Week.of(each.start) == week and not each.waits(now)), waiting


def follow_ups_beside(
    week: Week, book: Book, now: datetime, known: Callable[[], Known] | None = None
) -> tuple[FollowUp, ...]:
    """The open next steps that stand beside a week: all of them beside this one, beside a week to come its own."""
    if not book.steps or week < Week.of(now):
        return ()
    from ..people.cadence import NO_OTHERS
    from ..people.follow_ups import follow_ups

    cadences = known().cadences() if known else NO_OTHERS
    open_steps = follow_ups(book, now.date(), cadences)
    return open_steps if week == Week.of(now) else tuple(each for each in open_steps if Week.of(each.step.day) == week)


def _line(  # noqa: PLR0917 - a group in its week
    group: Group, record: WeekRecord, tally: _Tally, now: datetime, coming: int, work_days: Collection[int]
) -> Line:
    days = tuple(tally.get((group.id, day), Split()) for day in record.week.days)
    planned = record.plan.lines.get(group.id, Split()) if record.plan else Split()
    shares = record.plan is not None and record.plan.shares(group.id)
    logged = _sum(days)

    def pacing() -> str:
        today = tally.get((group.id, now.date()), Split())
        paces = {
            kind: pace(
                planned.of(kind),
                logged.of(kind),
                group.usual.of(kind),
                now.date(),
                record.week,
                done_today=today.of(kind) > 0,
                arranged=coming if kind is Kind.MEETING else 0,
                work_days=work_days,
            )
            for kind in HANDS
        }
        return _pace_words(paces)

    within = not logged.total and any(entry.group == group.id and entry.confirmed for entry in record.entries)
    return Line(group, planned, logged, _left(planned, logged), days, Later(pacing), coming, within, shares)


def _pace_words(paces: Mapping[Kind, str]) -> str:
    """The pace of the goals that are open; named by kind where both are."""
    still = {kind: text for kind, text in paces.items() if text}
    if len(still) < 2:
        return "".join(still.values())
    return say("; ").join(say("{kind} {pace}", kind=kind.title, pace=text) for kind, text in still.items())


def _goal_words(done: str, goal: int, logged: int) -> str:
    if goal:
        there, wanted = beside(logged, goal)
        return say("{minutes} of {goal} {done}", minutes=there, goal=wanted, done=done)
    return say("{minutes} {done}", minutes=minutes(logged), done=done) if logged else ""


def _cap_words(cap: int, logged: int, *, capped: bool) -> str:
    """Watching beside its cap; a group that has none of its own has none to speak of."""
    if not capped:
        return say("{minutes} watched", minutes=minutes(logged)) if logged else ""
    if logged > cap:
        return say("{minutes} watched, {over} over", minutes=minutes(logged), over=minutes(logged - cap))
    if not cap:
        return ""
    there, most = beside(logged, cap)
    return say("{minutes} of at most {cap} watched", minutes=there, cap=most)


def _progress(record: WeekRecord, book: Book, firsts: Mapping[str, str] | None) -> tuple[WeekProgress, ...]:
    active = book.active_objectives()
    if not active:
        return ()
    from ..trace import trace_of
    from .progress import week_progress

    return week_progress(active, trace_of(record.week, record.entries), book, firsts)


def _said_before(drift: Drift, record: WeekRecord, now: datetime) -> frozenset[tuple[str, str]]:
    """Of the signals that are said once a week, those that were on an earlier day."""
    if not record.alerts:
        return frozenset()
    from ..drift.announcing import said_before

    return said_before(drift.signals, record.alerts, now)


def _left(planned: Split, logged: Split) -> Split:
    return Split(*(max(0, goal - done) for goal, done in zip(planned, logged, strict=True)))


def _sum(splits: Iterable[Split]) -> Split:
    return Split(*(sum(column) for column in zip(*splits, strict=True)))
