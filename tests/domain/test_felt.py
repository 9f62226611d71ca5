"""How it was: what was felt lately, and its course."""

from __future__ import annotations

from datetime import UTC, date, datetime

from planner.domain.entry import Entry
from planner.domain.felt import course_words, felt, felt_lately, felt_words, unfelt
from planner.domain.kinds import Kind

TODAY = date(2026, 11, 29)


def entry(day: date, joy: int | None = None, kind: Kind = Kind.MEETING, group: str = "lyon") -> Entry:
    return Entry("", datetime(day.year, day.month, day.day, 12, tzinfo=UTC), 30, kind, group, joy=joy)


AUTUMN = [entry(date(2026, 9, 1), 3), entry(date(2026, 10, 10), 2), entry(date(2026, 11, 2), 1), entry(TODAY)]


def test_lately_is_eight_weeks_and_the_half_goes_up() -> None:
    assert felt(AUTUMN, TODAY).lately == 2  # of 2 and 1: what nobody said is no 0
    assert felt(AUTUMN[:1], TODAY).lately is None
    assert felt([AUTUMN[2]._replace(confirmed=False)], TODAY) == felt([], TODAY)
    assert felt([entry(date(2026, 10, 5), 0), entry(date(2026, 10, 4), 3)], TODAY).lately == 0


def test_both_marks_are_said_with_the_course_by_month() -> None:
    autumn = felt(AUTUMN, TODAY)
    assert felt_words(autumn, 3) == "2 lately, 3 at the first look" and felt_words(autumn) == "2 lately"
    assert course_words(autumn, 3) == "2 lately, 3 at the first look (Sep 3, Oct 2, Nov 1)"
    long_ago = felt(AUTUMN[:1], TODAY)
    assert (felt_words(long_ago, 3), course_words(long_ago, 3)) == ("", "Sep 3")


def test_a_group_is_told_of_only_where_she_has_said_so() -> None:
    assert felt_lately([*AUTUMN, entry(TODAY, None, group="pmi")], TODAY) == {"lyon": 2}


def test_a_group_that_was_given_something_is_asked_about_once() -> None:
    gave = [entry(TODAY, None, Kind.CONTRIBUTION, group) for group in ("lyon", "pmi", "pmi")]
    assert unfelt([*gave, entry(TODAY, None, Kind.MEETING, "alumni")]) == ("lyon", "pmi")
    assert unfelt([gave[0], gave[1]._replace(joy=0), gave[2]]) == ("lyon",)
