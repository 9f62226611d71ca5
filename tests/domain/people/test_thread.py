"""A person's thread has everything that passed, newest first."""

from __future__ import annotations

from datetime import UTC, date, datetime

from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.people.thread import Passed, Thread, thread
from planner.domain.people.tie_list import tie_row
from planner.domain.person import Person
from planner.domain.step import Step, StepState

MARIE = Person("marie", "Marie Dupont")


def entry(day: int, kind: Kind = Kind.MEETING) -> Entry:
    return Entry(f"e{day}", datetime(2026, 11, day, 12, 30, tzinfo=UTC), 45, kind, "lyon-ux", people=("marie",))


def told(entries: list[Entry], steps: list[Step], appointments: list[Appointment], earlier: int = 0) -> Thread:
    book = Book({}, {}, {"marie": MARIE}, {s.id: s for s in steps}, {a.id: a for a in appointments})
    return thread(tie_row(MARIE, (), (), date(2026, 11, 26)), entries, book, earlier)


def test_entries_steps_and_appointments_stand_together_newest_first() -> None:
    found = told(
        [entry(3), entry(20)],
        [
            Step("s1", "marie", "send the deck", date(2026, 11, 9), state=StepState.DONE, made=date(2026, 11, 3),
                 closed=date(2026, 11, 8)),
            Step("s2", "marie", "write", date(2026, 11, 30), made=date(2026, 11, 20), put_off=2),
            Step("s3", "paul", "call", date(2026, 11, 30), made=date(2026, 11, 20)),
            Step("s4", "marie", "ask", date(2026, 11, 5), state=StepState.LET_GO, closed=date(2026, 11, 6)),
        ],
        [
            Appointment("a1", datetime(2026, 12, 3, 12, 30, tzinfo=UTC), 45, people=("marie", "paul")),
            Appointment("a2", datetime(2026, 11, 12, 9, 0, tzinfo=UTC), 45, people=("marie",), outcome=Outcome.MISSED),
            Appointment("a3", datetime(2026, 12, 1, 9, 0, tzinfo=UTC), 45, people=("paul",)),
        ],
    )  # fmt: skip
    assert [(item.what, item.day.day) for item in found.items] == [
        (Passed.APPOINTMENT, 3),
        (Passed.SET, 20),
        (Passed.ENTRY, 20),
        (Passed.APPOINTMENT, 12),
        (Passed.DONE, 8),
        (Passed.LET_GO, 6),
        (Passed.SET, 3),
        (Passed.ENTRY, 3),
    ]


def test_a_held_appointment_stands_with_the_entry_it_became() -> None:
    held = Appointment("a1", datetime(2026, 11, 3, 12, tzinfo=UTC), 45, people=("marie",), outcome=Outcome.HELD)
    (item,) = told([entry(3)], [], [held._replace(entry="e3")]).items
    assert item.entry and item.appointment and item.what is Passed.ENTRY
    assert len(told([entry(3)], [], [held._replace(entry="other")]).items) == 2


def test_a_step_that_does_not_say_when_it_was_set_stands_on_its_day() -> None:
    (item,) = told([], [Step("s", "marie", "write", date(2026, 11, 30))], []).items
    assert (item.what, item.day) == (Passed.SET, date(2026, 11, 30))


def test_what_is_as_old_as_the_entries_left_out_is_left_out_too() -> None:
    old = Step("s", "marie", "write", date(2026, 11, 1), made=date(2026, 11, 1))
    found = told([entry(3), entry(20)], [old], [], earlier=4)
    assert [item.day.day for item in found.items] == [20, 3] and found.earlier == 4
