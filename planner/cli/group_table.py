"""Groups as tables of text: all of them, a line each, and one with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.tables import NAME, REASON, TEXT, fields, table
from planner.domain.audit.archive import Done, archive_words
from planner.domain.book import Book
from planner.domain.deed import counted_words
from planner.domain.grammar.group_fields import FIELDS, roles_words
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.words import full_date, minutes, or_dash, plural, say

#: Months of an archive that are told one by one.
MOST_MONTHS = 12


def groups_text(groups: Sequence[Group]) -> str:
    """Groups, one on a line: how each is typed, its name, standing and role."""
    rows = [(group.slug, group.name, say(group.standing.value), roles_words(group.roles)) for group in groups]
    return "\n".join(table(rows, (NAME, NAME, TEXT, TEXT)))


#: What is told of a group by itself, in the order of Group: all that comes after its place on the screen.
_BY_ITSELF = [field for name in Group._fields[Group._fields.index("rank") :] for field in FIELDS if field.name == name]


def group_text(group: Group, book: Book, done: Done | None = None) -> str:
    """Everything that is known of a group, and what an archive says was done there, by month."""
    fit = ", ".join(f"{say(name)} {or_dash(mark)}" for name, mark in group.fit._asdict().items())
    upkeep = group.upkeep
    otherwise = {
        "place": (say("where"), group.place),
        "since": (say("since"), full_date(group.since) if group.since else ""),
        "next_look": (say("next look"), full_date(group.next_look) if group.next_look else ""),
    }
    rows = (
        (say("typed as"), group.slug),
        (say("standing"), say(group.standing.value)),
        (say("nature"), say(group.nature.value)),
        (say("role"), roles_words(group.roles)),
        (say("fit"), fit),
        (say("activity, worth, joy"), ", ".join(map(or_dash, (group.activity, group.worth, group.joy)))),
        (say("upkeep"), say("not known yet") if upkeep is None else say("{time} a week", time=minutes(upkeep))),
        (say("usual"), ", ".join(f"{kind.title} {minutes(group.usual.of(kind))}" for kind in Kind)),
        (say("if-then"), group.if_then),
        (say("objectives"), ", ".join(f"#{id_}" for id_ in group.objectives)),
        *(otherwise.get(field.name) or (field.label(), field.said(group, book)) for field in _BY_ITSELF),
    )
    return "\n".join([group.name, *fields(rows), *(_done(done) if done else ())])


def _done(done: Done) -> list[str]:
    """What was done, and the newest months of it, the last first."""
    months = done.months[: -MOST_MONTHS - 1 : -1]
    rows = [
        (f"{month.first:%Y-%m}", ", ".join(counted_words(did, n) for did, n in month.counts.items()))
        for month in months
    ]
    more = len(done.months) - len(months)
    lines = [say("archive: {done}", done=archive_words(done)), *table(rows, (TEXT, REASON), indent=2)]
    return [*lines, *([plural(more, "  and {n} earlier month", "  and {n} earlier months")] if more else [])]
