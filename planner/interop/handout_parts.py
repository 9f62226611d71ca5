"""The hand-out in words: its parts in their order, from which each of its forms is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.audit.archive import archive_words
from planner.domain.audit.audit import GroupAudit, checks_words
from planner.domain.audit.figures import done_words
from planner.domain.audit.setting_out import SettingOut, changed_words, share_words
from planner.domain.kinds import HANDS
from planner.domain.objective import Objective, Pursuit, measure_words
from planner.domain.value import NamedTuple
from planner.domain.weeks.handout import Considered, Handout, Met, MetGroup, MetMonth, WeekBalance, verdict_of
from planner.domain.weeks.pace import cap_words, goal_words
from planner.domain.words import (
    dated_span,
    full_date,
    minutes,
    month_year,
    or_dash,
    plural,
    say,
    span_beside,
    spell_minutes,
)
from planner.interop.markdown import Row

#: What a part may show as a drawing, where there can be one; its table or its sentences say the same.
HOURS, BALANCE = "hours", "balance"


class Table(NamedTuple):
    """Rows, the head first; ``figures`` are the columns that hold figures, by number, and ``title`` is its own."""

    rows: tuple[Row, ...]
    figures: tuple[int, ...] = ()
    title: str = ""


class Part(NamedTuple):
    """A title, sentences, points, and tables. ``drawing`` is what is drawn of it, and ``room`` the lines left free to
    write on, where it is printed.
    """

    title: str
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    drawing: str = ""
    room: int = 0


def title(handout: Handout) -> str:
    """What the document is called."""
    return say("Where my networking stands on {day}", day=full_date(handout.today))


def subtitle(handout: Handout) -> str:
    """The days that it looks back on, and that names are left out."""
    first, last = handout.weeks[0].week.monday, handout.weeks[-1].week.sunday
    n = len(handout.weeks)
    span = plural(n, "{n} week: {days}", "{n} weeks: {days}", days=dated_span(first, last))
    return span if handout.named else say("{span}; without names", span=span)


def parts(handout: Handout) -> Iterator[Part]:
    """All of it, in its order."""
    if handout.talk:
        yield _talk(handout)
    yield _objectives(handout.set_out)
    yield _hours(handout)
    yield _audit(handout)
    yield _considered(handout)
    yield _balance(handout)
    yield _people(handout)
    yield Part(
        say("Questions"), (), handout.questions or (say("None written yet."),), room=0 if handout.questions else 3
    )
    yield Part(say("What we decide"), room=5)


def _talk(handout: Handout) -> Part:
    talk = handout.talk
    assert talk
    asked = tuple(say("Asked: {text}", text=text) for text in talk.asked)
    return Part(say("What we decided on {day}", day=full_date(talk.day)), (), (*talk.decided, *asked))


# Objectives


def _objectives(found: SettingOut) -> Part:
    known = [*found.first, *(each for each in found.now if each not in found.first)]
    if not known:
        return Part(say("Objectives, at first and now"), (say("No objective is set yet."),))
    head = (say("objective"), say("aim"), say("a week"), say("at first"), say("now"))
    rows = [
        (
            each.title,
            say(each.aim.value),
            measure_words(each.measure) or "–",
            _since(each) if each in found.first else say("came later"),
            _now(each),
        )
        for each in known
    ]
    told = tuple(filter(None, (changed_words(found), share_words(found))))
    return Part(say("Objectives, at first and now"), told, (), (Table((head, *rows)),))


def _since(objective: Objective) -> str:
    return month_year(objective.since) if objective.since else say("yes")


def _now(objective: Objective) -> str:
    if objective.pursuit is Pursuit.ACTIVE:
        return say("number {n}", n=objective.rank)
    ended = say(objective.pursuit.value)
    return say("{ended}: {reason}", ended=ended, reason=objective.reason) if objective.reason else ended


# Hours


def hours(handout: Handout) -> tuple[tuple[str, int], ...]:
    """What is to be seen beside each other, in minutes a week: needed, at hand, and spent."""
    reality = handout.audit.reality
    assert reality  # a damaged book has no hand-out
    needed, at_hand = say("all groups, followed properly"), say("at hand")
    spent = [] if handout.spent is None else [(say("spent on average"), handout.spent)]
    return ((needed, reality.needed), (at_hand, reality.available), *spent)


def _ended(sentence: str) -> str:
    """A sentence whose last word is an initial has its dot already."""
    return sentence[:-1] if sentence.endswith("..") else sentence


def _hours(handout: Handout) -> Part:
    told = tuple(map(_ended, checks_words(handout.audit)))
    if not handout.audit.rows:
        return Part(say("Hours needed and hours at hand"), told)
    rows = [(name, minutes(time)) for name, time in hours(handout)]
    table = ((say("minutes a week"), say("time", context="how long")), *rows)
    return Part(say("Hours needed and hours at hand"), told, (), (Table(table, (1,)),), HOURS)


# Groups


def _audit(handout: Handout) -> Part:
    head = (
        *(say("group"), say("contributed"), say("met"), say("watched")),
        *(say("people"), say("came back"), say("verdict"), say("because")),
    )
    rows = [_audited(row) for row in handout.audit.rows]
    if not rows:
        return Part(say("The groups"), (say("No groups yet."),))
    return Part(say("The groups"), (), (), (Table((head, *rows), (1, 2, 3, 4, 5)),))


def _audited(row: GroupAudit) -> Row:
    figures, verdict = row.figures, verdict_of(row)
    decided = verdict.title if verdict else "–"
    if verdict and not row.taken:
        decided = say("{verdict}, proposed", verdict=decided)
    return (
        row.group.name,
        *(minutes(time) if time else "–" for time in figures.minutes),
        or_dash(figures.people or None),
        or_dash(figures.echoes or None),
        decided,
        say("; ").join([*_reasons(row), *_hers(row)]) or "–",
    )


def _reasons(row: GroupAudit) -> list[str]:
    """Why the verdict is proposed, but for what stands beside it in figures."""
    return [reason for reason in row.proposal.reasons if reason != done_words(row.figures)]


def _hers(row: GroupAudit) -> Iterator[str]:
    """What she says of a group herself, and what an archive says that she did there."""
    group = row.group
    if group.why:
        yield say("joined for: {why}", why=group.why)
    if group.done:
        yield say("done so far: {done}", done=group.done)
    if row.archive:
        yield say("done so far: {done}", done=archive_words(row.archive))
    if group.note:
        yield say("“{text}”", text=group.note)


def _considered(handout: Handout) -> Part:
    followed = [
        (each.group.name, _upkeep(each), "–" if each.planned is None else minutes(each.planned), each.why or "–")
        for each in handout.followed
    ]
    left_out = [
        (each.group.name, _upkeep(each), say(each.group.standing.value), each.why or "–") for each in handout.left_out
    ]
    tables = []
    if followed:
        head = (say("group"), say("takes a week"), say("planned"), say("remark"))
        tables.append(Table((head, *followed), (1, 2), say("Selected")))
    if left_out:
        head = (say("group"), say("takes a week"), say("standing"), say("because"))
        tables.append(Table((head, *left_out), (1,), say("Left out")))
    told = () if followed else (say("No group is selected."),)
    return Part(say("What is selected, and what is left out"), told, (), tuple(tables))


def _upkeep(each: Considered) -> str:
    time = minutes(each.upkeep.counted)
    return time if each.upkeep.known else say("about {minutes}", minutes=time)


# Weeks


def _balance(handout: Handout) -> Part:
    head = (say("week"), say("contributed"), say("met"), say("watched"))
    rows = [_week(each, handout) for each in handout.weeks]
    logged = handout.logged
    if not (logged.total or handout.audit.without):
        return Part(say("The balance by week"), (say("Nothing was logged in these weeks."),))
    told = say(
        "{hands} given and met, {eyes} read, as far as it was logged.",
        hands=spell_minutes(logged.hands),
        eyes=spell_minutes(logged.watching),
    )
    return Part(say("The balance by week"), (told,), (), (Table((head, *rows), (1, 2, 3)),), BALANCE)


def _week(each: WeekBalance, handout: Handout) -> Row:
    name = span_beside(each.week.monday, each.week.sunday, handout.today)
    if each.done is None:
        return (name, "?", "?", "?")
    planned = each.planned
    goals = [goal_words(each.done.of(kind), planned.of(kind) if planned else 0) for kind in HANDS]
    return (name, *goals, cap_words(each.done.watching, planned.watching if planned else None))


# People


def _people(handout: Handout) -> Part:
    if not handout.met:
        return Part(say("People met"), (say("Nobody was met in these weeks."),))
    told = plural(handout.met, "{n} person was met.", "{n} people were met.")
    by_month = (
        (say("month"), say("person"), say("position and company"), say("how"), say("first met")),
        *(row for month in handout.months for row in _month(month)),
    )
    by_group = (
        (say("group"), say("people"), say("new ones"), say("who")),
        *(_group(each) for each in handout.groups),
    )
    return Part(
        say("People met"), (told,), (), (Table(by_month, (), say("By month")), Table(by_group, (1, 2), say("By group")))
    )


def _month(month: MetMonth) -> Iterator[Row]:
    for number, each in enumerate(month.people):
        work = ", ".join(filter(None, (each.position, each.company))) or "–"
        name = month_year(month.first) if not number else ""
        yield (name, each.name, work, _held(each), say("new") if each.new else say("before"))


def _held(met: Met) -> str:
    return {True: say("in person"), False: say("from afar"), None: say("not said")}[met.in_person]


def _group(group: MetGroup) -> Row:
    new = sum(each.new for each in group.people)
    names = ", ".join(each.name for each in group.people)
    return (group.name or say("a group that is gone"), str(len(group.people)), or_dash(new or None), names)
