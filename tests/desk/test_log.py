from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.domain.drift.judgement import judge
from planner.domain.errors import Ambiguous, Misread, PlannerError, Refused
from planner.domain.grammar.amend import Amendment
from planner.domain.grammar.quickline import read
from planner.domain.kinds import Kind
from planner.domain.week import Week
from planner.domain.weeks.log_filter import LogFilter
from tests.calls import calls_of
from tests.desk.conftest import THURSDAY, At
from tests.known import known


def log(desk: Desk, line: str) -> str:
    entry = desk.log(line).entry
    assert entry
    return entry.id


def test_a_logged_line_is_there_and_says_where_its_group_stands(desk: Desk) -> None:
    desk.set_cells(Week(2026, 48), "lyon-ux", {Kind.CONTRIBUTION: 60})
    change = desk.log("c 25 lyon-ux answered a question")
    assert change.entry and change.entry.start + timedelta(minutes=25) == THURSDAY
    assert "Lyon UX" in change.words
    assert "25 of 60" in change.standing
    assert desk.report().entries == (change.entry,)


def test_a_line_is_read_once_and_the_week_judged_once_for_all_of_it(desk: Desk) -> None:
    desk.set_cells(Week(2026, 48), "lyon-ux", {Kind.CONTRIBUTION: 60})
    with calls_of(read, judge) as calls:
        change = desk.log("c 25 lyon-ux answered a question")
        shown = desk.report()
        desk.next_line()
    assert calls == {"read": 1, "judge": 1}
    assert shown is change.report


def test_a_report_follows_what_changes_within_the_same_second(desk: Desk, at: At) -> None:
    before = known(desk.report())
    at(THURSDAY).log("w 15 lyon-ux")
    after = known(desk.report())
    assert (before.logged.watching, after.logged.watching) == (0, 15)
    assert desk.report(Week(2026, 47)).week == Week(2026, 47)


def test_where_a_group_stands_in_another_week_says_which(desk: Desk) -> None:
    met = desk.log("m 45 lyon-ux 2026-11-03 12:00")
    assert met.entry and met.standing == "In week 45, Lyon UX: 45 met"
    assert desk.say_form(met.entry.id, "in person").standing == "In week 45, Lyon UX: 45 met"
    assert desk.log("m 45 lyon-ux 2025-11-04 12:00").standing.startswith("In week 2025-W45, ")


def test_an_unknown_person_is_created_and_said_so(desk: Desk) -> None:
    change = desk.log('m 45 lyon-ux @"Marie Dupont" coffee')
    assert change.entry and change.entry.people == ("marie-dupont",)
    assert any("Marie Dupont" in note for note in change.notes)
    assert not any("new" in note.lower() for note in desk.log("m 30 lyon-ux @marie").notes)
    assert list(desk.book().people) == ["marie-dupont"]


def test_a_line_that_cannot_be_read_changes_nothing(desk: Desk) -> None:
    before = desk.stamp()
    for line in (
        "",
        "c",
        "c 25",
        "c 25 nowhere",
        "x 25 lyon-ux",
        "c 0 lyon-ux",
        "c 25h lyon-ux",
        "c 25 lyon-ux tomorrow",
    ):
        with pytest.raises(Misread):
            desk.log(line)
    assert desk.stamp() == before


def test_an_ambiguous_group_is_refused_with_its_candidates(desk: Desk) -> None:
    desk.add_group("Lyon Data")
    with pytest.raises(Ambiguous) as refusal:
        desk.log("c 25 lyon")
    assert set(refusal.value.candidates) >= {"lyon-ux", "lyon-data"} or "lyon-ux" in str(refusal.value)


def test_repeating_logs_the_last_entry_again_ending_now(desk: Desk, at: At) -> None:
    first = desk.log("c 25 lyon-ux answered").entry
    later = at(THURSDAY + timedelta(hours=1)).again().entry
    assert first and later and later.id != first.id
    assert (later.minutes, later.kind, later.group, later.note) == (25, Kind.CONTRIBUTION, "lyon-ux", "answered")
    assert later.end == THURSDAY + timedelta(hours=1)


def test_there_is_nothing_to_repeat_at_first(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.again()


def test_amending_some_fields_leaves_the_others(desk: Desk) -> None:
    id_ = log(desk, "c 25 lyon-ux answered @Paul 10:00")
    entry = desk.amend(id_, Amendment(minutes="40", note="answered two")).entry
    assert entry and (entry.minutes, entry.note) == (40, "answered two")
    assert (entry.people, entry.kind, entry.start.hour) == (("paul",), Kind.CONTRIBUTION, 10)


def test_an_entry_moved_to_another_week_leaves_the_old_one(desk: Desk) -> None:
    id_ = log(desk, "c 25 lyon-ux")
    entry = desk.amend(id_, Amendment(start="2026-11-17 10:00")).entry
    assert entry and entry.week == Week(2026, 47)
    assert desk.report(Week(2026, 48)).entries == ()
    assert [each.id for each in desk.report(Week(2026, 47)).entries] == [id_]
    desk.undo()
    assert desk.report(Week(2026, 47)).entries == ()
    assert [each.id for each in desk.report(Week(2026, 48)).entries] == [id_]


def test_a_whole_new_line_keeps_the_start_unless_it_says_when(desk: Desk) -> None:
    id_ = log(desk, "c 25 lyon-ux yesterday 10:00")
    kept = desk.edit_line(id_, "m 1h pmi coffee").entry
    assert kept and kept.day == date(2026, 11, 25) and kept.group == "pmi-france" and kept.minutes == 60
    moved = desk.edit_line(id_, "m 1h pmi coffee monday 9:30").entry
    assert moved and moved.day == date(2026, 11, 23)


def test_an_amendment_into_the_future_is_refused(desk: Desk) -> None:
    id_ = log(desk, "c 25 lyon-ux 18:10")
    with pytest.raises(Misread, match=r"“3h” would end at Thu 26 Nov \d\d:\d\d, which is still to come"):
        desk.amend(id_, Amendment(minutes="3h"))


def test_a_removed_entry_comes_back_by_undo(desk: Desk) -> None:
    id_ = log(desk, "c 25 lyon-ux")
    desk.remove_entry(id_)
    assert desk.report().entries == ()
    desk.undo()
    assert [entry.id for entry in desk.report().entries] == [id_]


def test_an_unknown_entry_is_refused(desk: Desk) -> None:
    with pytest.raises(PlannerError):
        desk.remove_entry("nothing1")


def test_the_log_is_filtered_by_every_condition(desk: Desk) -> None:
    log(desk, "c 25 lyon-ux answered Élodie monday 9:00")
    log(desk, "m 30 pmi @Paul lunch tuesday 12:00")
    log(desk, "w 15 pmi 2026-11-10 21:00")

    def notes(**wanted: object) -> list[str]:
        return [f"{entry.kind.letter}{entry.day.day}" for entry in desk.entries(LogFilter(**wanted))]  # type: ignore[arg-type]

    assert notes() == ["w10", "c23", "m24"]
    assert notes(since=date(2026, 11, 23)) == ["c23", "m24"]
    assert notes(until=date(2026, 11, 23)) == ["w10", "c23"]
    assert notes(group="pmi-france") == ["w10", "m24"]
    assert notes(kind=Kind.MEETING) == ["m24"]
    assert notes(person="paul") == ["m24"]
    assert notes(text="ELODIE") == ["c23"]


def test_a_line_written_out_reads_back_the_same(desk: Desk) -> None:
    entry = desk.log('m 45 lyon-ux @"Marie Dupont" coffee yesterday 12:30').entry
    assert entry
    again = desk.read(desk.line_of(entry))
    assert (again.start, again.minutes, again.note) == (entry.start, entry.minutes, entry.note)


def test_a_person_whose_name_has_no_end_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    with pytest.raises(Misread, match="301 characters"):
        desk.log("c 25 lyon-ux @" + "x" * 301)
    assert not desk.book().people and not desk.report().entries


def test_what_is_logged_is_said_even_where_settings_or_a_week_are_unread(desk: Desk, home: Path) -> None:
    (home / "config.toml").write_text("minutes = true")
    change = desk.log("c 25 lyon-ux")
    assert change.entry and "Lyon UX" in change.words
    assert any("“minutes”" in said for said in desk.notices) and not desk.damage()
    (home / "config.toml").unlink()
    (home / "weeks/2026-W47.json").write_text("damaged")
    change = desk.log("c 10 lyon-ux")
    assert change.entry and any("2026-W47.json is damaged" in said for said in desk.damage())
    assert [entry.minutes for entry in desk.report().entries] == [25, 10]


def test_a_start_said_as_a_time_alone_is_of_the_entry_s_own_day(desk: Desk) -> None:
    entry = desk.log("c 25 lyon-ux monday 10:00").entry
    assert entry
    moved = desk.amend(entry.id, Amendment(start="14:30")).entry
    assert moved and moved.start == datetime(2026, 11, 23, 14, 30, tzinfo=UTC)


def test_a_day_said_alone_keeps_the_entry_s_own_time(desk: Desk) -> None:
    entry = desk.log("c 25 lyon-ux tuesday 12:00").entry
    assert entry
    moved = desk.amend(entry.id, Amendment(start="monday")).entry
    assert moved and moved.start == datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    line = "c 25 lyon-ux yesterday"
    again = desk.edit_line(entry.id, line).entry
    assert again and again.start == datetime(2026, 11, 25, 12, 0, tzinfo=UTC) == desk.read_anew(again, line).start


def test_what_goes_on_at_the_same_time_is_said_and_counted_once(desk: Desk) -> None:
    talk = desk.log("m 1h lyon-ux 14:00").entry
    change = desk.log("c 30 lyon-ux 14:45")
    assert change.overlaps == (talk,) and "It overlaps 14:00 to 15:00, Lyon UX." in change.notes
    assert known(desk.report()).logged.total == 75


def test_lines_typed_in_a_row_are_things_one_after_the_other(desk: Desk) -> None:
    desk.log("c 25 lyon-ux")
    desk.log("m 45 pmi")
    assert known(desk.report()).logged.total == 70


def test_how_a_meeting_was_held_can_be_said_afterwards(desk: Desk) -> None:
    entry = desk.log("m 45 lyon-ux @marie").entry
    assert entry and entry.form is None
    held = desk.say_form(entry.id, "video").entry
    assert held and held.form == "video" and desk.growth().total.remote == 1


def test_what_a_line_would_overlap_is_said_before_it_is_kept(desk: Desk) -> None:
    entry = desk.log("m 1h lyon 14:00").entry
    assert entry
    parts = desk.reading_parts(desk.read("c 25 lyon 14:30"))
    assert (parts[-1].text, parts[-1].role) == (". It overlaps 14:00 to 15:00, Lyon UX", "striking")
    assert all(part.role == "plain" for part in desk.reading_parts(desk.read("m 1h lyon 14:00"), entry))


def test_where_one_time_of_two_was_not_said_they_may_overlap_and_both_count(desk: Desk) -> None:
    call = desk.log("m 45 lyon-ux call").entry
    assert call
    start = f"{call.start:%H:%M}"
    said = f"It may overlap about {start} to {call.end:%H:%M}, Lyon UX: that time was not said."
    parts = desk.reading_parts(desk.read(f"m 45 lyon-ux lunch {start}"))
    assert (parts[-1].text, parts[-1].role) == (f". {said[:-1]}", "striking")
    lunch = desk.log(f"m 45 lyon-ux lunch {start}")
    assert lunch.overlaps == (call,) and said in lunch.notes and "overlaps" not in " ".join(lunch.notes)
    own = f"It may overlap {start} to {call.end:%H:%M}, Lyon UX: its own time is not said."
    assert own in desk.amend(call.id, Amendment(note="on the train")).notes
    assert known(desk.report()).logged.total == 90, "it is not known that they did"
    assert desk.log(f"c 5 lyon-ux {start}").notes[0].startswith("It overlaps"), "what is known comes first"


def test_the_times_of_an_entry_that_nobody_said_are_about(desk: Desk) -> None:
    assert ", about " in desk.log("c 25 lyon-ux").words
    assert ", about " not in desk.log("c 25 lyon-ux 12:00").words


@pytest.mark.parametrize(
    ("said", "words"), [(Amendment(start="tomorrow"), "“tomorrow”"), (Amendment(minutes="1200"), "“1200”")]
)
def test_what_would_end_after_now_is_refused_by_its_words(desk: Desk, said: Amendment, words: str) -> None:
    entry = desk.log("c 25 lyon-ux 18:10").entry
    assert entry
    with pytest.raises(Misread, match=f"{words} would end at "):
        desk.amend(entry.id, said)


def test_an_edited_name_that_begins_a_known_one_is_told_so(desk: Desk) -> None:
    desk.add_person("Paul Roy")
    entry = desk.log("c 25 lyon-ux").entry
    assert entry
    assert "“@p” is new; Paul Roy is @paul-roy" in desk.amend(entry.id, Amendment(people="@p")).notes


def test_an_entry_that_ended_now_and_is_made_longer_began_earlier(desk: Desk) -> None:
    entry = desk.log("c 20 lyon-ux").entry
    assert entry
    longer = desk.amend(entry.id, Amendment(minutes="35")).entry
    assert longer and (longer.minutes, longer.end) == (35, entry.end)
    again = desk.edit_line(entry.id, "c 50 lyon-ux").entry
    assert again and (again.minutes, again.end) == (50, entry.end)
    said = desk.log("c 20 lyon-ux 18:20").entry
    assert said
    with pytest.raises(Misread, match="still to come"):
        desk.amend(said.id, Amendment(minutes="35"))


def test_how_it_was_is_said_of_an_entry_and_undone(desk: Desk) -> None:
    made = desk.log("m 45 lyon-ux").entry
    assert made and made.joy is None
    assert desk.say_joy(made.id, "2").words.endswith("; joy 2")
    assert desk.find_entry(made.id).joy == 2
    with pytest.raises(Misread, match="“7” is no mark; write 0, 1, 2 or 3"):
        desk.say_joy(made.id, "7")
    desk.undo()
    assert desk.find_entry(made.id).joy is None


def test_how_it_was_to_give_is_said_once_a_group_and_week(desk: Desk) -> None:
    for line in (
        "c 25 lyon-ux post tue",
        "c 10 lyon-ux answer wed",
        "c 10 pmi",
        "m 45 lyon-ux",
        "c 5 lyon-ux 2026-11-17",
    ):
        desk.log(line)
    first = next(desk.entries(LogFilter(group="lyon-ux")))
    desk.say_joy(first.id, "3")
    assert desk.say_joy_of_week(desk.this_week(), "lyon-ux", "1").words == "Lyon UX: joy 1"
    assert sorted((e.minutes, e.joy) for e in desk.entries(LogFilter()) if e.joy is not None) == [
        (5, 3),
        (10, 1),
        (25, 1),
    ]
    assert desk.felt_lately() == {"lyon-ux": 2}
    with pytest.raises(Refused, match="No contribution in Lyon UX waits"):
        desk.say_joy_of_week(desk.this_week(), "lyon-ux", "1")


def test_a_removed_entry_is_named_as_such(desk: Desk) -> None:
    made = desk.log("c 25 lyon-ux").entry
    assert made
    desk.remove_entry(made.id)
    with pytest.raises(Refused, match="was removed; “planner undo --list” tells of it"):
        desk.keep_echo(made.id, "2 replies")
