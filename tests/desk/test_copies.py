"""Two machines, one home: what another copy says is merged in, and what both said is kept until she has chosen."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.errors import Misread, Newer, PlannerError, Refused
from planner.domain.grammar.amend import Amendment
from planner.domain.kinds import Kind, Split
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.week import Week
from planner.domain.weeks.log_filter import LogFilter
from planner.locale import speak_as
from planner.store.home import Home
from planner.store.merging.driver import merge_for_git
from tests.desk.conftest import THURSDAY


def _copy(desk: Desk, tmp_path: Path, name: str = "laptop") -> Desk:
    """The home on another machine, as it is now."""
    shutil.copytree(desk.folder, tmp_path / name)
    return Desk(Home(str(tmp_path / name), desk.now, "a test"), desk._clock)


def _logged(desk: Desk, line: str = "m 30 lyon-ux coffee @Ana") -> str:
    entry = desk.log(line).entry
    assert entry
    return entry.id


def test_what_each_machine_logged_is_in_both(desk: Desk, tmp_path: Path) -> None:
    laptop = _copy(desk, tmp_path)
    here, there = _logged(desk), _logged(laptop, "c 20 pmi answered @Bo")
    said = desk.merge_files([laptop.folder])
    assert said.words == "Merged laptop" and "2 records came" in said.notes[0]
    assert {entry.id for entry in desk._home.week(desk.this_week()).entries} == {here, there}
    assert {"ana", "bo"} <= desk.book().people.keys()


def test_a_note_and_a_length_of_two_machines_are_both_taken(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    desk.amend(id_, Amendment(note="hers"))
    laptop.amend(id_, Amendment(minutes="45"))
    desk.merge_files([laptop.folder])
    entry = desk.find_entry(id_)
    assert (entry.note, entry.minutes, desk.conflicts()) == ("hers", 45, ())


def test_two_notes_are_both_kept_until_she_has_chosen_and_then_everywhere(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    desk.amend(id_, Amendment(note="here"))
    laptop.amend(id_, Amendment(note="there"))
    desk.merge_files([laptop.folder])
    laptop.merge_files([desk.folder])
    (conflict,) = desk.conflicts()
    assert laptop.conflicts() == (conflict,)
    assert {conflict.mine, conflict.theirs} == {"here", "there"} and conflict.field == "note"
    desk.settle_conflict(conflict.id[:4], "theirs")
    assert (desk.find_entry(id_).note, desk.conflicts()) == (conflict.theirs, ())
    laptop.merge_files([desk.folder])
    assert (laptop.find_entry(id_).note, laptop.conflicts()) == (conflict.theirs, ())


@pytest.mark.parametrize("act", ["remove", "say what the other says"])
def test_undo_brings_back_both_of_what_two_machines_said(desk: Desk, tmp_path: Path, act: str) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    desk.amend(id_, Amendment(note="here"))
    laptop.amend(id_, Amendment(note="there"))
    desk.merge_files([laptop.folder])
    conflicts = desk.conflicts()
    if act == "remove":
        desk.remove_entry(id_)
    else:
        desk.amend(id_, Amendment(note=conflicts[0].theirs))
    assert desk.conflicts() == ()
    desk.undo()
    assert desk.conflicts() == conflicts
    laptop.merge_files([desk.folder])
    assert laptop.conflicts() == conflicts


def test_both_texts_can_be_kept_but_not_two_numbers(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    desk.amend(id_, Amendment(note="here", minutes="35"))
    laptop.amend(id_, Amendment(note="there", minutes="45"))
    desk.merge_files([laptop.folder])
    by_field = {conflict.part: conflict.id for conflict in desk.conflicts()}
    desk.settle_conflict(by_field["note"], "both")
    assert set(desk.find_entry(id_).note.split(" / ")) == {"here", "there"}
    with pytest.raises(Refused, match="only one can be kept"):
        desk.settle_conflict(by_field["time"], "both")
    with pytest.raises(Misread, match="write its number, or both"):
        desk.settle_conflict(by_field["time"], "all")
    with pytest.raises(Refused, match="It says 2 things; “3” is none of their numbers"):
        desk.settle_conflict(by_field["time"], "3")
    with pytest.raises(Refused, match="no conflict “ffff”"):
        desk.settle_conflict("ffff", "mine")


@pytest.mark.parametrize(
    ("keep", "note"), [("la mienne", "there"), ("la-leur", "here"), ("les deux", "both"), ("les-deux", "both")]
)
def test_what_to_keep_is_said_in_french_too(desk: Desk, tmp_path: Path, keep: str, note: str) -> None:
    speak_as("fr")
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    desk.amend(id_, Amendment(note="here"))
    laptop.amend(id_, Amendment(note="there"))
    desk.merge_files([laptop.folder])
    (conflict,) = desk.conflicts()
    with pytest.raises(Misread, match="son numéro, ou les-deux"):
        desk.settle_conflict(conflict.id, "aucune")
    desk.settle_conflict(conflict.id, keep)
    kept = desk.find_entry(id_).note
    assert set(kept.split(" / ")) == {"here", "there"} if note == "both" else kept == conflict.says[keep == "la-leur"]


@pytest.mark.parametrize(("keep", "stays"), [("mine", True), ("theirs", False)])
def test_what_one_removed_and_the_other_changed_waits_for_her(
    desk: Desk, tmp_path: Path, keep: str, stays: bool
) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    desk.amend(id_, Amendment(note="changed"))
    laptop.remove_entry(id_)
    desk.merge_files([laptop.folder])
    (conflict,) = desk.conflicts()
    assert (conflict.field, conflict.theirs, desk.find_entry(id_).note) == ("", "removed on one machine", "changed")
    desk.settle_conflict(conflict.id, keep)
    laptop.merge_files([desk.folder])
    for machine in (desk, laptop):
        assert machine.conflicts() == ()
        assert (id_ in {entry.id for entry in machine._home.week(desk.this_week()).entries}) is stays


def test_what_was_removed_there_and_left_alone_here_goes(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    laptop.remove_entry(id_)
    desk.merge_files([laptop.folder])
    assert (desk._home.week(desk.this_week()).entries, desk.conflicts()) == ((), ())


def test_people_of_an_entry_come_and_go_one_by_one(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk, "m 30 lyon-ux @Ana @Bo")
    laptop = _copy(desk, tmp_path)
    desk.log("c 5 pmi @Cy")
    desk.amend(id_, Amendment(people="Ana, Bo, Cy"))
    laptop.amend(id_, Amendment(people="Bo"))
    desk.merge_files([laptop.folder])
    assert (desk.find_entry(id_).people, desk.conflicts()) == (("bo", "cy"), ())


def test_a_plan_is_merged_cell_by_cell(desk: Desk, tmp_path: Path) -> None:
    week = desk.this_week()
    desk.set_cells(week, "lyon-ux", {Kind.MEETING: 60, Kind.WATCHING: 10})
    laptop = _copy(desk, tmp_path)
    desk.set_cells(week, "lyon-ux", {Kind.MEETING: 90})
    laptop.set_cells(week, "lyon-ux", {Kind.WATCHING: 15})
    laptop.set_cells(week, "pmi", {Kind.CONTRIBUTION: 20})
    desk.merge_files([laptop.folder])
    plan = desk.plan(week)
    assert plan and plan.lines == {"lyon-ux": Split(0, 90, 15), "pmi-france": Split(20, 0, 0)}
    assert desk.conflicts() == ()


def test_one_undo_takes_a_merge_back_and_removes_nothing_elsewhere(desk: Desk, tmp_path: Path) -> None:
    here = _logged(desk)
    laptop = _copy(desk, tmp_path)
    there = _logged(laptop, "c 20 pmi")
    desk.amend(here, Amendment(note="here"))
    laptop.amend(here, Amendment(note="there"))
    before = dict(desk.snapshot().files)
    desk.merge_files([laptop.folder])
    assert desk.undo().words == "Undone: Merged laptop"
    assert dict(desk.snapshot().files) == before
    laptop.merge_files([desk.folder])
    assert laptop.find_entry(there)
    desk.redo()
    assert desk.find_entry(there) and desk.conflicts()


def test_undo_takes_nothing_back_that_another_machine_changed_since(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    laptop.amend(id_, Amendment(note="hers from there"))
    shutil.copy(f"{laptop.folder}/weeks/2026-W48.json", f"{desk.folder}/weeks/2026-W48.json")  # as a synced folder does
    with pytest.raises(Refused, match="has been changed since"):
        desk.undo()
    assert desk.find_entry(id_).note == "hers from there"


def test_two_people_of_one_id_are_two_and_what_points_to_them_follows(desk: Desk, tmp_path: Path) -> None:
    laptop = _copy(desk, tmp_path)
    for machine, name in ((desk, "Ida Nord"), (laptop, "Ida Sud")):
        with machine._home.change("made apart") as kept:
            kept.put_person(Person("ida", name))
        machine.log("m 30 lyon-ux @ida")
    said = desk.merge_files([laptop.folder])
    assert any("Two were called ida" in note for note in said.notes)
    names = {
        entry.people: desk.book().people[entry.people[0]].name for entry in desk._home.week(desk.this_week()).entries
    }
    assert sorted(names.values()) == ["Ida Nord", "Ida Sud"]
    laptop.merge_files([desk.folder])
    assert laptop.book().people == desk.book().people


def test_a_copy_beside_a_file_is_merged_put_away_and_comes_back_by_undo(desk: Desk, tmp_path: Path) -> None:
    laptop = _copy(desk, tmp_path)
    id_ = _logged(laptop)
    copy = Path(desk.folder, "weeks/2026-W48.sync-conflict-20261126-184000-ABCDEFG.json")
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(f"{laptop.folder}/weeks/2026-W48.json", copy)
    desk.merge_files([str(copy)])
    assert desk.find_entry(id_) and not copy.exists()
    assert Path(desk.folder, "backups/merged", copy.name).exists()
    desk.undo()
    assert copy.exists()
    desk.redo()
    assert not copy.exists()


def test_clocks_a_year_apart_change_nothing_of_what_came_after_what(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    ahead = Desk(Home(laptop.folder, lambda: THURSDAY + timedelta(days=365), "a test"), laptop._clock)
    ahead.amend(id_, Amendment(note="of next year"))
    desk.merge_files([laptop.folder])
    desk.amend(id_, Amendment(note="the last word"))
    laptop.merge_files([desk.folder])
    assert (laptop.find_entry(id_).note, laptop.conflicts()) == ("the last word", ())


def test_another_persons_home_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    _logged(desk)
    clock = Clock(UTC, THURSDAY - timedelta(days=9))
    stranger = Desk(Home(str(tmp_path / "stranger"), clock.now, "a test"), clock)
    stranger.add_group("Lyon UX")
    theirs = _logged(stranger)
    with pytest.raises(Refused, match="may be another person's"):
        desk.merge_files([stranger.folder])
    desk.merge_files([stranger.folder], other_home=True)
    assert desk.find_entry(theirs)


def test_two_homes_that_know_one_id_are_kin_and_know_all_ids_once_merged(desk: Desk, tmp_path: Path) -> None:
    """Also where nothing else is left that both had; whoever merges, the oldest is the home's own."""
    stranger = Desk(Home(str(tmp_path / "stranger"), desk.now, "a test"), desk._clock)
    stranger.add_group("Another Club")
    _logged(desk)
    stranger.log("m 20 another")
    with pytest.raises(Refused, match="may be another person's"):
        desk.merge_files([stranger.folder])
    ids = {desk.home_id(), stranger.home_id()}
    with pytest.raises(Refused, match="may be another person's"):
        desk.merge_files([stranger.folder])
    with stranger._home.change("A home it knows") as kept:
        kept.put_home(desk.book().homes[desk.home_id()])
    desk.merge_files([stranger.folder])
    stranger.merge_files([desk.folder])
    assert desk.book().homes.keys() == ids == stranger.book().homes.keys()
    assert desk.home_id() == stranger.home_id()


@pytest.mark.parametrize("what", ["newer", "truncated", "climbs out", "damaged", "nothing", "not there"])
def test_what_cannot_be_merged_is_refused_and_changes_nothing(desk: Desk, tmp_path: Path, what: str) -> None:
    _logged(desk)
    laptop = _copy(desk, tmp_path)
    week, archive = Path(laptop.folder, "weeks/2026-W48.json"), tmp_path / "all.zip"
    laptop.backup(str(archive))
    path = {"truncated": archive, "climbs out": archive, "nothing": tmp_path / "x.json"}.get(what, Path(laptop.folder))
    if what == "newer":
        week.write_text(week.read_text().replace('"schema": 7', '"schema": 99'))
    elif what == "truncated":
        archive.write_bytes(archive.read_bytes()[:-40])
    elif what == "climbs out":
        with ZipFile(archive, "a") as zipped:
            zipped.writestr("../out.json", "{}")
    elif what == "damaged":
        week.write_text("{ cut o")
    elif what == "nothing":
        path.write_text('{"a": {}}')
    else:
        path = tmp_path / "none.json"
    before = dict(desk.snapshot().files)
    with pytest.raises(PlannerError) as refused:
        desk.merge_files([str(path)])
    assert isinstance(refused.value, Newer if what == "newer" else Refused)
    assert dict(desk.snapshot().files) == before


def test_git_has_one_file_merged_with_what_both_had_last(desk: Desk, tmp_path: Path) -> None:
    """A hand that wrote to the file, and knows of no versions, has changed what both had."""
    id_ = _logged(desk)
    week = Path(desk.folder, "weeks/2026-W48.json").read_text()
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    base.write_text(week)
    ours.write_text(week.replace('"minutes": 30', '"minutes": 40'))
    theirs.write_text(week.replace('"note": "coffee"', '"note": "tea"'))
    merge_for_git(str(base), str(ours), str(theirs))
    row = json.loads(ours.read_text())["entries"]["1"]
    assert (row["id"], row["minutes"], row["note"]) == (id_, 40, "tea") and "beside" not in row["lineage"]
    theirs.write_text("{ cut o")
    kept = ours.read_text()
    with pytest.raises(Refused, match="no file of planner's that can be merged"):
        merge_for_git(str(tmp_path / "none"), str(ours), str(theirs))
    assert ours.read_text() == kept


@pytest.mark.parametrize(("keep", "minutes", "start"), [("mine", 50, "17:50"), ("theirs", 40, "18:00")])
def test_two_times_are_one_conflict_and_chosen_as_one(
    desk: Desk, tmp_path: Path, keep: str, minutes: int, start: str
) -> None:
    id_ = _logged(desk, "c 25 lyon-ux first")
    laptop = _copy(desk, tmp_path)
    laptop.amend(id_, Amendment(minutes="40"))
    later = Desk(Home(desk.folder, lambda: desk.now() + timedelta(minutes=1), "a test"), desk._clock)
    later.amend(id_, Amendment(minutes="50"))
    desk.merge_files([laptop.folder])
    (conflict,) = desk.conflicts()
    assert conflict.field == "time"
    assert (conflict.mine, conflict.theirs) == (
        "26 November 2026, 17:50, 50 min", "26 November 2026, 18:00, 40 min"
    )  # fmt: skip
    desk.settle_conflict(conflict.id, keep)
    entry = desk.find_entry(id_)
    assert (entry.minutes, f"{entry.start:%H:%M}", desk.conflicts()) == (minutes, start, ())


def _later(machine: Desk, **by: int) -> Desk:
    """The same machine, later by some ``minutes`` or ``days``."""
    clock = Clock(UTC, THURSDAY + timedelta(**by))
    return Desk(Home(machine.folder, clock.now, "a test"), clock)


def test_of_what_three_machines_said_each_can_be_kept(desk: Desk, tmp_path: Path) -> None:
    machines = (_copy(desk, tmp_path), _copy(desk, tmp_path, "tablet"), desk)
    for number, machine in enumerate(machines):
        _later(machine, minutes=number).edit_group("lyon-ux", note=f"note {number}")
    desk.merge_files([machine.folder for machine in machines[:2]])
    (conflict,) = desk.conflicts()
    assert conflict.says == ("note 2", "note 1", "note 0")
    assert desk.settle_conflict(conflict.id, "3").words == "Chosen: note of the group “Lyon UX”: note 0"
    assert (desk.group("lyon-ux").note, desk.conflicts()) == ("note 0", ())


def test_groups_that_two_machines_call_alike_are_said_and_mended(desk: Desk, tmp_path: Path) -> None:
    laptop = _copy(desk, tmp_path)
    desk.edit_group("lyon-ux", slug="club")
    laptop.add_group("Club")
    said = desk.merge_files([laptop.folder]).notes[-1]
    assert said.startswith("Lyon UX is typed as club, as Club is: “planner check --mend”")
    (odd,) = desk.checkup().oddities
    assert (odd.oddness, odd.ids, odd.is_mended) == ("shared-slug", ("lyon-ux", "club"), True)
    mended = desk.checkup(mend=True)
    assert (mended.good, mended.retyped) == (True, ("Lyon UX is typed as club-2 now",))
    assert [desk.group(typed).name for typed in ("club", "club-2")] == ["Club", "Lyon UX"]
    assert desk.undo().words == "Undone: Have groups typed apart"


def test_a_time_of_another_week_takes_the_entry_there(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    desk.amend(id_, Amendment(minutes="40", start="9 days ago 12:00"))
    laptop.amend(id_, Amendment(minutes="50", start="yesterday 12:00"))
    desk.merge_files([laptop.folder])
    (conflict,) = desk.conflicts()
    desk.settle_conflict(conflict.id, "2")
    assert desk.conflicts() == () and all(finding.good for finding in desk._home.check())
    assert [entry.minutes for entry in desk.entries(LogFilter())] == [40 if "40" in conflict.theirs else 50]


def test_two_runs_are_both_logged_one_after_the_other(desk: Desk, tmp_path: Path) -> None:
    laptop = _copy(desk, tmp_path)
    laptop.start("w lyon-ux")
    desk.start("c pmi")
    desk.merge_files([laptop.folder])
    (conflict,) = desk.conflicts()
    assert conflict.record == "the running timer" and {said.split(",")[1] for said in conflict.says} == {
        " PMI France",
        " Lyon UX",
    }
    first = desk.timer()
    stopped = desk.stop()
    second = desk.timer()
    assert first and second and first.group != second.group and desk.conflicts() == ()
    assert stopped.notes[0].startswith("The run of another machine goes on: ")
    desk.undo()
    assert desk.timer() == first and desk.conflicts() == (conflict,)
    desk.redo()
    laptop.merge_files([desk.folder])
    assert laptop.timer() == second
    laptop.stop()
    desk.merge_files([laptop.folder])
    assert (desk.timer(), laptop.timer(), desk.conflicts()) == (None, None, ())
    assert {entry.group for entry in desk.entries(LogFilter())} == {"lyon-ux", "pmi-france"}


def test_one_run_and_one_meeting_that_two_machines_log_are_one_entry_each(desk: Desk, tmp_path: Path) -> None:
    desk.start("w lyon-ux")
    held = desk.add_appointment("tomorrow 12:30 45m @Ana lyon-ux").appointment
    laptop = _copy(desk, tmp_path)
    for machine, minutes in ((desk, 45), (laptop, 50)):
        machine.stop()
        _later(machine, days=1).hold_appointment(held, minutes)
    desk.merge_files([laptop.folder])
    assert sorted(entry.kind for entry in desk.entries(LogFilter())) == [Kind.MEETING, Kind.WATCHING]
    assert [(each.field, set(each.says)) for each in desk.conflicts()] == [("length", {"45 min", "50 min"})]
    desk.start("w lyon-ux")  # begun at the very moment of the other
    desk.stop()
    assert sum(entry.kind is Kind.WATCHING for entry in desk.entries(LogFilter())) == 2


def test_what_one_removed_and_the_other_wrote_down_stays_until_she_has_chosen(desk: Desk, tmp_path: Path) -> None:
    desk.add_person("Ana")
    desk.add_person("Bo")
    laptop = _copy(desk, tmp_path)
    id_ = _logged(desk)
    laptop.remove_person("Ana")
    laptop.remove_person("Bo")
    laptop.remove_group("lyon-ux")
    said, ((_, figures),) = desk.merge_copies([desk.copy_at(laptop.folder)])
    laptop.merge_files([desk.folder])
    assert said.notes[0].endswith("2 conflicts.")
    assert [tally[1:] for tally in figures.tallies] == [(0, 1, 0), (0, 1, 1)]  # groups, and people
    group, person = conflicts = desk.conflicts()
    assert (group.record, person.record) == ("the group “Lyon UX”", "the person “Ana”")
    assert laptop.conflicts() == conflicts and laptop.book() == desk.book() and "bo" not in desk.book().people
    with pytest.raises(Refused, match="names “Ana”, so it stays: keep 1"):
        desk.settle_conflict(person.id, "theirs")
    desk.settle_conflict(group.id, "mine")
    desk.remove_entry(id_)
    desk.settle_conflict(person.id, "theirs")
    laptop.merge_files([desk.folder])
    assert laptop.conflicts() == () and laptop.book().people == {} and "lyon-ux" in laptop.book().groups


def test_a_plan_that_was_only_carried_on_gives_way_to_one_that_she_made(desk: Desk, tmp_path: Path) -> None:
    for group in ("lyon-ux", "pmi"):
        desk.set_cells(Week.of(THURSDAY - timedelta(weeks=1)), group, {Kind.MEETING: 60})
    laptop = _copy(desk, tmp_path)
    laptop.set_plan(laptop.this_week(), Plan({"lyon-ux": Split(0, 30, 0)}))
    _logged(_later(desk, minutes=1))
    assert desk.plan(desk.this_week()) is None  # but the one that goes on
    desk.merge_files([laptop.folder])
    laptop.merge_files([desk.folder])
    for machine in (desk, laptop):
        plan = machine.plan(machine.this_week())
        assert plan and plan.lines == {"lyon-ux": Split(0, 30, 0)} and machine.conflicts() == ()


def test_nobody_is_asked_of_what_planner_counts_itself(desk: Desk, tmp_path: Path) -> None:
    step = desk.set_step("Ana", "call fri").step
    laptop = _copy(desk, tmp_path)
    desk.put_step_off(step, "sat")
    desk.put_step_off(step, "mon")
    laptop.put_step_off(step, "tue")
    for machine, days in ((desk, 0), (laptop, 1)):
        _later(machine, days=days).add_group("Cercle")
    desk.merge_files([laptop.folder])
    assert [each.field for each in desk.conflicts()] == ["day"]
    assert desk.find_step(step).put_off == 2


def test_an_entry_that_git_left_in_two_weeks_waits_for_one_key(desk: Desk, tmp_path: Path) -> None:
    id_ = _logged(desk)
    laptop = _copy(desk, tmp_path)
    desk.amend(id_, Amendment(start="9 days ago 12:00"))
    laptop.amend(id_, Amendment(start="16 days ago 12:00"))
    assert desk.waiting() == ()
    shutil.copy(f"{laptop.folder}/weeks/2026-W46.json", f"{desk.folder}/weeks/2026-W46.json")  # the rest is the same
    again = _later(desk)
    assert again.waiting() == ("weeks/2026-W47.json",) == _later(desk).waiting()
    assert again.merge_waiting().change.words == "1 entry that two machines had moved is put together."
    assert (len(list(again.entries(LogFilter()))), len(again.conflicts()), again.waiting()) == (1, 1, ())
    again.undo()
    assert again.waiting() == ("weeks/2026-W47.json",)
