"""Trends: where the months go, week by week, and what they bring."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ..drift.balance import enough_to_judge, is_out, planned_ratio
from ..drift.judgement import MOST_OF_IT
from ..echo import known_echoes
from ..kinds import Kind, Split, is_in_person
from ..people.tie import Stage
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..week import Week
from .bars import Bar
from .strands import Strand, WeekStrands

if TYPE_CHECKING:
    from ..people.tie_list import TieRow
    from ..plan import Plan
    from ..trace import Contact, Trace

#: How many weeks may be looked back over, the shortest first; None is all there are.
SPANS: tuple[int | None, ...] = (12, 26, 52, None)


class View(NamedTuple):
    """What is looked at: one group (id), one objective (id), or all of it."""

    group: str = ""
    objective: str = ""

    @property
    def is_whole(self) -> bool:
        return not (self.group or self.objective)

    def has(self, group: str, objectives: Collection[str]) -> bool:
        """Whether it has what was done in a group for some objectives."""
        return (not self.group or group == self.group) and (not self.objective or self.objective in objectives)


class Figures(NamedTuple):
    """A week in figures: minutes by kind of its ``days``, Monday first; what was planned for the hands (``goal``) and
    the ``cap`` of watching, None where there was none.

    ``contributions`` is how often she gave, ``echoes`` how much came back (None: she gave, and has said of nothing
    whether it did), ``met`` by the people (ids) whether it was in person, None where nobody said how.
    ``ties`` are the people (ids) who became tied; None while the book cannot be read.

    ``goal_kept``, ``cap_kept`` and ``balanced`` say how it ended; None where there was nothing to keep, as long as it
    may still turn out either way, and of a part alone, whose balance nobody planned. ``reached`` is whether the
    measure of the one objective looked at was; None without one.
    """

    days: tuple[Split, ...]
    logged: Split
    goal: int | None = None
    cap: int | None = None
    contributions: int = 0
    echoes: int | None = 0
    met: Mapping[str, bool | None] = {}
    ties: tuple[str, ...] | None = ()
    goal_kept: bool | None = None
    cap_kept: bool | None = None
    balanced: bool | None = None
    reached: bool | None = None

    @property
    def kept(self) -> tuple[bool, ...]:
        """What of the plan was kept: the goal of the hands, and the cap, as far as either is known."""
        return tuple(each for each in (self.goal_kept, self.cap_kept) if each is not None)

    @property
    def in_person(self) -> int | None:
        """How many people were met in person; None where nobody said how any of them was."""
        return near(self.met.values())


def near(how: Collection[bool | None]) -> int | None:
    """How many were met in person; None where that was said of none of them, which is not nobody."""
    return sum(each is True for each in how) if not how or set(how) != {None} else None


def not_said(how: Collection[bool | None]) -> int:
    """How many were met of whom nobody said how."""
    return sum(each is None for each in how)


class TrendWeek(NamedTuple):
    """A week, and its figures; None where its file cannot be read: then it is a gap, and nothing is concluded."""

    week: Week
    figures: Figures | None
    runs: bool = False  # it is not over: its figures are those so far

    @property
    def bar(self) -> Bar:
        """The week as it is drawn."""
        figures = self.figures
        return Bar(self.week, figures.logged, figures.cap) if figures else Bar(self.week, None)


class Trends(NamedTuple):
    """Weeks from the first one in which anything was on, oldest first; the last one runs.

    ``first`` is the first of all there are, None where nothing was ever planned or logged. ``asked`` is how many weeks
    were asked for, None for all.
    """

    weeks: tuple[TrendWeek, ...]
    view: View = View()
    asked: int | None = None
    first: Week | None = None

    @property
    def unread(self) -> tuple[Week, ...]:
        """The weeks that cannot be read."""
        return tuple(each.week for each in self.weeks if each.figures is None)

    @property
    def known(self) -> tuple[TrendWeek, ...]:
        """The weeks that can be read."""
        return tuple(each for each in self.weeks if each.figures)

    @property
    def is_young(self) -> bool:
        """Whether there is no second week yet, so that nothing can be told from another."""
        return len(self.weeks) < 2


class Total(NamedTuple):
    """What several weeks come to, those that cannot be read left out: minutes by kind, counts, different people.

    ``echoes``, ``in_person`` and ``ties`` are None where nothing of them is known; of ``not_said`` people nobody said
    how they were met. Of ``judged`` weeks, which are over and had a plan, so many were ``kept`` whole; in ``over``
    weeks the cap was passed, ``out`` ended out of balance.
    """

    weeks: int
    logged: Split
    contributions: int
    echoes: int | None
    met: int
    in_person: int | None
    not_said: int
    ties: int | None
    judged: int
    kept: int
    over: int
    out: int
    reached: int


def total(weeks: Iterable[TrendWeek]) -> Total:
    """What weeks come to."""
    known = [each for each in weeks if each.figures]
    some = [each.figures for each in known if each.figures]
    met: dict[str, bool | None] = {}
    for each in some:
        _meet(met, each.met.items())
    echoes = [each.echoes for each in some if each.echoes is not None and (each.contributions or each.echoes)]
    gave = sum(each.contributions for each in some)
    ties = [len(each.ties) for each in some if each.ties is not None]
    judged = [each.figures.kept for each in known if each.figures and each.figures.kept and not each.runs]
    return Total(
        len(some),
        Split(*(sum(column) for column in zip(*(each.logged for each in some), strict=True))) if some else Split(),
        gave,
        sum(echoes) if echoes or not gave else None,
        len(met),
        near(met.values()),
        not_said(met.values()),
        sum(ties) if ties or not some else None,
        len(judged),
        sum(map(all, judged)),
        sum(each.cap_kept is False for each in some),
        sum(each.balanced is False for each in some),
        sum(each.reached is True for each in some),
    )


class Sources(NamedTuple):
    """What trends are made from: the ``strands`` of the weeks there are, the ``traces``, and everybody's tie.

    ``unread`` weeks cannot be read; ``unread_book`` says that the book cannot, so that not everybody is known.
    ``reached`` says of a week whether it reached the measure of the objective looked at; None where that has none.
    """

    strands: Mapping[Week, WeekStrands]
    traces: Iterable[Trace]
    rows: Iterable[TieRow]
    unread: Collection[Week] = ()
    unread_book: bool = False
    reached: Mapping[Week, bool] = {}


def trend_weeks(weeks: Sequence[Week], this_week: Week, sources: Sources, view: View) -> tuple[TrendWeek, ...]:
    """The ``weeks``, oldest first, in figures of what the ``view`` has."""
    contacts = {trace.week: trace.contacts for trace in sources.traces}
    ties = None if sources.unread_book else _ties(sources.rows, view)
    told = []
    for week in weeks:
        runs = week >= this_week
        if week in sources.unread:
            told.append(TrendWeek(week, None, runs))
            continue
        made = None if ties is None else tuple(ties.get(week, ()))
        figures = _figures(sources.strands.get(week) or WeekStrands(week), contacts.get(week, ()), view, over=not runs)
        told.append(TrendWeek(week, figures._replace(ties=made, reached=sources.reached.get(week)), runs))
    return tuple(told)


def _ties(rows: Iterable[TieRow], view: View) -> dict[Week, list[str]]:
    """Who became tied (ids), by the week in which they did, where that was by what the view has."""
    made: dict[Week, list[str]] = {}
    for row in rows:
        if row.tie.stage is Stage.TIED and row.tie.made_by:
            contact = row.tie.made_by[-1]
            if view.has(contact.group, contact.objectives):
                made.setdefault(Week.of(contact.day), []).append(row.person.id)
    return made


def _figures(of: WeekStrands, contacts: Iterable[Contact], view: View, *, over: bool) -> Figures:
    some = [strand for strand in of.strands if view.has(strand.group, strand.objectives)]
    days = _days(some)
    logged = _sum(days)
    goal, cap = _planned(of.plan, view)
    gave = sum(strand.contributions for strand in some)
    answered = sum(strand.answered for strand in some)
    return Figures(
        days,
        logged,
        goal,
        cap,
        gave,
        known_echoes(gave, answered, sum(strand.echoes for strand in some)),
        _met(contacts, view),
        goal_kept=_goal_kept(logged.hands, goal, over=over),
        cap_kept=None if cap is None else False if logged.watching > cap else True if over else None,
        balanced=_balanced(logged, of.plan, over=over) if view.is_whole else None,
    )


def _days(strands: Sequence[Strand]) -> tuple[Split, ...]:
    if len(strands) == 1:
        return strands[0].days
    columns = zip(*(strand.days for strand in strands), strict=True)
    return tuple(_sum(column) for column in columns) if strands else (Split(),) * 7


def _sum(splits: Sequence[Split]) -> Split:
    return Split(*map(sum, zip(*splits, strict=True)))


def _planned(plan: Plan | None, view: View) -> tuple[int | None, int | None]:
    """The minutes that were planned for the hands, and those of watching not to be passed; None for none.

    Nobody plans for an objective; and a group that shares the week's watching has no cap of its own.
    """
    if plan is None or plan.off or view.objective or (view.group and view.group not in plan.lines):
        return None, None
    if not view.group:
        return plan.total.hands, plan.total.watching
    line = plan.lines[view.group]
    return line.hands, None if plan.shares(view.group) else line.watching


def _goal_kept(hands: int, goal: int | None, *, over: bool) -> bool | None:
    """Whether the goal was kept: who ends with most of it has not missed it."""
    if not goal:
        return None
    if hands >= MOST_OF_IT * goal:
        return True
    return False if over else None


def _balanced(logged: Split, plan: Plan | None, *, over: bool) -> bool | None:
    """Whether a week that is over ended in balance; None where that is not judged."""
    ratio = None if plan and plan.off else planned_ratio(plan.total if plan else None)
    if not over or ratio is None or not logged.total:
        return None
    judged = enough_to_judge(logged.watching, plan.total.watching if plan else None)
    return not (judged and is_out(ratio, logged.watching, logged.hands))


def _met(contacts: Iterable[Contact], view: View) -> dict[str, bool | None]:
    met: dict[str, bool | None] = {}
    for contact in contacts:
        if contact.kind is Kind.MEETING and contact.logged and view.has(contact.group, contact.objectives):
            how = is_in_person(contact.form)
            _meet(met, ((person, how) for person in contact.people))
    return met


def _meet(met: dict[str, bool | None], people: Iterable[tuple[str, bool | None]]) -> None:
    """Whoever was once met in person was, and of whom it was once said how, it is known."""
    for person, how in people:
        met[person] = met.get(person) or (how if how is not None else met.get(person))
