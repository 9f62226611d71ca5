"""The schema: files of older planners are brought up step by step, those of newer ones refused."""

from __future__ import annotations

import pytest

from planner.domain.errors import Newer
from planner.store.forms import Misshapen
from planner.store.schema import fresh, upgraded
from planner.store.tables import Document, Tables

Table = dict[str, Document]


def _renamed(tables: Tables) -> Tables:
    """From version 0: people were called contacts."""
    return {"meta": tables["meta"], "people": tables.get("contacts", {})}


def _titled(tables: Tables) -> Tables:
    """From version 1: names became titles."""
    people = {number: {"title": document["name"]} for number, document in tables["people"].items()}
    return {**tables, "people": people}


STEPS = (_renamed, _titled)


def _file(version: int, **tables: dict[str, dict[str, str]]) -> Tables:
    return {"meta": {"1": {"schema": version}}, **tables}


@pytest.mark.parametrize(
    "file",
    [
        _file(0, contacts={"1": {"name": "Marie"}}),
        _file(1, people={"1": {"name": "Marie"}}),
        _file(2, people={"1": {"title": "Marie"}}),
    ],
)
def test_a_file_of_any_older_version_is_brought_up_to_today(file: Tables) -> None:
    assert upgraded("book.json", file, STEPS, first=0) == _file(2, people={"1": {"title": "Marie"}})


def test_a_new_file_is_of_today() -> None:
    assert upgraded("book.json", fresh()) == fresh() == _file(7)


def test_a_newer_file_is_refused_by_name() -> None:
    with pytest.raises(Newer, match=r"book\.json .* \(schema 3, this one knows 2\)"):
        upgraded("book.json", _file(3), STEPS, first=0)


@pytest.mark.parametrize("file", [{}, {"meta": {}}, {"meta": {"1": {}}}, _file(-1), {"meta": {"1": {"schema": True}}}])
def test_a_file_of_no_version_is_none_of_ours(file: Tables) -> None:
    with pytest.raises(Misshapen):
        upgraded("book.json", file)


def test_objectives_of_the_first_version_are_pursued_or_dropped() -> None:
    first = {
        "1": {"id": "seen", "title": "Be seen", "aim": "visibility", "rank": 1, "changed": "2026-11-24T10:00:00+01:00"},
        "2": {"id": "job", "title": "Find work", "aim": "work", "rank": 2, "active": False},
        "3": {"id": "old", "changed": "2026-11-24T10:00:00+01:00", "removed": True},
    }
    brought_up = upgraded("book.json", {"meta": {"1": {"schema": 1}}, "objectives": first})
    assert brought_up["objectives"] == {
        "1": first["1"],
        "2": {"id": "job", "title": "Find work", "aim": "relationships", "rank": 2, "pursuit": "dropped"},
        "3": first["3"],
    }


def test_people_of_the_second_version_keep_their_address_and_feeds_theirs() -> None:
    people: Table = {
        "1": {"id": "marie", "name": "Marie", "email": "m@acme.org"},
        "2": {"id": "paul", "name": "Paul"},
        "3": {"id": "gone", "removed": True},
    }
    groups = {
        "1": {"id": "news", "nature": "feed", "address": "https://news.org/rss"},
        "2": {"id": "acme", "nature": "company page", "address": "https://acme.org"},
    }
    brought_up = upgraded("book.json", {**_file(2), "people": people, "groups": groups})
    assert brought_up["people"] == {
        "1": {"id": "marie", "name": "Marie", "emails": ["m@acme.org"]},
        "2": people["2"],
        "3": people["3"],
    }
    assert brought_up["groups"] == {"1": {**groups["1"], "feed": "https://news.org/rss"}, "2": groups["2"]}


def test_a_measure_of_the_third_version_becomes_its_goals() -> None:
    third: Table = {"1": {"id": "seen", "measure": {"meetings": 2, "minutes": 60}}, "2": {"id": "learn"}}
    tables = upgraded("book.json", {"meta": {"1": {"schema": 3}}, "objectives": third})
    assert tables["objectives"] == {
        "1": {"id": "seen", "measure": [{"counts": "meetings", "number": 2}, {"counts": "minutes", "number": 60}]},
        "2": {"id": "learn"},
    }


def test_the_role_of_the_fifth_version_is_the_first_of_several() -> None:
    groups: Table = {"1": {"id": "ux", "role": "watch", "name": "UX"}, "2": {"id": "gone", "removed": True}}
    brought_up = upgraded("book.json", {**_file(5), "groups": groups})
    assert brought_up["groups"] == {"1": {"id": "ux", "roles": ["watch"], "name": "UX"}, "2": groups["2"]}
    image = {"file": "book.json", "table": "groups", "id_": "ux", "document": {"id": "ux", "role": "ties"}}
    upgraded("undo.json", {**_file(5), "undo": {"1": {"id": "1", "images": [image]}}})
    assert image["document"] == {"id": "ux", "roles": ["ties"]}


def test_a_review_of_the_fifth_version_stands_at_its_step_by_name() -> None:
    fifth: Table = {str(step): {"id": str(step), "revision": 1, "step": step} for step in range(6)}
    tables = upgraded("weeks/2026-W48.json", {**_file(5), "reviews": {**fifth, "6": {"id": "6", "removed": True}}})
    assert [row.get("step") for row in tables["reviews"].values()] == [
        *(None, "planned and done", "drift", "verdicts", "next week", "next week", None)
    ]


@pytest.mark.parametrize("way", ["undo", "redo", "a file of its own"])
def test_what_can_be_undone_is_brought_up_as_its_documents_are(way: str) -> None:
    dropped = {"id": "job", "title": "Find work", "aim": "work", "rank": 2, "active": False}
    image = {"file": "book.json", "table": "objectives", "id_": "job", "document": dropped, "left": "0123"}
    row = {"id": "1", "image": image} if way == "a file of its own" else {"id": "1", "images": [image]}
    table = "images" if way == "a file of its own" else way
    upgraded("undo.json", {"meta": {"1": {"schema": 1}}, table: {"1": row}})
    assert image == {
        "file": "book.json",
        "table": "objectives",
        "id_": "job",
        "document": {"id": "job", "title": "Find work", "aim": "relationships", "rank": 2, "pursuit": "dropped"},
    }


@pytest.mark.parametrize(
    "images", [None, [None], [{}], [{"table": 1, "document": {}}], [{"table": "x", "document": 1}]]
)
def test_what_can_be_undone_is_not_judged_while_it_is_brought_up(images: object) -> None:
    upgraded("undo.json", {"meta": {"1": {"schema": 1}}, "undo": {"1": {"id": "1", "images": images}}})


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("2 replies, one from Marie", {"counts": {"reply": 2}, "text": "2 replies, one from Marie"}),
        ("3 Réponses", {"counts": {"reply": 3}, "text": "3 Réponses"}),
        ("0 replies", {"text": "0 replies"}),
        ("thanked me", {"text": "thanked me"}),
    ],
)
def test_what_came_back_as_of_the_fourth_version_counts(said: str, echo: Document) -> None:
    entries: Table = {"1": {"id": "a", "echo": said}, "2": {"id": "b"}, "3": {"id": "c", "removed": True}}
    brought_up = upgraded("weeks/2026-W48.json", {"meta": {"1": {"schema": 4}}, "entries": entries})
    assert brought_up["entries"] == {**entries, "1": {"id": "a", "echo": echo}}
