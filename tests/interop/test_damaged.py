"""A file that nobody can read costs itself: beside a good one it is named, and alone it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.desk import Desk
from planner.domain.errors import Refused
from planner.interop.intake.proposal import Item
from planner.interop.reading import propose
from tests.interop.linkedin.archives import CONNECTIONS, NOTES, folder
from tests.interop.linkedin.test_import import ARCHIVE, MAI, ROW
from tests.interop.reads import read

DATA = Path(__file__).parents[1] / "data"
GOOD = {
    "watson": ("watson_log.json", "a.json", "guild=m,lyon-ux=c"),
    "timewarrior": ("timewarrior_export.json", "a.json", "guild=m,lyon ux=c"),
    "activitywatch": ("activitywatch_export.json", "a.json", ""),
    "csv": ("clockify.csv", "a.csv", "Guild=m"),
}
NOT_JSON = ("[", '{"a"', "nothing", '{"a": 1}', "[1, 2", "[{}] x", '[{"start": 1}]', "[[]]", "{}")


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("bad", [b"\0" * 600, b"[", b'{"x": ', b"3"])
def test_beside_a_good_one_it_is_named(desk: Desk, tmp_path: Path, name: str, bad: bytes) -> None:
    source, called, kinds = GOOD[name]
    (tmp_path / called).write_bytes((DATA / source).read_bytes())
    (tmp_path / f"z{called}").write_bytes(bad)
    account = read(desk, str(tmp_path), format=name, map=kinds).account
    assert account.read >= 1 and account.files >= 1


@pytest.mark.parametrize("name", ["watson", "timewarrior", "csv", "toggl", "linkedin"])
def test_alone_it_is_refused(desk: Desk, tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\0" * 600)
    with pytest.raises(Refused):
        read(desk, str(path), format=name)


@pytest.mark.parametrize("name", ["watson", "timewarrior", "activitywatch"])
@pytest.mark.parametrize("text", NOT_JSON)
def test_what_is_no_list_is_refused(desk: Desk, tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    try:
        account = read(desk, str(path), format=name).account
    except Refused as refused:
        assert str(refused)
    else:
        assert account.added == 0


def test_an_archive_lists_what_would_come(desk: Desk, tmp_path: Path) -> None:
    path = folder(tmp_path / "first", ARCHIVE)
    first: list[Item] = list(propose(desk, [path]).proposal.items())
    assert {item.table for item in first} == {"groups", "people", "appointments", "deeds"}
    assert any("Mai Tran" in item.words for item in first)
    read(desk, path)
    moved = ROW.format(url=MAI, email="", company="Hexagon", position="head of design")
    later = folder(tmp_path / "later", {**ARCHIVE, "Connections.csv": NOTES + CONNECTIONS + moved, "x.csv": b"\0" * 99})
    again = list(propose(desk, [later]).proposal.items())
    assert [(item.table, item.what) for item in again] == [("people", "changed")]
