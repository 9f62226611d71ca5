"""Two groups, or two records of one person, made one: nothing that either says is lost."""

from __future__ import annotations

from datetime import date

from planner.domain.audit.merging import follow, merged_group, merged_person, merged_plan, merged_review
from planner.domain.group import Fit, Group, Role, Standing
from planner.domain.kinds import Split
from planner.domain.person import Circle, Formerly, Person
from planner.domain.plan import Plan, Short, whole
from planner.domain.review import Review, Verdict

KEPT = Group("lyon", "lyon-ux", "Lyon UX", Standing.CANDIDATE, worth=2, objectives=("seen",), rank=3)
GONE = Group("ux", "ux", "UX Lyon", roles=(Role.WATCH,), worth=1, joy=3, fit=Fit(1, 2, 3), upkeep=40,
             usual=Split(10, 30, 5), objectives=("meet", "seen"), why="to be seen", rank=1)  # fmt: skip

MARIE = Person("marie-dupont", "Marie Dupont", company="Acme", groups=("lyon-ux",), note="met at the fair")


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
    short = Plan({}, short=Short(0, 5, {"ux": Split(1), "lyon": Split(2)}))
    assert whole(merged_plan(short, "lyon", "ux")).lines == {"lyon": Split(3)}


def test_the_verdict_of_the_one_that_stays_stays() -> None:
    both = Review(verdicts={"lyon": Verdict.MORE, "ux": Verdict.PARK})
    assert merged_review(both, "lyon", "ux").verdicts == {"lyon": Verdict.MORE}
    assert merged_review(Review(verdicts={"ux": Verdict.PARK}), "lyon", "ux").verdicts == {"lyon": Verdict.PARK}


def test_ids_follow_once() -> None:
    assert follow(("a", "ux", "lyon"), "lyon", "ux") == ("a", "lyon")


def test_a_persons_empty_fields_are_filled_and_groups_united() -> None:
    gone = Person(
        "marie", "Marie Dupont", emails=("m@acme.org",), circle=Circle.PEER, groups=("pmi", "lyon-ux"), cadence=30
    )
    merged = merged_person(MARIE, gone)
    assert merged == MARIE._replace(emails=("m@acme.org",), circle=Circle.PEER, groups=("lyon-ux", "pmi"), cadence=30)


def test_notes_are_joined_and_what_was_said_otherwise_is_added() -> None:
    merged = merged_person(MARIE, Person("marie", "Marie D.", company="Globex", note="likes tea"))
    assert (merged.name, merged.company) == ("Marie Dupont", "Acme")
    assert merged.note == "met at the fair; likes tea; also Marie D., Globex"
    assert merged_person(MARIE, MARIE._replace(id="other")).note == "met at the fair"


def test_she_is_known_since_the_earlier_day_and_rests_if_both_do() -> None:
    early, late = date(2025, 1, 1), date(2026, 1, 1)
    assert merged_person(MARIE, MARIE._replace(since=late)).since == late
    assert merged_person(MARIE._replace(since=late), MARIE._replace(since=early)).since == early
    resting = MARIE._replace(dormant=True)
    assert merged_person(resting, resting).dormant and not merged_person(resting, MARIE).dormant


def test_she_is_connected_since_the_earlier_day() -> None:
    early, late = date(2025, 1, 1), date(2026, 1, 1)
    one = MARIE._replace(known=late, formerly=(Formerly("Acme", "lead", late),))
    other = MARIE._replace(known=early, formerly=(Formerly("Nord", "", early), *one.formerly))
    merged = merged_person(one, other)
    assert merged.known == early
    assert merged.formerly == (Formerly("Nord", "", early), Formerly("Acme", "lead", late))
