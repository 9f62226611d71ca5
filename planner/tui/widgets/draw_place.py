"""A column's place in a table."""

from __future__ import annotations

from planner.domain.value import NamedTuple


class Place(NamedTuple):
    """One column: it begins at ``start``, and what it holds ends before ``end``."""

    name: str
    start: int
    end: int
