"""Contacts for tests, by the day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from planner.domain.kinds import Kind
from planner.domain.trace import Contact

TODAY = date(2026, 11, 26)

_KINDS = {kind.letter: kind for kind in Kind}


def contact(letter: str, ago: int, people: tuple[str, ...] = ("marie",), **fields: object) -> Contact:
    """A contact of a kind (c, m, w) so many days before today, of 30 minutes in Lyon UX unless said."""
    start = datetime.combine(TODAY - timedelta(days=ago), time(12, 30), UTC)
    made = Contact(f"{letter}{ago}", start, 30, _KINDS[letter], None, "lyon-ux", people)
    return made._replace(**fields)  # type: ignore[arg-type]


def contacts(text: str) -> list[Contact]:
    """``m200 c30 c2``: kinds and days ago, oldest first."""
    return [contact(word[0], int(word[1:])) for word in text.split()]
