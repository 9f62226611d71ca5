"""Telling her own command: a process of its own runs it, for some seconds at most, and says nothing.

:func:`start` returns at once. What it starts is this module, which outlives planner and its terminal, and ends the
command where it takes longer. The command's words are arguments: no shell reads them, nor what it is told.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

#: Seconds that the command may take.
SECONDS = 20


def start(command: Sequence[str], words: str) -> bool:
    """Have a command run with ``words`` as its last argument; False where there is no such command to run."""
    from shutil import which

    from planner import beside

    program = which(command[0])
    return program is not None and beside.start("planner.telling", [program, *command[1:], words])


def main(words: Sequence[str], seconds: float = SECONDS) -> None:
    """Run a command, and end it and all that it began where it takes too long."""
    import signal
    from subprocess import Popen, TimeoutExpired

    with suppress(OSError, ValueError):
        process = Popen(words, start_new_session=True)
        try:
            process.wait(seconds)
        except TimeoutExpired:
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
