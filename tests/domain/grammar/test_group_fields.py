"""A group's fields as data: read, typed and said, each the way back of the other."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.errors import Misread
from planner.domain.grammar.fields import Field
from planner.domain.grammar.group_fields import FIELDS
from planner.domain.group import Fit, Group, Nature, Role, Standing
from planner.domain.kinds import Split
from planner.domain.objective import Objective

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
BOOK = Book({"seen": Objective("seen", "Be seen"), "meet": Objective("meet", "Meet people")}, {}, {})
LYON = Group(
    "lyon-ux",
    "lyon-ux",
    "Lyon UX",
    fit=Fit(3, 2, 1, 0),
    upkeep=90,
    objectives=("seen", "meet"),
    address="https://lyon-ux.org",
    since=date(2024, 3, 1),
    next_look=date(2027, 2, 25),
)


def field(name: str) -> Field:
    return next(each for each in FIELDS if each.name == name)


def test_the_sheet_has_every_field_that_she_writes() -> None:
    assert {each.name.partition(".")[0] for each in FIELDS} == set(Group._fields) - {"id", "rank", "added", "sources"}


@pytest.mark.parametrize("each", FIELDS, ids=lambda each: each.name)
def test_what_is_proposed_reads_back(each: Field) -> None:
    assert each.read(each.typed(LYON), BOOK, NOW) == each.value(LYON)


@pytest.mark.parametrize(
    ("name", "typed", "held"),
    [
        ("name", " Lyon \x1b[31mDesign\x1b[0m ", "Lyon Design"),
        ("fit.trade", "2", 2),
        ("joy", "0", 0),
        ("roles", "watch", (Role.WATCH,)),
        ("roles", "Veille + ties, watch", (Role.WATCH, Role.TIES)),
        ("nature", "company page", Nature.COMPANY),
        ("upkeep", "1h30", 90),
        ("upkeep", "45 min", 45),
        ("upkeep", "", None),
        ("usual.meeting", "1h", 60),
        ("objectives", "meet, #seen, meet", ("meet", "seen")),
        ("objectives", "", ()),
        ("address", "lyon-ux.org", "https://lyon-ux.org"),
        ("address", "", ""),
        ("since", "3 Nov", date(2026, 11, 3)),
        ("since", "", None),
        ("next_look", "monday", date(2026, 11, 30)),
        ("why", "to meet [b]people[/b]", "to meet [b]people[/b]"),
    ],
)
def test_texts_are_read(name: str, typed: str, held: object) -> None:
    assert field(name).read(typed, BOOK, NOW) == held


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("worth", "4", "“4” is no mark; write 0, 1, 2 or 3."),
        ("upkeep", "soon", "“soon” is no length of time; write 45 or 1h30."),
        ("upkeep", "200h", "is no length of time to plan"),
        ("usual.watching", "0", "“0” is no length of time"),
        ("objectives", "fame", "There is no objective “#fame”"),
        ("address", "javascript:alert(1)", "only http:// and https:// are ever opened"),
        ("since", "someday", "“someday” is no day"),
    ],
)
def test_what_is_unread_is_said(name: str, typed: str, said: str) -> None:
    with pytest.raises(Misread) as raised:
        field(name).read(typed, BOOK, NOW)
    assert said in str(raised.value)


@given(st.text(max_size=80))
def test_no_text_brings_more_than_a_misreading(text: str) -> None:
    for each in FIELDS:
        if not each.choices:
            try:
                each.read(text, BOOK, NOW)
            except Misread:
                continue


def test_a_part_changes_alone() -> None:
    assert field("fit.place").changed(LYON, 3) == {"fit": Fit(3, 2, 3, 0)}
    assert field("usual.meeting").changed(LYON, 60) == {"usual": Split(20, 60, 15)}
    assert field("roles").changed(LYON, (Role.WATCH,)) == {"roles": (Role.WATCH,)}


def test_words_go_round_and_marks_from_end_to_end() -> None:
    assert field("standing").beside(LYON._replace(standing=Standing.LEFT), 1) is Standing.CANDIDATE
    assert field("fit.trade").beside(LYON, 1) == 3
    assert field("fit.interest").beside(LYON, -1) == 0
    assert field("fit.place").beside(LYON, 1) == 2


def test_days_minutes_and_objectives_are_said_as_people_do() -> None:
    assert field("since").said(LYON, BOOK) == "Fri 1 Mar 2024"
    assert field("upkeep").said(LYON, BOOK) == "1h30"
    assert field("objectives").said(LYON, BOOK) == "Be seen and Meet people"
    assert field("upkeep").said(LYON._replace(upkeep=None), BOOK) == ""


def test_what_a_filter_looks_in_is_said_without_a_book() -> None:
    searched = [each for each in FIELDS if each.searched]
    assert [each.name for each in searched] == ["name", "standing", "roles", "nature", "platform", "place"]
    assert [each.said(LYON, Book({}, {}, {})) for each in searched][:4] == ["Lyon UX", "selected", "ties", "community"]


def test_a_word_is_one_of_a_few_with_hyphens_spaces_or_none() -> None:
    assert field("nature").read("Company-Page", BOOK, NOW) is Nature.COMPANY
    with pytest.raises(Misread, match="“boss” is no role; choose one of ties, visibility, watch"):
        field("roles").read("ties, boss", BOOK, NOW)


@pytest.mark.parametrize("text", ["", " , ", "-"])
def test_a_group_without_any_role_is_refused(text: str) -> None:
    with pytest.raises(Misread, match="ties, visibility, watch"):
        field("roles").read(text, BOOK, NOW)


def test_every_field_but_name_and_pairs_has_an_option() -> None:
    without = {each.name.partition(".")[0] for each in FIELDS if each.option is None}
    assert without == {"name", "fit", "usual"}
