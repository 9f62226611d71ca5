"""Questions for an adviser, and what was decided."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from planner.domain.counsel import Counsel, Talk, Voice, checked, last_talk, open_questions
from planner.domain.errors import Misread

FIRST = datetime(2026, 9, 1, 10, tzinfo=UTC)


def counsel(*texts: str) -> list[Counsel]:
    """Texts such as ``0 ?one`` and ``3 !two``: the day it was written on, and whether it is a question."""
    parts = [text.split(" ", 1) for text in texts]
    return [
        Counsel(str(n), FIRST + timedelta(int(day)), Voice.QUESTION if said[0] == "?" else Voice.DECIDED, said[1:])
        for n, (day, said) in enumerate(parts)
    ]


def test_a_question_is_open_until_something_is_decided_after_it() -> None:
    assert open_questions(counsel("0 ?one", "1 !two", "1 ?three", "2 ?four")) == ("three", "four")
    assert open_questions(counsel("0 ?one", "1 !two")) == ()


def test_the_last_talk_has_its_day_and_what_was_asked_before() -> None:
    known = counsel("0 ?old", "1 !before", "2 ?one", "9 !two", "9 ?late", "9 !three", "12 ?next")
    assert last_talk(known) == Talk((FIRST + timedelta(9)).date(), ("two", "three"), ("one", "late"))
    assert last_talk(counsel("0 ?one")) is None


@pytest.mark.parametrize("text", ["", "  \n", "x" * 601])
def test_nothing_and_too_much_are_refused(text: str) -> None:
    with pytest.raises(Misread):
        checked(text)
