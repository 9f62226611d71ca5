"""Each number of the audit, counted again by hand from the files as they are written.

Nothing of planner is used to count: plain loops over the JSON of a home, as one would do it on paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.audit.audit import Audit, GroupAudit
from planner.domain.audit.columns import COLUMNS
from tests.long_list import long_list

Document = dict[str, Any]

#: The Monday of the running week.
MONDAY = date(2026, 11, 23)


@pytest.fixture
def audited(tmp_path: Path, thursday: Clock) -> tuple[Desk, Path]:
    return long_list(tmp_path / "home", thursday), tmp_path / "home"


def documents(path: Path, table: str) -> list[Document]:
    """The documents of one table of a file."""
    return list(json.loads(path.read_text(encoding="utf-8")).get(table, {}).values())


def week_files(home: Path, weeks: int) -> Iterator[Path]:
    """The files of the last weeks, this one included."""
    for back in range(weeks):
        year, number, _ = (MONDAY - timedelta(weeks=back)).isocalendar()
        path = home / "weeks" / f"{year}-W{number:02d}.json"
        if path.exists():
            yield path


def confirmed(home: Path, weeks: int) -> list[Document]:
    """The entries of the last weeks that count."""
    entries = [entry for path in week_files(home, weeks) for entry in documents(path, "entries")]
    return [entry for entry in entries if entry.get("confirmed", True)]


def day_of(entry: Document) -> date:
    return datetime.fromisoformat(entry["start"]).date()


def upkeep_of(group: Document, home: Path) -> int | None:
    """What she said of its upkeep, or what its log took in the eight whole weeks behind, once in three of them."""
    weeks = []
    for back in range(8, 0, -1):
        year, number, _ = (MONDAY - timedelta(weeks=back)).isocalendar()
        path = home / "weeks" / f"{year}-W{number:02d}.json"
        own = [entry for entry in documents(path, "entries") if entry["group"] == group["id"]] if path.exists() else []
        weeks.append(sum(entry["minutes"] for entry in own if entry.get("confirmed", True)))
    first = next((at for at, minutes in enumerate(weeks) if minutes), len(weeks))
    if sum(minutes > 0 for minutes in weeks) < 3:
        said: int | None = group.get("upkeep")
        return said
    since = weeks[first:]
    mean: float = sum(since) / len(since)
    return max(5, round(mean / 5) * 5)


def by_hand(group: Document, entries: list[Document], home: Path) -> dict[str, Any]:
    """What the table shows of a group."""
    own = [entry for entry in entries if entry["group"] == group["id"]]
    given, met, read = 0, 0, 0
    gave, hands, people, echoes, contributions = [], set(), set(), 0, 0
    for entry in own:
        if entry["kind"] == "contribution":
            given += entry["minutes"]
            contributions += 1
            gave.append(day_of(entry))
            hands.add(day_of(entry))
        elif entry["kind"] == "meeting":
            met += entry["minutes"]
            hands.add(day_of(entry))
            people.update(entry.get("people", []))
        else:
            read += entry["minutes"]
        if "echo" in entry and entry["kind"] != "watching":
            echoes += max(1, sum(entry["echo"].get("counts", {}).values()))
    only_read = [day_of(entry) for entry in own if entry["kind"] == "watching" and day_of(entry) not in hands]
    whole = given + met + read
    fit = group.get("fit", {})
    return {
        "name": group["name"],
        "standing": group["standing"],
        "role": ", ".join(group["roles"]),
        "fit": sum(fit.values()),
        "upkeep": upkeep_of(group, home),
        "given": given,
        "met": met,
        "read": read,
        "contributions": contributions,
        "people": len(people),
        "echo": echoes or (0 if any("echo" in entry for entry in own if entry["kind"] == "contribution") else None),
        "a-contribution": round(whole / contributions) if contributions else None,
        "a-person": round(whole / len(people)) if people else None,
        "gave": max(gave, default=None),
        "only-read": max(only_read, default=None),
    }


def on_the_screen(row: GroupAudit) -> dict[str, Any]:
    """What the table shows of a group; the verdict is a rule of its own."""
    return {column.name: column.value(row) for column in COLUMNS if column.name != "verdict" and column.cells}


@pytest.mark.parametrize("weeks", [4, 8])
def test_every_cell_of_the_table_is_what_the_files_say(audited: tuple[Desk, Path], weeks: int) -> None:
    desk, home = audited
    groups = {group["name"]: group for group in documents(home / "book.json", "groups")}
    entries = confirmed(home, weeks)
    rows = desk.audit(weeks).rows
    assert len(rows) == len(groups) == 23
    for row in rows:
        assert on_the_screen(row) == by_hand(groups[row.group.name], entries, home)


def test_the_sample_has_something_in_every_column(audited: tuple[Desk, Path]) -> None:
    """Or the test above would prove little."""
    rows = [on_the_screen(row) for row in audited[0].audit(8).rows]
    assert all(any(row[column.name] for row in rows) for column in COLUMNS if column.name != "verdict" and column.cells)


def test_spans_differ(audited: tuple[Desk, Path]) -> None:
    def minutes(found: Audit) -> int:
        return sum(row.figures.minutes.total for row in found.rows)

    assert minutes(audited[0].audit(4)) < minutes(audited[0].audit(8))


@pytest.mark.parametrize("weeks", [4, 8])
def test_the_checks_over_it_are_what_the_files_say(audited: tuple[Desk, Path], weeks: int) -> None:
    desk, home = audited
    groups = documents(home / "book.json", "groups")
    found = desk.audit(weeks)

    needed = sum(upkeep_of(group, home) or 0 for group in groups if group["standing"] != "left")
    plan = documents(next(week_files(home, 1)), "plan")[0]["lines"]
    available = sum(sum(line.values()) for line in plan.values())
    assert found.reality and found.dispersion
    assert found.reality[:2] == (needed, available)
    assert found.reality.times == round(needed / available, 1)

    active = {
        objective["id"]
        for objective in documents(home / "book.json", "objectives")
        if objective.get("pursuit", "active") == "active"
    }
    serving_none = {
        group["id"]
        for group in groups
        if group["standing"] == "selected" and not active.intersection(group.get("objectives", []))
    }
    entries = confirmed(home, weeks)
    aimless = sum(entry["minutes"] for entry in entries if not active.intersection(entry.get("objectives", [])))
    assert found.dispersion.active == len(active) == 2
    assert {group.id for group in found.dispersion.groups} == serving_none
    assert found.dispersion.aimless == aimless
    assert found.dispersion.minutes == sum(entry["minutes"] for entry in entries)
    assert found.dispersion.share == pytest.approx(aimless / found.dispersion.minutes, abs=0.0005)


def test_what_was_never_confirmed_is_in_files_and_in_no_figure(audited: tuple[Desk, Path]) -> None:
    desk, home = audited
    every = [entry for path in week_files(home, 8) for entry in documents(path, "entries")]
    counted = sum(row.figures.minutes.total for row in desk.audit(8).rows)
    assert counted == sum(entry["minutes"] for entry in confirmed(home, 8)) < sum(entry["minutes"] for entry in every)
