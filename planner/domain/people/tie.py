"""A tie: what the log says of a person, with the evidence that it says it by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ..kinds import TOGETHER, Kind
from ..person import Person
from ..trace import Contact
from ..value import NamedTuple
from ..value.enums import IntEnum, StrEnum
from ..words import say
from .cadence import NO_OTHERS, USUAL, Cadence, Cadences

#: Days within which contacts count together for a tie, from the first of them to the last.
WINDOW = 180

#: Looked up thousands of times for one list.
_EXCHANGE, _MEETING = Kind.CONTRIBUTION, Kind.MEETING

#: The exchanges that make a tie together with one meeting.
EXCHANGES = 3


class Stage(IntEnum):
    """How far a tie has come: the higher the closer, so that stages compare."""

    SPOTTED = 0
    IN_TOUCH = 1
    MET = 2
    TIED = 3

    @property
    def word(self) -> str:
        """The stage's stable name: ``spotted``, ``in touch``, ``met``, ``tied``."""
        return self.name.lower().replace("_", " ")

    @property
    def title(self) -> str:
        """The stage in the chosen language; asked for with a capital, since “met” is also what minutes are."""
        return say(self.word.capitalize()).lower()


class Warmth(StrEnum):
    """How long ago the last exchange or meeting was, against the person's cadence."""

    WARM = "warm"
    COOLING = "cooling"
    COLD = "cold"


class Tally(NamedTuple):
    """All evidence of one sort: how often, how long in minutes, the first and the last of it."""

    times: int = 0
    minutes: int = 0
    first: Contact | None = None
    last: Contact | None = None


class Tie(NamedTuple):
    """One person's tie, and why it is what it is.

    ``warmth`` is None for somebody only spotted, for a tie left to rest (``resting``), and for one that only an archive
    tells of. ``echoes`` counts the exchanges and meetings to which something came back, ``together`` those exchanges in
    which they worked together, and ``made_by`` are the contacts that made the stage, oldest
    first: with the last of them it was reached. ``last`` is the last exchange or meeting, ``days`` how long ago it was.
    """

    stage: Stage = Stage.SPOTTED
    warmth: Warmth | None = None
    resting: bool = False
    exchanges: Tally = Tally()
    meetings: Tally = Tally()
    echoes: int = 0
    together: Tally = Tally()
    made_by: tuple[Contact, ...] = ()
    last: Contact | None = None
    days: int | None = None
    cadence: Cadence = USUAL

    @property
    def since(self) -> date | None:
        """The day on which the stage was reached."""
        return self.made_by[-1].day if self.made_by else None

    @property
    def both_ways(self) -> bool:
        """Whether she gave and something came back."""
        return bool(self.exchanges.times and self.echoes)

    @property
    def overdue(self) -> float:
        """Days since the last exchange or meeting as a share of the cadence: 1 and more is cooling, 2 and more cold.

        Nothing for whom there is nothing to keep up: those only spotted, and those left to rest.
        """
        return 0.0 if self.warmth is None or self.days is None else self.days / self.cadence.days


def tie_of(person: Person, contacts: Sequence[Contact], today: date, cadences: Cadences = NO_OTHERS) -> Tie:
    """The tie with a person, from the contacts that name them, oldest first.

    In touch after an exchange, which is a contribution with them; met after a meeting; tied after two meetings, or a
    meeting and three exchanges, within 180 days but not all on one day. Working together binds as a meeting does: it
    counts as one for being tied, though nobody is met by it alone. Clock time counts once: what goes on while the
    same is going on is no second meeting or exchange. A stage once reached stays reached: time only cools a tie.
    Watching is no evidence. Cooling begins once the cadence, the person's own or one of ``cadences``, has passed since
    the last exchange or meeting, and at twice the cadence the tie is cold. One left to rest is neither; nor is one of
    which only an archive tells: whom she wrote to years ago is no tie that she keeps up, until her log says so.
    """
    exchanges = _distinct([contact for contact in contacts if contact.kind is _EXCHANGE])
    meetings = _distinct([contact for contact in contacts if contact.kind is _MEETING])
    if not (exchanges or meetings):
        return Tie(resting=person.dormant, cadence=cadences.cadence(person))
    hands = sorted((*exchanges, *meetings), key=_start) if meetings and exchanges else meetings or exchanges
    stage, made_by = _reached(exchanges, meetings, hands)
    last, cadence = hands[-1], cadences.cadence(person, (contact.group for contact in contacts))
    kept_up = not person.dormant and any(contact.logged for contact in hands)
    days = max(0, (today - last.day).days)  # it may have been tomorrow already where it was logged
    return Tie(
        stage,
        warmth_after(days, cadence.days) if kept_up else None,
        person.dormant,
        _tally(exchanges),
        _tally(meetings),
        sum(contact.echoed_by(person.id) for contact in hands),
        _tally([contact for contact in exchanges if contact.form == TOGETHER]),
        made_by,
        last,
        days,
        cadence,
    )


def warmth_after(days: int, cadence: int) -> Warmth:
    """The warmth of a tie so many days after its last exchange or meeting."""
    return Warmth.WARM if days < cadence else Warmth.COOLING if days < cold_after(cadence) else Warmth.COLD


def cold_after(cadence: int) -> int:
    """Days after the last exchange or meeting from which on a tie is cold."""
    return 2 * cadence


def _distinct(contacts: Sequence[Contact]) -> list[Contact]:
    """Contacts of one kind, oldest first, without those that begin while another is still going on."""
    if len(contacts) < 2:
        return list(contacts)
    kept = [contacts[0]]
    for contact in contacts[1:]:
        if contact.start >= kept[-1].start + timedelta(minutes=kept[-1].minutes):
            kept.append(contact)
    return kept


def _start(contact: Contact) -> datetime:
    return contact.start


def _tally(contacts: Sequence[Contact]) -> Tally:
    if not contacts:
        return Tally()
    return Tally(len(contacts), sum(contact.minutes for contact in contacts), contacts[0], contacts[-1])


def _reached(
    exchanges: Sequence[Contact], meetings: Sequence[Contact], hands: Sequence[Contact]
) -> tuple[Stage, tuple[Contact, ...]]:
    """The highest stage that was ever reached, and the contacts that first made it."""
    if len(meetings) > 1 or len(exchanges) >= EXCHANGES or any(each.form == TOGETHER for each in exchanges):
        given: list[Contact] = []
        met: Contact | None = None
        met_on = date.min
        for contact in hands:
            if contact.kind is _EXCHANGE and contact.form != TOGETHER:
                given.append(contact)
            else:
                day = contact.day
                if met and day != met_on and (day - met_on).days <= WINDOW:
                    return Stage.TIED, (met, contact)
                met, met_on = contact, day
            if met and len(given) >= EXCHANGES:
                made_by = sorted((met, *_spread(given, met.day)), key=_start)
                if made_by[0].day != made_by[-1].day and _within_window(made_by[0], contact):
                    return Stage.TIED, tuple(made_by)
    return (Stage.MET, (meetings[0],)) if meetings else (Stage.IN_TOUCH, (exchanges[0],))


def _spread(given: Sequence[Contact], day: date) -> Sequence[Contact]:
    """The last exchanges that make a tie; where all are of the ``day``, the first is the last of another."""
    last = given[-EXCHANGES:]
    if any(each.day != day for each in last):
        return last
    other = next((each for each in reversed(given) if each.day != day), last[0])
    return [other, *last[1:]]


def _within_window(first: Contact, last: Contact) -> bool:
    return (last.day - first.day).days <= WINDOW
