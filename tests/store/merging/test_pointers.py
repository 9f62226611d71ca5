"""What points to a record follows where it has another id; nothing else does."""

from __future__ import annotations

from typing import Any

from planner.store.merging.pointers import pointed

CHANGED = "2026-11-26T18:00:00+01:00"
RENAMED = {"groups": {"lyon": "lyon-2"}, "people": {"ann": "ann-2"}}


def _row(id_: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "changed": CHANGED, **fields}


def test_ids_in_fields_lists_and_names_of_objects_follow() -> None:
    tables = {
        "groups": {"1": _row("lyon", slug="lyon", name="Lyon")},
        "people": {"1": _row("bob", name="Bob", groups=["lyon", "pmi"], through="ann")},
        "plan": {"1": _row("plan", lines={"lyon": {"watching": 5}, "pmi": {}})},
        "entries": {
            "1": _row("e", group="lyon", people=["ann", 3], echo={"people": ["ann"]}),
            "2": _row("f", group="pmi", people=7, echo="none"),
            "3": _row("g", removed=CHANGED),
        },
        "alerts": {"1": _row("x", cause="lyon")},
    }
    found = pointed(tables, RENAMED, {})
    (group,), (bob,), (plan,) = (found[name].values() for name in ("groups", "people", "plan"))
    assert (group["id"], group["slug"]) == ("lyon-2", "lyon-2")
    assert (bob["groups"], bob["through"]) == (["lyon-2", "pmi"], "ann-2")
    assert plan["lines"] == {"lyon-2": {"watching": 5}, "pmi": {}}
    entry, other, gone = found["entries"].values()
    assert (entry["group"], entry["people"], entry["echo"]) == ("lyon-2", ["ann-2", 3], {"people": ["ann-2"]})
    assert (other["people"], other["echo"], gone["id"]) == (7, "none", "g")
    assert found["alerts"] == tables["alerts"]


def test_what_both_sides_have_just_so_points_to_neither() -> None:
    tables = {"people": {"1": _row("bob", name="Bob", groups=["lyon"])}}
    assert pointed(tables, RENAMED, {"people": {"9": dict(tables["people"]["1"])}}) == tables
    assert pointed(tables, {"groups": {}}, {}) is tables
