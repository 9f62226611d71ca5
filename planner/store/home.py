"""The home: the folder that holds everything, and the one way to read and change it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from planner.domain.errors import PlannerError, Refused, StoreError
from planner.domain.plan import carried_on
from planner.domain.value.contexts import contextmanager, suppress
from planner.domain.value.dates import date, datetime
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.words import say

from . import files
from .contents import BOOK, CONFIG, DEEDS, TIMER, UNDO, VERIFIED, VERIFY_EVERY, is_data, week_file
from .lock import Lock
from .past_weeks import PastWeeks
from .reading import value_of
from .settings_file import SettingsFile
from .shelf import Shelf, as_read, week_as_read

if TYPE_CHECKING:
    from planner.domain.book import Book
    from planner.domain.deed import Deed
    from planner.domain.drift.past_week import PastWeek
    from planner.domain.entry import Entry
    from planner.domain.plan import Plan
    from planner.domain.record import WeekRecord
    from planner.domain.settings import Settings
    from planner.domain.timer import Timer
    from planner.domain.trace import Trace
    from planner.domain.weeks.oddities import Oddity
    from planner.domain.weeks.strands import WeekStrands
    from planner.domain.weeks.told_outside import ToldOutside

    from .carrying import Carrying
    from .check import Finding
    from .home_copy import Copy
    from .kept_twice import KeptTwice
    from .merging.conflicts import Twofold
    from .oddities import InOrder
    from .restore import Restored
    from .snapshot import Snapshot
    from .sources import Kept, Old
    from .steps import Step, Turned
    from .strands import Strands
    from .traces import Traces
    from .transaction import Transaction
    from .undo import Swapped
    from .verification import Report, Verified

#: Seconds to wait for another planner to let go of the lock.
PATIENCE = 5.0

#: Files of earlier weeks in which the last plan is looked for: each that was logged in has had one since there was any.
LOOK_BACK = 16


class Home:
    """One folder of hers, for one thread. Nothing is made before the first change.

    ``settings_folder`` holds her settings and themes, where that is another folder. ``who`` names this planner to
    others while it holds the lock, and in the history. What is read is shared and immutable, and read from the disk
    again only when its file has changed. Every method may raise StoreError.
    """

    def __init__(
        self,
        path: str,
        now: Callable[[], datetime],
        who: str,
        settings_folder: str = "",
        patience: float = PATIENCE,
    ) -> None:
        self.path = path
        self.settings_folder = settings_folder or path
        self._now = now
        self._who = who
        self._patience = patience
        self._lock = Lock(path, who, now, patience)
        self.has_changed = False  # whether anything was kept through this
        self._settings = SettingsFile(self.settings_folder)
        self._shelf = Shelf(path, self._lock, now, self.settings_folder)
        self._past = PastWeeks(self._shelf)
        self._kept_traces: Traces | None = None
        self._kept_strands: Strands | None = None
        self._kept_twice: KeptTwice | None = None
        #: What follows from a change of the book, undo and redo among them: given it as it was and as it is.
        self.after_book: Callable[[Book, Book], None] = lambda _before, _after: None
        #: Verifies the newest daily backup, or has it verified, once that is due.
        self.when_due: Callable[[], None] = self.verify_newest
        self.troubles: list[str] = []  # what could not be done beside the last change, in words

    def beside(self) -> Home:
        """The same folder for another thread; what one keeps the other reads from the disk."""
        return Home(self.path, self._now, self._who, self.settings_folder, self._patience)

    # What there is

    def settings(self) -> Settings:
        """Her settings; what is off in their file is as usual, and :attr:`notices` tell of it."""
        return self._settings.settings()

    @property
    def notices(self) -> tuple[str, ...]:
        """What is off in her settings, where they were asked for: nothing is read for this."""
        return self._settings.notices

    def book(self) -> Book:
        """All that belongs to no week; one that is ``unread`` where its file is damaged, with what was kept since."""
        return as_read(self._shelf.load(BOOK).value, self._shelf)

    def lacks_book(self) -> bool:
        """Whether the book is damaged and not mended yet, so that more was in it than is known."""
        return self._shelf.lacks(BOOK)

    def week(self, week: Week) -> WeekRecord:
        """A week's record, an empty one where nothing is kept of it; ``unread`` where its file is damaged."""
        return week_as_read(self._shelf.load(week_file(week)).value, self._shelf)

    def unread_weeks(self) -> frozenset[Week]:
        """The weeks whose file is known to be damaged or missing, and not mended yet: of those that were read, all."""
        return self._shelf.unread_weeks()

    def past(self, week: Week, count: int) -> tuple[PastWeek, ...]:
        """Of the ``count`` weeks before ``week`` those in which something was planned or logged, oldest first."""
        past = self._past.of([week.plus(-back) for back in range(count, 0, -1)])
        unread = self.unread_weeks()  # once they were read; what is left of them says nothing of how she spends a week
        return tuple(each for each in past if not each.is_empty and each.week not in unread)

    def carried_plan(self, week: Week) -> Plan | None:
        """The plan that ``week`` carries on where nobody made one for it: the last there was; None without any.

        That of a week off is passed on whole, as a short one's is. A week that has not begun carries none on: she may
        still plan it.
        """
        if week > Week.of(self._now()):
            return None
        earlier = [other for other in self._shelf.weeks() if other < week][-LOOK_BACK:]
        planned = [past.week for past in self._past.of(earlier) if past.off or (past.planned and past.planned.total)]
        if not planned:
            return None
        source, book = self.week(planned[-1]).plan, self.book()
        if source and book.unread:  # which of its groups are selected still is not known
            return source._replace(carried=source.carried or planned[-1])
        return carried_on(source, planned[-1], book.groups.values()) if source else None

    def traces(self) -> tuple[Trace, ...]:
        """What every week left behind of people and objectives, oldest first."""
        return tuple(self._traces.of(self.weeks()))

    @property
    def _traces(self) -> Traces:
        """Made when they are first asked for: no command of every day needs them."""
        from .traces import Traces

        self._kept_traces = self._kept_traces or Traces(self._shelf)
        return self._kept_traces

    def strands(self, weeks: Sequence[Week]) -> tuple[WeekStrands, ...]:
        """What those of ``weeks`` that have a file left behind for the long view, in their order."""
        from .strands import Strands  # no command of every day looks back so far

        self._kept_strands = self._kept_strands or Strands(self._shelf)
        return tuple(self._kept_strands.of(weeks))

    def kept_sources(self, formats: Container[str], old: Old) -> dict[str, Kept]:
        """What is kept of other programs' formats, by format and key, the removed among it."""
        from .sources import kept_sources

        return kept_sources(self._shelf, formats, old)

    def is_as_left(self, table: str, record: object, source: str) -> bool:
        """Whether a record is as the import left it that read it last from this source (its text)."""
        from .sources import is_as_left

        return is_as_left(table, record, source)

    def removed_ids(self, table: str) -> frozenset[str]:
        """The ids of a table of the book that were there once, and are no more."""
        from .sources import removed_ids

        return removed_ids(self._shelf, table)

    def named_by_entries(self, but: Container[str]) -> set[str]:
        """The groups and people (ids) that entries name, but for the entries of some ids."""
        from .sources import named_by

        return named_by(self._shelf, but)

    def week_once(self, week: Week) -> WeekRecord:
        """A week's record as :meth:`week` gives it, not held: for who goes through many weeks once."""
        name = week_file(week)
        return week_as_read(value_of(name, self._shelf.once(name)), self._shelf)

    def text(self, name: str) -> bytes:
        """What one of the texts that are hers to write holds; empty where there is none. Raises StoreError."""
        return self._shelf.text(name) or b""

    def weeks(self) -> tuple[Week, ...]:
        """The weeks that have a file, oldest first."""
        return self._shelf.weeks()

    def timer(self) -> Timer | None:
        """The running timer."""
        timer: Timer | None = self._shelf.load(TIMER).value
        return timer

    def deeds(self) -> tuple[Deed, ...]:
        """What she did elsewhere, as its archive says, oldest first."""
        deeds: tuple[Deed, ...] = self._shelf.load(DEEDS).value
        return deeds

    def find_entry(self, id_: str) -> Entry:
        """The entry of an id, or of the beginning of one (4 signs or more).

        Raises Refused where there is none, Ambiguous where there are several.
        """
        from .search import find_entry

        return find_entry(self._shelf, id_)

    def entries_with(self, person: str) -> tuple[Entry, ...]:
        """All entries that name a person (id), unconfirmed ones among them, oldest first."""
        from .search import entries_with

        return tuple(entries_with(self._shelf, person))

    def stamp(self) -> tuple[object, ...]:
        """A fingerprint that changes whenever something here does.

        An editor that writes in place is seen in this week and the last: in others, when they are read.
        """
        this_week = Week.of(self._now())
        names = (BOOK, TIMER, DEEDS, UNDO, CONFIG, "weeks", week_file(this_week), week_file(this_week.plus(-1)))
        return tuple(files.stamp_of(self._shelf.path(name)) for name in names)

    # Changes

    @contextmanager
    def change(self, label: str) -> Iterator[Transaction]:
        """Read and put as one change, under the lock: all of it is kept on leaving, nothing on an exception.

        Raises Locked where another planner holds the lock for longer than this one's patience.
        """
        from .steps import Step, record  # who only asks needs neither steps nor transactions
        from .transaction import Transaction

        with self._lock:
            transaction = Transaction(self._shelf, self._now, label, self.carried_plan, self._settings)
            self.troubles = transaction.troubles
            yield transaction
            changes = transaction.changes
            turned = transaction.turned
            if transaction.leaves_step:
                step = Step(transaction.label, self._now(), self._who)
                record(changes, step, turned, transaction.replaced, transaction.copies)
            if turned:  # once the step is kept, which has it by its values
                changes.texts[CONFIG] = self._settings.with_(turned)
            book_before = self.book() if BOOK in changes.names else None
            changes.commit()
            self.has_changed = self.has_changed or bool(changes.names)
            if transaction.copies:
                from .merging.putting_away import put_away

                self.troubles += put_away(self.path, transaction.copies)
            if book_before is not None:
                self.after_book(book_before, self.book())
        if not changes.is_large:
            self._verify_weekly()

    def beat(self, moment: datetime | None) -> None:
        """The running timer's sign of life, which leaves no step to undo; nothing where no timer runs."""
        if self.timer() is None:
            return
        from planner.domain.timer import beaten

        with self.change("") as kept:
            kept.undoable = False
            timer = kept.timer()
            if timer:
                kept.put_timer(beaten(timer, moment))

    def undo(self, number: int = 1) -> Step:
        """Take back the last change, whoever made it, or an earlier one alone: 2 is the one before it.

        Raises Refused where there is none, or a later one changed the same.
        """
        return self._swap("undo", "redo", number)

    def redo(self) -> Step:
        """Make the last undone change again. Raises Refused where there is none."""
        return self._swap("redo", "undo")

    def history(self) -> tuple[list[Step], list[Step]]:
        """What can be undone and what can be redone, newest first."""
        from .undo import history_of

        undone, redone = self._shelf.of_steps(lambda: history_of(self._shelf.steps()[1]))
        return undone, redone

    def _swap(self, source: str, target: str, number: int = 1) -> Step:
        from contextlib import ExitStack

        from .damage import close, opened_again
        from .undo import swap

        with self._lock, ExitStack() as damage:
            with self.change("") as kept:
                kept.undoable = False
                swapped: Swapped = self._shelf.of_steps(lambda: swap(kept.changes, source, target, self._now(), number))
                self._turn_settings(kept, swapped.turned)
                kept.troubles += [_stays(name) for name in swapped.stay]
                if source == "undo":  # before it counts: a crash may leave damage open that is not, never the reverse
                    damage.enter_context(opened_again(self.path, swapped.replaced))
            if source == "redo":
                close(self.path, swapped.replaced)
            if swapped.copies:
                from .merging.putting_away import put_away, put_back

                self.troubles += (put_away if source == "redo" else put_back)(self.path, swapped.copies)
        if swapped.missing:
            raise Refused(swapped.missing)
        if swapped.merged and source == "undo":
            self.troubles.append(
                say("It is taken back on this machine alone: another that has it brings it again when they are merged.")
            )
        return swapped.step

    def _turn_settings(self, kept: Transaction, turned: Iterable[Turned]) -> None:
        """Have her settings turned as a step says; what she wrote there herself since stays, and is said."""
        for each, stands in self._settings.against(turned):
            if stands:
                kept.put_setting(each.key, each.now)
            else:
                kept.troubles.append(
                    say("“{key}” in {file} has been changed since; it stays as it is.", key=each.key, file=CONFIG)
                )

    def carrying(self) -> Carrying:
        """What whoever carries this home to other machines needs of it."""
        from .carrying import Carrying

        return Carrying(self._shelf, self.change, self._who, self._patience)

    def waiting(self, *, of_all: bool = False) -> tuple[str, ...]:
        """What waits to be merged: another machine's copies, what git has left both sides in, and weeks that say more
        of an entry of another one's.

        With ``of_all`` every file is looked into for both sides, not only what was read or may have changed.
        """
        waiting = self._shelf.waiting(of_all=of_all)
        with suppress(StoreError):
            waiting += [name for name in self._twice().left_by_git(of_all=of_all) if name not in waiting]
        return tuple(waiting)

    def scattered(self) -> tuple[str, ...]:
        """The weeks that say more of an entry of another one's, as git leaves one that two machines moved."""
        return tuple(self._twice().scattered())

    # Safety

    def damage(self) -> list[str]:
        """What is to be said of every damaged file until it is mended; none is a part of what is read."""
        self._look_at_undo()
        return self._shelf.damage()

    def lacking(self) -> list[str]:
        """The names of the data files that are known to be damaged or missing, and are not mended yet."""
        return [name for name in self._shelf.lacking() if is_data(name)]

    def _look_at_undo(self) -> None:
        """Have it seen if the list of what can be undone is damaged, which only a change or an undo would read."""
        with suppress(StoreError):
            self._shelf.look_at(UNDO)

    def check(self) -> list[Finding]:
        """What there is to say of every file; nothing is changed but what was begun and can be finished."""
        from .check import check

        return check(self._shelf)

    def oddities(self) -> list[Oddity]:
        """What the records say that can hardly be so; nothing is changed."""
        from .oddities import oddities

        return oddities(self._shelf)

    def last_verified(self) -> Report | None:
        """When a daily backup was last restored for a test, and what came of it."""
        from .verification import last_report

        return last_report(self.path)

    def told_outside(self) -> ToldOutside:
        """What her own command was told of late."""
        from .outside import told_outside

        return told_outside(self.path)

    def keep_told(self, told: ToldOutside) -> bool:
        """Keep what her own command is told; False where that cannot be kept."""
        from .outside import keep_told

        return keep_told(self.path, told)

    @contextmanager
    def holding_commands(self) -> Iterator[None]:
        """A command for her warnings that comes in meanwhile, from elsewhere, is not run until she sets it here."""
        before = self.settings().on_warning
        try:
            yield
        finally:
            command = self.settings().on_warning
            if command not in ("", before):
                self.keep_told(self.told_outside()._replace(held=command))

    def uses(self) -> dict[str, int]:
        """How often each thing was taken that was found, by its key."""
        from .uses import read_uses

        return read_uses(self.path)

    def keep_uses(self, uses: dict[str, int]) -> None:
        """Keep that. Never raises."""
        from .uses import keep_uses

        keep_uses(self.path, uses)

    def put_in_order(self) -> InOrder:
        """Move entries to the files of their weeks, and part those that share an id, as one change."""
        from .oddities import put_in_order

        return put_in_order(self._shelf, lambda: self.change(say("Put entries in order")))

    def mend(self) -> list[Finding]:
        """Put the newest good backup of each damaged file back, with what was written since."""
        from .mend import mend

        return mend(self._shelf)

    def hand_out(self, name: str, content: bytes) -> str:
        """Write a file for other programs, which can be made anew from the data; returns its path."""
        files.make_folder(self.path)
        path = self._shelf.path(name)
        try:
            files.write_over(path, content)
        except OSError as error:
            raise files.unwritable(path, error) from None
        return path

    def backup(self, path: str) -> str:
        """Write everything into one archive; returns where it is."""
        from .archive import write_archive

        return write_archive(self._shelf, path, self.settings_folder)

    def backup_days(self) -> tuple[date, ...]:
        """The days that there is a daily backup of, newest first."""
        return tuple(self._shelf.backups.days())

    def judged_backups(self) -> dict[date, str]:
        """The days that there is a daily backup of, newest first, each with why it could not be restored (empty: it
        could). Every copy is read.
        """
        return {day: wrong for day, (_, wrong) in self._shelf.backups.of_days().items()}

    def verify(self, path: str) -> Verified:
        """Restore an archive, or a folder, into a temporary one, and compare. Raises Refused where they differ."""
        from .verification import verify

        return verify(path)

    def verify_day(self, day: date) -> Verified:
        """Verify the backup of a day. Raises Refused where it is not good."""
        return self.verify(self._good_backup(day))

    def source(self, path: str) -> Snapshot:
        """What an archive or a folder holds. Raises Refused where that is nothing of planner's."""
        from .restore import source_at

        return source_at(path, self.path).snapshot

    def source_of(self, day: date) -> Snapshot:
        """What the backup of a day holds. Raises Refused where there is none, or it is not good."""
        return self.source(self._good_backup(day))

    def _good_backup(self, day: date) -> str:
        """Where the newest good backup of a day is, if there is any of it. Raises Refused where none is good."""
        backup, wrong = self._shelf.backups.of_days().get(day, (None, ""))
        if wrong:
            raise Refused(say("The backup of {day} is not good: {why}.", day=day.isoformat(), why=wrong))
        return backup.path if backup else self._shelf.backups.folder_of(day)

    def snapshot(self) -> Snapshot:
        """All there is but undo: data with its tombstones, settings and themes. Raises Refused where one is damaged."""
        from .archive import texts_of
        from .restore import present

        return present(self._shelf)._replace(texts=texts_of(self.path, self.settings_folder))

    def restore(self, wanted: Snapshot, label: str) -> Restored:
        """Make everything as it is in ``wanted``, what is there being written into an archive first; one step."""
        from .restore import restore

        with self.holding_commands():
            return restore(self._shelf, self.change, wanted, label)

    def take_in(self, incoming: Snapshot, label: str, *, dry_run: bool = False) -> Restored:
        """Take in, record by record, what another home knows later than this one, as one step."""
        from .restore import take_in

        with self.holding_commands():
            return take_in(self._shelf, self.change, incoming, label, dry_run=dry_run)

    def copy_at(self, path: str) -> Copy:
        """Another copy of a home: a folder, an archive, or one data file of it.

        Raises Refused where that is nothing of planner's, Newer and StoreError.
        """
        from .home_copy import copy_at

        return copy_at(path, self.path)

    def conflicts(self, *, of_all: bool = True) -> list[Twofold]:
        """Everything of which two things are kept until she has chosen.

        Unless all files are to be looked at: in those that may have changed since they were.
        """
        names = self._twice().files(of_all=of_all)
        if not names:
            return []
        from .merging.conflicts import conflicts_in

        return conflicts_in(self._shelf, names)

    def _twice(self) -> KeptTwice:
        from .kept_twice import KeptTwice

        self._kept_twice = self._kept_twice or KeptTwice(self._shelf)
        return self._kept_twice

    def verify_newest(self) -> None:
        """Verify the newest daily backup, and keep what came of it for :meth:`last_verified`."""
        from .verification import verify_newest

        verify_newest(self._shelf)

    def put_off_verifying(self) -> None:
        """Have no other change find a verification due for a day: one has begun, or is about to."""
        from .verification import put_off

        put_off(self._shelf)

    def _verify_weekly(self) -> None:
        """Verify the newest daily backup where a week has passed since one was. Never raises: the change is made."""
        with suppress(PlannerError):
            stamp = files.stamp_of(self._shelf.path(VERIFIED))
            since = self._now().timestamp() - (stamp[0] / 1e9 if stamp else 0.0)
            if not 0 <= since < VERIFY_EVERY.total_seconds() and self._shelf.backups.days():
                self.when_due()


def _stays(name: str) -> str:
    """What is to be said of settings or a theme that a step put, and that she has written to since."""
    return say("{file} has been changed since; it stays as it is.", file=name)
