"""Clock time: two things at once are said, and counted once.

Nothing is refused: she may answer a message during a talk. But an hour of the clock is an hour, so a total takes each
of its minutes from what began first. That is asked only of entries whose time of day is known (``Entry.placed``): where
she only said how long something took, it ended about when she logged it, and three lines typed in a row of an evening
were three things one after the other. Where the time of just one of two is known, it is said that they may overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .entry import Entry, Stretch
from .kinds import Kind
from .value.dates import UTC, datetime, timedelta
from .value.typed import TYPE_CHECKING, Protocol, TypeVar
from .words import clock, dated, listing, say

if TYPE_CHECKING:
    from .book import Book


class Lasting(Protocol):
    """What begins and lasts: an entry, a stretch, a meeting."""

    @property
    def start(self) -> datetime: ...

    @property
    def minutes(self) -> int: ...


class Sat(Lasting, Protocol):
    """What is done at one sitting: an entry, or what a trace keeps of one."""

    @property
    def kind(self) -> Kind: ...

    @property
    def group(self) -> str: ...

    @property
    def people(self) -> tuple[str, ...]: ...

    @property
    def placed(self) -> bool: ...


Some = TypeVar("Some", bound=Sat)
New = TypeVar("New", bound=Lasting)
Old = TypeVar("Old", bound=Lasting)


def overlaps(stretch: Lasting, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those of ``entries`` that go on at some moment of ``stretch``, by start.

    Not the entry itself, where it is one of them, nor what nobody has confirmed; nor one of two lines typed in a row,
    which only ended about when they were logged, unless it is the same again. Where the time of one of the two is known
    they may go on at once (:func:`may_overlap`). ``entries`` are those of its week, and of the week beside it where it
    is near its edge.
    """
    begin, end = _span(stretch)
    own = stretch.id if isinstance(stretch, Entry) else ""
    known = not isinstance(stretch, Entry) or stretch.placed
    beside = [
        other
        for other in entries
        if other.confirmed
        and other.id != own
        and _meets(begin, end, other)
        and (known or other.placed or (isinstance(stretch, Entry) and is_double(stretch, other)))
    ]
    return tuple(sorted(beside, key=lambda entry: entry.start))


def overlapping(
    new: Iterable[New], old: Iterable[Old], same: Callable[[New, New | Old], bool]
) -> Iterator[tuple[New, New | Old]]:
    """Each of ``new`` that goes on while one of ``old`` does, or one of ``new`` that stands before it by its start.

    It comes with one that says the ``same``, if there is one, else with the first. One that begins as another ends is
    after it.
    """
    from bisect import bisect_left, bisect_right  # only an import looks for many at once

    added = list(new)
    every: list[New | Old] = sorted([*old, *added], key=lambda each: each.start.astimezone(UTC))
    starts = [each.start.astimezone(UTC) for each in every]
    longest = timedelta(minutes=max((each.minutes for each in every), default=0))
    places = {id(each): at for at, each in enumerate(every)}
    fresh = set(map(id, added))
    for each in added:
        begins, own = each.start.astimezone(UTC), places[id(each)]
        ends = begins + timedelta(minutes=each.minutes)
        meets = [
            every[at]
            for at in range(bisect_right(starts, begins - longest), bisect_left(starts, ends))
            if starts[at] + timedelta(minutes=every[at].minutes) > begins and (at < own or id(every[at]) not in fresh)
        ]
        if meets:
            yield each, next((other for other in meets if same(each, other)), meets[0])


def is_double(entry: Entry, other: Entry) -> bool:
    """Whether two entries say the same: kind, group, length, people and note, and the start to the minute.

    Lines without a time of day that say what was done, or with whom, and were typed within their length of each other
    cannot both have been; the key that logs the last entry again means what it does.
    """
    alike = (entry.kind, entry.group, entry.minutes, entry.note, set(entry.people)) == (
        *(other.kind, other.group, other.minutes, other.note),
        set(other.people),
    )
    if not alike or entry.start == other.start:
        return alike
    typed = not (entry.placed or other.placed or "again" in (entry.via, other.via))
    return typed and bool(entry.note or entry.people) and _meets(*_span(entry), other)


def overlap_words(entry: Entry, others: Iterable[Entry], book: Book) -> tuple[str, ...]:
    """What is to be said of those that ``entry`` overlaps: ``It overlaps 14:00 to 15:00, Lyon UX.``"""
    some = list(others)
    if not some:
        return ()
    known = [_overlap(other, entry, book) for other in some if entry.placed and other.placed]
    over = (say("It overlaps {others}.", others=listing(known)),) if known else ()
    doubtful = [_overlap(other, entry, book) for other in some if may_overlap(entry, other)]
    may: tuple[str, ...] = ()
    if doubtful and entry.placed:
        may = (say("It may overlap {others}: that time was not said.", others=listing(doubtful)),)
    elif doubtful:
        may = (say("It may overlap {others}: its own time is not said.", others=listing(doubtful)),)
    twice: tuple[str, ...] = ()
    if any(is_double(entry, other) for other in some):
        twice = (say("The same is logged twice."),)
    elif any(_seems_one_meeting(entry, other) for other in some):
        twice = (say("The same meeting may be logged twice."),)
    return (*over, *may, *twice)


def _seems_one_meeting(entry: Entry, other: Entry) -> bool:
    """Whether two meetings at one time have somebody in common."""
    return entry.kind is other.kind is Kind.MEETING and not set(entry.people).isdisjoint(other.people)


def may_overlap(entry: Entry, other: Entry) -> bool:
    """Whether the time of day of just one of two entries that meet is known: then it is not known that they overlap."""
    return entry.placed is not other.placed and not is_double(entry, other)


def counted_once(timed: Iterable[tuple[Stretch, bool]]) -> list[Stretch]:
    """Stretches by start, each with the minutes that nothing before it has counted.

    Each comes with whether its time of day is known; where it is not, all of its minutes count.
    """
    counted: list[Stretch] = []
    until: datetime | None = None
    for stretch, placed in sorted(timed, key=lambda pair: pair[0].start):
        if not placed:
            counted.append(stretch)
            continue
        _, end = _span(stretch)
        if until is None or until <= stretch.start:
            counted.append(stretch)
            until = end
        else:
            left = max(0, int((end - until).total_seconds() // 60))
            counted.append(stretch._replace(minutes=left))
            until = max(until, end)
    return counted


def counted_minutes(entries: Iterable[Entry]) -> list[tuple[Entry, int]]:
    """Entries by start, each with the minutes that nothing before it has counted."""
    known = sorted(entries, key=lambda entry: entry.start)
    stretches = ((Stretch(e.start, e.minutes, e.kind, e.group), e.placed) for e in known)
    return [(entry, stretch.minutes) for entry, stretch in zip(known, counted_once(stretches), strict=True)]


def once(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without doubles by start, each with the minutes that count."""
    counted = counted_minutes(without_doubles(entries))
    return [entry if minutes == entry.minutes else entry._replace(minutes=minutes) for entry, minutes in counted]


def without_doubles(entries: Iterable[Entry]) -> list[Entry]:
    """The confirmed entries by start, but for those that say the same as another.

    Two lines typed in a row, whose time of day is not known, stay two.
    """
    kept: dict[tuple[object, ...], Entry] = {}
    confirmed = sorted((entry for entry in entries if entry.confirmed), key=lambda entry: entry.start)
    for number, entry in enumerate(confirmed):
        same = (entry.kind, entry.group, entry.start, entry.minutes, entry.note, frozenset(entry.people))
        kept.setdefault(same if entry.placed else (number,), entry)
    return list(kept.values())


def sittings(some: Iterable[Some]) -> list[Some]:
    """Those of ``some``, by start, that are a meeting, a contribution or a watching of their own.

    What begins while another of its kind goes on is of the same sitting where they have somebody in common, or are of
    one group and one of them names nobody; but two answers given side by side are two, unless they went to one person.
    Asked only of those whose time of day is known; the others are each their own.
    """
    kept: list[Some] = []
    for each in sorted(some, key=lambda each: each.start):
        if not (each.placed and any(_is_one_sitting(other, each) for other in kept)):
            kept.append(each)
    return kept


def _is_one_sitting(first: Sat, second: Sat) -> bool:
    """Whether ``second``, which began no earlier, is of the sitting that ``first`` is."""
    if not first.placed or first.kind is not second.kind or second.start >= _span(first)[1]:
        return False
    if not set(first.people).isdisjoint(second.people):
        return True
    is_told_twice = first.group == second.group and not (first.people and second.people)
    return is_told_twice and first.kind is not Kind.CONTRIBUTION


def _span(stretch: Lasting) -> tuple[datetime, datetime]:
    """Start and end; kept moments have fixed offsets, so that they are added to and compared as instants."""
    return stretch.start, stretch.start + timedelta(minutes=stretch.minutes)


def _meets(begin: datetime, end: datetime, other: Entry) -> bool:
    other_begin, other_end = _span(other)
    return other_begin < end and begin < other_end


def _overlap(other: Entry, entry: Entry, book: Book) -> str:
    day = "" if other.day == entry.day else f"{dated(other.day, entry.day)} "
    start, end, group = clock(other.start), clock(other.end), book.group_name(other.group)
    if other.placed:
        return say("{day}{start} to {end}, {group}", day=day, start=start, end=end, group=group)
    return say("{day}about {start} to {end}, {group}", day=day, start=start, end=end, group=group)
