"""Durations are ours to read: every way people type them, and none that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import Misread
from planner.domain.grammar.durations import read_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("25", 25),
        ("25m", 25),
        ("25min", 25),
        ("25mn", 25),
        ("90min", 90),
        ("1h", 60),
        ("1H", 60),
        ("1h30", 90),
        ("1h05", 65),
        ("1h30m", 90),
        ("1h30min", 90),
        ("1:30", 90),
        ("0:25", 25),
        ("1.5h", 90),
        ("1,5h", 90),
        ("0,25h", 15),
        ("1.33h", 80),
        ("24h", 1440),
        ("1440", 1440),
        ("1", 1),
        ("007", 7),
        ("１２", 12),
        ("1 h 30", 90),
        ("1 heure et demie", 90),
        ("an hour and a half", 90),
        ("une demi-heure", 30),
        ("trois quarts d’heure", 45),
        ("1h 15m", 75),
        ("two hours", 120),
        ("deux heures quinze", 135),
        ("twenty minutes", 20),
        ("25'", 25),
    ],
)
def test_a_duration_is_read_in_every_form_typed(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "m", "h30", "lyon", "1.5", "25x", "2026-11-20", "1:5", "14h30x", "h", "min"])
def test_what_is_not_shaped_like_a_duration_is_none(text: str) -> None:
    assert read_minutes(text) is None


@pytest.mark.parametrize(
    "text",
    ["0", "0m", "0h", "0:00", "0.0h", "-25", "-30m", "-1h", "−25", "1441", "24h01", "25h", "24.1h", "1h60", "1:75"],
)
def test_zero_negative_and_over_a_day_are_refused(text: str) -> None:
    with pytest.raises(Misread, match="between 1 minute and 24 h") as refusal:
        read_minutes(text)
    assert f"“{text}”" in str(refusal.value)


@pytest.mark.parametrize("text", ["9" * 100_000, "9" * 100_000 + "h", "0" * 100_000 + "h", "-" + "1" * 100_000])
def test_a_number_of_any_length_is_refused_shortly(text: str) -> None:
    with pytest.raises(Misread) as refusal:
        read_minutes(text)
    assert len(str(refusal.value)) < 200


@given(st.integers(1, 24 * 60))
def test_all_ways_to_write_the_same_length_read_the_same(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    for text in (f"{minutes}", f"{minutes}m", f"{minutes}min", f"{hours}h{rest:02d}", f"{hours}:{rest:02d}"):
        assert read_minutes(text) == minutes


def test_a_budget_may_be_longer_than_a_day_but_not_than_its_week() -> None:
    assert read_minutes("30h", 7 * 24 * 60) == 1800
    for text in ("169h", "-5", "0"):
        with pytest.raises(Misread, match=text):
            read_minutes(text, 7 * 24 * 60)
