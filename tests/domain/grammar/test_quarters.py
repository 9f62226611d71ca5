"""Quarters as they are typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.domain.errors import Misread
from planner.domain.grammar.quarters import read_quarter

NOW = datetime(2026, 8, 20, 18, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        *(("this", "2026-Q3"), ("last", "2026-Q2"), ("dernier", "2026-Q2"), ("Ce", "2026-Q3")),
        *(("2025-Q4", "2025-Q4"), ("2025 t1", "2025-Q1"), ("q2", "2026-Q2"), ("Q4", "2025-Q4"), ("-2", "2026-Q1")),
        *(("2026-W01", "2026-Q1"), ("2026-05-12", "2026-Q2")),
    ],
)
def test_is_found(text: str, quarter: str) -> None:
    assert str(read_quarter(text, NOW)) == quarter


@pytest.mark.parametrize("text", ["soon", "Q5", "2026-Q0", "", "1200-Q1"])
def test_else_refused(text: str) -> None:
    with pytest.raises(Misread, match="quarter" if text != "1200-Q1" else "out of reach"):
        read_quarter(text, NOW)
