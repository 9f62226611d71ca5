"""People are kept, merged and left to rest; their ties follow the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from planner.desk import Desk
from planner.domain.appointment import Appointment
from planner.domain.echo import Echo
from planner.domain.errors import Ambiguous, Misread, Refused
from planner.domain.grammar.amend import Amendment
from planner.domain.people.doubles import Likeness
from planner.domain.people.thread import Passed
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.tie_list import TieRow
from planner.domain.person import Circle
from planner.domain.step import Step
from tests.desk.conftest import THURSDAY, At


@pytest.fixture
def marie(desk: Desk) -> Desk:
    desk.add_person("Marie Dupont")
    return desk


def keep(desk: Desk, *records: Step | Appointment) -> None:
    """What other doors than these keep."""
    with desk._home.change("kept") as kept:
        kept.put_steps(each for each in records if isinstance(each, Step))
        kept.put_appointments(each for each in records if isinstance(each, Appointment))


def row(desk: Desk, id_: str = "marie-dupont") -> TieRow:
    found = desk.ties().row(id_)
    assert found
    return found


# Keeping people ------------------------------------------------------------------------------------------------


def test_a_person_is_added_with_what_is_known_and_since_when(desk: Desk) -> None:
    change = desk.add_person("Marie Dupont", company="Acme", circle=Circle.PEER, groups="lyon, pmi", cadence="30")
    person = desk.person("marie")
    assert change.person == person.id == "marie-dupont"
    assert (person.company, person.circle, person.cadence) == ("Acme", Circle.PEER, 30)
    assert person.groups == ("lyon-ux", "pmi-france") and person.since == THURSDAY.date()


@pytest.mark.parametrize("name", ["42", "@9", "14:30", "?!"])
def test_a_name_without_a_letter_is_nobodys(desk: Desk, name: str) -> None:
    entry = desk.log("c 20 lyon-ux").entry
    assert entry
    desk.add_person("Marie Dupont")
    ways: tuple[Callable[[], object], ...] = (
        lambda: desk.add_person(name),
        lambda: desk.edit_person("marie", name=name),
        lambda: desk.amend(entry.id, Amendment(people=name)),
        lambda: desk.set_step(name, "call fri"),
        lambda: desk.log(f'm 20 lyon-ux @"{name.lstrip("@")}"'),
    )
    for keeping in ways:
        with pytest.raises(Misread, match="is nobody: a person's name has a letter"):
            keeping()
    assert list(desk.book().people) == ["marie-dupont"]


def test_a_time_in_the_place_of_somebody_is_refused(desk: Desk) -> None:
    entry = desk.log("c 20 lyon-ux").entry
    assert entry
    ways: tuple[Callable[[], object], ...] = (
        lambda: desk.amend(entry.id, Amendment(people="@14h")),
        lambda: desk.set_step("@14h", "call fri"),
    )
    for keeping in ways:
        with pytest.raises(Misread, match="“@14h” is a time and nobody"):
            keeping()


def test_a_name_typed_with_its_mark_is_kept_without_it(desk: Desk) -> None:
    assert desk.person(desk.add_person("@Zoé").person).name == "Zoé"


def test_somebody_new_in_a_line_came_by_its_group_on_its_day(desk: Desk) -> None:
    desk.log("m 45 pmi @marie coffee 2026-11-20 12:30")
    person = desk.person("marie")
    assert (person.groups, person.since) == (("pmi-france",), date(2026, 11, 20))


def test_somebody_new_of_a_timer_or_an_amendment_did_so_too(desk: Desk) -> None:
    desk.start("m lyon-ux @ines")
    assert (desk.person("ines").groups, desk.person("ines").since) == (("lyon-ux",), THURSDAY.date())
    entry = desk.log("c 20 pmi 2026-11-20").entry
    assert entry
    desk.amend(entry.id, Amendment(people="Tom"))
    assert (desk.person("tom").groups, desk.person("tom").since) == (("pmi-france",), date(2026, 11, 20))


def test_a_namesake_is_added_and_said_so(marie: Desk) -> None:
    change = marie.add_person("marie dupont")
    assert change.person == "marie-dupont-2" and "@marie-dupont" in change.notes[-1]
    with pytest.raises(Ambiguous, match="@marie-dupont, @marie-dupont-2"):
        marie.edit_person("Marie Dupont", company="Acme")


def test_a_person_without_latin_letters_gets_an_id_that_can_be_typed(desk: Desk) -> None:
    id_ = desk.add_person("محمد علي").person
    assert id_.startswith("person-") and desk.person(id_) == desk.person("محمد علي")


def test_a_person_is_edited_and_keeps_the_id(marie: Desk) -> None:
    marie.edit_person("marie", name="Marie Roux", emails="m@acme.org", note="likes \x1b[31mtea")
    person = marie.book().people["marie-dupont"]
    assert (person.name, person.email, person.note) == ("Marie Roux", "m@acme.org", "likes tea")
    marie.undo()
    assert marie.person("marie").name == "Marie Dupont"


@pytest.mark.parametrize(
    "fields",
    [{"cadence": 0}, {"circle": "boss"}, {"emails": "x y"}, {"address": "ftp://x"}, {"name": "x" * 301}, {"name": " "}],
)
def test_what_may_not_be_kept_is_refused_and_nothing_is_changed(marie: Desk, fields: dict[str, Any]) -> None:
    before = marie.book()
    with pytest.raises(Misread):
        marie.edit_person("marie", company="Acme", **fields)
    with pytest.raises(Misread):
        marie.add_person(**{"name": "Paul", **fields})
    assert marie.book() == before


def test_nobody_is_meant_by_an_unknown_name(marie: Desk) -> None:
    for change in (marie.edit_person, marie.remove_person, marie.rest_person, marie.wake_person):
        with pytest.raises(Misread, match="Marie Dupont"):
            change("Marius")


def test_a_person_to_whom_nothing_refers_is_removed(marie: Desk) -> None:
    marie.remove_person("marie")
    assert not marie.book().people
    marie.undo()
    assert marie.person("marie")


def test_a_person_in_the_log_stays_and_the_refusal_says_how_much_there_is(at: At, marie: Desk) -> None:
    marie.log("m 45 lyon-ux @marie")
    marie.start("c pmi @marie")
    at(THURSDAY + timedelta(hours=5)).stop()  # forgotten, so unconfirmed
    keep(
        marie,
        Step("s", "marie-dupont", "write", date(2026, 12, 1)),
        Appointment("a", THURSDAY + timedelta(days=1), 45, people=("marie-dupont",)),
    )
    with pytest.raises(Refused, match=r"2 entries, 1 next step and 1 appointment, .*rest marie-dupont"):
        marie.remove_person("marie")


@pytest.mark.parametrize("line", ["step", "appointment", "timer"])
def test_one_reference_of_any_sort_is_enough(marie: Desk, line: str) -> None:
    if line == "step":
        keep(marie, Step("s", "marie-dupont", "write", date(2026, 12, 1)))
    elif line == "appointment":
        keep(marie, Appointment("a", THURSDAY, 45, people=("marie-dupont",)))
    else:
        marie.start("c pmi @marie")
    with pytest.raises(Refused):
        marie.remove_person("marie")


# Ties ----------------------------------------------------------------------------------------------------------


def test_a_tie_moves_with_the_log_and_back_with_undo(marie: Desk) -> None:
    assert row(marie).tie.stage is Stage.SPOTTED
    marie.log("w 20 lyon-ux @marie read her post")
    assert row(marie).tie.stage is Stage.SPOTTED
    marie.log("c 20 lyon-ux @marie")
    assert row(marie).tie.stage is Stage.IN_TOUCH
    marie.log("m 45 lyon-ux @marie")
    assert row(marie).tie.stage is Stage.MET
    marie.log("m 45 lyon-ux @marie coffee monday 12:30")
    assert row(marie).tie.stage is Stage.TIED
    marie.undo()
    assert row(marie).tie.stage is Stage.MET


def test_a_tie_cools_by_itself(at: At, marie: Desk) -> None:
    marie.log("m 45 lyon-ux @marie")
    marie.edit_person("marie", cadence=10)
    days = {days: row(at(THURSDAY + timedelta(days=days))).tie.warmth for days in (9, 10, 19, 20)}
    assert days == {9: Warmth.WARM, 10: Warmth.COOLING, 19: Warmth.COOLING, 20: Warmth.COLD}


def test_what_came_back_is_evidence_and_can_be_taken_back(marie: Desk) -> None:
    entry = marie.log("c 20 lyon-ux @marie").entry
    assert entry
    marie.keep_echo(entry.id, "thanked \x1b[31mme")
    kept = marie.find_entry(entry.id).echo
    assert row(marie).tie.both_ways and kept == Echo(text="thanked me", at=marie.now())
    marie.keep_echo(entry.id, "nothing")
    assert not row(marie).tie.both_ways and marie.find_entry(entry.id).echo == Echo(at=marie.now())
    marie.keep_echo(entry.id, " ")
    assert marie.find_entry(entry.id).echo is None


def test_who_writes_back_is_in_touch_though_nobody_was_named_before(marie: Desk) -> None:
    entry = marie.log("c 20 lyon-ux a post").entry
    assert entry
    marie.keep_echo(entry.id, "2 replies @marie")
    assert row(marie).tie.stage is Stage.IN_TOUCH and row(marie).tie.both_ways
    assert [item.entry for item in marie.thread("marie").items] == [marie.find_entry(entry.id)]


def test_an_echo_follows_a_merge_and_keeps_its_people_from_being_removed(marie: Desk) -> None:
    entry = marie.log("c 20 lyon-ux a post").entry
    assert entry
    marie.keep_echo(entry.id, '1 reply @"M. Dupont-Roy"')
    with pytest.raises(Refused):
        marie.remove_person("m-dupont-roy")
    marie.merge_people("marie", "m-dupont-roy")
    echo = marie.find_entry(entry.id).echo
    assert echo and echo.people == ("marie-dupont",)


def test_a_list_that_nothing_has_changed_is_not_made_again(marie: Desk, at: At) -> None:
    marie.log("m 45 lyon-ux @marie")
    ties = marie.ties()
    assert marie.ties() is ties
    at(THURSDAY).log("c 20 lyon-ux @marie")  # another program
    assert marie.ties() is not ties and row(marie).tie.exchanges.times == 1


def test_a_tie_is_left_to_rest_and_woken(marie: Desk) -> None:
    marie.log("m 45 lyon-ux @marie 2026-01-10")
    marie.rest_person("marie")
    assert row(marie).tie.resting and row(marie).tie.warmth is None
    with pytest.raises(Refused, match="already"):
        marie.rest_person("marie")
    marie.wake_person("marie")
    assert row(marie).tie.warmth is Warmth.COLD
    with pytest.raises(Refused):
        marie.wake_person("marie")
    marie.undo()
    assert row(marie).tie.resting


# Threads -------------------------------------------------------------------------------------------------------


def test_a_thread_has_the_entries_of_all_weeks_with_their_notes(marie: Desk) -> None:
    marie.log("m 45 lyon-ux @marie first coffee 2026-03-02 12:30")
    marie.log("c 20 lyon-ux @marie sent a link 2026-11-20")
    marie.log("c 20 lyon-ux @paul")
    keep(marie, Step("s", "marie-dupont", "write", date(2026, 12, 1), made=date(2026, 11, 21)))
    thread = marie.thread("marie")
    assert [item.entry.note if item.entry else item.what for item in thread.items] == [
        Passed.SET,
        "sent a link",
        "first coffee",
    ]
    assert thread.row == row(marie) and thread.earlier == 0


def test_a_long_thread_may_be_cut_to_the_newest_entries(marie: Desk) -> None:
    for day in range(1, 10):
        marie.log(f"c 20 lyon-ux @marie number {day} 2026-11-{day:02} 10:00")
    thread = marie.thread("marie", most=2)
    assert [item.day.day for item in thread.items] == [9, 8] and thread.earlier == 7
    assert marie.thread("marie", most=0).items == ()


# Merging -------------------------------------------------------------------------------------------------------


@pytest.fixture
def twice(marie: Desk, at: At) -> Desk:
    """Marie Dupont under two names, both in the log, with all that may name a person."""
    marie.edit_person("marie", company="Acme", note="from the fair")
    marie.add_person("M. Dupont", emails="m@acme.org", groups="pmi", note="likes tea")
    marie.log("m 45 lyon-ux @marie-dupont 2026-03-02")
    marie.log("m 45 lyon-ux @m-dupont 2026-03-20")
    marie.log("c 20 lyon-ux @m-dupont @marie-dupont @Paul 2026-11-20")
    marie.start("c pmi @m-dupont")
    at(THURSDAY + timedelta(hours=5)).stop()
    marie.start("c lyon-ux @m-dupont")
    keep(
        marie,
        Step("s", "m-dupont", "write", date(2026, 12, 1)),
        Appointment("a", THURSDAY + timedelta(days=1), 45, people=("m-dupont", "paul")),
    )
    return marie


def test_all_that_names_one_record_follows_to_the_other(twice: Desk) -> None:
    change = twice.merge_people("marie-dupont", "M. Dupont")
    book = twice.book()
    person = book.people["marie-dupont"]
    assert "m-dupont" not in book.people and change.person == "marie-dupont"
    assert (person.company, person.email, person.groups) == ("Acme", "m@acme.org", ("pmi-france",))
    assert person.note == "from the fair; likes tea; also M. Dupont"
    assert twice._home.entries_with("m-dupont") == ()
    assert [each.people for each in twice._home.entries_with("marie-dupont")] == [
        ("marie-dupont",),
        ("marie-dupont",),
        ("marie-dupont", "paul"),
        ("marie-dupont",),
    ]
    assert book.steps["s"].person == "marie-dupont"
    assert book.appointments["a"].people == ("marie-dupont", "paul")
    timer = twice.timer()
    assert timer and timer.people == ("marie-dupont",)
    assert row(twice).tie.stage is Stage.TIED
    assert "3 entries" in change.standing


def test_one_undo_takes_the_merge_back(twice: Desk) -> None:
    def everything() -> list[object]:
        kept = [twice._home.entries_with(id_) for id_ in ("m-dupont", "marie-dupont", "paul")]
        return [twice.book(), twice.timer(), *kept]

    before = everything()
    twice.merge_people("marie-dupont", "M. Dupont")
    merged = everything()
    twice.undo()
    assert everything() == before
    twice.redo()
    assert everything() == merged


def test_a_merge_over_many_weeks_is_one_change(at: At, marie: Desk) -> None:
    marie.add_person("Marie D.")
    for back in range(30):
        day = (THURSDAY - timedelta(weeks=back)).date()
        marie.log(f"m 45 lyon-ux @marie-d {day} 12:00")
    marie.merge_people("marie-dupont", "marie-d")
    assert row(marie).tie.meetings.times == 30
    marie.undo()
    assert row(marie).tie.meetings.times == 0 and row(marie, "marie-d").tie.meetings.times == 30


def test_nobody_is_merged_with_themselves(marie: Desk) -> None:
    with pytest.raises(Misread, match="one person already"):
        marie.merge_people("marie", "Marie Dupont")
    assert marie.person("marie")


def test_likely_doubles_are_pointed_out_and_left_alone(twice: Desk) -> None:
    twice.edit_person("M. Dupont", company="acme")
    (double,) = twice.doubles()
    assert (double.one.id, double.other.id, double.why) == ("marie-dupont", "m-dupont", Likeness.SHORT)
    assert len(twice.book().people) == 3


def test_the_network_grows_by_first_meetings(marie: Desk) -> None:
    marie.log("m 45 lyon-ux @marie video 2026-10-02")
    marie.log("m 45 pmi @marie @paul 2026-11-02")
    growth = marie.growth()
    assert [(month.first, month.grown.met, month.grown.tied) for month in growth.months] == [
        (date(2026, 10, 1), 1, 0),
        (date(2026, 11, 1), 1, 1),
    ]
    assert dict(growth.total.groups) == {"lyon-ux": 1, "pmi-france": 1}


def test_a_person_whose_id_is_no_plain_text_is_found_in_every_week(desk: Desk) -> None:
    """A book that another program wrote may have any ids."""
    from planner.domain.person import Person

    with desk._home.change("imported") as kept:
        kept.put_people([Person('é "ü"', "Zoé"), Person('a"b', "Tom")])
    desk.log("m 45 lyon-ux @Zoé @Tom")
    assert len(desk._home.entries_with('é "ü"')) == len(desk._home.entries_with('a"b')) == 1
    assert desk._home.entries_with("b") == ()


def test_now_is_the_day_of_the_desk(at: At, marie: Desk) -> None:
    assert at(datetime(2027, 1, 2, tzinfo=THURSDAY.tzinfo)).ties().today == date(2027, 1, 2)


def test_two_who_look_alike_are_told_apart_and_it_can_be_taken_back(twice: Desk) -> None:
    twice.edit_person("m-dupont", company="Acme")
    assert [(each.one.id, each.other.id) for each in twice.doubles()] == [("marie-dupont", "m-dupont")]
    change = twice.tell_apart("marie-dupont", "m-dupont")
    assert change.words == "Marie Dupont and M. Dupont are two people"
    assert twice.doubles() == ()
    twice.undo()
    assert len(twice.doubles()) == 1


def test_a_merge_forgets_whom_the_record_was_told_apart_from_among_the_two(twice: Desk) -> None:
    twice.add_person("Marie Dupond")
    twice.tell_apart("m-dupont", "marie-dupond")
    twice.tell_apart("marie-dupont", "m-dupont")
    twice.merge_people("marie-dupont", "m-dupont")
    assert twice.book().people["marie-dupont"].apart == ("marie-dupond",)
    assert twice.doubles() == ()
