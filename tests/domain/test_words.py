"""Words: dates as they are said."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.week import Week
from planner.domain.words import span_beside


@pytest.mark.parametrize(
    ("week", "today", "said"),
    [
        (Week(2026, 48), date(2026, 11, 26), "23 to 29 November"),
        (Week(2026, 48), date(2027, 1, 4), "23 to 29 November 2026"),
        (Week(2025, 10), date(2026, 11, 26), "3 to 9 March 2025"),
        (Week(2027, 1), date(2026, 11, 26), "4 to 10 January 2027"),
        (Week(2026, 53), date(2026, 12, 30), "28 December 2026 to 3 January 2027"),
        (Week(2026, 53), date(2027, 5, 1), "28 December 2026 to 3 January 2027"),
    ],
)
def test_days_of_another_year_say_so_once(week: Week, today: date, said: str) -> None:
    assert span_beside(week.monday, week.sunday, today) == said
