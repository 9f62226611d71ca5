"""The ledger of a log on its way in: what comes new, what changes, and what becomes of every other row."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.entry import Entry
from planner.domain.imported import Source
from planner.domain.record import WeekRecord
from planner.domain.texts import fresh_id
from planner.domain.week import Week
from planner.interop.intake.draft import Stretch
from planner.interop.intake.log_groups import LogGroups
from planner.interop.intake.mapping import Meaning
from planner.interop.intake.meanings import Meanings
from planner.interop.intake.part import Parts
from planner.interop.problem import Problem
from planner.store.transaction import Rewritten


def entry_id(place: str) -> str:
    """The id of the entry that a stretch becomes, by its format and key."""
    return place.replace(" ", "-", 1)


class Ledger:
    """What a log comes to, week by week; stretches are held only where they are new, and each row is counted once."""

    def __init__(self, parts: Parts, meanings: Meanings, groups: LogGroups, import_: str, odd_ids: set[str]) -> None:
        self._parts, self.meanings, self.groups = parts, meanings, groups
        self._import = import_
        self._odd_ids = odd_ids  # of entries that bear the id which another's key would be given
        self.fresh: dict[Week, list[Stretch]] = {}
        self.changed: dict[Week, dict[str, Entry]] = {}
        self.uncounted: set[str] = set()  # entries that change, and count as kept back or there already
        self.problems: list[Problem] = []
        self.there = self.skipped = self.kept_back = self.unreadable = self.updated = 0
        self._gone: dict[Week, set[str]] = {}
        self._come: dict[Week, dict[str, Week]] = {}  # by the week that entries go to, from which each does

    @property
    def weeks(self) -> set[Week]:
        """All weeks that are written to."""
        return {*self.fresh, *self.changed, *self._gone}

    def file(self, number: int) -> str:
        """What a part is called."""
        return self._parts.parts[number].name

    def skip(self, file: int, row: int, why: str, minutes: int) -> None:
        """A row becomes nothing."""
        self.skipped += 1
        self.problems.append(Problem(self.file(file), row, why, minutes))

    def keep_back(self, file: int, row: int, why: str, minutes: int) -> None:
        """A row waits for a word of hers."""
        self.kept_back += 1
        self.problems.append(Problem(self.file(file), row, why, minutes))

    def come(self, draft: Stretch, week: Week) -> None:
        """A stretch is new."""
        self.fresh.setdefault(week, []).append(draft)

    def change(self, week: Week, now: Entry, *, counts: bool) -> None:
        """An entry of a week is another one now; it goes to the week in which it begins. ``counts``: as changed."""
        if counts:
            self.updated += 1
        else:
            self.uncounted.add(now.id)
        self.changed.setdefault(now.week, {})[now.id] = now
        if now.week != week:
            self._gone.setdefault(week, set()).add(now.id)
            self._come.setdefault(now.week, {})[now.id] = week

    def source(self, draft: Stretch, by: str = "") -> Source:
        """Where a stretch is from; ``by`` is the import that brought it first, this one where none is given."""
        format_, _, key = draft.key.partition(" ")
        content = draft.content and self.meanings.contents(draft)[0]
        return Source(format_, key, "", by or self._import, content)

    def made(self, record: WeekRecord) -> Rewritten:
        """The entries of a week, as its file is written: what came to be there meanwhile is left alone."""
        there = {entry.id for entry in record.entries}
        new = [self._entry(draft) for draft in self.fresh.get(record.week, ())]
        changed = self.changed.get(record.week, {}).values()
        entries = (*(entry for entry in new if entry.id not in there), *changed)
        return Rewritten(entries, tuple(self._gone.get(record.week, ())), self._come.get(record.week, {}))

    def entries(self, record: WeekRecord) -> Iterator[Entry]:
        """All entries that a week will have."""
        made = self.made(record)
        fresh = {entry.id: entry for entry in made.entries}
        there = {entry.id: entry for entry in record.entries if entry.id not in made.gone}
        yield from {**there, **fresh}.values()

    def _entry(self, draft: Stretch) -> Entry:
        meaning = self.meanings.of(draft)
        assert isinstance(meaning, Meaning) and meaning.kind
        id_ = entry_id(draft.key)
        source = self.source(draft)
        return Entry(
            fresh_id(id_, self._odd_ids) if id_ in self._odd_ids else id_,
            draft.start,
            draft.minutes,
            meaning.kind,
            self.groups.of(draft),
            form=meaning.form,
            note=draft.note,
            via=source.format,
            confirmed=not self.meanings.is_proposed(draft),
            sources=(source.text,),
        )
