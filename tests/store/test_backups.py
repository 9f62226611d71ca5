"""Backups: one a day before its first write, apart from the live files, for 14 days and one a month for ever."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import Refused
from planner.store.backup import KEPT, Backup
from planner.store.backups import outdated
from planner.store.home import Home
from tests.store.conftest import NOW, UX, WEEK, Hands, entry, logs


def _text(home: Path, day: str, name: str) -> str:
    (copy,) = (home / "backups").glob(f"*-{day}/{name}")
    return copy.read_text()


def test_the_first_write_of_a_day_keeps_everything_as_it_was_before_it(kept: Home, home: Path, hands: Hands) -> None:
    with kept.change("All") as change:
        change.put_group(UX)
        change.put_entry(entry())
    (home / "config.toml").write_text("minutes = 300")
    names = ["book.json", "undo.json", "config.toml", "weeks/2026-W48.json"]
    before = {name: (home / name).read_text() for name in names}
    hands.turn(days=1)
    logs(kept, entry("two"))
    logs(kept, entry("three"))
    assert {name: _text(home, "2026-11-27", name) for name in names} == before
    assert not (home / "backups" / ".making").exists()


def test_a_home_without_files_has_nothing_to_back_up(kept: Home, home: Path) -> None:
    logs(kept, entry())
    assert not (home / "backups").exists()


def test_a_file_that_did_not_change_is_kept_once_for_many_days(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry("past", start=NOW - timedelta(weeks=1)))
    for _ in range(3):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%d}"))
    copies = {path.stat().st_ino for path in home.glob("backups/*/weeks/2026-W47.json")}
    assert len(list(home.glob("backups/*/weeks/2026-W47.json"))) == 3
    assert len(copies) == 1


def test_an_editor_that_writes_in_place_does_not_reach_into_a_backup(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    hands.turn(days=1)
    with kept.change("Group") as change:
        change.put_group(UX)
    live = home / "weeks/2026-W48.json"
    before = live.read_text()
    with live.open("r+") as file:
        file.write("broken")
    assert _text(home, "2026-11-27", "weeks/2026-W48.json") == before


def test_a_backup_that_was_cut_off_does_not_count(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    (home / "backups" / ".making" / "weeks").mkdir(parents=True)
    (home / "backups" / ".making" / "weeks" / "half").write_text("")
    hands.turn(days=1)
    logs(kept, entry("two"))
    assert [path.name for path in (home / "backups").iterdir()] == ["0001-2026-11-27"]
    assert not (home / "backups/0001-2026-11-27/weeks/half").exists()


def test_old_backups_go_as_new_ones_come(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    for _ in range(40):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%m%d}", start=hands.now))
    days = sorted(path.name.partition("-")[2] for path in (home / "backups").iterdir())
    assert days[:2] == ["2026-11-27", "2026-12-01"]
    assert days[2:] == [str(date(2027, 1, 5) - timedelta(days=ago)) for ago in range(14, -1, -1)]
    assert kept.week(WEEK).entries


def _copies(home: Path, name: str = "weeks/2026-W48.json") -> list[str]:
    return [path.read_text() for path in sorted((home / "backups").glob(f"*/{name}"))]


def test_a_clock_once_in_2036_neither_thins_nor_outranks_the_others(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry("first"))
    for _ in range(10):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%d}"))
    right = hands.now
    hands.now = datetime(2036, 5, 1, 12, tzinfo=NOW.tzinfo)
    logs(kept, entry("far"))
    hands.now = right + timedelta(days=1)
    logs(kept, entry("near"))
    assert len(list((home / "backups").iterdir())) == 12
    (home / "weeks/2026-W48.json").write_text("damaged")
    kept.week(WEEK)
    assert "The newest good backup is of Mon 7 Dec, with 12 entries" in kept.damage()[0]
    kept.mend()
    assert {"first", "id06", "far"} <= {each.id for each in kept.week(WEEK).entries}


def test_a_file_that_cannot_be_read_is_not_copied_over_a_good_copy(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    hands.turn(days=1)
    logs(kept, entry("two"))
    (good,) = _copies(home)
    (home / "weeks/2026-W48.json").write_text("damaged, and nobody has read it yet")
    for _ in range(3):
        hands.turn(days=1)
        with kept.change("Group") as change:
            change.put_group(UX._replace(rank=hands.now.day))
    assert _copies(home) == [good] * 4


def test_no_backup_goes_while_damage_is_open(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry("lost"))
    hands.turn(days=1)
    logs(kept, entry("lost too"))
    (home / "weeks/2026-W48.json").write_text("damaged")
    for _ in range(40):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%m%d}"))
    assert len(list((home / "backups").iterdir())) == 41
    kept.mend()
    assert "lost" in {each.id for each in kept.week(WEEK).entries}
    hands.turn(days=1)
    logs(kept, entry("after"))
    assert len(list((home / "backups").iterdir())) == 42
    for _ in range(20):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%m%d}"))
    assert len(list((home / "backups").iterdir())) < 20


def test_what_was_there_before_a_restore_goes_with_the_backups_of_its_time(
    kept: Home, home: Path, hands: Hands, tmp_path: Path
) -> None:
    def next_day() -> None:
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%m%d}"))

    def archives() -> list[str]:
        return sorted(path.name for path in (home / "backups").glob("*.zip"))

    logs(kept, entry("first"))
    first = kept.backup(str(tmp_path / "first.zip"))
    for _ in range(3):
        next_day()
    kept.restore(kept.source(first), "Restored")
    before = f"before-restore-0003-{hands.now:%Y%m%d-%H%M%S}.zip"
    unnumbered = f"before-restore-{hands.now:%Y%m%d-%H%M%S}-2.zip"
    (home / "backups" / unnumbered).write_bytes(b"as they were called for a while")
    (home / "backups/before-restore-of-hers.zip").write_bytes(b"hers")
    for _ in range(14):
        next_day()
    assert archives() == [before, unnumbered, "before-restore-of-hers.zip"]
    hands.now += timedelta(days=3650)  # a clock that stands wrong makes nothing older
    (home / "weeks/2026-W48.json").write_text("damaged")
    kept.week(WEEK)
    for _ in range(5):  # nothing goes while damage is open
        next_day()
    assert archives() == [before, unnumbered, "before-restore-of-hers.zip"]
    kept.mend()
    for _ in range(14):
        next_day()
    assert archives() == ["before-restore-of-hers.zip"]


def test_backups_of_planner_0_1_0_come_before_numbered_ones_and_mend(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    old = home / "backups" / "2026-11-25" / "weeks"
    old.mkdir(parents=True)
    shutil.copy2(home / "weeks/2026-W48.json", old)
    (home / "weeks/2026-W48.json").write_text("damaged")
    assert kept.week(WEEK).entries == ()
    kept.mend()
    assert kept.week(WEEK).entries == (entry(),)
    hands.turn(days=1)
    logs(kept, entry("two"))
    assert sorted(path.name for path in (home / "backups").iterdir()) == ["0001-2026-11-27", "2026-11-25"]


STATES = {"good": (True, True), "with open damage": (False, True), "rotten": (False, False)}
DAYS = st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2036, 11, 26)), st.sampled_from([*STATES])), max_size=60)


@given(DAYS)
def test_of_good_ones_the_newest_fifteen_and_the_first_of_each_month_stay(
    days: list[tuple[date, str]],
) -> None:
    made = [Backup(number, day, "") for number, (day, _) in enumerate(days, 1)][::-1]
    good, whole = ({backup: STATES[days[backup.number - 1][1]][n] for backup in made} for n in (0, 1))
    left = [backup for backup in made if backup not in outdated(made, good.__getitem__, whole.__getitem__)]
    newest = [backup for backup in made if good[backup]][:KEPT]
    assert set(newest) <= set(left)
    for which in (made, [backup for backup in made if whole[backup]]):
        firsts = {(b.day.year, b.day.month): b for b in which}
        assert set(firsts.values()) <= set(left)
    if len(newest) < KEPT:  # too few good ones: what is damaged may be of use yet
        assert left == made


def _has_backups(kept: Home, hands: Hands, days: int = 3) -> None:
    """A home with a group and an entry a day, and a backup of each day but the first."""
    with kept.change("Group") as change:
        change.put_group(UX)
        change.put_entry(entry("first"))
    for _ in range(days):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%m%d}"))


def _empties(backup: Path) -> None:
    shutil.rmtree(backup)
    backup.mkdir()


def _flips_a_byte(backup: Path) -> None:
    path = backup / "book.json"
    content = path.read_bytes()
    path.unlink()  # the others share it
    path.write_bytes(content.replace(b"Lyon", b"Lyom"))


def _cuts(backup: Path) -> None:
    path = backup / "weeks/2026-W48.json"
    path.write_bytes(path.read_bytes()[:-50])


ROT = {
    "it lacks book.json": lambda backup: (backup / "book.json").unlink(),
    "its list of files is gone": lambda backup: (backup / "manifest.json").unlink(),
    "its list of files cannot be read": lambda backup: (backup / "manifest.json").write_text("{"),
    "book.json in it is not what its list says": _flips_a_byte,
    "weeks/2026-W48.json in it is not what its list says": _cuts,
    "it holds weeks/2026-W01.json, which its list has not": lambda backup: shutil.copy(
        backup / "weeks/2026-W48.json", backup / "weeks/2026-W01.json"
    ),
}


@pytest.mark.parametrize(("why", "rots"), ROT.items())
def test_a_rotten_backup_counts_as_none(
    kept: Home, home: Path, hands: Hands, why: str, rots: Callable[[Path], object]
) -> None:
    _has_backups(kept, hands)
    assert not any(kept.judged_backups().values())
    rots(home / "backups/0002-2026-11-28")
    (told,) = (finding for finding in kept.check() if not finding.good)
    assert told.file == "backups/0002-2026-11-28"
    assert told.what == f"{why}; it cannot be restored; delete it once you need nothing in it"
    assert [(day.day, wrong) for day, wrong in kept.judged_backups().items()] == [(29, ""), (28, why), (27, "")]
    with pytest.raises(Refused, match=f"The backup of 2026-11-28 is not good: {why}"):
        kept.source_of(date(2026, 11, 28))
    kept.source_of(date(2026, 11, 27))


def test_a_rotten_backup_is_not_one_of_the_fifteen(kept: Home, home: Path, hands: Hands) -> None:
    _has_backups(kept, hands, 15)
    for backup in sorted((home / "backups").iterdir())[3:8]:
        _empties(backup)
    for _ in range(5):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%m%d}"))
    assert len(list((home / "backups").iterdir())) == 20
    assert list(kept.judged_backups().values()).count("") == 15


@pytest.mark.parametrize("rots", [_empties, ROT["it lacks book.json"], ROT["its list of files is gone"]])
def test_what_is_left_of_todays_backup_does_not_count_as_one(
    kept: Home, home: Path, hands: Hands, rots: Callable[[Path], object]
) -> None:
    _has_backups(kept, hands)
    rots(home / "backups/0003-2026-11-29")
    logs(kept, entry("again"))
    logs(kept, entry("and again"))
    assert sorted(path.name for path in (home / "backups").iterdir())[2:] == ["0003-2026-11-29", "0004-2026-11-29"]
    assert not any(kept.judged_backups().values())
    kept.source_of(date(2026, 11, 29))


def test_an_empty_folder_of_today_does_not_count_as_its_backup(kept: Home, home: Path, hands: Hands) -> None:
    _has_backups(kept, hands)
    hands.turn(days=1)
    (home / "backups/0004-2026-11-30").mkdir()
    logs(kept, entry("next"))
    assert (home / "backups/0005-2026-11-30/book.json").exists()


def test_a_backup_carried_to_another_disk_still_counts_as_todays(kept: Home, home: Path, hands: Hands) -> None:
    """What carries it makes its folders anew, younger than its list."""
    _has_backups(kept, hands)
    backup = home / "backups/0003-2026-11-29"
    shutil.copytree(backup, home / "carried")
    shutil.rmtree(backup)
    os.rename(home / "carried", backup)
    os.utime(backup)
    logs(kept, entry("again"))
    assert len(list((home / "backups").iterdir())) == 3


def test_a_copy_that_rotted_in_its_place_is_not_linked_to_again(kept: Home, home: Path, hands: Hands) -> None:
    """What rots on a disk keeps its time and its size."""
    _has_backups(kept, hands)
    rotten = home / "backups/0003-2026-11-29/book.json"
    state, content = rotten.stat(), rotten.read_bytes()
    with rotten.open("r+b") as file:
        file.write(content.replace(b"Lyon", b"Lyom"))
    os.utime(rotten, ns=(state.st_atime_ns, state.st_mtime_ns))
    hands.turn(days=1)
    logs(kept, entry("next"))
    assert (home / "backups/0004-2026-11-30/book.json").read_bytes() == content
    assert next(iter(kept.judged_backups().values())) == ""
