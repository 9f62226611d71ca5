"""Everybody in the book, searched, narrowed down and sorted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.domain.book import Book
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.tie_list import (
    TieFilter,
    TieList,
    TieOrder,
    best_known_first,
    closer_by_group,
    in_order,
    matching,
    tie_list,
)
from planner.domain.person import Circle, Person
from planner.domain.step import Owed, Step, StepState
from planner.domain.trace import Contact, Trace
from planner.domain.week import Week
from tests.domain.contacts import TODAY, contact

PEOPLE = (
    Person("marie", "Marie Dupont", company="Acme", place="Genève", circle=Circle.PEER, groups=("alumni",)),
    Person("paul", "Paul Roy", position="Directeur", circle=Circle.DECISION_MAKER, cadence=30),
    Person("elodie", "Élodie Œuvrard", note="met at the fair", since=TODAY - timedelta(days=100)),
    Person("tom", "Tom Lefèvre", dormant=True),
    Person("ines", "Inès Faure", since=TODAY),
)
CONTACTS = (
    contact("m", 90, ("marie",)),
    contact("m", 70, ("marie", "paul", "gone")),
    contact("c", 40, ("paul",), group="pmi"),
    contact("w", 30, ("paul",), group="pmi"),
    contact("m", 400, ("tom",)),
    contact("w", 3, ("elodie",)),
)
STEPS = (
    Step("s1", "marie", "write", TODAY + timedelta(days=9)),
    Step("s2", "marie", "send the deck", TODAY + timedelta(days=2), Owed.MINE),
    Step("s3", "paul", "call", TODAY, state=StepState.DONE),
    Step("s4", "ines", "say hello", TODAY + timedelta(days=5)),
)


def listed(contacts: tuple[Contact, ...] = CONTACTS) -> TieList:
    book = Book({}, {}, {person.id: person for person in PEOPLE}, {step.id: step for step in STEPS})
    oldest_first = tuple(sorted(contacts, key=lambda each: each.start))
    return tie_list(book, [Trace(Week.of(TODAY), oldest_first)], TODAY)


def ids(**wanted: object) -> list[str]:
    return [row.person.id for row in matching(listed().rows, TieFilter(**wanted))]  # type: ignore[arg-type]


def test_everybody_in_the_book_has_a_row_and_nobody_else() -> None:
    rows = {row.person.id: row for row in listed().rows}
    assert list(rows) == ["marie", "paul", "elodie", "tom", "ines"]
    assert {id_: row.tie.stage for id_, row in rows.items()} == {
        "marie": Stage.TIED,
        "paul": Stage.MET,
        "elodie": Stage.SPOTTED,
        "tom": Stage.MET,
        "ines": Stage.SPOTTED,
    }


def test_a_row_has_the_soonest_open_step_first() -> None:
    rows = {row.person.id: row for row in listed().rows}
    assert [step.id for step in rows["marie"].steps] == ["s2", "s1"]
    assert rows["marie"].step and rows["marie"].step.id == "s2" and rows["marie"].owed
    assert rows["paul"].step is None and not rows["ines"].owed


def test_groups_are_of_the_record_else_of_contacts_most_used_first() -> None:
    rows = {row.person.id: row for row in listed().rows}
    assert rows["marie"].groups == ("alumni",)
    assert rows["paul"].groups == ("pmi", "lyon-ux")
    assert rows["ines"].groups == ()


def test_the_list_counts_stages_and_warmth_but_no_rest_as_warmth() -> None:
    ties = listed()
    counts = ties.counts()
    assert [counts.at[stage] for stage in Stage] == [2, 0, 2, 1]
    assert [counts.warm[warmth] for warmth in Warmth] == [0, 2, 0]
    assert counts.resting == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["marie", "paul", "elodie", "tom", "ines"]),
        ("mar", ["marie"]),
        ("GENEVE", ["marie"]),
        ("acme dup", ["marie"]),
        ("directeur", ["paul"]),
        ("oeuv", ["elodie"]),
        ("fair", ["elodie"]),
        ("fair paul", []),
        ("lefevre", ["tom"]),
    ],
)
def test_every_word_is_found_in_any_spelling(text: str, found: list[str]) -> None:
    assert ids(text=text) == found


def test_a_list_is_narrowed_down_by_every_condition() -> None:
    assert ids(circle=Circle.PEER) == ["marie"]
    assert ids(stage=Stage.SPOTTED) == ["elodie", "ines"]
    assert ids(warmths=(Warmth.COOLING,)) == ["marie", "paul"]
    assert ids(warmths=(Warmth.WARM, Warmth.COLD)) == []
    assert ids(resting=True) == ["tom"]
    assert ids(group="pmi") == ["paul"]
    assert ids(owed=True) == ["marie"]
    assert ids(circle=Circle.PEER, text="roy") == []


def test_not_contacted_counts_from_their_first_day_but_not_at_rest() -> None:
    assert ids(quiet=40) == ["marie", "paul", "elodie"]
    assert ids(quiet=41) == ["marie", "elodie"]
    assert ids(quiet=101) == []


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (TieOrder.OVERDUE, ["paul", "marie", "tom", "elodie", "ines"]),
        (TieOrder.NAME, ["elodie", "ines", "marie", "paul", "tom"]),
        (TieOrder.LAST, ["paul", "marie", "tom", "elodie", "ines"]),
        (TieOrder.STEP, ["marie", "ines", "elodie", "paul", "tom"]),
        (TieOrder.STAGE, ["marie", "paul", "tom", "elodie", "ines"]),
        (TieOrder.MEETINGS, ["marie", "paul", "tom", "elodie", "ines"]),
    ],
)
def test_a_list_is_sorted(order: TieOrder, first: list[str]) -> None:
    assert [row.person.id for row in in_order(listed().rows, order)] == first


def test_one_row_is_found_by_id() -> None:
    row = listed().row("tom")
    assert row and row.person.name == "Tom Lefèvre" and listed().row("nobody") is None


def test_counts_are_taken_by_one_look_at_everybody() -> None:
    rows, counts = listed().rows, listed().counts()
    assert counts.people == len(rows) == 5
    assert counts.at == {stage: sum(row.tie.stage is stage for row in rows) for stage in Stage}
    assert counts.warm == {warmth: sum(row.tie.warmth is warmth for row in rows) for warmth in Warmth}
    assert counts.resting == sum(row.tie.resting for row in rows) == 1


def test_of_two_people_the_log_tells_who_is_best_known_then_fields() -> None:
    rows = {row.person.id: row for row in listed().rows}
    assert [row.person.id for row in best_known_first(rows["ines"], rows["marie"])] == ["marie", "ines"]
    assert [row.person.id for row in best_known_first(rows["ines"], rows["elodie"])] == ["elodie", "ines"]


def test_a_tie_moved_up_in_the_group_of_the_contact_that_did_it() -> None:
    rows = listed().rows
    assert closer_by_group(rows, TODAY - timedelta(days=80)) == {"lyon-ux": 2}
    assert closer_by_group(rows, TODAY - timedelta(days=69)) == {}
