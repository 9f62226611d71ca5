"""What of a log goes on beside something else, and what another tracker has already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from planner.domain.clock_time import overlapping
from planner.domain.entry import Entry
from planner.domain.grammar.choices import typed_of_two
from planner.domain.week import Week
from planner.domain.words import dated, plural, say
from planner.interop.account import Beside
from planner.interop.intake.draft import Stretch
from planner.interop.intake.format import Taking
from planner.interop.intake.ledger import Ledger, entry_id
from planner.interop.intake.mapping import Meaning
from planner.interop.intake.tracker import Tracker

#: Minutes by which the same stretch may differ between two trackers.
NEAR = timedelta(minutes=5)


class Laying:
    """Lays one log beside what the home has, and beside itself; ``found`` is what goes on at the same time."""

    def __init__(self, tracker: Tracker, taking: Taking, ledger: Ledger) -> None:
        self._tracker, self._taking, self._desk, self._ledger = tracker, taking, taking.desk, ledger
        self._meanings, self._groups = ledger.meanings, ledger.groups
        self.found: list[Beside] = []

    def lay(self) -> None:
        """Go through all that is new, week by week."""
        there = self._desk.logged_weeks()

        @lru_cache(maxsize=4)
        def entries(week: Week) -> tuple[Entry, ...]:
            return self._desk.week_once(week).entries if week in there else ()

        fresh = self._ledger.fresh
        before: list[Stretch] = []
        for at, week in enumerate(sorted(fresh), 1):
            self._taking.tell("lay", at, len(fresh))
            changed = self._ledger.changed.get(week, {})
            near: list[Stretch | Entry] = [
                entry
                for other in (week.plus(-1), week, week.plus(1))
                for entry in entries(other)
                if entry.id not in changed
            ]
            for draft, other in list(overlapping(fresh[week], [*before, *near], self._is_same)):
                if isinstance(other, Entry) and self._is_of_another_tracker(draft, other):
                    self._ask(week, draft, other)
                else:
                    self._tell(draft, other)
            before = [draft for draft in fresh[week] if draft.start.weekday() >= 5]
            for draft in fresh[week]:  # unknown groups come in the order of their weeks
                self._groups.of(draft)

    def _is_same(self, draft: Stretch, other: Stretch | Entry) -> bool:
        """Whether the two say the same, or are one stretch that two trackers have."""
        meaning = self._meanings.of(draft)
        if isinstance(other, Stretch):
            said = (other.start, other.minutes, other.note, other.name, self._meanings.of(other))
            return (draft.start, draft.minutes, draft.note, draft.name, meaning) == said
        kind = meaning.kind if isinstance(meaning, Meaning) else None
        there = (other.start, other.minutes, other.note, other.kind, other.group)
        is_double = there == (draft.start, draft.minutes, draft.note, kind, self._groups.id_of(draft))
        return is_double or self._is_of_another_tracker(draft, other)

    def _is_of_another_tracker(self, draft: Stretch, entry: Entry) -> bool:
        mine = self._tracker.of(draft.key)
        if not entry.sources or any(self._tracker.of(text) == mine for text in entry.sources):
            return False
        return abs(entry.start - draft.start) <= NEAR and abs(entry.minutes - draft.minutes) <= max(
            5, draft.minutes // 10
        )

    def _ask(self, week: Week, draft: Stretch, entry: Entry) -> None:
        """What another tracker has already is asked about; once it is answered both keys are known."""
        wish = self._taking.wishes.doubles
        if wish == "both":
            self._tell(draft, entry)
            return
        self._ledger.fresh[week].remove(draft)
        if wish == "same":
            now = self._ledger.changed.get(entry.week, {}).get(entry.id, entry)
            left = all(self._desk.is_as_left("entries", entry, text) for text in entry.sources)
            # Another import brought the entry: taking this one back leaves it.
            source = self._ledger.source(draft)._replace(mark="" if left else "edited", by="")
            self._ledger.change(entry.week, now._replace(sources=(*now.sources, source.text)), counts=False)
            self._ledger.there += 1
            return
        why = say("{program} has this stretch already: --doubles {same} makes them one, --doubles {both} keeps both",
                  program=entry.sources[0].partition(" ")[0].capitalize(),
                  same=typed_of_two("same"), both=typed_of_two("both"))  # fmt: skip
        self._ledger.keep_back(draft.file, draft.row, why, draft.minutes)

    def _tell(self, draft: Stretch, other: Stretch | Entry) -> None:
        name = self._groups.name(other) if isinstance(other, Stretch) else self._desk.book().group_name(other.group)
        double = self._is_same(draft, other)
        self.found.append(Beside(entry_id(draft.key), draft.start, self._groups.name(draft), name, double))


def beside_sentences(overlaps: list[Beside], today: date) -> Iterator[str]:
    """How many of the new go on beside another, how many say the same as another, and which is the first of each."""
    over = [each for each in overlaps if not each.double]
    if over:
        yield plural(
            len(over),
            "{n} goes on at the same time as another: {day} {time}, {new} beside {other}.",
            "{n} go on at the same time as others, the first {day} {time}: {new} beside {other}.",
            day=dated(over[0].start, today),
            time=f"{over[0].start:%H:%M}",
            new=over[0].new,
            other=over[0].other,
        )
    double = [each for each in overlaps if each.double]
    if double:
        yield plural(
            len(double),
            "{n} says the same as another: {day} {time}, {new}.",
            "{n} say the same as others, the first {day} {time}: {new}.",
            day=dated(double[0].start, today),
            time=f"{double[0].start:%H:%M}",
            new=double[0].new,
        )
