"""Copies of the home: what another machine's says is merged into this one, and what both said is chosen from."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence

from planner.desk.base import Base, done
from planner.desk.conflict_words import Conflict, conflict_of
from planner.domain.errors import Misread, PlannerError, Refused
from planner.domain.ids import find_id
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import listing, plural, say

if TYPE_CHECKING:
    from planner.store.home_copy import Copy
    from planner.store.merging import Figures
    from planner.store.merging.conflicts import Twofold
    from planner.store.steps import PutAway

#: What may be kept of two things: the first of them stands.
KEEPS = {"mine": "1", "theirs": "2", "both": "both"}


class Merging(NamedTuple):
    """What merging did, in words, and of each copy (its path) in figures."""

    change: Change
    figures: tuple[tuple[str, Figures], ...]


class Copies(Base):
    """Two machines, one home."""

    def copy_at(self, path: str) -> Copy:
        """Another copy of the home: a folder, an archive, or one data file of it.

        Raises Refused where that is nothing of planner's, Newer and StoreError.
        """
        return self._home.copy_at(path)

    def merge_files(self, paths: Sequence[str], *, base: str = "", other_home: bool = False) -> Change:
        """Merge other copies into this home, as one change with one step to undo; a note says of each what came.

        Each path is another home (a folder), a backup, or a data file that a program has put beside its like. ``base``
        is a folder with what both came from, where that is known. A copy that lies in the home is moved to
        ``backups/``. Raises Refused for what is nothing of planner's, or another person's home unless ``other_home``,
        Newer and StoreError, and then nothing is changed.
        """
        copies = [self.copy_at(path) for path in paths]
        came_from = self.copy_at(base).contents if base else None
        return self.merge_copies(copies, base=came_from, other_home=other_home).change

    def merge_copies(
        self, copies: Sequence[Copy], *, base: Mapping[str, bytes] | None = None, other_home: bool = False
    ) -> Merging:
        """Merge copies that were opened, as :meth:`merge_files` does; with figures."""
        from planner.desk.record_words import alike_words

        with self._changing() as kept:
            figures, notes, away = [], [], []
            for copy in copies:
                own = self._name_in_home(copy.path)
                if not (other_home or own or kept.shares_records(copy.contents, copy.path)):
                    raise Refused(_another_persons(copy.path))
                came = kept.merge(copy.contents, base, copy.path)
                figures.append((copy.path, came))
                notes += [_came_words(own or copy.path, came), *_name_words(came)]
                away += [own] if own else []
            notes += alike_words(kept.book())
            kept.copies = self._places_for(away)
            called = [shown(os.path.basename(os.path.abspath(copy.path))) for copy in copies]
            words = plural(len(copies), "Merged {name}", "Merged {n} copies", name=called[0] if called else "")
            return Merging(done(kept, words, notes=notes), tuple(figures))

    def _name_in_home(self, path: str) -> str:
        """What a copy is called in the home; empty where it lies elsewhere."""
        folder, home = (os.path.realpath(each) for each in (os.path.dirname(os.path.abspath(path)), self.folder))
        for inside, prefix in ((home, ""), (os.path.join(home, "weeks"), "weeks/")):
            if folder == inside and os.path.isfile(path):
                return prefix + os.path.basename(path)
        return ""

    def _places_for(self, names: Sequence[str]) -> tuple[PutAway, ...]:
        if not names:
            return ()
        from planner.store.contents import is_kept
        from planner.store.merging.putting_away import place_for

        return tuple(place_for(self.folder, name) for name in dict.fromkeys(names) if not is_kept(name))

    def merge_waiting(self, *, other_home: bool = False) -> Merging:
        """Merge every copy of another machine that lies in the home, each file that git has left both sides in, and
        what it has left in two weeks of an entry that two machines moved.

        A copy that cannot be read stays where it is, which a note says. Raises Refused where nothing waits, and as
        :meth:`merge_files` where nothing can be merged.
        """
        from planner.store.contents import BOOK

        stay = self._home.carrying().put_settings_together()
        self.settings()  # what was said of the file holds no more
        waiting = self._home.waiting(of_all=True)
        if not waiting and stay is not None:
            return Merging(Change(_settings_words(stay), undoable=False), ())
        if not waiting:
            raise Refused(say("No copy of another machine waits here; nothing is to be merged."))
        if self._home.carrying().part_sides(waiting):
            waiting = self._home.waiting(of_all=True)
        scattered = self._home.scattered()
        copies, left = self._readable([name for name in waiting if name not in scattered])
        if not (copies or scattered):
            raise left[0]
        copies.sort(key=lambda copy: BOOK in copy.contents)  # what names a record comes before who may have removed it
        merging = (
            self.merge_copies(copies, other_home=other_home) if copies else Merging(Change("", undoable=False), ())
        )
        said = [say("Left where it is: {reason}", reason=reason) for reason in left]
        said += [] if stay is None else [_settings_words(stay)]
        if self._home.scattered():
            moved = self._home.put_in_order().moved
            words = plural(
                moved,
                "{n} entry that two machines had moved is put together.",
                "{n} entries that two machines had moved are put together.",
            )
            said.insert(0, words)
        change = merging.change if copies else Change(said.pop(0), undoable=True)
        return merging._replace(change=change._replace(notes=(*said, *change.notes)))

    def _readable(self, names: Sequence[str]) -> tuple[list[Copy], list[PlannerError]]:
        """The copies of these names in the home, and why others of them cannot be read."""
        copies, left = [], []
        for name in names:
            try:
                copies.append(self.copy_at(os.path.join(self.folder, name)))
            except PlannerError as error:
                left.append(error)
        return copies, left

    def conflicts(self) -> tuple[Conflict, ...]:
        """Everything of which two are kept until she has chosen."""
        twofold = self._home.conflicts()
        if not twofold:
            return ()
        book = self.book()
        return tuple(conflict_of(each, book) for each in twofold)

    def settle_conflict(self, id_: str, keep: str) -> Change:
        """Choose: keep what stands (``1`` or ``mine``), another (``2`` or ``theirs``, ``3``…), or ``both``.

        Raises Misread, and Refused where there is no such conflict, or it cannot be settled so.
        """
        from planner.domain.grammar.choices import chosen_of_two, typed_of_two

        keep = KEEPS.get(chosen_of_two(keep, KEEPS) or "", keep)
        if keep != "both" and not re.fullmatch("[1-9][0-9]?", keep):
            both = typed_of_two("both")
            raise Misread(say("“{text}” is none of these; write its number, or {both}.", text=shown(keep), both=both))
        with self._changing() as kept:
            twofold = self._twofold(id_)
            kept.settle(twofold, keep)
            conflict = conflict_of(twofold, self.book())
            return done(kept, say("Chosen: {what}", what=_chosen(conflict, keep)))

    def _twofold(self, id_: str) -> Twofold:
        """The conflict of an id, or of the beginning of one. Raises Refused and Ambiguous."""
        by_id = {each.id: each for each in self._home.conflicts()}
        missing = say("There is no conflict “{id}”; “planner conflicts” lists them.", id=shown(id_))
        return find_id(id_, by_id, missing)


def _chosen(conflict: Conflict, keep: str) -> str:
    of = say("{field} of {record}", field=conflict.field, record=conflict.record) if conflict.field else conflict.record
    return of if keep == "both" else f"{of}: {shown(conflict.says[int(keep) - 1])}"


def _another_persons(path: str) -> str:
    return say(
        "{path} has nothing in common with this home: it may be another person's. Nothing was merged; if it is yours, "
        "say --other-home.",
        path=clean(path),
    )


def _came_words(path: str, came: Figures) -> str:
    """What came of one copy, in words."""
    parts = [
        plural(came.came, "{n} record came", "{n} records came"),
        plural(came.changed, "{n} changed", "{n} changed"),
        plural(came.same, "{n} was the same", "{n} were the same"),
        plural(came.conflicts, "{n} conflict", "{n} conflicts"),
    ]
    return say("{path}: {what}.", path=clean(path), what=", ".join(parts))


def _settings_words(stay: Sequence[str]) -> str:
    """That settings which git has left two sides of are put together, and which of them both had changed."""
    if not stay:
        return say("config.toml: what each machine set counts.")
    return say(
        "config.toml: what each machine set counts; of what both did, this one’s: {keys}.", keys=listing([*stay])
    )


def _name_words(came: Figures) -> list[str]:
    """What was made apart under one id, and is called by another now."""
    return [
        say("Two were called {id}, made apart: one of them is {new} now.", id=shown(old), new=shown(new))
        for old, new in came.names
    ]
