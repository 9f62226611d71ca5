"""A path is understood however it is handed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.tui.imports.said_path import said_paths


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/tmp/my log.csv", "/tmp/my log.csv"),
        ("'/tmp/my log.csv'", "/tmp/my log.csv"),
        (r"/tmp/my\ log.csv ", "/tmp/my log.csv"),
        ("file:///tmp/my%20log.csv", "/tmp/my log.csv"),
        ("~/log.csv", os.path.expanduser("~/log.csv")),
        ("/tmp/l'archive.zip", "/tmp/l'archive.zip"),
    ],
    ids=["plain", "quoted", "escaped", "address", "home", "apostrophe"],
)
def test_a_path_may_come_quoted(text: str, path: str) -> None:
    assert said_paths(text) == (path,)


def test_a_name_that_there_is_is_taken_as_it_stands(tmp_path: Path) -> None:
    odd = tmp_path / "a 'quoted' name.csv"
    odd.touch()
    assert said_paths(str(odd)) == (str(odd),)


def test_each_line_is_a_path_and_blank_ones_are_none() -> None:
    assert said_paths("/tmp/a.csv\n\n/tmp/b.csv\n") == ("/tmp/a.csv", "/tmp/b.csv")
