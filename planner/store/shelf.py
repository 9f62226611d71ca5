"""The shelf: the data files of a home as values, each read again only when it has changed.

What it hands out is shared, so nobody may change it: tables are copied before they are changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from planner.domain.book import Book, UnreadBook
from planner.domain.errors import Damaged, Locked, Newer, StoreError
from planner.domain.value.contexts import suppress
from planner.domain.value.dates import datetime
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.week import Week
from planner.domain.words import say

from . import files, schema
from .checksum import checksum
from .contents import (
    ASIDE,
    BOOK,
    DEEDS,
    RHYTHM,
    STRANDS,
    TIMER,
    TOLD,
    TRACES,
    TWICE,
    UNDO,
    USES,
    VERIFIED,
    WEEKS,
    WITH_ASIDES,
    is_data,
    is_lasting,
    kept_files,
    names_in,
    set_aside_in,
    week_named,
    weeks_in,
)
from .files import Stamp
from .forms import Misshapen
from .journal import Journal
from .lock import Lock
from .reading import understood, value_of
from .tables import Tables, encoded, has_sides, rows_in, rows_of

if TYPE_CHECKING:
    from planner.domain.record import WeekRecord

    from .backups import Backups
    from .step_list import StepList

#: Is told the checksum (SHA-256) of a file that is made when it is written.
Seal = Callable[[str], None]

#: Nothing that is made when it is written, and none of her settings and themes.
NONE: Mapping[str, Callable[[], Tables]] = {}
NO_TEXTS: Mapping[str, bytes | None] = {}
NO_SEALS: Mapping[str, Seal] = {}


class Contents(Mapping[str, bytes | None]):
    """What files will hold, None for those that go, each put in order when it is asked for: one at a time in memory.

    What is made comes before what has changed: the list of what can be undone says the checksums of its images.
    """

    def __init__(
        self,
        changed: Mapping[str, Tables],
        gone: Iterable[str],
        made: Mapping[str, Callable[[], Tables]],
        texts: Mapping[str, bytes | None],
        seals: Mapping[str, Seal],
        *,
        steps: StepList | None,
    ) -> None:
        self._changed = changed
        self._steps = steps
        self._made = made
        self._seals = seals
        self._texts = texts
        self._gone = [name for name in gone if name not in changed and name not in made]

    def __getitem__(self, name: str) -> bytes | None:
        if name in self._changed:
            return encoded(self._changed[name])
        if name == UNDO and self._steps:
            return self._steps.encoded()
        if name in self._texts:
            return self._texts[name]
        if name in self._gone:
            return None
        try:
            tables = self._made[name]()
            value_of(name, tables)
        except Misshapen as wrong:
            raise StoreError(
                say("{file} would not be what it should ({wrong}), so nothing was changed.", file=name, wrong=wrong)
            ) from None
        content = encoded(tables)
        if name in self._seals:
            self._seals[name](checksum(content))
        return content

    def __iter__(self) -> Iterator[str]:
        return iter((*self._gone, *self._texts, *self._made, *self._changed, *((UNDO,) if self._steps else ())))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Held:
    """A file as read: when (None: there is none), its tables, and the value they stand for."""

    def __init__(self, stamp: Stamp | None, tables: Tables, value: Any) -> None:
        self.stamp = stamp
        self.tables = tables
        self.value = value


class Shelf:
    """Reads and replaces the data files of one home."""

    def __init__(self, home: str, lock: Lock, now: Callable[[], datetime], settings_folder: str) -> None:
        self.home = home
        self.settings_folder = settings_folder
        self.lock = lock
        self.now = now
        self._journal = Journal(home, settings_folder, self._held_before)
        self._settled = 0  # the holding of the lock in which nothing was left to finish
        self._held: dict[str, Held] = {}
        self._damaged: dict[str, Misshapen] = {}  # what could not be set aside
        self._whole: dict[str, Stamp] = {}  # what was found as the last change left it, and as of when
        self._two_sided: set[str] = set()  # of what was read: what git has left both sides in
        self._of_weeks: tuple[object, list[str]] | None = None  # what stands in the folder of weeks, and as of when
        self._unread: tuple[object, frozenset[Week]] | None = None  # the weeks that cannot be read, and as of when

    @cached_property
    def backups(self) -> Backups:
        """Its daily backups; who only asks about the week needs none of what makes them."""
        from .backups import Backups

        return Backups(self.home, self.now)

    def _held_before(self) -> frozenset[str]:
        """The data files that are known of where the last change says nothing of them."""
        return self.backups.held()

    def path(self, name: str) -> str:
        """Where a file is."""
        return os.path.join(self.home, name)

    def load(self, name: str) -> Held:
        """A file as it is now; an empty one where there is none, or it cannot be read as what it should be.

        Such a one is set aside; :meth:`damage` tells of it until it is mended. Raises Newer and StoreError.
        """
        self.settle()
        held = self._held.get(name)
        if held is None or held.stamp != files.stamp_of(self.path(name)):
            self._damaged.pop(name, None)
            try:
                held = self._read(name)
            except Misshapen as wrong:
                held = self._read_again(name, wrong)
            self._held[name] = held
        return held

    def look_at(self, name: str) -> None:
        """Have it seen if a file is damaged. What nobody wrote to since the last change is not, nor what is to the last
        byte as that left it; neither is taken apart for this: a list of two hundred steps takes longer to read than to
        judge a week. Raises StoreError.
        """
        if name not in self._held and name not in self._damaged:
            stamp = files.stamp_of(self.path(name))
            if stamp and self._is_as_written(name, stamp):
                return
            file = files.read(self.path(name))
            if file and self._is_as_left(name, *file):
                return
        self.load(name)

    def _is_as_written(self, name: str, stamp: Stamp) -> bool:
        """Whether nobody wrote to a file since the last change, as far as its stamp tells."""
        return self._whole.get(name) == stamp or self._journal.is_as_left(name, stamp)

    def _is_as_left(self, name: str, content: bytes, stamp: Stamp) -> bool:
        """Whether a file is to the last byte as the last change left it."""
        if is_so := self._journal.has_left(name, content):
            self._whole[name] = stamp
        return is_so

    def once(self, name: str) -> Tables:
        """A file's tables as :meth:`load` gives them, not held: for who goes through all files of a home once."""
        held = name in self._held
        tables = self.load(name).tables
        if not held:
            del self._held[name]
        return tables

    def text(self, name: str) -> bytes | None:
        """What one of her settings and themes holds; None where there is none. Raises StoreError."""
        file = files.read(os.path.join(self.settings_folder, name))
        return file[0] if file else None

    def save(
        self,
        changed: Mapping[str, Tables],
        gone: Iterable[str] = (),
        made: Mapping[str, Callable[[], Tables]] = NONE,
        texts: Mapping[str, bytes | None] = NO_TEXTS,
        seals: Mapping[str, Seal] = NO_SEALS,
        *,
        steps: StepList | None = None,
    ) -> None:
        """Replace files by these tables, together, under the lock, and take others away.

        What is ``made`` is so when it is written, one file after the other, and not held here; ``seals`` are told its
        checksums. ``texts`` are settings and themes of hers, whole; None takes one away. ``steps`` are the new list of
        what can be undone.

        Raises StoreError, and then nothing is changed, unless it says so.
        """
        for name in self._damaged.keys() & {*changed, *made, *((UNDO,) if steps else ())}:
            raise damaged_in_place(self.path(name))
        values = {name: value_of(name, tables) for name, tables in changed.items()}
        self._settled = 0  # it may be left to be finished
        self._of_weeks = None
        stamps = self._journal.replace(Contents(changed, gone, made, texts, seals, steps=steps))
        for name, tables in changed.items():
            self._held[name] = Held(stamps[name], tables, values[name])
        if steps:
            self._held.pop(UNDO, None)  # nobody asks for its tables
            self._whole[UNDO] = stamps[UNDO]

    def back_up(self) -> None:
        """Have there be a backup of today, from before the first write. Raises StoreError."""
        from .backup import has_untouched

        if not has_untouched(self.home, self.now().date()):  # which is so after the first change of a day
            self.backups.make_daily()

    def refuse_changed(self, name: str, stamp: Stamp | None) -> None:
        """Raises StoreError where a file is no longer as it was read: an editor asks for no lock."""
        if files.stamp_of(self.path(name)) != stamp:
            raise StoreError(
                say("Another program wrote {file} at the same moment: nothing was saved. Do it again.", file=name)
            )

    def steps(self, *, whole: bool = False) -> tuple[Stamp | None, StepList]:
        """The list of what can be undone, and as of when it was read. Raises as :meth:`load`.

        None of its rows is read where it is as the last change left it, unless it is to be read ``whole``.
        """
        from .step_list import StepList

        self.settle()
        file = None if whole else files.read(self.path(UNDO))
        if file and (self._is_as_written(UNDO, file[1]) or self._is_as_left(UNDO, *file)):
            with suppress(Misshapen):
                steps = StepList(rows_in(file[0]))
                if steps.is_of_today:
                    return file[1], steps
        held = self.load(UNDO)
        return held.stamp, StepList(rows_of(held.tables))

    def of_steps(self, build: Callable[[], Any]) -> Any:
        """What ``build`` makes of the list of what can be undone, which is set aside where it raises Misshapen.

        Raises Damaged then, and as :meth:`load`.
        """
        try:
            return build()
        except Misshapen as wrong:
            raise self._aside(UNDO, wrong) from None

    def damage(self) -> list[str]:
        """What is to be said of every damaged file that is not mended, and of folders that cannot be looked into."""
        held = self._journal.holds()  # first: all of these were in their places by then
        asides, there, out_of_reach = self._looked_at()
        missing = _without(held, there, asides)
        try:
            spoilt = list(self._journal.spoilt())
        except StoreError as error:
            spoilt = [str(error)]
        if not (asides or missing or self._damaged or spoilt or out_of_reach):
            return []
        from .damage import aside_words, damaged, gone

        stuck = [str(damaged(name, wrong, self.path(name), self.backups)) for name, wrong in self._damaged.items()]
        lost = [gone(name, self.backups) for name in missing]
        sentences = [
            *(aside_words(self.home, aside, self.backups) for aside in asides),
            *lost,
            *stuck,
            *spoilt,
            *out_of_reach,
        ]
        return list(dict.fromkeys(sentences))  # of two folders the same may be wrong

    def _looked_at(self) -> tuple[list[str], set[str], list[str]]:
        """The names of the damaged files that were set aside, of all files, and why others are not known, in words.

        Of a folder that cannot be looked into, nothing is known to be missing.
        """
        asides: list[str] = []
        there: set[str] = set()
        out_of_reach = []
        for folder in WITH_ASIDES:
            try:
                names = self._names_in(folder)
            except StoreError as error:
                out_of_reach.append(str(error))
                there |= {name for name in self._journal.holds() if os.path.dirname(name) == folder}
            else:
                asides += sorted(_asides(names))
                there.update(names)
        return asides, there, out_of_reach

    def _names_in(self, folder: str) -> list[str]:
        """The names of all that stands in a folder. Raises StoreError.

        That of the weeks, five hundred after ten years, is looked into again only where it has changed, or something
        was done here that may have changed it: a clock that ticks seldom does not tell of that.
        """
        if folder != WEEKS:
            return names_in(self.home, folder)
        as_of = files.stamp_of(self.path(WEEKS)), self._journal.holds()
        if self._of_weeks is None or self._of_weeks[0] != as_of:
            self._of_weeks = as_of, names_in(self.home, WEEKS)
        return self._of_weeks[1]

    def waiting(self, *, of_all: bool = False) -> list[str]:
        """The names of another machine's copies, and of the files that git has left both sides in.

        Of those that were read so far, unless all are to be looked into, which takes a look at each byte of the home.
        """
        if of_all:
            for name in filter(is_data, kept_files(self.home)):
                file = files.read(self.path(name))
                (self._two_sided.add if file and has_sides(file[0]) else self._two_sided.discard)(name)
        try:
            weeks = self._names_in(WEEKS)
            odd = [name for name in self._names_in("") if name.endswith(".json") and name not in _OWN]
            if max(map(len, weeks), default=0) > _LONGEST:
                odd += [name for name in weeks if name.endswith(".json") and len(name) > _LONGEST]
        except StoreError:
            return sorted(self._two_sided)
        if not odd:
            return sorted(self._two_sided)
        from .copies import copies_among

        copies = (name for name in copies_among(odd) if os.path.isfile(self.path(name)))
        return sorted(self._two_sided.union(copies))

    def missing(self) -> list[str]:
        """The names of the data files that were there after the last change, or before, and have vanished since."""
        held = self._journal.holds()
        asides, there, _ = self._looked_at()
        return _without(held, there, asides)

    def lacking(self) -> list[str]:
        """The names of the files that are known to be damaged or missing, and are not mended yet."""
        asides, there, _ = self._looked_at()
        known = {*self._damaged, *(aside.partition(ASIDE)[0] for aside in asides)}
        return sorted(known.union(_without(self._journal.holds(), there, asides)))

    def read_all(self) -> None:
        """Have it known of every file that no change takes away whether it can be read. Raises StoreError."""
        for name in list(kept_files(self.home)):
            if is_lasting(name):
                with suppress(Newer):  # whole, for all that is known of it
                    self.once(name)

    def lacks(self, name: str) -> bool:
        """Whether a file is damaged or missing, and not mended yet. Raises StoreError."""
        if name in self._damaged:
            return True
        held = self._journal.holds()
        there = names_in(self.home, os.path.dirname(name))
        begun_anew = (each.partition(ASIDE)[0] for each in there if ASIDE in each)
        return (name in held and name not in there) or name in begun_anew

    def unread_weeks(self) -> frozenset[Week]:
        """The weeks whose file is known to be damaged or missing, and not mended yet: more was in them than is known.

        Their folder is looked into again only where it has changed. Where it cannot be, none is known.
        """
        with suppress(StoreError):
            as_of = (files.stamp_of(self.path(WEEKS)), self._journal.holds(), tuple(self._damaged))
            if self._unread is None or self._unread[0] != as_of:
                self._unread = as_of, frozenset(filter(None, map(week_named, self._lacking_weeks(as_of[1]))))
            return self._unread[1]
        return frozenset()

    def _lacking_weeks(self, held: frozenset[str]) -> set[str]:
        """The names of the weeks' files that are damaged or missing, and not mended yet. Raises StoreError."""
        there = self._names_in(WEEKS)
        aside = {name.partition(ASIDE)[0] for name in _asides(there)}
        gone = {name for name in held.difference(there) if week_named(name)}
        return aside | gone | self._damaged.keys()

    def tell_missing(self, names: Iterable[str]) -> None:
        """Have it told until they are mended that files have vanished, since others are about to take their places.

        Raises StoreError.
        """
        missing = [name for name in names if is_lasting(name) and not os.path.lexists(self.path(name))]
        if missing and (lost := self._journal.holds() & set(missing)):
            from .damage import keep_place

            for name in sorted(lost):
                if not any(each.startswith(f"{name}{ASIDE}") for each in set_aside_in(self.home)):
                    keep_place(self.path(name), self.now())

    def unfinished(self) -> Iterator[tuple[str, str]]:
        """What lies in the journal, by name, and what it is. Raises StoreError."""
        return self._journal.remains()

    def weeks(self) -> tuple[Week, ...]:
        """The weeks that have a file, oldest first."""
        self.settle()
        return tuple(weeks_in(self.home))

    def settle(self) -> None:
        """Finish what a planner that is gone has begun. Raises StoreError.

        Where it cannot be seen whether there is anything, what can be read still is, and :meth:`damage` says so.
        """
        if self._settled and self._settled == self.lock.held:
            return  # nobody else can have begun anything since
        try:
            unfinished = self._journal.unfinished()
        except StoreError:
            if self.lock.held:
                raise
            return
        if unfinished:
            with self.lock:
                self._journal.settle()
        self._settled = self.lock.held

    def _read(self, name: str) -> Held:
        file = files.read(self.path(name))
        if file is None:
            tables = schema.fresh()
            return Held(None, tables, value_of(name, tables))
        content, stamp = file
        (self._two_sided.add if has_sides(content) else self._two_sided.discard)(name)
        return Held(stamp, *understood(name, content, to_change=bool(self.lock.held)))

    def _read_again(self, name: str, wrong: Misshapen) -> Held:
        """Read a file that looked damaged once more, under the lock: it may have been replaced meanwhile."""
        try:
            with self.lock:
                try:
                    return self._read(name)
                except Misshapen as still:
                    return self._begun_anew(name, still)
        except (Newer, Locked):
            raise
        except StoreError:  # no lock in a folder that may not be written to
            return self._begun_anew(name, wrong)

    def _begun_anew(self, name: str, wrong: Misshapen) -> Held:
        """An empty file in the place of a damaged one, which is set aside, or stays where it cannot be."""
        from .damage import set_aside

        path, tables = self.path(name), schema.fresh()
        self._unread = self._of_weeks = None
        if set_aside(path, self.now()) == path:
            self._damaged[name] = wrong
        return Held(files.stamp_of(path), tables, value_of(name, tables))

    def _aside(self, name: str, wrong: Misshapen) -> Damaged:
        from .damage import damaged, set_aside

        self._of_weeks = None
        kept = set_aside(self.path(name), self.now())
        return damaged(name, wrong, kept, self.backups)


def as_read(book: Book, shelf: Shelf) -> Book:
    """A book as it is, or as one that is ``unread`` where its file is damaged, with what was kept since."""
    with suppress(StoreError):  # of a folder that cannot be looked into, what can be read is all there is
        if shelf.lacks(BOOK):
            return UnreadBook(*book)
    return book


def week_as_read(record: WeekRecord, shelf: Shelf) -> WeekRecord:
    """A week as it is, or as one that is ``unread`` where its file is damaged, with what was kept since."""
    return record._replace(unread=True) if record.week in shelf.unread_weeks() else record


def _asides(names: Sequence[str]) -> list[str]:
    """Those of names that are of what was set aside; of hundreds it is looked at once whether there are any."""
    return [name for name in names if ASIDE in name] if ASIDE in "\n".join(names) else []


#: The length of a week's file's name, and the files of planner's beside the weeks.
_LONGEST = len("weeks/2026-W48.json")
_OWN = frozenset((BOOK, TIMER, DEEDS, UNDO, RHYTHM, TRACES, STRANDS, TWICE, VERIFIED, TOLD, USES))


def _without(held: frozenset[str], there: Iterable[str], asides: Iterable[str]) -> list[str]:
    """Those of the files a home should have that are not there, and of which no other word tells."""
    return sorted(held.difference(there, (aside.partition(ASIDE)[0] for aside in asides)))


def damaged_in_place(path: str) -> StoreError:
    """Why nothing may be written to a damaged file that could not be set aside."""
    return StoreError(
        say("{path} is damaged, and may not be renamed: nothing was saved. Allow it and do it again.", path=path)
    )
