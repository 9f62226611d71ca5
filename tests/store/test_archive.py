"""The archive: everything in one private file, which replaces nothing but another archive."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.domain.errors import Refused, StoreError
from planner.store.home import Home
from tests.store.conftest import Hands, entry, logs


def test_an_archive_holds_every_file_but_the_daily_backups(
    kept: Home, home: Path, tmp_path: Path, hands: Hands
) -> None:
    logs(kept, *(entry(f"id{number}") for number in range(30)))
    hands.turn(days=1)
    logs(kept, entry("two"))
    (home / "config.toml").write_text("minutes = 300")
    path = kept.backup(str(tmp_path / "all.zip"))
    large = next(str(file.relative_to(home)) for file in (home / "undo").iterdir())
    with ZipFile(path) as archive:
        assert set(archive.namelist()) == {"undo.json", "config.toml", "weeks/2026-W48.json", large, "manifest.json"}
        assert archive.read("weeks/2026-W48.json") == (home / "weeks/2026-W48.json").read_bytes()
    assert Path(path).stat().st_mode & 0o777 == 0o600


def test_an_archive_in_a_folder_is_named_by_its_day(kept: Home, tmp_path: Path) -> None:
    logs(kept, entry())
    assert kept.backup(str(tmp_path)) == str(tmp_path / "planner-2026-11-26.zip")


def test_an_archive_replaces_an_older_one_and_nothing_else(kept: Home, tmp_path: Path) -> None:
    logs(kept, entry())
    path = kept.backup(str(tmp_path))
    assert kept.backup(path) == path
    letter = tmp_path / "letter.txt"
    letter.write_text("hers")
    with pytest.raises(StoreError, match="is no archive"):
        kept.backup(str(letter))
    assert letter.read_text() == "hers"


def test_a_home_without_files_has_no_archive(kept: Home, home: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        kept.backup(str(tmp_path))
    assert not home.exists()


def test_an_archive_in_a_folder_that_is_not_there_is_said(kept: Home, tmp_path: Path) -> None:
    logs(kept, entry())
    with pytest.raises(StoreError, match=r"There is no folder .*nowhere"):
        kept.backup(str(tmp_path / "nowhere" / "all.zip"))
