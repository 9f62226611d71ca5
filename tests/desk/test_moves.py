"""An entry that goes to another week on one of two machines stands in one week, and its minutes count once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.domain.grammar.amend import Amendment
from planner.domain.weeks.log_filter import LogFilter
from planner.store.home import Home
from planner.store.merging.driver import merge_for_git
from planner.store.oddities import InOrder


def _copy(desk: Desk, tmp_path: Path, name: str = "laptop") -> Desk:
    shutil.copytree(desk.folder, tmp_path / name)
    return Desk(Home(str(tmp_path / name), desk.now, "a test"), desk._clock)


def _logged(desk: Desk) -> str:
    entry = desk.log("m 30 lyon-ux coffee @Ana").entry
    assert entry
    return entry.id


def _move(desk: Desk, id_: str, to: date) -> None:
    desk.amend(id_, Amendment(start=f"{to.isoformat()} 12:00"))


def _weeks(desk: Desk) -> list[tuple[str, str, int]]:
    """The entries of all weeks: the week in whose file each stands, its note and its minutes."""
    home = Home(desk.folder, desk.now, "a test")
    return [(str(week), entry.note, entry.minutes) for week in home.weeks() for entry in home.week(week).entries]


def test_moved_on_both_it_stands_once_and_waits_for_her(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    _move(desk, id_, date(2026, 11, 19))
    _move(laptop, id_, date(2026, 11, 12))
    laptop_then = _copy(laptop, tmp_path, "as it was")
    said = desk.merge_files([laptop.folder])
    laptop.merge_files([desk.folder])
    assert "1 conflict" in said.notes[0]
    (conflict,) = desk.conflicts()
    assert (conflict.field, laptop.conflicts()) == ("start", (conflict,))
    ((week, *_),) = _weeks(desk)
    assert _weeks(laptop) == _weeks(desk)
    desk.settle_conflict(conflict.id, "theirs")
    ((other, *_),) = _weeks(desk)
    assert {week, other} == {"2026-W46", "2026-W47"} and desk.conflicts() == ()
    laptop.merge_files([desk.folder])
    desk.merge_files([laptop_then.folder])
    assert (_weeks(laptop), laptop.conflicts(), _weeks(desk)) == (_weeks(desk), (), [(other, "coffee", 30)])


@pytest.mark.parametrize("whose", ["moved here", "moved there"])
def test_it_follows_a_move_with_the_change_of_the_other(desk: Desk, tmp_path: Path, whose: str) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    mover, other = (desk, laptop) if whose == "moved here" else (laptop, desk)
    _move(mover, id_, date(2026, 11, 19))
    other.amend(id_, Amendment(note="tea"))
    desk.merge_files([laptop.folder])
    assert (_weeks(desk), desk.conflicts()) == ([("2026-W47", "tea", 30)], ())
    laptop.merge_files([desk.folder])
    assert _weeks(laptop) == _weeks(desk)


def test_moved_on_one_and_removed_on_the_other_waits_for_her(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    _move(desk, id_, date(2026, 11, 19))
    laptop.remove_entry(id_)
    laptop.merge_files([desk.folder])
    (conflict,) = laptop.conflicts()
    assert (conflict.field, _weeks(laptop)) == ("", [("2026-W47", "coffee", 30)])
    laptop.settle_conflict(conflict.id, "theirs")
    desk.merge_files([laptop.folder])
    assert (_weeks(desk), _weeks(laptop)) == ([], [])


def test_moved_there_and_removed_there_goes_here(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    _move(laptop, id_, date(2026, 11, 19))
    laptop.remove_entry(id_)
    desk.merge_files([laptop.folder])
    assert (_weeks(desk), desk.conflicts()) == ([], ())


def test_a_move_that_is_undone_is_undone_where_it_was_seen(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    _move(desk, id_, date(2026, 11, 19))
    laptop.merge_files([desk.folder])
    desk.undo()
    desk.merge_files([laptop.folder])
    laptop.merge_files([desk.folder])
    assert _weeks(desk) == _weeks(laptop) == [("2026-W48", "coffee", 30)]
    desk.undo()
    desk.redo()
    laptop.merge_files([desk.folder])
    assert _weeks(desk) == _weeks(laptop)


def test_moved_there_and_back_it_stays_where_it_is(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    _move(desk, id_, date(2026, 11, 19))
    laptop.merge_files([desk.folder])
    _move(desk, id_, date(2026, 11, 26))
    laptop.merge_files([desk.folder])
    desk.merge_files([laptop.folder])
    assert _weeks(desk) == _weeks(laptop) == [("2026-W48", "coffee", 30)]
    assert desk.conflicts() == ()


def test_what_a_restore_moves_back_is_moved_back_elsewhere_too(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    archive = desk.backup(str(tmp_path / "before.zip"))
    laptop = _copy(desk, tmp_path)
    _move(desk, id_, date(2026, 11, 19))
    laptop.merge_files([desk.folder])
    desk._home.restore(desk._home.source(archive or str(tmp_path / "before.zip")), "Restored")
    laptop.merge_files([desk.folder])
    assert _weeks(desk) == _weeks(laptop) == [("2026-W48", "coffee", 30)]


def test_git_by_hand_counts_no_minute_twice(desk: Desk, tmp_path: Path) -> None:
    """git has each week's file merged by itself, of which none knows what the others say."""
    id_ = _logged(desk)
    base, laptop = _copy(desk, tmp_path, "base"), _copy(desk, tmp_path)
    _move(desk, id_, date(2026, 11, 19))
    laptop.amend(id_, Amendment(note="tea"))
    week = "weeks/2026-W48.json"
    merge_for_git(*(f"{each.folder}/{week}" for each in (base, desk, laptop)))
    assert _weeks(desk) == [("2026-W47", "coffee", 30)]
    assert desk._home.put_in_order() == InOrder(moved=1)
    assert _weeks(desk) == [("2026-W47", "tea", 30)]
    assert desk._home.put_in_order() == InOrder()


def test_git_by_hand_after_two_moves_is_put_in_order_as_one_entry(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    base, laptop = _copy(desk, tmp_path, "base"), _copy(desk, tmp_path)
    _move(desk, id_, date(2026, 11, 19))
    _move(laptop, id_, date(2026, 11, 12))
    merge_for_git(*(f"{each.folder}/weeks/2026-W48.json" for each in (base, desk, laptop)))
    shutil.copy(f"{laptop.folder}/weeks/2026-W46.json", f"{desk.folder}/weeks/2026-W46.json")
    desk._home.put_in_order()
    assert len(_weeks(desk)) == 1 and [each.field for each in desk.conflicts()] == ["start"]
    assert [entry.id for entry in desk.entries(LogFilter())] == [id_]
