"""What a group has brought, line by line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.brought import Brought, brought_words, latest, lines_words, with_said
from planner.domain.errors import Misread

DAY = date(2026, 11, 12)
TALK, LEAD = Brought(DAY, "a talk in spring", could=True), Brought(DAY - timedelta(days=9), "a lead")


def test_a_line_is_added_and_a_dash_takes_the_latest_back() -> None:
    lines = with_said((LEAD,), " a talk in\nspring ", DAY, could=True)
    assert lines == (LEAD, TALK)
    assert with_said(lines, "-", DAY, could=False) == (LEAD,) and with_said((), "-", DAY, could=False) == ()
    assert with_said(lines, " ", DAY, could=False) == lines
    with pytest.raises(Misread, match="is 301 characters long"):
        with_said((), "x" * 301, DAY, could=False)


def test_what_was_brought_is_quoted_before_what_could_be() -> None:
    assert latest([LEAD, TALK]) == LEAD and latest([]) is None
    assert brought_words(LEAD) == "brought: a lead (3 November 2026)"
    assert brought_words(TALK) == "could bring a talk in spring (12 November 2026)" and brought_words(None) == ""


def test_the_newest_three_are_told_and_the_others_counted() -> None:
    lines = [Brought(DAY + timedelta(days=n), str(n)) for n in range(5)]
    assert lines_words(lines) == "4 (16 November 2026); 3 (15 November 2026); 2 (14 November 2026); 2 before"
