"""Parts of a day as they are said: ``matin``, ``in the evening``."""

from __future__ import annotations

from collections.abc import Sequence

from .day import PARTS_OF_DAY, PartOfDay
from .lexicon import DAY_PARTS, PART_LEADS
from .tokens import run_of


def part_at(keys: Sequence[str], at: int) -> tuple[PartOfDay | None, int]:
    """The part of a day that begins at a word, and how many words say so: ``matin``, ``in the evening``."""
    for run in (1, 2, 3):
        lead, _, word = run_of(keys, at, run).rpartition(" ")
        if word in DAY_PARTS and (not lead or lead in PART_LEADS) and at + run <= len(keys):
            return PARTS_OF_DAY[DAY_PARTS[word]], run
    return None, 0
