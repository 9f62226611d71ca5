"""How often a series repeats, and moving the beginning of an old one near to where it is looked at.

Nobody needs the 20,000 instances of a daily rule from 1970: a rule that goes on alike from any of its steps is made to
begin a few steps before. The rules are those of RFC 5545, 3.3.10.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from icalendar import Event
from icalendar.prop import vDDDTypes

FASTEST = 24  #: times a day, of what may still be a meeting

_STEPS = {"HOURLY": timedelta(hours=1), "DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}

#: Parts of a rule that decide which of its steps count; without them each one does.
_CHOICES = ("BYDAY", "BYHOUR", "BYMINUTE", "BYMONTH", "BYMONTHDAY", "BYSECOND", "BYSETPOS", "BYWEEKNO", "BYYEARDAY")

_MOST_STEPS = 500_000  #: of a rule that are gone through, which takes some seconds

_MARGIN = timedelta(days=40)  #: how far before the window a series is let begin, at the least


def rules(event: Event) -> list[Any]:
    """The recurrence rules of an event."""
    said = event.get("RRULE", [])
    return said if isinstance(said, list) else [said]


def times_a_day(event: Event) -> int:
    """How often its rules can have it happen in a day, at the most."""
    return max((_times_a_day(rule) for rule in rules(event)), default=0)


def _times_a_day(rule: Any) -> int:
    frequency = _part(rule, "FREQ").upper()
    counts = {"HOURLY": 24, "MINUTELY": 24 * 60, "SECONDLY": 24 * 60 * 60}
    times = counts.get(frequency, 1)
    for name, most in (("BYHOUR", "HOURLY"), ("BYMINUTE", "MINUTELY"), ("BYSECOND", "SECONDLY")):
        if counts[most] > counts.get(frequency, 1):
            times *= max(1, len(rule.get(name, [])))
    return times


def goes_on_for_ever(event: Event, moment: datetime) -> bool:
    """Whether its rules take no step, or so many until ``moment`` that nobody would wait for them."""
    start = getattr(event.get("DTSTART"), "dt", None)
    for rule in rules(event):
        every = _number(_part(rule, "INTERVAL") or "1")
        step = _STEPS.get(_part(rule, "FREQ").upper(), timedelta(days=28))
        if not every:
            return True
        if isinstance(start, date):
            away = moment.replace(tzinfo=None) - datetime(start.year, start.month, start.day)
            if away / (step * every) > _MOST_STEPS:
                return True
    return False


def until_in_full(event: Event, zone: tzinfo | None) -> None:
    """Have rules end at a moment that the library compares rightly: on a day they end with that day, and are in it.

    RFC 5545 wants UTC beside a start that has a zone, and writers give the day, or the time on the wall. A floating
    start is in ``zone``.
    """
    start = getattr(event.get("DTSTART"), "dt", None)
    if not isinstance(start, datetime):
        return
    for rule in rules(event):
        rule_ends = rule.get("UNTIL", [])
        ends = rule_ends if isinstance(rule_ends, list) else [rule_ends]
        if ends:
            rule["UNTIL"] = [_ended(end, start, zone) for end in ends]


def _ended(end: Any, start: datetime, zone: tzinfo | None) -> Any:
    if not isinstance(end, date):
        return end
    if not isinstance(end, datetime):
        end = datetime.combine(end, time(23, 59, 59), start.tzinfo)
    elif end.tzinfo is None:
        end = end.replace(tzinfo=start.tzinfo)
    if start.tzinfo is None:
        return end.astimezone(zone).replace(tzinfo=None) if end.tzinfo else end
    return end.astimezone(UTC)


def nearer(event: Event, moment: datetime, *, changed_ahead: bool) -> None:
    """Let an old series begin shortly before ``moment`` where it would go on just so.

    That holds for one rule that steps by hours, days or weeks. Where a change applies to all that follows it
    (``changed_ahead``), where every instance begins, the series is left as it is.
    """
    start = getattr(event.get("DTSTART"), "dt", None)
    if changed_ahead or len(rules(event)) != 1 or not isinstance(start, datetime):
        return
    rule = rules(event)[0]
    step = _STEPS.get(_part(rule, "FREQ").upper())
    every = _number(_part(rule, "INTERVAL") or "1")
    count = _part(rule, "COUNT")
    chosen = any(name in rule for name in _CHOICES)
    if step is None or not every or (count and chosen):
        return
    end = getattr(event.get("DTEND"), "dt", None)
    lasts = end - start if isinstance(end, datetime) and (end.tzinfo is None) == (start.tzinfo is None) else timedelta()
    # By the wall clock, as a rule steps; an hour more or less at a clock change is well within the margin.
    away = moment.replace(tzinfo=None) - start.replace(tzinfo=None) - _MARGIN - abs(lasts)
    steps = away // (step * every)
    if steps <= 0:
        return
    if count:
        left = _number(count) - steps
        if left <= 0:
            steps, left = _number(count) - 1, 1
        rule["COUNT"] = [left]
    event["DTSTART"] = vDDDTypes(start + step * every * steps)
    if isinstance(end, datetime):
        event["DTEND"] = vDDDTypes(end + step * every * steps)


def _part(rule: Any, name: str) -> str:
    """One part of a rule as text, nothing where it has none."""
    values = rule.get(name, [""])
    return str(values[0] if isinstance(values, list) and values else values or "")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= 9 else 0
