"""Bringing another home in from its JSON document: record by record, of each the one that changed last."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from planner.desk import Desk
from planner.domain.words import plural, say
from planner.interop.home_document import read_document
from planner.interop.problem import Problem
from planner.store.restore import Restored


class HomeImport(NamedTuple):
    """What became of a document's records, settings and themes; ``read`` is the sum of the others."""

    read: int
    added: int
    changed: int
    already_there: int
    kept_back: int
    new_groups: tuple[str, ...]
    new_people: tuple[str, ...]
    minutes: int
    problems: tuple[Problem, ...]
    figures: Restored

    def document(self) -> dict[str, object]:
        """Its JSON, as every import's."""
        return {
            "format": "json",
            "files": 1,
            "read": self.read,
            "added": self.added,
            "changed": self.changed,
            "already_there": self.already_there,
            "skipped": 0,
            "kept_back": self.kept_back,
            "new_groups": list(self.new_groups),
            "new_people": list(self.new_people),
            "minutes": self.minutes,
            "problems": [{"file": problem.where, "row": None, "why": problem.why} for problem in self.problems],
        }


def import_home(desk: Desk, path: str, *, dry_run: bool = False) -> HomeImport:
    """Read planner's own export: into an empty home all of it, else what it knows later. Raises Refused and Newer."""
    incoming = read_document(path)
    records = sum(1 for _ in incoming.documents())
    figures = desk.take_in(
        incoming, plural(records, "Read {n} record of planner's", "Read {n} records of planner's"), dry_run=dry_run
    )
    added = sum(tally.back for tally in figures.tallies) + len(figures.written)
    changed = sum(tally.changed + tally.removed for tally in figures.tallies)
    read, kept_back = records + len(incoming.texts), len(figures.stay) + figures.removed_since
    return HomeImport(
        read,
        added,
        changed,
        read - added - changed - kept_back,
        kept_back,
        _new(figures, "groups"),
        _new(figures, "people"),
        sum(entry["minutes"] for found in figures.found if found.table == "entries" for entry in found.back),
        tuple(_problems(figures, path)),
        figures,
    )


def _problems(figures: Restored, path: str) -> Iterator[Problem]:
    for name in figures.stay:
        yield Problem(name, say("it is yours to write, and left as it is although it differs"))
    if n := figures.removed_since:
        why = plural(
            n, "{n} record was removed here since, and stays so", "{n} records were removed here since, and stay so"
        )
        yield Problem(os.path.basename(path), why)


def _new(figures: Restored, table: str) -> tuple[str, ...]:
    return tuple(document["name"] for found in figures.found if found.table == table for document in found.back)
