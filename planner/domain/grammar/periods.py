"""About when: the parts of a month and weekends, ``early december``, ``fin du mois``.

None of them is a day of a log or of a meeting. A next step, and a day since when, take the first day of a month, its
fifteenth, its last, and the Saturday of a weekend.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from .day_starts import JOINED
from .lexicon import COMING, LAST, MONTH, MONTH_PARTS, MONTHS, OF_MONTH, SHORT_WEEKDAYS, THIS, WEEKENDS, phrase_at

_SATURDAY = 5

_TURNS = COMING | LAST | THIS
WRITTEN_TO = tuple(word for word in OF_MONTH if word.endswith("'"))


def period_at(words: Sequence[str], today: date, way: int, *, is_led: bool) -> tuple[int, date] | None:
    """How many of the first ``words`` say a period, and its day; None where none do.

    Of a month's part the one that lies ahead is meant, behind, or the nearest, as ``way`` is 1, -1 or 0. A weekend is
    one only where a word leads up to it (``is_led``) or tells which.
    """
    words = (*words, "", "", "", "")  # what stands after the last word is none
    return _weekend(words, today, is_led=is_led) or _in_month(words, today, way)


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier, if negative), or the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (first_after - timedelta(days=1)).day))


def _weekend(words: Sequence[str], today: date, *, is_led: bool) -> tuple[int, date] | None:
    before = words[0] if words[0] in _TURNS else ""
    at = 1 if before else 0
    after = words[at + 1] if words[at + 1] in _TURNS else ""
    if words[at] not in WEEKENDS or not (before or after or is_led):
        return None
    turn = after or before
    away = 1 if turn in COMING else -1 if turn in LAST else 0
    return at + (2 if after else 1), today + timedelta(days=_SATURDAY - today.weekday() + 7 * away)


def _in_month(words: Sequence[str], today: date, way: int) -> tuple[int, date] | None:
    part, at = _part_of_month(words)
    if not part:
        return None
    at += words[at] in OF_MONTH
    turn = words[at] if words[at] in COMING or words[at] in THIS else ""
    at += bool(turn)
    month, end = _month(words, at), at + 1
    if words[end] in COMING:
        turn, end = words[end], end + 1
    first = today.replace(day=1)
    if month in MONTH and part != "in":
        return end, _within(months_after(first, turn in COMING), part)
    if month not in MONTHS or (part == "in" and (turn or month in SHORT_WEEKDAYS)):
        return None
    first = first.replace(month=MONTHS[month])
    days = [_within(months_after(first, months), part) for months in (-12, 0, 12)]
    return end, min((day for day in days if (day - today).days * way >= 0), key=lambda day: abs(day - today))


def _part_of_month(words: Sequence[str]) -> tuple[str, int]:
    """The part of a month that the first words say, and how many; none of them where it is joined to the month."""
    run = phrase_at(words, 0, MONTH_PARTS, 2)
    if run:
        return MONTH_PARTS[" ".join(words[:run])], run
    joined = words[0].partition("-")[0] if words[0].startswith(JOINED) else ""
    return MONTH_PARTS.get(joined, ""), 0


def _month(words: Sequence[str], at: int) -> str:
    """The word of a month at ``at``, without what is written to it: "d'avril", "mi-janvier"."""
    word = words[at] if at else words[0].partition("-")[2]
    return next((word.removeprefix(small) for small in WRITTEN_TO if word.startswith(small)), word)


def _within(first: date, part: str) -> date:
    """The first of a month, its fifteenth or its last day."""
    if part == "late":
        return months_after(first, 1) - timedelta(days=1)
    return first.replace(day=15) if part == "mid" else first
