"""Fields of an entry said anew. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from planner.clock import Clock
from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.errors import Misread
from planner.domain.grammar.amend import Amendment, amended, rewritten
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.objective import Objective
from planner.domain.person import Person

GROUPS = {id_: Group(id_, id_, name) for id_, name in (("lyon-ux", "Lyon UX"), ("pmi", "PMI France"))}
BOOK = Book({"seen": Objective("seen", "Be seen")}, GROUPS, {"paul": Person("paul", "Paul Roy")})


@pytest.fixture
def now(thursday: Clock) -> datetime:
    return thursday.now()


@pytest.fixture
def entry(now: datetime) -> Entry:
    return Entry("a", now - timedelta(hours=3), 45, Kind.MEETING, "lyon-ux", "video", ("paul",), timed=True)


def test_each_field_is_said_by_itself(entry: Entry, now: datetime) -> None:
    said = Amendment(group="PMI", objectives="#seen", note=" talked \t on", form="in-person", minutes="1h")
    kept = amended(entry, said, BOOK, now).entry
    assert (kept.group, kept.objectives, kept.note, kept.form) == ("pmi", ("seen",), "talked on", "in person")
    assert (kept.minutes, kept.people, kept.start) == (60, ("paul",), entry.start)


def test_another_kind_leaves_the_form_behind(entry: Entry, now: datetime) -> None:
    assert amended(entry, Amendment(kind="m"), BOOK, now).entry.form == "video"
    assert amended(entry, Amendment(kind="c"), BOOK, now).entry.form is None
    assert amended(entry, Amendment(kind="phone"), BOOK, now).entry.form == "phone"
    assert amended(entry, Amendment(form=""), BOOK, now).entry.form is None


@pytest.mark.parametrize(
    "said",
    [
        Amendment(form="post"),
        Amendment(kind="dance"),
        Amendment(minutes="soon"),
        Amendment(group="nowhere"),
        Amendment(objectives="#nothing-such"),
        Amendment(start="18:30"),
    ],
)
def test_what_is_none_of_its_kind_is_refused(said: Amendment, entry: Entry, now: datetime) -> None:
    with pytest.raises(Misread):
        amended(entry, said, BOOK, now)


def test_new_people_are_named_to_be_made(entry: Entry, now: datetime) -> None:
    kept = amended(entry, Amendment(people="@paul, Zoé Lang"), BOOK, now)
    assert (kept.entry.people, kept.new_people) == (("paul",), ("Zoé Lang",))


def test_a_day_alone_keeps_the_time_and_no_day_keeps_both(entry: Entry, now: datetime) -> None:
    moved = rewritten(entry, "c 25 lyon-ux yesterday", BOOK, now).entry
    assert moved.start == entry.start - timedelta(days=1)
    assert rewritten(entry, "c 25 lyon-ux", BOOK, now).entry.start == entry.start
    with pytest.raises(Misread):
        rewritten(entry, "c 1h60 lyon-ux", BOOK, now)
