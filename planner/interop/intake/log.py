"""A tracker's log: its stretches are mapped, paired with what the home has of them, and become entries.

A stretch is known by its key. What she removed stays removed. Of several files the later one is read first, for it is
the later word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain

from planner.desk.imports import WEEKS_A_YEAR, Brought
from planner.desk.newcomers import new_id
from planner.domain.errors import Refused
from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.imported import Waiting
from planner.domain.texts import folded, shown
from planner.domain.week import Week
from planner.domain.weeks.last_year import last_year
from planner.domain.words import dated_clock, plural, say, spell_minutes
from planner.interop.account import Account
from planner.interop.intake.beside import Laying, beside_sentences
from planner.interop.intake.draft import Passed, Stretch, Unmapped
from planner.interop.intake.format import Taking
from planner.interop.intake.ledger import Ledger, entry_id
from planner.interop.intake.log_groups import LogGroups
from planner.interop.intake.mapping import map_option, name_map
from planner.interop.intake.meanings import Meanings
from planner.interop.intake.pairing import Pairing, Read
from planner.interop.intake.proposal import CHANGED, NEW, Item, Proposal, kept
from planner.interop.intake.tracker import Tracker
from planner.interop.intake.whole import import_of, some
from planner.interop.problem import Problem
from planner.store.sources import Kept

#: Rows after which it is told how far the reading is.
OFTEN = 2_000


def propose_log(tracker: Tracker, taking: Taking) -> Proposal:
    """What a tracker's log would bring. Raises Misread for a map that cannot be, Refused where there is no row."""
    intake = _LogIntake(tracker, taking)
    intake.read()
    if not intake.rows:
        raise Refused(
            say("There is no row in “{path}”; export it anew with what is to be read.", path=taking.parts.called)
        )
    intake.lay_out()
    return intake.proposal()


class _LogIntake:
    """One log on its way in."""

    def __init__(self, tracker: Tracker, taking: Taking) -> None:
        self._tracker, self._desk, self._given = tracker, taking.desk, taking.parts
        self._taking = taking._replace(parts=taking.parts._replace(parts=taking.parts.parts[::-1]))
        self._id = new_id()
        self._kept = self._desk.kept_sources({tracker.name}, tracker.old_place)
        odd_ids = {each.id for place, each in self._kept.items() if each.id != entry_id(place)}
        self._meanings = Meanings(name_map(taking.wishes.map, self._desk.map_text()))
        self._groups = LogGroups(self._desk.book(), self._meanings, tracker.name, self._id)
        self._ledger = Ledger(self._taking.parts, self._meanings, self._groups, self._id, odd_ids)
        self._laying = Laying(tracker, self._taking, self._ledger)
        self._said: dict[str, int] = {}  # which file says each, the latest of them
        self._times: dict[str, int] = {}  # how often the file that is read says each
        self._in_file = 0
        self._weeks: dict[int, Week] = {}
        self._moved: list[tuple[Kept, Stretch]] = []
        self._unmapped: dict[str, Unmapped] = {}
        self._first: datetime | None = None
        self._last: datetime | None = None
        self.rows = self._left_over = 0

    # Reading

    def read(self) -> None:
        """Go through all rows once: most are told apart as they come, and only what is new is held."""
        until = self._taking.now.astimezone(UTC)
        for draft in self._tracker.read(self._taking, self._ledger.problems):
            self.rows += 1
            if self.rows % OFTEN == 0:
                self._taking.tell("read", self.rows, 0)
            if isinstance(draft, Passed):
                self._pass(draft)
            else:
                self._take(draft, until)

    def _pass(self, row: Passed) -> None:
        if row.there:
            self._ledger.there += 1
        elif row.asked:
            self._ledger.keep_back(row.file, row.row, row.why, row.minutes)
        else:
            self._ledger.unreadable += row.unreadable
            self._ledger.skip(row.file, row.row, row.why, row.minutes)

    def _take(self, draft: Stretch, until: datetime) -> None:
        place = self._place(draft)
        if self._first is None or draft.start < self._first:
            self._first = draft.start
        if self._last is None or draft.start > self._last:
            self._last = draft.start
        if place in self._said:  # the source's own id a second time, or what an earlier file says, too
            self._ledger.there += 1
            return
        self._said[place] = draft.file
        known = self._kept.get(place)
        if known is None:
            self._take_new(draft._replace(key=place), until)
        elif known.removed:
            self._skip(draft, say("you removed it here, and it stays removed"))
        elif draft.content and known.source.content not in self._meanings.contents(draft) and not draft.unfit:
            self._moved.append((known, draft._replace(key=place)))
        else:
            self._ledger.there += 1

    def _place(self, draft: Stretch) -> str:
        """Its key under its format; the second of two that say the same in one file is another one."""
        place = f"{self._tracker.name} {draft.key}"
        if self._tracker.own_keys:
            return place
        if draft.file != self._in_file:
            self._in_file, self._times = draft.file, {}
        times = self._times[place] = self._times.get(place, 0) + 1
        return place if times == 1 else f"{place}-{times}"

    def _take_new(self, draft: Stretch, until: datetime) -> None:
        meaning = self._meanings.of(draft)
        end = draft.start + timedelta(minutes=draft.minutes)
        if draft.unfit or isinstance(meaning, str):
            self._skip(draft, draft.unfit or str(meaning))
        elif len(draft.name) > LONGEST_NAME and not (meaning and meaning.group):
            n = len(draft.name)
            why = say("its project is {n} characters long; a name has at most {most}", n=n, most=LONGEST_NAME)
            self._skip(draft, why)
        elif end > until:
            why = say("it ends at {end}, which is still to come", end=dated_clock(end, self._taking.now))
            self._skip(draft, why)
        elif meaning is None or meaning.kind is None:
            self._ledger.kept_back += 1
            key = folded(draft.name)
            waits = self._unmapped.get(key) or Unmapped(draft.name, self._ledger.file(draft.file), draft.row)
            self._unmapped[key] = waits._replace(rows=waits.rows + 1, minutes=waits.minutes + draft.minutes)
        else:
            self._ledger.come(draft, self._week(draft.start))

    def _skip(self, draft: Stretch, why: str) -> None:
        self._ledger.skip(draft.file, draft.row, why, draft.minutes)

    def _week(self, start: datetime) -> Week:
        day = start.toordinal()
        if day not in self._weeks:
            self._weeks[day] = Week.of(start)
        return self._weeks[day]

    def lay_out(self) -> None:
        """Lay what was read beside what the home has: what changed, what is left over, what goes on meanwhile."""
        pairing = Pairing(self._tracker, self._desk, self._kept, self._ledger)
        for known, draft in self._moved:
            pairing.pair_key(known, draft)
        if self._first and self._last:
            read = Read(self._first, self._last, self._said)
            self._left_over = pairing.pair_content(read, files=len(self._given.parts))
        self._laying.lay()

    # What comes of it

    def proposal(self) -> Proposal:
        """What would be kept."""
        ledger = self._ledger
        new = list(chain.from_iterable(ledger.fresh.values()))
        waits = tuple(sorted(self._unmapped.values(), key=lambda each: -each.minutes))
        account = Account(
            self._tracker.name,
            len(self._given.parts),
            added=len(new),
            changed=ledger.updated,
            already_there=ledger.there,
            skipped=ledger.skipped,
            kept_back=ledger.kept_back,
            unreadable=ledger.unreadable,
            new_groups=tuple(group.slug for group in self._groups.new.values()),
            minutes=sum(draft.minutes for draft in new),
            problems=(
                *self._given.problems,
                *ledger.problems,
                *(Problem(each.file, each.row, _why_unmapped(each), each.minutes) for each in waits),
            ),
        )
        proposed = sum(draft.minutes for draft in new if self._meanings.is_proposed(draft))
        more = {"overlaps": [beside.document() for beside in self._laying.found]}
        does = new or ledger.changed
        brought = kept(self._brought(account, new, waits)) if does else None
        sentences = tuple(self._sentences(account.minutes - proposed, proposed))
        year = (lambda _out: "") if self._desk.imports() else self._year
        return Proposal(account, brought, self._items, sentences, waits, more, self._id if does else "", year)

    def _brought(self, account: Account, new: list[Stretch], waits: tuple[Unmapped, ...]) -> Brought:
        days = [draft.start.date() for draft in new]
        record = import_of(self._id, self._taking._replace(parts=self._given), account)._replace(
            first=min(days, default=None),
            last=max(days, default=None),
            waits=tuple(Waiting(each.name, each.rows, each.minutes) for each in waits),
        )
        n, program = account.added + account.changed, self._tracker.program
        return Brought(
            record,
            plural(n, "Read {n} entry of {program}", "Read {n} entries of {program}", program=program),
            groups=tuple(self._groups.new.values()),
            weeks=dict.fromkeys(self._ledger.weeks, self._ledger.made),
            entries=account.added + sum(map(len, self._ledger.changed.values())),
        )

    def _items(self) -> Iterator[Item]:
        fresh, changed = self._ledger.fresh, self._ledger.changed
        for week in sorted({*fresh, *changed}):
            for draft in sorted(fresh.get(week, ()), key=lambda each: each.start):
                id_, name = entry_id(draft.key), self._groups.name(draft)
                yield Item("entries", id_, NEW, draft.note, draft.start.date(), draft.minutes, name)
            for entry in changed.get(week, {}).values():
                name = self._desk.book().group_name(entry.group)
                counts = entry.id not in self._ledger.uncounted
                yield Item("entries", entry.id, CHANGED, entry.note, entry.day, entry.minutes, name, counts)

    def _year(self, out: Collection[str]) -> str:
        """What her last year was, with what is new and is not left out."""
        this = Week.of(self._taking.now)
        entries = [
            entry
            for week in sorted({*self._desk.logged_weeks(), *self._ledger.fresh, *self._ledger.changed})
            if 0 <= this.minus(week) <= WEEKS_A_YEAR
            for entry in self._ledger.entries(self._desk.week_once(week))
            if entry.id not in out
        ]
        return last_year(entries, self._taking.now.date()).words

    def _sentences(self, logged: int, proposed: int) -> Iterator[str]:
        """What there is to say of ``logged`` and ``proposed`` minutes, new groups and what goes on beside."""
        if logged:
            yield say("{time} logged.", time=spell_minutes(logged))
        if proposed:
            yield say(
                '{time} proposed: it counts nowhere until you answer for it in its week; --map "GROUP=watching" says '
                "it of all at once.",
                time=spell_minutes(proposed),
            )
        if self._groups.new:
            names = [group.name for group in self._groups.new.values()]
            yield say("New groups, parked: {names}.", names=some(names))
        yield from beside_sentences(self._laying.found, self._taking.now)
        if self._left_over:
            yield plural(
                self._left_over,
                "{n} that was read before is no longer in it; it stays.",
                "{n} that were read before are no longer in it; they stay.",
            )


def _why_unmapped(each: Unmapped) -> str:
    return plural(
        each.rows,
        "“{project}”: no tag says the kind of its {n} row ({time}); {option} does",
        "“{project}”: no tag says the kind of its {n} rows ({time}); {option} does",
        project=shown(each.name),
        option=map_option([shown(each.name)], "watching"),
        time=spell_minutes(each.minutes),
    )
