"""The sample's folder, whatever ends the program that made it."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import Terminal


def _is_made(folder: Path) -> bool:
    return any(folder.glob("planner-demo-*/sample/weeks"))


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
@pytest.mark.parametrize("shown", [False, True])
def test_its_folder_goes_with_it(tmp_path: Path, number: signal.Signals, shown: bool) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PLANNER_LANG": "en"}
    with Terminal([sys.executable, "-m", "planner", "--demo"], environment, (80, 24)) as terminal:
        if shown:
            terminal.wait_for("Lyon UX")
            terminal.settle()
        by = time.monotonic() + 20
        while not _is_made(tmp_path) and time.monotonic() < by:
            time.sleep(0.01)
        assert _is_made(tmp_path)
        os.kill(terminal.pid, number)
        terminal.wait()
    assert not any(tmp_path.glob("planner-demo-*"))
