"""Beside: a module of planner's that runs as a process of its own, outlives planner and its terminal, and is silent."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence

#: Those that were started and may still run: each is asked whether it has ended before another is started.
_running: list[subprocess.Popen[bytes]] = []


def start(module: str, words: Sequence[str], environment: Mapping[str, str] | None = None) -> bool:
    """Start a module with these words and return at once; False where no process can be started.

    Without an ``environment`` it has planner's.
    """
    _running[:] = [process for process in _running if process.poll() is None]
    try:
        process = subprocess.Popen(
            # -P: a folder of hers that is called planner, where she stands, is not what is meant
            [sys.executable, "-P", "-m", module, *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, ValueError):
        return False
    _running.append(process)
    return True
