"""The one sentence of her last year says what the log knows, and nothing of what it does not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.weeks.last_year import last_year

TODAY = date(2026, 11, 26)


def entry(days_ago: int, minutes: int, kind: Kind = Kind.WATCHING, people: tuple[str, ...] = (), **more: bool) -> Entry:
    start = datetime(2026, 11, 26, 8, tzinfo=UTC) - timedelta(days=days_ago)
    return Entry(f"{days_ago}-{kind.value}", start, minutes, kind, "lyon-ux", people=people, **more)  # type: ignore[arg-type]


def words(*entries: Entry) -> str:
    return last_year(entries, TODAY).words


def test_hours_of_reading_and_people_met_are_one_sentence() -> None:
    met = [entry(n, 60, Kind.MEETING, people) for n, people in enumerate((("marie", "paul"), ("marie",)), 40)]
    reading = [entry(n, 120) for n in range(1, 32)]
    assert words(*reading, *met) == "Your last year: 62 hours of reading, 2 people met."


def test_a_meeting_that_names_nobody_is_not_nobody_met() -> None:
    assert words(entry(3, 60, Kind.MEETING)) == "Your last year: 1 meeting."


def test_where_the_log_says_nothing_nothing_is_said() -> None:
    assert words(entry(3, 60, Kind.CONTRIBUTION)) == ""
    assert words() == ""


def test_a_few_hours_of_reading_are_told_to_the_minute() -> None:
    assert words(entry(3, 25)) == "Your last year: 25 min of reading."
    assert words(entry(3, 30), entry(5, 60)) == "Your last year: 1h30 of reading."


def test_the_year_ends_today_and_began_365_days_ago() -> None:
    assert last_year([entry(0, 60), entry(364, 60), entry(365, 60)], TODAY).reading == 120


def test_what_is_not_confirmed_or_goes_on_twice_is_not_counted() -> None:
    timed = entry(2, 60, timed=True)
    beside = timed._replace(id="beside", note="another")
    assert last_year([timed, beside, entry(5, 60, confirmed=False)], TODAY).reading == 60
