"""Which files keep something twice is known of five hundred weeks by a look at their folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain.plan import Plan
from planner.store.home import Home
from planner.store.kept_twice import KeptTwice

from .conftest import WEEK, Opens

#: What a week's file holds that two machines have said something else in.
TWICE = '{"meta": {"1": {"schema": 7}}, "entries": {"1": {"lineage": {"beside": [1]}}}}'

#: One that says of an entry that it moved.
HOLDS = (
    '{"meta": {"1": {"schema": 7}},\n"entries": {\n'
    '"1": {"id": "abcd1234", "holds": {"start": "2026-11-26T10:00:00+01:00"}, "lineage": {"heads": ["a"]}}}}'
)


def _with_weeks(home: Home, count: int) -> None:
    with home.change("A long log") as kept:
        for back in range(count):
            kept.put_plan(WEEK.plus(-back), Plan({}))


def _is_sure(home: Home, folder: Path) -> None:
    """What is known of the weeks was written long after their folder changed last."""
    home.conflicts()
    known = folder / ".twice.json"
    later = (folder / "weeks").stat().st_mtime_ns + 5_000_000_000
    os.utime(known, ns=(later, later))


def test_who_asks_for_all_sees_what_an_editor_wrote(opens: Opens, home: Path) -> None:
    _with_weeks(opens(), 70)
    _is_sure(opens(), home)
    old, this = (home / "weeks" / f"{week}.json" for week in (WEEK.plus(-40), WEEK))
    twice = _twice_of(opens())
    assert twice(False) == twice(True) == []
    old.write_text(TWICE, encoding="utf-8")
    assert (twice(False), _twice_of(opens())(True)) == ([], [f"weeks/{old.name}"])
    this.write_text(TWICE, encoding="utf-8")
    assert _twice_of(opens())(False) == [f"weeks/{old.name}", f"weeks/{this.name}"]
    this.unlink()
    assert _twice_of(opens())(False) == [f"weeks/{old.name}"]


def test_what_takes_the_place_of_a_week_is_seen_by_everybody(opens: Opens, home: Path) -> None:
    _with_weeks(opens(), 70)
    _is_sure(opens(), home)
    old = home / "weeks" / f"{WEEK.plus(-40)}.json"
    beside = home / "weeks" / "carried"
    beside.write_text(f"<<<<<<< HEAD\n{TWICE}\n=======\n{TWICE}\n>>>>>>> laptop\n", encoding="utf-8")
    beside.replace(old)
    twice = _twice_of(opens())
    assert opens().waiting() == (f"weeks/{old.name}",)
    assert (twice(False), twice(False)) == ([f"weeks/{old.name}"], [f"weeks/{old.name}"])
    row = json.loads((home / ".twice.json").read_text())["files"]["1"]
    assert row["weeks"].split() == [str(part) for part in _stamp(home / "weeks")]


@pytest.mark.parametrize("moved", [None, 5, {"weeks/2026-W48.json": 5}])
def test_what_does_not_say_what_moved_counts_as_nothing_known(opens: Opens, home: Path, moved: object) -> None:
    """As an older planner's, which had looked at each week, and not for that."""
    _with_weeks(opens(), 6)
    for back in (0, 1):
        (home / "weeks" / f"{WEEK.plus(-back)}.json").write_text(HOLDS, encoding="utf-8")
    known = home / ".twice.json"
    scattered = (f"weeks/{WEEK}.json",)
    assert opens().scattered() == scattered
    tables = json.loads(known.read_text())
    row = tables["files"]["1"]
    del row["moved"]
    row |= {"moved": moved} if moved else {}
    known.write_text(json.dumps(tables))
    assert opens().scattered() == scattered == opens().waiting()


def _twice_of(home: Home) -> Callable[[bool], list[str]]:
    """The files that keep something twice, all of them looked at or those that may have changed."""
    known = KeptTwice(home._shelf)
    return lambda of_all: known.files(of_all=of_all)


def _stamp(path: Path) -> tuple[int, int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
