"""Runs a command in a pseudo-terminal until the Week screen shows, then quits it: what the README promises first.

    python -m tests.acceptance.first_screen COMMAND

The command is one shell line. The home is a folder that is thrown away. Exit code 0 when the Week screen was seen
and the command then ended well.
"""

from __future__ import annotations

import os
import sys
import tempfile

from tests.terminal import NotSeen, Terminal

#: The masthead of the Week screen: the week's number.
WEEK_SCREEN = r"Week \d+"

#: Long enough for a cold virtual environment and its downloads.
SECONDS = 240


def main(command: str) -> int:
    """Run ``command`` and say what was seen."""
    with tempfile.TemporaryDirectory(prefix="planner-first-screen-") as home:
        environment = {**os.environ, "PLANNER_HOME": home, "PLANNER_LANG": "en"}
        with Terminal(["sh", "-c", command], environment) as terminal:
            try:
                terminal.wait_for(WEEK_SCREEN, SECONDS)
                terminal.settle()
                terminal.send("q")
                code = terminal.wait()
            except NotSeen as reason:
                print(f"The Week screen did not come: {reason}", file=sys.stderr)
                return 1
    print("The Week screen was seen." if code == 0 else f"The Week screen was seen, but the command ended with {code}.")
    return code


if __name__ == "__main__":
    raise SystemExit(main(" ".join(sys.argv[1:])))
