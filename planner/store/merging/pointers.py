"""What points to a record: where its id stands in other documents, which follow where it has another one."""

from __future__ import annotations

from collections.abc import Mapping

from planner.domain.value.typed import Any

from ..documents import is_alive
from ..tables import Document, Tables
from ..versions import followed

#: New ids, by table and id.
Renamed = Mapping[str, Mapping[str, str]]

#: The fields that name a record of another table, by the table that they stand in; a stroke leads into an object.
POINTERS: Mapping[str, Mapping[str, str]] = {
    "objectives": {},
    "groups": {"objectives": "objectives"},
    "people": {"groups": "groups", "apart": "people", "through": "people"},
    "steps": {"person": "people"},
    "appointments": {"people": "people", "group": "groups"},
    "plan": {"lines": "groups"},
    "entries": {"group": "groups", "people": "people", "objectives": "objectives", "echo/people": "people"},
    "reviews": {"verdicts": "groups"},
    "timer": {"group": "groups", "people": "people", "objectives": "objectives"},
    "deeds": {"group": "groups", "person": "people"},
}


def pointed(tables: Tables, renamed: Renamed, other: Tables) -> Tables:
    """The tables of one side with its records under their new ids, and what pointed to them following.

    What stands in the ``other`` side just so was there before they were made apart, and points to neither. What a
    document says then is a version of its own, which is the same wherever it is made; its moment stays.
    """
    if not any(renamed.values()):
        return tables
    pointed = dict(tables)
    for table in POINTERS.keys() & tables.keys():
        there = {row["id"]: row for row in other.get(table, {}).values()}
        pointed[table] = {
            number: row if there.get(row["id"]) == row else _pointed(table, row, renamed)
            for number, row in tables[table].items()
        }
    return pointed


def _pointed(table: str, row: Document, renamed: Renamed) -> Document:
    own = renamed.get(table, {}).get(row["id"])
    if not is_alive(row):
        return row
    follows = dict(row)
    for field, to in POINTERS[table].items():
        if to in renamed:
            _follow(follows, field, renamed[to])
    if own and "slug" in follows:
        follows["slug"] = own
    if follows != row:
        follows = followed(table, row, follows)
    return {**follows, "id": own} if own else follows


def _follow(row: Document, field: str, new: Mapping[str, str]) -> None:
    outer, _, inner = field.partition("/")
    if outer not in row:
        return
    if inner:
        if type(row[outer]) is dict:
            row[outer] = dict(row[outer])
            _follow(row[outer], inner, new)
        return
    row[outer] = _followed(row[outer], new)


def _followed(value: Any, new: Mapping[str, str]) -> Any:
    if type(value) is str:
        return new.get(value, value)
    if type(value) is list:
        return [new.get(each, each) if type(each) is str else each for each in value]
    if type(value) is dict:
        return {new.get(name, name): each for name, each in value.items()}
    return value
