"""How it was, as she said of what was logged: joy, 0 to 3, with its course. What nobody was asked about has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from .kinds import Kind
from .value import NamedTuple
from .value.typed import TYPE_CHECKING
from .words import say, short_month

if TYPE_CHECKING:
    from .entry import Entry

#: What was felt within so many days weighs more than the mark of the first look.
LATELY = timedelta(weeks=8)


class Felt(NamedTuple):
    """What was felt ``lately`` (None: not said), and in each month of which it is known, by its first day."""

    lately: int | None = None
    months: tuple[tuple[date, int], ...] = ()


#: Nothing is known.
UNSAID = Felt()


def felt(entries: Iterable[Entry], until: date) -> Felt:
    """What was felt in entries up to a day; those that nobody has confirmed say nothing."""
    said = [(entry.day, entry.joy) for entry in entries if entry.joy is not None and entry.confirmed]
    if not said:
        return UNSAID
    months: dict[date, list[int]] = {}
    for day, joy in sorted(said):
        months.setdefault(day.replace(day=1), []).append(joy)
    lately = [joy for day, joy in said if until - day < LATELY]
    return Felt(_middle(lately) if lately else None, tuple((first, _middle(joys)) for first, joys in months.items()))


def felt_lately(entries: Iterable[Entry], until: date) -> Mapping[str, int]:
    """What was felt lately in each group (id) where she has said so."""
    by_group: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.joy is not None:
            by_group.setdefault(entry.group, []).append(entry)
    each = {group: felt(some, until).lately for group, some in by_group.items()}
    return {group: joy for group, joy in each.items() if joy is not None}


def unfelt(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The groups (ids) that were given something in these entries, and of none of which she has said how it was."""
    given = [entry for entry in entries if entry.kind is Kind.CONTRIBUTION and entry.confirmed]
    said = {entry.group for entry in given if entry.joy is not None}
    return tuple(dict.fromkeys(entry.group for entry in given if entry.group not in said))


def awaits_joy(entry: Entry) -> bool:
    """Whether an entry is a contribution of which she has not said how it was."""
    return entry.kind is Kind.CONTRIBUTION and entry.confirmed and entry.joy is None


def felt_words(felt: Felt, first: int | None = None) -> str:
    """Both marks: ``1 lately, 3 at the first look``; "" where nothing was felt lately."""
    if felt.lately is None:
        return ""
    if first is None:
        return say("{mark} lately", mark=felt.lately)
    return say("{mark} lately, {first} at the first look", mark=felt.lately, first=first)


def course_words(felt: Felt, first: int | None = None) -> str:
    """Both marks with the course by month: ``1 lately, 3 at the first look (Sep 3, Oct 2, Nov 1)``."""
    both = felt_words(felt, first)
    course = ", ".join(say("{month} {mark}", month=short_month(day.month), mark=joy) for day, joy in felt.months)
    return say("{joy} ({course})", joy=both, course=course) if both and len(felt.months) > 1 else both or course


def joy_words(joy: int | None) -> str:
    """What is said of an entry; "" where she has not said how it was."""
    return "" if joy is None else say("joy {mark}", mark=joy)


def _middle(joys: list[int]) -> int:
    """Their mean, to the nearest mark; the half goes up."""
    return (2 * sum(joys) + len(joys)) // (2 * len(joys))
