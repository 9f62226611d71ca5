"""A week's people, as the log tells them. Today is Thursday 26 November 2026."""

from __future__ import annotations

from datetime import timedelta

from planner.domain.book import Book
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.week_people import WeekPeople, week_people
from planner.domain.person import Circle, Person
from planner.domain.step import Owed, Step
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
