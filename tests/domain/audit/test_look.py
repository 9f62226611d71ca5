"""What is proposed for a group at a quick look."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.audit.look import Look, proposed_look, proposed_looks
from planner.domain.group import Fit, Group, Nature, Role
from planner.domain.objective import Aim, Objective

TIES = Objective("ties", "Meet people", Aim.RELATIONSHIPS, 1)
SEEN = Objective("seen", "Be seen", Aim.VISIBILITY, 2)
KNOW = Objective("know", "Know the market", Aim.KNOWLEDGE, 3)
ALL = (TIES, SEEN, KNOW)


def group(name: str = "Lyon UX", **fields: object) -> Group:
    return Group("g", "g", name)._replace(**fields)  # type: ignore[arg-type]


def test_a_new_group_is_for_ties_and_serves_the_objective_after_them() -> None:
    assert proposed_look(group(), ALL) == ((Role.TIES,), Fit(2, 2, 2, 2), 45, ("ties",))


@pytest.mark.parametrize("name", ["Startup Jobs", "Newsletter du Grand Lyon", "Actualités RH"])
def test_what_is_only_read_is_for_watching(name: str) -> None:
    assert proposed_look(group(name), ALL) == ((Role.WATCH,), Fit(2, 2, 2, 2), 45, ("know",))


def test_so_is_a_feed() -> None:
    assert proposed_look(group(nature=Nature.FEED), ALL).role is Role.WATCH


def test_the_role_she_gives_it_decides_its_objective() -> None:
    assert proposed_look(group(), ALL, Role.VISIBILITY).objectives == ("seen",)
    assert proposed_look(group(), ALL, Role.WATCH)[2:] == (45, ("know",))


def test_where_no_objective_is_after_it_none_is_proposed() -> None:
    assert proposed_look(group(), (KNOW,)).objectives == ()


def test_what_is_known_of_it_stays() -> None:
    known = group(fit=Fit(3, 0, 1, 2), upkeep=50, objectives=("know",))
    assert proposed_look(known, ALL) == ((Role.TIES,), Fit(3, 0, 1, 2), 50, ("know",))


def test_a_second_look_begins_with_what_the_first_one_saw() -> None:
    seen = group(roles=(Role.VISIBILITY,), upkeep=0, next_look=date(2027, 2, 25))
    assert proposed_look(seen, ALL) == ((Role.VISIBILITY,), Fit(), 0, ())


def test_what_it_counted_until_now_is_proposed_as_its_upkeep() -> None:
    assert proposed_look(group(), ALL, usual=35).upkeep == 35
    assert proposed_look(group(upkeep=50), ALL, usual=35).upkeep == 50


FEW = (Group("a", "a", "Lyon UX"), Group("b", "b", "PMI France"), Group("c", "c", "Alumni Lyon"))


def test_an_objective_that_none_would_serve_is_proposed_for_one() -> None:
    proposed = proposed_looks(FEW, ALL, {}, {})
    assert proposed.looks["a"].objectives == ("ties", "seen") and proposed.looks["a"].roles[1] is Role.VISIBILITY
    assert proposed.looks["b"].objectives == ("ties", "know") and proposed.looks["b"].roles[1] is Role.WATCH
    assert proposed.looks["c"].objectives == ("ties",)
    assert "“Be seen” by Lyon UX" in proposed.words and not proposed.unserved


def test_it_is_the_one_whose_name_says_so_or_that_fits_best() -> None:
    named = (*FEW, Group("d", "d", "Cercle des dirigeants"))
    assert proposed_looks(named, ALL, {}, {}).looks["d"].objectives == ("seen",)
    fitting = (*FEW[:2], FEW[2]._replace(fit=Fit(3, 3, 3, 3)))
    assert "seen" in proposed_looks(fitting, ALL, {}, {}).looks["c"].objectives


def test_what_she_answered_or_saw_is_not_touched() -> None:
    hers = Look((Role.TIES,), Fit(1, 1, 1, 1), 30, ("ties",))
    seen = FEW[1]._replace(next_look=date(2027, 2, 25), objectives=("ties",))
    proposed = proposed_looks((FEW[0], seen), (TIES, SEEN), {}, {"a": hers})
    assert proposed.looks["a"] == hers and proposed.looks["b"].objectives == ("ties",)
    assert proposed.words == "None of them serves “Be seen”."


def test_one_answer_sets_all_four_of_the_fit() -> None:
    assert proposed_look(group(), ALL).with_fit(3).fit == Fit(3, 3, 3, 3)
