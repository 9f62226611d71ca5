"""A week's people, as the log tells them. Today is Thursday 26 November 2026."""

from __future__ import annotations

from datetime import timedelta

from planner.domain.book import Book
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.week_people import WeekPeople, week_people
from planner.domain.people.week_people_words import why_words
from planner.domain.person import Circle, Person
from planner.domain.step import Owed, Step, StepState
from planner.domain.trace import Contact
from planner.domain.week import Week
from tests.domain.contacts import TODAY, contact, contacts

WEEK = Week(2026, 48)
MARIE, PAUL, LEA = Person("marie", "Marie"), Person("paul", "Paul"), Person("lea", "Léa", circle=Circle.PRESCRIBER)


def seen(week: Week = WEEK, **known: list[Contact]) -> WeekPeople:
    people = {person.id: person for person in (MARIE, PAUL, LEA)}
    return week_people(week, known, Book({}, {}, people), TODAY)


def test_who_was_met_is_told_with_how_it_was_said_to_be() -> None:
    in_person = [contact("m", 1, form="video"), contact("m", 0, form="in person")]
    people = seen(marie=in_person, paul=[contact("m", 2, form="phone")], lea=[contact("m", 3)])
    assert [(met.person.name, met.how) for met in people.met] == [
        ("Marie", "in person"),
        ("Paul", "remote"),
        ("Léa", "not said"),
    ]
    assert not seen(marie=contacts("c1")).met, "an exchange is no meeting"


def test_who_reached_another_stage_came_closer() -> None:
    people = seen(marie=contacts("m30 m1"), paul=contacts("c1"), lea=contacts("m40 m30 m1"))
    assert [(each.person, each.before, each.after) for each in people.closer] == [
        (MARIE, Stage.MET, Stage.TIED),
        (PAUL, Stage.SPOTTED, Stage.IN_TOUCH),
    ]


def test_the_most_overdue_is_told_first_and_the_wanted_proposed() -> None:
    people = seen(marie=contacts("m130"), paul=contacts("m70"), lea=contacts("m65"))
    assert [(each.person.id, each.warmth, each.days) for each in people.cooling] == [
        ("marie", Warmth.COLD, 130),
        ("paul", Warmth.COOLING, 70),
        ("lea", Warmth.COOLING, 65),
    ]
    assert [each.person.id for each in people.next] == ["lea", "paul", "marie"]


def test_a_week_that_is_over_knows_nothing_of_what_came_later() -> None:
    people = seen(WEEK.plus(-1), marie=contacts("m30 m1"), paul=contacts("m78"))
    assert not people.met and not people.closer
    assert [each.days for each in people.cooling] == [74]


def test_open_promises_are_told_the_soonest_first() -> None:
    steps = [
        Step("late", "marie", "the deck", TODAY + timedelta(days=3), owed=Owed.MINE),
        Step("soon", "marie", "a name", TODAY, owed=Owed.THEIRS),
        Step("none", "marie", "write", TODAY),
    ]
    book = Book({}, {}, {"marie": MARIE})._replace(steps={step.id: step for step in steps})
    assert [step.id for step in week_people(WEEK, {}, book, TODAY).promises] == ["soon", "late"]


def test_a_tie_that_began_to_cool_in_the_week_is_told_apart() -> None:
    people = seen(marie=contacts("m62"), paul=contacts("m70"), lea=contacts("m121"))
    assert [(each.person.id, each.lately) for each in people.cooling] == [
        ("lea", True),
        ("paul", False),
        ("marie", True),
    ]
    assert [each.person.id for each in people.cooled] == ["lea", "marie"]


def test_a_promise_kept_is_told_and_one_let_go_is_not() -> None:
    def promise(id_: str, state: StepState = StepState.OPEN, closed: int | None = None, made: int = 9) -> Step:
        ended = None if closed is None else TODAY - timedelta(days=closed)
        return Step(id_, "marie", id_, TODAY, Owed.MINE, state, made=TODAY - timedelta(days=made), closed=ended)

    steps = [promise("open"), promise("kept", StepState.DONE, 1), promise("gone", StepState.LET_GO, 1)]
    steps += [promise("kept long ago", StepState.DONE, 20)]
    book = Book({}, {}, {"marie": MARIE})._replace(steps={step.id: step for step in steps})
    people = week_people(WEEK, {}, book, TODAY)
    assert [step.id for step in people.promises] == ["kept", "open"] and [step.id for step in people.kept] == ["kept"]
    assert not week_people(WEEK.plus(-2), {}, book, TODAY).promises


def test_who_is_to_be_seen_already_is_shown_as_taken() -> None:
    def proposed(**step: object) -> list[tuple[str, bool]]:
        meant = Step("s", "paul", "coffee", WEEK.plus(1).days[2])._replace(**step)  # type: ignore[arg-type]
        book = Book({}, {}, {"paul": PAUL})._replace(steps={"s": meant})
        people = week_people(WEEK, {"paul": contacts("m70")}, book, TODAY)
        return [(each.person.id, each.step is not None) for each in people.next]

    assert proposed() == [("paul", True)]
    assert proposed(day=TODAY) == []
    assert proposed(state=StepState.DONE) == proposed(owed=Owed.THEIRS) == [("paul", False)]


def test_a_prescriber_never_met_is_proposed_with_why() -> None:
    (lea,) = seen(marie=contacts("m1")).next
    assert (lea.person, why_words(lea)) == (LEA, "prescriber, not met yet")
    (lea,) = seen(lea=contacts("m82")).next
    assert why_words(lea) == "prescriber, cooling: last contact 82 days ago"
