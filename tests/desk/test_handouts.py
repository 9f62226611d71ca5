"""The hand-out from the desk: what it tells, and what stays of a talk."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.desk import Desk
from planner.domain.counsel import Voice
from planner.domain.errors import Misread, Refused, StoreError
from planner.domain.kinds import Split
from tests.desk.conftest import THURSDAY, At


def test_what_was_decided_comes_back_and_undo_takes_it_away(desk: Desk, at: At) -> None:
    desk.keep_counsel(Voice.QUESTION, "  Which group\n first? ")
    assert desk.handout().questions == ("Which group first?",)
    desk.keep_counsel(Voice.DECIDED, "Two coffees a week")
    later = at(THURSDAY + timedelta(weeks=5)).handout()
    assert later.talk and (later.talk.decided, later.talk.asked) == (("Two coffees a week",), ("Which group first?",))
    assert later.questions == ()
    desk.undo()
    assert desk.handout().talk is None


def test_a_dash_takes_the_latest_back_and_only_where_there_is_one(desk: Desk) -> None:
    for text in ("one?", "two?", "-"):
        desk.keep_counsel(Voice.QUESTION, text)
    assert desk.handout().questions == ("one?",)
    with pytest.raises(Refused):
        desk.keep_counsel(Voice.DECIDED, "-")


def test_no_week_from_before_she_began_counts(desk: Desk) -> None:
    assert (len(desk.handout(52).weeks), desk.handout(52).spent) == (1, None)
    desk.log("c 40 lyon-ux 2026-11-10 12:00")
    desk.log("c 60 lyon-ux")
    assert (len(desk.handout(52).weeks), desk.handout(52).spent) == (3, 20)


def test_it_tells_whom_she_met_by_month_and_by_group(desk: Desk) -> None:
    desk.log('m 45 lyon-ux coffee in person @"Marie Dupont" 2026-11-03 12:00')
    desk.log("m 30 pmi-france video @marie 2026-11-10 12:00")
    desk.log('m 30 pmi-france @marie @"Paul Roy" 2026-10-27 12:00')
    desk.log("w 30 pmi-france read 2026-11-10 20:00")
    told = desk.handout(8)
    assert [each.week.number for each in told.weeks] == [44, 45, 46, 47, 48] and told.logged == Split(0, 105, 30)
    assert [
        (f"{month.first:%m}", [(met.name, met.new, met.in_person) for met in month.people]) for month in told.months
    ] == [
        ("11", [("Marie Dupont", False, True)]),
        ("10", [("Marie Dupont", True, None), ("Paul Roy", True, None)]),
    ]
    assert [(group.name, len(group.people)) for group in told.groups] == [("PMI France", 2), ("Lyon UX", 1)]
    assert desk.handout(2).met == 0
    assert [each.group.name for each in told.followed] == ["Lyon UX", "PMI France"]


@pytest.mark.parametrize("weeks", [0, 53])
def test_a_span_out_of_reach_is_refused(desk: Desk, weeks: int) -> None:
    with pytest.raises(Misread):
        desk.handout(weeks)


def test_a_damaged_book_has_none_a_damaged_week_a_gap(desk: Desk, at: At) -> None:
    desk.log("c 25 lyon-ux")
    for file in ("weeks/2026-W48.json", "book.json"):
        with open(f"{desk.folder}/{file}", "wb") as spoilt:
            spoilt.write(b"{")
        if file != "book.json":
            assert at(THURSDAY).handout().weeks[-1].done is None
    with pytest.raises(StoreError):
        at(THURSDAY).handout()
