"""A verdict is one row: what it is called, its key, and what it ends or plans."""

from __future__ import annotations

import pytest

from planner.domain.group import Standing
from planner.domain.review import NextLine, Verdict


def test_a_verdict_is_found_by_its_word() -> None:
    assert [Verdict(verdict.value) for verdict in Verdict] == list(Verdict)
    with pytest.raises(ValueError, match="perhaps"):
        Verdict("perhaps")


def test_no_two_verdicts_have_one_key() -> None:
    keys = [verdict.ruling.key for verdict in Verdict]
    assert len({*keys}) == len(keys)


def test_what_ends_a_group_plans_nothing_for_it() -> None:
    ending = {verdict: verdict.ends for verdict in Verdict if verdict.ends}
    assert ending == {
        Verdict.PARK: Standing.PARKED,
        Verdict.LEAVE: Standing.LEFT,
        Verdict.FEED: Standing.PARKED,
    }
    assert all(verdict.ruling.plans is NextLine.SAME for verdict in ending)


def test_a_verdict_is_said_in_full_and_shortly() -> None:
    assert (Verdict.LESS.title, Verdict.LESS.short) == ("read less", "read less")
    assert (Verdict.FEED.title, Verdict.FEED.short) == ("replace with a feed", "feed")
    assert (Verdict.PARK.title, Verdict.PARK.short) == ("park", "park")
