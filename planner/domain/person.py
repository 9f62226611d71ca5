"""A person: someone she has met or means to."""

from __future__ import annotations

from datetime import date

from .value import NamedTuple
from .value.enums import StrEnum
from .value.typed import TYPE_CHECKING

CADENCE = 60  #: days after which a tie begins to cool, until she says otherwise

#: The cadences that make sense, in days: every day to every ten years.
CADENCES = range(1, 3651)


class Circle(StrEnum):
    """What a person is to her objectives."""

    DECISION_MAKER = "decision-maker"
    PRESCRIBER = "prescriber"
    PEER = "peer"
    FRIEND = "friend"


class Formerly(NamedTuple):
    """Where somebody was, and as what, until a day: that on which it was seen that they are elsewhere."""

    company: str
    position: str
    until: date
    place: str = ""


class Person(NamedTuple):
    """Someone she has met or means to. How close they are is no field of theirs: the log says it.

    ``groups`` are ids of those they have in common, ``how_met`` how it came about; ``cadence`` is in days,
    None where it is their circle's or groups' (people.cadence). ``dormant`` says that the tie is left to rest.
    ``since`` is the day they came into the book. ``apart`` are the ids of those who look like the same person and are
    not. ``emails`` are all that are known, the one to write to first: any of them makes the same person, where the
    name agrees. ``through`` is the id of who introduced them.
    """

    id: str
    name: str
    company: str = ""
    position: str = ""
    place: str = ""
    address: str = ""  # http or https; nothing else is ever opened
    emails: tuple[str, ...] = ()
    circle: Circle | None = None
    groups: tuple[str, ...] = ()
    how_met: str = ""
    cadence: int | None = None
    note: str = ""
    dormant: bool = False
    since: date | None = None
    apart: tuple[str, ...] = ()
    known: date | None = None  # the day since which they are connected somewhere; nobody says that they met
    formerly: tuple[Formerly, ...] = ()  # the latest last
    sources: tuple[str, ...] = ()  # where they were read from (imported.Source)
    through: str = ""

    @property
    def email(self) -> str:
        """The address to write to, or nothing."""
        return self.emails[0] if self.emails else ""

    @property
    def named_by_address(self) -> bool:
        """Whether an address stands in for a name that nobody knows yet."""
        return "@" in self.name and self.name in self.emails


def all_emails(*several: str) -> tuple[str, ...]:
    """Addresses in their order, each once whatever its case; empty ones are none."""
    by_address: dict[str, str] = {}
    for email in filter(None, several):
        by_address.setdefault(email.casefold(), email)
    return tuple(by_address.values())


if TYPE_CHECKING:  # only what is checked needs them
    from typing import TypedDict

    class PersonFields(TypedDict, total=False):
        """Fields of a person, by name, beside the name itself; what is no text may be as it is typed, too."""

        company: str
        position: str
        place: str
        address: str
        emails: tuple[str, ...] | str
        circle: Circle | str | None
        groups: tuple[str, ...] | str
        how_met: str
        cadence: int | str | None
        through: str
        note: str

    class PersonChanges(PersonFields, total=False):
        """Fields of a person that may be changed, their name among them."""

        name: str
