"""The trends, and a quarter, as documents in sections: the same on paper, in a terminal and on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planner.domain.book import Book, unread_words
from planner.domain.quarter import Quarter
from planner.domain.unread import without_words
from planner.domain.weeks.quarter import QuarterGroup, QuarterPage, Said
from planner.domain.weeks.stretches import Unit, stretches
from planner.domain.weeks.trend_words import people_words, plan_words, span_words, summary_words, view_words
from planner.domain.weeks.trends import Trends, TrendWeek, View, total
from planner.domain.words import (
    day_month,
    full_month,
    listing,
    minutes,
    or_dash,
    plural,
    say,
    short_day,
    span_of_days,
    spell_minutes,
)
from planner.interop.markdown import Row
from planner.interop.sections import Section

WHOLE = View()

#: Weeks from which on a table has a row a month.
BY_MONTH = 53


def trends_title(trends: Trends, book: Book) -> str:
    """What the document is called."""
    span, view = span_words(trends.asked), view_words(trends.view, book)
    return say("Trends of {what}, {span}", what=view, span=span) if view else say("Trends, {span}", span=span)


def trends_sections(trends: Trends, today: date) -> Iterator[Section]:
    """What the weeks come to, and a row for each; for each month where there are more than a year has. Time and people
    stand in a table each, for either is as wide as a page."""
    yield Section("", summary_words(trends))
    if not trends.first or not trends.weeks:
        return
    view, weeks = trends.view, trends.weeks
    if len(weeks) >= BY_MONTH:
        title, first = say("By month"), say("month")
        months = stretches(weeks, Unit.MONTH)
        time = [(f"{each.first:%Y-%m}", *_time(each.weeks, view)) for each in months]
        people = [(f"{each.first:%Y-%m}", *_people(each.weeks)) for each in months]
    else:
        title, first = say("By week"), say("week")
        names = [say("{n}, {day}", n=each.week.number, day=short_day(each.week.monday, today)) for each in weeks]
        time = [(name, *_week_time(each, view)) for name, each in zip(names, weeks, strict=True)]
        people = [(name, *_people([each])) for name, each in zip(names, weeks, strict=True)]
    yield Section(title, (), ((first, *_time_head(view)), *time))
    yield Section(say("Whom you met, and what came back"), (), ((first, *_people_head()), *people))


def quarter_title(quarter: Quarter) -> str:
    """``Quarter 4 of 2026, 28 September to 3 January 2027``."""
    first, last = quarter.weeks[0].monday, quarter.weeks[-1].sunday
    return say("Quarter {n} of {year}, {days}", n=quarter.number, year=quarter.year, days=span_of_days(first, last))


def quarter_sections(page: QuarterPage, book: Book) -> Iterator[Section]:
    """All of a quarter, in its order; what cannot be read is said, and never counted as nothing."""
    yield Section("", tuple(filter(None, _summary(page))))
    if not page.weeks:
        return
    if any(each.figures for each in page.weeks):
        yield Section(say("Where the time went"), (), tuple(_months(page)))
    if page.groups:
        head = (say("group"), say("given"), say("met"), say("read"), say("verdicts"))
        told = [_group(each, book) for each in page.groups]
        yield Section(say("What the groups were given"), (), (head, *told), figures=False)
    yield Section(say("Who became a tie"), tuple(_tied(page, book)))
    for title, said in (
        (say("What brought somebody closer"), [(each, each.closer) for each in page.said]),
        (say("What you enjoyed"), [(each, each.joy) for each in page.said]),
        (say("What you meant to do"), [(each, each.intention) for each in page.said]),
    ):
        if told_here := tuple(_quoted(each, text) for each, text in said if text):
            yield Section(title, told_here)


def _months(page: QuarterPage) -> Iterator[Row]:
    """The months from left to right, a row a figure: three stand beside each other on any page."""
    columns = [_column(full_month(month.first.month), month.weeks) for month in page.months]
    columns += [_column(say("total"), page.weeks)] if len(columns) > 1 else []
    yield from zip(("", *_time_head(WHOLE), *_people_head()), *columns, strict=True)


def _column(name: str, weeks: Sequence[TrendWeek]) -> Row:
    return (name, *_time(weeks, WHOLE), *_people(weeks))


def _summary(page: QuarterPage) -> Iterator[str]:
    if not page.weeks:
        yield say("Nothing was planned or logged in it.")
        return
    some = total(page.weeks)
    if some.weeks:
        words = {"hands": spell_minutes(some.logged.hands), "eyes": spell_minutes(some.logged.watching)}
        yield plural(
            some.weeks,
            "In {n} week: hands {hands}, eyes {eyes}.",
            "In {n} weeks: hands {hands}, eyes {eyes}.",
            **words,
        )
    yield from filter(
        None, (people_words(some), plan_words(page.weeks, WHOLE), _reviewed_words(page), without_words(page.unread))
    )


def _reviewed_words(page: QuarterPage) -> str:
    parts = [plural(page.closed, "{n} review closed", "{n} reviews closed")] if page.closed else []
    if page.open:
        weeks = listing([str(week.number) for week in page.open])
        parts.append(
            plural(len(page.open), "none of week {weeks}", "none of weeks {weeks}", weeks=weeks)
            if page.closed
            else plural(len(page.open), "no review of week {weeks}", "no review of weeks {weeks}", weeks=weeks)
        )
    words = say("; ").join(parts)
    return say("{what}.", what=words[:1].upper() + words[1:]) if words else ""


def _tied(page: QuarterPage, book: Book) -> Iterator[str]:
    if page.tied is None:
        yield unread_words()
    elif not page.tied:
        yield say("Nobody so far.") if page.runs else say("Nobody.")
    for person, day in page.tied or ():
        yield say("{person}, {day}", person=book.person_name(person), day=day_month(day))


def _group(each: QuarterGroup, book: Book) -> Row:
    counts = {verdict: each.verdicts.count(verdict) for verdict in dict.fromkeys(each.verdicts)}
    verdicts = [
        say("{n} times {verdict}", n=n, verdict=verdict.short) if n > 1 else verdict.short
        for verdict, n in counts.items()
    ]
    figures = (minutes(figure) if figure else "–" for figure in each.logged)
    return (book.group_name(each.group), *figures, ", ".join(verdicts) or "–")


def _quoted(said: Said, text: str) -> str:
    return say("Week {n}: “{text}”", n=said.week.number, text=text)


# Rows


def _time_head(view: View) -> Row:
    """Nobody plans for a part alone that its reading stays in balance, nor for an objective."""
    head = (say("given"), say("met"), say("read"), say("measure") if view.objective else say("plan kept"))
    return (*head, say("out of balance")) if view.is_whole else head


def _people_head() -> Row:
    return (
        say("people", context="met"),
        say("in person"),
        say("ties"),
        say("contributions"),
        say("came back"),
    )


def _week_time(each: TrendWeek, view: View) -> Row:
    """A week's minutes, the reading against its cap, and how it ended."""
    figures = each.figures
    if figures is None:
        return ("?",) * len(_time_head(view))
    read = minutes(figures.logged.watching)
    if figures.cap is not None:
        read = f"{read} {'>' if figures.logged.watching > figures.cap else '≤'} {minutes(figures.cap)}"
    row = (minutes(figures.logged.contribution), minutes(figures.logged.meeting), read, kept_words(each, view))
    balance = "–" if figures.balanced is None else say("no") if figures.balanced else say("yes")
    return (*row, balance) if view.is_whole else row


def kept_words(each: TrendWeek, view: View) -> str:
    """How a week's plan was kept, whole, in part or not, or an objective's measure reached; a dash where there was
    none, or it is not known yet."""
    figures = each.figures
    if figures is None:
        return "–"
    kept = () if each.runs else figures.kept
    if view.objective and figures.reached is not None:
        return say("reached") if figures.reached else say("no")
    if not kept:
        return "–"
    return say("yes") if all(kept) else say("in part") if any(kept) else say("no")


def _time(weeks: Sequence[TrendWeek], view: View) -> Row:
    """What several weeks come to, and of how many that are over it is known that they kept their plan, or did not."""
    some = total(weeks)
    if not some.weeks:
        return ("?",) * len(_time_head(view))
    measured = sum(each.figures.reached is not None for each in weeks if each.figures)
    done, of = (some.reached, measured) if view.objective else (some.kept, some.judged)
    row = (*map(minutes, some.logged), _share(done, of))
    balanced = sum(each.figures.balanced is not None for each in weeks if each.figures)
    return (*row, _share(some.out, balanced)) if view.is_whole else row


def _share(some: int, of: int) -> str:
    return say("{kept} of {n}", kept=some, n=of) if of else "–"


def _people(weeks: Sequence[TrendWeek]) -> Row:
    some = total(weeks)
    if not some.weeks:
        return ("?",) * len(_people_head())
    return tuple(map(or_dash, (some.met, some.in_person, some.ties, some.contributions, some.echoes)))
