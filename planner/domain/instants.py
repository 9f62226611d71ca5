"""Arithmetic between moments, through UTC.

Two aware datetimes of one zone subtract by their wall clocks, which is an hour off across a clock
change; these functions never are.
"""

from __future__ import annotations

from .value.dates import UTC, datetime, timedelta, timezone


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Whole minutes that pass from ``earlier`` to ``later`` (negative if it is the other way round)."""
    return int((later.astimezone(UTC) - earlier.astimezone(UTC)).total_seconds() // 60)


def after(moment: datetime, minutes: int) -> datetime:
    """The moment so many minutes later (earlier, if negative), in the same zone."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)


def pinned(moment: datetime) -> datetime:
    """The same moment with its offset fixed, as it is stored: it will read the same in any zone."""
    offset = moment.utcoffset()
    assert offset is not None, "moments are aware"
    return moment.replace(tzinfo=timezone(offset), fold=0)
