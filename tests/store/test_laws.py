"""Laws of the store: what is put is read back; undoing all gives the first state, and redoing all the last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.alert import Alert
from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.counsel import Counsel, Voice
from planner.domain.echo import WAYS, Echo, counted
from planner.domain.entry import Entry
from planner.domain.group import Fit, Group, Nature, Role, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.objective import Aim, Counts, Goal, Objective, Pursuit
from planner.domain.person import Circle, Person
from planner.domain.plan import Plan, Short
from planner.domain.record import WeekRecord
from planner.domain.review import Review, ReviewStep, Verdict
from planner.domain.step import Owed, Step, StepState
from planner.domain.timer import Timer
from planner.domain.week import Week
from planner.store.home import Home
from planner.store.transaction import Transaction
from tests.store.conftest import MEMORY, NOW, WEEK

TEXTS = st.text(st.characters(), max_size=12)  # halves of surrogate pairs too
WHOLES = st.integers(0, 10_080)
POINTS = st.integers(0, 3)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=OFFSETS)
IDS = st.lists(TEXTS, max_size=3).map(tuple)
SPLITS = st.builds(Split, WHOLES, WHOLES, WHOLES)
KINDS = st.sampled_from(Kind)
DAYS = st.none() | st.dates(date(1990, 1, 1))
GOALS = st.builds(Goal, st.sampled_from(Counts), WHOLES, st.none() | st.sampled_from(Circle), TEXTS)
COUNTS = st.dictionaries(st.sampled_from(WAYS), WHOLES).map(counted)
SHORTS = st.builds(Short, WHOLES, WHOLES, st.dictionaries(TEXTS, SPLITS, max_size=3), WHOLES)
ECHOES = st.builds(Echo, COUNTS, IDS, TEXTS, st.none() | MOMENTS)

RECORDS: dict[str, st.SearchStrategy[Any]] = {
    "put_objective": st.builds(
        Objective, TEXTS, TEXTS, st.sampled_from(Aim), WHOLES, st.sampled_from(Pursuit),
        st.lists(GOALS, max_size=3).map(tuple), DAYS, DAYS, TEXTS,
    ),
    "put_group": st.builds(
        Group, TEXTS, TEXTS, TEXTS, st.sampled_from(Standing), st.sampled_from(Nature),
        st.lists(st.sampled_from(Role), min_size=1, unique=True).map(tuple),
        st.builds(Fit, POINTS, POINTS, POINTS, POINTS), POINTS, POINTS, POINTS, WHOLES, SPLITS, IDS, TEXTS, WHOLES,
        TEXTS, TEXTS, TEXTS, TEXTS, DAYS, TEXTS, TEXTS, TEXTS, TEXTS, DAYS,
    ),
    "put_person": st.builds(
        Person, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, IDS, st.none() | st.sampled_from(Circle), IDS, TEXTS,
        WHOLES, TEXTS, st.booleans(), DAYS,
    ),
    "put_step": st.builds(
        Step, TEXTS, TEXTS, TEXTS, st.dates(date(1990, 1, 1)), st.none() | st.sampled_from(Owed),
        st.sampled_from(StepState), WHOLES, DAYS, DAYS, WHOLES,
    ),
    "put_appointment": st.builds(
        Appointment, TEXTS, MOMENTS, WHOLES, TEXTS, IDS, st.none() | TEXTS, st.none() | TEXTS, TEXTS,
        st.sampled_from(Outcome), TEXTS, TEXTS, TEXTS, TEXTS, WHOLES,
    ),
    "put_counsel": st.builds(Counsel, TEXTS, MOMENTS, st.sampled_from(Voice), TEXTS),
    "put_entry": st.builds(
        Entry, TEXTS, MOMENTS, WHOLES, KINDS, TEXTS, st.none() | TEXTS, IDS, IDS, TEXTS, st.none() | ECHOES, TEXTS,
        st.booleans(),
    ),
    "put_timer": st.builds(
        Timer, MOMENTS, KINDS, TEXTS, st.none() | TEXTS, IDS, IDS, TEXTS, st.none() | MOMENTS, st.none() | MOMENTS,
        paused=st.none() | MOMENTS, away=WHOLES,
    ),
    "put_plan": st.builds(
        Plan, st.dictionaries(TEXTS, SPLITS, max_size=3), TEXTS, WHOLES,
        st.none() | st.dates(date(2000, 1, 3)).map(Week.of), st.none() | SHORTS,
    ),
    "put_review": st.builds(
        Review, WHOLES, st.none() | st.sampled_from(ReviewStep),
        st.dictionaries(TEXTS, st.sampled_from(Verdict), max_size=3),
        st.dictionaries(TEXTS, TEXTS, max_size=3), st.none() | MOMENTS,
    ),
    "put_alert": st.builds(
        Alert, TEXTS, TEXTS, st.sampled_from(Level), st.lists(MOMENTS, max_size=3).map(tuple),
        st.lists(MOMENTS, max_size=3).map(tuple),
    ),
}  # fmt: skip


def _reads(home: Home, put: str, record: Any) -> Any:
    week = home.week(record.week if put == "put_entry" else WEEK)
    book = home.book()
    reads: dict[str, Callable[[], Any]] = {
        "put_objective": lambda: book.objectives[record.id],
        "put_group": lambda: book.groups[record.id],
        "put_person": lambda: book.people[record.id],
        "put_step": lambda: book.steps[record.id],
        "put_appointment": lambda: book.appointments[record.id],
        "put_counsel": lambda: book.counsel[record.id],
        "put_entry": lambda: week.entries[0],
        "put_timer": home.timer,
        "put_plan": lambda: week.plan,
        "put_review": lambda: week.reviews[0],
        "put_alert": lambda: week.alerts[0],
    }
    return reads[put]()


@given(st.sampled_from(sorted(RECORDS)).flatmap(lambda put: st.tuples(st.just(put), RECORDS[put])))
@settings(max_examples=60, deadline=None)
def test_any_record_survives_writing_and_reading(case: tuple[str, Any]) -> None:
    put, record = case
    with TemporaryDirectory(dir=MEMORY) as folder:
        week = (WEEK,) if put in ("put_plan", "put_review", "put_alert") else ()
        with Home(folder, lambda: NOW, "one").change("Put") as change:
            getattr(change, put)(*week, record)
        assert _reads(Home(folder, lambda: NOW, "another"), put, record) == record


Change = Callable[[Transaction], None]

_SOON = (WEEK, WEEK.plus(-1))
_ENTRIES = st.builds(
    Entry,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from([NOW, NOW - timedelta(weeks=1)]),
    st.integers(1, 3),
    KINDS,
    st.just("lyon-ux"),
)


def _moves(entry: Entry) -> Change:
    """Puts an entry wherever it was before."""

    def move(kept: Transaction) -> None:
        found = [week for week in _SOON if entry.id in {each.id for each in kept.week(week).entries}]
        kept.put_entry(entry, was=found[0] if found else None)

    return move


CHANGES: st.SearchStrategy[Change] = st.one_of(
    _ENTRIES.map(_moves),
    _ENTRIES.map(lambda entry: lambda kept: kept.remove_entry(entry)),
    st.sampled_from(["x", "y"]).map(lambda id_: lambda kept: kept.put_group(Group(id_, id_, id_))),
    st.sampled_from(["x", "y"]).map(lambda id_: lambda kept: kept.remove_group(id_)),
    st.sampled_from([None, Plan({"x": Split(5)}), Plan({})]).map(lambda plan: lambda kept: kept.put_plan(WEEK, plan)),
    st.sampled_from([None, Timer(NOW, Kind.MEETING, "x")]).map(lambda timer: lambda kept: kept.put_timer(timer)),
    st.integers(10, 30).map(lambda n: lambda kept: kept.put_entries(
        Entry(f"many{number}", NOW, n, Kind.MEETING, "x") for number in range(n)
    )),
)  # fmt: skip


def _state(home: Home) -> tuple[Book, Timer | None, list[WeekRecord]]:
    return home.book(), home.timer(), [home.week(week) for week in _SOON]


@given(st.lists(st.lists(CHANGES, min_size=1, max_size=3), max_size=8))
@settings(max_examples=40, deadline=None)
def test_undoing_all_gives_the_first_state_and_redoing_all_the_last(steps: list[list[Change]]) -> None:
    with TemporaryDirectory(dir=MEMORY) as folder:
        home = Home(folder, lambda: NOW, "one")
        states = [_state(home)]
        for step in steps:
            with home.change("Step") as change:
                for each in step:
                    each(change)
            if len(home.history()[0]) == len(states):  # a step that changed nothing is none
                states.append(_state(home))
        for state in reversed(states[:-1]):
            home.undo()
            assert _state(Home(folder, lambda: NOW, "another")) == state
        for state in states[1:]:
            home.redo()
            assert _state(home) == state
