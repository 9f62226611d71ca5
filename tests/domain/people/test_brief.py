"""What to ask somebody before a meeting, by what is known of them."""

from __future__ import annotations

from datetime import date, timedelta

from planner.desk import Desk
from planner.domain.group import Group, Nature
from planner.domain.person import Formerly, Person
from tests.desk.conftest import THURSDAY, At, at, desk  # noqa: F401 - fixtures

TODAY = THURSDAY.date()


def _asked(desk: Desk, person: Person) -> tuple[str, ...]:  # noqa: F811
    desk.keep("known", people=[person])
    return tuple(desk.brief(f"@{person.id}").people[0].asks)


def test_who_moved_on_is_asked_how_it_goes(desk: Desk) -> None:  # noqa: F811
    desk.keep("pages", groups=[Group("acme", "acme", "Acme", nature=Nature.COMPANY)])
    moved = Formerly("Acme SA", "buyer", TODAY - timedelta(days=20))
    asked = _asked(desk, Person("bob", "Bob Hart", "Hexagon", "head of design", formerly=(moved,)))
    assert "how it goes since they moved on: head of design, Hexagon" in asked
    assert "who could introduce you at Acme, where they worked" in asked


def test_of_whom_nothing_is_known_it_is_asked_what_they_do(desk: Desk) -> None:  # noqa: F811
    gone = Formerly("", "", date(2010, 1, 1))
    assert _asked(desk, Person("ann", "Ann Lee", formerly=(gone,))) == ("what they do, and where",)
