"""About when, in English and French: the parts of a month and weekends, ``early december``, ``fin du mois``.

None of them is a day of a log or of a meeting. A next step, and a day since when, take the first day of a month, its
fifteenth, its last, and the Saturday of a weekend.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from .lexicon import COMING, LAST, MONTHS, SHORT_WEEKDAYS

_IN_MONTH = (
    r"(?:(?P<in>in|en|courant)(?= [a-z]{3,9}(?: |$))|(?P<early>early|debut|(?:beginning|start) of)"
    r"|(?P<mid>mid|mi|middle of)|(?P<late>late|fin|end of))[ -]"
    r"(?:de |du |d'|the )?(?:(?P<next>next|this) )?(?P<month>[a-z]+)(?: (?P<prochain>prochain))?(?= |$)"
)
_WEEKEND = r"(?:(?P<this>this|ce)|(?P<turn>last|next))? ?(?:week-?end)(?: (?P<turned>dernier|prochain|passe))?(?= |$)"
_THIS_MONTH = ("month", "mois")
_WEEKENDS = ("weekend", "week-end")
_SATURDAY = 5

#: The words that a period may begin with, and what is joined to a month: "mi-janvier".
PERIOD_STARTS = frozenset(
    ("in", "en", "courant", "early", "debut", "beginning", "start", "mid", "mi", "middle", "late", "fin", "end",
     *_WEEKENDS)
)  # fmt: skip
JOINED = ("mid-", "mi-")


def period_at(rest: str, today: date, way: int, *, is_led: bool) -> tuple[int, date] | None:
    """How many words at the beginning of ``rest`` say a period, and its day; None where none do.

    Of a month's part the one that lies ahead is meant, behind, or the nearest, as ``way`` is 1, -1 or 0. A weekend is
    one only where a word leads up to it (``is_led``) or tells which.
    """
    return _weekend(rest, today, is_led=is_led) or _in_month(rest, today, way)


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier, if negative), or the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (first_after - timedelta(days=1)).day))


def _weekend(rest: str, today: date, *, is_led: bool) -> tuple[int, date] | None:
    found = re.match(_WEEKEND, rest) if "week" in rest[:12] else None
    if not found or not (is_led or found["this"] or found["turn"] or found["turned"]):
        return None
    turn = found["turn"] or found["turned"] or ""
    away = 1 if turn in COMING else -1 if turn in LAST else 0
    return found[0].count(" ") + 1, today + timedelta(days=_SATURDAY - today.weekday() + 7 * away)


def _in_month(rest: str, today: date, way: int) -> tuple[int, date] | None:
    found = re.match(_IN_MONTH, rest)
    if not found:
        return None
    first, month = today.replace(day=1), found["month"]
    if month in _THIS_MONTH and not found["in"]:
        day = _within(months_after(first, found["next"] == "next" or bool(found["prochain"])), found)
    elif month in MONTHS and not (found["in"] and (found["next"] or month in SHORT_WEEKDAYS)):
        first = first.replace(month=MONTHS[month])
        days = [_within(months_after(first, months), found) for months in (-12, 0, 12)]
        day = min((day for day in days if (day - today).days * way >= 0), key=lambda day: abs(day - today))
    else:
        return None
    return found[0].count(" ") + 1, day


def _within(first: date, found: re.Match[str]) -> date:
    """The first of a month, its fifteenth or its last day."""
    if found["late"]:
        return months_after(first, 1) - timedelta(days=1)
    return first.replace(day=15) if found["mid"] else first
