"""A folder that vdirsyncer keeps: an event a file, given into it and read from it, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.appointment import Outcome
from planner.domain.errors import StoreError
from planner.domain.person import Person
from planner.interop.calendar_export import calendar_of, events_of
from planner.interop.calendar_folder import GIVEN, Written, write_events
from planner.store.home import Home
from tests.interop.conftest import Write
from tests.interop.reads import import_ics


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Path:
    """A folder into which a lunch, a step and the review were given."""
    folder = tmp_path / "work"
    desk.keep("known", people=[Person("ida", "Ida Berg")])
    desk.add_appointment("thu 3 dec 12:30 45m lyon-ux lunch")
    desk.set_step("ida", "send my notes mon")
    assert give(desk, folder) == Written(written=3)
    return folder


def give(desk: Desk, folder: Path) -> Written:
    return write_events(str(folder), events_of(desk), desk, whole=True)


def lunch(folder: Path) -> Path:
    (path,) = (each for each in folder.glob("*.ics") if "SUMMARY:lunch" in each.read_text())
    return path


def moved_there(folder: Path) -> None:
    """As a telephone does: it names itself, and need not count its changes."""
    path, text = lunch(folder), lunch(folder).read_text()
    text = text.replace("20261203T1130", "20261203T1430").replace("20261203T1215", "20261203T1515")
    path.write_text(text.replace("//planner//planner//", "//A telephone//1//"))


def counts(desk: Desk, folder: Path) -> tuple[int, int, int]:
    account = import_ics(desk, str(folder)).account
    return account.added, account.changed, account.already_there


def test_given_twice_and_read_back_nothing_doubles(desk: Desk, folder: Path) -> None:
    before = {each: each.read_bytes() for each in folder.iterdir()}
    assert give(desk, folder) == Written(there=3) and counts(desk, folder) == (0, 0, 3)
    assert {each: each.read_bytes() for each in folder.iterdir()} == before, "nothing for vdirsyncer to carry"
    assert {each.stat().st_mode & 0o777 for each in folder.iterdir()} == {0o600}
    assert len(list(folder.glob("*.ics"))) == 3 and (folder / GIVEN).exists()


def test_what_was_moved_there_stays_so_and_moves_it_here(desk: Desk, folder: Path) -> None:
    moved_there(folder)
    assert give(desk, folder) == Written(there=2, changed_there=1)
    assert counts(desk, folder) == (0, 1, 2)
    (kept,) = desk.appointments()
    assert (kept.start.hour, kept.minutes) == (15, 45)
    assert give(desk, folder) == Written(there=3) and counts(desk, folder) == (0, 0, 3)


def test_what_is_moved_here_moves_it_there(desk: Desk, folder: Path) -> None:
    moved_there(folder)
    import_ics(desk, str(folder))
    lunch(folder).rename(folder / "4711.ics")
    desk.move_appointment(desk.appointments()[0].id, "thu 10 dec 9:00")
    assert give(desk, folder) == Written(written=1, there=2)
    assert "DTSTART:20261210T080000Z" in (folder / "4711.ics").read_text(), "in the place where it stands"
    assert len(list(folder.glob("*.ics"))) == 3


def test_what_was_taken_out_there_is_cancelled_here(desk: Desk, folder: Path) -> None:
    lunch(folder).unlink()
    assert give(desk, folder) == Written(there=2, taken_out=1)
    imported = import_ics(desk, str(folder))
    assert [each.title for each in imported.gone] == ["lunch"]
    assert desk.appointments()[0].outcome is Outcome.CANCELLED
    assert give(desk, folder) == Written(there=2)
    desk.move_appointment(desk.appointments()[0].id, "thu 10 dec 9:00")
    assert give(desk, folder) == Written(written=1, there=2), "it takes place after all"


def test_the_last_one_may_be_taken_out_too(desk: Desk, folder: Path) -> None:
    for each in folder.glob("*.ics"):
        each.unlink()
    assert len(import_ics(desk, str(folder)).gone) == 1


def test_what_is_done_or_removed_here_goes_there(desk: Desk, folder: Path) -> None:
    desk.finish_step(next(iter(desk.book().steps)))
    desk.remove_appointment(desk.appointments()[0].id)
    assert give(desk, folder) == Written(there=1, gone=2)
    assert [each.name.partition("-")[0] for each in folder.glob("*.ics")] == ["review"]
    assert counts(desk, folder)[0] == 0


def test_what_others_put_there_is_left_alone(desk: Desk, folder: Path, write: Write) -> None:
    (folder / "two.ics").write_bytes(calendar_of(desk)[0])
    (folder / "bad.ics").write_text("BEGIN:VEVENT\nUID:x\nDTSTART:soon\nEND:VEVENT\n")
    (folder / "huge.ics").write_bytes(b" " * 2_000_000)
    (folder / "folder.ics").mkdir()
    before = {each: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    assert give(desk, folder) == Written(there=3)
    assert {each: each.read_bytes() for each in folder.iterdir() if each.is_file()} == before


def test_one_that_cannot_be_read_is_left_as_it_is(desk: Desk, folder: Path) -> None:
    path = lunch(folder)
    path.write_text(path.read_text().replace("DTSTART:20261203T113000Z", "DTSTART:soon"))
    assert give(desk, folder) == Written(there=2, changed_there=1)


def test_part_of_all_takes_nothing_out(desk: Desk, folder: Path) -> None:
    desk.remove_appointment(desk.appointments()[0].id)
    assert write_events(str(folder), [], desk, whole=False) == Written()
    assert lunch(folder).exists()


def test_an_event_that_planner_02_gave_is_known(desk: Desk, folder: Path) -> None:
    path = lunch(folder)
    path.write_text(path.read_text().replace(f"@{desk.home_id()}.planner", "@planner"))
    (folder / GIVEN).unlink()
    assert give(desk, folder) == Written(there=3) and counts(desk, folder) == (0, 0, 3)
    moved_there(folder)
    assert counts(desk, folder) == (0, 1, 2)


def test_an_event_of_another_home_is_not_hers(desk: Desk, folder: Path, thursday: Clock, tmp_path: Path) -> None:
    path = lunch(folder)
    path.write_text(
        path.read_text().replace(f"@{desk.home_id()}.planner", "@0ther0ne.planner").replace("lunch", "talk")
    )
    assert counts(desk, folder) == (1, 0, 2), "the same id, but another home"
    other = Desk(Home(str(tmp_path / "other"), thursday.now, "a test"), thursday)
    account = import_ics(other, str(folder)).account
    assert (account.added, account.skipped) == (1, 2), "its steps and its review are not hers either"
    assert other.home_id() != desk.home_id()


def test_the_homes_own_place_is_refused(desk: Desk, home: Path) -> None:
    for place in (home, home / "weeks"):
        with pytest.raises(StoreError, match="keeps its own data"):
            give(desk, place)


def test_a_folder_that_is_not_there_is_made_where_it_can_be(desk: Desk, tmp_path: Path) -> None:
    assert give(desk, tmp_path / "new").written == 1
    with pytest.raises(StoreError, match="There is no folder"):
        give(desk, tmp_path / "no" / "where")
