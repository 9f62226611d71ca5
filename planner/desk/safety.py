"""Safety: undo, redo, backups and the way back to them, checks, and news of other programs' changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

from planner.desk.base import Base, done
from planner.domain.book import Book
from planner.domain.errors import Misread, Refused, StoreError
from planner.domain.texts import fresh_id, shown
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import day_in_words, listing, say

if TYPE_CHECKING:
    from planner.desk.checkup import Checkup
    from planner.store.check import Finding
    from planner.store.restore import Restored
    from planner.store.snapshot import Snapshot
    from planner.store.steps import Step as Done
    from planner.store.verification import Verified
    from planner.store.watch import Watcher


class Restoration(NamedTuple):
    """What restoring did, in words and in figures: how many records of each table came back, changed and went."""

    change: Change
    figures: Restored

    @property
    def in_brief(self) -> Change:
        """The change for where there is no room for a path: the archive of what was there by its name, and first."""
        from planner.desk.record_words import what_changed

        before = os.path.basename(self.figures.before)
        archive = [say("{file} has what was there.", file=before)] if before else []
        return self.change._replace(notes=(*archive, *what_changed(self.figures)))


class Verification(NamedTuple):
    """That a backup is good, in words and in figures."""

    words: str
    figures: Verified


class Safety(Base):
    """Nothing she typed is ever lost."""

    def undo(self, number: int = 1) -> Change:
        """Take back the last change, whoever made it, or an earlier one alone: 2 is the one before it.

        Raises Refused where there is none, or a later one changed the same.
        """
        words = say("Undone: {what}", what=self._home.undo(number).label)
        return Change(words, notes=tuple(self._home.troubles))

    def history(self) -> tuple[list[Done], list[Done]]:
        """What can be undone, and what was undone and can be done again; the newest first."""
        undone, redone = self._home.history()
        return undone, redone

    def redo(self) -> Change:
        """Make the last undone change again; raises Refused where there is none."""
        words = say("Done again: {what}", what=self._home.redo().label)
        return Change(words, notes=tuple(self._home.troubles))

    def lacking(self) -> list[str]:
        """The names of the data files that are damaged or missing: what is written for others is without them."""
        return self._home.lacking()

    def backup(self, path: str) -> str:
        """Write everything into one archive; returns its path."""
        return self._home.backup(path)

    def backup_days(self) -> tuple[date, ...]:
        """The days that there is a daily backup of, newest first; whether it is good is seen as it is restored."""
        return self._home.backup_days()

    def judged_backups(self) -> dict[date, str]:
        """The days that there is a daily backup of, newest first, each with why it could not be restored (empty: it
        could). Every copy is read, which takes a second after ten years.
        """
        return self._home.judged_backups()

    def _good_days(self) -> tuple[date, ...]:
        return tuple(day for day, wrong in self.judged_backups().items() if not wrong)

    def restore(self, source: str) -> Restoration:
        """Make everything as an archive, another home or the backup of a day has it.

        Raises Misread for what is none of these, Refused and StoreError where it cannot be restored, and then nothing
        has changed.
        """
        with suppress(ValueError):  # a day in figures is a day, though a folder be called so
            if (day := date.fromisoformat(source)) in self.backup_days():
                return self.restore_day(day)
        if os.path.lexists(source):
            return self._restored(self._home.source(source), os.path.basename(os.path.abspath(source)))
        return self.restore_day(self._backup_day(source))

    def restore_day(self, day: date) -> Restoration:
        """Make everything as the backup of a day has it; raises as :meth:`restore`."""
        if day not in self.backup_days():
            raise Refused(self._no_backup(day))
        return self._restored(self._home.source_of(day), say("the backup of {day}", day=day_in_words(day)))

    def _restored(self, wanted: Snapshot, what: str) -> Restoration:
        from planner.desk.record_words import settings_put, settings_stay, what_changed

        words = say("Restored {what}", what=what)
        figures = self._home.restore(wanted, words)
        if not (figures.tallies or figures.written):
            words = say("Nothing differs from {what}; nothing was changed.", what=what)
        notes = [*what_changed(figures), *settings_put(figures), *settings_stay(figures)]
        if figures.written and (held := self.held_command()):
            notes.append(held)
        if figures.before and figures.tallies:
            notes.append(
                say("What was there before is in {path}; “planner undo” takes this back.", path=figures.before)
            )
        return Restoration(Change(words, "", tuple(notes), undoable=bool(figures.tallies or figures.written)), figures)

    def verify(self, path: str) -> Verification:
        """Restore an archive into a temporary folder and compare. Raises Refused where it does not come back whole."""
        return self._verified(self._home.verify(path), os.path.basename(os.path.abspath(path)))

    def verify_newest(self) -> Verification:
        """Verify the newest daily backup; raises Refused where there is none, or it is not whole."""
        day = next(iter(self.backup_days()), None)
        if day is None:
            raise Refused(say("There is no daily backup yet: the first is made with the first change of a second day."))
        return self._verified(self._home.verify_day(day), say("the backup of {day}", day=day_in_words(day)))

    def _verified(self, figures: Verified, what: str) -> Verification:
        from planner.desk.record_words import counted

        holds = counted(figures.counts) or say("nothing but settings")
        words = [say("{what} is good: restored for a test, it holds {holds}.", what=what, holds=holds)]
        if not figures.listed:
            words.append(say("It has no list of checksums to compare it with."))
        if figures.passed_over:
            words.append(
                say("Not planner's, and left out: {files}.", files=listing(list(map(shown, figures.passed_over))))
            )
        return Verification(" ".join(words), figures)

    def _backup_day(self, text: str) -> date:
        from planner.domain.grammar.days import read_day

        try:
            return read_day(text, self.now())
        except Misread:
            raise Misread(
                say("“{text}” is no archive, no folder and no day. {days}", text=shown(text), days=self._days_there())
            ) from None

    def _no_backup(self, day: date) -> str:
        return say("There is no backup of {day}. {days}", day=day.isoformat(), days=self._days_there())

    def _days_there(self) -> str:
        days = self._good_days()
        if not days:
            return say("There are no daily backups yet.")
        return say("There are backups of {days}.", days=listing([each.isoformat() for each in days]))

    def snapshot(self) -> Snapshot:
        """All there is but undo, to be given out whole. Raises Refused where a file is damaged."""
        return self._home.snapshot()

    def take_in(self, incoming: Snapshot, label: str, *, dry_run: bool = False) -> Restored:
        """Take in, record by record, what another home knows later than this one; one step to undo."""
        return self._home.take_in(incoming, label, dry_run=dry_run)

    def checkup(self, *, mend: bool = False) -> Checkup:
        """Look at every file and every record; with ``mend``, put right first what can be. Raises StoreError."""
        from planner.desk.checkup import Checkup

        files = self._mended() if mend else self._home.check()
        in_order = self._home.put_in_order() if mend else None
        retyped = self._type_apart() if mend else ()
        home = self._home
        days: tuple[date, ...] = ()
        with suppress(StoreError):  # that their folder cannot be looked into is among what is said of files
            days = self._good_days()
        found = Checkup(files, home.oddities(), home.last_verified(), days, *(in_order or ()))
        with suppress(StoreError):  # what cannot be looked into is among what is said of files
            found = found._replace(waiting=home.waiting(of_all=True), conflicts=len(home.conflicts()))
        return found._replace(retyped=retyped)

    def _type_apart(self) -> tuple[str, ...]:
        """Have each group that is typed as another is be typed by a word of its own, as one change; says which are."""
        from planner.domain.weeks.oddities import typed_alike

        alike = [group for group, _ in typed_alike(self.book())]
        said = []
        if alike:
            with self._changing() as kept:
                taken = kept.book().group_words()
                for group in alike:
                    own = group._replace(slug=fresh_id(group.slug, taken))
                    taken.add(own.slug)
                    kept.put_group(own)
                    said.append(say("{group} is typed as {slug} now", group=own.name, slug=own.slug))
                done(kept, say("Have groups typed apart"))
        return tuple(said)

    def _mended(self) -> list[Finding]:
        """Mend, and have the list of feeds follow, which stays as it is while the book cannot be read."""
        lacked_book = False
        with suppress(StoreError):  # of a home that cannot be looked into mending says so
            lacked_book = self.lacks_book()
        found = self._home.mend()
        if lacked_book:
            self._follow(Book({}, {}, {}), self.book())
        return found

    def stamp(self) -> tuple[object, ...]:
        """A fingerprint of all data, to know whether something changed."""
        return self._home.stamp()

    def watch(self, on_change: Callable[[], None]) -> Watcher:
        """Call ``on_change`` (from a thread of its own) whenever a data file changes."""
        from planner.store.watch import watch

        return watch(self.folder, on_change)
