"""The traces of all weeks, so that ten years of people and objectives are asked of one file."""

from __future__ import annotations

from datetime import datetime

from planner.domain.kinds import Kind
from planner.domain.objective import Served
from planner.domain.trace import Contact, Trace, trace_of
from planner.domain.value.typed import Any
from planner.domain.week import Week

from .contents import TRACES
from .digest import Digest
from .documents import records_of
from .tables import Document, Tables

_KINDS = {kind.letter: kind for kind in Kind}


class Traces(Digest[Trace]):
    """Every week of one home. The running week changes with each entry, so a few may be behind in the file."""

    file = TRACES
    stale = 4

    def figures(self, week: Week, tables: Tables) -> Trace:
        return trace_of(week, records_of(tables, "entries"))

    def written(self, figures: Trace) -> Document:
        return {
            "contacts": [
                [
                    *(c.entry, c.start.isoformat(), c.minutes, c.kind.letter, c.form, c.group, c.people, c.echoed),
                    *(c.objectives, c.replies, c.placed, c.wrote, c.place),
                ]
                for c in figures.contacts
            ],
            "served": figures.served,
            "aimless": figures.aimless,
        }

    def read(self, week: Week, document: Any) -> Trace:
        moment = datetime.fromisoformat
        rows = document["contacts"]
        contacts = tuple(
            Contact(
                *(entry, moment(start), minutes, _KINDS[kind], form, group, tuple(people), echoed),
                *(tuple(served), replies, placed, tuple(wrote), place),
            )
            for entry, start, minutes, kind, form, group, people, echoed, served, replies, placed, wrote, place in rows
        )
        served = {objective: Served._make(done) for objective, done in document["served"].items()}
        return Trace(week, contacts, served, document["aimless"])
