"""Backups, the way back and the checkup on the command line."""

from __future__ import annotations

import json
import os
import shutil
import time
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from planner.store import schema
from tests.cli.conftest import NOW, Planner

SOON = "2026-11-27T10:00:00+01:00"
LATER = "2026-11-28T10:00:00+01:00"

#: As every file says it.
SCHEMA = f'"schema": {schema.FIRST + len(schema.MIGRATIONS)}'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def two_days(planned: Planner) -> Planner:
    """A week with an entry on each of two days, so that there is a backup."""
    assert planned("log", "c 25 lyon-ux hello").code == 0
    assert planned("log", "m 30 lyon-ux @marie", now=SOON).code == 0
    return planned


def test_a_day_of_the_daily_backups_is_restored_and_undone_as_one_step(two_days: Planner) -> None:
    assert two_days("restore").out == (
        "2026-11-27  Friday\n2026-11-26  Thursday\n“planner restore 2026-11-27” goes back to the newest of them.\n"
    )
    said = two_days("restore", "2026-11-27", now=SOON)
    assert said.out.startswith("Restored the backup of Fri 27 Nov.\nTaken away: 1 person and 1 entry.\nWhat was there")
    assert len(two_days("entries", "--json", now=SOON).json) == 1
    assert two_days("undo", now=SOON).out == "Undone: Restored the backup of Fri 27 Nov.\n"
    assert len(two_days("entries", "--json", now=SOON).json) == 2
    assert two_days("restore", "yesterday", "--json", now=LATER).json["changes"] == {
        "people": {"back": 0, "changed": 0, "removed": 1},
        "entries": {"back": 0, "changed": 0, "removed": 1},
    }


def test_an_archive_is_verified_and_restored(two_days: Planner, tmp_path: Path) -> None:
    path = str(tmp_path / "all.zip")
    two_days("backup", path)
    said = two_days("backup", "--verify", path)
    assert said.out == "all.zip is good: restored for a test, it holds 2 groups, 1 person, 1 plan and 2 entries.\n"
    assert two_days("backup", path, "--verify", "--json").json["records"]["entries"] == 2
    assert two_days("restore", path).out == "Nothing differs from all.zip; nothing was changed.\n"
    Path(path).write_bytes(Path(path).read_bytes()[:500])
    for words in (["backup", "--verify", path], ["restore", path]):
        said = two_days(*words)
        assert (said.code, said.out) == (1, "") and "no whole zip archive" in said.err


@pytest.mark.parametrize(
    ("source", "code", "why"),
    [
        (
            "nowhere.zip",
            2,
            "“nowhere.zip” is no archive, no folder and no day. There are backups of 2026-11-27 and 2026-11-26.",
        ),
        ("2026-11-20", 1, "There is no backup of 2026-11-20. There are backups of 2026-11-27 and 2026-11-26."),
    ],
)
def test_what_cannot_be_restored_says_what_can(two_days: Planner, source: str, code: int, why: str) -> None:
    said = two_days("restore", source, now=SOON)
    assert (said.code, said.err) == (code, f"planner: {why}\n")


def test_an_export_as_json_and_in_again_makes_an_equal_home(two_days: Planner, tmp_path: Path, home: Path) -> None:
    (home / "config.toml").write_text("minutes = 300\n")
    two_days("remove", two_days("entries", "--json", now=SOON).json[0]["id"], now=SOON)
    path, again = tmp_path / "home.json", tmp_path / "again.json"
    two_days("export", "json", str(path))
    other = {"PLANNER_HOME": str(tmp_path / "other")}
    said = two_days("import", "json", str(path), "--json", **other).json
    assert said["read"] == said["added"] + said["already_there"] == 6 + 1
    assert (said["new_groups"], said["new_people"], said["minutes"]) == (["lyon-ux", "pmi-france"], ["marie"], 30)
    two_days("export", "json", str(again), **other)
    assert again.read_bytes() == path.read_bytes()
    for name in ("book.json", "weeks/2026-W48.json"):
        assert (tmp_path / "other" / name).read_bytes() == (home / name).read_bytes()
    assert two_days("import", "json", str(path), **other).out.startswith("7 read: 0 added, 0 changed, 7 already there")


@pytest.mark.parametrize("format_", ["json", "ics"])
def test_no_export_is_replaced_by_one_that_lacks_a_damaged_file(
    two_days: Planner, tmp_path: Path, home: Path, format_: str
) -> None:
    path = tmp_path / f"all.{format_}"
    assert two_days("export", format_, str(path)).code == 0
    good = path.read_bytes()
    (home / "weeks/2026-W48.json").unlink()
    said = two_days("export", format_, str(path))
    assert said.code == 1 and "is not replaced: damaged or missing here: weeks/2026-W48.json." in " ".join(
        said.err.split()
    )
    assert path.read_bytes() == good
    assert two_days("export", format_, str(tmp_path / f"other.{format_}")).code == 1
    assert (tmp_path / f"other.{format_}").exists()


def test_a_dry_run_counts_what_the_import_then_does(two_days: Planner, tmp_path: Path, home: Path) -> None:
    (home / "themes").mkdir()
    (home / "themes" / "mine.toml").write_text("")
    (home / "config.toml").write_text("minutes = 300\n")
    path = str(tmp_path / "home.json")
    assert two_days("export", "json", path).code == 0
    (home / "config.toml").unlink()
    (home / "themes" / "mine.toml").write_text("# hers")
    said = [json.loads(two_days("import", "json", path, "--json", *dry).out) for dry in (["--dry-run"], [])]
    assert (said[0]["added"], said[0]["kept_back"]) == (1, 1)
    assert said[0].pop("would") == []  # one after the other, which only a dry run tells
    assert (said[0].pop("import"), said[1].pop("import")) == (None, "")
    assert said[0] == said[1]


def test_importing_into_a_home_takes_what_changed_there_later(two_days: Planner, tmp_path: Path) -> None:
    path, other = str(tmp_path / "home.json"), {"PLANNER_HOME": str(tmp_path / "other")}
    two_days("export", "json", path)
    two_days("import", "json", path, **other)
    two_days("group", "edit", "pmi", "--name", "PMI Lyon", now=LATER, **other)
    two_days("log", "c 10 lyon-ux there", now=LATER, **other)
    two_days("log", "c 20 lyon-ux here", now=LATER)
    two_days("export", "json", path, **other)
    assert two_days("import", "json", path, "--dry-run").out.startswith("Nothing is changed yet")
    said = two_days("import", "json", path, now=LATER)
    assert said.out.startswith("7 read: 1 added, 1 changed, 5 already there")
    notes = [entry["note"] for entry in two_days("entries", "--json", now=LATER).json]
    assert notes == ["hello", "", "here", "there"]
    two_days("undo", now=LATER)
    assert "PMI France" in two_days("group", "list", now=LATER).out


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda text: text.replace("hello", "hallo"), "has been changed or cut since it was written"),
        (lambda text: text[: len(text) // 2], "is no whole JSON document: line"),
        (lambda text: text.replace('"format": 1', '"format": 2'), "was written by a newer planner (0.1.0)"),
        (lambda text: text.replace(SCHEMA, '"schema": 99'), "was written by a newer planner (0.1.0)"),
        (lambda text: '{"a": 1}', "is no export of planner's"),
        (lambda text: "[" * 100_000, "is no whole JSON document: it is nested too deep"),
        (lambda text: text.replace('"minutes": 25', '"minutes": NaN'), "NaN is no number"),
        (lambda text: text.replace('"minutes": 25', '"minutes": -Infinity'), "-Infinity is no number"),
        (lambda text: text.replace('"minutes": 25', '"more": 1e999'), "1e999 is no number"),
        (lambda text: text.replace('"minutes": 25', f'"more": {"2" * 5000}'), "a number in it is too long"),
    ],
)
def test_a_document_that_is_off_is_refused(two_days: Planner, tmp_path: Path, spoil: Any, why: str) -> None:
    path = tmp_path / "home.json"
    two_days("export", "json", str(path))
    path.write_text(spoil(path.read_text()))
    said = two_days("import", "json", str(path), PLANNER_HOME=str(tmp_path / "other"))
    assert (said.code, said.out) == (1, "") and why in said.err
    assert not (tmp_path / "other").exists()


def test_a_document_whose_files_lead_out_is_refused(two_days: Planner, tmp_path: Path) -> None:
    from planner.interop.home_document import _checksum

    path = tmp_path / "home.json"
    two_days("export", "json", str(path))
    document = json.loads(path.read_text())
    document["files"]["weeks/../../out.json"] = {}
    del document["sha256"]
    document["sha256"] = _checksum(document)
    path.write_text(json.dumps(document))
    said = two_days("import", "json", str(path))
    assert said.code == 1 and "“weeks/../../out.json” in" in said.err


@pytest.mark.usefixtures("verifying")
def test_a_checkup_tells_of_the_records_and_of_what_mending_would_do(two_days: Planner, home: Path) -> None:
    assert _verified(two_days)
    said = two_days("check", now=SOON)
    assert said.out.endswith(" Nov was restored for a test on Thu 26 Nov, and is good\nEvery file is good.\n")
    assert two_days("log", "m 30 lyon-ux 9:45", now="2026-11-27T10:30:00+01:00").code == 0
    week = home / "weeks/2026-W48.json"
    (home / "weeks/2026-W47.json").write_text(week.read_text().replace('"id": "', '"id": "x'))
    week.write_text(week.read_text().replace('"people": ["marie"]', '"people": ["nobody"]'))
    said = two_days("check", now=SOON)
    assert said.code == 1
    assert said.out.count("belongs to 2026-W48; --mend would move it there") == 3
    assert "??  2026-W48: " in said.out and "overlaps" in said.out
    assert "names the person “nobody”, who is not there" in said.out
    codes = {odd["code"] for odd in two_days("check", "--json", now=SOON).json["contents"]}
    assert codes == {"overlap", "may-overlap", "dangling", "wrong-week"}
    mended = two_days("check", "--mend", now=SOON)
    assert "ok  3 entries moved to those of their weeks" in mended.out and mended.code == 0
    assert "wrong-week" not in two_days("check", "--json", now=SOON).out
    assert len(two_days("entries", "--json", now=SOON).json) == 6
    two_days("undo", now=SOON)
    assert two_days("check", now=SOON).out.count("belongs to 2026-W48") == 3


def test_a_checkup_says_from_which_day_a_damaged_file_would_come_back(two_days: Planner, home: Path) -> None:
    (home / "book.json").write_text("{ cut o")
    said = two_days("check", now=SOON)
    assert "!!  book.json: damaged: line 1 is no JSON; --mend would bring it back from Fri 27 Nov" in said.out
    assert said.code == 1


def test_a_rotten_backup_is_neither_called_good_nor_offered(two_days: Planner, home: Path) -> None:
    two_days("log", "c 5 lyon-ux", now=LATER)
    (rotten,) = (home / "backups").glob("*-2026-11-28")
    (rotten / "book.json").unlink()
    said = two_days("check", now=LATER)
    assert f"!!  backups/{rotten.name}: it lacks book.json; it cannot be restored; delete it once" in said.out
    assert said.code == 1 and "Sat 28 Nov was restored" not in said.out
    assert two_days("restore").out == (
        "2026-11-28  Saturday; not good: it lacks book.json\n2026-11-27  Friday\n2026-11-26  Thursday\n"
        "“planner restore 2026-11-27” goes back to the newest of them.\n"
    )
    assert two_days("restore", "--json").json == {
        "days": ["2026-11-27", "2026-11-26"],
        "broken": [{"day": "2026-11-28", "why": "it lacks book.json"}],
    }
    said = two_days("restore", "2026-11-28", now=LATER)
    assert (said.code, said.err) == (1, "planner: The backup of 2026-11-28 is not good: it lacks book.json.\n")


def test_what_was_done_lately_is_listed_and_any_of_it_brought_back(two_days: Planner) -> None:
    two_days("person", "add", "Paul")
    two_days("person", "remove", "paul")
    two_days("log", "c 5 lyon-ux later")
    listed = two_days("undo", "--list")
    assert "  2  Thu 26 Nov 18:40  Removed Paul  (planner person)\n" in listed.out
    assert two_days("undo", "2").out == "Undone: Removed Paul.\n"
    assert "Paul" in two_days("person", "list").out
    document = two_days("undo", "--list", "--json").json
    assert [step["done"] for step in document["redo"]] == ["Removed Paul"]
    assert (two_days("undo", "--list", "2").code, two_days("undo", "0").code, two_days("undo", "99").code) == (2, 2, 1)


@pytest.mark.parametrize("template", ["{hands", "hands}", "{hands} {", "}{"])
def test_a_lone_brace_in_a_line_of_her_own_is_refused(planned: Planner, template: str) -> None:
    said = planned("status", "--format", template)
    assert (said.code, said.out) == (2, "") and "has a lone" in said.err


def _verified(planner: Planner) -> Any:
    """What check says of the last verification, which goes on beside the change that found it due."""
    tries = 1000
    while not (said := planner("check", "--json", now=SOON).json["verified"]) and (tries := tries - 1):
        time.sleep(0.02)
    return said


@pytest.mark.usefixtures("verifying")
def test_a_backup_is_verified_beside_the_change_that_finds_it_due(two_days: Planner, home: Path) -> None:
    verified = _verified(two_days)
    assert verified.pop("backup") in ("2026-11-26", "2026-11-27")  # the second came while it was beginning, or before
    assert verified == {"at": NOW, "good": True, "why": None}
    since = (home / ".verified.json").stat().st_mtime
    assert since == datetime.fromisoformat(NOW).timestamp()
    two_days("log", "c 5 lyon-ux", now=LATER)
    assert (home / ".verified.json").stat().st_mtime == since


@pytest.mark.usefixtures("verifying")
def test_a_verification_that_has_begun_is_not_begun_again_by_the_next_change(
    two_days: Planner, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No process can be started, then one that does nothing: what is due is done at once, or put off by a day."""
    assert _verified(two_days)
    os.utime(home / ".verified.json", (0, 0))
    monkeypatch.setattr("sys.executable", str(home / "nowhere"))
    two_days("log", "c 5 lyon-ux", now=LATER)
    assert _verified(two_days)["at"] == LATER
    os.utime(home / ".verified.json", (0, 0))
    monkeypatch.setattr("sys.executable", shutil.which("true"))
    two_days("log", "c 6 lyon-ux", now="2026-12-10T10:00:00+01:00")
    state = (home / ".verified.json").stat()
    assert state.st_mtime == datetime.fromisoformat("2026-12-04T10:00:00+01:00").timestamp()
    two_days("log", "c 7 lyon-ux", now="2026-12-10T10:01:00+01:00")
    assert (home / ".verified.json").stat().st_ino == state.st_ino


def test_what_is_odd_of_the_timer_is_called_so(planned: Planner, home: Path) -> None:
    assert planned("start", "m lyon-ux").code == 0
    timer = home / "timer.json"
    timer.write_text(timer.read_text().replace('"group": "lyon-ux"', '"group": "gone"'))
    said = planned("check", now="2026-11-28T18:40:00+01:00").out
    assert "??  timer: a timer runs since Thu 26 Nov 18:40" in said
    assert "??  timer: the timer names the group “gone”, which is not there" in said and "book:" not in said


def test_a_checkup_of_no_home_says_that_there_is_nothing(planner: Planner, home: Path) -> None:
    assert planner("check").out == f"There is nothing in {home} yet.\n"
    assert not home.exists()


def test_a_missing_book_is_damage_and_no_empty_one(two_days: Planner, home: Path) -> None:
    (home / "book.json").unlink()
    said = two_days("log", "c 5 lyon", now=SOON)
    assert said.code == 1 and "book.json cannot be read, so it is not known what that name means" in said.err
    said = two_days("log", "c 5 lyon-ux", now=SOON)
    assert said.code == 0 and "book.json is missing" in said.err, "the weeks know the group by its id"
    said = two_days("check", now=SOON)
    assert "!!  book.json: it is missing; --mend would bring it back from Fri 27 Nov, with what was" in said.out
    assert two_days("group", "add", "Neu", now=SOON).code == 0
    assert two_days("check", "--mend", now=SOON).code == 0
    assert "Lyon UX" in two_days("group", "list", now=SOON).out


def _sealed(document: dict[str, Any]) -> str:
    from planner.interop.home_document import _checksum

    document.pop("sha256")
    return json.dumps({**document, "sha256": _checksum(document)})


def test_a_name_with_a_lines_end_in_it_stands_on_one_line(two_days: Planner, tmp_path: Path) -> None:
    path, other = tmp_path / "home.json", str(tmp_path / "other")
    two_days("export", "json", str(path))
    path.write_text(_sealed(json.loads(path.read_text().replace('"Lyon UX"', '"Lyon\\nUX"'))))
    assert two_days("import", "json", str(path), PLANNER_HOME=other).code == 0
    (row,) = (line for line in two_days("group", "list", PLANNER_HOME=other).out.splitlines() if "lyon-ux" in line)
    assert "Lyon UX" in row
    assert any("Lyon UX" in line for line in two_days("week", now=SOON, PLANNER_HOME=other).out.splitlines())
    assert "Lyon UX" in two_days("log", "c 5 lyon-ux", now=SOON, PLANNER_HOME=other).out.splitlines()[0]


def test_settings_that_are_off_in_a_document_are_named_as_they_come(
    two_days: Planner, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "home.json"
    (home / "config.toml").write_text("minutes = 1\n")
    two_days("export", "json", str(path))
    said = two_days("import", "json", str(path), PLANNER_HOME=str(tmp_path / "other"))
    assert "“1” is no value of “minutes”" in said.out
    number = said.out.split(" read")[0].splitlines()[-1]
    undone = two_days("undo", PLANNER_HOME=str(tmp_path / "other"))
    assert f"Undone: Read {number} records" in undone.out


def test_nothing_for_elsewhere_is_written_where_planner_keeps_its_own(two_days: Planner, home: Path) -> None:
    for name in ("weeks/2026-W40.json", "book.json", "journal/x.zip", "timer.json"):
        for words in (["backup"], ["export", "json"]):
            said = two_days(*words, str(home / name))
            assert (said.code, "is where planner keeps its own data" in said.err) == (1, True), name
    assert two_days("backup", str(home / "mine.zip")).code == 0
    assert (two_days("backup", "").code, two_days("backup", " ").code) == (2, 2)
    assert two_days("check").code == 0


def test_a_day_in_figures_is_a_day_though_a_folder_be_called_so(
    two_days: Planner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2026-11-27").mkdir()
    assert two_days("restore", "2026-11-27", now=SOON).out.startswith("Restored the backup of Fri 27 Nov.")
    said = two_days("restore", "./2026-11-27", now=SOON)
    assert (said.code, "holds nothing of planner's" in said.err) == (1, True)


def test_what_a_newer_planner_wrote_is_named_by_where_it_is_and_once(
    two_days: Planner, home: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "newer.zip"
    two_days("backup", str(archive))
    for old, new in (('"planner": 1', '"planner": 9'), (SCHEMA, '"schema": 99')):
        with ZipFile(archive) as read, ZipFile(tmp_path / "other.zip", "w") as write:
            contents = {name: read.read(name).decode().replace(old, new) for name in read.namelist()}
            if '"schema"' in new:
                del contents["manifest.json"]
            for name, text in contents.items():
                write.writestr(name, text)
        for words in (["restore"], ["backup", "--verify"]):
            said = two_days(*words, str(tmp_path / "other.zip"))
            assert (said.code, "other.zip" in said.err, "newer planner" in said.err) == (1, True, True)
    week = home / "weeks/2026-W48.json"
    week.write_text(week.read_text().replace(SCHEMA, '"schema": 99'))
    (row,) = (line for line in two_days("check").out.splitlines() if "W48" in line)
    assert row.startswith("!!  weeks/2026-W48.json: was written by a newer planner")


def test_a_home_that_is_a_link_to_itself_is_said_in_two_lines(two_days: Planner, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for words in (["status"], ["log", "c 5 lyon-ux"], ["check"]):
        said = two_days(*words, PLANNER_HOME=str(tmp_path / "loop"))
        assert said.code == 1
        assert 1 <= len(said.err.splitlines()) <= 2


def test_an_archive_without_a_list_says_so_and_what_of_it_is_left_out(two_days: Planner, tmp_path: Path) -> None:
    archive, other = tmp_path / "all.zip", str(tmp_path / "other.zip")
    two_days("backup", str(archive))
    assert two_days("backup", "--verify", "--json", str(archive)).json["listed"] is True
    with ZipFile(archive) as read, ZipFile(other, "w") as write:
        for name in read.namelist():
            if name != "manifest.json":
                write.writestr(name, read.read(name))
        write.writestr("weeks/2026-W99.json", "{}")
    said = two_days("backup", "--verify", other)
    assert said.out.endswith(
        "It has no list of checksums to compare it with. Not planner's, and left out: weeks/2026-W99.json.\n"
    )
    assert two_days("backup", "--verify", "--json", other).json["listed"] is False
