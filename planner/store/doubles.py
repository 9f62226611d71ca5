"""Doubles: documents of one table that have the same id, as a line copied by hand or another program leaves them.

An id stands for one record. So the one that changed last keeps it, what says the same counts once, and each other has
an id of its own, made from the shared one: nothing of what they say is lost, and every planner comes to the same.
"""

from __future__ import annotations

from datetime import datetime

from planner.domain.texts import fresh_id
from planner.domain.value.typed import Any

from .documents import NAMES, doubled, is_alive, same, table_called
from .tables import Document, Tables

#: Tables whose records have an id of their own; of the others there is one of each id by what they are.
_NAMED = tuple(name for name in NAMES if "id" in table_called(name).shape)


def parted(tables: Tables) -> Tables:
    """The tables of a file, each id once in each; the same object where that is so already."""
    for name in NAMES:
        if name in tables and doubled({name: tables[name]}):
            tables = {**tables, name: _parted(name, tables[name])}
    return tables


def _parted(table: str, rows: dict[str, Document]) -> dict[str, Document]:
    by_id: dict[str, list[tuple[str, Document]]] = {}
    for number, row in rows.items():
        by_id.setdefault(row["id"], []).append((number, row))
    parted = dict(rows)
    for shared in by_id.values():
        *others, (_, keeps) = sorted(shared, key=_age)  # of equal age the last in the file
        distinct = [keeps]
        for number, row in others:
            if table in _NAMED and is_alive(row) and not any(same(row, other) for other in distinct):
                distinct.append(row)
                parted[number] = _renamed(row, parted)
            else:
                del parted[number]
    return parted


def _age(row: tuple[str, Document]) -> float:
    changed: Any = row[1].get("changed")
    try:
        return datetime.fromisoformat(changed).timestamp()
    except (TypeError, ValueError, OverflowError):
        return 0.0


def _renamed(row: Document, rows: dict[str, Document]) -> Document:
    """A document under an id of its own, and a name to type it by, where it has one."""
    renamed = dict(row)
    for key in ("id", "slug"):
        if key in row:
            renamed[key] = fresh_id(str(row[key]), {str(other.get(key)) for other in rows.values()})
    return renamed
