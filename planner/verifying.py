"""Verifying beside: a process of its own restores the newest daily backup for a test, so that no change waits for it.

A home of ten years takes a second or two, once a week. :func:`start` is what a change calls when one is due, and
returns at once; what it starts is this module, which outlives the command and its terminal, and says nothing: what
came of it stands in the home, for ``planner check`` to tell.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from planner.domain.value.contexts import suppress
from planner.domain.value.dates import datetime


def start(home: str, moment: datetime) -> bool:
    """Have the newest backup of a home verified as of a moment; False where no process can be started."""
    from planner import beside
    from planner.domain.words import language

    environment = {**os.environ, "PLANNER_LANG": language()}
    return beside.start("planner.verifying", [home, moment.isoformat()], environment)


def main(words: Sequence[str]) -> None:
    """Verify, at the lowest urgency, in her language."""
    from planner.locale import choose, speak_as
    from planner.store.home import Home

    home, moment = words[0], datetime.fromisoformat(words[1])
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(19)
    speak_as(choose(os.environ))
    Home(home, lambda: moment, "planner").verify_newest()


if __name__ == "__main__":
    main(sys.argv[1:])
