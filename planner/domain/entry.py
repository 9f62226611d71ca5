"""An entry: one logged stretch of time, whole or as history needs it."""

from __future__ import annotations

from .kinds import Kind
from .value import NamedTuple
from .value.dates import date, datetime, timedelta
from .value.typed import TYPE_CHECKING
from .week import Week

if TYPE_CHECKING:
    from .echo import Echo


#: How an entry may come whose minutes are at no one stretch of the clock: it ended about when it was logged, or its
#: timer was ``paused``.
UNPLACED = ("quick", "again", "paused")


class Entry(NamedTuple):
    """One logged stretch of time. ``start`` is aware and keeps the offset of the place it was logged in.

    An entry belongs to the day and week of its own local start, wherever it is looked at later.
    """

    id: str
    start: datetime
    minutes: int
    kind: Kind
    group: str  # group id
    form: str | None = None
    people: tuple[str, ...] = ()  # person ids
    objectives: tuple[str, ...] = ()  # objective ids
    note: str = ""
    echo: Echo | None = None  # what came back; None: nobody has said yet
    via: str = "quick"
    timed: bool = False  # whether its time of day was said; else it ended about when it was logged
    confirmed: bool = True  # False: a forgotten timer nobody has answered for; stays out of all totals
    joy: int | None = None  # 0 to 3: how it was, pleasure and meaning; None: she has not said
    sources: tuple[str, ...] = ()  # where it was read from (imported.Source)
    place: str = ""  # where it was; "" where nobody has said

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def week(self) -> Week:
        return Week.of(self.start)

    @property
    def everybody(self) -> tuple[str, ...]:
        """The people (ids) it names: those who were in it, and those from whom something came back."""
        wrote = self.echo.people if self.echo else ()
        return (*self.people, *(id_ for id_ in wrote if id_ not in self.people))

    @property
    def placed(self) -> bool:
        """Whether its time of day is known: it was said, or came from a clock or a calendar."""
        return self.timed or self.via not in UNPLACED

    @property
    def paused(self) -> bool:
        """Whether it stood still in between: it ended later than its minutes after its start."""
        return self.via == "paused" and not self.timed

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)


class Stretch(NamedTuple):
    """What the rules about rhythm need of an entry, and no more: history is read often."""

    start: datetime
    minutes: int
    kind: Kind
    group: str

    @property
    def day(self) -> date:
        return self.start.date()
