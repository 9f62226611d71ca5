"""Where a file that she may edit is no TOML, and what stands there."""

from __future__ import annotations

import re

from planner.domain.texts import shown


def broken_line(content: bytes, error: ValueError | RecursionError) -> tuple[int, str]:
    """The number of the line at which reading ended with ``error``, and what it says."""
    lines = content.decode("utf-8-sig", "replace").splitlines() or [""]
    if isinstance(error, UnicodeDecodeError):
        number = content.count(b"\n", 0, error.start) + 1
    else:
        place = re.search(r"at line (\d+)", str(error))
        number = min(int(place[1]), len(lines)) if place else len(lines)  # else "at end of document"
    return number, shown(lines[number - 1])
