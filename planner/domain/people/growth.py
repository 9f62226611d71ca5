"""How the network grew: who was met and who became a tie, month by month, how, and by which group they came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..trace import Contact
from .tie import Stage
from .tie_list import TieList, TieRow

#: Forms of a meeting that is held in one place; one that says nothing was in person.
IN_PERSON = (None, "in person", "event")


class Grown(NamedTuple):
    """People met for the first time, and those who became tied. ``in_person`` and ``remote`` share those met.

    ``groups`` counts those met by the group (id) they came by, the most first: that of the first meeting.
    """

    met: int = 0
    tied: int = 0
    in_person: int = 0
    groups: Mapping[str, int] = {}

    @property
    def remote(self) -> int:
        return self.met - self.in_person


class GrownMonth(NamedTuple):
    """What one month brought; ``first`` is its first day."""

    first: date
    grown: Grown


class Growth(NamedTuple):
    """Every month from the first meeting to this one, oldest first, and all of them together."""

    months: tuple[GrownMonth, ...]
    total: Grown


def growth(ties: TieList) -> Growth:
    """How the network grew. Those left to rest count too: they were met."""
    met: dict[date, list[Contact]] = {}
    tied: dict[date, int] = {}
    for row in ties.rows:
        first = row.tie.meetings.first
        if first:
            met.setdefault(_month(first.day), []).append(first)
        if day := _tied_on(row):
            tied[_month(day)] = tied.get(_month(day), 0) + 1
    months = []
    month = min(met, default=None)  # nobody is tied who was not met
    last = max([_month(ties.today), *met, *tied])
    while month and month <= last:
        months.append(GrownMonth(month, _grown(met.get(month, []), tied.get(month, 0))))
        month = _after(month)
    everybody = [contact for contacts in met.values() for contact in contacts]
    return Growth(tuple(months), _grown(everybody, sum(tied.values())))


def _tied_on(row: TieRow) -> date | None:
    return row.tie.since if row.tie.stage is Stage.TIED else None


def _grown(first_meetings: list[Contact], tied: int) -> Grown:
    counts: dict[str, int] = {}
    for contact in first_meetings:
        counts[contact.group] = counts.get(contact.group, 0) + 1
    groups = {group: counts[group] for group in sorted(counts, key=lambda group: (-counts[group], group))}
    return Grown(len(first_meetings), tied, sum(contact.form in IN_PERSON for contact in first_meetings), groups)


def _month(day: date) -> date:
    return day.replace(day=1)


def _after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
