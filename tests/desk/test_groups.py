from __future__ import annotations

import pytest

from planner.desk import Desk
from planner.domain.brought import Brought
from planner.domain.errors import Misread, Refused
from planner.domain.group import Standing
from planner.domain.kinds import Kind
from planner.domain.week import Week


def test_two_groups_of_one_name_are_refused(desk: Desk) -> None:
    with pytest.raises(Misread, match="Lyon UX"):
        desk.add_group("lyon ux")


def test_a_name_is_cleaned_of_control_characters_and_kept_as_text(desk: Desk) -> None:
    desk.add_group("[red]Ops\x1b[31m\n club")
    (group,) = [group for group in desk.book().groups.values() if "Ops" in group.name]
    assert "[red]" in group.name and "\x1b" not in group.name and "\n" not in group.name


def test_a_new_slug_is_said_as_it_is_typed_and_one_of_no_letter_is_refused(desk: Desk) -> None:
    assert desk.edit_group("lyon-ux", slug="Été 26").standing == "It is typed as ete-26."
    for nothing in ("", " ", "--"):
        with pytest.raises(Misread, match="cannot be typed"):
            desk.edit_group("lyon-ux", slug=nothing)


@pytest.mark.parametrize("name", ["", "   ", "\x1b", "x" * 301])
def test_a_name_that_is_none_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(Misread):
        desk.add_group(name)


@pytest.mark.parametrize("name", ["🎉", "مجموعة", "日本語", "É" * 300])
def test_any_script_can_name_a_group(desk: Desk, name: str) -> None:
    desk.add_group(name)
    assert desk.group(name).slug


def test_entries_follow_a_renamed_group(desk: Desk) -> None:
    desk.log("c 25 lyon-ux")
    desk.edit_group("lyon-ux", name="Lyon Design", slug="design")
    assert desk.log("c 10 design").entry
    (line,) = [line for line in desk.report().lines if line.group.name == "Lyon Design"]
    assert line.logged.contribution == 35


def test_a_slug_of_another_group_is_refused(desk: Desk) -> None:
    with pytest.raises(Misread, match="PMI France"):
        desk.edit_group("lyon-ux", slug="pmi-france")


def test_a_new_group_is_typed_as_no_other_is(desk: Desk) -> None:
    desk.edit_group("lyon-ux", slug="club")
    assert desk.add_group("Club").standing == "It is typed as club-2."


def test_a_group_that_is_used_stays(desk: Desk) -> None:
    desk.log("c 25 lyon-ux")
    desk.set_cells(Week(2026, 48), "pmi", {Kind.CONTRIBUTION: 30})
    for name in ("lyon-ux", "pmi"):
        with pytest.raises(Refused, match="park it"):
            desk.remove_group(name)


def test_an_unused_group_is_removed_and_comes_back_by_undo(desk: Desk) -> None:
    desk.remove_group("pmi")
    assert "pmi-france" not in desk.book().groups
    desk.undo()
    assert "pmi-france" in desk.book().groups


def test_a_slug_follows_a_new_name_while_nothing_is_written_under_it(desk: Desk) -> None:
    desk.add_group("Reseau des anciennes eleves de l'ecole superieure de commerce")
    assert desk.group("reseau").slug == "reseau-des-anciennes-eleves-de-l-ecole"
    desk.edit_group("reseau", name="Anciennes ESC")
    assert desk.group("anciennes").slug == "anciennes-esc"
    desk.log("c 20 anciennes")
    desk.edit_group("anciennes", name="Alumni ESC")
    assert desk.group("Alumni ESC").slug == "anciennes-esc"


def test_what_a_group_brought_is_a_dated_line_each(desk: Desk) -> None:
    desk.edit_group("lyon-ux", standing=Standing.CANDIDATE)
    desk.edit_group("lyon-ux", brought="a talk")
    desk.edit_group("lyon-ux", standing=Standing.SELECTED, brought="a lead")
    today = desk.now().date()
    assert desk.group("lyon-ux").brought == (Brought(today, "a talk", could=True), Brought(today, "a lead"))
    desk.edit_group("lyon-ux", brought="-")
    desk.undo()
    assert len(desk.group("lyon-ux").brought) == 2
