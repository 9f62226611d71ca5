"""Bringing another home in from its JSON document: record by record, of each the one that changed last."""

from __future__ import annotations

import os
from collections.abc import Iterator

from planner.desk import Desk
from planner.domain.words import plural, say
from planner.interop.account import Account
from planner.interop.home_document import read_document
from planner.interop.problem import Problem
from planner.store.restore import Restored


def import_home(desk: Desk, path: str, *, dry_run: bool = False) -> Account:
    """Read planner's own export: into an empty home all of it, else what it knows later. Raises Refused and Newer."""
    incoming = read_document(path)
    records = sum(1 for _ in incoming.documents())
    figures = desk.take_in(
        incoming, plural(records, "Read {n} record of planner's", "Read {n} records of planner's"), dry_run=dry_run
    )
    added = sum(tally.back for tally in figures.tallies) + len(figures.written)
    changed = sum(tally.changed + tally.removed for tally in figures.tallies)
    read, kept_back = records + len(incoming.texts), len(figures.stay) + figures.removed_since
    return Account(
        "json",
        1,
        added=added,
        changed=changed,
        already_there=read - added - changed - kept_back,
        kept_back=kept_back,
        new_groups=_new(figures, "groups"),
        new_people=_new(figures, "people"),
        minutes=sum(entry["minutes"] for found in figures.found if found.table == "entries" for entry in found.back),
        problems=tuple(_problems(figures, path)),
    )


def _problems(figures: Restored, path: str) -> Iterator[Problem]:
    for name in figures.stay:
        yield Problem(name, None, say("it is yours to write, and left as it is although it differs"))
    if n := figures.removed_since:
        why = plural(
            n, "{n} record was removed here since, and stays so", "{n} records were removed here since, and stay so"
        )
        yield Problem(os.path.basename(path), None, why)


def _new(figures: Restored, table: str) -> tuple[str, ...]:
    return tuple(document["id"] for found in figures.found if found.table == table for document in found.back)
