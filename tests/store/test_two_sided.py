"""A file that git has left both sides in is what the two come to: nothing in it is lost, and it is no damage."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner.domain.entry import Entry
from planner.domain.errors import Newer
from planner.domain.kinds import Kind
from planner.store.two_sided import both_merged
from tests.store.conftest import NOW, WEEK, Opens


def row(number: int, id_: str, hour: int) -> bytes:
    text = '"{n}": {{"id": "{id}", "start": "2026-11-26T{h:02}:00:00+01:00", "minutes": 5, "kind": "contribution", '
    text += '"group": "lyon-ux", "changed": "2026-11-26T{h:02}:05:00+01:00"}}'
    return text.format(n=number, id=id_, h=hour).encode()


def with_both_sides(schema: int) -> bytes:
    """A week in which each machine logged one entry, both under one number."""
    head = b'{\n"meta": {\n"1": {"schema": %d}\n},\n"entries": {\n' % schema
    return (
        head + row(1, "first", 9) + b",\n<<<<<<< HEAD\n" + row(2, "ours", 10) + b"\n||||||| base\n=======\n"
        + row(2, "theirs", 11) + b"\n>>>>>>> origin/main\n}\n}\n"
    )  # fmt: skip


@pytest.fixture
def left(opens: Opens, home: Path) -> Path:
    """A home whose week holds both sides."""
    with opens().change("Begin") as kept:
        kept.put_entry(Entry("first", NOW, 5, Kind.CONTRIBUTION, "lyon-ux"))
    week = home / "weeks" / f"{WEEK}.json"
    schema = re.search(rb'"schema": (\d+)', week.read_bytes())
    assert schema
    week.write_bytes(with_both_sides(int(schema[1])))
    return week


def ids(opens: Opens) -> set[str]:
    return {entry.id for entry in opens().week(WEEK).entries}


def test_both_sides_are_read_and_nothing_is_called_damaged(opens: Opens, left: Path) -> None:
    assert ids(opens) == {"first", "ours", "theirs"}
    kept = opens()
    kept.week(WEEK)
    assert kept.damage() == []
    assert kept.waiting() == (f"weeks/{WEEK}.json",)
    found = {finding.file: finding for finding in kept.check()}[f"weeks/{WEEK}.json"]
    assert found.good
    assert "both sides of a merge" in found.what
    assert kept.mend()
    assert ids(opens) == {"first", "ours", "theirs"}


def test_the_next_change_writes_what_they_come_to(opens: Opens, left: Path) -> None:
    with opens().change("Log") as kept:
        kept.put_entry(Entry("later", NOW, 5, Kind.CONTRIBUTION, "lyon-ux"))
    assert b"<<<<" not in left.read_bytes()
    assert ids(opens) == {"first", "ours", "theirs", "later"}
    assert opens().waiting() == ()


def test_a_side_that_is_damaged_is_damage(opens: Opens, left: Path) -> None:
    left.write_bytes(left.read_bytes().replace(b'"id": "theirs"', b'"id": theirs'))
    assert ids(opens) == set()
    assert "is damaged" in opens().damage()[0]


def test_a_side_of_a_newer_planner_is_left_alone(left: Path) -> None:
    content = re.sub(rb'"schema": \d+', b'"schema": 99', left.read_bytes())
    with pytest.raises(Newer):
        both_merged(f"weeks/{WEEK}.json", content)


def test_what_they_began_with_may_be_damaged(left: Path) -> None:
    content = left.read_bytes().replace(b"||||||| base\n", b"||||||| base\n{\n")
    both = both_merged(f"weeks/{WEEK}.json", content)
    assert both
    assert {row["id"] for row in both["entries"].values()} == {"first", "ours", "theirs"}
