"""A plan: one week's budget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .kinds import Split


class Plan(NamedTuple):
    """One week's budget: minutes by kind for each group id, and one sentence of intention."""

    lines: Mapping[str, Split]
    intention: str = ""

    @property
    def total(self) -> Split:
        return Split(*(sum(column) for column in zip(*self.lines.values(), strict=True))) if self.lines else Split()
