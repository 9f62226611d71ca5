"""Real processes: killed at any moment, or logging all at once, they lose nothing that was acknowledged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from planner.domain.errors import Locked, StoreError
from tests.store.conftest import UX, WEEK, Opens

LOGS = """
import sys
from datetime import datetime, timedelta, timezone
from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.person import Person
from planner.store.home import Home

path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
now = datetime(2026, 11, 26, 18, 40, tzinfo=timezone(timedelta(hours=1)))
home = Home(path, lambda: now, "planner log", patience=30.0)
print("ready", flush=True)
for number in range(count):
    id_ = f"{name}-{number}"
    with home.change("Logged " + id_) as kept:
        kept.put_person(Person(id_, id_))
        kept.put_entry(Entry(id_, now, 5, Kind.MEETING, "lyon-ux", people=(id_,)))
    print(id_, flush=True)
"""

HOLDS = """
import sys, time
from datetime import UTC, datetime
from planner.store.home import Home

with Home(sys.argv[1], lambda: datetime(2026, 11, 26, 18, 40, tzinfo=UTC), "planner review").change("Held"):
    print("held", flush=True)
    time.sleep(60)
"""


def _start(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_what_was_acknowledged_before_a_kill_is_there_and_files_load(opens: Opens, home: Path) -> None:
    moments = random.Random(48)
    acknowledged: list[str] = []
    for run in range(12):
        process = _start(LOGS, home, f"run{run}", 10_000)
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0.0, 0.15))
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += process.stdout.read().split()
        process.wait()

        kept = opens()
        people = kept.book().people
        entries = [entry.id for entry in kept.week(WEEK).entries]
        assert set(acknowledged) <= set(entries)
        assert len(entries) == len(set(entries))
        assert set(people) == set(entries)  # no change is half there
        assert {f"Logged {id_}" for id_ in entries[-200:]} <= {step.label for step in kept.history()[0]}
        assert all(finding.good for finding in kept.check())
    assert acknowledged


def test_eight_processes_that_log_at_once_keep_each_entry_once(opens: Opens, home: Path) -> None:
    processes = [_start(LOGS, home, f"process{number}", 5) for number in range(8)]
    said = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0] * 8
    entries = [entry.id for entry in opens().week(WEEK).entries]
    assert sorted(entries) == sorted(id_ for ids in said for id_ in ids if id_ != "ready")
    assert len(entries) == 40
    assert len(opens().history()[0]) == 40


def test_who_waits_in_vain_for_the_lock_is_told_who_holds_it(opens: Opens, home: Path) -> None:
    holder = _start(HOLDS, home)
    try:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        kept = opens(patience=0.05)
        with pytest.raises(Locked) as locked, kept.change("Group") as change:
            change.put_group(UX)
        assert str(locked.value) == (
            f"{home} is in use by “planner review” (process {holder.pid}) since 18:40. Try again when it is done."
        )
        assert kept.book().groups == {}  # readers need no lock
    finally:
        holder.kill()
        holder.wait()
    with opens(patience=0.05).change("Group") as change:  # the lock went with its holder
        change.put_group(UX)


@pytest.mark.skipif(sys.platform == "win32", reason="this system cannot be asked whether a process runs")
def test_a_holder_that_did_not_sign_is_not_taken_for_the_one_before_it(opens: Opens, home: Path) -> None:
    import fcntl

    earlier = _start(LOGS, home, "earlier", 1)
    earlier.communicate()
    with open(home / ".lock", "rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Locked, match="Another planner is using"), opens(patience=0.05).change("Group") as change:
            change.put_group(UX)


def test_a_lock_that_is_let_go_of_in_time_is_taken(opens: Opens, home: Path) -> None:
    holder = _start(HOLDS.replace("sleep(60)", "sleep(0.3)"), home)
    assert holder.stdout
    holder.stdout.readline()
    with opens().change("Group") as change:
        change.put_group(UX)
    assert list(opens().book().groups) == ["lyon-ux"]
    holder.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_lock_that_is_replaced_again_and_again_lets_no_two_in(opens: Opens, home: Path) -> None:
    """As a program that carries files between machines does it, while four planners log."""
    processes = [_start(LOGS, home, f"process{number}", 12) for number in range(4)]
    while any(process.poll() is None for process in processes):
        with suppress(FileNotFoundError):
            (home / ".lock.new").write_text("{}")
            os.replace(home / ".lock.new", home / ".lock")
        time.sleep(0.0005)
    said = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0] * 4
    acknowledged = {id_ for ids in said for id_ in ids if id_ != "ready"}
    assert {entry.id for entry in opens().week(WEEK).entries} == acknowledged
    assert len(acknowledged) == 48


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="this system does not tell whether a process is stopped")
def test_a_holder_that_is_stopped_is_named_as_such(opens: Opens, home: Path) -> None:
    holder = _start(HOLDS, home)
    try:
        assert holder.stdout
        holder.stdout.readline()
        os.kill(holder.pid, signal.SIGSTOP)
        os.waitid(os.P_PID, holder.pid, os.WSTOPPED | os.WNOWAIT)
        with pytest.raises(Locked) as locked, opens(patience=0.05).change("Group") as change:
            change.put_group(UX)
        assert str(locked.value) == (
            f"{home} is in use by “planner review” (process {holder.pid}) since 18:40, which is stopped: "
            "let it go on (“fg” where it was started), or end it."
        )
    finally:
        holder.kill()
        holder.wait()


@pytest.mark.parametrize("what", ["folder", "link", "pipe"])
@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders there")
def test_what_is_no_lock_is_named_and_nothing_outside_is_written(
    opens: Opens, home: Path, tmp_path: Path, what: str
) -> None:
    home.mkdir()
    lock, outside = home / ".lock", tmp_path / "outside"
    if what == "folder":
        lock.mkdir()
    elif what == "link":
        lock.symlink_to(outside)
    else:
        os.mkfifo(lock)
    with pytest.raises(StoreError) as refused, opens().change("Group") as change:
        change.put_group(UX)
    assert str(refused.value) == f"{lock} is no file, so it cannot serve as a lock: nothing was saved. Delete it."
    assert not outside.exists()
