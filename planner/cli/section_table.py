"""A table within a document in sections, set for the page."""

from __future__ import annotations

from planner.cli.tables import NAME, REASON, TEXT, Column, table
from planner.interop.sections import Section


def aligned(section: Section) -> list[str]:
    """A section's table within the page: names fold, and what has no room stands below."""
    if not section.table:
        return []
    others = len(section.table[0]) - 1
    shape = [Column(right=True, below=True)] * others if section.figures else [*[TEXT] * (others - 1), REASON]
    return table(section.table, (NAME, *shape), indent=2, head=True)
