"""Two groups made one."""

from __future__ import annotations

from planner.domain.group import Fit, Group, Role, Standing
from planner.domain.kinds import Split
from planner.domain.merging import follow, merged_group, merged_plan, merged_review
from planner.domain.plan import Plan
from planner.domain.review import Review, Verdict

KEPT = Group("lyon", "lyon-ux", "Lyon UX", Standing.CANDIDATE, worth=2, objectives=("seen",), rank=3)
GONE = Group("ux", "ux", "UX Lyon", role=Role.WATCH, worth=1, joy=3, fit=Fit(1, 2, 3), upkeep=40,
             usual=Split(10, 30, 5), objectives=("meet", "seen"), why="to be seen", rank=1)  # fmt: skip


def test_what_is_there_stays_and_what_is_empty_is_filled() -> None:
    merged = merged_group(KEPT, GONE)
    assert (merged.id, merged.slug, merged.name, merged.rank, merged.worth, merged.role) == (*KEPT[:3], 3, 2, Role.TIES)
    assert (merged.joy, merged.fit, merged.upkeep, merged.usual, merged.why) == (
        3,
        *GONE[6:7],
        40,
        GONE.usual,
        GONE.why,
    )
    assert merged.objectives == ("seen", "meet")
    assert merged.standing is Standing.SELECTED


def test_a_plan_keeps_its_total() -> None:
    plan = Plan({"lyon": Split(10, 20, 30), "ux": Split(1, 2, 3), "pmi": Split(5)})
    merged = merged_plan(plan, "lyon", "ux")
    assert merged.total == plan.total and merged.lines["lyon"] == Split(11, 22, 33) and "ux" not in merged.lines
    assert merged_plan(Plan({"ux": Split(1)}), "lyon", "ux").lines == {"lyon": Split(1)}
    assert merged_plan(Plan({}), "lyon", "ux") == Plan({})


def test_the_verdict_of_the_one_that_stays_stays() -> None:
    both = Review(verdicts={"lyon": Verdict.MORE, "ux": Verdict.PARK})
    assert merged_review(both, "lyon", "ux").verdicts == {"lyon": Verdict.MORE}
    assert merged_review(Review(verdicts={"ux": Verdict.PARK}), "lyon", "ux").verdicts == {"lyon": Verdict.PARK}


def test_ids_follow_once() -> None:
    assert follow(("a", "ux", "lyon"), "lyon", "ux") == ("a", "lyon")
