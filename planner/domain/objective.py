"""An objective: why she networks."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Objective(NamedTuple):
    """Why she networks. ``aim``: visibility, relationships, knowledge or cooperation. Rank 1 comes first."""

    id: str
    title: str
    aim: str = "relationships"
    rank: int = 1
    active: bool = True
    until: date | None = None
