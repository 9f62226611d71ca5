"""Introductions are links that never go round, companies are joined, and a meeting is prepared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from planner.desk import Desk
from planner.domain.errors import Misread, Refused
from planner.domain.people.tie import Warmth
from planner.domain.people.ways import By
from planner.domain.person import Formerly
from tests.desk.conftest import THURSDAY, At


@pytest.fixture
def known(desk: Desk) -> Desk:
    """Paul, who was met with Nadia, and Marie; Nadia works where Léa does."""
    desk.add_person("Paul Roy", company="Initech")
    desk.add_person("Nadia Benali", company="Acme Inc.")
    desk.add_person("Léa Girard", company="Acmee")
    desk.add_person("Marie Dupont", company="ACME", position="buyer")
    desk.log("m 45 lyon-ux @paul @nadia the fair 2026-11-20 12:00")
    return desk


def test_who_introduced_somebody_is_kept_and_taken_away(known: Desk) -> None:
    known.edit_person("nadia", through="@paul")
    assert known.person("nadia").through == "paul-roy"
    known.edit_person("nadia", through="")
    assert known.person("nadia").through == ""


def test_nobody_introduces_themselves_nor_in_a_circle(known: Desk) -> None:
    known.edit_person("nadia", through="paul")
    known.edit_person("lea", through="nadia")
    with pytest.raises(Misread, match="Nobody introduces themselves"):
        known.edit_person("paul", through="paul")
    with pytest.raises(Misread, match=r"goes round \(Léa Girard, Nadia Benali and Paul Roy\)"):
        known.edit_person("paul", through="lea")
    assert known.person("paul").through == ""


def test_who_introduced_somebody_is_not_removed(known: Desk) -> None:
    known.edit_person("lea", through="marie")
    with pytest.raises(Refused, match="introduced Léa Girard"):
        known.remove_person("marie")


def test_a_merge_takes_introductions_along_and_never_makes_a_circle(known: Desk) -> None:
    known.edit_person("lea", through="nadia")
    known.edit_person("nadia", through="marie")
    known.merge_people("lea", "nadia")
    assert known.person("lea").through == "marie-dupont"
    known.merge_people("marie", "lea")
    assert known.person("marie").through == ""
    known.undo()
    assert known.person("lea").through == "marie-dupont"


def test_a_change_of_work_is_kept_with_its_day_and_can_be_undone(known: Desk, at: At) -> None:
    later = at(THURSDAY + timedelta(days=9))
    change = later.edit_person("marie", company="Globex", position="head")
    assert later.person("marie").formerly == (Formerly("ACME", "buyer", later.now().date()),)
    assert change.notes == ("Formerly: buyer, ACME, until Sat 5 Dec",)
    assert any(item.post for item in later.thread("marie").items)
    later.undo()
    assert later.person("marie").formerly == ()


def test_joined_companies_are_one_and_one_undo_parts_them(known: Desk) -> None:
    assert [{one.name, other.name} for one, other in known.alike_companies()] == [{"ACME", "Acmee"}]
    known.join_companies("acme", "acmee")
    assert known.person("lea").company == "ACME" and known.person("lea").formerly == ()
    assert known.alike_companies() == ()
    with pytest.raises(Misread, match="one company already"):
        known.join_companies("acme", "ACME Inc")
    known.undo()
    assert known.person("lea").company == "Acmee"


def test_the_ways_lead_to_somebody_through_colleagues(known: Desk) -> None:
    assert [(way.via.person.id, way.by) for way in known.ways_to("marie")] == [("nadia-benali", By.WORKS_THERE)]
    assert [way.via.person.id for way in known.ways_into(known.company("acme"))] == ["nadia-benali"]


def test_a_brief_tells_of_everybody_in_the_meeting(known: Desk) -> None:
    known.set_step("paul", "they owe the list tue")
    known.set_step("paul", "I owe the deck fri")
    known.edit_person("nadia", through="paul")
    known.add_appointment("fri 12:30 45 @paul @nadia lunch")
    brief = known.brief()
    paul, nadia = brief.people
    assert brief.appointment and brief.appointment.title == "lunch"
    assert [step.text for step in paul.mine] == ["the deck"] and [step.text for step in paul.theirs] == ["the list"]
    assert [entry.note for entry in paul.last] == ["the fair"]
    assert (
        nadia.through and nadia.through.id == "paul-roy" and [each.id for each in paul.introduced] == [nadia[0][0].id]
    )
    assert [row.person.id for row in nadia.mutual] == ["paul-roy"]
    assert paul.asks == ("what they promised: the list (due Tue)", "how it went on with “the fair”")
    assert known.brief(brief.appointment.id[:6]).people == brief.people
    assert known.brief("@nadia").people == (nadia, paul)


def test_a_brief_for_nobody_says_so(known: Desk) -> None:
    with pytest.raises(Refused, match="No meeting with anybody is to come"):
        known.brief()
    for nobody in ("@", "@zoé", "zzzz"):
        with pytest.raises(Misread):
            known.brief(nobody)
    meeting = known.add_appointment("fri 12:30 45 lunch").appointment
    with pytest.raises(Refused, match="Nobody is named"):
        known.brief(meeting)


def test_a_line_says_who_introduced_the_newcomer(known: Desk) -> None:
    change = known.log("m 45 lyon-ux @zoe @nadia introduced by Paul Roy")
    assert "Introduced by Paul Roy: zoe" in change.notes
    assert known.person("zoe").through == "paul-roy" and known.person("nadia").through == ""
    assert change.entry and known.find_entry(change.entry.id).people == ("nadia-benali", "zoe")
    with pytest.raises(Misread, match="goes round"):
        known.log("m 45 lyon-ux @paul introduced by @zoe")


def test_those_met_at_an_event_are_noted_in_one_pass_and_undone_by_one(known: Desk) -> None:
    entry = known.log("m 90 lyon-ux event 2026-11-25").entry
    assert entry
    known.note_met(entry.id, ["Uma Thor, Globex, buyer: I owe my CV fri", "Paul: the list", "marie, Umbrella"])
    uma = known.person("uma")
    assert (uma.company, uma.position, uma.groups, uma.since) == ("Globex", "buyer", ("lyon-ux",), entry.day)
    assert known.find_entry(entry.id).people == ("uma-thor", "paul-roy", "marie-dupont")
    assert sorted(each.step.text for each in known.follow_ups()) == ["my CV", "the list"]
    known.undo()
    assert "uma-thor" not in known.book().people and known.follow_ups() == ()
    assert known.person("marie").company == "ACME" and known.find_entry(entry.id).people == ()


def test_a_line_that_is_off_leaves_all_as_it_was(known: Desk) -> None:
    entry = known.log("m 90 lyon-ux event 2026-11-25").entry
    assert entry
    with pytest.raises(Misread, match="Line 2"):
        known.note_met(entry.id, ["Uma Thor", "42: call"])
    assert "uma-thor" not in known.book().people
    read = known.log("w 20 lyon-ux").entry
    assert read
    with pytest.raises(Refused, match="nobody is met"):
        known.note_met(read.id, ["Uma Thor"])


def test_an_hour_before_a_meeting_it_is_offered_what_to_know_once(known: Desk, at: At) -> None:
    known.add_appointment("fri 12:30 45 @paul lunch")
    friday = datetime(2026, 11, 27, 11, 45, tzinfo=UTC)
    known.say_form(known.unsaid_meetings()[0].id, "in person")
    line = at(friday).next_line()
    assert line and line.code == "soon" and line.text.startswith("In 45 min: Fri 27 Nov 12:30")
    again = at(friday + timedelta(minutes=10)).next_line()
    assert again is None or again.code != "soon"


def test_resting_ties_are_offered_once_a_quarter(known: Desk, at: At) -> None:
    known.rest_person("paul")
    assert known._resting() == (), "met a week ago"
    known = at(THURSDAY + timedelta(days=91))
    assert known._resting() == ("Paul Roy",)
    line = next(line for line in known._reminders(known.report()) if line.code == "resting")  # type: ignore[arg-type]
    known.remember(line)
    assert known._resting() == ()


def test_a_circle_s_and_a_group_s_cadence_count_at_once_and_are_taken_back(known: Desk, at: At) -> None:
    def stands(desk: Desk) -> tuple[int, Warmth | None]:
        row = desk.ties().row("paul-roy")
        assert row
        return row.tie.cadence.days, row.tie.warmth

    known = at(THURSDAY + timedelta(days=20))
    known.edit_person("paul", circle="peer")
    assert stands(known) == (60, Warmth.WARM)
    known.set_setting("cadence_peer", "25d")
    assert stands(known) == (25, Warmth.COOLING)
    assert [each.person.id for each in known.week_people(known.this_week()).cooling] == ["paul-roy"]
    assert known.thread("paul").row.tie.cadence == known.brief("@paul").people[0].row.tie.cadence
    known.edit_group("lyon-ux", cadence=10)
    assert stands(known) == (10, Warmth.COLD)
    known.edit_person("paul", cadence="90")
    assert stands(known) == (90, Warmth.WARM)
    for days in (10, 25, 60):
        known.undo()
        assert stands(known)[0] == days
