"""Follow-ups: which open steps come first. It is Thursday 26 November 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.people.follow_ups import (
    FollowUp,
    act_words,
    answers,
    closed_by,
    follow_ups,
    step_words,
    to_ask_about,
    when_words,
)
from planner.domain.person import Person
from planner.domain.step import Owed, Step, StepState

TODAY = date(2026, 11, 26)
MARIE = Person("marie", "Marie Dupont", cadence=30)
PAUL = Person("paul", "Paul Roy", cadence=90)


def step(id_: str, late: int, person: Person = MARIE, owed: Owed | None = None) -> Step:
    """A step whose day was so many days ago."""
    return Step(id_, person.id, f"do {id_}", TODAY - timedelta(days=late), owed)


def book(*steps: Step) -> Book:
    return Book({}, {}, {each.id: each for each in (MARIE, PAUL)}, {each.id: each for each in steps})


def order(*steps: Step) -> list[str]:
    return [each.step.id for each in follow_ups(book(*steps), TODAY)]


def test_promises_of_either_side_come_ahead_of_the_rest() -> None:
    assert order(step("late", 40), step("mine", 1, owed=Owed.MINE), step("theirs", 0, owed=Owed.THEIRS)) == [
        "mine", "theirs", "late",
    ]  # fmt: skip


def test_the_latest_against_the_person_s_cadence_comes_first() -> None:
    assert order(step("paul", 30, PAUL), step("marie", 15, MARIE)) == ["marie", "paul"]


def test_what_is_closed_is_no_follow_up() -> None:
    done = step("done", 9)._replace(state=StepState.DONE)
    let_go = step("gone", 9)._replace(state=StepState.LET_GO)
    assert order(done, let_go, step("open", 1)) == ["open"]


def test_each_carries_its_person_and_how_late_it_is() -> None:
    assert follow_ups(book(step("a", 2)), TODAY) == (FollowUp(step("a", 2), MARIE, 2, 30),)


def test_a_person_who_is_gone_from_the_book_is_told_by_id() -> None:
    (found,) = follow_ups(book(step("a", 2, Person("zoe", "Zoé"))), TODAY)
    assert found.person.name == "zoe"


def test_a_meeting_asks_about_all_with_whom_nothing_is_open() -> None:
    met = Entry("e", datetime(2026, 11, 26, tzinfo=UTC), 45, Kind.MEETING, "g", people=("gone", "marie", "paul"))
    closed = step("a", 0)._replace(state=StepState.DONE)
    assert to_ask_about(met, book()) == to_ask_about(met, book(closed)) == ("marie", "paul")
    assert to_ask_about(met, book(step("a", 0))) == ("paul",)
    assert to_ask_about(met, book(step("a", 0), step("b", 0, PAUL))) == ()
    assert to_ask_about(met._replace(people=()), book()) == ()
    assert to_ask_about(met._replace(kind=Kind.CONTRIBUTION), book()) == ()


def test_a_meeting_may_have_done_the_step_that_names_it() -> None:
    met = Entry("e", datetime(2026, 11, 26, tzinfo=UTC), 45, Kind.MEETING, "g", people=("marie",))
    coffee = step("a", 3)._replace(text="a coffee, at last")
    deck = step("b", 3)._replace(text="send the deck")
    assert closed_by(met, book(coffee, deck, step("c", 0, PAUL))) == (coffee,)
    assert closed_by(met._replace(form="in person"), book(coffee)) == (coffee,)
    assert closed_by(met._replace(form="video"), book(coffee)) == ()
    assert closed_by(met, book(coffee._replace(state=StepState.DONE))) == ()
    assert to_ask_about(met, book(coffee)) == ("marie",)


def test_an_answer_says_for_whom_it_is_and_the_name_once() -> None:
    assert answers("Marie: send my CV", (MARIE,)) == ((MARIE, "send my CV"),)
    assert answers("paul: the deck fri; Marie Dupont: lunch", (MARIE, PAUL)) == (
        (PAUL, "the deck fri"),
        (MARIE, "lunch"),
    )
    assert answers("send the photos", (MARIE, PAUL)) == ((MARIE, "send the photos"), (PAUL, "send the photos"))
    assert answers("note: send it", (MARIE,)) == ((MARIE, "note: send it"),)


def test_who_owes_is_asked_and_who_is_owed_is_sent_it() -> None:
    assert act_words(FollowUp(step("a", 0, owed=Owed.THEIRS), MARIE, 0)) == "ask Marie Dupont for do a"
    assert act_words(FollowUp(step("a", 0, owed=Owed.MINE), MARIE, 0)) == "send Marie Dupont what you promised: do a"


def test_what_is_to_come_stands_by_its_day() -> None:
    assert order(step("wed", -6, PAUL), step("tue", -5, MARIE)) == ["tue", "wed"]


def test_it_is_due_from_its_day_on() -> None:
    found = follow_ups(book(step("late", 1), step("today", 0), step("to come", -1)), TODAY)
    assert sum(each.due for each in found) == 2


def test_it_is_said_with_whom_and_who_owes_it() -> None:
    def told(owed: Owed | None) -> str:
        return step_words(FollowUp(step("a", 0, owed=owed), MARIE, 0))

    assert told(None) == "Marie Dupont: do a"
    assert told(Owed.MINE) == "I owe Marie Dupont: do a"
    assert told(Owed.THEIRS) == "Marie Dupont owes me: do a"


def test_when_it_is_for_is_said_by_the_day_while_it_is_near() -> None:
    told = [when_words(FollowUp(step("a", late), MARIE, late)) for late in (2, 1, 0, -1, -6, -7, -60)]
    assert told == [
        "2 days late",
        "1 day late",
        "due today",
        "due Fri",
        "due Wed",
        "due Thu 3 Dec",
        "due Mon 25 Jan 2027",
    ]


steps = st.builds(
    step,
    st.uuids().map(str),
    st.integers(-400, 400),
    st.sampled_from((MARIE, PAUL)),
    st.sampled_from((None, *Owed)),
)


@given(st.lists(steps, max_size=12))
def test_the_order_hangs_on_the_steps_not_on_their_keeping(some: list[Step]) -> None:
    found = follow_ups(book(*some), TODAY)
    assert found == follow_ups(book(*reversed(some)), TODAY)
    promised = [each.step.owed is not None for each in found]
    assert promised == sorted(promised, reverse=True)


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("send a; semi fri", [("zoe", "send a; semi fri"), ("max", "send a; semi fri")]),
        ("Zoe: the deck; and the list; Max: call", [("zoe", "the deck; and the list"), ("max", "call")]),
        (";; call ;", [("zoe", "call"), ("max", "call")]),
        ("", []),
    ],
)
def test_a_semicolon_before_no_name_is_text(line: str, texts: list[tuple[str, str]]) -> None:
    people = [Person("zoe", "Zoe Lind"), Person("max", "Max Roy")]
    assert [(who.id, said) for who, said in answers(line, people)] == texts
