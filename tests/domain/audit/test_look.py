"""What is proposed for a group at a quick look."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.audit.look import proposed_look
from planner.domain.group import Fit, Group, Nature, Role
from planner.domain.objective import Aim, Objective

TIES = Objective("ties", "Meet people", Aim.RELATIONSHIPS, 1)
SEEN = Objective("seen", "Be seen", Aim.VISIBILITY, 2)
KNOW = Objective("know", "Know the market", Aim.KNOWLEDGE, 3)
ALL = (TIES, SEEN, KNOW)


def group(name: str = "Lyon UX", **fields: object) -> Group:
    return Group("g", "g", name)._replace(**fields)  # type: ignore[arg-type]


def test_a_new_group_is_for_ties_and_serves_the_objective_after_them() -> None:
    assert proposed_look(group(), ALL) == ((Role.TIES,), Fit(2, 2, 2, 2), 30, ("ties",))


@pytest.mark.parametrize("name", ["Startup Jobs", "Newsletter du Grand Lyon", "Actualités RH"])
def test_what_is_only_read_is_for_watching(name: str) -> None:
    assert proposed_look(group(name), ALL) == ((Role.WATCH,), Fit(2, 2, 2, 2), 15, ("know",))


def test_so_is_a_feed() -> None:
    assert proposed_look(group(nature=Nature.FEED), ALL).role is Role.WATCH


def test_the_role_she_gives_it_decides_upkeep_and_objective() -> None:
    assert proposed_look(group(), ALL, Role.VISIBILITY).objectives == ("seen",)
    assert proposed_look(group(), ALL, Role.WATCH)[2:] == (15, ("know",))


def test_where_no_objective_is_after_it_none_is_proposed() -> None:
    assert proposed_look(group(), (KNOW,)).objectives == ()


def test_what_is_known_of_it_stays() -> None:
    known = group(fit=Fit(3, 0, 1, 2), upkeep=50, objectives=("know",))
    assert proposed_look(known, ALL) == ((Role.TIES,), Fit(3, 0, 1, 2), 50, ("know",))


def test_a_second_look_begins_with_what_the_first_one_saw() -> None:
    seen = group(roles=(Role.VISIBILITY,), upkeep=0, next_look=date(2027, 2, 25))
    assert proposed_look(seen, ALL) == ((Role.VISIBILITY,), Fit(), 0, ())


def test_one_answer_sets_all_four_of_the_fit() -> None:
    assert proposed_look(group(), ALL).with_fit(3).fit == Fit(3, 3, 3, 3)
