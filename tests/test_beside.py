"""What goes on beside planner is held until it has ended, so that none is left behind as a dead process."""

from __future__ import annotations

from planner import beside


def test_one_that_cannot_be_started_is_said() -> None:
    assert not beside.start("this", ["a word that no process may be given: \0"])


def test_one_that_has_ended_is_held_no_longer_than_to_the_next() -> None:
    assert beside.start("this", [])
    first = beside._running[-1]
    first.wait()
    assert beside.start("this", [])
    assert first not in beside._running
    beside._running[-1].wait()
