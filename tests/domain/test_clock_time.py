"""Clock time: what overlaps is said, and counted once where its time of day is known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.clock_time import counted_minutes, is_double, overlap_words, overlaps, sittings
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
BOOK = Book({}, {"lyon": Group("lyon", "lyon", "Lyon UX")}, {})


def entry(id_: str, after: int, minutes: int, **fields: object) -> Entry:
    """An entry so many minutes after noon, its time of day known."""
    made = Entry(id_, NOON + timedelta(minutes=after), minutes, Kind.MEETING, "lyon", timed=True)
    return made._replace(**fields)  # type: ignore[arg-type]


def test_entries_overlap_where_both_go_on_at_one_moment() -> None:
    others = [entry("before", -30, 30), entry("into", -10, 20), entry("within", 10, 5), entry("after", 60, 10)]
    assert [each.id for each in overlaps(entry("it", 0, 60), others)] == ["into", "within"]


def test_an_entry_does_not_overlap_itself_nor_what_nobody_confirmed() -> None:
    it = entry("it", 0, 60)
    assert overlaps(it, [it, entry("doubt", 0, 60, confirmed=False)]) == ()


def test_two_lines_typed_in_a_row_overlap_only_if_they_are_the_same() -> None:
    it, other = entry("it", 0, 30, timed=False), entry("other", 10, 20, timed=False)
    assert overlaps(it, [other]) == ()
    known = other._replace(timed=True)
    assert overlaps(it, [known]) == (known,), "they may"
    again = it._replace(id="again")
    assert overlaps(it, [again]) == (again,)
    assert overlap_words(it, [again], BOOK) == ("The same is logged twice.",)


def test_the_same_line_typed_within_its_length_is_twice_the_same() -> None:
    it, later = (entry(id_, after, 30, timed=False, note="the deck") for id_, after in (("it", 0), ("later", 29)))
    assert is_double(it, later) and is_double(later, it)
    assert overlaps(later, [it]) == (it,)
    assert not is_double(it, later._replace(start=NOON + timedelta(minutes=30))), "there was time for both"
    assert not is_double(it, later._replace(note="another one"))
    assert not is_double(it._replace(note=""), later._replace(note="")), "that may be two"
    assert not is_double(it, later._replace(via="again")), "that is what the key is for"
    assert not is_double(it, later._replace(timed=True))


def test_it_is_said_with_time_and_group_and_the_same_twice_is_said_too() -> None:
    it, other = entry("it", 30, 60), entry("other", 0, 60)
    assert overlap_words(it, [other], BOOK) == ("It overlaps 12:00 to 13:00, Lyon UX.",)
    assert overlap_words(it, [it._replace(id="again")], BOOK)[1:] == ("The same is logged twice.",)
    assert overlap_words(it, [], BOOK) == ()
    assert not is_double(it, it._replace(people=("marie",)))
    assert not is_double(it, it._replace(note="another answer")), "two answers of one length are two"


def test_an_hour_of_the_clock_counts_once_for_what_began_first() -> None:
    entries = [entry("talk", 0, 60), entry("reply", 30, 10), entry("coffee", 45, 30), entry("later", 120, 5)]
    assert [minutes for _, minutes in counted_minutes(entries)] == [60, 0, 15, 5]


def test_what_goes_on_at_once_with_one_person_or_group_is_one_sitting() -> None:
    with_zed = [entry("first", 0, 60, people=("zed",)), entry("again", 10, 60, people=("zed", "marie"), group="paris")]
    assert sittings(with_zed) == with_zed[:1]
    unnamed = entry("unnamed", 20, 30)
    assert sittings([*with_zed, unnamed]) == with_zed[:1]
    others = [entry("lea", 30, 20, people=("lea",)), entry("other", 30, 20, group="paris"), entry("then", 60, 5)]
    assert sittings([with_zed[0], *others]) == [with_zed[0], *others]


def test_two_answers_side_by_side_are_two_unless_to_one_person() -> None:
    answers = [entry(id_, after, 20, kind=Kind.CONTRIBUTION) for id_, after in (("one", 0), ("two", 5))]
    assert sittings(answers) == answers
    assert len(sittings(each._replace(people=("zed",)) for each in answers)) == 1


def test_what_only_ended_about_then_is_a_sitting_of_its_own() -> None:
    lines = [entry(id_, 0, 60, timed=False, people=("zed",)) for id_ in ("one", "two")]
    assert sittings(lines) == lines


def test_what_only_ended_about_then_counts_whole() -> None:
    entries = [entry("one", -25, 25, timed=False), entry("two", -45, 45, timed=False)]
    assert sum(minutes for _, minutes in counted_minutes(entries)) == 70


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 90)), max_size=12))
def test_the_total_is_the_time_that_passed(some: list[tuple[int, int]]) -> None:
    entries = [entry(str(n), *pair) for n, pair in enumerate(some)]
    passed = {minute for after, minutes in some for minute in range(after, after + minutes)}
    assert sum(minutes for _, minutes in counted_minutes(entries)) == len(passed)
