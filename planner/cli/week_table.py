"""The week, a plan and the log as tables of text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.cli.sentences import how_to_put_off, signal_lines, week_line
from planner.cli.tables import FIGURE, NAME, REASON, TEXT, Column, table
from planner.domain.adverts import advert_words
from planner.domain.afterwards import afterwards_words
from planner.domain.book import Book, none_words, unread_words
from planner.domain.entry import Entry
from planner.domain.kinds import HANDS, Split
from planner.domain.people.follow_ups import SHOWN
from planner.domain.plan import Plan, apart_words, beside_hers, short_words
from planner.domain.week import Week
from planner.domain.weeks.pace import cap_words, goal_words, left_words
from planner.domain.weeks.report import Line, WeekReport
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import clock, day, day_month, listing, minutes, plural, say, span_beside


def week_text(report: Report, book: Book) -> str:
    """The week as a table: goals fill up, caps are not to be passed."""
    title = say(
        "Week {n}, {days}", n=report.week.number, days=span_beside(report.week.monday, report.week.sunday, report.today)
    )
    now = f"{day_month(report.today)} {clock(report.now)}"
    lines = [f"{title}   {now}" if report.week == Week.of(report.now) else title, week_line(report)]
    if isinstance(report, UnreadReport):
        return "\n".join([*lines, "", *_since(report, book), *_ahead(report, book)])
    lines += filter(None, [apart_words(report.plan)])
    if report.plan and report.plan.intention:
        lines.append(say("“{text}”", text=report.plan.intention))
    lines += ["", *_rows(report)] if report.lines else ["", _no_rows(book)]
    if report.adverts:
        lines.append(advert_words(report.adverts, report.logged.watching))
    if report.plan is None and report.lines:
        lines += ["", say("No plan yet. “planner plan suggest 240” proposes one.")]
    for entry in report.unconfirmed:
        lines.append(say("Unconfirmed: {id}, {time}; it counts nowhere yet.", id=entry.id, time=minutes(entry.minutes)))
    signals = [*signal_lines(report.drift, report.quiet), *how_to_put_off(report)]
    return "\n".join([*lines, *([""] if signals else []), *signals, *_ahead(report, book)])


def _since(report: UnreadReport, book: Book) -> list[str]:
    """What there is to say in the place of a week's table, and what was logged since."""
    entries = (*report.entries, *report.unconfirmed)
    return [report.words, *(["", say("Logged since:"), entries_text(entries, book)] if entries else [])]


def _no_rows(book: Book) -> str:
    """Why there is no group in the week: none there is, or none that is selected."""
    waiting = book.in_question()
    if not waiting:
        return none_words(book, say("No groups yet. “planner group add 'Lyon UX'” adds one."))
    return plural(
        len(waiting),
        "{n} group waits to be selected: planner group edit {slug} --standing selected",
        "{n} groups wait to be selected, the first with: planner group edit {slug} --standing selected",
        slug=waiting[0].slug,
    )


def _ahead(report: Report, book: Book) -> list[str]:
    """What waits for an answer, what is arranged, and what comes next, under a line each."""
    unread = ["", unread_words()] if report.unread else []
    if not (report.to_confirm or report.coming or report.follow_ups):
        return unread
    from planner.cli.next_text import appointments_apart, follow_ups_text

    meetings = appointments_apart((*report.to_confirm, *report.coming), book, report.now)
    steps = report.follow_ups[:SHOWN]
    return [*meetings, *(["", say("Next steps:"), follow_ups_text(steps, indent=2)] if steps else []), *unread]


def plan_text(week: Week, plan: Plan | None, book: Book, today: date, available: int | None = None) -> str:
    """A plan as a table of goals and caps, its total beside the minutes she has (None: she has not said)."""
    title = say("Plan of week {n}, {days}", n=week.number, days=span_beside(week.monday, week.sunday, today))
    if plan is None:
        return "\n".join([title, say("No plan yet. “planner plan suggest 240” proposes one.")])
    if plan.off:
        return "\n".join([title, short_words(plan)])
    rows: list[tuple[str, ...]] = [("", say("contribute"), say("meet"), say("watch at most"), say("total"))]
    rows += [_plan_row(book.group_name(id_), split) for id_, split in plan.lines.items()]
    rows += [_plan_row(say("reading, any group"), Split(watching=plan.shared))] if plan.shared else []
    rows.append(_plan_row(say("total"), plan.total))
    beside = [] if available is None else [say("{beside} a week.", beside=beside_hers(plan.total.total, available))]
    apart = filter(None, [apart_words(plan)])
    return "\n".join([title, *apart, *table(rows, (NAME, *[FIGURE] * 4), head=True), *beside])


def entries_text(entries: Sequence[Entry], book: Book) -> str:
    """Entries, one on a line: id, day and time, minutes, kind and group, then the note and the people."""
    return "\n".join(table([_entry_row(entry, book) for entry in entries], (TEXT, TEXT, FIGURE, TEXT, NAME, REASON)))


def _entry_row(entry: Entry, book: Book) -> tuple[str, ...]:
    people = listing([book.people[id_].name if id_ in book.people else id_ for id_ in entry.people])
    came = afterwards_words(entry, book.person_name)
    more = [entry.note, people, came, "" if entry.confirmed else say("unconfirmed")]
    when = f"{entry.day.isoformat()} {day(entry.day)} {clock(entry.start)}"
    what = say("; ").join(filter(None, more))
    return entry.id, when, minutes(entry.minutes), entry.kind.title, book.group_name(entry.group), what


def _rows(report: WeekReport) -> list[str]:
    rows: list[tuple[str, ...]] = [(say("GROUP"), say("CONTRIBUTE"), say("MEET"), say("WATCH"), say("LEFT"), "")]
    rows += [_week_row(line) for line in report.lines]
    return table(rows, (NAME, *[FIGURE] * 4, Column(below=True)), head=True)


def _week_row(line: Line) -> tuple[str, ...]:
    goals, logged = line.planned, line.logged
    done = [goal_words(logged.of(kind), goals.of(kind)) for kind in HANDS]
    cap = cap_words(logged.watching, goals.watching if line.capped else None)
    return line.group.name, *done, cap, left_words(line.left.hands), line.pace


def _plan_row(name: str, split: Split) -> tuple[str, ...]:
    return name, *(minutes(value) if value else "–" for value in (*split, split.total))
