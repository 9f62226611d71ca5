"""Bringing Toggl's log in: the file is read, and what it holds goes through the desk as one change."""

from __future__ import annotations

import os

from planner.desk import Desk
from planner.domain.book import Book
from planner.domain.clock_time import is_double, overlapping
from planner.domain.entry import Entry
from planner.domain.errors import Refused
from planner.domain.group import Group
from planner.domain.texts import clean, folded, fresh_id, shown, slug
from planner.domain.value import NamedTuple
from planner.domain.week import Week
from planner.domain.words import plural, say
from planner.interop import sources
from planner.interop.account import Account, Beside
from planner.interop.problem import Problem
from planner.interop.toggl import Rows, Unmapped, entries, read_map, read_rows


class LogImport(NamedTuple):
    """What a log became: ``overlaps`` are new entries, each with one that goes on beside it, new or logged before.

    ``groups`` are new; ``unmapped`` is kept back.
    """

    entries: tuple[Entry, ...]
    groups: tuple[Group, ...]
    overlaps: tuple[tuple[Entry, Entry], ...]
    unmapped: tuple[Unmapped, ...]
    account: Account

    def beside(self, book: Book) -> list[Beside]:
        """The overlaps as they are told."""
        names = {group.id: group.name for group in self.groups}
        return [
            Beside(
                new.id,
                new.start,
                names.get(new.group) or book.group_name(new.group),
                names.get(other.group) or book.group_name(other.group),
                is_double(new, other),
            )
            for new, other in self.overlaps
        ]


def import_toggl(desk: Desk, path: str, kinds: str, *, dry_run: bool = False) -> LogImport:
    """Read a Toggl Track export into the log; ``kinds`` is ``Project=kind,…``.

    A project becomes a group, unless one has its name. Rows already there are left alone. Raises Misread for kinds
    that cannot be read and Refused for a file that cannot, holds no row, or is no such export; then, and on a dry run,
    nothing is changed.
    """
    mapped = read_map(kinds)
    now, file = desk.now(), shown(os.path.basename(path))
    text, notes = sources.text_of(sources.content(path), file)
    rows, unreadable = read_rows(text, now.tzinfo, file)
    if not rows and not unreadable:
        raise Refused(say("There is no row in “{path}” below its header.", path=clean(path)))
    weeks = {Week.of(row.start) for row in rows}
    logged = tuple(desk.entries_of({near for week in weeks for near in (week.plus(-1), week, week.plus(1))}))
    made = entries(rows, mapped, {entry.id for entry in logged}, now, file)
    groups, new = _groups(desk, made)
    kept = tuple(entry._replace(group=groups[folded(entry.group)]) for entry in made.entries)
    overlaps = tuple(overlapping(kept, logged, is_double))
    if kept and not dry_run:
        label = plural(len(kept), "Read {n} entry of Toggl", "Read {n} entries of Toggl")
        desk.add_entries(label, new, kept)
    account = Account(
        "toggl",
        1,
        added=len(kept),
        already_there=made.already_there,
        skipped=len(unreadable) + len(made.problems),
        kept_back=sum(project.rows for project in made.unmapped),
        unreadable=len(unreadable),
        new_groups=tuple(group.slug for group in new),
        minutes=sum(entry.minutes for entry in kept),
        problems=(
            *notes,
            *unreadable,
            *made.problems,
            *(Problem(file, project.line, project.why) for project in made.unmapped),
        ),
    )
    return LogImport(kept, tuple(new), overlaps, made.unmapped, account)


def _groups(desk: Desk, made: Rows) -> tuple[dict[str, str], list[Group]]:
    """The ids of the groups by folded project name, and the groups that are new."""
    book = desk.book()
    ids = {folded(group.name): group.id for group in book.groups.values()}
    taken = set(book.groups)
    new: list[Group] = []
    for project in dict.fromkeys(entry.group for entry in made.entries):
        if folded(project) in ids:
            continue
        id_ = fresh_id(slug(project), taken)
        taken.add(id_)
        ids[folded(project)] = id_
        new.append(Group(id_, id_, project, rank=book.last_rank + 1 + len(new)))
    return ids, new
