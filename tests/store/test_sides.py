"""A file in which git has left both sides is taken apart again, each side as its machine had it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from planner.store.sides import Sides, sides_of
from planner.store.tables import has_sides

BASE = b'{\n"entries": {\n"1": {"id": "a"}\n}\n}\n'
OURS = b'{\n"entries": {\n"1": {"id": "a"},\n"2": {"id": "b"}\n}\n}\n'
THEIRS = b'{\n"entries": {\n"1": {"id": "a"},\n"2": {"id": "c"}\n}\n}\n'


def merged_by_git(folder: Path, *words: str) -> bytes:
    for name, content in (("ours", OURS), ("base", BASE), ("theirs", THEIRS)):
        (folder / name).write_bytes(content)
    command = ["git", "merge-file", "-p", *words, "ours", "base", "theirs"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, env={**os.environ}).stdout


def test_what_git_leaves_is_both_sides_and_what_they_began_with(tmp_path: Path) -> None:
    assert sides_of(merged_by_git(tmp_path, "--diff3")) == Sides(OURS, THEIRS, BASE)


def test_sides_are_whole_where_git_says_less_of_their_beginning(tmp_path: Path) -> None:
    sides = sides_of(merged_by_git(tmp_path, "--zdiff3"))
    assert sides
    assert sides[:2] == (OURS, THEIRS)


def test_without_it_what_they_began_with_is_not_known(tmp_path: Path) -> None:
    assert sides_of(merged_by_git(tmp_path)) == Sides(OURS, THEIRS, None)


def test_a_file_without_markers_has_no_sides() -> None:
    assert not has_sides(BASE)
    assert sides_of(BASE) is None


@pytest.mark.parametrize(
    "lines",
    [
        b"<<<<<<< ours\n1\n=======\n2\n",
        b"<<<<<<< ours\n1\n>>>>>>> theirs\n",
        b"<<<<<<< ours\n<<<<<<< ours\n1\n=======\n2\n>>>>>>> theirs\n",
        b"<<<<<<< ours\n1\n=======\n2\n=======\n>>>>>>> theirs\n",
        b">>>>>>> theirs\n<<<<<<< ours\n",
    ],
)
def test_markers_that_do_not_go_together_are_none(lines: bytes) -> None:
    assert sides_of(lines) is None


def test_several_places_apart_are_all_of_one_file() -> None:
    content = b"a\n<<<<<<< HEAD\r\nb\n=======\r\nc\n>>>>>>> x\nd\n<<<<<<< HEAD\n=======\ne\n>>>>>>> x\n"
    assert sides_of(content) == Sides(b"a\nb\nd\n", b"a\nc\nd\ne\n", None)


def test_a_line_that_only_begins_like_a_marker_is_text() -> None:
    content = b"<<<<<<< HEAD\n<<<<<<<b\n=======\n======= c\n>>>>>>> x\n"
    assert sides_of(content) == Sides(b"<<<<<<<b\n", b"======= c\n", None)
