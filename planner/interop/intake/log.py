"""A tracker's log: its stretches are mapped, paired with what the home has of them, and become entries.

A stretch is known by its key. One whose content changed where the content is the key is known as the one that is left
over with its start and its project. What she removed stays removed; what she edited stays as she has it, and is said.
Of several files a later one is a later word: it is read first, and what an earlier one says otherwise is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from planner.desk.imports import WEEKS_A_YEAR, Brought
from planner.desk.newcomers import new_id
from planner.domain.clock_time import overlapping
from planner.domain.entry import Entry
from planner.domain.errors import Refused
from planner.domain.grammar.lexicon import kind_of
from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.group import Group, Standing
from planner.domain.imported import Source, Waiting, place_in
from planner.domain.record import WeekRecord
from planner.domain.texts import clean, folded, fresh_id, shown, slug
from planner.domain.value import NamedTuple
from planner.domain.week import Week
from planner.domain.weeks.last_year import last_year
from planner.domain.words import dated, dated_clock, plural, say, spell_minutes
from planner.interop.account import Account, Beside
from planner.interop.intake.draft import Passed, Stretch, Unmapped
from planner.interop.intake.format import Taking
from planner.interop.intake.mapping import Meaning, NameMap, map_option, name_map
from planner.interop.intake.proposal import CHANGED, NEW, Item, Proposal, kept
from planner.interop.intake.whole import import_of, some
from planner.interop.problem import Problem
from planner.store.sources import Kept
from planner.store.transaction import Rewritten

#: Reads all parts: what it yields is in the order of the files. Problems are told beside.
Read = Callable[[Taking, list[Problem]], Iterator[Stretch | Passed]]

#: When something begins, and of what it is: what changed at the source is known by it.
Place = tuple[datetime, str]

#: Rows after which it is told how far the reading is.
OFTEN = 2_000

#: Minutes by which the same stretch may differ between two trackers.
NEAR = timedelta(minutes=5)


class Tracker(NamedTuple):
    """A program that logs time. ``own_keys``: its rows have ids; else their content is what they are known by.

    ``parted``: several programs write the format; a key begins with what tells them apart, up to a dash.
    ``old`` is how the ids of entries began that were made of its keys before entries knew their sources.
    """

    name: str
    program: str
    read: Read
    own_keys: bool = False
    old: str = ""
    parted: bool = False

    def of(self, source: str) -> str:
        """Which program a source (its text) is of."""
        format_, _, key = place_in(source).partition(" ")
        return f"{format_} {key.partition('-')[0]}" if self.parted and format_ == self.name else format_


def propose_log(tracker: Tracker, taking: Taking) -> Proposal:
    """What a tracker's log would bring. Raises Misread for a map that cannot be, Refused where there is no row."""
    intake = _LogIntake(tracker, taking)
    intake.read()
    if not intake.rows:
        raise Refused(
            say("There is no row in “{path}”; export it anew with what is to be read.", path=taking.parts.called)
        )
    intake.pair()
    intake.lay_beside()
    return intake.proposal()


class _LogIntake:
    """One log on its way in."""

    def __init__(self, tracker: Tracker, taking: Taking) -> None:
        self._tracker, self._desk, self._given = tracker, taking.desk, taking.parts
        self._taking = taking._replace(parts=taking.parts._replace(parts=taking.parts.parts[::-1]))
        self._map: NameMap = name_map(taking.wishes.map, self._desk.map_text())
        self._kept = self._desk.kept_sources({tracker.name}, self._old)
        self._odd_ids = {each.id for place, each in self._kept.items() if each.id != self._id(place)}
        self._seen: dict[str, int] = {}  # which file says each, the latest of them
        self._times: dict[str, int] = {}  # how often the file that is read says each
        self._in_file = 0
        self._fresh: dict[Week, list[Stretch]] = {}
        self._weeks: dict[int, Week] = {}
        self._moved: list[tuple[Kept, Stretch]] = []
        self._changed: dict[Week, dict[str, Entry]] = {}
        self._gone: dict[Week, set[str]] = {}
        self._come: dict[Week, dict[str, Week]] = {}  # by the week that entries go to, from which each does
        self._meanings: dict[tuple[object, ...], Meaning | str | None] = {}
        self._unmapped: dict[str, Unmapped] = {}
        self._problems: list[Problem] = []
        self._groups: dict[str, str] = {}
        self._new_groups: dict[str, Group] = {}
        self._beside: list[Beside] = []
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._id_of_import = new_id()
        self.rows = 0
        self._already_there = self._skipped = self._unreadable = self._kept_back = 0
        self._added = self._minutes = self._updated = self._left_over = self._proposed = 0
        self._uncounted: set[str] = set()  # entries that change, and count as kept back or there already

    # Reading

    def read(self) -> None:
        """Go through all rows once: most are told apart as they come, and only what is new is held."""
        until = self._taking.now.astimezone(UTC)
        for draft in self._tracker.read(self._taking, self._problems):
            self.rows += 1
            if self.rows % OFTEN == 0:
                self._taking.tell("read", self.rows, 0)
            if isinstance(draft, Passed):
                self._pass(draft)
            else:
                self._take(draft, until)

    def _pass(self, row: Passed) -> None:
        if row.there:
            self._already_there += 1
        elif row.asked:
            self._kept_back += 1
            self._problems.append(Problem(self._file(row.file), row.row, row.why, row.minutes))
        else:
            self._unreadable += row.unreadable
            self._skip(row.file, row.row, row.why, row.minutes)

    def _take(self, draft: Stretch, until: datetime) -> None:
        place = self._place(draft)
        if self._first is None or draft.start < self._first:
            self._first = draft.start
        if self._last is None or draft.start > self._last:
            self._last = draft.start
        if place in self._seen:  # the source's own id a second time, or what an earlier file says, too
            self._already_there += 1
            return
        self._seen[place] = draft.file
        known = self._kept.get(place)
        if known is None:
            self._take_new(draft._replace(key=place), until)
        elif known.removed:
            self._skip(draft.file, draft.row, say("you removed it here, and it stays removed"), draft.minutes)
        elif draft.content and known.source.content not in self._contents(draft) and not draft.unfit:
            self._moved.append((known, draft._replace(key=place)))
        else:
            self._already_there += 1

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
        meaning = self._meaning(draft)
        if draft.unfit or isinstance(meaning, str):
            self._skip(draft.file, draft.row, draft.unfit or str(meaning), draft.minutes)
        elif len(draft.name) > LONGEST_NAME and not (meaning and meaning.group):
            n = len(draft.name)
            why = say("its project is {n} characters long; a name has at most {most}", n=n, most=LONGEST_NAME)
            self._skip(draft.file, draft.row, why, draft.minutes)
        elif draft.start + timedelta(minutes=draft.minutes) > until:
            end = dated_clock(draft.start + timedelta(minutes=draft.minutes), self._taking.now)
            self._skip(draft.file, draft.row, say("it ends at {end}, which is still to come", end=end), draft.minutes)
        elif meaning is None or meaning.kind is None:
            self._kept_back += 1
            key = folded(draft.name)
            waits = self._unmapped.get(key) or Unmapped(draft.name, self._file(draft.file), draft.row)
            self._unmapped[key] = waits._replace(rows=waits.rows + 1, minutes=waits.minutes + draft.minutes)
        else:
            self._fresh.setdefault(self._week(draft.start), []).append(draft)

    def _meaning(self, draft: Stretch) -> Meaning | str | None:
        """What its tags, its project and its address say; a text says why it is passed over."""
        key = draft.tags, draft.project, draft.address
        if key not in self._meanings:
            self._meanings[key] = self._looked_up(draft)
        meaning = self._meanings[key]
        return Meaning(draft.proposed) if meaning is None and draft.proposed else meaning

    def _contents(self, draft: Stretch) -> tuple[str, ...]:
        """What its source says now, in the ways that change nothing: what she has answered for is not asked again."""
        self._meaning(draft)
        return (f"{draft.content}~", draft.content) if self._is_proposed(draft) else (draft.content,)

    def _is_proposed(self, draft: Stretch) -> bool:
        """Whether only planner takes it for what it is, so that she is to answer for it."""
        return draft.proposed is not None and self._meanings.get((draft.tags, draft.project, draft.address)) is None

    def _looked_up(self, draft: Stretch) -> Meaning | str | None:
        said = [meaning for tag in draft.tags if (meaning := self._map.meaning("tags", tag))]
        named = [Meaning(*meant) for tag in draft.tags if (meant := kind_of(tag))]
        project = self._map.meaning("projects", draft.name) if draft.name else None
        address = self._map.meaning("addresses", draft.address) if draft.address else None
        meanings = [*said, *named, *filter(None, (project, address))]
        if any(each.skip for each in meanings):
            return say("your map skips “{project}”", project=shown(draft.name))
        of_tags = [each for each in (*said, *named) if each.kind]
        if len({each.kind for each in of_tags}) > 1:
            return say("its tags “{tags}” say two kinds", tags=shown(", ".join(draft.tags)))
        kinds = [each for each in meanings if each.kind]
        if not kinds:
            return None
        of_one_kind = [each for each in kinds if each.kind is kinds[0].kind]
        meaning = next((each for each in of_one_kind if each.form), kinds[0])
        return meaning._replace(
            group=next((each.group for each in (*filter(None, (project, address)), *said) if each.group), "")
        )

    def _skip(self, file: int, row: int, why: str, minutes: int) -> None:
        self._skipped += 1
        self._problems.append(Problem(self._file(file), row, why, minutes))

    def _file(self, number: int) -> str:
        return self._taking.parts.parts[number].name

    def _week(self, start: datetime) -> Week:
        day = start.toordinal()
        if day not in self._weeks:
            self._weeks[day] = Week.of(start)
        return self._weeks[day]

    def _id(self, place: str) -> str:
        return place.replace(" ", "-", 1)

    def _old(self, table: str, id_: str) -> str:
        """The source that an entry of planner 0.2 was made of."""
        old = self._tracker.old
        return f"{self._tracker.name} {id_[len(old) :]}" if old and table == "entries" and id_.startswith(old) else ""

    # Pairing with the home

    def pair(self) -> None:
        """Find what changed at the source, and what is left over."""
        for known, draft in self._moved:
            self._pair_one(known, draft)
        if self._first is None or self._last is None:
            return
        if len(self._given.parts) > 1 and not self._tracker.own_keys:
            self._pair_files()
            self._pair_with_known()
        left = self._left_overs(self._first, self._last)
        by_place: dict[Place, list[tuple[Week, Entry, Kept]]] = {}
        for week, entry, known in left:
            by_place.setdefault((entry.start.astimezone(UTC), entry.group), []).append((week, entry, known))
        if by_place and not self._tracker.own_keys:
            self._pair_left_overs(by_place)
        self._left_over = sum(map(len, by_place.values()))

    def _pair_files(self) -> None:
        """What an earlier file has, and a later one has otherwise with the same start and project, changed there."""
        for week, drafts in self._fresh.items():
            if all(draft.file == drafts[0].file for draft in drafts):
                continue
            by_place: dict[Place, list[Stretch]] = {}
            for draft in drafts:
                by_place.setdefault(self._place_of(draft), []).append(draft)
            for those in by_place.values():
                latest, *earlier = those  # in the order of the files, the latest first
                if len({draft.file for draft in those}) == len(those) and not latest.content:
                    for draft in earlier:
                        self._pass_earlier(week, draft, latest.file)

    def _pair_with_known(self) -> None:
        """Of what the home has, and another file says otherwise, a later one says the change; an earlier is passed."""
        weeks: dict[Week, dict[str, Kept]] = {}
        for place, known in self._kept.items():
            if place in self._seen and known.week in self._fresh and not known.removed and not known.source.content:
                weeks.setdefault(known.week, {})[known.id] = known
        for week, ids in weeks.items():
            known_at: dict[Place, list[tuple[Entry, Kept]]] = {}
            for entry in self._desk.week_once(week).entries:
                if entry.id in ids:
                    place_of = entry.start.astimezone(UTC), entry.group
                    known_at.setdefault(place_of, []).append((entry, ids[entry.id]))
            drafts_at: dict[Place, list[Stretch]] = {}
            for draft in self._fresh[week]:
                if (place_of := self._place_of(draft)) in known_at:
                    drafts_at.setdefault(place_of, []).append(draft)
            for place_of, drafts in drafts_at.items():
                if len(drafts) == len(known_at[place_of]) == 1:
                    self._pair_one_known(week, drafts[0], *known_at[place_of][0])

    def _pair_one_known(self, week: Week, draft: Stretch, entry: Entry, known: Kept) -> None:
        said = self._seen[place_in(known.text)]
        if said < draft.file:
            self._pass_earlier(week, draft, said)
        elif said > draft.file:
            self._fresh[week].remove(draft)
            self._change(week, entry, known, draft)

    def _pass_earlier(self, week: Week, draft: Stretch, latest: int) -> None:
        self._fresh[week].remove(draft)
        why = say("“{file}” says it otherwise, and is the later one", file=clean(self._file(latest)))
        self._skip(draft.file, draft.row, why, draft.minutes)

    def _place_of(self, draft: Stretch) -> Place:
        """When a stretch begins, and of what it is."""
        return draft.start.astimezone(UTC), self._group(draft, make=False) or folded(draft.name)

    def _left_overs(self, first: datetime, last: datetime) -> Iterator[tuple[Week, Entry, Kept]]:
        """What was read from this tracker, lies within what the files hold, and is not in them."""
        weeks: dict[Week, dict[str, Kept]] = {}
        read = {self._tracker.of(place) for place in self._seen}
        for place, known in self._kept.items():
            if place not in self._seen and known.week and not known.removed and self._tracker.of(known.text) in read:
                weeks.setdefault(known.week, {})[known.id] = known
        for week, ids in weeks.items():
            if self._week(first) <= week <= self._week(last):
                for entry in self._desk.week_once(week).entries:
                    if entry.id in ids and first <= entry.start <= last:
                        yield week, entry, ids[entry.id]

    def _pair_left_overs(self, by_place: dict[Place, list[tuple[Week, Entry, Kept]]]) -> None:
        """Of one left-over and one new row with the same start and project the row is the left-over, changed."""
        starts: dict[Place, list[Stretch]] = {}
        for week in {each[0] for those in by_place.values() for each in those}:
            for draft in self._fresh.get(week, ()):
                if (place := self._place_of(draft)) in by_place:
                    starts.setdefault(place, []).append(draft)
        for place, drafts in starts.items():
            if len(drafts) == len(by_place[place]) == 1:
                week, entry, known = by_place.pop(place)[0]
                self._fresh[week].remove(drafts[0])
                self._change(week, entry, known, drafts[0])

    def _pair_one(self, known: Kept, draft: Stretch) -> None:
        """Change what has the same key, and now says something else."""
        week = known.week
        record = self._desk.week_once(week) if week else None
        entry = next((each for each in record.entries if each.id == known.id), None) if record else None
        if week and entry:
            self._change(week, entry, known, draft)
        else:
            self._already_there += 1

    def _change(self, week: Week, entry: Entry, known: Kept, draft: Stretch) -> None:
        """Have an entry say what its source says now; one that she has edited stays as she has it."""
        old = known.source
        others = tuple(text for text in entry.sources if place_in(text) != place_in(known.text))
        meaning = self._meaning(draft)
        fits = isinstance(meaning, Meaning) and meaning.kind is not None and not draft.unfit
        if fits and isinstance(meaning, Meaning) and self._says(entry, draft, meaning):
            self._already_there += 1
            return
        if fits and self._desk.is_as_left("entries", entry, known.text):
            assert isinstance(meaning, Meaning) and meaning.kind
            source = self._source(draft, by=old.by)
            now = entry._replace(
                start=draft.start,
                minutes=draft.minutes,
                kind=meaning.kind,
                form=meaning.form,
                group=self._group(draft),
                note=draft.note,
                confirmed=entry.confirmed or not self._is_proposed(draft),
                sources=(*others, source.text),
            )
            self._updated += 1
        else:
            source = self._source(draft, by=old.by)._replace(mark=old.mark or "edited")
            now = entry._replace(sources=(*others, source.text))
            self._kept_back += 1
            self._uncounted.add(entry.id)
            why = say("it changed there, and you edited it here: yours stays as it is")
            self._problems.append(Problem(self._file(draft.file), draft.row, why, draft.minutes))
        self._changed.setdefault(now.week, {})[now.id] = now
        if now.week != week:
            self._gone.setdefault(week, set()).add(now.id)
            self._come.setdefault(now.week, {})[now.id] = week

    def _says(self, entry: Entry, draft: Stretch, meaning: Meaning) -> bool:
        """Whether an entry says already what its source says now."""
        there = (entry.start, entry.minutes, entry.kind, entry.group, entry.note, entry.confirmed)
        group = self._group(draft, make=False)
        return there == (draft.start, draft.minutes, meaning.kind, group, draft.note, not self._is_proposed(draft))

    def _source(self, draft: Stretch, by: str = "") -> Source:
        format_, _, key = draft.key.partition(" ")
        return Source(format_, key, "", by or self._id_of_import, draft.content and self._contents(draft)[0])

    # Groups

    def _group(self, draft: Stretch, *, make: bool = True) -> str:
        """The id of the group that a stretch belongs to; one that is unknown becomes a parked one."""
        meaning = self._meaning(draft)
        name = (meaning.group if isinstance(meaning, Meaning) else "") or draft.name
        if not self._groups:
            for group in self._desk.book().groups.values():
                for called in (group.name, group.slug, group.id):
                    self._groups.setdefault(folded(called), group.id)
        id_ = self._groups.get(folded(name), "")
        if id_ or not make:
            return id_
        book = self._desk.book()
        taken = {*book.groups, *(group.slug for group in book.groups.values()), *self._new_groups}
        id_ = fresh_id(slug(name), taken)
        rank = book.last_rank + 1 + len(self._new_groups)
        source = Source(self._tracker.name, f"group/{slug(name)}", "", self._id_of_import)
        self._new_groups[id_] = Group(id_, id_, name, Standing.PARKED, rank=rank, sources=(source.text,))
        self._groups[folded(name)] = id_
        return id_

    # What goes on at the same time

    def lay_beside(self) -> None:
        """Find what goes on beside something else, and what another tracker has already; week by week."""
        there = self._desk.logged_weeks()

        @lru_cache(maxsize=4)
        def entries(week: Week) -> tuple[Entry, ...]:
            return self._desk.week_once(week).entries if week in there else ()

        before: list[Stretch] = []
        for at, week in enumerate(sorted(self._fresh), 1):
            self._taking.tell("lay", at, len(self._fresh))
            drafts = self._fresh[week]
            changed = self._changed.get(week, {})
            near: list[Stretch | Entry] = [
                entry
                for other in (week.plus(-1), week, week.plus(1))
                for entry in entries(other)
                if entry.id not in changed
            ]
            others: list[Stretch | Entry] = [*before, *near]
            for draft, other in list(overlapping(drafts, others, self._is_same)):
                if isinstance(other, Entry) and self._is_of_another_tracker(draft, other):
                    self._ask(week, draft, other)
                else:
                    self._beside.append(self._told(draft, other))
            before = [draft for draft in self._fresh[week] if draft.start.weekday() >= 5]
            for draft in self._fresh[week]:
                self._group(draft)
                self._added += 1
                self._minutes += draft.minutes
                self._proposed += draft.minutes if self._is_proposed(draft) else 0

    def _is_same(self, draft: Stretch, other: Stretch | Entry) -> bool:
        """Whether the two say the same, or are one stretch that two trackers have."""
        if isinstance(other, Stretch):
            return (draft.start, draft.minutes, draft.note, draft.name) == (
                *(other.start, other.minutes, other.note, other.name),
            ) and self._meaning(draft) == self._meaning(other)
        meaning = self._meaning(draft)
        said = (other.start, other.minutes, other.note, other.kind, other.group)
        kind = meaning.kind if isinstance(meaning, Meaning) else None
        is_double = said == (draft.start, draft.minutes, draft.note, kind, self._group(draft, make=False))
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
            self._beside.append(self._told(draft, entry))
            return
        self._fresh[week].remove(draft)
        if wish == "same":
            now = self._changed.get(entry.week, {}).get(entry.id, entry)
            left = all(self._desk.is_as_left("entries", entry, text) for text in entry.sources)
            # Another import brought the entry: taking this one back leaves it.
            source = self._source(draft)._replace(mark="" if left else "edited", by="")
            now = now._replace(sources=(*now.sources, source.text))
            self._changed.setdefault(entry.week, {})[entry.id] = now
            self._already_there += 1
            self._uncounted.add(entry.id)
            return
        self._kept_back += 1
        why = say("{program} has this stretch already: --doubles same makes them one, --doubles both keeps both",
                  program=entry.sources[0].partition(" ")[0].capitalize())  # fmt: skip
        self._problems.append(Problem(self._file(draft.file), draft.row, why, draft.minutes))

    def _told(self, draft: Stretch, other: Stretch | Entry) -> Beside:
        book = self._desk.book()
        name = self._name(other) if isinstance(other, Stretch) else book.group_name(other.group)
        double = self._is_same(draft, other)
        return Beside(self._id(draft.key), draft.start, self._name(draft), name, double)

    def _name(self, draft: Stretch) -> str:
        id_ = self._group(draft)
        return self._new_groups[id_].name if id_ in self._new_groups else self._desk.book().group_name(id_)

    # What comes of it

    def proposal(self) -> Proposal:
        """What would be kept."""
        waits = tuple(sorted(self._unmapped.values(), key=lambda each: -each.minutes))
        account = Account(
            self._tracker.name,
            len(self._given.parts),
            added=self._added,
            changed=self._updated,
            already_there=self._already_there,
            skipped=self._skipped,
            kept_back=self._kept_back,
            unreadable=self._unreadable,
            new_groups=tuple(group.slug for group in self._new_groups.values()),
            minutes=self._minutes,
            problems=(
                *self._given.problems,
                *self._problems,
                *(Problem(each.file, each.row, _why_unmapped(each), each.minutes) for each in waits),
            ),
        )
        more = {"overlaps": [beside.document() for beside in self._beside]}
        does = self._added or self._changed
        brought = kept(self._brought(account, waits)) if does else None
        sentences = tuple(self._sentences())
        year = (lambda _out: "") if self._desk.imports() else self._year
        return Proposal(account, brought, self._items, sentences, waits, more, self._id_of_import if does else "", year)

    def _brought(self, account: Account, waits: tuple[Unmapped, ...]) -> Brought:
        weeks = {*self._fresh, *self._changed, *self._gone}
        days = [draft.start.date() for drafts in self._fresh.values() for draft in drafts]
        record = import_of(self._id_of_import, self._taking._replace(parts=self._given), account)._replace(
            first=min(days, default=None),
            last=max(days, default=None),
            waits=tuple(Waiting(each.name, each.rows, each.minutes) for each in waits),
        )
        n, program = account.added + account.changed, self._tracker.program
        label = plural(n, "Read {n} entry of {program}", "Read {n} entries of {program}", program=program)
        return Brought(
            record,
            label,
            groups=tuple(self._new_groups.values()),
            weeks=dict.fromkeys(weeks, self._made),
            entries=account.added + sum(map(len, self._changed.values())),
        )

    def _made(self, record: WeekRecord) -> Rewritten:
        """The entries of a week, as its file is written: what came to be there meanwhile is left alone."""
        there = {entry.id for entry in record.entries}
        new = [self._entry(draft) for draft in self._fresh.get(record.week, ())]
        changed = self._changed.get(record.week, {}).values()
        entries = (*(entry for entry in new if entry.id not in there), *changed)
        return Rewritten(entries, tuple(self._gone.get(record.week, ())), self._come.get(record.week, {}))

    def _entry(self, draft: Stretch) -> Entry:
        meaning = self._meaning(draft)
        assert isinstance(meaning, Meaning) and meaning.kind
        id_ = self._id(draft.key)
        return Entry(
            fresh_id(id_, self._odd_ids) if id_ in self._odd_ids else id_,
            draft.start,
            draft.minutes,
            meaning.kind,
            self._group(draft),
            form=meaning.form,
            note=draft.note,
            via=self._tracker.name,
            confirmed=not self._is_proposed(draft),
            sources=(self._source(draft).text,),
        )

    def _items(self) -> Iterator[Item]:
        for week in sorted({*self._fresh, *self._changed}):
            for draft in sorted(self._fresh.get(week, ()), key=lambda each: each.start):
                title = draft.note
                yield Item(
                    "entries", self._id(draft.key), NEW, title, draft.start.date(), draft.minutes, self._name(draft)
                )
            for entry in self._changed.get(week, {}).values():
                name = self._desk.book().group_name(entry.group)
                counts = entry.id not in self._uncounted
                yield Item("entries", entry.id, CHANGED, entry.note, entry.day, entry.minutes, name, counts)

    def _year(self, out: Collection[str]) -> str:
        """What her last year was, with what is new and is not left out."""
        this = Week.of(self._taking.now)
        entries = [
            entry
            for week in sorted({*self._desk.logged_weeks(), *self._fresh, *self._changed})
            if 0 <= this.minus(week) <= WEEKS_A_YEAR
            for entry in self._entries_of(week)
            if entry.id not in out
        ]
        return last_year(entries, self._taking.now.date()).words

    def _entries_of(self, week: Week) -> Iterator[Entry]:
        made = self._made(self._desk.week_once(week))
        fresh = {entry.id: entry for entry in made.entries}
        there = {entry.id: entry for entry in self._desk.week_once(week).entries if entry.id not in made.gone}
        yield from {**there, **fresh}.values()

    def _sentences(self) -> Iterator[str]:
        if logged := self._minutes - self._proposed:
            yield say("{time} logged.", time=spell_minutes(logged))
        if self._proposed:
            yield say(
                '{time} proposed: it counts nowhere until you answer for it in its week; --map "GROUP=watching" says '
                "it of all at once.",
                time=spell_minutes(self._proposed),
            )
        if self._new_groups:
            names = [group.name for group in self._new_groups.values()]
            yield say("New groups, parked: {names}.", names=some(names))
        yield from beside_sentences(self._beside, self._taking.now)
        if self._left_over:
            yield plural(
                self._left_over,
                "{n} that was read before is no longer in it; it stays.",
                "{n} that were read before are no longer in it; they stay.",
            )


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


def _why_unmapped(each: Unmapped) -> str:
    return plural(
        each.rows,
        "“{project}”: no tag says the kind of its {n} row ({time}); {option} does",
        "“{project}”: no tag says the kind of its {n} rows ({time}); {option} does",
        project=shown(each.name),
        option=map_option([shown(each.name)], "watching"),
        time=spell_minutes(each.minutes),
    )
