"""The log and the book as tables, one a file: every record a row with its id, every moment in ISO 8601.

A cell that a spreadsheet would take for a formula is made harmless with an apostrophe before it (OWASP, "CSV
Injection"). Source of the form: RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum

from planner.domain.appointment import Appointment
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.group import Fit, Group
from planner.domain.instants import pinned
from planner.domain.kinds import Split
from planner.domain.objective import Objective
from planner.domain.person import Person
from planner.domain.record import WeekRecord
from planner.domain.step import Step
from planner.domain.texts import clean
from planner.interop.given_out import GivenOut

#: What a spreadsheet takes for the beginning of a formula, in either width.
_FORMULA = "=+-@＝＋－＠|"

#: Fields that are several figures: a column each.
_SPREAD = {"fit": Fit._fields, "usual": Split._fields, "echo": Echo._fields}

#: What is nobody's business elsewhere.
_INNER = ("sources",)

_PLAN = ("week", "group", *Split._fields, "intention", "carried")
_REVIEW = ("week", "revision", "closed", "about", "said")


def tables_of(given: GivenOut) -> dict[str, bytes]:
    """Each table by the name of its file."""
    weeks = list(given.weeks())
    book = given.book
    entries = [entry for week in weeks for entry in week.entries]
    reviews = () if given.wanted.group or not given.wanted.named else _reviews(weeks)
    tables: dict[str, tuple[Sequence[str], Iterable[Sequence[object]]]] = {
        "entries": (("week", *_columns(Entry)), ((str(each.week), *_row(each)) for each in entries)),
        "groups": (_columns(Group), map(_row, book.groups.values())),
        "people": (_columns(Person), map(_row, book.people.values())),
        "objectives": (_columns(Objective), map(_row, book.objectives.values())),
        "appointments": (_columns(Appointment), map(_row, book.appointments.values())),
        "steps": (_columns(Step), map(_row, book.steps.values())),
        "plans": (_PLAN, _plans(weeks)),
        "reviews": (_REVIEW, reviews),
    }
    return {f"{name}.csv": _written(columns, rows, given) for name, (columns, rows) in tables.items()}


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip()[:1] and text.lstrip()[0] in _FORMULA else text


def as_it_was(text: str) -> str:
    """A text of a table of planner's, without what made it harmless."""
    return text[1:] if text[:1] == "'" and harmless(text[1:]) == text else text


def _columns(record: type) -> tuple[str, ...]:
    fields: tuple[str, ...] = record._fields  # type: ignore[attr-defined]
    columns: list[str] = []
    for field in fields:
        if field not in _INNER:
            columns += [f"{field} {part}" for part in _SPREAD[field]] if field in _SPREAD else [field]
    return tuple(columns)


def _row(record: tuple[object, ...]) -> list[object]:
    cells: list[object] = []
    for field, value in zip(record._fields, record, strict=True):  # type: ignore[attr-defined]
        if field in _SPREAD:
            cells += value if isinstance(value, tuple) else [None] * len(_SPREAD[field])
        elif field not in _INNER:
            cells.append(value)
    return cells


def _plans(weeks: Iterable[WeekRecord]) -> Iterator[Sequence[object]]:
    """The lines of each plan; what any group may be read of has none."""
    for week in weeks:
        if plan := week.plan:
            rest = (plan.intention, str(plan.carried or ""))
            for group, split in plan.lines.items():
                yield str(week.week), group, *split, *rest
            if plan.shared:
                yield str(week.week), "", *Split(watching=plan.shared), *rest


def _reviews(weeks: Iterable[WeekRecord]) -> Iterator[Sequence[object]]:
    """The verdicts on groups and the answers to questions of each review."""
    for week in weeks:
        for review in week.reviews:
            for about, said in (*review.verdicts.items(), *review.answers.items()):
                yield str(week.week), review.revision, review.closed, about, said


def _written(columns: Sequence[str], rows: Iterable[Sequence[object]], given: GivenOut) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL)
    writer.writerow([column.replace(" ", "_") for column in columns])
    for row in rows:
        writer.writerow([_cell(value, given) for value in row])
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: object, given: GivenOut) -> object:
    """A value as a cell has it: nothing for what is not known, texts as they may be seen, on one line."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return harmless(clean(given.text(value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, int | float):
        return "" if value is None else value
    return harmless(clean(_plain(value, given)))


def _plain(value: object, given: GivenOut) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return (pinned(value) if isinstance(value, datetime) else value).isoformat()
    named = value if isinstance(value, Mapping) else value._asdict() if hasattr(value, "_asdict") else None
    if named is not None:
        said = {name: _plain(each, given) for name, each in named.items() if each is not None}
        return "; ".join(f"{name}={each}" for name, each in said.items() if each)
    if isinstance(value, tuple):
        if len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], int):  # so many of something
            return f"{value[0]}={value[1]}"
        parts = [_plain(each, given) for each in value]
        return (" " if all(isinstance(each, str) for each in value) else "; ").join(parts)
    return given.text(str(value))
