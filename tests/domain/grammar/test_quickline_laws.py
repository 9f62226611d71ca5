"""Laws of the quick-log line that hold for every line and every entry."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.errors import PlannerError
from planner.domain.grammar.amend import rewritten
from planner.domain.grammar.line_reader import LONGEST_LINE
from planner.domain.grammar.quickline import Reading, complete, read, read_timer, spell, write
from planner.domain.grammar.reading import NOTHING
from planner.domain.group import Group
from planner.domain.instants import after, pinned
from planner.domain.kinds import FORMS, Kind
from planner.domain.objective import Objective
from planner.domain.person import Person
from planner.domain.texts import clean, fresh_id, slug
from tests.calls import steps_of

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 26, 18, 40, 30, tzinfo=PARIS)

#: Words that a line gives a meaning to, or nearly, so that chance meets them often.
TELLING = st.sampled_from(
    r"""c m w answer café 25 0 -5 1h30 1:30 14:30 14h 25:10 14h75 24h 90min min h yesterday hier monday lundi mon tue
    aujourd'hui tomorrow 2026-11-20 2026-02-30 2026-11-20T14:30 2026-11-20T14:30+01:00 -2d lyon ux lyon-ux Lyon PMI
    @marie @ # #vis #42 @"Marie “open "open « a@b.fr \ \" [red] é 東京 🎉 -""".split()  # noqa: SIM905
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(TELLING, st.text(max_size=8)), max_size=10).map(" ".join))
NAMES = st.one_of(
    st.sampled_from(
        ["Lyon UX", "Lyon UX Designers", "Monday", "Hier", "42", "1h30", "14h30", "2026-02-30", "min", "-2d", "c"]
    ),
    TEXTS,
)


@st.composite
def books(draw: st.DrawFn) -> Book:
    groups: dict[str, Group] = {}
    for name in draw(st.lists(NAMES, min_size=1, max_size=5)):
        id_ = fresh_id(slug(name), groups)
        groups[id_] = Group(id_, id_, clean(name))
    people: dict[str, Person] = {}
    for name in draw(st.lists(NAMES, max_size=4)):
        id_ = fresh_id(slug(name), people)
        people[id_] = Person(id_, clean(name))
    objectives: dict[str, Objective] = {}
    for title in draw(st.lists(NAMES, max_size=4)):
        id_ = fresh_id(slug(title), {*objectives, NOTHING})  # none may be called so
        objectives[id_] = Objective(id_, clean(title))
    return Book(objectives, groups, people)


@st.composite
def entries(draw: st.DrawFn, book: Book) -> Entry:
    """An entry of any kind that ended by now, in Paris, elsewhere, or in the hour that a clock change repeats."""
    kind = draw(st.sampled_from(Kind))
    minutes = draw(st.integers(1, 24 * 60))
    offsets = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))
    zone = draw(st.one_of(st.just(PARIS), offsets))
    ends = st.one_of(
        st.datetimes(datetime(2015, 1, 1), datetime(2026, 11, 26, 17, 40), timezones=st.just(UTC)),
        st.datetimes(datetime(2026, 10, 25), datetime(2026, 10, 25, 3), timezones=st.just(UTC)),
    )
    start = after(draw(ends), -minutes)
    if draw(st.booleans()):
        start = start.replace(second=0, microsecond=0)
    start = start.astimezone(zone)
    return Entry(
        id="e1",
        start=pinned(start),
        minutes=minutes,
        kind=kind,
        group=draw(st.sampled_from(sorted(book.groups))),
        form=draw(st.sampled_from((None, *FORMS[kind]))),
        people=tuple(draw(st.lists(st.sampled_from(sorted(book.people)), unique=True)) if book.people else ()),
        objectives=tuple(
            draw(st.lists(st.sampled_from(sorted(book.objectives)), unique=True)) if book.objectives else ()
        ),
        note=clean(draw(TEXTS)),
    )


def entry_of(reading: Reading) -> Entry:
    assert reading.problem is None, reading.problem
    assert reading.kind and reading.group and reading.minutes and reading.start
    return Entry(
        "e1",
        pinned(reading.start),
        reading.minutes,
        reading.kind,
        reading.group.id,
        reading.form,
        tuple(person.id for person in reading.people),
        tuple(objective.id for objective in reading.objectives),
        reading.note,
    )


@given(data=st.data(), book=books())
@settings(max_examples=100, deadline=None)
def test_an_entry_written_as_a_line_reads_back_the_same(data: st.DataObject, book: Book) -> None:
    entry = data.draw(entries(book))
    for line in (write(entry, book, NOW), write(entry, book)):
        again = entry_of(read(line, book, NOW))
        assert again == entry
        local = entry.start.astimezone(PARIS)
        assert again.start.utcoffset() == local.utcoffset()
        assert rewritten(entry, line, book, NOW).entry.start.utcoffset() == entry.start.utcoffset()


@given(text=TEXTS, book=books())
@settings(max_examples=50, deadline=None)
def test_no_text_or_beginning_is_too_much_for_the_reader(text: str, book: Book) -> None:
    for end in range(len(text) + 1):
        for reading in (read(text[:end], book, NOW), read_timer(text[:end], book, NOW)):
            assert spell(reading, NOW) == clean(spell(reading, NOW))
            assert reading.problem is None or isinstance(reading.problem, PlannerError)
            assert reading.problem or (reading.kind and reading.group and reading.start)
            assert reading.note == clean(reading.note)
            assert all(name == clean(name) and name for name in reading.new_people)
        complete(text[:end], book, NOW)


@given(text=TEXTS, book=books())
@settings(max_examples=100, deadline=None)
def test_what_can_be_logged_is_past_and_at_most_a_day(text: str, book: Book) -> None:
    reading = read(f"c {text}", book, NOW, group=next(iter(book.groups.values())))
    if not reading.problem:
        assert reading.start and reading.minutes
        assert after(reading.start, reading.minutes).astimezone(UTC) < NOW.astimezone(UTC) + timedelta(minutes=1)
        assert 1 <= reading.minutes <= 24 * 60


def test_what_would_be_misread_is_quoted_and_nothing_more() -> None:
    book = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX")}, {"zoe": Person("zoe", "Zoé")})
    start = datetime.fromisoformat("2026-11-20T14:30+01:00")
    entry = Entry(
        "e1", start, 25, Kind.CONTRIBUTION, "lyon-ux", "answer", ("zoe",), note="call me monday at 9h, mon ami"
    )
    assert write(entry, book, NOW) == 'answer 25 lyon-ux call me "monday" at "9h," mon ami @zoe 2026-11-20 14:30'
    assert write(entry, book).endswith("2026-11-20T14:30+01:00")


def test_a_mark_on_no_letter_is_a_word_like_others() -> None:
    book = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX")}, {})
    assert read("c 25 lyon-ux \u2de0", book, NOW).minutes == 25


@pytest.mark.parametrize("word", ["mar", "mon", "the", "1 h", "#x", "@mar", "lun 14 h", "until 10:30", "a couple of"])
def test_twice_an_odd_line_is_twice_the_work(word: str) -> None:
    names = ("Lyon UX", "Monday Club", *(f"Group {n} Network" for n in range(58)))
    people = [f"Marie {n}" for n in range(300)]
    book = Book(
        {},
        {slug(name): Group(slug(name), slug(name), name) for name in names},
        {slug(name): Person(slug(name), name) for name in people},
    )
    line = f"c 25 lyon-ux {f'{word} ' * 5000}"[:LONGEST_LINE]
    half = line[: LONGEST_LINE // 2]
    read(half, book, NOW)  # patterns are compiled, and the names of the book are put in order
    assert steps_of(lambda: read(line, book, NOW)) < 2.5 * steps_of(lambda: read(half, book, NOW)) < 300_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("c 25 lyon-ux " + "14h 25 yesterday monday at noon " * 3_000, id="days and times"),
        pytest.param("x" * 100_000, id="one word"),
        pytest.param("9" * 100_000, id="one number"),
        pytest.param("c 25 lyon-ux " + "é " * 50_000, id="accented words"),
        pytest.param("c " + "lyon " * 20_000, id="a group's word"),
        pytest.param("c " + '"' * 100_000, id="quotes"),
        pytest.param("\x1b]" * 50_000, id="unfinished escape codes"),
        pytest.param("\x1b[" + "1;" * 50_000, id="escape codes"),
        pytest.param("c 25 " + " ".join(f"@p{n}" for n in range(15_000)), id="people"),
        pytest.param("c 25 2026-11-20T" + "1" * 100_000, id="a date without end"),
        pytest.param("c 25 " + "-" * 100_000 + "d", id="a sign"),
    ],
)
def test_a_very_long_line_is_quick(text: str) -> None:
    book = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX")}, {})
    assert steps_of(lambda: read(text, book, NOW)) < 3000  # however long it is
