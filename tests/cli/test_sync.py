"""Syncing, and what other machines have left in the home, as the command line tells of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Planner
from tests.desk.machines import NOBODY, git

COPY = "2026-W48 (Isabelle’s conflicted copy 2026-11-26).json"


@pytest.fixture(autouse=True)
def _git_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in NOBODY.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def copied(planner: Planner, home: Path) -> Path:
    """A copy of the week in which another machine logged something else."""
    planner("group", "add", "Lyon UX")
    planner("log", "c", "25", "lyon-ux", "answered")
    week = home / "weeks" / "2026-W48.json"
    before = week.read_bytes()
    planner("log", "m", "30", "lyon-ux", "coffee")
    copy = week.with_name(COPY)
    copy.write_bytes(week.read_bytes())
    week.write_bytes(before)
    return copy


def test_a_copy_of_another_machine_is_said_and_merged_and_comes_back(planner: Planner, copied: Path) -> None:
    said = planner("status")
    assert said.out.endswith("; 1 copy of another machine waits: planner merge\n")
    assert planner("status", "--json").json["copies"] == [f"weeks/{COPY}"]
    assert planner("status", "--format", "{level}").out == "balanced\n"
    checked = planner("check")
    assert checked.code == 0
    assert "??  1 copy of another machine waits: planner merge\n" in checked.out
    assert "another machine's copy of weeks/2026-W48.json; “planner merge” takes in what is new in it" in checked.out
    merged = planner("merge")
    assert "1 record came" in " ".join(merged.out.split())
    assert not copied.exists()
    assert "waits" not in planner("status").out
    assert "coffee" in planner("entries").out
    planner("undo")
    assert copied.exists()
    assert "coffee" not in planner("entries").out


def test_a_copy_that_cannot_be_read_stays_and_keeps_no_other_from_being_merged(planner: Planner, copied: Path) -> None:
    cut_off = copied.with_name("2026-W48 2.json")
    cut_off.write_bytes(copied.read_bytes()[:-40])
    merged = planner("merge")
    assert merged.code == 0
    assert f"Left where it is: {cut_off} is damaged: line" in " ".join(merged.out.split())
    assert "coffee" in planner("entries").out
    assert not copied.exists()
    assert "1 copy of another machine waits" in planner("status").out
    assert f"{cut_off} is damaged: line" in planner("merge").err


def test_where_no_copy_waits_it_is_said(planner: Planner) -> None:
    assert planner("merge") == (1, "", "planner: No copy of another machine waits here; nothing is to be merged.\n")


def test_both_sides_of_a_merge_by_git_are_put_together(planner: Planner, copied: Path, tmp_path: Path) -> None:
    week = copied.with_name("2026-W48.json")
    for name, content in (("ours", week.read_bytes()), ("theirs", copied.read_bytes()), ("base", b"")):
        (tmp_path / name).write_bytes(content)
    copied.unlink()
    git(tmp_path, "merge-file", "ours", "base", "theirs", fails=True)
    week.write_bytes((tmp_path / "ours").read_bytes())
    assert b"<<<<<<<" in week.read_bytes()
    said = planner("status")
    assert said.code == 0
    assert said.err == ""
    assert "1 copy of another machine waits" in said.out
    assert "git has left both sides of a merge in it" in planner("check").out
    merged = planner("merge")
    assert merged.out.startswith("Merged 2026-W48 (git conflict).json.\n")
    assert "1 record came" in " ".join(merged.out.split())
    assert b"<<<<<<<" not in week.read_bytes()
    assert "coffee" in planner("entries").out
    assert "waits" not in planner("status").out
    assert "Undone: Merged 2026-W48 (git conflict).json." in planner("undo").out
    assert "coffee" not in planner("entries").out
    assert "1 copy of another machine waits" in planner("status").out
    week.write_bytes((tmp_path / "ours").read_bytes().replace(b'"note": "coffee"', b'"note": coffee'))
    assert "Left where it is: " in planner("merge").out
    assert "weeks/2026-W48.json is damaged: " in planner("merge").err


def test_a_sync_says_what_it_did_and_why_it_could_not(planner: Planner, home: Path, tmp_path: Path) -> None:
    remote = tmp_path / "planner.git"
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", str(remote))
    planner("group", "add", "Lyon UX")
    assert planner("sync").err.startswith("planner: This home is not carried to any other machine yet")
    assert "This home is carried to" in planner("sync", "--setup", str(remote)).out
    assert planner("sync").out.startswith("Nothing new: ")
    planner("log", "c", "25", "lyon-ux", "answered")
    git(home, "config", "remote.origin.url", "http://127.0.0.1:9/planner.git")
    said = planner("sync")
    assert said.code == 1
    assert said.out == "1 change is kept in git, and not sent yet.\n"
    assert "cannot be reached now" in said.err
    assert planner("sync", "--json").json["why"].startswith("http://127.0.0.1:9/planner.git cannot be reached now")
    git(home, "config", "remote.origin.url", str(remote))
    assert planner("sync", "--json").json["sent"]


def test_words_that_do_not_go_together_are_refused(planner: Planner) -> None:
    assert planner("sync", "--other-home").code == 2
    assert planner("sync", "--setup", "ext::sh -c true").code == 2


def test_git_that_is_used_by_hand_merges_by_planner(planner: Planner, home: Path, tmp_path: Path) -> None:
    remote = tmp_path / "planner.git"
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", str(remote))
    other = str(tmp_path / "other")
    planner("group", "add", "Lyon UX")
    planner("log", "c", "5", "lyon-ux", "first")
    planner("sync", "--setup", str(remote))
    planner("sync", "--setup", str(remote), PLANNER_HOME=other)
    planner("log", "c", "25", "lyon-ux", "answered")
    planner("sync")
    planner("log", "m", "30", "lyon-ux", "coffee", PLANNER_HOME=other)
    git(Path(other), "commit", "--quiet", "-am", "By hand")
    git(Path(other), "pull", "--quiet", "--no-rebase", "--no-edit")
    said = planner("entries", PLANNER_HOME=other).out
    assert all(note in said for note in ("first", "answered", "coffee"))
    assert planner("status", PLANNER_HOME=other).err == ""
    git(Path(other), "push", "--quiet", "origin", "HEAD:main")
    planner("sync")
    assert "coffee" in planner("entries").out
