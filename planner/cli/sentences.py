"""Facts as sentences and rows of text."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.domain.book import Book
from planner.domain.drift.judgement import BANDS, Day, Drift, Level
from planner.domain.entry import Entry
from planner.domain.errors import Misread
from planner.domain.kinds import Kind
from planner.domain.people.follow_ups import due, to_ask_about
from planner.domain.weeks.change import Change
from planner.domain.weeks.report import WeekReport
from planner.domain.words import day_month, minutes, plural, say

if TYPE_CHECKING:
    from planner.interop.toggl import ImportResult


#: The chance of passing the cap from which a week leans, once there is evidence.
LIKELY = BANDS[-1][1]


def change_text(change: Change) -> str:
    """What was done, what else happened, and where that leaves the group and the week: a line each."""
    done = change.words if change.words.endswith((".", "!", "?")) else f"{change.words}."
    week = week_line(change.report) if change.report else ""
    return "\n".join(filter(None, (done, *change.notes, change.standing, week)))


def what_next(entry: Entry, book: Book) -> list[str]:
    """After a meeting, the one question as a line; none where nobody is to be asked about."""
    person = to_ask_about(entry, book)
    return [say("What next? planner next {person} 'send the deck fri'", person=person)] if person else []


def week_line(report: WeekReport) -> str:
    """The week on one line: ``W48: hands 2h05 of 3h30; eyes 1h30, cap 1h, adrift``."""
    cap = report.drift.cap
    parts = [
        say(
            "W{n}: hands {done} of {goal}",
            n=report.week.number,
            done=minutes(report.logged.hands),
            goal=minutes(report.planned.hands),
        ),
        say("eyes {seen}, cap {cap}", seen=minutes(report.logged.watching), cap=minutes(cap))
        if cap is not None
        else say("eyes {seen}, no plan yet", seen=minutes(report.logged.watching)),
        say(report.drift.level.word),
    ]
    if report.timer:
        parts.append(say("timer {time}", time=minutes(report.timer.elapsed(report.now))))
    if waiting := due(report.follow_ups):
        parts.append(plural(waiting, "{n} follow-up due", "{n} follow-ups due"))
    if report.to_confirm:
        n = len(report.to_confirm)
        parts.append(plural(n, "{n} meeting to confirm", "{n} meetings to confirm"))
    if report.review_due:
        parts.append(say("review due"))
    return say("; ").join(parts)


def filled(template: str, report: WeekReport, book: Book) -> str:
    """A line of her own with named fields; raises Misread for a field that there is not, and for a lone brace."""
    timer = report.timer
    fields = {
        "week": str(report.week),
        "hands": minutes(report.logged.hands),
        "hands_planned": minutes(report.planned.hands),
        **{kind.value: minutes(report.logged.of(kind)) for kind in Kind},
        "cap": "" if report.drift.cap is None else minutes(report.drift.cap),
        "level": say(report.drift.level.word),
        "probability": f"{report.drift.probability:.2f}",
        "timer": minutes(timer.elapsed(report.now)) if timer else "",
        "timer_group": book.group_name(timer.group) if timer else "",
        "follow_ups": str(due(report.follow_ups) or ""),
        "to_confirm": str(len(report.to_confirm) or ""),
        "review_due": say("review due") if report.review_due else "",
    }

    def value(match: re.Match[str]) -> str:
        if match[1] not in fields:
            known = ", ".join(fields)
            raise Misread(say("“{field}” is no field of status; there are: {known}.", field=match[1], known=known))
        return fields[match[1]]

    if brace := re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", template)):
        raise Misread(say("“{text}” has a lone {brace}; a field is written {{week}}.", text=template, brace=brace[0]))
    return re.sub(r"\{([^{}]*)\}", value, template)


def drift_text(drift: Drift) -> str:
    """A judgement with its reasons, each with its next act."""
    if drift.cap is None:
        head = say("No plan yet, so there is no cap to judge by: “planner plan suggest 240 --apply” makes one.")
    elif drift.level is Level.ADRIFT:
        head = say(
            "{level}: the cap of {cap} is passed; about {median} by Sunday ({low} to {high}).",
            level=say(drift.level.word).capitalize(),
            cap=minutes(drift.cap),
            median=minutes(drift.forecast.median),
            low=minutes(drift.forecast.low),
            high=minutes(drift.forecast.high),
        )
    elif drift.level is Level.BALANCED and drift.probability >= LIKELY:
        head = say(
            "{level}: too little is logged to judge; earlier weeks say about {median} by Sunday ({low} to {high}).",
            level=say(drift.level.word).capitalize(),
            median=minutes(drift.forecast.median),
            low=minutes(drift.forecast.low),
            high=minutes(drift.forecast.high),
        )
    else:
        head = say(
            "{level}: {chance} % likely to pass the cap of {cap}; about {median} by Sunday ({low} to {high}).",
            level=say(drift.level.word).capitalize(),
            chance=round(drift.probability * 100),
            cap=minutes(drift.cap),
            median=minutes(drift.forecast.median),
            low=minutes(drift.forecast.low),
            high=minutes(drift.forecast.high),
        )
    return "\n".join([head, *signal_lines(drift)])


def signal_lines(drift: Drift) -> list[str]:
    """The reasons, each followed by the act it advises."""
    lines = []
    for signal in drift.signals:
        lines.append(signal.text)
        if signal.advice:
            lines.append("  " + say("Next: {advice}", advice=signal.advice))
    return lines


def day_row(day: Day) -> str:
    """One day end of a replay: ``2026-W48 Tue 24 Nov  45 ≤ 60  0.62  leaning  about 1h10``."""
    cap = "-" if day.cap is None else minutes(day.cap)
    sign = ">" if day.cap is not None and day.watching > day.cap else "≤"
    judged = day_month(day.at.date() - timedelta(days=1))
    return (
        f"{day.week}  {judged:>10}  {minutes(day.watching):>5} {sign} {cap:<5}  {day.probability:.2f}  "
        f"{say(day.level.word):9}  "
        + say("{low} to {high}", low=minutes(day.forecast.low), high=minutes(day.forecast.high))
    )


def import_text(result: ImportResult, *, dry_run: bool) -> str:
    """What was read of another program's file, and each row that was not."""
    head = (
        say("Nothing is changed yet: {added} entries would be added.", added=result.added)
        if dry_run
        else plural(result.added, "{n} entry added.", "{n} entries added.")
    )
    counts = say(
        "{read} rows read, {there} already there, {skipped} left out.",
        read=result.read,
        there=result.already_there,
        skipped=result.skipped,
    )
    return "\n".join([head, counts, *(f"  {problem.where}: {problem.why}" for problem in result.problems)])
