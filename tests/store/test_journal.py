"""The journal: a change to several files is whole after a crash at any moment, or was never made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.store.home import Home
from planner.store.journal import Journal
from tests.store.conftest import UX, WEEK, Opens, entry

CONTENTS = {"book.json": b"new book", "weeks/2026-W48.json": b"new week", "undo.json": b"new undo"}


def _home(home: Path) -> Journal:
    (home / "weeks").mkdir(parents=True)
    for name in CONTENTS:
        (home / name).write_bytes(b"old")
    return Journal(str(home))


def _contents(home: Path) -> dict[str, bytes]:
    return {name: (home / name).read_bytes() for name in CONTENTS}


def test_files_are_replaced_together_and_nothing_else_is_left(home: Path) -> None:
    journal = _home(home)
    stamps = journal.replace(CONTENTS)
    assert _contents(home) == CONTENTS
    assert stamps.keys() == CONTENTS.keys()
    assert not journal.unfinished()
    assert list((home / "journal").iterdir()) == []


@pytest.mark.parametrize("moved", range(4))
def test_a_change_that_was_cut_off_after_its_mark_is_finished_by_who_comes_next(home: Path, moved: int) -> None:
    journal = _home(home)
    folder = home / "journal"
    folder.mkdir()
    for number, (name, content) in enumerate(CONTENTS.items()):
        place = home / name if number < moved else folder / name.replace("/", "+")
        place.write_bytes(content)
    (folder / "complete").touch()
    assert journal.unfinished()
    journal.settle()
    assert _contents(home) == CONTENTS
    assert not journal.unfinished()


def test_a_change_that_was_cut_off_is_finished_before_another_is_made(home: Path) -> None:
    journal = _home(home)
    (home / "journal").mkdir()
    (home / "journal" / "weeks+2026-W48.json").write_bytes(b"promised")
    (home / "journal" / "complete").touch()
    journal.replace({"book.json": b"other"})
    assert _contents(home) == {"book.json": b"other", "weeks/2026-W48.json": b"promised", "undo.json": b"old"}


def test_a_change_that_was_cut_off_before_its_mark_was_never_made(home: Path) -> None:
    journal = _home(home)
    (home / "journal").mkdir()
    (home / "journal" / "weeks+2026-W47.json").write_bytes(b"half")
    journal.settle()
    journal.replace({"book.json": b"other"})
    assert not (home / "weeks/2026-W47.json").exists()
    assert (home / "book.json").read_bytes() == b"other"


@pytest.mark.parametrize("reads", ["book", "week", "weeks", "past", "history", "change"])
def test_whoever_reads_first_after_a_crash_sees_the_whole_change(
    kept: Home, home: Path, opens: Opens, reads: str
) -> None:
    with kept.change("All") as change:
        change.put_group(UX)
        change.put_entry(entry())
    (home / "journal" / "complete").touch()
    for name in ("book.json", "undo.json", "weeks/2026-W48.json"):
        os.rename(home / name, home / "journal" / name.replace("/", "+"))
    other = opens()
    if reads == "book":
        assert list(other.book().groups) == ["lyon-ux"]
    elif reads == "week":
        assert other.week(WEEK).entries == (entry(),)
    elif reads == "weeks":
        assert other.weeks() == (WEEK,)
    elif reads == "past":
        assert len(other.past(WEEK.plus(1), 1)) == 1
    elif reads == "history":
        assert len(other.history()[0]) == 1
    else:
        with other.change("More") as change:
            assert change.week(WEEK).entries == (entry(),)
    assert list((home / "journal").iterdir()) == []
