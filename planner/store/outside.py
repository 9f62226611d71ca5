"""What her own command was told, in a small file of this machine: no change, nothing to undo, in no backup."""

from __future__ import annotations

import json
import os

from planner.domain.errors import PlannerError
from planner.domain.level import Level
from planner.domain.value.contexts import suppress
from planner.domain.week import Week
from planner.domain.weeks.told_outside import ToldOutside

from . import files
from .contents import TOLD


def told_outside(home: str) -> ToldOutside:
    """What was told; nothing where that is not known, so that it is told once more."""
    try:
        file = files.read(os.path.join(home, TOLD))
        document = json.loads(file[0]) if file else {}
        level, promises = Level[document["level"].upper()], frozenset(map(str, document["promises"]))
        week = Week.from_name(document["week"]) if document["week"] else None
        return ToldOutside(week, level, promises, str(document.get("held", "")))
    except (PlannerError, ValueError, KeyError, TypeError, AttributeError):
        return ToldOutside()


def keep_told(home: str, told: ToldOutside) -> bool:
    """Keep what is told; False where that cannot be kept: it should not be told then, for it would be each time."""
    week = str(told.week) if told.week else ""
    document = {"week": week, "level": told.level.word, "promises": sorted(told.promises), "held": told.held}
    with suppress(OSError, PlannerError):
        files.write_over(os.path.join(home, TOLD), json.dumps(document).encode())
        return True
    return False
