"""A whole home merged into another: each file with its like, as part of one change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from planner.domain.errors import Newer, Refused
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

from ..contents import BOOK, is_data, kept_files, week_named
from ..documents import is_alive
from ..forms import Misshapen
from ..reading import understood
from ..replacement import Difference, Tally, tallies
from ..schema import fresh
from ..versions import state_of
from .conflicts import THERE
from .named import bring_back, removed_by
from .pointers import Renamed
from .tables import NAMED, Merged, merge_renamed, parted
from .weeks import Once, held_by_stones, stand_once, wanderers

if TYPE_CHECKING:
    from ..changeset import Changeset
    from ..tables import Document, Tables

#: A document's line in a file of planner's; a table's has no number.
_ROW = re.compile(rb'^"[0-9]+": \{', re.MULTILINE)

#: The tables whose ids are drawn at random, so that two persons' homes have none in common.
_DRAWN = ("entries", "steps", "appointments", "counsel", "imports", "homes")


class Figures(NamedTuple):
    """What one copy came to: how many records ``came``, ``changed`` ours, were the ``same``, are kept twice now.

    ``differences`` are the documents of all that is not as it was; ``names`` tell of what was made apart under one id:
    who has another one now, and which. ``stay_removed`` are those that were removed here once they had been seen.
    """

    came: int = 0
    changed: int = 0
    same: int = 0
    conflicts: int = 0
    differences: tuple[Difference, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    stay_removed: int = 0

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How many records of each table came, changed and went."""
        return tallies(self.differences)


def merge_home(
    changes: Changeset, there: Mapping[str, bytes], base: Mapping[str, bytes] | None = None, whose: str = ""
) -> Figures:
    """Put what the files of another home (by name) and ours come to; ``base`` is what both had last, where it is known.

    What is not a data file is passed over. Raises Refused where a file of it is damaged, and Newer, naming ``whose`` it
    is; a damaged ``base`` is none.
    """
    files = {name: content for name, content in there.items() if is_data(name)}
    we, they = _parted(changes, files.get(BOOK), whose)
    sums = _Sums()
    wander: set[str] = set()
    gone: dict[str, dict[str, Document]] = {}
    for name in [*files, *_ours_alone(changes, files, we)]:
        content = files.get(name)
        if content is not None and not we and content == changes.content(name):
            sums.same += _rows_in(content)
            continue
        file = changes.file(name)
        theirs = _read(name, content, whose) if content is not None else fresh()
        merged = merge_renamed(_base(name, base), file.tables, theirs, we, they)
        sums.add(name, merged, file.tables, theirs)
        if week_named(name):
            wander |= wanderers(merged.tables, file.tables, name)
        if name == BOOK:
            gone = removed_by(merged.tables, file.tables, theirs)
        for table, documents in merged.put.items():
            file.put(table, documents, merged=True)
    sums.stand_once(stand_once(changes, wander | held_by_stones(changes)))
    sums.bring_back(bring_back(changes, gone))
    return sums.figures(tuple(name for side in (we, they) for ids in side.values() for name in ids.items()))


def shares_records(changes: Changeset, there: Mapping[str, bytes], whose: str = "") -> bool:
    """Whether another home has anything in common with this one, or one of them has nothing at all.

    Two copies of one home know an id of a home in common, where it had one by then. Else they have entries and the like
    in common, whose ids are drawn, or groups and people that are, or were, the same in all that is said of them; those
    of two persons may have a group of one name.
    """
    if BOOK in there and _homes(_read(BOOK, there[BOOK], whose)) & _homes(changes.tables(BOOK)):
        return True
    names = sorted(filter(is_data, there), reverse=True)  # the weeks first, the latest of them
    for name in names:
        if there[name] == changes.content(name) and _drawn(changes.tables(name)):
            return True
    theirs = [_read(name, there[name], whose) for name in names]
    ours = [changes.tables(name) for name in filter(is_data, list(kept_files(changes.home)))]
    here, elsewhere = (set().union(*map(_ids, each)) for each in (ours, theirs))
    if not (here and elsewhere) or any(table in _DRAWN for table, _ in here & elsewhere):
        return True
    known, known_there = (set().union(*map(_versions, each)) for each in (ours, theirs))
    return bool(known & known_there)


def _homes(tables: Tables) -> set[str]:
    return {row["id"] for row in tables.get("homes", {}).values()}


def _versions(tables: Tables) -> set[tuple[str, str, str]]:
    """The versions of all that has an id made of its name."""
    return {
        (table, row["id"], version)
        for table in NAMED.keys() & tables.keys()
        for row in tables[table].values()
        for version in state_of(table, row).seen
    }


def _drawn(tables: Tables) -> set[tuple[str, str]]:
    return {(table, id_) for table, id_ in _ids(tables) if table in _DRAWN}


def _ids(tables: Tables) -> set[tuple[str, str]]:
    return {(table, row["id"]) for table, rows in tables.items() if table != "meta" for row in rows.values()}


def _parted(changes: Changeset, content: bytes | None, whose: str) -> tuple[Renamed, Renamed]:
    """What was made apart under one id, which is in the book; what points there may be in any file."""
    if content is None or content == changes.content(BOOK):
        return {}, {}
    return parted(changes.file(BOOK).tables, _read(BOOK, content, whose))


def _ours_alone(changes: Changeset, files: Mapping[str, bytes], we: Renamed) -> Iterable[str]:
    """Our files that they have not, where what is in them may point to what has another id now."""
    return [name for name in kept_files(changes.home) if is_data(name) and name not in files] if we else []


def _read(name: str, content: bytes, whose: str) -> Tables:
    try:
        return understood(name, content)[0]
    except Newer as newer:
        raise Newer(say("In {path}: {reason}", path=clean(whose), reason=newer)) from None
    except Misshapen as wrong:
        raise Refused(
            say("{file} is damaged: {wrong} (in {path}).", file=name, path=clean(whose), wrong=wrong)
        ) from None


def _base(name: str, base: Mapping[str, bytes] | None) -> Tables | None:
    content = base.get(name) if base else None
    if content is None:
        return None
    try:
        return understood(name, content)[0]
    except (Misshapen, Newer):
        return None


def _rows_in(content: bytes) -> int:
    """How many documents a file holds, as far as its lines tell; one of them says its schema."""
    return max(len(_ROW.findall(content)) - 1, 0)


class _Sums:
    """What the files of one copy come to."""

    def __init__(self) -> None:
        self.same = 0
        self._came = self._changed = self._stay_removed = 0
        self._conflicts: set[tuple[str, str, str]] = set()
        self._differences: list[Difference] = []
        self._went: set[tuple[str, str]] = set()  # of what was here, what the merge of its own file left removed

    def add(self, file: str, merged: Merged, were: Tables, there: Tables) -> None:
        self.same += merged.same
        self._came += merged.came
        self._changed += merged.changed
        self._conflicts.update(merged.conflicts)
        for table, rows in merged.tables.items():
            if table != "meta":
                stood, theirs = (_by_id(side, table) for side in (were, there))
                self._stay_removed += sum(
                    not is_alive(row) and row["id"] in theirs and is_alive(theirs[row["id"]]) for row in rows.values()
                )
                if documents := merged.put.get(table):
                    self._differences.append(_difference(file, table, documents, stood))
                    gone = (row["id"] for row in documents if not is_alive(row))
                    self._went.update((table, id_) for id_ in gone if id_ in stood and is_alive(stood[id_]))

    def stand_once(self, once: Iterable[Once]) -> None:
        """Count what was said of one entry in several weeks as one."""
        for each in once:
            self._conflicts = {row for row in self._conflicts if row[:2] != ("entries", each.id)}
            self._conflicts.update(("entries", each.id, part) for part in each.conflicts)

    def bring_back(self, back: Iterable[tuple[str, str]]) -> None:
        """Count what one side removed and the other named: she is asked of each, and it has not gone."""
        asked = set(back)
        self._conflicts.update((table, id_, THERE) for table, id_ in asked)
        for number, each in enumerate(self._differences if asked & self._went else ()):
            stays = sum((each.table, row["id"]) in asked & self._went for row in each.documents)
            stands = each._replace(changed=each.changed + stays, removed=each.removed - stays)
            self._differences[number] = stands

    def figures(self, names: tuple[tuple[str, str], ...]) -> Figures:
        differences = tuple(self._differences)
        conflicts = len(self._conflicts)
        return Figures(self._came, self._changed, self.same, conflicts, differences, names, self._stay_removed)


def _by_id(tables: Tables, table: str) -> dict[str, Document]:
    return {row["id"]: row for row in tables.get(table, {}).values()}


def _difference(file: str, table: str, documents: tuple[Document, ...], stood: Mapping[str, Document]) -> Difference:
    there = {id_ for id_, document in stood.items() if is_alive(document)}
    back = tuple(document for document in documents if is_alive(document) and document["id"] not in there)
    changed = sum(is_alive(document) and document["id"] in there for document in documents)
    removed = sum(not is_alive(document) and document["id"] in there for document in documents)
    return Difference(file, table, documents, back, changed, removed)
