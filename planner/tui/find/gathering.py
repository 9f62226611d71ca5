"""Gathers what is kept into an index, in steps so small that a key never waits for one."""

from __future__ import annotations

from collections.abc import Iterator

from planner.desk import Desk
from planner.domain.errors import PlannerError
from planner.domain.grammar.findable import Index

#: People that are taken into the index at a step.
PEOPLE = 200
#: Companies, of which each name is looked at closer.
COMPANIES = 20


def gather_names(index: Index, desk: Desk) -> Iterator[None]:
    """Take groups and people in, whom most is looked for; what is there as it was is passed over."""
    book = desk.book()
    groups = tuple(book.groups.values())
    if not index.knows("groups", groups):
        index.put("groups", desk.groups_to_find(), groups)
    yield
    people = tuple(book.people.values())
    for at in range(0, max(len(people), index.highest("people") + 1), PEOPLE):
        some = people[at : at + PEOPLE]
        if not index.knows(("people", at), some):
            index.put(("people", at), desk.people_to_find(some), some)
            yield


def gather_rest(index: Index, desk: Desk) -> Iterator[None]:
    """Take companies and weeks in."""
    names, known = desk.company_names(), set[str]()
    for at in range(0, max(len(names), index.highest("companies") + 1), COMPANIES):
        index.put(("companies", at), desk.companies_to_find(names[at : at + COMPANIES], known))
        yield
    index.put("weeks", desk.weeks_to_find())
    yield


def gather_notes(index: Index, desk: Desk) -> Iterator[None]:
    """Take the notes in, one week's file at a step, the newest first."""
    for week in desk.weeks_with_notes():
        try:
            entries = desk.entries_with_notes(week)
        except PlannerError:  # what is off about it is said where it is shown
            entries = ()
        if not index.knows(week, entries):
            index.put_notes(week, [*desk.notes_to_find(entries)], entries)
        yield
