"""Facts as sentences and rows of text."""

from __future__ import annotations

from collections.abc import Collection

from planner.cli.page import written
from planner.domain.book import FILE
from planner.domain.drift.judgement import UnreadDay
from planner.domain.errors import Misread
from planner.domain.kinds import Kind
from planner.domain.value.dates import datetime, timedelta
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.weeks.change import offer_words
from planner.domain.weeks.report import WeekReport
from planner.domain.words import dated_clock, day_month, minutes, plural, say

if TYPE_CHECKING:
    from planner.domain.book import Book
    from planner.domain.drift.drift import Drift
    from planner.domain.drift.judgement import Day
    from planner.domain.entry import Entry
    from planner.domain.weeks.change import Change
    from planner.domain.weeks.unread_report import Report


def change_text(change: Change) -> str:
    """What was done, what else happened, and where that leaves the group and the week: a line each."""
    done = change.words if change.words.endswith((".", "!", "?")) else f"{change.words}."
    week = week_line(change.report) if change.report else ""
    offer = offer_words(change) and say("{offer}: planner plan follow", offer=offer_words(change))
    mend = ""
    if change.guessed and change.entry:
        mend = say("“planner edit {id} --minutes 25” says how long it was.", id=change.entry.id)
    return "\n".join(filter(None, (done, *change.notes, mend, change.standing, week, offer)))


def what_next(entry: Entry, book: Book) -> list[str]:
    """After a meeting, the one question: what it may have done, how it was held, and what comes next with whom."""
    if entry.kind is not Kind.MEETING:
        return []
    from planner.domain.people.follow_ups import closed_by, to_ask_about

    names = {id_: person.name for id_, person in book.people.items()}
    lines = [
        say("Is “{step}” with {person} done? planner next done {id}", step=s.text, person=names[s.person], id=s.id)
        for s in closed_by(entry, book)
        if s.person in names
    ]
    if entry.form is None and entry.people:
        lines.append(say("How was it held? planner edit {id} --form in-person, video, phone or event", id=entry.id))
    asked = to_ask_about(entry, book)
    return [*lines, *(say("What next? planner next {person} 'send the deck fri'", person=id_) for id_ in asked)]


def week_line(report: Report) -> str:
    """The week on one line: ``W48: hands 2h05 of 3h30; eyes 1h30, cap 1h, adrift``."""
    if not isinstance(report, WeekReport):
        unread = say("W{n}: not known, for {file} cannot be read", n=report.week.number, file=report.week.file)
        return say("; ").join([unread, *_beside(report)])
    review = [say("review due")] if report.review_due else []
    return say("; ").join([*_figures(report), *_beside(report), *review])


def _figures(report: WeekReport) -> list[str]:
    """What a week comes to, beside its goal and its cap, and its level."""
    from planner.domain.weeks.pace import beside

    cap = report.drift.cap
    done, goal = beside(report.logged.hands, report.planned.hands)
    if report.drift.off:
        seen = minutes(report.logged.watching)
        return [say("W{n}: a week off, hands {done}, eyes {seen}", n=report.week.number, done=done, seen=seen)]
    return [
        say("W{n}: hands {done} of {goal}", n=report.week.number, done=done, goal=goal)
        if report.planned.hands
        else say("W{n}: hands {done}", n=report.week.number, done=done),
        say("eyes {seen}, cap {cap}", seen=minutes(report.logged.watching), cap=minutes(cap))
        if cap is not None
        else say("eyes {seen}, no plan yet", seen=minutes(report.logged.watching)),
        report.drift.level.title,
    ]


def _beside(report: Report) -> list[str]:
    """What stands beside the figures: the timer, and what waits in the book."""
    parts = []
    if report.timer:
        ran = minutes(report.timer.elapsed(report.now))
        words = say("timer {time}", time=f"{ran}?" if report.doubtful else ran)
        parts.append(say("{timer}, paused", timer=words) if report.timer.paused else words)
    if waiting := report.due_today:
        parts.append(plural(waiting, "{n} follow-up due", "{n} follow-ups due"))
    if report.to_confirm:
        n = len(report.to_confirm)
        parts.append(plural(n, "{n} meeting to confirm", "{n} meetings to confirm"))
    if report.unread:
        parts.append(say("{file} cannot be read", file=FILE))
    return parts


#: What stands in a line of hers in the place of what is not known.
_UNKNOWN = "?"


def _fields(report: WeekReport) -> dict[str, str]:
    """What a week comes to, by the name of its field."""
    return {
        "hands": minutes(report.logged.hands),
        "hands_planned": minutes(report.planned.hands),
        **{kind.value: minutes(report.logged.of(kind)) for kind in Kind},
        "cap": "" if report.drift.cap is None else minutes(report.drift.cap),
        "level": report.drift.level.title,
        "probability": "" if report.drift.probability is None else f"{report.drift.probability:.2f}",
        "review_due": say("review due") if report.review_due else "",
    }


#: Those fields, for a week of which they are not known.
_OF_FIGURES = (
    *("hands", "hands_planned", *(kind.value for kind in Kind)),
    *("cap", "level", "probability", "review_due"),
)


def filled(template: str, report: Report, book: Book) -> str:
    """A line of her own with named fields, ``?`` for what is not known; raises Misread for a field that there is not,
    and for a lone brace."""
    timer = report.timer
    waiting = dict.fromkeys(("follow_ups", "to_confirm"), _UNKNOWN)
    if not report.unread:
        waiting = {"follow_ups": str(report.due_today or ""), "to_confirm": str(len(report.to_confirm) or "")}
    fields = {
        "week": str(report.week),
        **(_fields(report) if isinstance(report, WeekReport) else dict.fromkeys(_OF_FIGURES, _UNKNOWN)),
        "timer": minutes(timer.elapsed(report.now)) if timer else "",
        "timer_group": book.group_name(timer.group) if timer else "",
        **waiting,
    }

    import re

    def value(match: re.Match[str]) -> str:
        if match[1] not in fields:
            known = ", ".join(fields)
            raise Misread(say("“{field}” is no field of status; there are: {known}.", field=match[1], known=known))
        return fields[match[1]]

    if brace := re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", template)):
        raise Misread(say("“{text}” has a lone {brace}; a field is written {{week}}.", text=template, brace=brace[0]))
    return re.sub(r"\{([^{}]*)\}", value, template)


def drift_text(drift: Drift, quiet: Collection[tuple[str, str]] = ()) -> str:
    """A judgement: the level, both of its reasons, and the signals, each with its next act.

    Of those put off (``quiet``) it is said that they are.
    """
    from planner.domain.drift.reasons import reasons

    return "\n".join([*reasons(drift), *signal_lines(drift, quiet)])


def still_to_come(moment: datetime, now: datetime) -> str:
    """What a judgement of a moment that is still to come goes by."""
    when = dated_clock(moment.astimezone(now.tzinfo), now)
    return say("{moment} is still to come: judged as if nothing more were begun until then.", moment=when)


def signal_lines(drift: Drift, quiet: Collection[tuple[str, str]] = ()) -> list[str]:
    """The reasons, each followed by the act it advises, the first time, or by that it was put off."""
    from planner.domain.drift.reasons import signals_told

    lines = []
    for signal in signals_told(drift, quiet):
        lines.append(signal.text)
        if signal.is_put_off:
            lines.append("  " + say("Put off: not spoken of this week."))
        elif signal.advice:
            lines.append("  " + say("Next: {advice}", advice=signal.advice))
    return lines


def how_to_put_off(report: Report) -> list[str]:
    """The way to say "not this week" of a reason; nothing where there is none, or of old weeks."""
    runs = report.week == Week.of(report.now)
    return [say("Not this week? planner drift --not-this-week")] if runs and report.heard() else []


def day_row(day: Day | UnreadDay) -> str:
    """One day end of a replay: ``2026-W48 Tue 24 Nov  45 ≤ 60  0.62  20  0.40  leaning  50 to 1h10``.

    That is watching and cap with the chance to pass it, the hands with the chance to end out of balance, and the level.
    """
    judged = day_month(day.at.date() - timedelta(days=1))
    if isinstance(day, UnreadDay):
        return f"{day.week}  {judged:>10}  {say('not known')}"
    cap = "-" if day.cap is None else minutes(day.cap)
    within = written("≤")  # which may take two cells
    sign = ">".ljust(len(within)) if day.cap is not None and day.watching > day.cap else within
    figures = day.forecast
    range_ = say("{low} to {high}", low=minutes(figures.low), high=minutes(figures.high)) if figures else "–"
    return (
        f"{day.week}  {judged:>10}  {minutes(day.watching):>5} {sign} {cap:<5}  {_chance(day.probability)}  "
        f"{minutes(day.hands):>5}  {_chance(day.balance)}  {day.level.title:9}  {range_}"
    ).rstrip()


def _chance(chance: float | None) -> str:
    return "   –" if chance is None else f"{chance:.2f}"
