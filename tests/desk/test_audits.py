"""The audit at the desk: verdicts that happen at once, and a selection that is kept."""

from __future__ import annotations

from datetime import date

import pytest

from planner.desk import Desk
from planner.domain.audit.look import LOOK_LASTS
from planner.domain.errors import Misread, Refused
from planner.domain.group import Fit, Moved, Nature, Role, Standing, Tool
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan
from planner.domain.review import Review, Verdict
from tests.known import known

TODAY = date(2026, 11, 26)


@pytest.fixture
def audited(desk: Desk) -> Desk:
    desk.set_plan(desk.this_week(), Plan({"lyon-ux": Split(60, 60, 15), "pmi-france": Split(0, 30, 20)}))
    desk.log("c 25 lyon-ux")
    desk.log("m 30 lyon-ux @Marie")
    desk.log("w 40 pmi")
    return desk


def test_it_counts_what_was_logged_and_what_a_week_has(audited: Desk) -> None:
    audit = audited.audit()
    lyon, pmi = audit.rows
    assert (lyon.figures.minutes, lyon.figures.people) == (Split(25, 30, 0), 1)
    assert pmi.figures.minutes == Split(0, 0, 40)
    assert audit.reality and audit.reality.available == 185
    assert audit.dispersion
    assert audit.dispersion.active == 0 and audit.dispersion.minutes == 95


def test_without_any_plan_a_week_has_what_the_settings_say(desk: Desk) -> None:
    reality = desk.audit().reality
    assert reality and reality.available == 240


@pytest.mark.parametrize("weeks", [0, -3, 521])
def test_a_span_is_of_one_week_or_more(audited: Desk, weeks: int) -> None:
    with pytest.raises(Misread, match=str(weeks)):
        audited.audit(weeks)


def test_a_verdict_goes_into_the_open_review_and_spares_the_group_a_look(audited: Desk) -> None:
    audited.take_verdict("lyon-ux", Verdict.MORE)
    assert known(audited.review(audited.this_week())).review.verdicts == {"lyon-ux": Verdict.MORE}
    assert audited.group("lyon-ux").next_look == TODAY + LOOK_LASTS
    assert not audited.audit().rows[0].look_due
    assert known(audited.review(audited.this_week())).next_plan.lines["lyon-ux"] == Split(60, 90, 15)
    audited.undo()
    assert known(audited.review(audited.this_week())).review.verdicts == {}
    assert audited.group("lyon-ux").next_look is None


def test_once_this_review_is_closed_a_verdict_waits_for_the_next_one(audited: Desk) -> None:
    week = audited.this_week()
    audited.close_review(week, Review())
    audited.take_verdict("lyon-ux", Verdict.LESS)
    assert known(audited.review(week)).review.verdicts == {}
    assert known(audited.review(week.plus(1))).review.verdicts == {"lyon-ux": Verdict.LESS}
    assert audited.audit().rows[0].taken is Verdict.LESS


def test_parking_and_leaving_happen_at_once_and_keep_what_was_logged(audited: Desk) -> None:
    audited.take_verdict("pmi", Verdict.LEAVE, "only job \x1b[31madverts")
    pmi = audited.group("pmi")
    assert (pmi.standing, pmi.reason) == (Standing.LEFT, "only job adverts")
    audited.take_verdict("lyon-ux", Verdict.PARK)
    assert audited.book().selected() == ()
    assert len(audited.report().entries) == 3


@pytest.mark.parametrize("again", ["plan", "edit", "look", "select"])
def test_a_verdict_that_ended_a_group_is_none_once_it_is_selected(audited: Desk, again: str) -> None:
    audited.edit_group("pmi", upkeep=30, fit=Fit(3, 3, 3, 3))
    audited.edit_group("lyon-ux", upkeep=30)
    audited.take_verdict("lyon-ux", Verdict.MORE)
    audited.take_verdict("pmi", Verdict.PARK)
    if again == "plan":
        audited.set_cells(audited.this_week(), "pmi", {Kind.CONTRIBUTION: 30})
    elif again == "edit":
        audited.edit_group("pmi", standing=Standing.SELECTED)
    elif again == "look":
        audited.look_at_group("pmi", standing=Standing.SELECTED)
    else:
        audited.apply_selection(240, parked=True)
    assert audited.group("pmi").standing is Standing.SELECTED
    assert known(audited.review(audited.this_week())).review.verdicts == {"lyon-ux": Verdict.MORE}
    audited.undo()
    assert known(audited.review(audited.this_week())).review.verdicts["pmi-france"] is Verdict.PARK


def test_a_verdict_that_waits_for_the_review_stays_when_its_group_is_planned(audited: Desk) -> None:
    week = audited.this_week()
    audited.save_review(week, Review(verdicts={"pmi-france": Verdict.LEAVE}))
    audited.set_cells(week, "pmi", {Kind.CONTRIBUTION: 30})
    assert audited.audit().rows[1].taken is Verdict.LEAVE


def test_what_a_feed_replaces_is_parked_and_its_watching_goes_on_there(audited: Desk) -> None:
    change = audited.take_verdict("pmi", Verdict.FEED, feed="pmi.org/feed")
    feed = audited.group("PMI France (feed)")
    assert audited.group("pmi-france").standing is Standing.PARKED
    assert (feed.nature, feed.role, feed.standing, feed.upkeep) == (Nature.FEED, Role.WATCH, Standing.SELECTED, 20)
    assert feed.feed == "https://pmi.org/feed"
    assert change.notes == ("PMI France is parked; PMI France (feed) has its 20 min of watching.",)
    assert known(audited.review(audited.this_week())).next_plan.lines[feed.id] == Split(watching=20)
    audited.undo()
    assert feed.id not in audited.book().groups and audited.group("pmi").standing is Standing.SELECTED


def test_another_tool_than_a_feed_takes_the_watching_and_is_kept_with_its_day(audited: Desk) -> None:
    audited.take_verdict("pmi", Verdict.FEED, feed="newsletter: pmi.example/news")
    pmi = audited.group("pmi")
    assert (pmi.standing, pmi.moved) == (Standing.PARKED, Moved(Tool.NEWSLETTER, "https://pmi.example/news", TODAY))
    assert len(audited.book().groups) == 2
    (freed,) = [row.freed for row in audited.audit().rows if row.group.id == pmi.id]
    assert freed and freed.minutes is None and freed.told > TODAY
    audited.undo()
    assert audited.group("pmi").moved is None


def test_a_move_is_not_proposed_again_and_never_wiped_in_silence(audited: Desk) -> None:
    moved = Moved(Tool.NEWSLETTER, "https://pmi.example", date(2026, 9, 2))
    audited.edit_group("pmi", roles=(Role.WATCH,), moved=moved)
    before = audited.group("pmi").moved
    for _ in range(3):
        audited.log("w 15 pmi")
    assert all(row.proposal.verdict not in (Verdict.FEED, Verdict.CONTRIBUTE) for row in audited.audit().rows[1:])
    change = audited.take_verdict("pmi", Verdict.FEED)
    assert change.notes == ("PMI France is parked; it is watched elsewhere now: newsletter.",)
    audited.watch_elsewhere("pmi", "newsletter: https://pmi.example")
    assert audited.group("pmi").moved == before and len(audited.book().groups) == 2
    change = audited.watch_elsewhere("pmi", "alert: PMI Lyon")
    assert change.notes == ("In the place of: newsletter, https://pmi.example, since Wed 2 Sep 2026.",)


def test_a_company_page_becomes_a_feed_itself(audited: Desk) -> None:
    audited.edit_group("pmi", nature=Nature.COMPANY)
    audited.edit_group("pmi", address="https://pmi.org")
    with pytest.raises(Misread, match="no feed's address"):
        audited.take_verdict("pmi", Verdict.FEED)
    audited.take_verdict("pmi", Verdict.FEED, feed="")
    assert audited.group("pmi").nature is Nature.FEED and len(audited.book().groups) == 2


def test_closing_a_review_ends_groups_in_the_same_way(audited: Desk) -> None:
    audited.close_review(audited.this_week(), Review(verdicts={"pmi-france": Verdict.FEED}))
    assert audited.group("PMI France (feed)").standing is Standing.SELECTED


def test_a_look_keeps_what_was_seen_for_three_months(audited: Desk) -> None:
    audited.look_at_group("pmi", roles=(Role.WATCH,), fit=Fit(1, 1, 1, 1), upkeep=45)
    pmi = audited.group("pmi")
    assert (pmi.role, pmi.fit.total, pmi.upkeep, pmi.next_look) == (Role.WATCH, 4, 45, TODAY + LOOK_LASTS)


class TestSelecting:
    def test_a_question_changes_nothing_and_an_answer_once(self, audited: Desk) -> None:
        audited.edit_group("lyon-ux", upkeep=60, worth=1)
        audited.edit_group("pmi", upkeep=60)
        audited.add_group("Club", standing=Standing.CANDIDATE, upkeep=30, worth=3)
        assert [group.slug for group in audited.propose(90).selection.proposed] == ["lyon-ux", "club"]
        assert audited.group("club").standing is Standing.CANDIDATE
        change = audited.apply_selection(90)
        assert [group.slug for group in audited.book().selected()] == ["lyon-ux", "club"]
        assert audited.group("pmi").standing is Standing.PARKED
        assert change.notes[0].startswith("Parked PMI France: its upkeep does not fit")
        audited.undo()
        assert [group.slug for group in audited.book().selected()] == ["lyon-ux", "pmi-france"]

    def test_where_nothing_fits_nothing_is_parked(self, audited: Desk) -> None:
        for group in ("lyon-ux", "pmi"):
            audited.edit_group(group, upkeep=60)
        with pytest.raises(Refused, match="No group fits into 30 min"):
            audited.apply_selection(30)
        assert len(audited.book().selected()) == 2


class TestPasting:
    def test_a_list_is_added_as_candidates_with_one_undo(self, audited: Desk) -> None:
        change = audited.add_groups("- Club\nlyon UX\nhttps://alumni.org/lyon\nClub\n")
        assert change.words == "Added 2 groups"
        assert change.standing == "1 already there, 1 twice in the list."
        assert audited.group("club").standing is Standing.CANDIDATE
        assert audited.group("alumni").address == "https://alumni.org/lyon"
        audited.undo()
        assert len(audited.book().groups) == 2

    def test_a_list_that_is_all_new_says_so_once(self, audited: Desk) -> None:
        change = audited.add_groups("Club\nAlumni\n")
        assert (change.words, change.standing) == ("Added 2 groups", "")

    @pytest.mark.parametrize("text", ["", "\n \n", "Lyon UX\n"])
    def test_a_list_without_news_is_refused(self, audited: Desk, text: str) -> None:
        with pytest.raises(Misread):
            audited.add_groups(text)

    def test_names_that_are_typed_alike_stay_apart(self, audited: Desk) -> None:
        audited.add_groups("Café Lyon\nCafe-Lyon!\n🎨\n🎭")
        slugs = [group.slug for group in audited.book().groups.values()][2:]
        assert slugs[:2] == ["cafe-lyon", "cafe-lyon-2"] and len(set(slugs)) == 4


def test_a_change_to_what_was_so_already_offers_no_undo_of_something_else(audited: Desk) -> None:
    assert audited.apply_selection(240).undoable
    entry = audited.log("c 10 lyon-ux 09:00").entry
    assert entry
    steps = len(audited.history()[0])
    for again in (
        audited.apply_selection(240),
        audited.edit_line(entry.id, "c 10 lyon-ux 09:00"),
        audited.set_setting("minutes", "4h"),
        audited.set_setting("minutes", "240"),
    ):
        assert not again.undoable
        assert again.notes[0] == "It was so already."
    assert len(audited.history()[0]) == steps
