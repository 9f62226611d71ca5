"""Two groups made one, wherever the one that goes was written down."""

from __future__ import annotations

from datetime import datetime

import pytest

from planner.desk import Desk
from planner.domain.appointment import Appointment
from planner.domain.audit.uses import uses_words
from planner.domain.errors import Misread
from planner.domain.kinds import Split
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.review import Review, Verdict
from tests.known import known


@pytest.fixture
def two(desk: Desk) -> Desk:
    week = desk.this_week()
    desk.log("c 25 lyon-ux")
    desk.log("w 40 pmi")
    desk.log("m 30 pmi -7d @Marie")
    desk.set_plan(week, Plan({"lyon-ux": Split(60, 60, 15), "pmi-france": Split(0, 30, 20)}))
    desk.save_review(week, Review(verdicts={"pmi-france": Verdict.MORE}))
    meeting = Appointment("a1", datetime(2026, 11, 27, 12, tzinfo=desk.now().tzinfo), 45, group="pmi-france")
    desk.keep("Kept", people=[Person("paul", "Paul", groups=("pmi-france",))], appointments=[meeting])
    desk.start("w pmi")
    return desk


def test_everything_follows_and_one_undo_takes_it_back(two: Desk) -> None:
    before = two.book(), two.report(), two.timer()
    change = two.merge_groups("lyon-ux", "pmi")
    week = two.this_week()
    assert change.standing == "2 entries moved with it."
    assert list(two.book().groups) == ["lyon-ux"]
    assert {entry.group for entry in two.report().entries} == {"lyon-ux"}
    assert two.report(week.plus(-1)).entries[0].group == "lyon-ux"
    assert two.plan(week) == Plan({"lyon-ux": Split(60, 90, 35)})
    assert known(two.review(week)).review.verdicts == {"lyon-ux": Verdict.MORE}
    assert two.book().people["paul"].groups == ("lyon-ux",)
    assert two.book().appointments["a1"].group == "lyon-ux"
    assert two.timer() and two.timer().group == "lyon-ux"  # type: ignore[union-attr]
    two.undo()
    assert (two.book(), two.report(), two.timer()) == before
    two.redo()
    assert list(two.book().groups) == ["lyon-ux"]


def test_a_group_is_not_merged_into_itself(two: Desk) -> None:
    with pytest.raises(Misread, match="one group already"):
        two.merge_groups("lyon-ux", "Lyon UX")


def test_what_would_follow_can_be_known_before(two: Desk) -> None:
    assert two.uses_of("pmi") == (2, 1, 2, 1, True)
    assert uses_words(two.uses_of("pmi")) == "2 entries, 1 plan, 2 people, 1 appointment and the running timer"
    assert two.mergeable("lyon", "pmi-france").id == "lyon-ux"
    with pytest.raises(Misread, match="one group already"):
        two.mergeable("pmi", "pmi-france")


def test_of_nothing_that_moved_nothing_is_said(desk: Desk) -> None:
    assert desk.merge_groups("lyon-ux", "pmi").standing == ""
    for name in ("Paul Roy", "P. Roy"):
        desk.add_person(name)
    assert desk.merge_people("paul-roy", "p-roy").standing == ""
