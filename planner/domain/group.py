"""A group: a place where professionals gather, and what it is to her."""

from __future__ import annotations

from .kinds import HANDS, Kind, Split
from .value import NamedTuple
from .value.dates import date
from .value.enums import StrEnum
from .value.typed import TYPE_CHECKING


class Nature(StrEnum):
    """What a group is. A feed or a company page has nothing but watching."""

    COMMUNITY = "community"
    ASSOCIATION = "association"
    EVENTS = "event series"
    COMPANY = "company page"
    FEED = "feed"

    @property
    def only_watched(self) -> bool:
        return self in (Nature.COMPANY, Nature.FEED)


class Standing(StrEnum):
    """Where a group stands with her. Only selected groups take part in a plan."""

    CANDIDATE = "candidate"
    SELECTED = "selected"
    PARKED = "parked"
    LEFT = "left"


#: The standings that a selection is made from.
IN_QUESTION = (Standing.SELECTED, Standing.CANDIDATE)


class Role(StrEnum):
    """What a group is for: building ties, being seen, or watching."""

    TIES = "ties"
    VISIBILITY = "visibility"
    WATCH = "watch"


class Tool(StrEnum):
    """What watching is done better with than in a group."""

    READER = "feed reader"
    NEWSLETTER = "newsletter"
    ALERT = "alert"
    PAGE = "company page"


class Moved(NamedTuple):
    """Where a group's watching went: the tool, its address or what it is called there ("" where that is not said), and
    since when."""

    tool: Tool
    where: str
    day: date


class Fit(NamedTuple):
    """How well a group suits her, each 0 to 3; None for a mark that was never given."""

    trade: int | None = None
    sector: int | None = None
    place: int | None = None
    interest: int | None = None

    @property
    def known(self) -> bool:
        """Whether any of its marks was given."""
        return any(mark is not None for mark in self)

    @property
    def total(self) -> int:
        """The marks that were given, summed."""
        return sum(mark or 0 for mark in self)


def standing_of_new(count: int) -> Standing:
    """What so many new groups become: one alone is meant for the week, a whole list is to be looked at first."""
    return Standing.SELECTED if count == 1 else Standing.CANDIDATE


#: Usual length of one entry in minutes, until the group says otherwise.
USUAL = Split(contribution=20, meeting=45, watching=15)


class Group(NamedTuple):
    """A place where professionals gather. ``id`` never changes; ``slug`` is how it is typed.

    ``since`` is the day she joined, ``why`` and ``done`` what she joined for and did there so far, ``reason`` why she
    left. ``next_look`` is the day on which it asks to be looked at again; None: nobody has looked at it yet.
    A mark and the upkeep are None until they are given: what is not known is not 0.
    """

    id: str
    slug: str
    name: str
    standing: Standing = Standing.SELECTED
    nature: Nature = Nature.COMMUNITY
    roles: tuple[Role, ...] = (Role.TIES,)  # at least one, each once; the first leads
    fit: Fit = Fit()
    activity: int | None = None  # 0 to 3: how alive it is
    worth: int | None = None  # 0 to 3: what it has brought
    joy: int | None = None  # 0 to 3: pleasure and meaning
    upkeep: int | None = None  # minutes a week that following it properly takes, as she says
    usual: Split = USUAL  # minutes proposed for one entry
    objectives: tuple[str, ...] = ()  # ids
    if_then: str = ""  # "when I open Lyon UX, I first answer one question"
    rank: int = 0  # her own order on the screen: 1 to 9 are keys
    platform: str = ""  # where it meets: LinkedIn, Slack, a café
    address: str = ""  # of its page; http or https, nothing else is ever opened
    feed: str = ""  # the address of its feed, which a feed reader follows
    place: str = ""
    since: date | None = None
    why: str = ""
    done: str = ""
    reason: str = ""
    note: str = ""  # what else is known of it
    next_look: date | None = None
    added: date | None = None  # the day it came into the book
    brought: tuple[Brought, ...] = ()  # what it has brought, or could, oldest first
    moved: Moved | None = None  # where its watching went; None: it is done there
    cadence: int | None = None  # days after which a tie with its people begins to cool; None: as with others
    sources: tuple[str, ...] = ()  # where it was read from (imported.Source)

    @property
    def order(self) -> float:
        """Its place in her order; one without a rank comes after all others."""
        return self.rank or float("inf")

    @property
    def role(self) -> Role:
        """What it is for before all else."""
        return self.roles[0]

    @property
    def is_read(self) -> bool:
        """Whether it is there to be read, whatever else it is for."""
        return Role.WATCH in self.roles or self.nature.only_watched

    @property
    def is_only_read(self) -> bool:
        """Whether it is there to be read, and for nothing else."""
        return self.roles == (Role.WATCH,) or self.nature.only_watched

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds it can be given minutes for."""
        return (Kind.WATCHING,) if self.nature.only_watched else (*HANDS, Kind.WATCHING)


if TYPE_CHECKING:  # only what is checked needs them
    from typing import TypedDict

    from .brought import Brought

    class GroupFields(TypedDict, total=False):
        """Fields of a group, by name, beside the name itself."""

        slug: str
        standing: Standing
        nature: Nature
        roles: tuple[Role, ...]
        fit: Fit
        activity: int | None
        worth: int | None
        joy: int | None
        upkeep: int | None
        usual: Split
        objectives: tuple[str, ...]
        if_then: str
        platform: str
        address: str
        feed: str
        place: str
        since: date | None
        why: str
        done: str
        reason: str
        next_look: date | None
        note: str
        brought: str  # one more line, as brought.with_said takes it
        moved: Moved | None
        cadence: int | None

    class GroupChanges(GroupFields, total=False):
        """Fields of a group that may be changed, its name among them."""

        name: str
