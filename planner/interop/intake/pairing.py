"""Pairing a log with what the home has of it: what changed at the source, and what is no longer in it.

A stretch is known by its key. One whose content changed where the content is the key is known as the one that is left
over with its start and its project. What she edited stays as she has it, and is said. Of several files a later one is a
later word: it is read first, and what an earlier one says otherwise is passed over.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import UTC, datetime

from planner.desk import Desk
from planner.domain.entry import Entry
from planner.domain.imported import place_in
from planner.domain.texts import clean, folded
from planner.domain.value import NamedTuple
from planner.domain.week import Week
from planner.domain.words import say
from planner.interop.intake.draft import Stretch
from planner.interop.intake.ledger import Ledger
from planner.interop.intake.mapping import Meaning
from planner.interop.intake.tracker import Tracker
from planner.store.sources import Kept

#: When something begins, and of what it is: what changed at the source is known by it.
_Place = tuple[datetime, str]


class Read(NamedTuple):
    """What was read: from the ``first`` to the ``last`` start, and by its place which file ``said`` each the last."""

    first: datetime
    last: datetime
    said: dict[str, int]


class Pairing:
    """The pairs of one log: ``kept`` is what the home has of its format, by place."""

    def __init__(self, tracker: Tracker, desk: Desk, kept: dict[str, Kept], ledger: Ledger) -> None:
        self._tracker, self._desk, self._kept, self._ledger = tracker, desk, kept, ledger
        self._meanings, self._groups = ledger.meanings, ledger.groups

    def pair_key(self, known: Kept, draft: Stretch) -> None:
        """Change what has the same key, and now says something else."""
        week = known.week
        record = self._desk.week_once(week) if week else None
        entry = next((each for each in record.entries if each.id == known.id), None) if record else None
        if week and entry:
            self._change(week, entry, known, draft)
        else:
            self._ledger.there += 1

    def pair_content(self, read: Read, *, files: int) -> int:
        """Find what changed where the content is the key; returns how many are left over, which the files lost."""
        if files > 1 and not self._tracker.own_keys:
            self._pair_files()
            self._pair_with_known(read.said)
        by_place: dict[_Place, list[tuple[Week, Entry, Kept]]] = {}
        for week, entry, known in self._left_overs(read):
            by_place.setdefault((entry.start.astimezone(UTC), entry.group), []).append((week, entry, known))
        if by_place and not self._tracker.own_keys:
            self._pair_left_overs(by_place)
        return sum(map(len, by_place.values()))

    def _pair_files(self) -> None:
        """What an earlier file has, and a later one has otherwise with the same start and project, changed there."""
        for week, drafts in self._ledger.fresh.items():
            if all(draft.file == drafts[0].file for draft in drafts):
                continue
            by_place: dict[_Place, list[Stretch]] = {}
            for draft in drafts:
                by_place.setdefault(self._place_of(draft), []).append(draft)
            for those in by_place.values():
                latest, *earlier = those  # in the order of the files, the latest first
                if len({draft.file for draft in those}) == len(those) and not latest.content:
                    for draft in earlier:
                        self._pass_earlier(week, draft, latest.file)

    def _pair_with_known(self, said: dict[str, int]) -> None:
        """Of what the home has, and another file says otherwise, a later one says the change; an earlier is passed."""
        fresh = self._ledger.fresh
        weeks: dict[Week, dict[str, Kept]] = {}
        for place, known in self._kept.items():
            if place in said and known.week in fresh and not known.removed and not known.source.content:
                weeks.setdefault(known.week, {})[known.id] = known
        for week, ids in weeks.items():
            known_at: dict[_Place, list[tuple[Entry, Kept]]] = {}
            for entry in self._desk.week_once(week).entries:
                if entry.id in ids:
                    place_of = entry.start.astimezone(UTC), entry.group
                    known_at.setdefault(place_of, []).append((entry, ids[entry.id]))
            for place_of, drafts in self._drafts_at(known_at, (week,)).items():
                if len(drafts) == len(known_at[place_of]) == 1:
                    (draft,), ((entry, known),) = drafts, known_at[place_of]
                    self._pair_one_known(week, draft, entry, known, said[place_in(known.text)])

    def _pair_one_known(self, week: Week, draft: Stretch, entry: Entry, known: Kept, said: int) -> None:
        if said < draft.file:
            self._pass_earlier(week, draft, said)
        elif said > draft.file:
            self._ledger.fresh[week].remove(draft)
            self._change(week, entry, known, draft)

    def _pass_earlier(self, week: Week, draft: Stretch, latest: int) -> None:
        self._ledger.fresh[week].remove(draft)
        why = say("“{file}” says it otherwise, and is the later one", file=clean(self._ledger.file(latest)))
        self._ledger.skip(draft.file, draft.row, why, draft.minutes)

    def _place_of(self, draft: Stretch) -> _Place:
        """When a stretch begins, and of what it is."""
        return draft.start.astimezone(UTC), self._groups.id_of(draft) or folded(draft.name)

    def _drafts_at(self, places: Container[_Place], weeks: Iterable[Week]) -> dict[_Place, list[Stretch]]:
        """The new stretches of some weeks that begin where something known does."""
        found: dict[_Place, list[Stretch]] = {}
        for week in weeks:
            for draft in self._ledger.fresh.get(week, ()):
                if (place := self._place_of(draft)) in places:
                    found.setdefault(place, []).append(draft)
        return found

    def _left_overs(self, read: Read) -> Iterator[tuple[Week, Entry, Kept]]:
        """What was read from this tracker, lies within what the files hold, and is not in them."""
        weeks: dict[Week, dict[str, Kept]] = {}
        programs = {self._tracker.of(place) for place in read.said}
        for place, known in self._kept.items():
            if place not in read.said and known.week and not known.removed and self._tracker.of(known.text) in programs:
                weeks.setdefault(known.week, {})[known.id] = known
        for week, ids in weeks.items():
            if Week.of(read.first) <= week <= Week.of(read.last):
                for entry in self._desk.week_once(week).entries:
                    if entry.id in ids and read.first <= entry.start <= read.last:
                        yield week, entry, ids[entry.id]

    def _pair_left_overs(self, by_place: dict[_Place, list[tuple[Week, Entry, Kept]]]) -> None:
        """Of one left-over and one new row with the same start and project the row is the left-over, changed."""
        weeks = {each[0] for those in by_place.values() for each in those}
        for place, drafts in self._drafts_at(by_place, weeks).items():
            if len(drafts) == len(by_place[place]) == 1:
                week, entry, known = by_place.pop(place)[0]
                self._ledger.fresh[week].remove(drafts[0])
                self._change(week, entry, known, drafts[0])

    def _change(self, week: Week, entry: Entry, known: Kept, draft: Stretch) -> None:
        """Have an entry say what its source says now; one that she has edited stays as she has it."""
        old = known.source
        others = tuple(text for text in entry.sources if place_in(text) != place_in(known.text))
        meaning = self._meanings.of(draft)
        if not isinstance(meaning, Meaning) or meaning.kind is None or draft.unfit:
            meaning = None
        if meaning and self._says(entry, draft, meaning):
            self._ledger.there += 1
            return
        source = self._ledger.source(draft, by=old.by)
        if meaning and meaning.kind and self._desk.is_as_left("entries", entry, known.text):
            now = entry._replace(
                start=draft.start,
                minutes=draft.minutes,
                kind=meaning.kind,
                form=meaning.form,
                group=self._groups.of(draft),
                note=draft.note,
                confirmed=entry.confirmed or not self._meanings.is_proposed(draft),
                sources=(*others, source.text),
            )
            self._ledger.change(week, now, counts=True)
            return
        edited = source._replace(mark=old.mark or "edited")
        self._ledger.change(week, entry._replace(sources=(*others, edited.text)), counts=False)
        why = say("it changed there, and you edited it here: yours stays as it is")
        self._ledger.keep_back(draft.file, draft.row, why, draft.minutes)

    def _says(self, entry: Entry, draft: Stretch, meaning: Meaning) -> bool:
        """Whether an entry says already what its source says now."""
        there = (entry.start, entry.minutes, entry.kind, entry.group, entry.note, entry.confirmed)
        confirmed = not self._meanings.is_proposed(draft)
        return there == (*(draft.start, draft.minutes, meaning.kind, self._groups.id_of(draft), draft.note, confirmed),)
