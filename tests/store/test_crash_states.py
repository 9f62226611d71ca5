"""Crash states: cut off after any system call, with whatever was not synced lost, a home keeps what it promised.

Some states of each kind of change; ``python -m tests.benchmarks.crash_states`` looks at all of them.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from planner.store.journal import Journal
from tests.store.conftest import MEMORY, Hands
from tests.store.crash.disk import Disk, recorded
from tests.store.crash.kinds import KINDS, ChangeKind, planner
from tests.store.crash.states import course, recovery, seen_of, wrong_with

#: States of each kind that are looked at here.
SOME = 10

#: Of the thousand states that undoing a restore over damage goes through each fourth is looked at.
APART = 4


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_all_or_nothing_is(kind: ChangeKind) -> None:
    made = course(kind)
    assert made.before != made.after or not kind.backwards
    some = made.states[:: max(1, len(made.states) // SOME)]
    assert [wrong for state in some if (wrong := wrong_with(kind, made, state))] == []


@pytest.mark.parametrize("kind", [KINDS[0], KINDS[3]], ids=lambda kind: kind.name)
def test_finishing_may_be_cut_off_itself(kind: ChangeKind) -> None:
    made = course(kind)
    counting = next(state for state in reversed(made.states) if _has_manifest(state.tree.files))
    again = recovery(kind, counting)
    assert again.after == made.after
    assert [wrong for state in again.states if (wrong := wrong_with(kind, again, state))] == []


def test_damage_is_told_of_wherever_its_restore_is_undone() -> None:
    (kind,) = (each for each in KINDS if each.name == "undo of a restore over damage")
    made, undone = course(kind), 0
    for state in made.states[::APART]:
        with TemporaryDirectory(dir=MEMORY) as folder:
            state.tree.write(Path(folder))
            home = planner(Path(folder), Hands())
            if seen_of(home) == made.after:
                undone += 1
                assert len(home.damage()) == 1, state.call
    assert undone


def test_a_week_begun_anew_over_one_that_vanished_never_hides_that() -> None:
    (kind,) = (each for each in KINDS if each.name == "an entry in a week that had vanished")
    made, begun = course(kind), 0
    for state in made.states:
        with TemporaryDirectory(dir=MEMORY) as folder:
            state.tree.write(Path(folder))
            home = planner(Path(folder), Hands())
            begun += seen_of(home) == made.after
            assert len(home.damage()) == 1, state.call
    assert begun


def _has_manifest(files: dict[str, bytes]) -> bool:
    return any(path.startswith("home/journal/") and path.endswith(".manifest") for path in files)


def test_a_disk_that_lies_about_its_folders_is_found_out() -> None:
    """The states are worth something only if they tell a store that keeps its promises from one that does not."""
    made = course(KINDS[3], lying=True)
    assert any(wrong_with(KINDS[3], made, state) for state in made.states)


def test_no_file_is_left_to_chance_once_a_change_is_acknowledged(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    left: list[set[frozenset[tuple[str, bytes]]]] = []

    def note(disk: Disk) -> None:
        trees = [tree.files for tree in disk.states(Random(1))]
        left.append({frozenset(row for row in files.items() if not row[0].startswith("journal")) for files in trees})

    with recorded(tmp_path / "home", note):
        Journal(str(tmp_path / "home")).replace({"book.json": b"{}", "weeks/2026-W48.json": b"{}"})
    assert max(map(len, left)) > 1
    (files,) = left[-1]
    assert {path for path, _ in files} == {"book.json", "weeks/2026-W48.json"}
