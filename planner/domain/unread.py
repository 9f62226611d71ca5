"""What cannot be read: the words in the place of what a damaged file held.

What it held is not known, which is another thing than nothing: no figure stands for it, and nothing is concluded.
"""

from __future__ import annotations

from collections.abc import Collection

from .week import Week
from .words import listing, plural, say


def unread_file_words(file: str) -> str:
    """What to say in the place of what a file (its name) held."""
    return say("{file} cannot be read, so what is in it is not known: planner check --mend", file=file)


def without_words(weeks: Collection[Week]) -> str:
    """What to say beside what several weeks come to, where some of them cannot be read; "" where all can."""
    if not weeks:
        return ""
    return plural(
        len(weeks),
        "Without what week {weeks} held, whose file cannot be read: planner check --mend",
        "Without what weeks {weeks} held, whose files cannot be read: planner check --mend",
        weeks=listing([str(week) for week in sorted(weeks)]),
    )
