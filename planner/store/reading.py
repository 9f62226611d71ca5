"""Reading: from a file's bytes to the value they stand for."""

from __future__ import annotations

from typing import Any

from planner.domain.words import say

from .contents import BOOK, TIMER, week_named
from .documents import book_of, timer_of, week_of
from .forms import Misshapen
from .schema import upgraded
from .tables import Tables, decoded


def understood(name: str, content: bytes) -> tuple[Tables, Any]:
    """The tables in a file's bytes and the value they stand for. Raises Misshapen and Newer."""
    tables = upgraded(name, decoded(content))
    return tables, value_of(name, tables)


def value_of(name: str, tables: Tables) -> Any:
    """The value of a file: Book, Timer or None, WeekRecord; None for a file of undo. Raises Misshapen."""
    week = week_named(name)
    if week:
        return week_of(week, tables)
    if name == BOOK:
        return book_of(tables)
    if name == TIMER:
        return timer_of(tables)
    _check_ids(tables)
    return None


def _check_ids(tables: Tables) -> None:
    """All that reading asks of a file of undo; the rest is checked by who undoes, since every change reads it."""
    for table, documents in tables.items():
        if table != "meta" and not all(type(document.get("id")) is str for document in documents.values()):
            raise Misshapen(say("{table}: a document has no “id”", table=table))
