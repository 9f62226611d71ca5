"""The log as a Markdown document, week by week: what was planned and done in each group, the entries, whom she met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.domain.entry import Entry
from planner.domain.feeds import MARK
from planner.domain.kinds import Kind, Split
from planner.domain.record import WeekRecord
from planner.domain.words import clock, dated_span, day_month, listing, minutes, or_dash, say
from planner.interop.given_out import GivenOut
from planner.interop.markdown import Row, escaped, pipe_table


def log_document(given: GivenOut) -> tuple[str, int]:
    """The document, and how many entries it has."""
    weeks = [week for week in given.weeks() if week.entries or (week.plan and week.plan.lines)]
    parts = [f"<!-- {MARK} -->", f"# {escaped(say('The log'))}"]
    if given.wanted.group:
        parts[1] += f": {escaped(given.group_name(given.id_of(given.wanted.group)))}"
    for week in weeks:
        parts += _week(week, given)
    if not weeks:
        parts.append(escaped(say("Nothing was logged in these weeks.")))
    return "\n\n".join(parts) + "\n", sum(len(week.entries) for week in weeks)


def _week(record: WeekRecord, given: GivenOut) -> Iterator[str]:
    week = record.week
    title = say("Week {n}, {days}", n=week.number, days=dated_span(week.monday, week.sunday))
    yield f"## {escaped(title)}"
    if record.plan and record.plan.intention:
        yield escaped(given.text(record.plan.intention))
    yield pipe_table(tuple(_by_group(record, given)), "---:")
    if record.entries:
        yield pipe_table(tuple(_entries(record.entries, given)), "---")
    met = dict.fromkeys(id_ for entry in record.entries if _is_meeting(entry) for id_ in entry.people)
    if met:
        names = listing([given.name_of(id_) for id_ in met])
        yield escaped(say("Met: {names}.", names=names.removesuffix(".")))


def _is_meeting(entry: Entry) -> bool:
    return entry.kind is Kind.MEETING and entry.confirmed


def _by_group(record: WeekRecord, given: GivenOut) -> Iterator[Row]:
    """A line a group: planned, and done by kind; what nobody has confirmed counts nowhere."""
    yield (say("group"), say("planned"), say("done"), *(kind.title for kind in Kind))
    plan = record.plan.lines if record.plan else {}
    done: dict[str, dict[Kind, int]] = {}
    for entry in record.entries:
        if entry.confirmed:
            of_group = done.setdefault(entry.group, {})
            of_group[entry.kind] = of_group.get(entry.kind, 0) + entry.minutes
    for id_ in dict.fromkeys((*plan, *done)):
        planned = plan.get(id_, Split()).total if record.plan else None
        yield _line(given.group_name(id_), planned, done.get(id_, {}))
    if record.plan and record.plan.shared:
        yield _line(say("reading, any group"), record.plan.shared, {})
    total = {kind: sum(of_group.get(kind, 0) for of_group in done.values()) for kind in Kind}
    yield _line(say("total"), record.plan.total.total if record.plan else None, total)


def _line(name: str, planned: int | None, done: dict[Kind, int]) -> Row:
    of_plan = or_dash(None) if planned is None else minutes(planned)
    return (name, of_plan, minutes(sum(done.values())), *(minutes(done.get(kind, 0)) for kind in Kind))


def _entries(entries: Iterable[Entry], given: GivenOut) -> Iterator[Row]:
    yield (say("day"), say("start"), say("minutes"), say("kind"), say("group"), say("with"), say("note"))
    for entry in entries:
        kind = f"{entry.kind.title} ({say(entry.form)})" if entry.form else entry.kind.title
        more = [] if entry.confirmed else [say("unconfirmed")]
        yield (
            day_month(entry.start),
            clock(entry.start),
            minutes(entry.minutes),
            kind,
            given.group_name(entry.group),
            ", ".join(given.name_of(id_) for id_ in entry.people),
            "; ".join(filter(None, (given.text(entry.note), *more))),
        )
