"""Dates and times, as ``datetime`` has them, by what Python has of them in C.

Up to Python 3.11 ``datetime`` first runs all that stands in for it elsewhere, two thousand lines, and then puts what is
in C in its place: a fiftieth of what a log takes. They are the same classes. Type checkers see ``datetime``'s own.
"""

from __future__ import annotations

from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
else:
    try:
        from _datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
    except ImportError:  # another Python than CPython
        from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

__all__ = ["UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo"]
