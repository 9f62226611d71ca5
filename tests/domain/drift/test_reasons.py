"""The reasons of a level as they are told."""

from __future__ import annotations

from planner.domain.drift.drift import Drift, Signal
from planner.domain.drift.reasons import signals_told
from planner.domain.level import Level
from planner.domain.value import Later

CAP = Signal("cap", Level.LEANING, "The cap may be passed.", "answer one question")
SITTING = Signal("sitting", Level.LEANING, "One sitting went on.", "answer one question", "lyon")
GOALS = Signal("goals", Level.BALANCED, "The hands will miss their goal.", "meet Marie")
DRIFT = Drift(Level.LEANING, 0.5, None, 60, Later(lambda: (CAP, SITTING, GOALS)))


def test_an_act_is_told_with_the_first_reason_for_it_alone() -> None:
    assert [(told.text, told.advice) for told in signals_told(DRIFT)] == [
        ("The cap may be passed.", "answer one question"),
        ("One sitting went on.", ""),
        ("The hands will miss their goal.", "meet Marie"),
    ]


def test_what_was_put_off_is_told_so_and_leaves_its_act_to_the_next() -> None:
    cap, sitting, _ = signals_told(DRIFT, {CAP.about})
    assert (cap.is_put_off, cap.advice) == (True, "")
    assert (sitting.is_put_off, sitting.advice) == (False, "answer one question")
