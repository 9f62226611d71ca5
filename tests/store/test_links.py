"""Links: what she has linked stays linked, its target changes; and odd things in a file's place are refused by name."""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path
from tempfile import gettempdir, mkdtemp

import pytest

from planner.domain.errors import StoreError
from planner.store.home import Home
from tests.store.conftest import UX, WEEK, Hands, Opens, entry, logs

pytestmark = pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")


@pytest.fixture(params=["beside", "another disk"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder that is not in the home: beside it, or where no rename leads."""
    if request.param == "beside":
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        return folder
    for disk in ("/dev/shm", gettempdir(), "/var/tmp"):
        if os.path.isdir(disk) and os.stat(disk).st_dev != tmp_path.stat().st_dev:
            folder = Path(mkdtemp(prefix="planner-", dir=disk))
            request.addfinalizer(partial(shutil.rmtree, folder))
            return folder
    pytest.skip("this machine has one disk")


def test_a_linked_book_stays_a_link_and_its_target_changes(
    kept: Home, home: Path, opens: Opens, elsewhere: Path
) -> None:
    with kept.change("UX") as change:
        change.put_group(UX)
    target = elsewhere / "book.json"
    target.write_bytes((home / "book.json").read_bytes())
    (home / "book.json").unlink()
    (home / "book.json").symlink_to(target)
    with kept.change("PMI") as change:
        change.put_group(UX._replace(id="pmi", slug="pmi"))
    assert (home / "book.json").is_symlink()
    assert '"pmi"' in target.read_text()
    assert target.stat().st_mode & 0o777 == 0o600
    kept.undo()
    assert list(opens().book().groups) == ["lyon-ux"]
    assert (home / "book.json").is_symlink()
    assert [path.name for path in elsewhere.iterdir()] == ["book.json"]


@pytest.mark.parametrize("name", ["book.json", "weeks/2026-W48.json", "undo.json"])
@pytest.mark.parametrize("left", [0, 40])
def test_a_link_to_a_damaged_file_stays_and_is_mended(
    kept: Home, home: Path, hands: Hands, opens: Opens, elsewhere: Path, name: str, left: int
) -> None:
    with kept.change("All") as change:
        change.put_group(UX)
        change.put_entry(entry("one"))
    hands.turn(days=1)
    logs(kept, entry("two"))
    link, target = home / name, elsewhere / link_name(name)
    target.write_bytes(link.read_bytes()[:left])
    link.unlink()
    link.symlink_to(target)
    again = opens()
    for looks in (again.book, lambda: again.week(WEEK), again.damage):
        looks()
    (told,) = again.damage()
    assert told.startswith(f"{name} is damaged: ")
    assert link.is_symlink()
    logs(again, entry("three"))
    opens().mend()
    assert os.readlink(link) == str(target)
    assert [path.name for path in elsewhere.iterdir()] == [target.name]
    assert opens().damage() == []
    assert all(finding.good for finding in opens().check())
    assert list(opens().book().groups) == ["lyon-ux"]
    assert {"one", "three"} <= {each.id for each in opens().week(WEEK).entries}


def link_name(name: str) -> str:
    """What a file is called where a link leads to it."""
    return f"linked-{Path(name).name}"


def test_a_linked_folder_of_weeks_is_written_through(kept: Home, home: Path, elsewhere: Path) -> None:
    home.mkdir()
    (home / "weeks").symlink_to(elsewhere)
    logs(kept, entry())
    assert [path.name for path in elsewhere.iterdir()] == ["2026-W48.json"]
    assert kept.week(WEEK).entries == (entry(),)


def test_a_link_that_leads_nowhere_is_refused_and_stays(kept: Home, home: Path) -> None:
    home.mkdir()
    (home / "book.json").symlink_to("nowhere.json")
    with pytest.raises(
        StoreError, match=r"book\.json cannot be read: it is a link to nowhere\.json, and nothing is there"
    ):
        kept.book()
    with pytest.raises(StoreError), kept.change("UX") as change:
        change.put_group(UX)
    assert os.readlink(home / "book.json") == "nowhere.json"


@pytest.mark.parametrize("name", ["book.json", "undo.json", "timer.json", "weeks/2026-W48.json", "config.toml"])
def test_a_pipe_in_a_files_place_is_named_and_never_waited_for(kept: Home, home: Path, name: str) -> None:
    logs(kept, entry())
    (home / name).unlink(missing_ok=True)
    os.mkfifo(home / name)
    for findings in (kept.check(), kept.mend()):
        assert [finding.what for finding in findings if finding.file == name] == ["it is a named pipe, not a file"]


def test_a_pipe_in_a_weeks_place_leaves_the_good_copy_in_the_backups(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    for rank in range(3):
        hands.turn(days=1)
        with kept.change("Group") as change:
            change.put_group(UX._replace(rank=rank))
        (home / "weeks/2026-W48.json").unlink()
        os.mkfifo(home / "weeks/2026-W48.json")
    assert len({path.read_bytes() for path in home.glob("backups/*/weeks/2026-W48.json")}) == 1
    assert len(list(home.glob("backups/*/weeks/2026-W48.json"))) == 3


@pytest.mark.parametrize("folder", ["weeks", "backups", "journal", ""])
def test_a_folder_linked_to_a_disk_that_is_away_is_not_empty(
    kept: Home, home: Path, opens: Opens, tmp_path: Path, folder: str
) -> None:
    logs(kept, entry("one"))
    moved, away = home / folder, tmp_path / "away"
    moved.mkdir(exist_ok=True)
    moved.rename(away)
    moved.symlink_to(tmp_path / "nowhere")
    why = f"{moved} cannot be read: it is a link to {tmp_path / 'nowhere'}, and nothing is there."
    for does in (lambda: opens().week(WEEK), lambda: opens().weeks(), lambda: logs(opens(), entry("two"))):
        if folder in ("backups", "journal") and "logs" not in does.__code__.co_names:
            does()  # to read is not kept waiting by it
            assert opens().damage() == ([why] if folder == "journal" else [])
            continue
        with pytest.raises(StoreError) as lost:
            does()
        assert str(lost.value) == why
    moved.unlink()
    moved.symlink_to(away)
    logs(opens(), entry("two"))
    assert {each.id for each in opens().week(WEEK).entries} == {"one", "two"}


def test_themes_out_of_reach_keep_nothing_waiting_and_check_says_so(
    kept: Home, home: Path, hands: Hands, opens: Opens
) -> None:
    logs(kept, entry("one"))
    (home / "themes").symlink_to(home / "nowhere")
    hands.turn(days=1)
    logs(opens(), entry("two"))
    said = {finding.file: finding for finding in opens().check()}
    assert not said["themes"].good and "it is a link to" in said["themes"].what
    assert all(finding.good for name, finding in said.items() if name != "themes")


@pytest.mark.parametrize("name", [".verified.json", ".rhythm.json", ".traces.json"])
@pytest.mark.parametrize("target", ["itself", "nowhere/at all", "a folder"])
def test_trouble_of_a_file_made_anew_fails_no_change(
    kept: Home, home: Path, hands: Hands, name: str, target: str
) -> None:
    logs(kept, entry("one"))
    (home / "a folder").mkdir()
    (home / name).unlink(missing_ok=True)
    (home / name).symlink_to(name if target == "itself" else target)
    hands.turn(days=8)
    logs(kept, entry("two", start=hands.now))
    assert len(kept.week(WEEK.plus(1)).entries) == 1
    assert kept.past(WEEK.plus(1), 1)
    kept.traces()
