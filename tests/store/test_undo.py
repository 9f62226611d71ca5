"""Undo and redo: every change can be taken back and made again, by any planner, deep, and across restarts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from planner.domain.errors import Damaged, Refused, StoreError
from planner.domain.kinds import Kind
from planner.domain.timer import Timer
from planner.store.home import Home
from tests.store.conftest import NOW, UX, WEEK, Hands, Opens, entry, logs


def test_undo_takes_back_the_last_change_and_redo_makes_it_again(kept: Home) -> None:
    logs(kept, entry(), label="Logged 25 min")
    assert kept.undo().label == "Logged 25 min"
    assert kept.week(WEEK).entries == ()
    assert kept.redo() == ("Logged 25 min", NOW, "planner log")
    assert kept.week(WEEK).entries == (entry(),)


def test_undo_of_a_removal_brings_the_record_back_in_its_place(kept: Home) -> None:
    with kept.change("Groups") as change:
        for name in ("a", "b", "c"):
            change.put_group(UX._replace(id=name))
    with kept.change("Removed") as change:
        change.remove_group("b")
    assert list(kept.book().groups) == ["a", "c"]
    kept.undo()
    assert list(kept.book().groups) == ["a", "b", "c"]


def test_undo_of_stopping_the_timer_starts_it_again_and_takes_its_entry_back(kept: Home) -> None:
    timer = Timer(NOW, Kind.MEETING, "lyon-ux")
    with kept.change("Started") as change:
        change.put_timer(timer)
    with kept.change("Stopped") as change:
        change.put_timer(None)
        change.put_entry(entry())
    kept.undo()
    assert (kept.timer(), kept.week(WEEK).entries) == (timer, ())
    kept.undo()
    assert kept.timer() is None


def test_nothing_to_undo_or_redo_is_refused(kept: Home) -> None:
    with pytest.raises(Refused):
        kept.undo()
    with pytest.raises(Refused):
        kept.redo()


def test_another_planner_undoes_what_this_one_did(kept: Home, opens: Opens) -> None:
    logs(kept, entry())
    assert opens("planner").undo().via == "planner log"
    assert kept.week(WEEK).entries == ()


def test_an_earlier_change_is_undone_alone_and_can_be_made_again(kept: Home) -> None:
    with kept.change("Groups") as change:
        change.put_groups([UX, UX._replace(id="b")])
    with kept.change("Removed") as change:
        change.remove_group("b")
    logs(kept, entry("one"))
    assert kept.undo(2).label == "Removed"
    assert list(kept.book().groups) == ["lyon-ux", "b"]
    assert kept.week(WEEK).entries == (entry("one"),)
    assert kept.redo().label == "Removed"
    assert list(kept.book().groups) == ["lyon-ux"]


def test_a_change_on_which_a_later_one_builds_is_not_undone_alone(kept: Home) -> None:
    with kept.change("Added") as change:
        change.put_group(UX)
    logs(kept, entry("one"))
    logs(kept, entry("one", minutes=50), label="Edited")
    for number, later in ((2, "Edited"), (3, "Logged")):
        with pytest.raises(Refused, match=f"for “({later}|Edited)” builds on it"):
            kept.undo(number)
    with pytest.raises(Refused, match="Only 3 changes can be undone"):
        kept.undo(4)
    assert kept.week(WEEK).entries == (entry("one", minutes=50),)


def test_a_new_change_ends_what_could_be_redone(kept: Home) -> None:
    logs(kept, entry("one"))
    kept.undo()
    logs(kept, entry("two"))
    with pytest.raises(Refused):
        kept.redo()
    assert [entry.id for entry in kept.week(WEEK).entries] == ["two"]


def test_the_history_names_what_can_be_undone_and_redone_newest_first(kept: Home, hands: Hands) -> None:
    for number in range(4):
        hands.turn(minutes=1)
        logs(kept, entry(f"id{number}"), label=f"change {number}")
    kept.undo()
    kept.undo()
    undone, redone = kept.history()
    assert [step.label for step in undone] == ["change 1", "change 0"]
    assert [step.label for step in redone] == ["change 2", "change 3"]
    assert undone[0].at == NOW + timedelta(minutes=2)


def test_a_change_that_leaves_no_step_is_passed_over(kept: Home) -> None:
    logs(kept, entry("one"))
    with kept.change("Announced") as change:
        change.undoable = False
        change.put_group(UX)
    kept.undo()
    assert kept.week(WEEK).entries == ()
    assert kept.book().groups == {"lyon-ux": UX}


def test_two_hundred_changes_can_be_undone(quick: Home) -> None:
    kept = quick
    for number in range(203):
        logs(kept, entry(f"id{number:04d}"))
    assert len(kept.history()[0]) == 200
    for _ in range(200):
        kept.undo()
    assert [entry.id for entry in kept.week(WEEK).entries] == ["id0000", "id0001", "id0002"]
    assert len(kept.history()[1]) == 200
    for _ in range(20):
        kept.redo()
    assert len(kept.week(WEEK).entries) == 23


def test_a_large_change_is_undone_at_once_and_does_not_weigh_on_those_after_it(kept: Home, home: Path) -> None:
    many = [entry(f"id{number:05d}", start=NOW - timedelta(days=number)) for number in range(1500)]
    logs(kept, *many, label="Imported")
    assert (home / "undo.json").stat().st_size < 1000
    assert len(list((home / "undo").iterdir())) == len(kept.weeks())
    kept.undo()
    assert not any(kept.week(week).entries for week in kept.weeks())
    kept.redo()
    assert sum(len(kept.week(week).entries) for week in kept.weeks()) == 1500


def test_a_large_change_that_can_no_longer_be_undone_leaves_no_file_behind(kept: Home, home: Path) -> None:
    logs(kept, *(entry(f"id{number}") for number in range(100)))
    kept.undo()
    logs(kept, entry("new"))
    assert list((home / "undo").iterdir()) == []


def test_a_large_change_whose_images_are_gone_is_refused_untouched(kept: Home, home: Path) -> None:
    logs(kept, *(entry(f"id{number}") for number in range(100)), label="Imported")
    for file in (home / "undo").iterdir():
        file.unlink()
    with pytest.raises(Refused, match="“Imported” cannot be undone: what was there before it stood in undo/"):
        kept.undo()
    assert len(kept.week(WEEK).entries) == 100
    assert kept.history()[0] == []


def _forgets_the_seal(home: Path) -> None:
    """As steps were kept before they said what their images come to."""
    history = json.loads((home / "undo.json").read_text())
    for step in history["undo"].values():
        step.pop("seal", None)
    (home / "undo.json").write_text(json.dumps(history))


def _lacks_a_line(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join((*lines[:3], *lines[4:]))


SPOILT: dict[str, Callable[[str], str]] = {
    "cut short": lambda text: text[:-9],
    "empty": lambda _: "",
    "of another word": lambda text: text.replace('"id": "w48-07"', '"jd": "w48-07"'),
    "without one record": _lacks_a_line,
    "of another time": lambda text: text.replace("48-07", "48-08", 1),
}


def _imports(kept: Home) -> None:
    """A large step over two weeks' files, and a small one before it."""
    logs(kept, entry("before"), label="Logged before")
    weeks = [(f"w{48 - back}-{n:02d}", NOW - timedelta(weeks=back, minutes=n)) for back in (0, 1) for n in range(20)]
    logs(kept, *(entry(id_, start=start) for id_, start in weeks), label="Imported")


@pytest.mark.parametrize("spoils", SPOILT.values(), ids=SPOILT)
def test_nothing_is_undone_while_an_image_file_is_spoilt(kept: Home, home: Path, spoils: Callable[[str], str]) -> None:
    _imports(kept)
    (images,) = (home / "undo").glob("*-2026-W48.json")
    text = images.read_text()
    images.write_text(spoils(text))
    assert images.read_text() != text
    with pytest.raises(Refused, match=r"“Imported” cannot be undone: .* is missing or not whole"):
        kept.undo()
    assert [len(kept.week(week).entries) for week in (WEEK.plus(-1), WEEK)] == [20, 21]
    assert kept.damage() == []
    assert kept.undo().label == "Logged before"


@pytest.mark.parametrize("name", ["cut short", "empty"])
def test_a_step_without_a_seal_is_not_undone_by_halves_either(kept: Home, home: Path, name: str) -> None:
    _imports(kept)
    _forgets_the_seal(home)
    (images,) = (home / "undo").glob("*-2026-W48.json")
    images.write_text(SPOILT[name](images.read_text()))
    with pytest.raises(Refused, match="“Imported” cannot be undone"):
        kept.undo()
    assert [len(kept.week(week).entries) for week in (WEEK.plus(-1), WEEK)] == [20, 21]


def test_a_large_step_is_taken_back_and_made_again_any_number_of_times(kept: Home, opens: Opens) -> None:
    _imports(kept)
    for _ in range(2):
        opens().undo()
        assert [len(kept.week(week).entries) for week in (WEEK.plus(-1), WEEK)] == [0, 1]
        opens().redo()
        assert [len(kept.week(week).entries) for week in (WEEK.plus(-1), WEEK)] == [20, 21]


def test_a_step_is_not_taken_back_past_one_that_touched_what_nobody_knows(kept: Home, home: Path) -> None:
    _imports(kept)
    (images,) = (home / "undo").glob("*-2026-W48.json")
    images.write_bytes(b"")
    with pytest.raises(Refused, match="“Logged before” cannot be undone by itself, for “Imported” builds on it"):
        kept.undo(2)


def test_images_that_would_make_a_file_misshapen_change_nothing(kept: Home, home: Path) -> None:
    logs(kept, *(entry(f"id{number}") for number in range(100)))
    logs(kept, *(entry(f"id{number}", minutes=50) for number in range(100)), label="Imported")
    _forgets_the_seal(home)
    for file in (home / "undo").iterdir():
        file.write_text(file.read_text().replace('"minutes": 25', '"minutes": "many"'))
    with pytest.raises(StoreError, match=r"weeks/2026-W48\.json would not be what it should .*“minutes”"):
        kept.undo()
    assert {entry.minutes for entry in kept.week(WEEK).entries} == {50}
    assert [file.name for file in (home / "journal").iterdir()] == ["last"]
    logs(kept, entry("next"))
    assert {entry.minutes for entry in kept.week(WEEK).entries} == {25, 50}


def test_a_large_step_of_planner_0_1_0_is_still_undone(kept: Home, home: Path) -> None:
    """It kept all its images in one file."""
    logs(kept, *(entry(f"id{number}") for number in range(100)))
    history = json.loads((home / "undo.json").read_text())
    step = history["undo"]["1"]
    del step["parts"]
    for file in (home / "undo").iterdir():
        file.unlink()
    images = {
        str(number + 1): {
            "id": str(number),
            "image": {"file": "weeks/2026-W48.json", "table": "entries", "id_": f"id{number}"},
        }
        for number in range(100)
    }
    (home / "undo.json").write_text(json.dumps(history))
    (home / f"undo/{step['id']}.json").write_text(json.dumps({"meta": {"1": {"schema": 2}}, "images": images}))
    kept.undo()
    assert kept.week(WEEK).entries == ()
    kept.redo()
    assert len(kept.week(WEEK).entries) == 100
    assert [file.name for file in (home / "undo").iterdir()] == [f"{step['id']}-2026-W48.json"]


MEMORY_OF = """
import sys
from datetime import UTC, datetime
from planner.store.home import Home
Home(sys.argv[1], lambda: datetime(2026, 11, 26, 18, 40, tzinfo=UTC), "planner").undo()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="other systems measure a process otherwise")
def test_taking_a_large_change_back_needs_the_memory_of_one_file(quick: Home) -> None:
    """What 20,000 entries of four years would take at once is 100 MiB more."""
    logs(quick, *(entry(f"id{number:05d}", start=NOW - timedelta(hours=2 * number)) for number in range(20_000)))
    done = subprocess.run([sys.executable, "-c", MEMORY_OF, quick.path], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 40_000  # KiB
    assert not any(quick.week(week).entries for week in quick.weeks())


def test_undo_changes_a_document_at_its_own_moment_so_that_a_merge_takes_it(
    kept: Home, home: Path, hands: Hands
) -> None:
    logs(kept, entry())
    logs(kept, entry(minutes=50))
    hands.turn(hours=1)
    kept.undo()
    document = json.loads((home / "weeks/2026-W48.json").read_text())["entries"]["1"]
    assert (document["minutes"], document["changed"]) == (25, "2026-11-26T19:40:00+01:00")


def test_a_damaged_history_is_set_aside_and_the_data_stays(kept: Home, home: Path) -> None:
    logs(kept, entry())
    text = (home / "undo.json").read_text().replace('"table"', '"tabel"')
    (home / "undo.json").write_text(text)
    with pytest.raises(Damaged, match=r"undo\.json"):
        kept.undo()
    assert kept.week(WEEK).entries == (entry(),)
    assert kept.history() == ([], [])
    logs(kept, entry("two"))
    kept.undo()


def _edits(home: Path, old: str, new: str) -> None:
    """What an editor, another program or a change without a step does to a file."""
    file = home / "weeks/2026-W48.json"
    file.write_text(file.read_text().replace(old, new))


def test_a_step_is_not_taken_back_over_what_was_done_since(kept: Home, home: Path) -> None:
    logs(kept, entry(note="before"))
    logs(kept, entry(note="after"), label="Changed to 25 min")
    _edits(home, '"after"', '"by hand"')
    with pytest.raises(Refused) as refused:
        kept.undo()
    assert str(refused.value) == (
        "“Changed to 25 min” cannot be undone: the entry “by hand” has been changed since. Nothing was changed."
    )
    assert kept.week(WEEK).entries[0].note == "by hand"
    logs(kept, entry("another"))
    kept.undo()  # what came later can be
    assert [each.note for each in kept.week(WEEK).entries] == ["by hand"]


def test_what_is_gone_since_stands_in_the_way_too_and_of_redo_as_well(kept: Home, home: Path) -> None:
    logs(kept, entry(), label="Logged")
    kept.undo()
    with kept.change("") as change:
        change.undoable = False
        change.put_entry(entry(minutes=99))
    with pytest.raises(Refused, match="“Logged” cannot be redone: the entry “abcd1234” has been changed since"):
        kept.redo()
    with kept.change("") as change:
        change.undoable = False
        change.remove_entry(entry())
    kept.redo()
    with kept.change("") as change:
        change.undoable = False
        change.remove_entry(entry())
    with pytest.raises(Refused, match="“Logged” cannot be undone: the entry “abcd1234” has been removed since"):
        kept.undo()


def test_a_timers_signs_of_life_stand_in_nobodys_way(kept: Home) -> None:
    with kept.change("Started") as change:
        change.put_timer(Timer(NOW, Kind.MEETING, "lyon-ux"))
    kept.beat(NOW + timedelta(minutes=5))
    kept.undo()
    assert kept.timer() is None


def test_a_step_whose_images_are_missing_says_so_and_leaves_the_way_free(kept: Home, home: Path) -> None:
    logs(kept, entry("before"), label="Logged before")
    logs(kept, *(entry(f"id{number}") for number in range(100)), label="Imported")
    (images,) = (home / "undo").iterdir()
    images.unlink()
    with pytest.raises(Refused, match=r"“Imported” cannot be undone: .* undo/[0-9a-f]+-\*\.json, which is missing"):
        kept.undo()
    assert len(kept.week(WEEK).entries) == 101
    assert kept.undo().label == "Logged before"
    assert len(kept.week(WEEK).entries) == 100


def test_steps_of_planner_0_1_0_are_taken_back_as_they_were(kept: Home, home: Path) -> None:
    logs(kept, entry())
    history = json.loads((home / "undo.json").read_text())
    for image in history["undo"]["1"]["images"]:
        del image["left"]
    (home / "undo.json").write_text(json.dumps(history))
    assert kept.undo().label == "Logged"
    assert kept.week(WEEK).entries == ()


def test_a_step_that_cannot_be_taken_back_says_which_one_before_it_can(kept: Home, home: Path) -> None:
    with kept.change("Group") as change:
        change.put_group(UX._replace(id="other", slug="other"))
    logs(kept, entry(note="before"))
    logs(kept, entry(note="after"), label="Changed")
    _edits(home, '"after"', '"by hand"')
    with pytest.raises(Refused) as refused:
        kept.undo()
    assert str(refused.value).endswith("Nothing was changed. “planner undo 3” passes it.")
    with pytest.raises(Refused, match="cannot be undone by itself, for “Changed” builds on it"):
        kept.undo(2)
    assert kept.undo(3).label == "Group"
