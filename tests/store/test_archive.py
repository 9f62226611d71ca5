"""The archive: everything in one private file, which replaces nothing but another archive."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.domain.errors import Incomplete, Refused, StoreError
from planner.store.home import Home
from tests.store.conftest import Hands, Opens, entry, logs


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


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_an_archive_is_not_replaced_by_one_that_lacks_a_damaged_file(
    kept: Home, home: Path, hands: Hands, opens: Opens, tmp_path: Path, damage: str
) -> None:
    logs(kept, entry())
    hands.turn(days=1)
    logs(kept, entry("two"))
    path = Path(kept.backup(str(tmp_path / "all.zip")))
    good, file = path.read_bytes(), home / "weeks/2026-W48.json"
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:-20])
    else:
        file.unlink()
    for _ in range(2):
        with pytest.raises(StoreError, match=r"is not replaced: .*: weeks/2026-W48\.json\. Do “planner check --mend”"):
            opens().backup(str(path))
    assert path.read_bytes() == good
    with pytest.raises(Incomplete, match=r"other\.zip is written, but not whole: .*: weeks/2026-W48\.json\."):
        opens().backup(str(tmp_path / "other.zip"))
    assert (tmp_path / "other.zip").exists()
    opens().mend()
    assert opens().backup(str(path)) == str(path)


def test_a_home_without_files_has_no_archive(kept: Home, home: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        kept.backup(str(tmp_path))
    assert not home.exists()


def test_an_archive_in_a_folder_that_is_not_there_is_said(kept: Home, tmp_path: Path) -> None:
    logs(kept, entry())
    with pytest.raises(StoreError, match=r"There is no folder .*nowhere"):
        kept.backup(str(tmp_path / "nowhere" / "all.zip"))
