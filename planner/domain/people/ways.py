"""Ways to somebody, or into a company: through whom, and what says so."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..book import Book
from ..trace import Trace
from ..value import NamedTuple
from ..value.enums import IntEnum
from ..words import dated_in_words, say
from .companies import Company, closeness
from .company_names import company_key
from .tie import Stage, Warmth
from .tie_list import TieList, TieRow
from .tie_words import last_words, warmth_word


class By(IntEnum):
    """What makes somebody a way, the surest first."""

    WORKS_THERE = 0
    LINK = 1
    ENTRY = 2
    APPOINTMENT = 3
    WORKED_THERE = 4

    @property
    def word(self) -> str:
        """Its stable name: ``works there``, ``link``."""
        return self.name.lower().replace("_", " ")


class Way(NamedTuple):
    """Somebody she has met (``via``) who leads to ``to``, one of those she wants to reach; None where via is there.

    ``day`` is when both were seen together. ``introduced`` says of a link that it was via who introduced the other.
    """

    via: TieRow
    by: By
    to: TieRow | None = None
    day: date | None = None
    introduced: bool = False

    @property
    def order(self) -> tuple[object, ...]:
        recent = -self.day.toordinal() if self.day else 0
        return self.by is not By.WORKS_THERE, closeness(self.via), self.by, recent, self.via.person.name


class Links(NamedTuple):
    """Everybody by id, and who was seen together: in an entry, by an introduction, or in an appointment."""

    ties: TieList
    rows: Mapping[str, TieRow]
    together: Mapping[str, Mapping[str, date]]  # the day of the last entry with both
    introduced: Mapping[str, Sequence[str]]  # by who introduced them
    arranged: Mapping[str, Mapping[str, date]]


def links(ties: TieList, traces: Iterable[Trace], book: Book) -> Links:
    """Who is linked with whom, from the traces, oldest first; watching beside somebody is no link."""
    together: dict[str, dict[str, date]] = {}
    for trace in traces:
        for contact in trace.contacts:
            if len(contact.people) > 1 and contact.kind.is_hands:
                _see(together, contact.people, contact.day)
    arranged: dict[str, dict[str, date]] = {}
    for each in sorted(book.appointments.values(), key=lambda each: each.start):
        _see(arranged, each.people, each.start.date())
    introduced: dict[str, list[str]] = {}
    for person in book.people.values():
        if person.through:
            introduced.setdefault(person.through, []).append(person.id)
    return Links(ties, {row.person.id: row for row in ties.rows}, together, introduced, arranged)


def _see(seen: dict[str, dict[str, date]], people: Sequence[str], day: date) -> None:
    for one in people:
        for other in people:
            if one != other:
                seen.setdefault(one, {})[other] = day


def ways_into(company: Company, known: Links) -> tuple[Way, ...]:
    """The ways into a company: someone met who works there first, then through others, the warmest first."""
    ways = [Way(row, By.WORKS_THERE) for row in company.rows if row.tie.stage >= Stage.MET]
    ways += [Way(row, By.WORKED_THERE) for row in company.former if row.tie.stage >= Stage.MET]
    there = {row.person.id for row in company.rows}
    for row in company.rows:
        ways += () if _is_near(row) else _through(row, known, there)
    return _sorted(ways)


def ways_to(row: TieRow, known: Links) -> tuple[Way, ...]:
    """The ways to somebody: someone met who works where they do, then through a link or what both were in.

    Who is met and warm needs none.
    """
    if _is_near(row):
        return ()
    key = company_key(row.person.company) if row.person.company else ""
    colleagues = (
        Way(other, By.WORKS_THERE, row)
        for id_, other in known.rows.items()
        if key and other.person.company and other.tie.stage >= Stage.MET and id_ != row.person.id
        if company_key(other.person.company) == key
    )
    return _sorted((*colleagues, *_through(row, known, {row.person.id})))


def _is_near(row: TieRow) -> bool:
    return row.tie.stage >= Stage.MET and row.tie.warmth is Warmth.WARM


def _sorted(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Each person once, by the surest of what makes them a way; the warmest first."""
    best: dict[str, Way] = {}
    for way in ways:
        seen = best.get(way.via.person.id)
        if seen is None or (way.by, way.order) < (seen.by, seen.order):
            best[way.via.person.id] = way
    return tuple(sorted(best.values(), key=lambda way: way.order))


def _through(row: TieRow, known: Links, wanted: Container[str]) -> Iterator[Way]:
    """The ways to one person through those who are not ``wanted`` (ids) themselves, and were met."""

    def met(id_: str) -> TieRow | None:
        other = known.rows.get(id_)
        return other if other and id_ not in wanted and other.tie.stage >= Stage.MET else None

    person = row.person
    if via := met(person.through):
        yield Way(via, By.LINK, row, introduced=True)
    for id_ in known.introduced.get(person.id, ()):
        if via := met(id_):
            yield Way(via, By.LINK, row)
    for by, seen in ((By.ENTRY, known.together), (By.APPOINTMENT, known.arranged)):
        for id_, day in seen.get(person.id, {}).items():
            if via := met(id_):
                yield Way(via, by, row, day)


def way_words(way: Way, today: date) -> str:
    """What says that it is a way: ``works there, tied, warm, 12 days``, ``introduced Nadia Benali; met, cooling``."""
    tie = way.via.tie
    standing = ", ".join(filter(None, (tie.stage.title, warmth_word(tie), last_words(tie))))
    return say("; ").join((_evidence(way, today), standing))


def _evidence(way: Way, today: date) -> str:
    name, position = way.to.person.name if way.to else "", way.via.person.position
    if way.by is By.WORKS_THERE:
        if name:
            return say("works where {person} does", person=name)
        return say("works there as {position}", position=position) if position else say("works there")
    if way.by is By.WORKED_THERE:
        return say("worked there")
    if way.by is By.LINK:
        return (
            say("introduced {person} to you", person=name)
            if way.introduced
            else say("was introduced to you by {person}", person=name)
        )
    day = dated_in_words(way.day, today) if way.day else ""
    if way.by is By.ENTRY:
        return say("was with {person} on {day}", person=name, day=day)
    return say("arranged with {person} for {day}", person=name, day=day)
