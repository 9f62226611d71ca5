"""Ties outlast jobs and places: where somebody was stays known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.people.moved_on import formerly_words, moved_on
from planner.domain.person import Formerly, Person

TODAY = date(2026, 11, 26)
MARIE = Person("marie", "Marie", "Acme", "buyer", "Lyon", since=TODAY - timedelta(days=90))


def moved(**fields: Any) -> tuple[Formerly, ...]:
    return moved_on(MARIE, MARIE._replace(**fields), TODAY).formerly


def test_another_company_or_position_keeps_both_as_they_were() -> None:
    assert moved(company="Globex") == moved(position="head") == (Formerly("Acme", "buyer", TODAY),)
    assert moved(company="") == (Formerly("Acme", "buyer", TODAY),)


def test_another_place_alone_keeps_the_place() -> None:
    assert moved(place="Paris") == (Formerly("", "", TODAY, "Lyon"),)
    assert moved(place="Paris", company="Globex") == (Formerly("Acme", "buyer", TODAY, "Lyon"),)


@pytest.mark.parametrize("fields", [{"company": "ACME, Inc."}, {"position": "Buyer"}, {"place": "lyon"}, {"note": "x"}])
def test_another_spelling_is_no_change(fields: dict[str, str]) -> None:
    assert moved(**fields) == ()


def test_what_was_not_known_is_only_learnt() -> None:
    nobody = Person("paul", "Paul")
    assert moved_on(nobody, nobody._replace(company="Acme", place="Lyon"), TODAY).formerly == ()


def test_what_is_put_right_on_the_same_day_is_no_second_change() -> None:
    new = MARIE._replace(since=TODAY)
    assert moved_on(new, new._replace(company="Globex"), TODAY).formerly == ()
    once = moved_on(MARIE, MARIE._replace(company="Glolex"), TODAY)
    assert moved_on(once, once._replace(company="Globex"), TODAY).formerly == once.formerly


def test_the_latest_is_told_first() -> None:
    once = moved_on(MARIE, MARIE._replace(company="Globex"), TODAY - timedelta(days=20))
    twice = moved_on(once, once._replace(company="Initech"), TODAY)
    assert formerly_words(twice, TODAY) == "buyer, Globex, until Thu 26 Nov; buyer, Acme, until Fri 6 Nov"
