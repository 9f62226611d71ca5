"""Upkeep: what is not known is not 0, and three weeks of log know better than what was said."""

from __future__ import annotations

from planner.domain.budget.budget import reality, reality_words
from planner.domain.budget.upkeep import Upkeep, upkeep_words, upkeeps
from planner.domain.group import Group
from planner.domain.kinds import Split

LYON, PMI = Group("lyon", "lyon", "Lyon UX", upkeep=30), Group("pmi", "pmi", "PMI France")


def test_a_group_not_looked_at_counts_the_median_of_the_others() -> None:
    others = [LYON, LYON._replace(id="a", upkeep=60), LYON._replace(id="b", upkeep=90)]
    found = upkeeps([*others, PMI])["pmi"]
    assert (found.known, found.counted) == (False, 60)


def test_where_no_upkeep_is_known_three_quarters_of_an_hour_count() -> None:
    assert upkeeps([PMI])["pmi"].counted == 45


def test_nothing_is_an_upkeep_too() -> None:
    assert upkeeps([LYON._replace(upkeep=0)])["lyon"].known


def test_after_three_weeks_of_log_a_groups_upkeep_is_what_it_takes() -> None:
    week = {"lyon": Split(60, 30)}
    assert upkeeps([LYON], [week, week])["lyon"].counted == 30
    found = upkeeps([LYON], [{}, week, {}, week, week])["lyon"]
    assert (found.said, found.takes, found.counted) == (30, 70, 70)
    assert upkeep_words(found) == "upkeep 30 a week as you said, takes 1h10"


def test_the_check_says_how_many_were_not_looked_at() -> None:
    check = reality([LYON, PMI], 60)
    assert (check.needed, check.groups, check.unknown) == (60, 2, 1)
    words = "Following all of your groups takes about 1h (1 of 2 not looked at) a week; you have 1h."
    assert reality_words(check) == words


def test_minutes_that_are_only_proposed_are_never_called_hers() -> None:
    check = reality([PMI], 60, said=False)
    assert "The minutes you have are not said yet; your last plan has 1h." in reality_words(check)
    assert "you have 1h" not in reality_words(check)


def test_it_is_told_as_said_as_taken_as_both_or_as_a_guess() -> None:
    assert upkeep_words(Upkeep(45, None, 30)) == "upkeep 45 a week"
    assert upkeep_words(Upkeep(None, 70, 30)) == "takes 1h10 a week"
    assert upkeep_words(Upkeep(45, 70, 30)) == "upkeep 45 a week as you said, takes 1h10"
    assert upkeep_words(Upkeep(None, None, 30)) == "upkeep not known yet; counted as about 30"
