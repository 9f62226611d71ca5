"""The journal: a change to several files is whole after a crash at any moment, or was never made."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from pathlib import Path

import pytest

from planner.domain.errors import Incomplete
from planner.store.home import Home
from planner.store.journal import Journal
from tests.store.conftest import UX, WEEK, Opens, entry, logs

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
    assert [path.name for path in (home / "journal").iterdir()] == ["last"]


def _cut_off(home: Path, contents: dict[str, bytes], moved: int = 0, after: str | None = None) -> Path:
    """A change whose planner is gone: it counts, and ``moved`` of its files are in their places."""
    journal, change = home / "journal", "0123456789abcdef"
    journal.mkdir(parents=True, exist_ok=True)
    rows = []
    for number, (name, content) in enumerate(contents.items()):
        source = f"{change}.{number}"
        (home / name if number < moved else journal / source).write_bytes(content)
        sum_ = hashlib.sha256(content).hexdigest()
        rows.append({"name": name, "from": source, "length": len(content), "sha256": sum_})
    manifest = journal / f"{change}.manifest"
    manifest.write_text(json.dumps({"change": change, "after": after, "files": rows}))
    return manifest


def _last(home: Path) -> str:
    return str(json.loads((home / "journal" / "last").read_text())["change"])


@pytest.mark.parametrize("moved", range(4))
def test_a_change_that_was_cut_off_is_finished_by_who_comes_next(home: Path, moved: int) -> None:
    journal = _home(home)
    manifest = _cut_off(home, CONTENTS, moved)
    assert journal.unfinished()
    journal.settle()
    assert _contents(home) == CONTENTS
    assert not journal.unfinished()
    assert [path.name for path in (home / "journal").iterdir()] == ["last"]
    assert _last(home) == manifest.stem


def test_a_change_that_was_cut_off_is_finished_before_another_is_made(home: Path) -> None:
    journal = _home(home)
    _cut_off(home, {"weeks/2026-W48.json": b"promised"})
    journal.replace({"book.json": b"other"})
    assert _contents(home) == {"book.json": b"other", "weeks/2026-W48.json": b"promised", "undo.json": b"old"}


def test_a_file_is_taken_away_together_with_what_is_replaced(home: Path) -> None:
    journal = _home(home)
    journal.replace({"undo.json": b"new", "weeks/2026-W48.json": None, "undo/absent.json": None})
    assert not (home / "weeks/2026-W48.json").exists()
    assert (home / "undo.json").read_bytes() == b"new"


def test_an_old_change_that_turns_up_again_does_nothing(home: Path) -> None:
    journal = _home(home)
    journal.replace({"book.json": b"first"})
    first = _last(home)
    journal.replace({"book.json": b"second"})
    manifest = _cut_off(home, {"book.json": b"an older one"}, after=first)
    assert not journal.unfinished()
    journal.settle()
    assert (home / "book.json").read_bytes() == b"second"
    what = "a change that does not follow the last one made here; it does nothing"
    assert list(journal.remains()) == [(f"journal/{manifest.stem}.{part}", what) for part in ("0", "manifest")]


@pytest.mark.parametrize("how", ["gone", "all gone", "no manifest", "half a manifest"])
def test_a_change_that_is_not_whole_was_never_made(home: Path, tmp_path: Path, how: str) -> None:
    journal = _home(home)
    manifest = _cut_off(home, CONTENTS)
    file = manifest.with_suffix(".1")
    if how == "gone":
        file.unlink()
    elif how == "all gone":
        for number in range(3):
            manifest.with_suffix(f".{number}").unlink()
    elif how == "no manifest":
        manifest.unlink()
    else:
        manifest.write_bytes(manifest.read_bytes()[:40])
    journal.settle()
    assert set(_contents(home).values()) == {b"old"}
    assert [path for path in (home / "journal").iterdir() if path.is_file()] == []
    journal.replace({"book.json": b"other"})
    assert (home / "book.json").read_bytes() == b"other"


@pytest.mark.parametrize("how", ["cut short", "other", "a link", "gone, after one was moved"])
def test_a_change_damaged_before_it_is_finished_is_set_aside(kept: Home, home: Path, tmp_path: Path, how: str) -> None:
    _home(home)
    manifest = _cut_off(home, CONTENTS, moved=how.startswith("gone"))
    file = manifest.with_suffix(".1")
    if how == "cut short":
        file.write_bytes(file.read_bytes()[:-1])
    elif how == "other":
        file.write_bytes(b"x" * file.stat().st_size)
    elif how == "a link":
        file.rename(tmp_path / "elsewhere")
        file.symlink_to(tmp_path / "elsewhere")
    else:
        file.unlink()
    left = {path.name for path in (home / "journal").iterdir()} - {manifest.name}
    (home / "book.json").unlink(missing_ok=True)
    (home / "undo.json").unlink()
    (home / "weeks/2026-W48.json").unlink()
    if how.startswith("gone"):
        (home / "book.json").write_bytes(CONTENTS["book.json"])
    journal = Journal(str(home))
    journal.settle()
    assert {path.name for path in (home / "journal").iterdir()} == {*left, f"{manifest.stem}.damaged"}
    (home / "book.json").unlink(missing_ok=True)
    logs(kept, entry("one"))  # it is in nobody's way
    assert {path.name for path in (home / "journal").iterdir()} == {*left, f"{manifest.stem}.damaged", "last"}
    said = {finding.file: finding for finding in kept.check() if finding.file.startswith("journal")}
    assert said.keys() == {f"journal/{name}" for name in (*left, f"{manifest.stem}.damaged")}
    spoilt = said[f"journal/{manifest.stem}.damaged"]
    assert not spoilt.good and spoilt.what.startswith("a change that was made, but cut off and then damaged")
    assert [str(home / spoilt.file) in words for words in kept.damage()] == [True]
    if how == "other":
        assert said[f"journal/{file.name}"].what == "weeks/2026-W48.json of a change that was set aside; it is damaged"


@pytest.mark.parametrize(
    "name", ["../out", "weeks/../../out", "/tmp/out", ".lock", "weeks/x.json", "notes.txt", "undo/.x.json"]
)
def test_nothing_in_the_journal_leads_out_of_the_home(home: Path, name: str) -> None:
    journal = _home(home)
    manifest = _cut_off(home, {})
    manifest.with_suffix(".0").write_bytes(b"x")
    row = {"name": name, "from": f"{manifest.stem}.0", "length": 1, "sha256": hashlib.sha256(b"x").hexdigest()}
    manifest.write_text(json.dumps({"change": manifest.stem, "after": None, "files": [row]}))
    (home / "journal" / "complete").touch()
    (home / "journal" / "..+out+name").write_bytes(b"x")
    (home.parent / "out").mkdir(exist_ok=True)
    journal.settle()
    journal.replace({"book.json": b"other"})
    assert list((home.parent / "out").iterdir()) == []
    assert not (home / "notes.txt").exists()
    assert (home / "journal" / "..+out+name").exists()
    assert ("journal/..+out+name", "not planner's; left alone") in list(journal.remains())


def test_folders_and_strangers_in_the_journal_are_in_nobodys_way(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry("one"))
    (home / "journal" / "half").mkdir()
    (home / "journal" / "half" / "made").write_text("")
    (home / "journal" / "fedcba9876543210.0").write_text("half")
    (home / "journal" / "fedcba9876543210.manifest").mkdir()
    (home / "journal" / "note (conflicted copy)").write_text("")
    said = {finding.file: finding.what for finding in kept.check() if finding.file.startswith("journal")}
    assert said == {
        "journal/fedcba9876543210.0": "begun and never made; the next change clears it away",
        "journal/fedcba9876543210.manifest": "not planner's; left alone",
        "journal/half": "not planner's; left alone",
        "journal/note (conflicted copy)": "not planner's; left alone",
    }
    logs(opens(), entry("two"))
    assert len(kept.week(WEEK).entries) == 2
    assert not (home / "journal" / "fedcba9876543210.0").exists()


def test_a_folder_in_the_place_of_the_last_change_blocks_nothing(kept: Home, home: Path, opens: Opens) -> None:
    (home / "journal" / "last").mkdir(parents=True)
    (home / "journal" / "last" / "what").write_text("")
    logs(kept, entry("one"))
    logs(opens(), entry("two"))
    assert len(opens().week(WEEK).entries) == 2
    (aside,) = (home / "journal").glob("last.*")
    assert (aside / "what").exists()
    assert f"journal/{aside.name}" in {finding.file for finding in kept.check()}


def test_a_change_that_cannot_be_finished_is_said_by_check(
    kept: Home, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logs(kept, entry())
    manifest = _cut_off(home, {"weeks/2026-W48.json": (home / "weeks/2026-W48.json").read_bytes()}, after=_last(home))
    manifest.with_suffix(".0").chmod(0o600)

    def forbidden(_source: str, _path: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as context:
        context.setattr("planner.store.files.move", forbidden)
        bad = [finding for finding in kept.check() if not finding.good]
        assert [finding.file for finding in bad] == ["journal"]
        assert "could not be finished at weeks/2026-W48.json: Permission denied" in bad[0].what
        with pytest.raises(Incomplete, match="a change that waits to be finished is not in it"):
            kept.backup(str(tmp_path / "all.zip"))
    assert kept.verify(str(tmp_path / "all.zip")).counts["entries"] == 1
    assert all(finding.good for finding in kept.check())
    assert not manifest.exists()


def _planner_0_1_0_was_cut_off(home: Path, moved: int = 0) -> None:
    folder = home / "journal"
    folder.mkdir(exist_ok=True)
    for number, (name, content) in enumerate(CONTENTS.items()):
        (home / name if number < moved else folder / name.replace("/", "+")).write_bytes(content)
    (folder / "complete").touch()


@pytest.mark.parametrize("moved", range(4))
def test_a_change_of_planner_0_1_0_that_was_cut_off_is_finished(home: Path, moved: int) -> None:
    journal = _home(home)
    _planner_0_1_0_was_cut_off(home, moved)
    assert journal.unfinished()
    journal.settle()
    assert _contents(home) == CONTENTS
    assert list((home / "journal").iterdir()) == []


def test_a_mark_of_planner_0_1_0_does_nothing_after_a_change_of_today(home: Path) -> None:
    journal = _home(home)
    journal.replace({"timer.json": b"timer"})
    _planner_0_1_0_was_cut_off(home)
    assert not journal.unfinished()
    journal.replace({"book.json": b"other"})
    assert _contents(home) == {"book.json": b"other", "weeks/2026-W48.json": b"old", "undo.json": b"old"}


@pytest.mark.parametrize("reads", ["book", "week", "weeks", "past", "history", "change"])
def test_whoever_reads_first_after_a_crash_sees_the_whole_change(
    kept: Home, home: Path, opens: Opens, reads: str
) -> None:
    with kept.change("All") as change:
        change.put_group(UX)
        change.put_entry(entry())
    names = ("book.json", "undo.json", "weeks/2026-W48.json")
    contents = {name: (home / name).read_bytes() for name in names}
    for name in names:
        (home / name).unlink()
    manifest = _cut_off(home, contents, after=_last(home))
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
    assert not manifest.exists()


def test_looking_at_a_home_does_not_read_what_the_last_change_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or a large change, which looks once for each of its files, would read as many rows as it has, squared."""
    journal = _home(home)
    journal.replace(CONTENTS)
    opened: list[object] = []
    open_ = os.open

    def noted(path: str, flags: int, mode: int = 0o777) -> int:
        opened.append(path)
        return open_(path, flags, mode)

    monkeypatch.setattr(os, "open", noted)
    assert not journal.unfinished()
    assert opened == []


def test_check_names_who_keeps_a_change_from_being_finished(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry("one"))
    _cut_off(home, {"weeks/2026-W47.json": (home / "weeks/2026-W48.json").read_bytes()}, after=_last(home))
    holder = opens("planner import")
    with holder._lock:
        (finding,) = (each for each in opens(patience=0.05).check() if not each.good)
    assert finding.file == "journal"
    assert "is in use by “planner import”" in finding.what
