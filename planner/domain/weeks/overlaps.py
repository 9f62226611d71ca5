"""Two things at once: stretches of time that go on at the same moment. They are said, never refused."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar


class Timed(Protocol):
    """Anything that has its time, whole minutes long."""

    @property
    def start(self) -> datetime: ...

    @property
    def minutes(self) -> int: ...


New = TypeVar("New", bound=Timed)
Old = TypeVar("Old", bound=Timed)


def overlapping(new: Iterable[New], old: Iterable[Old]) -> Iterator[tuple[New, Old]]:
    """Each of ``new`` that goes on while one of ``old`` does, with the first such. One that begins as another ends is
    after it."""
    others = sorted(old, key=lambda each: each.start.astimezone(UTC))
    starts = [other.start.astimezone(UTC) for other in others]
    longest = timedelta(minutes=max((other.minutes for other in others), default=0))
    for each in new:
        begins = each.start.astimezone(UTC)
        ends = begins + timedelta(minutes=each.minutes)
        for other in others[bisect_right(starts, begins - longest) : bisect_left(starts, ends)]:
            if begins < other.start.astimezone(UTC) + timedelta(minutes=other.minutes):
                yield each, other
                break
