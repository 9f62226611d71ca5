"""Reading: from a file's bytes to the value they stand for."""

from __future__ import annotations

from itertools import repeat

from planner.domain.value.typed import Any, Protocol, cast
from planner.domain.words import say

from .contents import BOOK, DEEDS, TIMER, is_data, week_named
from .documents import book_of, deeds_of, doubled, timer_of, week_of
from .forms import Misshapen
from .schema import upgraded
from .tables import Tables, decoded, has_sides


class _Merging(Protocol):
    """Who merges both sides of a file."""

    def both_merged(self, name: str, content: bytes) -> Tables | None: ...


def understood(name: str, content: bytes, *, to_change: bool = False) -> tuple[Tables, Any]:
    """The tables in a file's bytes and the value they stand for. Raises Misshapen and Newer."""
    tables = read_tables(name, content, to_change=to_change)
    return tables, value_of(name, tables)


def read_tables(name: str, content: bytes, *, to_change: bool = False) -> Tables:
    """The tables in a file's bytes, in today's shape, and each id once in each. Raises Misshapen and Newer."""
    tables = upgraded(name, _decoded(name, content, to_change=to_change))
    if not doubled(tables):
        return tables
    from .doubles import parted

    return parted(tables)


def _decoded(name: str, content: bytes, *, to_change: bool) -> Tables:
    """The tables in a file's bytes; of one that git has left both sides in, what they come to. Raises Misshapen."""
    try:
        return decoded(content, to_change=to_change)
    except Misshapen:
        if not (is_data(name) and has_sides(content)):
            raise
        # Merging stands above reading, so what it makes of both sides is asked for by its name.
        merging = cast("_Merging", __import__("planner.store.two_sided", fromlist=["both_merged"]))
        both = merging.both_merged(name, content)
        if both is None:
            raise
        return both


def doubled_in(name: str, content: bytes) -> int:
    """How many records in a file's bytes have an id that another has. Raises Misshapen and Newer."""
    return doubled(upgraded(name, _decoded(name, content, to_change=False)))


def value_of(name: str, tables: Tables) -> Any:
    """The value of a file: Book, Timer or None, Deeds, WeekRecord; None for a file of undo. Raises Misshapen."""
    week = week_named(name)
    if week:
        return week_of(week, tables)
    if name == BOOK:
        return book_of(tables)
    if name == TIMER:
        return timer_of(tables)
    if name == DEEDS:
        return deeds_of(tables)
    _check_ids(tables)
    return None


def _check_ids(tables: Tables) -> None:
    """All that reading asks of a file of undo; the rest is checked by who undoes, since every change reads it."""
    for table, documents in tables.items():
        # Without a step of Python for each of two hundred.
        if table != "meta" and not {*map(type, map(dict.get, documents.values(), repeat("id")))} <= {str}:
            raise Misshapen(say("{table}: a document has no “id”", table=table))
