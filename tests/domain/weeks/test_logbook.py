"""The log as it is read back."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.person import Person
from planner.domain.texts import search_words
from planner.domain.week import Week
from planner.domain.weeks.logbook import by_week, has_words

BOOK = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX")}, {"zoe": Person("zoe", "Zoé Faure")})


def entry(id_: str, day: int, hour: int = 12, *, minutes: int = 20, confirmed: bool = True) -> Entry:
    return Entry(id_, datetime(2026, 11, day, hour, tzinfo=UTC), minutes, Kind.WATCHING, "lyon-ux", confirmed=confirmed)


def test_weeks_days_and_entries_come_newest_first() -> None:
    weeks = by_week([entry("a", 22), entry("b", 23), entry("c", 23, 18), entry("d", 26)])
    assert [week.week for week in weeks] == [Week(2026, 48), Week(2026, 47)]
    assert [[one.id for one in day.entries] for day in weeks[0].days] == [["d"], ["c", "b"]]


def test_what_is_not_confirmed_is_shown_and_counts_nowhere() -> None:
    (week,) = by_week([entry("a", 23), entry("b", 23, 22, minutes=560, confirmed=False)])
    assert [one.id for one in week.days[0].entries] == ["b", "a"]
    assert week.total == week.days[0].total == Split(watching=20)


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 23)), max_size=40))
def test_every_entry_is_there_once_whatever_the_order(moments: list[tuple[int, int]]) -> None:
    entries = [entry(str(n), day, hour) for n, (day, hour) in enumerate(moments)]
    read_back = [one for week in by_week(entries) for day in week.days for one in day.entries]
    assert sorted(one.id for one in read_back) == sorted(one.id for one in entries)
    assert [one.start for one in read_back] == sorted((one.start for one in entries), reverse=True)


def test_a_search_finds_words_of_note_group_people_in_any_spelling() -> None:
    one = entry("a", 23)._replace(note="Café with a manager", people=("zoe",))
    assert has_words(one, search_words("zoe CAFE lyon"), BOOK)
    assert not has_words(one, search_words("zoe lunch"), BOOK)


def test_words_are_not_found_across_the_end_of_a_field() -> None:
    one = entry("a", 23)._replace(note="deck")
    assert not has_words(one, ("deckly",), BOOK)
