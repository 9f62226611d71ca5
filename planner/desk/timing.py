"""The timer: a running entry, seen from every open terminal."""

from __future__ import annotations

from planner.desk.log import Log, create_people, new_id
from planner.domain.entry import Entry
from planner.domain.errors import Misread, Refused
from planner.domain.grammar import quickline
from planner.domain.grammar.reading import Reading
from planner.domain.group import Group
from planner.domain.instants import pinned
from planner.domain.kinds import Kind
from planner.domain.timer import Timer, forgotten, kept_minutes
from planner.domain.weeks.change import Change
from planner.domain.words import say, spell_minutes
from planner.store.transaction import Transaction


class Timing(Log):
    """Starting and stopping, and what to keep of a timer that was forgotten."""

    def start(self, text: str, kind: Kind | None = None, group: Group | None = None) -> Change:
        """Start the timer; one that is running is stopped and logged first."""
        notes: tuple[str, ...] = ()
        with self._home.change("") as kept:
            reading = quickline.read_timer(text, kept.book(), self.now(), kind=kind, group=group)
            running = kept.timer()
            timer, created = _timer_of(reading, kept)
            if running:
                entry = self._logged(kept, running, "")
                if entry:
                    doubt = () if entry.confirmed else (self._doubt(entry),)
                    notes = (say("Stopped {entry}", entry=self.entry_words(entry)), *doubt)
            kept.put_timer(timer)
            name = kept.book().group_name(timer.group)
            kept.label = words = say("Started {kind} in {group}", kind=timer.kind.title, group=name)
        if_then = self.book().groups[timer.group].if_then if timer.kind is Kind.WATCHING else ""
        return Change(words, notes=(*notes, *created, *filter(None, [if_then])))

    def forgotten(self) -> bool:
        """Whether the running timer was probably forgotten, so that stopping it should ask what to keep."""
        timer = self.timer()
        return bool(timer and forgotten(timer, self.book().usual(timer.group, timer.kind), self.now()))

    def stop(self, keep: str = "") -> Change:
        """Stop the timer and log it.

        ``keep`` answers for a forgotten timer: ``usual``, ``all``, ``until HH:MM`` or ``drop``. Without an answer
        a forgotten one is kept apart as unconfirmed and counts nowhere.
        """
        with self._home.change("") as kept:
            timer = _running(kept)
            entry = self._logged(kept, timer, keep)
            kept.put_timer(None)
            name = kept.book().group_name(timer.group)
            what = self.entry_words(entry) if entry else ""
            kept.label = words = (
                say("Logged {entry}", entry=what) if entry else say("Dropped the timer of {group}", group=name)
            )
        if entry is None:
            return Change(words)
        return self._overlapping(self._change(words, entry, () if entry.confirmed else (self._doubt(entry),)), entry)

    def cancel(self) -> Change:
        """Stop the timer without logging anything; undo brings it back."""
        with self._home.change("") as kept:
            timer = _running(kept)
            kept.put_timer(None)
            name = kept.book().group_name(timer.group)
            kept.label = words = say("Cancelled the timer of {group}", group=name)
        return Change(words)

    def settle(self, id_: str, keep: str) -> Change:
        """Answer for an unconfirmed entry: ``usual``, ``all``, ``until HH:MM`` or ``drop``."""
        from planner.domain.grammar.amend import Amended

        entry = self.find_entry(id_)
        usual = self.book().usual(entry.group, entry.kind)
        minutes = kept_minutes(keep, entry.start, entry.minutes, usual, self.now())
        if minutes is None:
            return self.remove_entry(entry.id)
        return self._amend(entry.id, lambda entry, _: Amended(entry._replace(minutes=minutes, confirmed=True)))

    def beat(self, *, quitting: bool = False) -> None:
        """A sign of life from a screen that watches the running timer; none once it no longer does."""
        if self.timer():
            self._home.beat(None if quitting else self.now())

    def _logged(self, kept: Transaction, timer: Timer, keep: str) -> Entry | None:
        """Keep what the timer ran for as an entry; None where it is to be dropped."""
        now = self.now()
        usual = self.book().usual(timer.group, timer.kind)
        ran = max(1, timer.elapsed(now))
        minutes = kept_minutes(keep, timer.start, ran, usual, now) if keep else ran
        if minutes is None:
            return None
        entry = Entry(
            id=new_id(),
            start=pinned(timer.start),
            minutes=minutes,
            kind=timer.kind,
            group=timer.group,
            form=timer.form,
            people=timer.people,
            objectives=timer.objectives,
            note=timer.note,
            via="timer",
            confirmed=bool(keep) or not forgotten(timer, usual, now),
        )
        kept.put_entry(entry)
        return entry

    def _doubt(self, entry: Entry) -> str:
        return say(
            "It ran for {time}: it counts nowhere until you say what to keep, "
            "such as “planner edit {id} --minutes {usual}”.",
            time=spell_minutes(entry.minutes),
            id=entry.id,
            usual=self.book().usual(entry.group, entry.kind),
        )


def _running(kept: Transaction) -> Timer:
    timer = kept.timer()
    if timer is None:
        raise Refused(say("No timer is running; “planner start c lyon-ux” would start one."))
    return timer


def _timer_of(reading: Reading, kept: Transaction) -> tuple[Timer, tuple[str, ...]]:
    """The timer that a reading stands for, its new people created, and notes on them."""
    if reading.problem:
        raise reading.problem
    if not (reading.kind and reading.group and reading.start):
        raise Misread(say("Say what it is and where, such as “c lyon-ux”."))
    start = pinned(reading.start)
    created, notes = create_people(kept, reading.new_people, start.date(), reading.group.id)
    timer = Timer(
        start=start,
        kind=reading.kind,
        group=reading.group.id,
        form=reading.form,
        people=reading.people_with(created),
        objectives=reading.objective_ids,
        note=reading.note,
    )
    return timer, notes
