"""A document under change stands where TinyDB would put it, and what a change leaves alone is written as it stood."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from planner.store.data_file import DataFile
from planner.store.forms import Misshapen
from planner.store.storage import count
from planner.store.tables import Row, Tables, decoded, encoded

KEPT = b"""{
"meta": {
"1": {"schema": 5}
},
"rows": {
"1": {"id": "a",  "minutes": 1.50, "note": "caf\\u00e9"},
"2": {"id": "b", "note": "}, {"}
},
"plan": {}
}
"""


def test_a_document_that_stays_is_written_as_it_stood_in_the_file() -> None:
    tables = decoded(KEPT, to_change=True)
    assert tables == decoded(KEPT)
    assert encoded(tables) == KEPT


def test_a_document_that_is_changed_is_written_anew_and_what_was_read_stays() -> None:
    tables = decoded(KEPT, to_change=True)
    file = DataFile("weeks/2026-W48.json", tables)
    file.put("rows", [{"id": "a", "minutes": 2}, {"id": "c"}])
    file.drop("rows", ["b"])
    assert b'"1": {"id": "a", "minutes": 2},\n"3": {"id": "c"}\n' in encoded(file.tables)
    assert encoded(tables) == KEPT


def test_documents_stand_where_tinydb_itself_would_put_them(tmp_path: Path) -> None:
    path = tmp_path / "plain.json"
    path.write_bytes(KEPT)
    file = DataFile("weeks/2026-W48.json", decoded(KEPT, to_change=True))
    with TinyDB(path) as plain:
        entries = plain.table("rows")
        entries.update({"id": "b", "minutes": 2}, where("id") == "b")
        entries.insert_multiple([{"id": "c"}, {"id": "d"}])
        entries.remove(where("id") == "a")
        plain.table("plan").insert({"id": "plan"})
    file.put("rows", [{"id": "b", "note": "}, {", "minutes": 2}, {"id": "c"}, {"id": "d"}])
    file.drop("rows", ["a", "never there"])
    file.put("plan", [{"id": "plan"}])
    assert {name: list(rows.items()) for name, rows in file.tables.items()} == {
        name: list(rows.items()) for name, rows in json.loads(path.read_bytes()).items()
    }


def test_a_record_is_counted_as_long_as_it_is_not_removed() -> None:
    tables = decoded(KEPT)
    assert (count(tables, "rows"), count(tables, "plan"), count(tables, "timer")) == (2, 0, 0)
    tables["rows"]["1"]["removed"] = True
    assert count(tables, "rows") == 1


@pytest.mark.parametrize(
    "content",
    [
        KEPT.replace(b"\n", b" "),
        KEPT.replace(b'"2": ', b' "2": '),
        KEPT.replace(b'"2": ', b'"2" : '),
        KEPT.replace(b'},\n"2"', b'}, "2"'),
        KEPT.replace(b'"id": "b"', b'"id":\n"b"'),
        KEPT.replace(b'"id": "b"', b'"id": "b", "more": {\n"3": {"id": "x"}\n}'),
    ],
)
def test_a_file_laid_out_by_another_hand_is_read_all_the_same(content: bytes) -> None:
    tables = decoded(content, to_change=True)
    assert tables == decoded(content)
    assert not any(isinstance(row, Row) for row in tables["rows"].values())


@pytest.mark.parametrize(
    "content",
    [
        KEPT.replace(b'},\n"2"', b'}\n"2"'),
        KEPT.replace(b'"}, {"}\n', b'"}, {"},\n'),
        KEPT.replace(b'"plan": {}', b'"plan": {},'),
        KEPT.replace(b'"2": {', b'"two": {'),
        KEPT.replace(b"1.50", b"NaN"),
        KEPT.replace(b"}\n}\n", b"}\n"),
    ],
)
def test_a_file_that_is_off_is_refused_as_when_it_is_only_read(content: bytes) -> None:
    with pytest.raises(Exception) as reading:
        decoded(content)
    with pytest.raises(type(reading.value)) as changing:
        decoded(content, to_change=True)
    assert str(changing.value) == str(reading.value)


def _read(content: bytes, *, to_change: bool = False) -> Tables | None:
    """What a file holds; None where it is refused."""
    try:
        return decoded(content, to_change=to_change)
    except Misshapen:
        return None


@pytest.mark.parametrize("sign", [b"", b"<", b"}", b'"', b",", b"\n"])
def test_one_byte_that_is_off_costs_no_line_to_who_changes(sign: bytes) -> None:
    others = (KEPT[:at] + sign + KEPT[at + rest :] for at in range(len(KEPT)) for rest in (0, 1))
    assert [other for other in others if _read(other, to_change=True) != _read(other)] == []


def test_a_document_that_is_no_json_is_refused_by_who_changes() -> None:
    for line in (b'"1": ', b'"2": '):
        with pytest.raises(Misshapen):
            decoded(KEPT.replace(line + b"{", line + b"<"), to_change=True)
