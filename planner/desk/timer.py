"""The timer: a running entry, seen from every open terminal."""

from __future__ import annotations

from datetime import datetime

from planner.desk.base import Base, done
from planner.desk.newcomers import create_people, id_of_entry
from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.errors import Misread, Refused
from planner.domain.group import Group
from planner.domain.instants import pinned
from planner.domain.kinds import Kind
from planner.domain.texts import shown
from planner.domain.timer import Timer, away_since, doubt_words, gone_on, paused_at, run_until
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import clock, say, spell_minutes
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from planner.domain.grammar.reading import Reading


class Timing(Base):
    """Starting and stopping, and what to keep of a run that cannot be right."""

    def start(self, text: str, kind: Kind | None = None, group: Group | None = None) -> Change:
        """Start the timer; one that is running is stopped and logged first.

        A time alone, or the kind and group that are running already with a time, says since when it has been running.
        Nothing at all lets one that stands still go on.
        """
        paused = self.timer()
        if paused and paused.paused and not (text.strip() or kind or group):
            return self.go_on()
        from planner.domain.grammar.quickline import read_timer
        from planner.domain.grammar.reading_parts import doubts

        notes: tuple[str, ...] = ()
        with self._changing() as kept:
            running = kept.timer()
            again = self._told_anew(text, running, kept) if running and not (kind or group) else None
            if running and again:
                return self._moved(*again, running, kept)
            reading = read_timer(text, kept.book(), self.now(), kind=kind, group=group)
            if not (running or kind or group) and reading.problem and self._says_only_when(text, kept.book()):
                _running(None)  # which raises: since when is asked of one that runs
            timer, created = _timer_of(reading, kept, self.now())
            if running:
                entry, remarks = self._logged(kept, running, "")
                if entry:
                    notes = (say("Stopped {entry}", entry=self.entry_words(entry)), *remarks)
            kept.put_timer(timer)
            group = kept.book().groups[timer.group]
            if_then = group.if_then if timer.kind is Kind.WATCHING else ""
            notes = (*notes, *created, *doubts(reading), *filter(None, [if_then]))
            return done(kept, self._started(reading, group.name), notes=notes, read_as_note=reading.read_as_note)

    def read_start(self, text: str) -> Reading:
        """What a line says of the running timer: since when it has been running. Raises Refused where none is."""
        return _read_anew(text, _running(self.timer()), self.book(), self.now())

    def move_start(self, text: str) -> Change:
        """Say since when the running timer has been running. Raises Misread for a text that says no time."""
        with self._changing() as kept:
            running = _running(kept.timer())
            again = self._told_anew(text, running, kept)
            if again is None:
                raise _read_anew(text, running, kept.book(), self.now()).problem or Misread(
                    say("“{text}” does not say since when; write it as 14:30 or yesterday 23:10.", text=shown(text))
                )
            return self._moved(*again, running, kept)

    def in_doubt(self) -> str:
        """Why the running timer cannot be right, so that stopping it should ask what to keep; "" where it can."""
        timer, now = self.timer(), self.now()
        why = self.doubt_of(timer, now) if timer else None
        return doubt_words(why, timer, self.longest_run(timer), now) if timer and why else ""

    def until_words(self, text: str, start: datetime) -> str:
        """How a run from ``start`` would be kept until a time, such as ``18:30``. Raises Misread."""
        from planner.domain.grammar.keeping import until_words

        return until_words(text, start, self.now())

    def stop(self, keep: str = "") -> Change:
        """Stop the timer and log it, whole.

        ``keep`` answers for a run that cannot be right: ``usual``, ``all``, ``until HH:MM`` or ``drop``. Without an
        answer such a one is kept apart as unconfirmed and counts nowhere.
        """
        with self._changing() as kept:
            timer = _running(kept.timer())
            entry, remarks = self._logged(kept, timer, keep)
            kept.put_timer(None)
            if entry is None:
                name = kept.book().group_name(timer.group)
                return done(kept, say("Dropped the timer of {group}", group=name), notes=_other_run(kept))
            what = self.entry_words(entry)
            words = say("Logged {entry}", entry=what) if entry.confirmed else say("Kept apart {entry}", entry=what)
            change = done(kept, words, notes=(*_other_run(kept), *remarks), entry=entry)
        return self._beside(self._standing(change))._replace(guessed=timer.is_ahead(self.now()))

    def pause(self) -> Change:
        """Let the timer stand still: what lies between does not count.

        Raises Refused for one that does already, and for a run that cannot be right: what to keep is asked first.
        """
        with self._changing() as kept:
            timer, now = _running(kept.timer()), self.now()
            if timer.paused:
                raise Refused(self._stands_still(timer))
            if why := self.doubt_of(timer, now):
                asked = say("“planner stop” keeps it apart, and asks what to keep.")
                raise Refused(f"{doubt_words(why, timer, self.longest_run(timer), now)} {asked}")
            kept.put_timer(paused_at(timer, now))
            name, ran = kept.book().group_name(timer.group), spell_minutes(timer.elapsed(now))
            goes_on = say("{key} or “planner start” lets it go on.", key=self._pause_key)
            return done(kept, say("Paused {group} at {ran}", group=name, ran=ran), notes=(goes_on,))

    def go_on(self) -> Change:
        """Let a timer that stands still go on."""
        with self._changing() as kept:
            timer, now = _running(kept.timer()), self.now()
            if not timer.paused:
                raise Refused(say("The timer is running already; “planner pause” lets it stand still."))
            running = gone_on(timer, now)
            kept.put_timer(running)
            words = say(
                "{group} goes on from {ran}; {away} not counted",
                group=kept.book().group_name(timer.group),
                ran=spell_minutes(running.elapsed(now)),
                away=spell_minutes(running.away),
            )
            return done(kept, words)

    @property
    def _pause_key(self) -> str:
        return self.settings().key("week.pause", "P")

    def _stands_still(self, timer: Timer) -> str:
        assert timer.paused
        since = clock(timer.paused.astimezone(self.now().tzinfo))
        return say(
            "{group} has been paused since {since}; {key} or “planner start” lets it go on.",
            key=self._pause_key,
            group=self.book().group_name(timer.group),
            since=since,
        )

    def cancel(self) -> Change:
        """Stop the timer without logging anything; undo brings it back."""
        with self._changing() as kept:
            timer = _running(kept.timer())
            kept.put_timer(None)
            name = kept.book().group_name(timer.group)
            return done(kept, say("Cancelled the timer of {group}", group=name), notes=_other_run(kept))

    def beat(self, *, quitting: bool = False) -> None:
        """A sign of life from a screen that watches the running timer; none once it no longer does."""
        timer = self.timer()
        if timer and not timer.paused:
            self._home.beat(None if quitting else self.now())

    def _started(self, reading: Reading, group: str) -> str:
        """What was started; since when, with whom and what for, where any of it was said."""
        if reading.kind and not (reading.when_said or reading.note or reading.people or reading.new_people):
            return say("Started {kind} in {group}", kind=reading.kind.title, group=group)
        from planner.domain.grammar.quickline import spell
        from planner.domain.grammar.reading_parts import when_words

        what = spell(reading._replace(read_as_note=(), remark="", start=None), self.now())
        since = when_words(reading, self.now()) if reading.when_said else ""
        return say("Started {entry}", entry=", ".join(filter(None, [what, since])))

    def _says_only_when(self, text: str, book: Book) -> bool:
        """Whether a line says a moment and nothing more."""
        from planner.domain.grammar.quickline import read_timer

        if read_timer(text, book, self.now()).kind:
            return False
        nowhere = Group("", "", "")
        reading = read_timer(text, book, self.now(), kind=Kind.MEETING, group=nowhere)
        said = reading.note or reading.form or reading.people or reading.new_people or reading.objectives
        return reading.when_said and reading.group is nowhere and not said

    def _told_anew(self, text: str, running: Timer, kept: Transaction) -> tuple[Timer, tuple[str, ...]] | None:
        """The running timer with its start said anew, and notes on new people and on what is in doubt.

        None where the text speaks of another one, or of no time. Raises Misread for a time that cannot be.
        """
        from planner.domain.grammar.quickline import read_timer
        from planner.domain.grammar.reading_parts import doubts

        reading = read_timer(text, kept.book(), self.now())
        if reading.group is None:
            reading = _read_anew(text, running, kept.book(), self.now())
            if reading.note:  # perhaps the name of a group, mistyped
                return None
            if reading.when_said and reading.problem:
                raise reading.problem
        group = reading.group.id if reading.group else ""
        if reading.problem or not reading.when_said or (reading.kind, group) != (running.kind, running.group):
            return None
        timer, created = _timer_of(reading, kept, self.now())
        if running.paused and timer.start > running.paused:
            raise Refused(self._stands_still(running))
        anew = running._replace(
            start=timer.start,
            said=timer.said,
            away=away_since(running, timer.start, self.now()),
            form=timer.form or running.form,
            people=timer.people or running.people,
            note=timer.note or running.note,
        )
        return anew, (*created, *doubts(reading))

    def _moved(self, timer: Timer, notes: tuple[str, ...], running: Timer, kept: Transaction) -> Change:
        kept.put_timer(timer)
        now = self.now()
        group, since = kept.book().group_name(timer.group), clock(timer.start.astimezone(now.tzinfo))
        if timer.start.replace(second=0, microsecond=0) == running.start.replace(second=0, microsecond=0):
            return done(kept, say("{group}: running since {since} already", group=group, since=since), notes=notes)
        words = say(
            "{group}: running since {since}, not since {before}",
            group=group,
            since=since,
            before=clock(running.start.astimezone(now.tzinfo)),
        )
        return done(kept, words, notes=notes)

    def _logged(self, kept: Transaction, timer: Timer, keep: str) -> tuple[Entry | None, tuple[str, ...]]:
        """Keep what the timer ran for as an entry, none where it is to be dropped, and what there is to say of it."""
        from planner.domain.grammar.keeping import kept_minutes

        now = self.now()
        start, ran = run_until(timer, now)
        usual = self.book().usual(timer.group, timer.kind)
        minutes = kept_minutes(keep, start, ran, usual, now, timer.away) if keep else ran
        if minutes is None:
            return None, ()
        why = None if keep else self.doubt_of(timer, now)
        entry = Entry(
            id=id_of_entry(kept, f"timer {timer.kind} {timer.group}", start),
            start=pinned(start),
            minutes=minutes,
            kind=timer.kind,
            group=timer.group,
            form=timer.form,
            people=timer.people,
            objectives=timer.objectives,
            note=timer.note,
            via="paused" if timer.away else "timer",
            confirmed=why is None,
        )
        kept.put_entry(entry)
        remarks = []
        if why:
            remarks += [doubt_words(why, timer, self.longest_run(timer), now), self._how_to_answer(entry)]
        if timer.is_ahead(now):
            remarks.append(_put_back(timer, entry, now))
        return entry, tuple(remarks)

    def _how_to_answer(self, entry: Entry) -> str:
        return say(
            "It counts nowhere until you say what to keep: planner stop --keep usual ({usual}), "
            "all, “until 18:30” or drop.",
            usual=spell_minutes(min(entry.minutes, self.book().usual(entry.group, entry.kind))),
        )


def _other_run(kept: Transaction) -> tuple[str, ...]:
    """What goes on where another machine's run was kept beside the one that has ended; nothing without one."""
    timer = kept.timer()
    if timer is None:
        return ()
    group, since = kept.book().group_name(timer.group), clock(timer.start)
    return (say("The run of another machine goes on: {group}, since {since}.", group=group, since=since),)


def _running(timer: Timer | None) -> Timer:
    if timer is None:
        raise Refused(say("No timer is running; “planner start c lyon-ux” would start one."))
    return timer


def _read_anew(text: str, running: Timer, book: Book, now: datetime) -> Reading:
    """A line read beside the running timer, whose kind and group it need not repeat."""
    from planner.domain.grammar.quickline import read_timer

    return read_timer(text, book, now, kind=running.kind, group=book.groups.get(running.group))


def _put_back(timer: Timer, entry: Entry, now: datetime) -> str:
    return say(
        "The clock was put back: the timer began at {start}, which is still to come. "
        "It is kept as {minutes} up to now.",
        start=clock(timer.start.astimezone(now.tzinfo)),
        minutes=spell_minutes(entry.minutes),
    )


def _timer_of(reading: Reading, kept: Transaction, now: datetime) -> tuple[Timer, tuple[str, ...]]:
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
        said=now if reading.when_said else None,
    )
    return timer, notes
