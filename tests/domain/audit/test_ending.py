"""What a verdict makes of a group."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.audit.ending import ended
from planner.domain.book import Book
from planner.domain.group import Group, Moved, Nature, Role, Standing, Tool
from planner.domain.kinds import Split
from planner.domain.plan import Plan
from planner.domain.review import Verdict

ALUMNI = Group("alumni", "alumni", "Alumni", reason="a friend is there")
NEWS = Group("news", "news", "Metro News", nature=Nature.COMPANY)
BOOK = Book({}, {group.id: group for group in (ALUMNI, NEWS)}, {})


@pytest.mark.parametrize("verdict", [Verdict.MORE, Verdict.KEEP, Verdict.LESS, Verdict.CONTRIBUTE])
def test_a_verdict_to_go_on_leaves_a_group_as_it_is(verdict: Verdict) -> None:
    assert ended(verdict, ALUMNI, BOOK, None) == ((ALUMNI,), ())


def test_one_that_is_left_keeps_its_reason_unless_another_is_given() -> None:
    ((left,), _), ((anew,), _) = (ended(Verdict.LEAVE, ALUMNI, BOOK, None, reason) for reason in ("", "too far"))
    assert (left.standing, left.reason, anew.reason) == (Standing.LEFT, "a friend is there", "too far")


def test_what_is_only_watched_becomes_the_feed_itself() -> None:
    (feed,), (note,) = ended(Verdict.FEED, NEWS, BOOK, None)
    assert (feed.id, feed.nature, feed.role, note) == ("news", Nature.FEED, Role.WATCH, "Metro News is a feed now.")


def test_what_goes_to_another_tool_than_a_reader_is_parked_alone() -> None:
    moved = ALUMNI._replace(moved=Moved(Tool.NEWSLETTER, "https://alumni.example", date(2026, 11, 26)))
    (parked,), (note,) = ended(Verdict.FEED, moved, BOOK, None)
    assert parked == moved._replace(standing=Standing.PARKED)
    assert note == "Alumni is parked; it is watched elsewhere now: newsletter."


def test_another_is_parked_beside_a_feed_that_takes_its_reading() -> None:
    (feed, parked), (note,) = ended(Verdict.FEED, ALUMNI, BOOK, Plan({"alumni": Split(watching=35)}))
    assert (feed.id, feed.upkeep, feed.standing) == ("alumni-feed", 35, Standing.SELECTED)
    assert parked == ALUMNI._replace(standing=Standing.PARKED)
    assert note == "Alumni is parked; Alumni (feed) has its 35 min of watching."
