"""Job adverts are told apart from other reading, and kindly."""

from __future__ import annotations

from datetime import UTC, datetime

from planner.domain.adverts import advert_minutes, advert_words
from planner.domain.entry import Entry
from planner.domain.kinds import Kind

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)


def test_only_what_was_said_to_be_adverts_counts() -> None:
    read = [Entry(str(form), AT, 20, Kind.WATCHING, "ux", form) for form in ("adverts", "feed", None)]
    assert advert_minutes(read) == 20 and not advert_minutes(read[1:])


def test_they_are_said_beside_all_reading_without_blame() -> None:
    assert advert_words(0, 90) == ""
    assert advert_words(30, 90) == "30 min of the reading were job adverts; what a network gives is people."
    assert advert_words(90, 90) == "All of the reading was job adverts; what a network gives is people."
