"""Suggesting a plan, and the reality check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.budget.budget import blend, reality, shared, suggest
from planner.domain.budget.selection import weight
from planner.domain.errors import Misread
from planner.domain.group import Fit, Group, Nature, Role, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.objective import Aim, Objective, Pursuit
from planner.domain.plan import STEP, WEEK
from tests.calls import steps_of

OBJECTIVES = {
    "seen": Objective("seen", "Be seen", Aim.VISIBILITY, rank=1),
    "meet": Objective("meet", "Meet people", rank=2),
    "old": Objective("old", "The first job", rank=3, pursuit=Pursuit.DROPPED),
    "fourth": Objective("fourth", "Learn", Aim.KNOWLEDGE, rank=4),
}


def group(id_: str, **more: object) -> Group:
    return Group(id_, id_, id_.title(), **more)  # type: ignore[arg-type]


scores = st.integers(0, 3)
groups = st.lists(
    st.builds(
        Group,
        id=st.text("abcdefgh", min_size=1, max_size=4),
        slug=st.just("slug"),
        name=st.just("Name"),
        standing=st.sampled_from([*Standing, Standing.SELECTED, Standing.SELECTED]),
        nature=st.sampled_from(Nature),
        roles=st.lists(st.sampled_from(Role), min_size=1, unique=True).map(tuple),
        fit=st.builds(Fit, scores, scores, scores, scores),
        worth=scores,
        joy=scores,
        upkeep=st.integers(0, 90),
        objectives=st.lists(st.sampled_from([*OBJECTIVES, "unknown"]), unique=True).map(tuple),
        rank=st.integers(0, 3),
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda each: each.id,
).filter(lambda many: any(each.standing is Standing.SELECTED for each in many))


@given(groups, st.integers(90, 900))
def test_the_total_is_exact_and_nobody_gets_less_than_its_upkeep(many: list[Group], minutes: int) -> None:
    suggestion = suggest(minutes, many, OBJECTIVES)
    selected = {each.id: each for each in many if each.standing is Standing.SELECTED}
    lines = suggestion.plan.lines
    assert suggestion.plan.total.total == suggestion.minutes == minutes
    kept = [each for each in selected.values() if each.id not in {out.id for out, _ in suggestion.left_out}]
    assert sum(max(STEP, each.upkeep or 0) for each in kept) <= suggestion.plan.total.total
    assert all(cell >= 0 for line in lines.values() for cell in line)
    assert set(lines) <= {each.id for each in kept}
    assert suggestion.needed == sum(each.upkeep or 0 for each in selected.values())


@given(groups, st.integers(90, 900))
def test_every_meeting_is_a_whole_one(many: list[Group], minutes: int) -> None:
    lines = suggest(minutes - minutes % STEP, many, OBJECTIVES).plan.lines
    met = {each.id: -(-each.usual.meeting // STEP) * STEP for each in many if each.id in lines and not _read(each)}
    assert all(lines[id_].meeting % length == 0 for id_, length in met.items() if length)


def _read(group: Group) -> bool:
    return group.nature.only_watched or Role.WATCH in group.roles


def test_a_group_that_met_before_lets_the_others_meet_first() -> None:
    many = [group(name) for name in ("a", "b", "c", "d")]
    first = suggest(240, many, {}).plan
    met = {id_ for id_, line in first.lines.items() if line.meeting}
    second = suggest(240, many, {}, met=met).plan
    assert met and met.isdisjoint(id_ for id_, line in second.lines.items() if line.meeting)


def test_what_may_be_read_is_shared_but_for_groups_only_to_be_read() -> None:
    plan = suggest(200, [group("a"), group("b", roles=(Role.WATCH,))], {}).plan
    assert plan.lines["a"].watching == 0 and plan.lines["b"].watching == 70
    assert plan.total.watching == plan.shared + 70


@given(groups, st.integers(90, 900), st.randoms())
def test_the_order_of_the_groups_does_not_change_the_plan(many: list[Group], minutes: int, random: object) -> None:
    mixed = list(many)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert suggest(minutes, mixed, OBJECTIVES) == suggest(minutes, many, OBJECTIVES)


@given(groups, st.integers(90, 900))
def test_a_feed_or_company_page_has_nothing_but_watching(many: list[Group], minutes: int) -> None:
    lines = suggest(minutes, many, OBJECTIVES).plan.lines
    assert all(not lines[each.id].hands for each in many if each.id in lines and each.nature.only_watched)


@given(groups, st.integers(18, 180))
def test_only_the_last_minutes_leave_the_grid(many: list[Group], steps: int) -> None:
    plan = suggest(steps * STEP, many, OBJECTIVES).plan
    assert all(cell % STEP == 0 for line in plan.lines.values() for cell in line)
    odd = suggest(steps * STEP + 3, many, OBJECTIVES).plan
    assert [cell % STEP for line in (*odd.lines.values(), odd.total) for cell in line if cell % STEP] == [3, 3]


def test_equal_groups_share_equally() -> None:
    plan = suggest(240, [group("a"), group("b"), group("c")], {}).plan
    assert {line.total for line in plan.lines.values()} == {70} and plan.shared == 30


def test_what_is_over_the_upkeep_is_shared_by_weight() -> None:
    light, heavy = group("light", upkeep=30), group("heavy", worth=1, upkeep=10)
    assert (weight(light, {}), weight(heavy, {})) == (1, 4)
    plan = suggest(90, [light, heavy], {}).plan
    assert (plan.lines["light"].total, plan.lines["heavy"].total, plan.shared) == (35, 45, 10)


def test_fit_worth_and_joy_weigh() -> None:
    plain = weight(group("a"), {})
    assert weight(group("a", fit=Fit(1, 2, 3, 0)), {}) - plain == 6
    assert weight(group("a", worth=2), {}) - plain == 6
    assert weight(group("a", joy=2), {}) - plain == 6
    assert weight(group("a", joy=3), {}, {"a": 1}) - plain == 3  # what was felt lately, over the first look


def test_an_objective_weighs_by_its_rank_and_only_while_it_is_active() -> None:
    weights = [weight(group("a", objectives=(id_,)), OBJECTIVES) for id_ in ("seen", "meet", "fourth", "old", "gone")]
    assert weights == [7, 5, 2, 1, 1]


def test_the_last_minutes_go_to_the_heaviest_groups_main_kind() -> None:
    seen = group("seen", joy=3, roles=(Role.VISIBILITY,))
    whole = suggest(120, [group("a"), seen], {}).plan
    assert suggest(124, [group("a"), seen], {}).plan.lines["seen"] == whole.lines["seen"].plus(Kind.CONTRIBUTION, 4)


@pytest.mark.parametrize(
    ("role", "split"),
    [(Role.TIES, Split(45, 45)), (Role.VISIBILITY, Split(90)), (Role.WATCH, Split(30, 0, 70))],
)
def test_the_role_splits_a_groups_minutes(role: Role, split: Split) -> None:
    plan = suggest(100, [group("a", roles=(role,))], {}).plan
    assert plan.lines == {"a": split} and plan.shared == 100 - split.total


def test_several_roles_blend_the_kinds_and_the_first_counts_twice() -> None:
    assert blend((Role.TIES,)) == Split(5, 4, 1)
    assert blend((Role.TIES, Role.WATCH)) == Split(12, 9, 9)
    assert blend((Role.WATCH, Role.TIES)) == Split(9, 6, 15)
    plan = suggest(100, [group("a", roles=(Role.WATCH, Role.TIES))], {}).plan
    assert plan.lines == {"a": Split(50, 0, 50)} and not plan.shared


def test_a_group_whose_upkeep_is_more_than_there_is_is_named() -> None:
    big = group("big", upkeep=120)
    suggestion = suggest(60, [big, group("a", upkeep=60)], {})
    assert list(suggestion.plan.lines) == ["a"]
    assert suggestion.left_out == ((big, "its upkeep is more than the 1h there are"),)
    assert suggestion.needed == 180


def test_a_group_left_out_for_better_ones_says_why_truthfully() -> None:
    dull, good = group("dull", upkeep=30), group("good", upkeep=30, worth=3)
    suggestion = suggest(45, [dull, good], {})
    words = "its upkeep does not fit, and it is worth less a minute than the others"
    assert suggestion.left_out == ((dull, words),)
    dense = group("dense", upkeep=30, worth=3, joy=3, fit=Fit(3, 3, 3, 3))
    pair = [group("p", upkeep=25, worth=3, joy=3), group("q", upkeep=25, worth=3, joy=3)]
    suggestion = suggest(50, [dense, *pair], {})
    assert suggestion.left_out == ((dense, "its upkeep does not fit beside groups that are worth more together"),)


@pytest.mark.parametrize("minutes", [-5, 0, 4, WEEK + 1])
def test_minutes_that_cannot_be_shared_are_refused(minutes: int) -> None:
    with pytest.raises(Misread, match=f"“{minutes}”"):
        suggest(minutes, [group("a")], {})
    with pytest.raises(Misread, match=f"“{minutes}”"):
        reality([group("a")], minutes)


def test_without_a_selected_group_it_says_how_to_add_one() -> None:
    with pytest.raises(Misread, match="planner group add"):
        suggest(240, [group("a", standing=Standing.CANDIDATE)], {})


def test_when_no_upkeep_fits_it_names_the_smallest() -> None:
    with pytest.raises(Misread, match="in 30 min: B, the smallest, takes 45 min"):
        suggest(30, [group("a", upkeep=60), group("b", upkeep=45)], {})


@given(st.integers(0, 500), st.lists(st.integers(0, 40), min_size=1, max_size=9).filter(any))
def test_shares_are_exact_and_within_one_step_of_their_quota(steps: int, weights: list[int]) -> None:
    shares = shared(steps, weights)
    assert sum(shares) == steps
    assert all(
        abs(share * sum(weights) - steps * each) < sum(weights) for share, each in zip(shares, weights, strict=True)
    )


def test_the_largest_remainders_get_the_steps_that_are_over() -> None:
    assert shared(7, (50, 30, 20)) == (4, 2, 1)


def test_reality_counts_every_group_she_has_not_left() -> None:
    standings = zip(Standing, (10, 200, 300, 999), strict=True)
    many = [group(standing.value, standing=standing, upkeep=upkeep) for standing, upkeep in standings]
    assert reality(many, 240) == (510, 240, 2.1, 3, 0, True)


def test_two_hundred_groups_are_little_more_than_twice_the_work() -> None:
    many = [group(f"g{n:03}", upkeep=5 + n * 7 % 60, worth=n % 4, joy=n % 3, fit=Fit(n % 4)) for n in range(200)]

    def work(groups: int) -> int:
        return steps_of(lambda: suggest(2400, many[:groups], OBJECTIVES))

    assert work(200) < 3 * work(100) < 100_000
