"""The report of a week whose file cannot be read: it has no figures, and nobody judges it."""

from __future__ import annotations

from ..unread import unread_file_words
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING, TypeAlias
from .report import WeekReport, arranged, follow_ups_beside

if TYPE_CHECKING:
    from ..appointment import Appointment
    from ..book import Book
    from ..drift.drift import Signal
    from ..entry import Entry
    from ..group import Group
    from ..people.follow_ups import FollowUp
    from ..plan import Plan
    from ..record import WeekRecord
    from ..timer import Timer
    from ..value.dates import date, datetime
    from ..week import Week
    from .report import Line


class UnreadReport(NamedTuple):
    """What is known beside such a week: what was logged since, and what the book and the timer say.

    Figures are not among it. Which lines and which plan it had is not known.
    """

    week: Week
    now: datetime
    entries: tuple[Entry, ...]  # confirmed, by start: those that were kept since
    unconfirmed: tuple[Entry, ...]
    timer: Timer | None
    coming: tuple[Appointment, ...]
    to_confirm: tuple[Appointment, ...]
    follow_ups: tuple[FollowUp, ...]
    groups: tuple[Group, ...] = ()  # those selected today, in her order: logging in them goes on
    unread: bool = False  # the book is damaged, too
    doubtful: bool = False

    @property
    def words(self) -> str:
        """What there is to say in the place of its figures."""
        return unread_file_words(self.week.file)

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def due_today(self) -> int:
        """How many follow-ups wait today."""
        return sum(each.due for each in self.follow_ups)

    @property
    def spoken(self) -> Signal | None:
        """Nothing is spoken of where nothing was judged."""
        return None

    def heard(self) -> tuple[Signal, ...]:
        return ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return ()

    @property
    def plan(self) -> Plan | None:
        return None


#: A week at one moment; who shows it says what stands in the place of figures that are not known.
Report: TypeAlias = WeekReport | UnreadReport


def unread_report(
    record: WeekRecord, book: Book, now: datetime, timer: Timer | None, *, doubtful: bool = False
) -> UnreadReport:
    """What is known beside a week that is ``unread``, at ``now``."""
    coming, to_confirm = arranged(record.week, book, now)
    entries = sorted(record.entries, key=lambda entry: entry.start)
    return UnreadReport(
        week=record.week,
        now=now,
        entries=tuple(entry for entry in entries if entry.confirmed),
        unconfirmed=tuple(entry for entry in entries if not entry.confirmed),
        timer=timer,
        coming=coming,
        to_confirm=to_confirm,
        follow_ups=follow_ups_beside(record.week, book, now),
        groups=book.selected(),
        unread=book.unread,
        doubtful=doubtful,
    )
