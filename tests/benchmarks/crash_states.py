"""Every crash state of every kind of change: nothing acknowledged lost, nothing blocked, undo works.

    python -m tests.benchmarks.crash_states             all kinds
    python -m tests.benchmarks.crash_states undo timer  those whose names hold one of these words

Each kind is made once on a disk that is followed call by call; after each call every state is built that a crash may
leave, with what was not synced dropped, cut short and reordered, and a planner is sent into it. What the next planner
does to finish a change may be cut off as well: those states are looked at, too. It takes some minutes. The exit code
is 1 when a state breaks a promise. tests/store/test_crash_states.py looks at a few of each kind.
"""

from __future__ import annotations

import sys
import time

from tests.store.crash.kinds import KINDS, ChangeKind
from tests.store.crash.states import Course, State, course, recovery, wrong_with


def main(words: list[str]) -> int:
    """Look at every state; prints a row a kind, and each broken promise with where it is broken."""
    print(f"{'kind of change':<40} {'calls':>6} {'states':>7} {'broken':>7} {'seconds':>8}")
    every = 0
    for kind in KINDS:
        if words and not any(word in kind.name for word in words):
            continue
        since = time.monotonic()
        made = course(kind)
        looked, broken = 0, 0
        for course_, state in _all_of(kind, made):
            looked += 1
            if wrong := wrong_with(kind, course_, state):
                broken += 1
                if broken <= 3:
                    print(f"  after call {state.call}: {wrong}", *sorted(state.tree.files), sep="\n    ")
        every += broken
        print(f"{kind.name:<40} {made.calls:>6} {looked:>7} {broken:>7} {time.monotonic() - since:>8.1f}", flush=True)
    return int(every > 0)


def _all_of(kind: ChangeKind, made: Course) -> list[tuple[Course, State]]:
    """The states of a change, and those of finishing it where a journal was left to be finished."""
    found = [(made, state) for state in made.states]
    left = [state for state in made.states if not state.acknowledged and "home/journal/last" in state.tree.files]
    for state in left[:: max(1, len(left) // 12)]:
        again = recovery(kind, state)
        found += [(again._replace(before=made.before), each) for each in again.states]
    return found


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
