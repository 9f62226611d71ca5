"""Records that share an id: none is lost, and putting one in its place takes no other away."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.store.documents import doubled
from planner.store.doubles import parted
from planner.store.home import Home
from planner.store.tables import Document, Tables
from tests.store.conftest import NOW, UX, WEEK, Opens, entry, logs

LONG_AGO = NOW - timedelta(days=16)

ROWS = st.lists(
    st.builds(
        lambda id_, hour, note: {"id": id_, "changed": NOW.replace(hour=hour).isoformat(), "note": note},
        st.sampled_from("abc"),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=8,
)


def _tables(rows: list[Document], table: str = "entries") -> Tables:
    return {table: {str(number): row for number, row in enumerate(rows, 1)}}


@given(ROWS)
def test_every_id_stands_once_and_all_that_was_said_is_still_said(rows: list[Document]) -> None:
    found = parted(_tables(rows))["entries"].values()
    assert len({row["id"] for row in found}) == len(found)
    assert {row["note"] for row in found} == {row["note"] for row in rows}
    for id_ in {row["id"] for row in rows}:
        latest = max(row["changed"] for row in rows if row["id"] == id_)
        assert next(row["changed"] for row in found if row["id"] == id_) == latest


@given(ROWS)
def test_parting_again_changes_nothing(rows: list[Document]) -> None:
    once = parted(_tables(rows))
    assert parted(once) is once
    assert doubled(once) == 0


def test_of_what_there_can_be_one_only_the_last_counts() -> None:
    rows = [{"id": "plan", "changed": NOW.replace(hour=hour).isoformat()} for hour in (9, 7)]
    assert list(parted(_tables(rows, "plan"))["plan"].values()) == rows[:1]


def test_what_was_removed_does_not_take_what_is_there_with_it() -> None:
    there = {"id": "a", "changed": NOW.isoformat(), "note": "there"}
    gone = {"id": "a", "changed": (NOW + timedelta(hours=1)).isoformat(), "removed": True}
    found = parted(_tables([there, gone]))["entries"].values()
    assert [(row["id"], row.get("note")) for row in found] == [("a-2", "there"), ("a", None)]


def test_a_group_twice_is_typed_by_two_names() -> None:
    rows = [{"id": "ux", "slug": "ux", "name": name, "changed": NOW.isoformat()} for name in ("UX", "User experience")]
    found = list(parted(_tables(rows, "groups"))["groups"].values())
    assert [(row["id"], row["slug"], row["name"]) for row in found] == [
        ("ux-2", "ux-2", "UX"),
        ("ux", "ux", "User experience"),
    ]


def _copies(home: Path, week: str = "2026-W48", **fields: object) -> None:
    """What an editor does with a line: copies it to the end of the table, and changes the first."""
    path = home / f"weeks/{week}.json"
    tables = json.loads(path.read_text())
    tables["entries"]["99"] = dict(tables["entries"]["1"])
    tables["entries"]["1"].update(fields)
    path.write_text(json.dumps(tables))


def _all(kept: Home) -> list[tuple[str, str, object]]:
    return [(str(week), each.id, each.note) for week in kept.weeks() for each in kept.week(week).entries]


def test_mending_keeps_both_an_entry_and_its_copy_in_the_wrong_week(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry(note="first"))
    _copies(home, start=LONG_AGO.isoformat(), note="long ago")
    again = opens()
    assert [finding.what for finding in again.check() if not finding.good] == ["1 record has the id of another"]
    again.mend()
    assert again.put_in_order() == (1, 0)
    assert _all(again) == [("2026-W46", "abcd1234-2", "long ago"), ("2026-W48", "abcd1234", "first")]
    assert all(finding.good for finding in again.check())
    assert again.oddities() == []
    assert again.put_in_order() == (0, 0)
    (as_it_was,) = (home / "weeks").glob("*.mended-*")
    assert len(json.loads(as_it_was.read_text())["entries"]) == 2


def test_a_change_to_a_record_that_shares_its_id_leaves_the_other_as_it_is(kept: Home, home: Path) -> None:
    logs(kept, entry(note="first"))
    _copies(home, minutes=5, note="copy")
    logs(kept, entry(note="changed"))
    assert [(each.id, each.note) for each in kept.week(WEEK).entries] == [
        ("abcd1234-2", "copy"),
        ("abcd1234", "changed"),
    ]
    kept.undo()
    assert [each.note for each in kept.week(WEEK).entries] == ["copy", "first"]


def test_entries_of_two_weeks_that_share_an_id_are_named_and_parted(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry(start=NOW - timedelta(days=7), note="week before"), entry("other", start=NOW))
    path = home / "weeks/2026-W48.json"
    path.write_text(path.read_text().replace('"other"', '"abcd1234"'))
    again = opens()
    assert [(odd.oddness, str(odd.week), odd.ids) for odd in again.oddities() if odd.oddness == "shared-id"] == [
        ("shared-id", "2026-W48", ("abcd1234",))
    ]
    assert again.put_in_order() == (0, 1)
    assert _all(again) == [("2026-W47", "abcd1234-2", "week before"), ("2026-W48", "abcd1234", "")]
    again.undo()
    assert [id_ for _, id_, _ in _all(again)] == ["abcd1234", "abcd1234"]


def test_an_entry_that_stands_in_two_files_is_kept_once(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry())
    (home / "weeks/2026-W46.json").write_text((home / "weeks/2026-W48.json").read_text())
    again = opens()
    assert again.put_in_order() == (1, 0)
    assert _all(again) == [("2026-W48", "abcd1234", "")]


@pytest.mark.parametrize(("name", "groups"), [("Lyon UX", ["lyon-ux"]), ("Another", ["lyon-ux-2", "lyon-ux"])])
def test_what_restores_a_shared_id_takes_all_of_it(
    kept: Home, home: Path, tmp_path: Path, name: str, groups: list[str]
) -> None:
    with kept.change("Group") as change:
        change.put_group(UX)
    text = (home / "book.json").read_text()
    row = text.splitlines()[text.splitlines().index('"groups": {') + 1]
    (tmp_path / "copy").mkdir()
    twin = row.replace('"1":', '"7":').replace('"name": "Lyon UX"', f'"name": "{name}"')
    (tmp_path / "copy/book.json").write_text(text.replace(row, f"{twin},\n{row}"))
    kept.restore(kept.source(str(tmp_path / "copy")), "Restored")
    assert list(kept.book().groups) == sorted(groups)
    kept.take_in(kept.source(str(tmp_path / "copy")), "Read")
    assert list(kept.book().groups) == sorted(groups)
