"""Backups: one a day before its first write, apart from the live files, for 14 days and one a month for ever."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from planner.store.backups import outdated
from planner.store.home import Home
from tests.store.conftest import NOW, UX, WEEK, Hands, entry, logs


def _text(home: Path, day: str, name: str) -> str:
    return (home / "backups" / day / name).read_text()


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
    assert [path.name for path in (home / "backups").iterdir()] == ["2026-11-27"]
    assert not (home / "backups/2026-11-27/weeks/half").exists()


def test_old_backups_go_as_new_ones_come(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    for _ in range(40):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%m%d}", start=hands.now))
    days = sorted(path.name for path in (home / "backups").iterdir())
    assert days[:2] == ["2026-11-27", "2026-12-01"]
    assert days[2:] == [str(date(2027, 1, 5) - timedelta(days=ago)) for ago in range(14, -1, -1)]
    assert kept.week(WEEK).entries


@given(st.sets(st.dates(date(2024, 1, 1), date(2026, 11, 26))))
def test_the_last_14_days_and_the_first_of_each_month_are_never_outdated(days: set[date]) -> None:
    today = date(2026, 11, 26)
    gone = outdated(sorted(days, reverse=True), today)
    left = days - set(gone)
    assert {day for day in days if today - day <= timedelta(days=14)} <= left
    assert {(day.year, day.month) for day in left} == {(day.year, day.month) for day in days}
    assert len([day for day in left if (day.year, day.month) == (2025, 5)]) <= 1
