"""Days to come, as people type them, in English and French: in a next step a weekday is in the future."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from .moments import find_day
from .texts import folded

#: Words that only lead up to a day: "by friday", "le 4 dec".
LEADS = frozenset(["by", "on", "before", "due", "until", "le", "la", "avant", "pour", "d'ici", "au"])

_NEXT_WEEK = ("next week", "semaine prochaine", "la semaine prochaine")
_IN = re.compile(r"(?:\+|in |dans )([0-9]{1,4}) ?(d|j|w|s|days?|jours?|weeks?|semaines?)")


def read_coming_day(text: str, now: datetime) -> date | None:
    """The day that ``text`` means; None where it says none. It may have passed: whoever asks decides what that means.

    ``today``, ``demain``, ``friday`` (the next one, never today), ``in 3 days``, ``+2w``, ``next week`` (its Monday),
    ``4 dec``, ``2026-12-04``. Raises Misread for a date that does not exist.
    """
    said = " ".join(folded(text).split())
    today = now.date()
    if said in _NEXT_WEEK:
        return today + timedelta(days=7 - today.weekday())
    away = _IN.fullmatch(said)
    if away:
        return today + int(away[1]) * timedelta(days=7 if away[2][0] in "ws" else 1)
    named = re.sub(r"^next | prochaine?$", "", said)
    day = find_day(named, now, past=False)
    if day is None or (named != said and not day.weekday):
        return None
    return day.date + timedelta(days=7) if day.weekday and day.date == today else day.date
