"""The dates of an archive."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from planner.interop.linkedin.moments import day, moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-06-25 12:34:56", datetime(2023, 6, 25, 12, 34, 56)),
        ("2024-01-15 14:30:00 UTC", datetime(2024, 1, 15, 14, 30)),
        ("2024-01-15T14:30:00Z", datetime(2024, 1, 15, 14, 30)),
        ("6/25/23, 9:02 PM", datetime(2023, 6, 25, 21, 2)),
        ("6/25/23, 9:02\u202fPM", datetime(2023, 6, 25, 21, 2)),
        ("12/1/23, 12:05 AM", datetime(2023, 12, 1, 0, 5)),
        ("6/25/2023 21:02", datetime(2023, 6, 25, 21, 2)),
        ("Mon Jan 02 03:04:05 UTC 2023", datetime(2023, 1, 2, 3, 4, 5)),
        ("Mar 13, 2026 6:30 PM", datetime(2026, 3, 13, 18, 30)),
    ],
)
def test_a_moment_is_read_in_utc(text: str, expected: datetime) -> None:
    assert moment(text) == expected.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["07 Dec 2025", "7-Dec-25", "2025-12-07", "07 déc. 2025", "7 décembre 2025", " 07  Dec 2025 "]
)
def test_a_day_is_read_in_every_form(text: str) -> None:
    assert day(text) == date(2025, 12, 7)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31 Feb 2025", "2025-13-01", "1970-01-01 00:00:00", "13:00 PM", "6/25/23, 13:02 PM", "07 Xyz 2025"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment(text) is None
