"""The way back: an archive, another home or a day's backup takes the place of what is there, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from planner.domain.errors import Damaged, Incomplete, Newer, PlannerError, Refused, StoreError
from planner.domain.kinds import Kind
from planner.domain.timer import Timer
from planner.store import schema
from planner.store.home import Home
from planner.store.restore import Restored
from planner.store.snapshot import Snapshot
from tests.store.conftest import NOW, UX, WEEK, Hands, Opens, entry, logs

SCHEMA = f'"schema": {schema.FIRST + len(schema.MIGRATIONS)}'.encode()

Back = Callable[[str], object]


@pytest.fixture
def back(kept: Home) -> Back:
    """Restores what is at a path."""
    return lambda path: kept.restore(kept.source(path), "Restored")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 96 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator of a Unix may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def records(home: Home) -> dict[str, object]:
    """The records of every file, whenever they changed and whatever they came from, without those removed."""
    found: dict[str, object] = {}
    for file, table, document in home.snapshot().documents():
        if "removed" not in document:
            found[f"{file} {table} {document['id']}"] = {**document, "changed": "", "lineage": ""}
    return found


@pytest.fixture
def archive(kept: Home, tmp_path: Path) -> str:
    """An archive of a home with an entry, a group and a running timer."""
    with kept.change("Group") as change:
        change.put_group(UX)
        change.put_timer(Timer(NOW, Kind.MEETING, "lyon-ux"))
    logs(kept, entry("one"), entry("two"))
    return kept.backup(str(tmp_path / "all.zip"))


def test_an_archive_brings_back_what_was_removed_and_takes_the_rest_away(kept: Home, archive: str, back: Back) -> None:
    before = records(kept)
    with kept.change("Much") as change:
        change.remove_group("lyon-ux")
        change.put_timer(None)
        change.put_entries([entry("two", minutes=50), entry("three"), entry("old", start=NOW - timedelta(days=60))])
        change.remove_entry(entry("one"))
    changed = records(kept)
    done = kept.restore(kept.source(archive), "Restored")
    assert records(kept) == before
    assert {tally.table: tally[1:] for tally in done.tallies} == {
        "groups": (1, 0, 0),
        "timer": (1, 0, 0),
        "entries": (1, 1, 2),
    }
    assert kept.undo().label == "Restored"
    assert records(kept) == changed
    kept.redo()
    assert records(kept) == before


def test_what_was_there_is_an_archive_of_its_own_first(kept: Home, archive: str, back: Back) -> None:
    logs(kept, entry("three"))
    there = records(kept)
    done = kept.restore(kept.source(archive), "Restored")
    assert Path(done.before).name == "before-restore-0001-20261126-184000.zip"
    assert Path(done.before).stat().st_mode & 0o777 == 0o600
    back(done.before)
    assert records(kept) == there


def test_where_nothing_differs_nothing_is_written(kept: Home, archive: str) -> None:
    steps = kept.history()
    assert kept.restore(kept.source(archive), "Restored") == ((), "", (), (), 0)
    assert kept.history() == steps


def test_an_empty_home_becomes_equal_tombstones_and_all(kept: Home, archive: str, tmp_path: Path) -> None:
    with kept.change("Removed") as change:
        change.remove_entry(entry("one"))
    kept.backup(archive)
    other = Home(str(tmp_path / "other"), lambda: NOW + timedelta(days=9), "planner")
    other.restore(other.source(archive), "Restored")
    assert dict(other.snapshot().files) == dict(kept.snapshot().files)
    for name in ("book.json", "timer.json", "weeks/2026-W48.json"):
        assert (tmp_path / "other" / name).read_bytes() == (Path(kept.path) / name).read_bytes()


def test_another_home_may_be_restored_and_never_replaces_her_settings(
    kept: Home, home: Path, archive: str, tmp_path: Path
) -> None:
    (home / "config.toml").write_text("minutes = 300\n")
    (home / "themes").mkdir()
    (home / "themes/night.toml").write_text("# hers")
    other = Home(str(tmp_path / "other"), lambda: NOW, "planner")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/config.toml").write_text("minutes = 100\n")
    done = other.restore(other.source(str(home)), "Restored")
    assert (done.written, done.stay) == (("themes/night.toml",), ("config.toml",))
    assert other.settings().minutes == 100
    assert records(other) == records(kept)


def test_settings_kept_elsewhere_are_in_an_archive_too(home: Path, tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text("minutes = 300\n")
    kept = Home(str(home), lambda: NOW, "planner", str(config))
    logs(kept, entry())
    path = kept.backup(str(tmp_path / "all.zip"))
    other = Home(str(tmp_path / "other"), lambda: NOW, "planner", str(tmp_path / "elsewhere"))
    other.restore(other.source(path), "Restored")
    assert other.settings().minutes == 300
    assert not (tmp_path / "other/config.toml").exists()


def test_undo_and_redo_move_settings_and_themes_of_a_restore_too(
    kept: Home, home: Path, archive: str, tmp_path: Path
) -> None:
    (home / "config.toml").write_bytes(b"minutes = 300  # \xc3\xa9\n")
    (home / "themes").mkdir()
    (home / "themes/night.toml").write_bytes(b"# caf\xe9\n")
    written = {name: (home / name).read_bytes() for name in ("config.toml", "themes/night.toml")}
    config = tmp_path / "config"
    other = Home(str(tmp_path / "other"), lambda: NOW, "planner", str(config))
    ways: list[Callable[[Snapshot, str], Restored]] = [other.restore, other.take_in]
    for way in ways:
        assert way(other.source(str(home)), "It came").written == ("config.toml", "themes/night.toml")
        assert other.settings().minutes == 300
        other.undo()
        assert (records(other), other.settings().minutes) == ({}, None)
        assert not any((config / name).exists() for name in written)
        other.redo()
        assert {name: (config / name).read_bytes() for name in written} == written
        other.undo()
    assert not (tmp_path / "other/config.toml").exists()


def test_settings_alone_are_a_step_and_what_she_wrote_since_stays(kept: Home, home: Path, archive: str) -> None:
    (home / "config.toml").write_text("minutes = 300\n")
    wanted = kept.source(kept.backup(archive))
    (home / "config.toml").unlink()
    kept.restore(wanted, "Restored")
    assert kept.history()[0][0].label == "Restored"
    kept.undo()
    assert not (home / "config.toml").exists()
    kept.redo()
    (home / "config.toml").write_text("minutes = 200\n")
    kept.undo()
    assert kept.troubles == ["config.toml has been changed since; it stays as it is."]
    assert kept.settings().minutes == 200


def test_a_step_whose_text_would_lead_out_of_the_home_is_refused(kept: Home, home: Path, archive: str) -> None:
    (home / "config.toml").write_text("minutes = 300\n")
    wanted = kept.source(kept.backup(archive))
    (home / "config.toml").unlink()
    kept.restore(wanted, "Restored")
    undo = home / "undo.json"
    undo.write_text(undo.read_text().replace('"name": "config.toml"', '"name": "../config.toml"'))
    with pytest.raises(Damaged):
        kept.undo()


def test_every_backup_of_fourteen_days_restores_into_an_empty_home(
    kept: Home, home: Path, tmp_path: Path, hands: Hands, opens: Opens
) -> None:
    states = {}
    for n in range(15):
        states[hands.now.date()] = records(kept) if n else {}
        with kept.change("More") as change:
            change.put_group(UX._replace(id=f"group-{n}"))
            change.put_entry(entry(f"id{n}", start=hands.now))
            if n > 2:
                change.remove_entry(entry(f"id{n - 2}", start=hands.now - timedelta(days=2)))
        hands.turn(days=1)
    days = kept.backup_days()
    assert len(days) == 14
    for day in days:
        empty = Home(str(tmp_path / str(day)), lambda: hands.now, "planner")
        empty.restore(kept.source_of(day), "Restored")
        assert records(empty) == states[day]


def test_a_damaged_home_is_mended_by_going_back(kept: Home, home: Path, archive: str, back: Back) -> None:
    before = records(kept)
    (home / "weeks/2026-W48.json").write_text("{ cut o")
    (home / "undo.json").write_text("")
    back(archive)
    assert records(kept) == before
    assert all(finding.good for finding in kept.check())
    assert any("mended" in path.name for path in (home / "weeks").iterdir())


def test_damage_that_a_restore_ended_is_open_again_once_that_is_undone(
    kept: Home, home: Path, archive: str, back: Back
) -> None:
    (home / "book.json").write_text("{ cut o")
    assert kept.book().groups == {}
    for _ in range(2):
        back(archive)
        assert kept.damage() == []
        kept.undo()
        assert len(kept.damage()) == 1
        assert not all(finding.good for finding in kept.check())
        kept.redo()
        assert kept.damage() == []
        assert list(kept.book().groups) == ["lyon-ux"]
        kept.undo()
    assert kept.mend()
    assert kept.damage() == []


def test_damage_stays_ended_where_the_undo_that_would_open_it_fails(
    kept: Home, home: Path, archive: str, back: Back, small_disk: Path, opens: Opens
) -> None:
    shutil.copytree(home, small_disk / "home")
    poor = Home(str(small_disk / "home"), lambda: NOW, "planner")
    (small_disk / "home/book.json").write_text("{ cut o")
    poor.restore(poor.source(archive), "Restored")
    assert poor.damage() == []
    with (small_disk / "full").open("wb") as full, suppress(OSError):
        full.write(b"x" * 96 * 1024)
    with pytest.raises(StoreError, match="The disk is full"):
        poor.undo()
    assert poor.damage() == []
    (small_disk / "full").unlink()
    poor.undo()
    assert len(poor.damage()) == 1


def spoiled(archive: str, spoil: Callable[[ZipFile, dict[str, bytes]], None]) -> None:
    """Write an archive anew, without its list, as ``spoil`` has it."""
    with ZipFile(archive) as whole:
        contents = {name: whole.read(name) for name in whole.namelist() if name != "manifest.json"}
    with ZipFile(archive, "w", ZIP_DEFLATED) as other:
        spoil(other, contents)


def _climbing(other: ZipFile, contents: dict[str, bytes]) -> None:
    for name, content in contents.items():
        other.writestr(name, content)
    other.writestr("weeks/../../out.json", "{}")


def _foreign(other: ZipFile, contents: dict[str, bytes]) -> None:
    other.writestr("letter.txt", "hers")


def _newer(other: ZipFile, contents: dict[str, bytes]) -> None:
    for name, content in contents.items():
        other.writestr(name, content.replace(SCHEMA, b'"schema": 99'))


def _damaged(other: ZipFile, contents: dict[str, bytes]) -> None:
    for name, content in contents.items():
        other.writestr(name, content[: len(content) // 2] if name.startswith("weeks") else content)


def _twice(other: ZipFile, contents: dict[str, bytes]) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        for _ in range(2):
            other.writestr("book.json", contents["book.json"])


@pytest.mark.parametrize(
    ("spoil", "error", "why"),
    [
        (_climbing, Refused, r"holds “weeks/../../out.json”, which would lead out of the folder"),
        (_foreign, Refused, r"all\.zip holds nothing of planner's"),
        (_newer, Newer, r"was written by a newer planner \(schema 99"),
        (_damaged, Refused, r"weeks/2026-W48\.json is damaged: line \d+ is no JSON \(in .*all\.zip\)"),
        (_twice, Refused, r"holds “book\.json” twice"),
    ],
)
def test_a_bad_archive_changes_nothing(
    kept: Home,
    archive: str,
    back: Back,
    tmp_path: Path,
    spoil: Callable[[ZipFile, dict[str, bytes]], None],
    error: type[PlannerError],
    why: str,
) -> None:
    spoiled(archive, spoil)
    logs(kept, entry("three"))
    there, steps = records(kept), kept.history()
    with pytest.raises(error, match=why):
        back(archive)
    with pytest.raises(error, match=why):
        kept.verify(archive)
    assert (records(kept), kept.history()) == (there, steps)
    assert not list(tmp_path.glob("out*"))
    assert not list((Path(kept.path) / "backups").glob("*.zip")) if (Path(kept.path) / "backups").exists() else True


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_archive_is_refused(kept: Home, archive: str, back: Back, share: float) -> None:
    content = Path(archive).read_bytes()
    Path(archive).write_bytes(content[: int(len(content) * share)])
    there = records(kept)
    with pytest.raises(Refused, match="is no whole zip archive"):
        back(archive)
    assert records(kept) == there


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="other systems have no named pipes")
def test_what_is_no_file_is_never_waited_for(kept: Home, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to("nowhere")
    for path, why in ((tmp_path / "pipe", "named pipe"), (tmp_path / "gone", "nowhere"), (Path("/dev/zero"), "device")):
        for reads in (kept.source, kept.verify):
            with pytest.raises(StoreError, match=why):
                reads(str(path))


def test_an_archive_with_a_flipped_bit_is_refused(kept: Home, archive: str, back: Back) -> None:
    content = Path(archive).read_bytes()
    there = records(kept)
    for at in range(0, len(content), 97):
        Path(archive).write_bytes(content[:at] + bytes([content[at] ^ 16]) + content[at + 1 :])
        try:
            kept.source(archive)
        except PlannerError:
            continue
        back(archive)  # a bit that means nothing, such as of a time
        assert records(kept) == there


def test_an_archive_that_lacks_what_its_list_has_is_refused(kept: Home, archive: str) -> None:
    with ZipFile(archive) as whole:
        contents = {name: whole.read(name) for name in whole.namelist()}
    del contents["weeks/2026-W48.json"]
    with ZipFile(archive, "w") as other:
        for name, content in contents.items():
            other.writestr(name, content)
    with pytest.raises(Refused, match=r"lacks weeks/2026-W48\.json, which its list has"):
        kept.verify(archive)


def test_the_home_itself_is_no_backup_of_it(kept: Home, home: Path, archive: str) -> None:
    with pytest.raises(Refused, match="is the home itself"):
        kept.source(str(home))


def test_a_full_disk_in_the_midst_leaves_all_as_it_was(small_disk: Path, tmp_path: Path) -> None:
    rich = Home(str(tmp_path / "rich"), lambda: NOW, "planner")
    logs(rich, *(entry(f"id{n}", note="word " * 20, start=NOW - timedelta(days=n)) for n in range(200)))
    (tmp_path / "rich" / "config.toml").write_text("[week]\n")
    path = rich.backup(str(tmp_path / "rich.zip"))
    poor = Home(str(small_disk / "home"), lambda: NOW, "planner")
    logs(poor, entry("hers"))
    for puts in (poor.restore, poor.take_in):
        with pytest.raises(StoreError, match="The disk is full"):
            puts(poor.source(path), "Restored")
        assert not (small_disk / "home" / "config.toml").exists()
    again = Home(str(small_disk / "home"), lambda: NOW, "planner")
    assert [each.id for each in again.week(WEEK).entries] == ["hers"]
    assert all(finding.good for finding in again.check())
    assert not list((small_disk / "home").glob("backups/*.zip"))
    assert again.undo().label == "Logged"


def test_what_cannot_be_finished_keeps_what_was_and_is_finished_later(
    kept: Home, home: Path, small_disk: Path, tmp_path: Path, opens: Opens
) -> None:
    """The book is on a disk of its own, which is full: the change counts in the journal, and cannot leave it."""
    rich = Home(str(tmp_path / "rich"), lambda: NOW, "planner")
    with rich.change("Groups") as change:
        change.put_groups(UX._replace(id=f"group-{n}", slug=f"group-{n}") for n in range(200))
    (tmp_path / "rich" / "config.toml").write_text("minutes = 300\n")
    path = rich.backup(str(tmp_path / "rich.zip"))
    with kept.change("Group") as change:
        change.put_group(UX)
    shutil.move(home / "book.json", small_disk / "book.json")
    (home / "book.json").symlink_to(small_disk / "book.json")
    full = small_disk / "full"
    full.write_bytes(b"x" * 64 * 1024)
    with pytest.raises(Incomplete) as unfinished:
        kept.restore(kept.source(path), "Restored")
    (before,) = home.glob("backups/before-restore-*.zip")
    assert str(unfinished.value) == (
        f"A change in {home} could not be finished at book.json: No space left on device. "
        f"It is kept, and finished when it can be. What was there before is in {before}."
    )
    with pytest.raises(StoreError, match=r"finished when it can be\. Until then nothing else is\."):
        logs(opens(), entry("meanwhile"))
    full.unlink()
    again = opens()
    assert len(again.book().groups) == 200
    assert again.settings().minutes == 300
    assert list(again.source(str(before)).files) == ["book.json"]
    assert again.undo().label == "Restored"
    assert list(again.book().groups) == ["lyon-ux"]


def test_a_list_of_feeds_that_cannot_be_written_takes_no_restore_away(kept: Home, home: Path, archive: str) -> None:
    def fails(*_: object) -> None:
        raise Incomplete("It is done, but the list of feeds is not: the disk is full")

    with kept.change("Removed") as change:
        change.remove_group("lyon-ux")
    kept.after_book = fails
    with pytest.raises(Incomplete, match="What was there before is in"):
        kept.restore(kept.source(archive), "Restored")
    assert list(home.glob("backups/before-restore-*.zip"))
    assert list(kept.book().groups) == ["lyon-ux"]


def test_an_archive_is_verified_by_restoring_it(kept: Home, archive: str) -> None:
    found = kept.verify(archive)
    assert (found.counts, found.weeks) == ({"groups": 1, "timer": 1, "entries": 2}, 1)
    assert found.checksum == kept.verify(kept.path).checksum


def test_the_newest_daily_backup_is_verified_once_a_week_and_check_says_so(
    kept: Home, home: Path, hands: Hands
) -> None:
    logs(kept, entry("one"))
    assert not (home / ".verified.json").exists()
    verified = set()
    for n in range(1, 16):
        hands.turn(days=1)
        logs(kept, entry(f"id{n}"))
        verified.add(json.loads((home / ".verified.json").read_text())["backup"])
    assert verified == {"2026-11-27", "2026-12-04", "2026-12-11"}
    assert kept.last_verified() == (hands.now, date(2026, 12, 11), "")


def test_a_backup_that_does_not_come_back_is_said_and_tried_the_next_day(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry("one"))
    hands.turn(days=1)
    logs(kept, entry("two"))
    next(home.glob("backups/*2026-11-27*/weeks/2026-W48.json")).write_text("{ cut o")
    (home / ".verified.json").unlink()
    logs(kept, entry("three"))
    failed = kept.last_verified()
    assert failed and "weeks/2026-W48.json in " in failed.wrong
    hands.turn(hours=23)
    logs(kept, entry("four"))
    assert kept.last_verified() == failed
    hands.turn(hours=2)
    logs(kept, entry("five"))
    again = kept.last_verified()
    assert again and (again.wrong, again.backup) == ("", date(2026, 11, 28))


def test_dates_name_backups(kept: Home, hands: Hands) -> None:
    logs(kept, entry("one"))
    hands.turn(days=1)
    logs(kept, entry("two"))
    assert kept.backup_days() == (date(2026, 11, 27),)
    kept.restore(kept.source_of(date(2026, 11, 27)), "Restored")
    assert [each.id for each in kept.week(WEEK).entries] == ["one"]


@pytest.fixture
def copied(kept: Home, archive: str, hands: Hands) -> Path:
    """The daily backup of the home of ``archive``."""
    hands.turn(days=1)
    logs(kept, entry("three", start=hands.now))
    return next((Path(kept.path) / "backups").glob("0002-*"))


def test_a_daily_backup_that_rotted_is_no_good_and_not_restored(
    kept: Home, copied: Path, home: Path, back: Back
) -> None:
    assert kept.verify(str(copied)).counts["entries"] == 2
    book = copied / "book.json"
    book.write_bytes(book.read_bytes().replace(b"Lyon UX", b"Lyon UY"))
    there = records(kept)
    kept.verify_newest()
    report = kept.last_verified()
    assert report
    assert "book.json in" in report.wrong
    day = kept.backup_days()[0]
    for reads in (kept.verify, back, lambda _: kept.verify_day(day), lambda _: kept.source_of(day)):
        with pytest.raises(Refused, match=r"book\.json in .* is not what its list says"):
            reads(str(copied))
    assert records(kept) == there


def test_a_daily_backup_lacking_a_file_or_a_readable_list_is_no_good(kept: Home, copied: Path) -> None:
    (copied / "timer.json").unlink()
    with pytest.raises(Refused, match=r"lacks timer\.json, which its list has"):
        kept.source(str(copied))
    (copied / "manifest.json").write_text("{ cut o")
    with pytest.raises(Refused, match=r"list of files in .* cannot be read"):
        kept.source(str(copied))


def test_a_home_that_was_begun_with_a_daily_backup_is_not_held_to_its_list(
    kept: Home, copied: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(copied, tmp_path / "other"))
    logs(Home(str(other), lambda: NOW, "planner"), entry("four"))
    assert kept.source(str(other)).counts()["entries"] == 3


def test_settings_alone_are_another_programs_unless_planner_made_the_copy(
    kept: Home, home: Path, tmp_path: Path, hands: Hands, back: Back
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "config.toml").write_text('baseURL = "https://example.org/"\n')
    with ZipFile(tmp_path / "site.zip", "w") as zipped:
        zipped.write(site / "config.toml", "config.toml")
    logs(kept, entry())
    for path in (site, tmp_path / "site.zip"):
        for reads in (back, kept.verify):
            with pytest.raises(Refused, match="holds nothing of planner's"):
                reads(str(path))
    assert not (home / "config.toml").exists()
    begun = Home(str(tmp_path / "begun"), lambda: NOW, "planner")
    (tmp_path / "begun").mkdir()
    (tmp_path / "begun" / "config.toml").write_text("")
    logs(begun, entry())
    assert begun.verify_day(begun.backup_days()[0]).counts == {}


def test_what_unpacks_to_more_than_a_data_file_is_refused_still_packed(
    kept: Home, archive: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled(archive, lambda other, _: other.writestr("book.json", b" " * 3_000_000))
    monkeypatch.setattr("planner.opener.LARGEST", 2_000_000)
    monkeypatch.setattr(ZipFile, "open", None)
    with pytest.raises(Refused, match=r"holds “book\.json”, which unpacks to more than 1 MB"):
        kept.verify(archive)
