"""Bringing another program's log in: the file is read, and what it holds goes through the desk as one change."""

from __future__ import annotations

from planner.desk import Desk
from planner.domain.group import Group
from planner.domain.texts import folded, fresh_id, slug
from planner.domain.week import Week
from planner.domain.words import plural
from planner.interop import sources
from planner.interop.toggl import ImportResult, entries, read_map, read_rows


def import_toggl(desk: Desk, path: str, kinds: str, *, dry_run: bool = False) -> ImportResult:
    """Read a Toggl Track export into the log; ``kinds`` is ``Project=kind,…``.

    A project becomes a group, unless one has its name. Rows already there are left alone. Raises Misread for kinds
    that cannot be read and Refused for a file that cannot, or is no such export; then, and on a dry run, nothing is
    changed.
    """
    mapped = read_map(kinds)
    now = desk.now()
    rows, problems = read_rows(sources.content(path), now.tzinfo)
    known = desk.known_entry_ids({Week.of(row.start) for row in rows})
    result = entries(rows, mapped, known, now, problems)
    if dry_run or not result.entries:
        return result
    groups, new = _groups(desk, result)
    label = plural(result.added, "Read {n} entry of Toggl", "Read {n} entries of Toggl")
    desk.add_entries(label, new, [entry._replace(group=groups[folded(entry.group)]) for entry in result.entries])
    return result


def _groups(desk: Desk, result: ImportResult) -> tuple[dict[str, str], list[Group]]:
    """The ids of the groups by folded project name, and the groups that are new."""
    book = desk.book()
    ids = {folded(group.name): group.id for group in book.groups.values()}
    taken = set(book.groups)
    rank = max((group.rank for group in book.groups.values()), default=0)
    new = []
    for project in dict.fromkeys(entry.group for entry in result.entries):
        if folded(project) in ids:
            continue
        id_ = fresh_id(slug(project), taken)
        taken.add(id_)
        ids[folded(project)] = id_
        rank += 1
        new.append(Group(id_, id_, project, rank=rank))
    return ids, new
