"""Copies of another machine are known by the names that programs give them, and nothing else is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.store.copies import copied_from, settings_copied_from
from tests.store.conftest import Opens

WEEK = "weeks/2026-W48"


@pytest.mark.parametrize(
    "behind",
    [
        ".sync-conflict-20260101-120000-ABCDEFG",
        " (Isabelle's conflicted copy 2026-11-26)",
        " (Isabelle’s conflicted copy 2026-11-26 (1))",
        " (Copie en conflit de Isabelle 2026-11-26)",
        " (In Konflikt stehende Kopie von Isabelle 2026-11-26)",
        " (Copia en conflicto de Isabelle 2026-11-26)",
        " (copia in conflitto di Isabelle 2026-11-26)",
        " (Isabelle の競合コピー 2026-11-26)",
        " (conflicted copy 2026-11-26 120000)",
        " (SFConflict isabelle@example.org 2026-11-26-12-00-00)",
        "_conflict-20261126-120000",
        "-LAPTOP-7F3K",
        "-Portable d’Isabelle (2)",
        " 2",
        " (1)",
        ".conflict1",
    ],
)
@pytest.mark.parametrize("stem", ["book", "timer", "deeds", WEEK])
def test_a_copy_is_known_whatever_program_named_it(stem: str, behind: str) -> None:
    assert copied_from(f"{stem}{behind}.json") == f"{stem}.json"


@pytest.mark.parametrize(
    "name",
    [
        "book.json",
        f"{WEEK}.json",
        "undo.sync-conflict-20260101-120000-ABCDEFG.json",
        "book (old).json",
        "book2.json",
        "facebook 2.json",
        "book.json.damaged-20261126-184000",
        "notes-2026-11-26.json",
        "weeks/2026-W99 2.json",
        ".rhythm.json",
        "book 2.txt",
        "books/book 2.json",
    ],
)
def test_no_other_file_is_taken_for_a_copy(name: str) -> None:
    assert copied_from(name) is None


def test_a_copy_of_her_settings_is_known_and_none_of_planners_to_merge(opens: Opens, home: Path) -> None:
    assert settings_copied_from("map (conflicted copy 2026-11-26 120000).toml") == "map.toml"
    assert settings_copied_from("config.toml") is settings_copied_from("themes/config 2.toml") is None
    home.mkdir()
    (home / "config-LAPTOP.toml").write_text("minutes = 300")
    found = {finding.file: finding for finding in opens().check()}["config-LAPTOP.toml"]
    assert found.good
    assert found.what.startswith("another machine's copy of config.toml, which is yours to write")
    assert opens().waiting(of_all=True) == ()


def test_copies_of_a_home_are_found_beside_their_files(opens: Opens, home: Path) -> None:
    (home / "weeks").mkdir(parents=True)
    for name in ("book.json", "book 2.json", f"{WEEK}.json", f"{WEEK}-LAPTOP.json", "weeks/notes and more.json"):
        (home / name).write_text('{"meta": {"1": {"schema": 6}}}')
    (home / "book (1).json").mkdir()
    assert opens().waiting() == ("book 2.json", f"{WEEK}-LAPTOP.json")


def test_where_there_is_no_home_there_are_no_copies(opens: Opens) -> None:
    assert opens().waiting() == ()
