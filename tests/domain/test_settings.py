"""What her settings say of a moment."""

from __future__ import annotations

from datetime import datetime

import pytest

from planner.domain.settings import is_quiet


@pytest.mark.parametrize(
    ("hours", "at", "quiet"),
    [
        ("21:00-08:00", "20:59", False),
        ("21:00-08:00", "21:00", True),
        ("21:00-08:00", "03:00", True),
        ("21:00-08:00", "08:00", False),
        ("12:00-14:00", "12:00", True),
        ("12:00-14:00", "14:00", False),
        ("", "03:00", False),
    ],
)
def test_hours_are_quiet_until_they_end(hours: str, at: str, quiet: bool) -> None:
    assert is_quiet(hours, datetime.fromisoformat(f"2026-11-26T{at}+01:00")) is quiet
