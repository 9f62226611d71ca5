"""The mirror: what all groups take, what she has and what fits, before any of them was looked at."""

from __future__ import annotations

from itertools import combinations

import pytest

from planner.domain.budget.budget import Proposal, propose
from planner.domain.budget.mirror import mirror_words
from planner.domain.budget.selection import Asked, fewest_steps
from planner.domain.group import Group, Standing
from planner.domain.plan import STEP


def group(id_: str, upkeep: int | None = None) -> Group:
    return Group(id_, id_, id_.title(), Standing.CANDIDATE, upkeep=upkeep, rank=ord(id_[0]))


LIST = [*(group(name) for name in "abcde"), group("f", 20), group("g", 60), group("h", 90)]


def shown(minutes: int, groups: list[Group] = LIST, *, said: bool = True, asked: Asked = Asked()) -> Proposal:  # noqa: B008
    return propose(minutes, groups, {}, said=said, asked=asked)


def test_it_says_what_all_takes_what_she_has_and_what_fits() -> None:
    unknown = [group(name) for name in "abcdefghijklmnopqrstuvwx"]
    assert mirror_words(shown(300, unknown)).whole == "24 groups: about 18h a week. You have 5h. Six fit."
    assert mirror_words(shown(60, unknown)).whole.endswith("One fits.")
    assert mirror_words(shown(30, unknown)).whole.endswith("None fits.")
    assert mirror_words(shown(45 * 14, unknown)).whole.endswith("14 fit.")


def test_an_upkeep_she_said_is_no_guess() -> None:
    said = [group("a", 30), group("b", 45)]
    assert mirror_words(shown(240, said, said=False)).whole == (
        "2 groups: 1h15 a week. What if you had 4h? All of them fit."
    )


@pytest.mark.parametrize("minutes", range(20, 400, 45))
def test_it_takes_as_many_as_any_choice_that_fits_could(minutes: int) -> None:
    found = shown(minutes)
    sizes = {each.id: fewest_steps(found.selection.upkeeps[each.id]) for each in LIST}
    fitting = (
        len(some)
        for n in range(len(LIST) + 1)
        for some in combinations(sizes.values(), n)
        if sum(some) * STEP <= minutes
    )
    assert len(found.selection.proposed) == max(fitting)
    assert sum(sizes[each.id] for each in found.selection.proposed) * STEP <= minutes


def test_more_minutes_never_make_fewer_groups_fit() -> None:
    counts = [len(shown(minutes).selection.proposed) for minutes in range(15, 480, 15)]
    assert counts == sorted(counts)


def test_its_plan_takes_all_the_minutes_for_those_that_fit() -> None:
    found = shown(300)
    assert found.plan.total.total == 300
    assert set(found.plan.lines) == {each.id for each in found.selection.proposed}
