"""Random histories of one file on several machines, which see each other's states now and then."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import strategies as st

from planner.domain.value.typed import Any
from planner.store.data_file import DataFile
from planner.store.documents import tombstone
from planner.store.merging import merge_documents
from planner.store.tables import Document, Tables
from tests.store.conftest import NOW

#: What a machine does: a moment's minute, the machine, what, and with what.
Act = tuple[int, int, str, Any]

IDS = "ab"
GIVEN: dict[str, st.SearchStrategy[Any]] = {
    "note": st.sampled_from(["", "x", "y"]),
    "minutes": st.sampled_from([5, 10]),
    "people": st.lists(st.sampled_from("jkl"), max_size=3, unique=True),
}


def acts(machines: int) -> st.SearchStrategy[list[Act]]:
    """Histories of some machines."""
    machine = st.integers(0, machines - 1)
    changes = [
        st.tuples(
            st.integers(0, 999),
            machine,
            st.just(field),
            st.tuples(st.sampled_from(IDS), value),
        )
        for field, value in GIVEN.items()
    ]
    removals = st.tuples(st.integers(0, 999), machine, st.just("remove"), st.sampled_from(IDS))
    merges = st.tuples(st.integers(0, 999), machine, st.just("merge"), machine)
    return st.lists(st.one_of(*changes, removals, merges), max_size=25)


def lived(history: list[Act], machines: int) -> list[Tables]:
    """The file of each machine after a history that began with one file for all."""
    first = DataFile("weeks/2026-W48.json", {"meta": {"1": {"schema": 7}}})
    for id_ in IDS:
        first.put("entries", [_entry(id_)])
    states = [first.tables] * machines
    for minute, machine, what, given in history:
        moment = NOW + timedelta(minutes=minute)  # clocks do as they like
        if what == "merge":
            states[machine] = merge_documents(None, states[machine], states[given]).tables
        else:
            states[machine] = _acted(states[machine], moment, what, given)
    return states


def _entry(id_: str) -> Document:
    return {
        "id": id_,
        "start": "2026-11-26T14:00:00+01:00",
        "minutes": 5,
        "kind": "meeting",
        "group": "g",
        "changed": NOW.isoformat(),
    }


def _acted(tables: Tables, moment: datetime, what: str, given: Any) -> Tables:
    file = DataFile("weeks/2026-W48.json", tables)
    if what == "remove":
        file.put("entries", [tombstone(given, moment)])
        return file.tables
    id_, value = given
    there = file.document("entries", id_) or {}
    document = dict(there) if "removed" not in there else _entry(id_)
    document.pop("lineage", None)
    document |= {what: value, "changed": moment.isoformat()}
    if not value:
        del document[what]
    file.put("entries", [document])
    return file.tables


def said(tables: Tables) -> dict[str, dict[str, Document]]:
    """What a file says, by table and id, wherever it stands."""
    return {name: {row["id"]: row for row in rows.values()} for name, rows in tables.items() if name != "meta"}
