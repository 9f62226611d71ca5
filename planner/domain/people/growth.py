"""How the network grew: who was met and who became a tie, month by month, how, and by which group they came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..kinds import is_in_person
from ..trace import Contact
from ..value import NamedTuple
from ..week import Week
from .tie import Stage
from .tie_list import TieList, TieRow


class Grown(NamedTuple):
    """People met for the first time, and those who became tied.

    ``in_person``, ``remote`` and ``not_said`` share those met, by what was said of how the first meeting was held.

    ``groups`` counts those met by the group (id) they came by, the most first: that of the first meeting.
    """

    met: int = 0
    tied: int = 0
    in_person: int = 0
    remote: int = 0
    groups: Mapping[str, int] = {}

    @property
    def not_said(self) -> int:
        return self.met - self.in_person - self.remote


class GrownMonth(NamedTuple):
    """What one month brought; ``first`` is its first day."""

    first: date
    grown: Grown


class Growth(NamedTuple):
    """Every month from the first meeting to this one, oldest first, and all of them together."""

    months: tuple[GrownMonth, ...]
    total: Grown
    without: tuple[Week, ...] = ()  # the weeks that cannot be read


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
    return Growth(tuple(months), _grown(everybody, sum(tied.values())), ties.without)


def _tied_on(row: TieRow) -> date | None:
    return row.tie.since if row.tie.stage is Stage.TIED else None


def _grown(first_meetings: list[Contact], tied: int) -> Grown:
    counts: dict[str, int] = {}
    for contact in first_meetings:
        counts[contact.group] = counts.get(contact.group, 0) + 1
    groups = {group: counts[group] for group in sorted(counts, key=lambda group: (-counts[group], group))}
    near = [is_in_person(contact.form) for contact in first_meetings]
    return Grown(len(first_meetings), tied, near.count(True), near.count(False), groups)


def _month(day: date) -> date:
    return day.replace(day=1)


def _after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
