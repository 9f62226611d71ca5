"""How often what was found was taken: a file that costs nothing, hers alone, in no copy of the home."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

from planner.store.home import Home
from planner.store.uses import MOST_THINGS, MOST_TIMES
from tests.store.conftest import UX


def filled(kept: Home) -> Path:
    with kept.change("a group") as change:
        change.put_groups([UX])
    kept.keep_uses({"group:lyon-ux": 2, "action:week.plan": 1})
    return Path(kept.path)


def test_it_is_kept_for_her_alone_and_is_no_news(kept: Home) -> None:
    folder = filled(kept)
    before = kept.stamp()
    kept.keep_uses({"group:lyon-ux": 3})
    assert kept.uses() == {"group:lyon-ux": 3} and kept.stamp() == before
    if os.name == "posix":
        assert (folder / ".finds.json").stat().st_mode & 0o777 == 0o600


def test_no_backup_has_it_and_check_takes_no_offence(tmp_path: Path, kept: Home) -> None:
    folder = filled(kept)
    kept.backup(str(tmp_path))
    (archive,) = tmp_path.glob("*.zip")
    assert not any("finds" in name for name in zipfile.ZipFile(archive).namelist())
    assert not any("finds" in finding.file for finding in kept.check())
    assert not list((folder / "backups").rglob("*finds*"))


def test_what_cannot_be_read_or_written_costs_nothing(kept: Home) -> None:
    folder = filled(kept)
    for content in ("garbage", "[]", '{"a": "b", "c": -1, "d": true, "e": 2.5}', "[" * 100_000):
        (folder / ".finds.json").write_text(content)
        assert kept.uses() == {}
    (folder / ".finds.json").unlink()
    (folder / ".finds.json").mkdir()
    kept.keep_uses({"group:lyon-ux": 1})
    assert kept.uses() == {}


def test_few_are_remembered_and_what_was_often_done_fades(kept: Home) -> None:
    folder = filled(kept)
    kept.keep_uses({f"action:{n}": 1 + n % 3 for n in range(MOST_THINGS * 2)})
    assert len(json.loads((folder / ".finds.json").read_text())) == MOST_THINGS
    assert min(kept.uses().values()) == 2
    kept.keep_uses({"action:old": MOST_TIMES + 1, "action:new": 4, "action:once": 1})
    assert kept.uses() == {"action:old": MOST_TIMES // 2, "action:new": 2}
