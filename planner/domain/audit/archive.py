"""What an archive says was done in each group, by month: before planner, or beside it, and of no known length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..deed import Deed, Did, counted_words
from ..value import NamedTuple
from ..words import listing, say

#: Months that are told one by one, the newest; of all of them only the sum is.
LATEST = 6


class MonthDone(NamedTuple):
    """What was done in one month, in the order of Did; ``first`` is its first day."""

    first: date
    counts: Mapping[Did, int]

    @property
    def number(self) -> int:
        return sum(self.counts.values())


class Done(NamedTuple):
    """What was done in one place: by month, oldest first, those without anything left out; and the days of it."""

    months: tuple[MonthDone, ...]
    first: date
    last: date

    @property
    def counts(self) -> Mapping[Did, int]:
        """All months together."""
        total: Counter[Did] = Counter()
        for month in self.months:
            total.update(month.counts)
        return {did: total[did] for did in Did if total[did]}

    @property
    def given(self) -> int:
        """How much of it gave something; reactions and events are not among it."""
        return sum(n for did, n in self.counts.items() if did.gives)


#: What was done by group (id); None stands for what was done in none.
DoneByGroup = Mapping[str | None, Done]


def done_by_group(deeds: Iterable[Deed]) -> DoneByGroup:
    """What deeds, oldest first, come to in each group. What passed between her and one person is no part of it."""
    by_group: dict[str | None, list[Deed]] = {}
    for deed in deeds:
        if not deed.did.reaches:
            by_group.setdefault(deed.group, []).append(deed)
    return {group: _done(some) for group, some in by_group.items()}


def archive_words(done: Done) -> str:
    """``14 comments, 3 posts and 20 reactions from 2023-03-02 to 2024-06-04``."""
    counted = listing([counted_words(did, n) for did, n in done.counts.items()])
    if done.first == done.last:
        return say("{done} on {day}", done=counted, day=done.first.isoformat())
    return say("{done} from {first} to {last}", done=counted, first=done.first.isoformat(), last=done.last.isoformat())


def months_words(done: Done) -> str:
    """The newest months with how much was done in each: ``2024-06 3, 2024-05 12``."""
    latest = [f"{month.first:%Y-%m} {month.number}" for month in reversed(done.months[-LATEST:])]
    return ", ".join([*latest, *(["…"] if len(done.months) > LATEST else [])])


def _done(deeds: Sequence[Deed]) -> Done:
    months: dict[date, Counter[Did]] = {}
    for deed in deeds:
        months.setdefault(deed.day.replace(day=1), Counter())[deed.did] += 1
    by_month = tuple(
        MonthDone(first, {did: months[first][did] for did in Did if months[first][did]}) for first in sorted(months)
    )
    return Done(by_month, min(deed.day for deed in deeds), max(deed.day for deed in deeds))
