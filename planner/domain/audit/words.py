"""An audit in words: the reality check, and what there is to know of one group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..adverts import advert_words
from ..book import Book
from ..brought import lines_words
from ..budget.budget import Reality
from ..budget.upkeep import Upkeep, unknown_words, upkeep_words
from ..fact import Fact
from ..felt import course_words
from ..grammar.addresses import site_of
from ..grammar.fields import fact_fields
from ..grammar.group_fields import FIELDS, roles_words
from ..group import Fit, Group, Standing
from ..held import held_words
from ..review import Verdict
from ..words import day_in_words, decimal, listing, or_dash, plural, say, spell_minutes
from .archive import archive_words, months_words
from .audit import GroupAudit
from .figures import GroupFigures, met_words
from .moved import freed_words
from .roles import judged_words


def beside_reality(reality: Reality, *, short: bool = False) -> str:  # noqa: PLR0911 - a sentence for each case
    """How the upkeep of all groups stands to the minutes she has, to be read beside the two as a bar."""
    have = spell_minutes(reality.available)
    if reality.nothing_known and reality.as_planned:
        return say("no group was looked at yet; your last plan has {minutes}", minutes=have)
    if reality.nothing_known:
        return (
            say("no group was looked at yet; you have {minutes} a week", minutes=have)
            if reality.said
            else say("no group was looked at yet; {minutes} a week proposed", minutes=have)
        )
    unknown = unknown_words(reality.unknown, reality.groups)
    if unknown:
        beside = beside_reality(reality._replace(unknown=0), short=True)
        return say("{beside}; {unknown}", beside=beside, unknown=unknown)
    if reality.as_planned:
        if reality.needed <= reality.available:
            return say("within the {minutes} of your last plan", minutes=have)
        return say("{times} times the {minutes} of your last plan", times=decimal(reality.times), minutes=have)
    if not reality.said:
        if reality.needed <= reality.available:
            return say("within the {minutes} proposed", minutes=have)
        return say("{times} times the {minutes} proposed", times=decimal(reality.times), minutes=have)
    if reality.needed <= reality.available:
        return (
            say("within your {minutes}", minutes=have) if short else say("within the {minutes} you have", minutes=have)
        )
    times = decimal(reality.times)
    if short:
        return say("{times} times your {minutes}", times=times, minutes=have)
    return say("{times} times the {minutes} you have", times=times, minutes=have)


def facts(group: Group) -> tuple[str, ...]:
    """What a group is, a word each: standing, role and nature, and where it meets."""
    words = (say(group.standing.value), roles_words(group.roles), say(group.nature.value))
    return (*words, *(text for text in (group.platform, group.place, site_of(group.address)) if text))


def group_facts(row: GroupAudit, book: Book, today: date) -> tuple[Fact, ...]:
    """All there is to know of a group, what the verdict rests on first."""
    return tuple(Fact(about, words) for about, words in _known(row, book, today) if words)


def weighed_facts(row: GroupAudit, book: Book, today: date) -> Iterator[tuple[str, str]]:
    """What the audit weighs of a group: what is proposed, how each role was served, and by what."""
    group, figures = row.group, row.figures
    yield say("proposed"), proposal_words(row)
    yield say("roles"), judged_words(row.roles) if group.standing is not Standing.LEFT else ""
    yield say("brought"), figures_words(figures, today)
    yield say("freed"), freed_words(row.freed, book) if row.freed else ""
    yield say("adverts"), advert_words(figures.adverts, figures.minutes.watching)
    yield say("cost"), cost_words(figures)
    yield say("worth"), lines_words(figures.brought)
    yield say("joy"), course_words(figures.felt, group.joy)
    yield say("meetings"), held_words(figures.held)
    yield say("when"), last_words(figures, today)


def _known(row: GroupAudit, book: Book, today: date) -> Iterator[tuple[str, str]]:
    group = row.group
    weighed = weighed_facts(row, book, today)
    yield from (fact for fact in weighed if len(row.roles) > 1 or fact[0] != say("roles"))
    yield say("fit"), fit_words(group, row.upkeep)
    yield say("serves"), _served(group, book)
    yield say("look"), look_words(row)
    yield say("if-then"), say("“{text}”", text=group.if_then) if group.if_then else ""
    yield say("joined"), _joined(group)
    yield say("did"), group.done
    if row.archive:
        yield say("archive"), archive_words(row.archive)
        yield say("by month"), months_words(row.archive)
    for field in fact_fields(FIELDS):
        yield field.label(), field.said(group, book)
    yield say("left"), group.reason if group.standing is Standing.LEFT else ""


def proposal_words(row: GroupAudit) -> str:
    """The proposed verdict with its reason in figures; "" for a group that she has left."""
    verdict, reasons = row.proposal
    if verdict is None:
        return reasons[0] if reasons else ""
    if verdict is Verdict.KEEP:  # its only reason is what was done there, which is told anyway
        return say("keep: nothing asks for a change")
    return say("{verdict}: {reasons}", verdict=verdict.title, reasons=reasons[0])


def figures_words(figures: GroupFigures, today: date) -> str:
    """What was done there and what it brought: ``2h given and 45 min read in 8 weeks; 6 contributions, nobody met``."""
    weeks = plural(figures.weeks, "{n} week", "{n} weeks")
    given, met, read = figures.minutes
    split = [
        say("{minutes} given", minutes=spell_minutes(given)) if given else "",
        say("{minutes} met", minutes=spell_minutes(met)) if met else "",
        say("{minutes} read", minutes=spell_minutes(read)) if read else "",
    ]
    done = listing([part for part in split if part])
    added = figures.group.added
    if figures.is_silent and added and (today - added).days < 7:
        return say("nothing logged there yet")
    if figures.is_silent:
        return say("nothing logged there in {weeks}", weeks=weeks)
    if not done:  # all of it went on beside something that began earlier
        done = say("no time of its own")
    counts = [
        plural(figures.contributions, "{n} contribution", "{n} contributions")
        if figures.contributions
        else say("no contribution"),
        met_words(figures),
        *([_echoes(figures)] if figures.echoes or figures.answered else []),
        *([plural(len(figures.takings), "{n} taking", "{n} takings")] if figures.takings else []),
    ]
    return say("{done} in {weeks}; {counts}", done=done, weeks=weeks, counts=", ".join(counts))


def _echoes(figures: GroupFigures) -> str:
    """How much came back; nothing where she said so, and no word where nobody has asked yet."""
    return plural(figures.echoes, "{n} echo", "{n} echoes") if figures.echoes else say("no echo")


def cost_words(figures: GroupFigures) -> str:
    """What one contribution and one person met took, all minutes there counted; "" where there was neither."""
    prices = []
    if figures.a_contribution is not None:
        prices.append(say("{minutes} a contribution", minutes=spell_minutes(figures.a_contribution)))
    if figures.a_person is not None:
        prices.append(say("{minutes} a person met", minutes=spell_minutes(figures.a_person)))
    if figures.back and figures.echoes_an_hour is not None and figures.echoes_a_contribution is not None:
        prices.append(say("{n} echoes a contribution", n=decimal(figures.echoes_a_contribution)))
        prices.append(say("{n} echoes an hour given", n=decimal(figures.echoes_an_hour)))
    return ", ".join(prices)


def last_words(figures: GroupFigures, today: date) -> str:
    """When she last gave there, and when she last only read."""
    gave = say("gave {when}", when=_ago(figures.last_gave, today)) if figures.last_gave else ""
    read = say("only read {when}", when=_ago(figures.last_only_read, today)) if figures.last_only_read else ""
    return say("; ").join(part for part in (gave, read) if part)


def fit_words(group: Group, upkeep: Upkeep) -> str:
    """How it suits her, by each mark, and what following it takes."""
    fit = ", ".join(f"{say(name)} {or_dash(mark)}" for name, mark in zip(Fit._fields, group.fit, strict=True))
    others = ((say("activity"), group.activity), (say("worth"), group.worth), (say("joy"), group.joy))
    if None not in group.fit:
        fit = say("{marks}: {total} of 12", marks=fit, total=group.fit.total)
    return say("; ").join((fit, ", ".join(f"{name} {or_dash(mark)}" for name, mark in others), upkeep_words(upkeep)))


def look_words(row: GroupAudit) -> str:
    """When a group is to be looked at again, or that it asks for it."""
    group = row.group
    if row.look_due:
        if group.next_look is None:
            return say("asks for a look: nobody has looked at it yet")
        return say("asks for a look since {day}", day=_day(group.next_look))
    return say("again on {day}", day=_day(group.next_look)) if group.next_look else ""


def _served(group: Group, book: Book) -> str:
    titles = [book.objectives[id_].title for id_ in group.objectives if id_ in book.objectives]
    return listing(titles) or say("no objective")


def _joined(group: Group) -> str:
    since = _day(group.since) if group.since else ""
    return say("{day}: {why}", day=since, why=group.why) if since and group.why else since or group.why


def _day(value: date) -> str:
    return f"{day_in_words(value)} {value.year}"


def _ago(value: date, today: date) -> str:
    days = (today - value).days
    if not days:
        return say("today")
    return plural(days, "on {day}, {n} day ago", "on {day}, {n} days ago", day=day_in_words(value))
