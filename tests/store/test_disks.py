"""Disks that are full, folders that may not be written to, and paths that cannot be: a sentence, and nothing lost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    assert said == f"Forbidden: {read_only} may not be written to: nothing was saved. Allow it and do it again."
    assert _as_nobody(lambda: opens().week(WEEK).entries[0]) == "nothing"
    assert opens().week(WEEK).entries == (entry(),)


@posix
def test_a_read_only_home_can_be_carried_away_and_compared(read_only: Path, opens: Opens, tmp_path: Path) -> None:
    """It is all that can be done with one."""
    "".encode("cp437")  # which zip files ask for, and nobody may load from where Python is
    (tmp_path / "out").mkdir()
    (tmp_path / "out").chmod(0o777)

    def carries() -> None:
        archive = opens().backup(str(tmp_path / "out/all.zip"))
        there = opens().snapshot()
        assert there.counts() == opens().source(archive).counts() == {"entries": 1}
        assert not opens().take_in(opens().source(archive), "Read", dry_run=True).differences
        assert str(read_only) in [finding.file for finding in opens().check() if not finding.good]
        with pytest.raises(StoreError, match="may not be written to"):
            opens().take_in(there, "Read")

    assert _as_nobody(carries) == "nothing"


@pytest.fixture
def read_only_disk(small_disk: Path, hands: Hands) -> Path:
    """A home with an entry on a disk that may only be read since."""
    logs(Home(str(small_disk / "home"), lambda: hands.now, "planner log"), entry())
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    return small_disk / "home"


def test_a_home_on_a_read_only_disk_can_be_carried_away(read_only_disk: Path, hands: Hands, tmp_path: Path) -> None:
    home = Home(str(read_only_disk), lambda: hands.now, "planner log")
    archive = home.backup(str(tmp_path / "all.zip"))
    assert home.source(archive).counts() == home.snapshot().counts() == {"entries": 1}
    assert not home.take_in(home.source(archive), "Read", dry_run=True).differences
    with pytest.raises(StoreError) as forbidden:
        logs(home, entry("two"))
    assert str(forbidden.value).startswith(f"{read_only_disk} may not be written to")


@posix
@pytest.mark.parametrize(
    ("name", "mode"),
    [(".lock", 0), (".lock", 0o400), ("journal", 0o500), ("weeks", 0o500), ("backups", 0o500), ("", 0o500)],
)
def test_what_may_not_be_written_to_is_named_and_not_the_home(
    kept: Home, home: Path, opens: Opens, tmp_path: Path, hands: Hands, name: str, mode: int
) -> None:
    logs(kept, entry("one"))
    hands.turn(days=1)
    logs(kept, entry("two"))
    hands.turn(days=1)  # another backup is due

    def says() -> None:
        (finding,) = (each for each in opens().check() if not each.good)
        assert (finding.file, finding.what[:26]) == (name or str(home), "it may not be written to, ")
        assert opens().snapshot().counts() == {"entries": 2}
        logs(opens(), entry("three", start=NOW))

    (home / name).chmod(mode)
    with _owned_by_nobody(tmp_path, home):
        said = _as_nobody(says)
    why = f"{home / name} may not be written to"
    assert said == f"Forbidden: {why}: nothing was saved. Allow it and do it again."
    (home / name).chmod(0o600 if name == ".lock" else 0o700)
    assert [each.id for each in opens().week(WEEK).entries] == ["one", "two"]  # nothing waits to be finished


@posix
def test_a_folder_that_is_shut_does_for_links_to_where_may_be_written(
    kept: Home, home: Path, opens: Opens, tmp_path: Path
) -> None:
    logs(kept, entry("one"))
    week, elsewhere = home / "weeks/2026-W48.json", tmp_path / "elsewhere"
    elsewhere.mkdir()
    week.rename(elsewhere / week.name)
    week.symlink_to(elsewhere / week.name)
    week.parent.chmod(0o500)
    with _owned_by_nobody(tmp_path, tmp_path):
        assert _as_nobody(lambda: logs(opens(), entry("two"))) == "nothing"
    assert [each.id for each in opens().week(WEEK).entries] == ["one", "two"]


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
    with pytest.raises(StoreError, match="is no folder, and planner needs one there"):
        logs(kept, entry())
    for question in (lambda: kept.week(WEEK), kept.check):
        with pytest.raises(StoreError, match="is no folder, and planner needs one there"):
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
    with pytest.raises(StoreError, match="is no folder, and planner needs one there"):
        home.book()
    with pytest.raises(StoreError, match="There can be no folder"):
        logs(home, entry())


def test_a_folder_in_place_of_a_file_is_said(kept: Home, home: Path) -> None:
    (home / "book.json").mkdir(parents=True)
    with pytest.raises(StoreError, match=r"book\.json"):
        kept.book()


@posix
@pytest.mark.parametrize("folder", ["journal", "weeks", "undo", "backups", "backups/.making/weeks"])
def test_a_folder_cut_off_early_is_named_and_opened_by_a_change(
    kept: Home, home: Path, opens: Opens, tmp_path: Path, hands: Hands, folder: str
) -> None:
    logs(kept, entry("one"))
    shut = home / folder
    shut.mkdir(parents=True, exist_ok=True)
    shut.chmod(0)
    hands.turn(days=1)
    why = f"{shut} may not be looked into: “chmod u+rwx” allows it."

    def goes_on() -> None:
        assert opens().timer() is None
        named = [(finding.file, finding.what) for finding in opens().check() if not finding.good]
        assert named == ([] if ".making" in folder else [(folder, why)])
        if folder == "weeks":
            with pytest.raises(StoreError, match=re.escape(why)):
                opens().week(WEEK)
        else:
            assert opens().week(WEEK).entries == (entry("one"),)
        assert opens().damage() == ([why] if folder in ("journal", "weeks", "undo") else [])
        logs(opens(), entry("two"))
        assert len(opens().week(WEEK).entries) == 2
        assert all(finding.good for finding in opens().check())

    with _owned_by_nobody(tmp_path, home):
        assert _as_nobody(goes_on) == "nothing"


@contextmanager
def _owned_by_nobody(tmp_path: Path, home: Path) -> Iterator[None]:
    """A home of somebody without any rights, who may go through the folders above it."""
    if os.getuid() == 0:
        for path in (home, *home.rglob("*")):
            os.chown(path, 65534, 65534)
    above = [folder for folder in tmp_path.parents if folder.stat().st_uid == os.getuid() and folder != Path("/")]
    modes = {folder: folder.stat().st_mode & 0o7777 for folder in [tmp_path, *above]}
    for folder, mode in modes.items():
        folder.chmod(mode | 0o055)
    yield
    for folder, mode in modes.items():
        folder.chmod(mode)


@pytest.mark.parametrize("folder", ["weeks", "undo", "backups", "journal", "themes"])
def test_a_file_in_place_of_a_folder_is_named_and_all_else_checked(kept: Home, home: Path, folder: str) -> None:
    logs(kept, entry("one"))
    (home / "config.toml").write_text("minutes = 300\n")
    if (home / folder).exists():
        (home / folder).rename(home / "away")
    (home / folder).write_text("")
    why = f"{home / folder} is no folder, and planner needs one there. Move it away, or name another in PLANNER_HOME."
    found = {finding.file: (finding.good, finding.what) for finding in kept.check()}
    assert found.pop(folder) == (False, why)
    assert {"book.json", "undo.json", "config.toml"} & set(found) == {"undo.json", "config.toml"}
    assert all(good for good, _ in found.values())
    assert kept.oddities() == []


@posix
def test_what_cannot_serve_as_a_lock_is_named(kept: Home, home: Path) -> None:
    logs(kept, entry("one"))
    makers: list[Callable[[Path], object]] = [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("elsewhere")]
    for make in makers:
        (home / ".lock").rename(home / "held")
        make(home / ".lock")
        assert [finding.file for finding in kept.check() if not finding.good] == [".lock"]
        (home / "held").rename(home / "there")
        (home / ".lock").rmdir() if (home / ".lock").is_dir() else (home / ".lock").unlink()
        (home / "there").rename(home / ".lock")
    assert all(finding.good for finding in kept.check())


@posix
def test_what_is_no_manifest_of_the_last_change_is_named_until_the_next(kept: Home, home: Path) -> None:
    makers: list[Callable[[Path], object]] = [Path.mkdir, os.mkfifo, Path.touch]
    for number, make in enumerate(makers):
        logs(kept, entry(f"id{number}"))
        (home / "journal/last").unlink()
        make(home / "journal/last")
        assert [finding.file for finding in kept.check() if not finding.good] == ["journal/last"]
    logs(kept, entry("then"))
    assert all(finding.good for finding in kept.check())
    assert len(kept.week(WEEK).entries) == 4


def test_settings_kept_elsewhere_that_lead_nowhere_are_named(home: Path, tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    kept = Home(str(home), lambda: NOW, "planner", str(config))
    logs(kept, entry("one"))
    (config / "config.toml").symlink_to(tmp_path / "nowhere")
    lost = f"it is a link to {tmp_path / 'nowhere'}, and nothing is there"
    assert [finding[:3] for finding in kept.check() if not finding.good] == [(f"{config}/config.toml", False, lost)]
    kept.settings()
    assert kept.notices == (f"{config}/config.toml cannot be read: {lost}.",)
