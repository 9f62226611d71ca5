"""Where watching went is one line: a tool, where, and since when."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from planner.domain.errors import Misread
from planner.domain.grammar.moved_line import moved_words, read_moved, typed_moved
from planner.domain.group import Moved, Tool

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("line", "moved"),
    [
        ("newsletter: https://metro.example", Moved(Tool.NEWSLETTER, "https://metro.example", TODAY)),
        ("Infolettre\u202f: metro.example", Moved(Tool.NEWSLETTER, "https://metro.example", TODAY)),
        ("alert: UX Lyon", Moved(Tool.ALERT, "UX Lyon", TODAY)),
        ("alerte", Moved(Tool.ALERT, "", TODAY)),
        ("company page: acme.org, since 2026-09-01", Moved(Tool.PAGE, "https://acme.org", date(2026, 9, 1))),
        ("metro.example/feed", Moved(Tool.READER, "https://metro.example/feed", TODAY)),
        (
            "feed://metro.example/rss depuis le 1 sept",
            Moved(Tool.READER, "https://metro.example/rss", date(2026, 9, 1)),
        ),
        ("lecteur de flux", Moved(Tool.READER, "", TODAY)),
        ("none", None),
        ("-", None),
        ("", None),
    ],
)
def test_a_line_says_tool_and_place_and_day(line: str, moved: Moved | None) -> None:
    assert read_moved(line, NOW) == moved
    assert read_moved(typed_moved(moved), NOW) == moved


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("pigeon: https://x.org", "names no tool"),
        ("somewhere else", "feed reader, newsletter, alert, company page"),
        ("newsletter: javascript:alert(1)", "only http"),
        ("newsletter: x.org, since 2027-09-01", "still to come"),
    ],
)
def test_anything_else_is_refused(line: str, why: str) -> None:
    with pytest.raises(Misread, match=why):
        read_moved(line, NOW)


def test_it_is_said_whole() -> None:
    assert moved_words(read_moved("alert: UX Lyon, since 2026-09-01", NOW)) == "alert, UX Lyon, since Tue 1 Sep 2026"
    assert moved_words(None) == ""
