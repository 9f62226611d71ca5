"""Machines that sync all at once, or are killed in the midst of it, lose nothing that was acknowledged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.desk.machines import Machines, git

LOGS_AND_SYNCS = """
import sys
from datetime import UTC, datetime, timedelta
from planner.clock import Clock
from planner.desk import Desk
from planner.domain.errors import PlannerError
from planner.store.home import Home

home, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
for number in range(count):
    clock = Clock(UTC, datetime(2026, 11, 26, 19, 0, tzinfo=UTC) + timedelta(minutes=number))
    desk = Desk(Home(home, clock.now, "planner on " + name, patience=60.0), clock)
    print("logged", desk.log(f"c 5 lyon-ux {name} {number}").entry.note, flush=True)
    desk.sync()
    print("synced", flush=True)
"""


def start(machines: Machines, name: str, count: int, who: str = "") -> subprocess.Popen[str]:
    words = [sys.executable, "-c", LOGS_AND_SYNCS, str(machines.home(name)), who or name, str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def logged(said: str) -> set[str]:
    return {line.removeprefix("logged ") for line in said.splitlines() if line.startswith("logged ")}


def test_machines_that_sync_at_once_come_to_the_same_home(two: Machines) -> None:
    processes = [start(two, name, 3) for name in ("laptop", "desk", "laptop")]
    said = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    for name in ("laptop", "desk", "laptop"):
        two.desk(name).sync()
    expected = sorted(f"{name} {n}" for name in ("laptop", "desk", "laptop") for n in range(3))
    assert two.notes("laptop") == two.notes("desk") == expected
    assert two.data("laptop") == two.data("desk")
    assert all(finding.good for finding in two.desk("laptop").checkup().files)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_a_sync_that_is_killed_is_gone_on_with_by_the_next(two: Machines) -> None:
    moments = random.Random(48)
    acknowledged: set[str] = set()
    for run in range(5):
        two.log("desk", f"m 5 lyon-ux desk {run}")
        two.desk("desk").sync()
        acknowledged.add(f"desk {run}")
        process = start(two, "laptop", 100, f"run{run}")
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0.1, 0.5))
        os.kill(process.pid, signal.SIGKILL)
        acknowledged |= logged(process.communicate()[0])
        two.desk("laptop").sync()
        assert acknowledged <= {*two.notes("laptop")}
    two.desk("desk").sync()
    two.desk("laptop").sync()
    assert acknowledged <= {*two.notes("desk")}
    assert two.data("laptop") == two.data("desk")
    assert len(two.notes("desk")) == len({*two.notes("desk")})
    git(two.home("laptop"), "fsck", "--strict")
