"""Every kind of change, each from a home as it is before it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from planner.domain.kinds import Kind, Split
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.timer import Timer
from planner.store.home import Home
from planner.store.merging.putting_away import place_for
from tests.store.conftest import NOW, UX, WEEK, Hands, entry, logs

#: As many entries as make a step keep its images in a file of its own.
MANY = 20


class ChangeKind(NamedTuple):
    """One kind of change: what was there before, and what is done; ``days`` pass between the two.

    ``first`` is a change that was made a moment before, so that a crash may still bring its manifest back.
    """

    name: str
    before: Callable[[Home], object]
    does: Callable[[Home], object]
    days: int = 0
    backwards: bool = True  # whether it leaves a step that undo takes back
    first: Callable[[Home], object] = lambda home: None


def _usual(home: Home) -> None:
    with home.change("Set up") as kept:
        kept.put_group(UX)
        kept.put_person(Person("marie", "Marie Dupont", company="Lyon Design"))
        kept.put_plan(WEEK, Plan({"lyon-ux": Split(60, 45, 20)}))
    logs(home, entry("first"))
    logs(home, entry("second", 40))


def _many(home: Home) -> None:
    logs(home, *(entry(f"many{number:02}", start=NOW - timedelta(days=number)) for number in range(MANY)), label="Many")


def _usual_and_many(home: Home) -> None:
    _usual(home)
    _many(home)


def _undone(home: Home) -> None:
    _usual_and_many(home)
    home.undo()


def _timer(home: Home) -> None:
    with home.change("Started") as kept:
        kept.put_timer(Timer(NOW, Kind.MEETING, "lyon-ux"))


def _running(home: Home) -> None:
    _usual(home)
    _timer(home)


def _stop(home: Home) -> None:
    with home.change("Stopped") as kept:
        kept.put_timer(None)
        kept.put_entry(entry("stopped"))


def _remove(home: Home) -> None:
    with home.change("Removed") as kept:
        kept.remove_person("marie")
        kept.remove_entry(entry("first"))


def _move(home: Home) -> None:
    with home.change("Moved") as kept:
        kept.put_entry(entry("second", 40, NOW - timedelta(weeks=3)), was=WEEK)


def _new_person(home: Home) -> None:
    with home.change("Logged") as kept:
        kept.put_person(Person("paul", "Paul"))
        kept.put_entry(entry("new", people=("paul",)))


def _linked(home: Home) -> None:
    """Her book is a link to a file in a folder beside the home."""
    _usual(home)
    beside = Path(home.path).parent / "elsewhere"
    beside.mkdir()
    os.rename(os.path.join(home.path, "book.json"), beside / "book.json")
    os.symlink("../elsewhere/book.json", os.path.join(home.path, "book.json"))


def _old_journal(home: Home) -> None:
    """A change of planner 0.1.0 that was cut off once it counted."""
    _usual(home)
    journal = Path(home.path) / "journal"
    (journal / "last").unlink()
    for name in ("book.json", "undo.json"):
        os.rename(os.path.join(home.path, name), journal / name)
    os.rename(os.path.join(home.path, f"weeks/{WEEK}.json"), journal / f"weeks+{WEEK}.json")
    (journal / "complete").touch()


def _damaged(home: Home) -> None:
    _usual(home)
    week = Path(home.path) / f"weeks/{WEEK}.json"
    week.write_text(week.read_text().replace('"id": "first"', '"id": 1'))
    home.week(WEEK)


def _set_aside(home: Home) -> None:
    home.week(WEEK)


def _broken(home: Home) -> None:
    _usual(home)
    (Path(home.path) / f"weeks/{WEEK}.json").write_text("{")


def _a_fortnight(home: Home) -> None:
    """As many backups as are kept, in a month that has begun."""
    _usual(home)
    for number in range(1, 17):
        folder = Path(home.path) / "backups" / f"{number:04}-2026-11-{number:02}"
        folder.mkdir(parents=True)
        (folder / "manifest.json").write_text(json.dumps({"sha256": {}, "damaged": []}))


def _without_its_week(home: Home) -> None:
    _usual(home)
    (Path(home.path) / f"weeks/{WEEK}.json").unlink()


def _beside(home: Home) -> Home:
    """Another home, in a folder beside this one."""
    return Home(f"{home.path}-beside", lambda: NOW, "planner log")


def _two_homes(home: Home) -> None:
    """Beside the home one that knows a person, settings, and so many entries that they make a large step."""
    beside = _beside(home)
    _usual_and_many(beside)
    _new_person(beside)
    (Path(beside.path) / "config.toml").write_text("[week]\n")
    _usual(home)
    logs(home, entry("here only"))


def _restore(home: Home) -> None:
    home.restore(home.source(_beside(home).path), "Restored")


def _take_in(home: Home) -> None:
    home.take_in(home.source(_beside(home).path), "Taken in")


def _restored(home: Home) -> None:
    _two_homes(home)
    _restore(home)


def _restored_and_undone(home: Home) -> None:
    _restored(home)
    home.undo()


def _restored_over_damage(home: Home) -> None:
    _two_homes(home)
    (Path(home.path) / "book.json").write_text("{ cut o")
    home.book()
    _restore(home)


def _with_what_was_taken_in(home: Home) -> None:
    _two_homes(home)
    _take_in(home)


def _minutes(home: Home) -> None:
    with home.change("Planned") as kept:
        kept.put_plan(WEEK, Plan({"lyon-ux": Split(90, 45, 20)}))
        kept.put_setting("minutes", 300)


def _with_minutes(home: Home) -> None:
    _usual(home)
    _minutes(home)


def _merge(home: Home, *copies: str) -> None:
    """Merge the home beside this one, and copies that lie in here, which are put away."""
    sources = [home.copy_at(_beside(home).path), *(home.copy_at(os.path.join(home.path, name)) for name in copies)]
    with home.change("Merged") as kept:
        for source in sources:
            kept.merge(source.contents, None, source.path)
        kept.copies = tuple(place_for(home.path, name) for name in copies)


def _merge_with_copies(home: Home) -> None:
    _merge(home, *_COPIES)


#: Copies of another machine as a program that syncs a folder names them.
_COPIES = (
    "book.sync-conflict-20261126-184000-ABCDEFG.json",
    f"weeks/{WEEK}.sync-conflict-20261126-184000-ABCDEFG.json",
)


def _two_machines(home: Home) -> None:
    """Beside the home a copy of it, of which each moved and changed what the other has; copies of both lie in here."""
    _usual(home)
    shutil.copytree(home.path, _beside(home).path)
    beside = _beside(home)
    _new_person(beside)
    with beside.change("Moved") as kept:
        kept.put_entry(entry("second", 40, NOW - timedelta(weeks=3)), was=WEEK)
    with home.change("Changed") as kept:
        kept.put_entry(entry("second", 45, note="here"))
        kept.put_entry(entry("first", 15))
    for name, of in zip(_COPIES, ("book.json", f"weeks/{WEEK}.json"), strict=True):
        shutil.copy(os.path.join(beside.path, of), os.path.join(home.path, name))


def _merged(home: Home) -> None:
    _two_machines(home)
    _merge_with_copies(home)


def _empty_beside_another(home: Home) -> None:
    _usual_and_many(_beside(home))


KINDS = (
    ChangeKind("the very first change", lambda home: None, lambda home: logs(home, entry())),
    ChangeKind("an entry", _usual, lambda home: logs(home, entry("new"))),
    ChangeKind("an entry of another week", _usual, lambda home: logs(home, entry("new", start=NOW - timedelta(70)))),
    ChangeKind("an entry with a new person", _usual, _new_person),
    ChangeKind("an entry moved to another week", _usual, _move),
    ChangeKind("removals", _usual, _remove),
    ChangeKind("many entries", _usual, _many),
    ChangeKind("an entry after an undone import", _undone, lambda home: logs(home, entry("new"))),
    ChangeKind("undo", _usual, Home.undo, backwards=False),
    ChangeKind("undo of many", _usual_and_many, Home.undo, backwards=False),
    ChangeKind("redo of many", _undone, Home.redo, backwards=False),
    ChangeKind(
        "an entry at once after another",
        _usual,
        lambda home: logs(home, entry("newer"), entry("first", 7)),
        first=lambda home: logs(home, entry("new"), entry("first", 5)),
    ),
    ChangeKind("the timer started", _usual, _timer),
    ChangeKind("the timer stopped", _running, _stop),
    ChangeKind("the timer's sign of life", _running, lambda home: home.beat(NOW + timedelta(1)), backwards=False),
    ChangeKind("the first change of a day", _usual, lambda home: logs(home, entry("new")), days=1),
    ChangeKind("a day on which an old backup goes", _a_fortnight, lambda home: logs(home, entry("new")), days=1),
    ChangeKind("an entry while the clock stands in 2036", _a_fortnight, lambda home: logs(home, entry("new")), 3600),
    ChangeKind("an entry while the clock has gone back", _a_fortnight, lambda home: logs(home, entry("new")), -400),
    ChangeKind("a book that is a link", _linked, _new_person),
    ChangeKind("a change of planner 0.1.0 finished", _old_journal, lambda home: home.book(), backwards=False),
    ChangeKind("a damaged file set aside", _broken, _set_aside, backwards=False),
    ChangeKind("a plan with the minutes she has", _usual, _minutes),
    ChangeKind("undo of a plan with the minutes she has", _with_minutes, Home.undo, backwards=False),
    ChangeKind("another home restored", _two_homes, _restore),
    ChangeKind("another home restored first thing in a day", _two_homes, _restore, days=1),
    ChangeKind("another home restored into an empty one", _empty_beside_another, _restore),
    ChangeKind("undo of a restore", _restored, Home.undo, backwards=False),
    ChangeKind("undo of a restore over damage", _restored_over_damage, Home.undo, backwards=False),
    ChangeKind("redo of a restore", _restored_and_undone, Home.redo, backwards=False),
    ChangeKind("another home taken in", _two_homes, _take_in),
    ChangeKind("another home taken in by an empty one", _empty_beside_another, _take_in),
    ChangeKind("undo of what was taken in", _with_what_was_taken_in, Home.undo, backwards=False),
    ChangeKind("a merge with copies put away", _two_machines, _merge_with_copies),
    ChangeKind("a merge first thing in a day", _two_machines, _merge, days=1),
    ChangeKind("undo of a merge with copies put away", _merged, Home.undo, backwards=False),
    ChangeKind("an entry in a week that had vanished", _without_its_week, lambda home: logs(home, entry("new"))),
    ChangeKind("mending what had vanished", _without_its_week, Home.mend, days=1, backwards=False),
    ChangeKind("mending", _damaged, Home.mend, days=1, backwards=False),
)


def planner(folder: Path, hands: Hands) -> Home:
    """A planner over the home in a folder."""
    return Home(str(folder / "home"), lambda: hands.now, "planner log")
