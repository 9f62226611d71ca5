"""Trends in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..book import Book
from ..unread import unread_file_words, without_words
from ..words import full_month, listing, minutes, plural, say, span_beside, spell_minutes
from .stretches import Stretch, Unit
from .trends import Figures, Total, Trends, TrendWeek, View, not_said, total

#: Weeks that are over, from which on the later half of them is held against the earlier one.
TO_COMPARE = 6

#: A change of so many minutes a week, or fewer, is none.
SAME = 5

#: Weeks up to which those out of balance are named, of a year at most: a number is of one of its weeks then.
FEW, YEAR = 3, 52


def view_words(view: View, book: Book) -> str:
    """What is looked at: the name of a group, the title of an objective; "" for all."""
    if view.group:
        return book.group_name(view.group)
    if view.objective:
        return book.objectives[view.objective].title if view.objective in book.objectives else view.objective
    return ""


def span_words(asked: int | None) -> str:
    """How far it is looked back: ``26 weeks``, ``all weeks``."""
    return say("all weeks") if asked is None else plural(asked, "{n} week", "{n} weeks")


def summary_words(trends: Trends) -> tuple[str, ...]:
    """What the weeks come to, the most telling first; a young home says that there is nothing to tell it from yet."""
    if not trends.first:
        return (say("Nothing is planned or logged yet. The weeks stand here once there are some."),)
    unread = tuple(filter(None, [without_words(trends.unread)]))
    if not trends.known:
        return unread
    some = total(trends.known)
    if not any(some.logged) and not (some.met or some.ties):
        return (say("Nothing was logged in these weeks."), *unread)
    young = (say("One week so far: from the second on it is seen where they go."),) if trends.is_young else ()
    told = (
        _usual_words(trends.known),
        *young,
        plan_words(trends.known, trends.view),
        people_words(some),
        _turn_words(trends),
    )
    return (*filter(None, told), *unread)


def _usual_words(known: Sequence[TrendWeek]) -> str:
    """Minutes a week, of those that are over; of a first one those so far."""
    over = [each for each in known if not each.runs]
    some = total(over or known)
    hands, eyes = (round(each / some.weeks) for each in (some.logged.hands, some.logged.watching))
    words = {"hands": spell_minutes(hands), "eyes": spell_minutes(eyes)}
    if not over:
        return say("So far: hands {hands}, eyes {eyes}.", **words)
    return plural(
        some.weeks,
        "In {n} whole week: hands {hands}, eyes {eyes}.",
        "A mean week of {n}: hands {hands}, eyes {eyes}.",
        **words,
    )


def plan_words(known: Sequence[TrendWeek], view: View) -> str:
    """How many plans of weeks that are over were kept, and caps passed; or how often an objective's measure was
    reached. The few weeks that ended out of balance are named."""
    if view.objective:
        measured = [each for each in known if each.figures and each.figures.reached is not None]
        return (
            plural(
                len(measured), "Its measure was reached in {done} of {n} week.",
                "Its measure was reached in {done} of {n} weeks.", done=total(measured).reached,
            )
            if measured else ""
        )  # fmt: skip
    some = total(each for each in known if not each.runs)
    if not some.judged:
        return ""
    parts = [plural(some.judged, "Plan kept in {kept} of {n} week", "Plan kept in {kept} of {n} weeks", kept=some.kept)]
    if some.over:
        parts.append(plural(some.over, "cap passed in {n}", "cap passed in {n}"))
    if some.out:
        out = plural(some.out, "out of balance in {n}", "out of balance in {n}")
        weeks = [str(each.week.number) for each in known if each.figures and each.figures.balanced is False]
        if some.out <= FEW and len(known) <= YEAR:
            out = plural(some.out, "{out} (week {weeks})", "{out} (weeks {weeks})", out=out, weeks=listing(weeks))
        parts.append(out)
    return say("{what}.", what=", ".join(parts))


def people_words(some: Total) -> str:
    """``14 people met, 9 in person; 3 ties made; 20 contributions; 11 echoes.``; "" for none of them."""
    parts = []
    if some.met:
        parts.append(met_words(some.met, some.in_person, some.not_said))
    if some.ties:
        parts.append(plural(some.ties, "{n} tie made", "{n} ties made"))
    parts += _gave(some.contributions, some.echoes)
    return say("{what}.", what=say("; ").join(parts)) if parts else ""


def met_words(people: int, in_person: int | None, unsaid: int) -> str:
    """``3 people met, 2 in person, 1 not said how``; where that was said of nobody, no more than that."""
    met = plural(people, "{n} person met", "{n} people met")
    if in_person is None:
        return say("{met}, not said how", met=met)
    told = say("{met}, {n} in person", met=met, n=in_person)
    return say("{met}, {n} not said how", met=told, n=unsaid) if unsaid else told


def _turn_words(trends: Trends) -> str:
    """The later half of the weeks that are over, held against the earlier one: which way it goes."""
    over = [each for each in trends.weeks if not each.runs]
    half = len(over) // 2
    if len(over) < TO_COMPARE:
        return ""
    before, after = total(over[-2 * half : -half]), total(over[-half:])
    if not (before.weeks and after.weeks):
        return ""
    hands = round(after.logged.hands / after.weeks - before.logged.hands / before.weeks)
    eyes = round(after.logged.watching / after.weeks - before.logged.watching / before.weeks)
    parts = []
    if abs(hands) > SAME:
        time = spell_minutes(abs(hands))
        parts.append(say("hands {time} more", time=time) if hands > 0 else say("hands {time} less", time=time))
    if abs(eyes) > SAME:
        time = spell_minutes(abs(eyes))
        parts.append(say("eyes {time} more", time=time) if eyes > 0 else say("eyes {time} less", time=time))
    if not parts:
        return say("The last {n} weeks went as the {n} before.", n=half)
    return say("The last {n} weeks beside the {n} before: {what} a week.", n=half, what=listing(parts))


def week_title(each: TrendWeek, today: date) -> str:
    """``Week 48, 23 to 29 November``."""
    week = each.week
    return say("Week {n}, {days}", n=week.number, days=span_beside(week.monday, week.sunday, today))


def stretch_title(each: Stretch, today: date) -> str:
    """``Week 48, 23 to 29 November``, ``October 2025``, ``Quarter 4 of 2025``, ``2025``."""
    if each.unit is Unit.WEEK:
        return week_title(each.weeks[0], today)
    if each.unit is Unit.MONTH:
        return say("{month} {year}", month=full_month(each.first.month).capitalize(), year=each.first.year)
    if each.unit is Unit.QUARTER:
        return say("Quarter {n} of {year}", n=(each.first.month + 2) // 3, year=each.first.year)
    return str(each.first.year)


def stretch_words(each: Stretch, view: View) -> tuple[str, ...]:
    """A stretch in words, a part each: a week, or what several come to."""
    if each.unit is Unit.WEEK:
        return week_words(each.weeks[0], view)
    if not each.known:
        return (without_words([week.week for week in each.weeks]),)
    told = (_usual_words(each.known), plan_words(each.known, view), people_words(total(each.known)))
    return tuple(filter(None, (*told, without_words([week.week for week in each.weeks if not week.figures]))))


def week_words(each: TrendWeek, view: View) -> tuple[str, ...]:
    """A week in words, a part each: its minutes, whom it brought, what came back, and how its plan was kept."""
    figures = each.figures
    if figures is None:
        return (unread_file_words(each.week.file),)
    parts = [
        _hands_words(figures),
        _eyes_words(figures),
        *_people(figures),
        *_gave(figures.contributions, figures.echoes),
        *_kept(figures, view),
    ]
    if not any(figures.logged) and not (figures.met or figures.ties or figures.contributions):
        return (say("nothing logged so far") if each.runs else say("nothing logged"), *_kept(figures, view))
    return tuple(filter(None, parts))


def _hands_words(figures: Figures) -> str:
    logged = figures.logged
    hands = minutes(logged.hands)
    if figures.goal:
        hands = say("{minutes} of {goal}", minutes=hands, goal=minutes(figures.goal))
    if logged.contribution and logged.meeting:
        given, met = minutes(logged.contribution), minutes(logged.meeting)
        return say("hands {hands} ({given} given, {met} met)", hands=hands, given=given, met=met)
    return say("hands {hands}", hands=hands)


def _eyes_words(figures: Figures) -> str:
    eyes = minutes(figures.logged.watching)
    if figures.cap is None:
        return say("eyes {eyes}", eyes=eyes)
    if figures.logged.watching > figures.cap:
        return say("eyes {eyes}, past the cap of {cap}", eyes=eyes, cap=minutes(figures.cap))
    return say("eyes {eyes}, cap {cap}", eyes=eyes, cap=minutes(figures.cap))


def _people(figures: Figures) -> tuple[str, ...]:
    parts = []
    if figures.met:
        parts.append(met_words(len(figures.met), figures.in_person, not_said(figures.met.values())))
    if figures.ties:
        parts.append(plural(len(figures.ties), "{n} tie made", "{n} ties made"))
    return tuple(parts)


def _gave(contributions: int, echoes: int | None) -> tuple[str, ...]:
    """How often she gave, and how much came back, from meetings, too; "not known" where she gave and never said."""
    gave = plural(contributions, "{n} contribution", "{n} contributions")
    if echoes is None:
        return (f"{gave}, {say('not known what came back')}",)
    came = (plural(echoes, "{n} echo", "{n} echoes"),) if echoes else ()
    return (gave, *(came or (say("no echo known"),))) if contributions else came


def _kept(figures: Figures, view: View) -> tuple[str, ...]:
    if view.objective:
        if figures.reached is None:
            return ()
        return (say("measure reached") if figures.reached else say("measure not reached"),)
    parts = []
    if figures.goal_kept is not None:
        parts.append(say("goal kept") if figures.goal_kept else say("goal missed"))
    if figures.cap_kept is not None and figures.cap_kept:
        parts.append(say("cap kept"))
    if figures.balanced is False:
        parts.append(say("out of balance"))
    return tuple(parts)
