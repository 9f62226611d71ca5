"""Disks that are full, folders that may not be written to, and paths that cannot be: a sentence, and nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.domain.errors import StoreError
from planner.store.home import Home
from tests.store.conftest import NOW, UX, WEEK, Hands, Opens, entry, logs

posix = pytest.mark.skipif(os.name == "nt", reason="folders are forbidden otherwise there")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator of a Unix may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_keeps_the_old_data_and_leaves_nothing_half_written(small_disk: Path, hands: Hands) -> None:
    home = Home(str(small_disk / "home"), lambda: hands.now, "planner log")
    logs(home, entry("first"))
    kept = 1
    with pytest.raises(StoreError) as full:
        while True:
            logs(home, entry(f"id{kept}", note="x" * 900))
            kept += 1
    assert str(full.value) == "The disk is full: nothing was saved. Free some room and do it again."
    assert kept > 3

    other = Home(str(small_disk / "home"), lambda: hands.now, "planner log")
    assert len(other.week(WEEK).entries) == kept
    assert all(finding.good for finding in other.check())
    assert [path.name for path in (small_disk / "home/journal").iterdir()] == ["last"]
    hands.turn(days=1)
    with pytest.raises(StoreError):  # no room for the day's backup either
        logs(other, entry("tomorrow", note="x" * 9000))
    assert len(other.week(WEEK).entries) == kept


LIMITED = """
import resource, signal, sys
from datetime import UTC, datetime
from planner.domain.errors import StoreError
from planner.domain.group import Group
from planner.store.home import Home

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
home = Home(sys.argv[1], lambda: datetime(2026, 11, 26, 18, 40, tzinfo=UTC), "planner")
with home.change("One") as change:
    change.put_group(Group("one", "one", "One"))
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    with home.change("Two") as change:
        change.put_group(Group("two", "two", "x" * 5000))
except StoreError as error:
    print(error, list(home.book().groups))
"""


@posix
def test_a_file_that_grows_beyond_what_may_be_written_is_not_half_written(home: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(home)], capture_output=True, text=True, check=True)
    assert done.stdout == "The disk is full: nothing was saved. Free some room and do it again. ['one']\n"
    assert [path.name for path in (home / "journal").iterdir()] == ["last"]


def _as_nobody(does: Callable[[], object]) -> str:
    """What ``does`` raises when it is done by somebody without any rights."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        said = "nothing"
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            does()
        except StoreError as error:
            said = f"{type(error).__name__}: {error}"
        except BaseException as error:  # noqa: BLE001
            said = repr(error)
        finally:
            os.write(write, said.encode())
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def read_only(home: Path, kept: Home, tmp_path: Path) -> Iterator[Path]:
    """A home that may be read by all and written by none."""
    logs(kept, entry())
    paths = [home, *home.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    above = [folder for folder in tmp_path.parents if folder.stat().st_uid == os.getuid() and folder != Path("/")]
    modes = {folder: folder.stat().st_mode & 0o7777 for folder in [tmp_path, *above]}
    for folder, mode in modes.items():
        folder.chmod(mode | 0o055)
    yield home
    for folder, mode in modes.items():
        folder.chmod(mode)
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


@posix
def test_a_read_only_home_can_be_read_and_says_that_it_cannot_be_written(read_only: Path, opens: Opens) -> None:
    said = _as_nobody(lambda: logs(opens(), entry("two")))
    assert said == f"StoreError: {read_only} may not be written to: nothing was saved. Allow it and do it again."
    assert _as_nobody(lambda: opens().week(WEEK).entries[0]) == "nothing"
    assert opens().week(WEEK).entries == (entry(),)


@posix
def test_a_damaged_file_that_cannot_be_set_aside_is_named_all_the_same(read_only: Path, opens: Opens) -> None:
    file = read_only / "weeks/2026-W48.json"
    file.chmod(0o644)
    file.write_text("broken")

    def read() -> None:
        home = opens()
        assert home.week(WEEK).entries == ()
        raise StoreError(*home.damage())

    said = _as_nobody(read)
    assert said.startswith("StoreError: weeks/2026-W48.json is damaged: line 1 is no JSON.")
    assert said.strip().endswith(f"The damaged file is kept as {file}.")
    assert file.read_text() == "broken"


@posix
def test_a_file_that_may_not_be_read_is_named(read_only: Path, opens: Opens) -> None:
    (read_only / "weeks/2026-W48.json").chmod(0)
    said = _as_nobody(lambda: opens().week(WEEK))
    assert said == f"StoreError: {read_only}/weeks/2026-W48.json cannot be read: Permission denied."


def test_a_home_that_is_a_file_is_said(kept: Home, home: Path) -> None:
    home.write_text("hers")
    with pytest.raises(StoreError, match="is a file, and planner needs a folder"):
        logs(kept, entry())
    for question in (lambda: kept.week(WEEK), kept.check):
        with pytest.raises(StoreError, match="a file stands where its folder should"):
            question()
    assert home.read_text() == "hers"


def test_folders_above_the_home_are_made(tmp_path: Path) -> None:
    deep = tmp_path / "not" / "yet" / "there"
    with Home(str(deep), lambda: NOW, "planner").change("Group") as change:
        change.put_group(UX)
    assert (deep / "book.json").exists()


def test_a_home_below_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("hers")
    home = Home(str(tmp_path / "file" / "home"), lambda: NOW, "planner")
    with pytest.raises(StoreError, match="a file stands where its folder should"):
        home.book()
    with pytest.raises(StoreError, match="There can be no folder"):
        logs(home, entry())


def test_a_folder_in_place_of_a_file_is_said(kept: Home, home: Path) -> None:
    (home / "book.json").mkdir(parents=True)
    with pytest.raises(StoreError, match=r"book\.json"):
        kept.book()
