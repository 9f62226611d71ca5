"""What is kept of a run is what she says, in English and French."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner.domain.errors import Misread
from planner.domain.grammar.keeping import kept_minutes

START = datetime(2026, 11, 26, 22, 40, tzinfo=UTC)
MORNING = START + timedelta(hours=11)


@pytest.mark.parametrize(
    ("answer", "minutes"),
    [
        ("usual", 15),
        ("habituel", 15),
        ("all", 600),
        ("Tout", 600),
        ("drop", None),
        ("rien", None),
        ("until 23:10", 30),
        ("until 0:10", 90),
        ("Until 00h10", 90),
        ("until 9h", 620),
        ("jusqu'à 9 h", 620),
        ("jusqu’à 23h10", 30),
    ],
)
def test_each_answer_keeps_its_minutes(answer: str, minutes: int | None) -> None:
    assert kept_minutes(answer, START, 600, 15, MORNING) == minutes


def test_the_usual_is_never_more_than_it_ran() -> None:
    assert kept_minutes("usual", START, 10, 15, START + timedelta(minutes=10)) == 10


def test_a_time_still_to_come_is_refused_with_when_it_began() -> None:
    with pytest.raises(Misread, match="began Thu 26 Nov at 22:40, and “22:00” after that is still to come"):
        kept_minutes("until 22:00", START, 30, 15, START + timedelta(minutes=30))


def test_until_counts_real_minutes_over_a_clock_change() -> None:
    paris = ZoneInfo("Europe/Paris")
    start = datetime(2026, 10, 25, 1, 30, tzinfo=paris)
    assert kept_minutes("until 03:30", start, 400, 15, datetime(2026, 10, 25, 9, tzinfo=paris)) == 180


@pytest.mark.parametrize(
    "answer", ["", "maybe", "all of it", "until", "until then", "until 24:10", "until 25:00", "until 10:00", "tout le"]
)
def test_any_other_answer_is_refused_with_its_text(answer: str) -> None:
    with pytest.raises(Misread, match="“"):
        kept_minutes(answer, START, 600, 15, MORNING)
