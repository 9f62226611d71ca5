"""The one next act that is advised: it serves what is missing, in the group where it does most, with a person."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache

from ..kinds import HANDS, Kind
from ..texts import brief
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..words import say, spell_minutes, wordings

if TYPE_CHECKING:
    from ..book import Book
    from ..entry import Stretch
    from ..group import Group
    from ..kinds import Split
    from ..objective import Counts, Objective
    from ..people.cadence import Cadences
    from ..plan import Plan


#: Minutes by group (id) and kind.
_Tally = Mapping[tuple[str, Kind], int]


class Advice(NamedTuple):
    """An act in words, and as a quick-log line; "" where no group is there to act in. ``shorter`` are fewer and fewer
    words for it, where there is no room for all."""

    text: str
    act: str = ""
    shorter: tuple[str, ...] = ()


def advised(wordings: Sequence[str], act: str = "") -> Advice:
    """An act in its ``wordings``, the fullest first."""
    return Advice(wordings[0], act, tuple(wordings[1:]))


def _no_others() -> Cadences:
    from ..people.cadence import NO_OTHERS

    return NO_OTHERS


class Known(NamedTuple):
    """What is known beside the plan when an act is chosen.

    ``served`` is how much of each goal of each objective (id) this week has done; ``seen`` gives the last exchange or
    meeting with each person (id) of the last ``weeks``, and is asked only where somebody may be named. Of what was up
    to the day ``unknown_until`` not all can be read: who was seen last before its end may have been seen since.
    ``arranged`` are minutes of this week's meetings still to come, of which none need be asked for. ``cadences`` are
    asked only where somebody may be named.
    """

    now: datetime
    served: Mapping[str, Sequence[int]] = {}
    seen: Callable[[], Mapping[str, Stretch]] = dict
    weeks: int = 0
    unknown_until: date | None = None
    arranged: int = 0
    cadences: Callable[[], Cadences] = _no_others


def next_act(
    book: Book,
    plan: Plan | None,
    so_far: Sequence[Stretch],
    kinds: Sequence[Kind] = HANDS,
    known: Known | None = None,
) -> Advice:
    """One act for what is missing, of one of ``kinds``, the first preferred.

    It serves the objective furthest behind its measure, then the kind furthest behind its goal, in the group where it
    does most: where most of the objectives that are behind are served, then most minutes are left to do. Once every
    goal is reached, or without a plan, it is the group with the least of it this week. Groups that are there to be
    watched are asked last; of a plan that has nothing but watching, its groups are asked only for what an objective
    needs. A person of that group is named where one waits.
    """
    lacking = _lacking(book, known.served, kinds) if known else {}
    only_watching = plan is not None and _only_watches(plan.total)
    groups = [group for group in book.selected() if _may_act(group, plan, lacking, only_watching=only_watching)]
    if not groups:
        return _without_group(book, plan)
    wanted = next((id_ for id_ in lacking if any(id_ in group.objectives for group in groups)), "")
    arranged = known.arranged if known else 0
    done = _tally(so_far)
    kind = _kind_of(lacking[wanted], plan, done, kinds, arranged) if wanted else _furthest(plan, done, kinds, arranged)

    def does(group: Group) -> tuple[int, int, bool, int]:
        serves = sum(kind in wants for id_, wants in lacking.items() if id_ in group.objectives)
        goal = plan.lines[group.id].of(kind) if plan and group.id in plan.lines else 0
        left = max(0, goal - done.get((group.id, kind), 0))
        return serves, left, not group.is_only_read, -sum(done.get((group.id, each), 0) for each in kinds)

    group = max([group for group in groups if not wanted or wanted in group.objectives], key=does)
    return (known and _with_partner(book, group, kind, known)) or act_in(group, kind)


def _only_watches(total: Split) -> bool:
    """Whether a plan of so much has nothing but watching."""
    return total.watching > 0 and not total.hands


def _may_act(group: Group, plan: Plan | None, lacking: Container[str], *, only_watching: bool) -> bool:
    """Whether an act of the hands is asked for in a group at all."""
    if group.nature.only_watched:
        return False
    if plan is None or not only_watching:
        return True
    return not group.is_only_read and (group.id not in plan.lines or any(id_ in lacking for id_ in group.objectives))


def _without_group(book: Book, plan: Plan | None) -> Advice:
    """What is advised where no group is there to act in; who reads by plan and knows nobody can but stop.

    Of a book that cannot be read it is not known whom there is to write to.
    """
    if book.unread:
        return Advice("")
    if plan and plan.total.watching and not book.people:
        return Advice(say("leave the rest of the reading for next week"))
    return Advice(say("write to one person you have met, 20 min"))


def is_behind(book: Book, served: Mapping[str, Sequence[int]]) -> bool:
    """Whether an active objective still lacks an act of the hands for its weekly measure."""
    return bool(_lacking(book, served, HANDS))


def act_in(group: Group, kind: Kind) -> Advice:
    """One act of a kind in a group."""
    usual = group.usual.of(kind)
    length = spell_minutes(usual)
    act = f"{kind.letter} {usual} {group.slug}"

    def full(name: str) -> str:
        if kind is Kind.MEETING:
            return say("meet someone of {group}, {length}", group=name, length=length)
        return say("answer one question in {group}, {length}", group=name, length=length)

    name = brief(group.name)
    if kind is Kind.MEETING:
        return advised(wordings(full(group.name), full(name), say("meet someone of {group}", group=name)), act)
    least = say("answer one question")  # its keys tell where
    return advised(
        wordings(full(group.name), full(name), say("answer one question in {group}", group=name), least), act
    )


def _with_partner(book: Book, group: Group, kind: Kind, known: Known) -> Advice | None:
    """One act in a group with the person who waits there; what is owed is sent before anything is asked for."""
    if not book.people:
        return None
    from .partner import Reason, called, find_partner, partner_wordings  # only who knows somebody pays for it

    today, cadences = known.now.date(), known.cadences()
    partner = find_partner(book, group, kind, known.seen(), today, known.unknown_until, cadences)
    if partner is None:
        return None
    done = Kind.CONTRIBUTION if partner.reason is Reason.OWED else kind
    line = f"{done.letter} {group.usual.of(done)} {group.slug} @{called(partner.person, book)}"
    return advised(partner_wordings(partner, group, kind, today, known.weeks), line)


def _lacking(book: Book, served: Mapping[str, Sequence[int]], kinds: Sequence[Kind]) -> dict[str, list[Kind]]:
    """The objectives (ids) that are behind, the furthest first, each with those of ``kinds`` that would serve it."""
    behind = []
    for objective in book.active_objectives():
        share, wants = _behind(objective, served.get(objective.id, ()))
        wants = [kind for kind in kinds if kind in wants]
        if wants:
            behind.append((share, objective.id, wants))
    behind.sort(key=lambda each: -each[0])  # of equals the first in rank
    return {id_: wants for _, id_, wants in behind}


def _behind(objective: Objective, done: Sequence[int]) -> tuple[float, list[Kind]]:
    """How far an objective is behind its measure, as a share of it, 0 to 1, and the kinds that are missing."""
    serving = _serving()
    counts = [*done, *[0] * len(objective.measure)]
    parts = zip(objective.measure, counts, strict=False)
    lacking = [(1 - did / goal.number, serving[goal.counts]) for goal, did in parts if did < goal.number]
    furthest = max((share for share, _ in lacking), default=0.0)
    return furthest, [kind for share, kinds in lacking if share == furthest for kind in kinds]


@cache
def _serving() -> Mapping[Counts, Sequence[Kind]]:
    """The kinds that bring a measure forward."""
    from ..objective import Counts  # only who has objectives pays for it

    return {
        Counts.MEETINGS: (Kind.MEETING,),
        Counts.IN_PERSON: (Kind.MEETING,),
        Counts.NEW_PEOPLE: (Kind.MEETING,),
        Counts.CONTRIBUTIONS: (Kind.CONTRIBUTION,),
        Counts.REPLIES: (Kind.CONTRIBUTION,),
        Counts.TOGETHER: (Kind.CONTRIBUTION,),
        Counts.MINUTES: HANDS,
        Counts.WATCHINGS: (),
    }


def _kind_of(wants: Sequence[Kind], plan: Plan | None, done: _Tally, kinds: Sequence[Kind], arranged: int) -> Kind:
    return wants[0] if len(wants) == 1 else _furthest(plan, done, [kind for kind in kinds if kind in wants], arranged)


def _furthest(plan: Plan | None, done: _Tally, kinds: Sequence[Kind], arranged: int) -> Kind:
    """The kind furthest behind its goal, as a share of it; of equals the first."""

    def behind(kind: Kind) -> float:
        goal = plan.total.of(kind) if plan else 0
        did = sum(minutes for (_, of), minutes in done.items() if of is kind) + arranged * (kind is Kind.MEETING)
        return max(0.0, 1 - did / goal) if goal else 0.0

    return max(kinds, key=behind)


def _tally(stretches: Iterable[Stretch]) -> dict[tuple[str, Kind], int]:
    """Minutes by group (id) and kind."""
    tally: dict[tuple[str, Kind], int] = {}
    for _, minutes, kind, group in stretches:
        tally[group, kind] = tally.get((group, kind), 0) + minutes
    return tally
