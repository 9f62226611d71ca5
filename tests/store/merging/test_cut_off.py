"""Merging with real processes: killed at any moment, or on a full disk, all of it is there or nothing is."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from planner.domain.errors import StoreError
from planner.store.home import Home
from tests.store.conftest import NOW, UX, Opens, entry, logs

MERGES = [sys.executable, "-m", "planner", "merge"]
COPY = "weeks/2026-W48.sync-conflict-20261126-184000-ABCDEFG.json"


def _apart(home: Home, folder: Path) -> Path:
    """A copy of the home on another machine, of which each has logged, changed and moved something."""
    with home.change("Set up") as kept:
        kept.put_group(UX)
    logs(home, *(entry(f"e{number:02}", start=NOW - timedelta(weeks=number)) for number in range(20)))
    other = Path(shutil.copytree(home.path, folder / "laptop"))
    laptop = Home(str(other), lambda: NOW, "planner log")
    for number in range(0, 20, 2):
        before = entry(f"e{number:02}", start=NOW - timedelta(weeks=number))
        with laptop.change("Moved") as kept:
            kept.put_entry(before._replace(start=before.start - timedelta(weeks=1)), was=before.week)
        logs(home, before._replace(note="here"))
    logs(laptop, *(entry(f"there{number}", start=NOW - timedelta(weeks=number)) for number in range(20)))
    shutil.copy(other / "weeks/2026-W48.json", Path(home.path) / COPY)
    return other


def _said(home: Home) -> list[tuple[str, str, str]]:
    return sorted((str(week), each.id, each.note) for week in home.weeks() for each in home.week(week).entries)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_a_merge_that_is_killed_is_there_whole_or_not_at_all(opens: Opens, home: Path, tmp_path: Path) -> None:
    laptop = _apart(opens(), tmp_path)
    first = _said(opens())
    begun = tmp_path / "begun"
    shutil.copytree(home, begun)
    whole = Home(str(tmp_path / "whole"), lambda: NOW, "a test")
    shutil.copytree(home, whole.path)
    environment = {**os.environ, "PLANNER_NOW": "2026-11-26T18:40"}

    def merge(folder: Path) -> subprocess.Popen[bytes]:
        command = [*MERGES, str(laptop), str(folder / COPY)]
        return subprocess.Popen(command, env={**environment, "PLANNER_HOME": str(folder)}, stdout=subprocess.DEVNULL)

    started = time.monotonic()
    assert merge(Path(whole.path)).wait() == 0
    took = time.monotonic() - started
    after = _said(Home(whole.path, lambda: NOW, "a test"))
    assert after != first and len({id_ for _, id_, _ in after}) == len(after) == 40
    moments = random.Random(48)
    for run in range(8):
        folder = Path(shutil.copytree(begun, tmp_path / f"run{run}"))
        process = merge(folder)
        time.sleep(moments.uniform(0.3, 1.0) * took)
        process.kill()
        process.wait()
        killed = Home(str(folder), lambda: NOW, "a test")
        assert _said(killed) in (first, after)
        assert [finding.file for finding in killed.check() if not finding.good] == []
        assert (folder / COPY).exists() or (folder / "backups/merged" / Path(COPY).name).exists()
        assert merge(folder).wait() == 0 or not (folder / COPY).exists()
        assert _said(Home(str(folder), lambda: NOW, "a test")) == after


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 192 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=192k", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator of a Unix may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_in_the_midst_of_a_merge_changes_nothing(small_disk: Path, tmp_path: Path) -> None:
    home = Home(str(small_disk / "home"), lambda: NOW, "planner merge")
    with home.change("Set up") as kept:
        kept.put_group(UX)
    logs(home, entry("first"))
    laptop = Home(str(shutil.copytree(home.path, tmp_path / "laptop")), lambda: NOW, "planner log")
    logs(laptop, *(entry(f"e{n}", start=NOW - timedelta(weeks=n), note="x" * 9000) for n in range(30)))
    before = _said(home)
    with pytest.raises(StoreError, match="The disk is full: nothing was saved"), home.change("Merged") as kept:
        kept.merge(home.copy_at(laptop.path).contents, None, "laptop")
    again = Home(home.path, lambda: NOW, "planner log")
    assert _said(again) == before
    assert all(finding.good for finding in again.check())
    logs(again, entry("second"))
