"""Selecting the few groups that fit: exact, serving each objective, and with true words for what is left out."""

from __future__ import annotations

from itertools import combinations_with_replacement, product

import pytest

from planner.domain.budget.knapsack import Item, best_subset, most_needs
from planner.domain.budget.selection import Asked, choose, select, selection_words, weight
from planner.domain.budget.upkeep import upkeeps
from planner.domain.errors import Misread
from planner.domain.group import Fit, Group, Nature, Standing
from planner.domain.objective import Aim, Objective, Pursuit

SEEN = Objective("seen", "Be seen", Aim.VISIBILITY, rank=1)
MEET = Objective("meet", "Meet people", rank=2)
OLD = Objective("old", "The first job", rank=1, pursuit=Pursuit.DROPPED)
OBJECTIVES = {each.id: each for each in (SEEN, MEET, OLD)}


def group(id_: str, upkeep: int, **more: object) -> Group:
    return Group(id_, id_, id_.title(), **more)._replace(upkeep=upkeep)  # type: ignore[arg-type]


def test_every_small_case_is_as_good_as_the_best_of_all_choices() -> None:
    kinds = [Item(size, value, serves) for size, value, serves in product((1, 2, 3), (0, 2, 3), (0, 1, 2))]
    for number, chosen in enumerate(combinations_with_replacement(kinds, 3)):
        things = chosen[::-1] if number % 2 else chosen
        for capacity in (0, 2, 3, 5):
            wanted = most_needs(things, capacity, 0b11)
            taken = [things[index] for index in best_subset(things, capacity, 0b11)]
            assert sum(thing.size for thing in taken) <= capacity
            assert sum(thing.value for thing in taken) == _best_by_trying(things, capacity, wanted)


def _best_by_trying(things: tuple[Item, ...], capacity: int, wanted: int) -> int:
    best = -1
    for mask in range(1 << len(things)):
        taken = [thing for index, thing in enumerate(things) if mask >> index & 1]
        served = 0
        for thing in taken:
            served |= thing.serves
        if sum(thing.size for thing in taken) <= capacity and served & wanted == wanted:
            best = max(best, sum(thing.value for thing in taken))
    return best


def test_what_she_parked_is_left_out_as_such_since_it_is_counted() -> None:
    parked = group("parked", 30, standing=Standing.PARKED)
    found = select(60, [group("a", 30), parked], {})
    assert found.left_out == ((parked, "you have parked it"),) and found.leaving == ()
    assert "parked" in {each.id for each in select(60, [group("a", 30), parked], {}, parked=True).proposed}


def test_the_best_choice_is_named_beside_the_present_one() -> None:
    dear = group("dear", 60, worth=1, standing=Standing.SELECTED)
    cheap = [group(name, 30, worth=1, standing=Standing.CANDIDATE) for name in ("a", "b")]
    found = select(60, [dear, *cheap], {})
    assert [each.id for each in found.proposed] == ["a", "b"]
    assert (found.value, found.present_value) == (8, 4)
    assert (found.needed, found.present_needed) == (60, 60)
    assert [each.id for each in found.joining] == ["a", "b"] and [each.id for each in found.leaving] == ["dear"]
    assert "worth 8" in selection_words(found) and "worth 4" in selection_words(found)


def test_each_active_objective_is_served_by_one_group_at_least() -> None:
    rich = group("rich", 60, worth=3, joy=3, objectives=("seen",))
    poor = group("poor", 30, objectives=("meet",), standing=Standing.CANDIDATE)
    also = group("also", 30, objectives=("seen",))
    found = select(60, [rich, poor, also], OBJECTIVES)
    assert [each.id for each in found.proposed] == ["also", "poor"]
    assert found.unserved == ()
    assert {each.id: why for each, why in found.left_out}["rich"] == (
        "its upkeep does not fit beside groups that serve #seen and #meet"
    )


def test_what_cannot_be_served_is_named() -> None:
    found = select(60, [group("a", 30, objectives=("seen",))], OBJECTIVES)
    assert found.unserved == (MEET,)


def test_a_dropped_objective_asks_for_nothing() -> None:
    groups = [group("a", 30, worth=3), group("b", 30, objectives=("old",))]
    kept, _ = choose(groups, 30, OBJECTIVES, upkeeps(groups))
    assert [each.id for each in kept] == ["a"]


def test_parked_groups_are_asked_about_when_said_left_ones_never() -> None:
    parked, left = group("parked", 5, standing=Standing.PARKED), group("left", 5, standing=Standing.LEFT)
    assert select(60, [parked, left], {}).proposed == ()
    assert select(60, [parked, left], {}, parked=True).proposed == (parked,)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(20, "is more than the 20 min there are"), (30, "worth less a minute"), (45, "worth more together")],
)
def test_why_a_group_is_left_out_is_true_of_it(minutes: int, words: str) -> None:
    groups = {
        20: [group("big", 30)],
        30: [group("good", 30, joy=3), group("weak", 30)],
        45: [group("wide", 45, fit=Fit(3, 3, 2)), group("one", 20, joy=1), group("two", 25, joy=2)],
    }[minutes]
    (_, why), *_ = list(select(minutes, groups, {}).left_out)
    assert words in why


def test_a_feed_counts_as_any_group() -> None:
    feed = group("feed", 15, nature=Nature.FEED, worth=1)
    assert select(15, [feed], {}).proposed == (feed,) and weight(feed, {}) == 4


@pytest.mark.parametrize("minutes", [-5, 0, 4, 7 * 24 * 60 + 1])
def test_minutes_that_cannot_be_planned_with_are_refused(minutes: int) -> None:
    with pytest.raises(Misread, match=str(minutes)):
        select(minutes, [group("a", 5)], {})


def test_a_group_not_looked_at_takes_part_by_a_usual_upkeep() -> None:
    known, new = group("known", 30, worth=1), Group("new", "new", "New", Standing.CANDIDATE)
    found = select(60, [known, new], {})
    assert [each.id for each in found.proposed] == ["known", "new"]
    assert not found.upkeeps["new"].known and found.upkeeps["new"].counted == 30
    assert "about 1h (1 of 2 not looked at)" in selection_words(found)
    assert select(45, [known, new], {}).proposed == (known,), "what is known to be worth something comes first"


def test_what_seems_to_be_only_read_comes_last() -> None:
    names = ("Startup Jobs", "Newsletter du Grand Lyon", "Agile Rhône")
    jobs, letter, agile = (Group(f"{n}", f"{n}", name, Standing.CANDIDATE, rank=n) for n, name in enumerate(names, 1))
    assert select(45, [jobs, letter, agile], {}).proposed == (agile,)
    assert select(90, [jobs, letter, agile], {}).proposed == (agile, jobs)
    seen = jobs._replace(upkeep=45)
    assert select(45, [seen, agile], {}).proposed == (seen,), "she has looked at it"


def test_what_is_pinned_is_kept_and_what_is_done_without_is_not() -> None:
    good, dull = group("good", 30, worth=3, joy=3), group("dull", 30)
    found = select(30, [good, dull], {}, asked=Asked(pinned=("dull",)))
    assert found.proposed == (dull,)
    assert select(60, [good, dull], {}, asked=Asked(without=("good",))).proposed == (dull,)
    with pytest.raises(Misread, match="Dull and Good take 1h together, more than the 45 min"):
        select(45, [good, dull], {}, asked=Asked(pinned=("good", "dull")))


def test_a_reason_is_told_once_for_all_groups_it_is_true_of() -> None:
    dear = [group(name, 90, standing=Standing.CANDIDATE) for name in ("a", "b", "c")]
    assert select(60, dear, {}).reasons == (("its upkeep is more than the 1h there are", tuple(dear)),)


def test_why_nothing_is_proposed_is_said() -> None:
    dear = group("dear", 300, standing=Standing.CANDIDATE)
    assert selection_words(select(240, [dear], {})) == "No group fits into 4h, so nothing is selected."


def test_what_groups_without_any_mark_are_worth_is_not_known() -> None:
    plain = [group(name, 30) for name in ("a", "b")]
    assert "worth –, upkeep 1h" in selection_words(select(240, plain, {}))
    assert "worth 2," in selection_words(select(240, [plain[0]._replace(joy=0), plain[1]], {}))
