"""Taking an import back: what it brought goes, and what it changed is as it was, where nobody has touched it since."""

from __future__ import annotations

import pytest

from planner.desk import Desk
from planner.domain.grammar.amend import Amendment
from tests.interop.conftest import Write
from tests.interop.reads import read
from tests.interop.test_intake import HEAD, KINDS, entries, row


def kept(desk: Desk) -> list[tuple[int, int, str]]:
    return [(entry.day.day, entry.minutes, entry.note) for entry in entries(desk)]


def log(desk: Desk, write: Write, *rows: str) -> None:
    read(desk, write(HEAD, *rows, name="log.csv"), map=KINDS)


def frames(desk: Desk, write: Write, *frames: str) -> None:
    read(desk, write(f"[{','.join(frames)}]", name="frames"), format="watson", map=KINDS)


def frame(id_: str, day: int, minutes: int = 10) -> str:
    start = 1773655200 + (day - 16) * 86400  # 16 March 2026, 11:00 in Paris
    return f'[{start}, {start + minutes * 60}, "Career", "{id_}"]'


@pytest.mark.parametrize("others", [0, 30])  # a step of many images keeps them in files of their own
def test_what_it_changed_is_as_it_was(desk: Desk, write: Write, others: int) -> None:
    rest = [row(1 + at % 14, f"{8 + at // 14:02}:30") for at in range(others)]
    log(desk, write, row(16, note="slides"), *rest)
    log(desk, write, row(16, minutes=25, note="the slides"), row(17), *(row(1 + at % 14, f"{8 + at // 14:02}:30", 7)
        for at in range(others)))  # fmt: skip
    taken = desk.take_back(1)
    assert (taken.removed, taken.restored, taken.stay, taken.changed) == (1, 1 + others, 0, 0)
    assert kept(desk)[others:] == [(16, 10, "slides")]
    assert {minutes for _, minutes, _ in kept(desk)} == {10}
    desk.undo()
    assert kept(desk)[others:] == [(16, 25, "the slides"), (17, 10, "")]


def test_what_was_edited_since_stays(desk: Desk, write: Write) -> None:
    log(desk, write, row(16), row(17))
    log(desk, write, row(16, minutes=25), row(17, minutes=35))
    desk.amend(entries(desk)[0].id, Amendment(note="mine"))
    taken = desk.take_back(1)
    assert (taken.restored, taken.changed) == (1, 1)
    assert kept(desk) == [(16, 25, "mine"), (17, 10, "")]
    assert any("stays so" in note for note in taken.change.notes)


def test_what_it_moved_to_another_week_goes_back(desk: Desk, write: Write) -> None:
    frames(desk, write, frame("a", 16), frame("b", 17))
    frames(desk, write, frame("a", 26), frame("b", 28))
    assert [day for day, _, _ in kept(desk)] == [26, 28]
    desk.amend(entries(desk)[1].id, Amendment(note="mine"))
    taken = desk.take_back(1)
    assert (taken.removed, taken.restored, taken.changed) == (0, 1, 1)
    assert kept(desk) == [(16, 10, ""), (28, 10, "mine")]


def test_a_group_that_only_what_it_changed_was_of_goes_with_it(desk: Desk, write: Write) -> None:
    frames(desk, write, frame("a", 16))
    frames(desk, write, frame("a", 16).replace("Career", "Guitar"))
    assert {entry.group for entry in entries(desk)} == {"guitar"}
    desk.take_back(1)
    assert {entry.group for entry in entries(desk)} == {"career"} and "guitar" not in desk.book().groups


def test_of_a_group_that_is_gone_nothing_comes_back(desk: Desk, write: Write) -> None:
    frames(desk, write, frame("a", 16))
    frames(desk, write, frame("a", 16).replace("Career", "Guitar"))
    desk.remove_group("career")
    taken = desk.take_back(1)
    assert (taken.restored, taken.changed) == (0, 1)
    assert {entry.group for entry in entries(desk)} == {"guitar"} and "guitar" in desk.book().groups


def test_an_older_one_leaves_what_a_later_one_changed(desk: Desk, write: Write) -> None:
    for minutes in (10, 20, 30):
        log(desk, write, row(16, minutes=minutes), row(17))
    taken = desk.take_back(2)
    assert (taken.restored, taken.changed) == (0, 1) and kept(desk)[0] == (16, 30, "")
    assert desk.take_back(1).restored == 1 and kept(desk)[0] == (16, 20, "")
