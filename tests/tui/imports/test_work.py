"""What goes on beside the screen ends in one way: told, stopped, or with what kept it from being done."""

from __future__ import annotations

import pytest

from planner.desk.imports import Tell
from planner.domain.errors import Refused
from planner.tui.imports.work import Work


def test_work_that_is_stopped_goes_no_step_further() -> None:
    steps = []

    def does(tell: Tell) -> object:
        for step in range(5):
            steps.append(step)
            if step == 2:
                work.stop()
            tell("keep", step, 5)
        return lambda: None

    work = Work("long", does)  # type: ignore[arg-type]
    work.run()
    assert steps == [0, 1, 2]
    assert work.ended and work.stopped
    assert work.how_far == "1 of 5 weeks kept"


def test_what_keeps_work_from_being_done_is_raised_where_it_is_looked_at() -> None:
    def does(_tell: Tell) -> object:
        raise Refused("There is no such file.")

    work = Work("short", does)  # type: ignore[arg-type]
    work.run()
    assert work.ended and not work.stopped
    with pytest.raises(Refused, match="no such file"):
        work.raise_problem()
