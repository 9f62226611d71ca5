"""How often each thing was taken that she has found: kept in a file of its own, which is no data of hers.

It goes into no copy and no export, and nothing is lost with it but the order in which things are offered.
"""

from __future__ import annotations

import json
import os

from planner.domain.errors import PlannerError
from planner.domain.value.contexts import suppress

from . import files
from .contents import USES

#: Things that are remembered at most, and how often one counts at most: what is done now soon comes before what was.
MOST_THINGS, MOST_TIMES = 100, 50


def read_uses(home: str) -> dict[str, int]:
    """How often each was taken, by its key; nothing where there is no such file, or it cannot be read."""
    try:
        file = files.read(os.path.join(home, USES))
        document = json.loads(file[0]) if file else {}
    except (PlannerError, ValueError, RecursionError):
        return {}
    if not isinstance(document, dict):
        return {}
    return {key: times for key, times in document.items() if type(times) is int and 0 < times <= MOST_TIMES}


def keep_uses(home: str, uses: dict[str, int]) -> None:
    """Keep how often each was taken. Never raises: nobody waits for it, and nothing hangs on it."""
    if max(uses.values(), default=0) > MOST_TIMES:
        uses = {key: times // 2 for key, times in uses.items() if times > 1}
    most = sorted(uses, key=lambda key: -uses[key])[:MOST_THINGS]
    with suppress(OSError, PlannerError):
        files.write_over(os.path.join(home, USES), json.dumps({key: uses[key] for key in most}).encode())
