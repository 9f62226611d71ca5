"""The week, a plan and a group as tables of text."""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.cells import cells, columns, name_width, padded
from planner.cli.sentences import how_to_put_off, signal_lines, week_line
from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.people.follow_ups import SHOWN
from planner.domain.plan import Plan, carried_words
from planner.domain.week import Week
from planner.domain.weeks.pace import goal_minutes
from planner.domain.weeks.report import Line, WeekReport
from planner.domain.words import clock, day, day_month, listing, minutes, say, span_of_days


def week_text(report: WeekReport, book: Book) -> str:
    """The week as a table: goals fill up, caps are not to be passed."""
    title = say("Week {n}, {days}", n=report.week.number, days=span_of_days(report.week.monday, report.week.sunday))
    now = f"{day_month(report.today)} {clock(report.now)}"
    lines = [f"{title}   {now}" if report.week == Week.of(report.now) else title, week_line(report)]
    if report.carried:
        lines.append(carried_words(report.carried))
    if report.plan and report.plan.intention:
        lines.append(say("“{text}”", text=report.plan.intention))
    lines += (
        ["", *_rows(report)] if report.lines else ["", say("No groups yet. “planner group add 'Lyon UX'” adds one.")]
    )
    if report.plan is None and report.lines:
        lines += ["", say("No plan yet. “planner plan suggest 240” proposes one.")]
    for entry in report.unconfirmed:
        lines.append(say("Unconfirmed: {id}, {time}; it counts nowhere yet.", id=entry.id, time=minutes(entry.minutes)))
    signals = [*signal_lines(report.drift, report.quiet), *how_to_put_off(report)]
    return "\n".join([*lines, *([""] if signals else []), *signals, *_ahead(report, book)])


def _ahead(report: WeekReport, book: Book) -> list[str]:
    """What waits for an answer, what is arranged, and what comes next, under a line each."""
    if not (report.to_confirm or report.coming or report.follow_ups):
        return []
    from planner.cli.next_text import appointments_text, follow_ups_text

    meetings = (*report.to_confirm, *report.coming)
    lines = ["", say("Meetings:"), *_indented(appointments_text(meetings, book, report.now))] if meetings else []
    steps = report.follow_ups[:SHOWN]
    return [*lines, *(["", say("Next steps:"), *_indented(follow_ups_text(steps))] if steps else [])]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]


def plan_text(week: Week, plan: Plan | None, book: Book) -> str:
    """A plan as a table of goals and caps."""
    title = say("Plan of week {n}, {days}", n=week.number, days=span_of_days(week.monday, week.sunday))
    if plan is None:
        return "\n".join([title, say("No plan yet. “planner plan suggest 240” proposes one.")])
    width = name_width([book.group_name(id_) for id_ in plan.lines], beside=45)
    rows = [_plan_row(book.group_name(id_), split, width) for id_, split in plan.lines.items()]
    heads = [say("contribute"), say("meet"), say("watch at most"), say("total")]
    return "\n".join(
        [
            title,
            *([carried_words(plan.carried)] if plan.carried else []),
            f"{'':{width}}  {heads[0]:>10}  {heads[1]:>8}  {heads[2]:>13}  {heads[3]:>6}",
            *rows,
            _plan_row(say("total"), plan.total, width),
        ]
    )


def groups_text(groups: Sequence[Group]) -> str:
    """Groups, one on a line: how each is typed, its name, standing and role."""
    typed = max(len(group.slug) for group in groups) if groups else 0
    named = name_width([group.name for group in groups])
    rows = [(group.slug.ljust(typed), padded(group.name, named), group) for group in groups]
    return "\n".join(
        f"{slug}  {name}  {say(group.standing.value):10} {say(group.role.value)}" for slug, name, group in rows
    )


def entries_text(entries: Sequence[Entry], book: Book) -> str:
    """Entries, one on a line: id, day and time, minutes, kind and group, then the note and the people."""
    kinds = max([0, *(cells(entry.kind.title) for entry in entries)])
    width = name_width([book.group_name(entry.group) for entry in entries])
    return "\n".join(_entry_row(entry, book, kinds, width) for entry in entries)


def _entry_row(entry: Entry, book: Book, kinds: int, width: int) -> str:
    people = listing([book.people[id_].name if id_ in book.people else id_ for id_ in entry.people])
    more = [entry.note, people, "" if entry.confirmed else say("unconfirmed")]
    when = f"{entry.day.isoformat()} {day(entry.day)} {clock(entry.start)}"
    what = f"{padded(entry.kind.title, kinds)}  {padded(book.group_name(entry.group), width)}"
    return f"{entry.id:8}  {when}  {minutes(entry.minutes):>5}  {what}  {say('; ').join(filter(None, more))}"


def group_text(group: Group) -> str:
    """Everything that is known of a group."""
    fit = ", ".join(f"{say(name)} {mark}" for name, mark in group.fit._asdict().items())
    usual = ", ".join(f"{kind.title} {minutes(group.usual.of(kind))}" for kind in Kind)
    rows = {
        say("typed as"): group.slug,
        say("standing"): say(group.standing.value),
        say("nature"): say(group.nature.value),
        say("role"): say(group.role.value),
        say("fit"): fit,
        say("activity, worth, joy"): f"{group.activity}, {group.worth}, {group.joy}",
        say("upkeep"): say("{time} a week", time=minutes(group.upkeep)),
        say("usual"): usual,
        say("if-then"): group.if_then,
        say("objectives"): ", ".join(f"#{id_}" for id_ in group.objectives),
        say("platform"): group.platform,
        say("address"): group.address,
        say("its feed"): group.feed,
        say("where"): group.place,
        say("since"): group.since.isoformat() if group.since else "",
        say("why joined"): group.why,
        say("done so far"): group.done,
        say("why left"): group.reason,
        say("next look"): group.next_look.isoformat() if group.next_look else "",
    }
    width = max(map(len, rows))
    return "\n".join([group.name, *(f"  {name:{width}}  {value}" for name, value in rows.items() if value)])


def _rows(report: WeekReport) -> list[str]:
    width = name_width([line.group.name for line in report.lines], beside=51)
    heads = (say("CONTRIBUTE"), say("MEET"), say("WATCH"), say("LEFT"))
    head = f"{padded(say('GROUP'), width)}  {heads[0]:>11}  {heads[1]:>11}  {heads[2]:>13}  {heads[3]:>6}"
    return [head, *(_week_row(line, width, planned=report.plan is not None) for line in report.lines)]


def _week_row(line: Line, width: int, *, planned: bool) -> str:
    goals, logged = line.planned, line.logged
    done = [_goal(logged.of(kind), goals.of(kind)) for kind in (Kind.CONTRIBUTION, Kind.MEETING)]
    cap = _cap(logged.watching, goals.watching) if planned else _goal(logged.watching, 0)
    left = minutes(line.left.hands) if line.left.hands else "–"
    row = f"{padded(line.group.name, width)}  {done[0]:>11}  {done[1]:>11}  {cap:>13}  {left:>6}"
    return f"{row}  {line.pace}" if line.pace and columns() >= len(row) + 2 + len(line.pace) else row


def _goal(done: int, goal: int) -> str:
    if not goal:
        return minutes(done) if done else "–"
    return say("{done} of {goal}", done=minutes(done), goal=goal_minutes(goal, done))


def _cap(done: int, cap: int) -> str:
    if not (done or cap):
        return "–"
    return f"{minutes(done)} {'>' if done > cap else '≤'} {goal_minutes(cap, done)}"


def _plan_row(name: str, split: Split, width: int) -> str:
    lengths = [minutes(value) if value else "–" for value in (*split, split.total)]
    return f"{padded(name, width)}  {lengths[0]:>10}  {lengths[1]:>8}  {lengths[2]:>13}  {lengths[3]:>6}"
