"""Bringing another home in from its JSON document: record by record, of each the one that changed last."""

from __future__ import annotations

import os
from collections.abc import Iterator

from planner.desk import Desk
from planner.domain.words import plural, say
from planner.interop.account import Account
from planner.interop.home_document import read_document
from planner.interop.problem import Problem
from planner.store.config import read_settings
from planner.store.contents import CONFIG
from planner.store.restore import Restored
from planner.store.snapshot import Snapshot


def import_home(desk: Desk, path: str, *, dry_run: bool = False) -> Account:
    """Read planner's own export: into an empty home all of it, else what it knows later. Raises Refused and Newer."""
    incoming = read_document(path)
    read = sum(1 for _ in incoming.documents()) + len(incoming.texts)
    figures = desk.take_in(
        incoming, plural(read, "Read {n} record of planner's", "Read {n} records of planner's"), dry_run=dry_run
    )
    added = sum(tally.back for tally in figures.tallies) + len(figures.written)
    changed = sum(tally.changed + tally.removed for tally in figures.tallies)
    kept_back = len(figures.stay) + figures.removed_since
    return Account(
        "json",
        1,
        added=added,
        changed=changed,
        already_there=read - added - changed - kept_back,
        kept_back=kept_back,
        new_groups=_new(figures, "groups"),
        new_people=_new(figures, "people"),
        minutes=sum(entry["minutes"] for part in figures.differences if part.table == "entries" for entry in part.back),
        problems=(*_problems(figures, path), *_off_settings(figures, incoming)),
    )


def _problems(figures: Restored, path: str) -> Iterator[Problem]:
    for name in figures.stay:
        yield Problem(name, None, say("it is yours to write, and left as it is although it differs"))
    if n := figures.removed_since:
        why = plural(
            n, "{n} record was removed here since, and stays so", "{n} records were removed here since, and stay so"
        )
        yield Problem(os.path.basename(path), None, why)


def _off_settings(figures: Restored, incoming: Snapshot) -> Iterator[Problem]:
    """What is off in settings that are put in place as they were: the usual values count for it."""
    if CONFIG in figures.written:
        for wrong in read_settings(incoming.texts[CONFIG]).notices:
            yield Problem(CONFIG, None, wrong.removeprefix(f"{CONFIG}: "))


def _new(figures: Restored, table: str) -> tuple[str, ...]:
    return tuple(document["id"] for part in figures.differences if part.table == table for document in part.back)
