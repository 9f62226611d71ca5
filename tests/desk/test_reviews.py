from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.domain.errors import Refused, StoreError
from planner.domain.group import Standing
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan
from planner.domain.review import Review, ReviewStep, Verdict
from planner.domain.week import Week
from planner.interop.review_document import review_markdown, review_text
from tests.desk.conftest import THURSDAY, At
from tests.known import known

THIS = Week(2026, 48)


def test_a_review_is_saved_as_it_goes_closed_and_reopened_as_a_new_revision(desk: Desk) -> None:
    review = known(desk.review(THIS)).review
    desk.save_review(THIS, review._replace(step=ReviewStep.DRIFT, answers={"closer": "a coffee"}))
    saved = known(desk.review(THIS)).review
    assert (saved.step, saved.answers, saved.closed) == (ReviewStep.DRIFT, {"closer": "a coffee"}, None)
    desk.close_review(THIS, saved)
    assert known(desk.review(THIS)).review.closed is not None
    desk.reopen_review(THIS)
    again = known(desk.review(THIS)).review
    assert (again.revision, again.closed, again.answers) == (2, None, {"closer": "a coffee"})


def test_closing_gives_each_group_the_standing_of_its_verdict(desk: Desk) -> None:
    review = known(desk.review(THIS)).review._replace(verdicts={"pmi-france": Verdict.PARK, "lyon-ux": Verdict.MORE})
    desk.close_review(THIS, review)
    assert desk.group("pmi-france").standing is Standing.PARKED
    assert desk.group("lyon-ux").standing is Standing.SELECTED
    desk.undo()
    assert desk.group("pmi-france").standing is Standing.SELECTED


def test_a_review_of_a_week_to_come_is_not_judged_on_weeks_to_come(desk: Desk) -> None:
    desk.set_plan(THIS, Plan({"lyon-ux": Split(30, 0, 0)}))
    desk.add_group("Idle", standing=Standing.PARKED)
    for ahead in (5, 30):
        proposals = known(desk.review(THIS.plus(ahead))).proposals
        assert all(proposal.verdict is None for proposal in proposals.values()), ahead


def test_a_review_that_is_open_cannot_be_reopened(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.reopen_review(THIS)


def test_the_same_review_gives_the_same_bytes(desk: Desk) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 15})
    desk.log("c 25 lyon-ux a *bold* | claim [red]")
    desk.add_group("A | [b](c) <i>")
    first, second = (review_markdown(desk.review(THIS), desk.book()) for _ in range(2))
    assert first == second
    assert "A \\| \\[b\\](c) \\<i\\>" in first
    assert "25 of 60" in first and "25 of 60" in review_text(desk.review(THIS), desk.book())


def test_closing_plans_the_next_week_with_her_intention_and_is_one_undo(desk: Desk) -> None:
    review = known(desk.review(THIS)).review._replace(answers={"intention": "two coffees"})
    desk.close_review(THIS, review, desk.suggest(240, THIS.plus(1)).plan)
    planned = desk.plan(THIS.plus(1))
    assert planned and planned.intention == "two coffees" and planned.total.total == 240
    desk.undo()
    assert desk.plan(THIS.plus(1)) is None and known(desk.review(THIS)).review.closed is None


def test_a_closed_review_shows_the_plan_she_kept_not_that_of_the_verdicts(desk: Desk) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60})
    desk.set_cells(THIS.plus(1), "lyon-ux", {Kind.MEETING: 95})
    review = known(desk.review(THIS)).review
    assert "1h35" not in review_markdown(desk.review(THIS), desk.book())
    desk.close_review(THIS, review, desk.plan(THIS.plus(1)))
    assert "| Lyon UX | 0 | 1h35 | 0 |" in review_markdown(desk.review(THIS), desk.book())


def test_turning_a_page_of_the_review_is_nothing_to_undo(desk: Desk) -> None:
    desk.log("c 25 lyon-ux")
    review = known(desk.review(THIS)).review
    desk.save_review(THIS, review._replace(step=ReviewStep.WEEK))
    desk.save_review(THIS, review._replace(step=ReviewStep.DRIFT))
    assert "Logged" in desk.undo().words
    assert known(desk.review(THIS)).review.step is ReviewStep.DRIFT


def test_a_week_out_of_balance_tells_both_of_its_reasons(desk: Desk) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 600, Kind.WATCHING: 240})
    for day in ("mon", "tue", "wed"):
        desk.log(f"w 60 lyon-ux {day} 9:00")
    text = review_text(desk.review(THIS), desk.book())
    assert "by its balance: at most" in text
    assert "Cap: " in text and "the cap of 4h" in text


def test_the_last_week_waits_for_its_review_before_this_one_does(desk: Desk) -> None:
    desk.log("c 25 lyon-ux last friday")
    assert desk.week_to_review() == THIS.plus(-1)
    desk.close_review(THIS.plus(-1), Review())
    assert desk.week_to_review() == THIS


def test_the_document_tells_the_cap_once(desk: Desk) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 30})
    desk.log("w 45 lyon-ux monday 10:00")
    drift = review_text(desk.review(THIS), desk.book()).partition("DRIFT\n")[2].partition("\n\n")[0]
    assert drift.splitlines()[0] == "  Adrift by its cap."
    assert drift.count("cap of ") == 1 and "45 min of watching, 15 min past the cap of 30 min." in drift


def test_no_week_is_closed_over_meetings_that_a_damaged_book_may_hold(desk: Desk, at: At, tmp_path: Path) -> None:
    at(THURSDAY - timedelta(days=1)).add_appointment("thu 9:00 30 @Marie lyon-ux")
    review = known(desk.review(THIS)).review
    (tmp_path / "home" / "book.json").write_text("garbage", encoding="utf-8")
    later = at(THURSDAY)
    with pytest.raises(StoreError, match="--mend"):
        later.close_review(THIS, review)
    assert not known(later.review(THIS)).review.closed
    later.save_review(THIS, review._replace(answers={"joy": "tea"}))
    assert known(later.review(THIS)).review.answers == {"joy": "tea"}


def test_whom_to_see_is_taken_into_next_week_once_and_undone_as_one(desk: Desk) -> None:
    desk.add_person("Léa Girard", circle="prescriber")
    desk.add_person("Marc Perrin", circle="prescriber")
    ids = [each.person.id for each in known(desk.review(THIS)).people.next]
    assert len(ids) == 2
    assert desk.take_into_week(THIS.plus(1), *ids).words == "In week 49: see Léa Girard and Marc Perrin"
    draft = known(desk.review(THIS))
    assert [(each.step.text, each.step.day) for each in draft.people.next if each.step] == [
        ("propose a coffee", THIS.plus(1).days[2])
    ] * 2
    assert draft.close.first_act.endswith(": propose a coffee")
    assert "It was so already." in desk.take_into_week(THIS.plus(1), *ids).notes
    desk.undo()
    assert not any(each.step for each in known(desk.review(THIS)).people.next)


def test_what_served_no_objective_is_given_to_one_as_one_change(desk: Desk) -> None:
    desk.log("c 25 lyon-ux monday 9:00")
    desk.log("w 20 lyon-ux monday 10:00")
    desk.log("c 10 pmi-france monday 11:00")
    desk.add_objective("Be seen")
    assert desk.give_objective(THIS, "lyon-ux", "be-seen").words == "45 of Lyon UX served Be seen"
    assert [each.group for each in known(desk.review(THIS)).aimless] == ["pmi-france"]
    desk.undo()
    assert [each.minutes for each in known(desk.review(THIS)).aimless] == [45, 10]


def test_text_markdown_and_people_tell_the_same_of_the_week(desk: Desk) -> None:
    desk.log("m 45 lyon-ux coffee @Marie tuesday 9:00")
    desk.set_step("marie", "I owe the slides wed")
    text, markdown = review_text(desk.review(THIS), desk.book()), review_markdown(desk.review(THIS), desk.book())
    for words in ("In person 1.", "I owe Marie: the slides", "due Wed", "How the network grew", "45 min of watching"):
        assert (words.upper() in text or words in text) == (words in markdown)
    assert "spotted -> met" in text and "spotted -\\> met" in markdown
    assert "SEND MARIE WHAT YOU PROMISED: THE SLIDES" in text.upper()


def test_a_week_long_missed_is_closed_without_a_plan_for_one_that_is_over(desk: Desk, at: At) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60})
    desk.log("c 25 lyon-ux")
    late = at(THURSDAY + timedelta(weeks=3))
    assert known(late.review(late.this_week())).waiting == (THIS,)
    late.close_review(THIS, known(late.review(THIS)).review, late.suggest(120, THIS.plus(1)).plan)
    assert late.plan(THIS.plus(1)) is None
    assert known(late.review(late.this_week())).waiting == ()


def test_a_damaged_book_leaves_the_week_s_people_unknown_and_not_none(desk: Desk, tmp_path: Path, at: At) -> None:
    desk.log("m 45 lyon-ux coffee @Marie tuesday 9:00")
    (tmp_path / "home" / "book.json").write_text("garbage", encoding="utf-8")
    later = at(THURSDAY)
    text = review_text(later.review(THIS), later.book())
    assert "Nobody was met" not in text and "Who came closer is not known." in text
    assert "WHOM YOU MET\n  The book cannot be read" in text or "WHOM YOU MET\n  book.json cannot be read" in text
