"""The figures of past weeks are kept apart, and never believed where a week has changed."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan, Short
from planner.store.home import Home
from tests.store.conftest import NOW, WEEK, Opens, entry, logs


@pytest.fixture
def months(kept: Home) -> Home:
    for back in range(1, 21):
        start = NOW - timedelta(weeks=back)
        logs(
            kept,
            entry(f"m{back:03}", start=start, kind=Kind.MEETING),
            entry(f"w{back:03}", start=start, kind=Kind.WATCHING),
        )
    return kept


def test_what_is_kept_is_what_the_weeks_say(months: Home, opens: Opens, home: Path) -> None:
    first = months.past(WEEK, 12)
    assert (home / ".rhythm.json").exists()
    assert opens().past(WEEK, 12) == first
    assert len(first) == 12 and first[-1].groups == {"lyon-ux": Split(0, 25, 25)}


def test_who_was_seen_and_the_longest_of_each_kind_are_kept_too(kept: Home, opens: Opens) -> None:
    start = NOW - timedelta(weeks=2)
    logs(
        kept,
        entry("m1", start=start, kind=Kind.MEETING, people=("marie",), minutes=90),
        entry("m2", start=start + timedelta(hours=3), kind=Kind.MEETING, people=("marie", "paul")),
        entry("w1", start=start + timedelta(hours=6), kind=Kind.WATCHING, people=("paul",)),
    )
    for home in (kept, opens()):
        (week,) = home.past(WEEK, 12)
        assert week.longest == Split(0, 90, 25)
        assert {person: one.start for person, one in week.seen.items()} == dict.fromkeys(
            ("marie", "paul"), start + timedelta(hours=3)
        )


def test_a_week_changed_by_any_hand_is_read_again(months: Home, opens: Opens, home: Path) -> None:
    months.past(WEEK, 12)
    path = home / "weeks" / f"{WEEK.plus(-2)}.json"
    path.write_text(path.read_text().replace('"minutes": 25', '"minutes": 40'))
    changed = opens().past(WEEK, 12)[-2]
    assert changed.groups == {"lyon-ux": Split(0, 40, 40)}
    assert opens().past(WEEK, 12)[-2] == changed


def test_a_week_whose_file_is_gone_is_no_history(months: Home, opens: Opens, home: Path) -> None:
    months.past(WEEK, 12)
    (home / "weeks" / f"{WEEK.plus(-2)}.json").unlink()
    assert WEEK.plus(-2) not in [past.week for past in opens().past(WEEK, 12)]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"weeks": {"1": {}}}', '{"weeks": {"1": {"id": "2026-W47", "stamp": 1}}}']
)
def test_a_damaged_file_of_figures_is_made_anew(months: Home, opens: Opens, home: Path, content: str) -> None:
    first = months.past(WEEK, 12)
    (home / ".rhythm.json").write_text(content)
    assert opens().past(WEEK, 12) == first
    assert len(json.loads((home / ".rhythm.json").read_text())["weeks"]) == 12


def test_only_the_newest_weeks_are_kept(months: Home, opens: Opens, home: Path) -> None:
    months.past(WEEK, 20)
    kept = json.loads((home / ".rhythm.json").read_text())["weeks"]
    assert [row["id"] for row in kept.values()] == [str(WEEK.plus(-back)) for back in range(16, 0, -1)]
    assert len(opens().past(WEEK.plus(-8), 12)) == 12


def test_the_file_of_figures_is_hers_alone_and_no_stranger(months: Home, home: Path) -> None:
    months.past(WEEK, 12)
    assert (home / ".rhythm.json").stat().st_mode & 0o777 == 0o600
    assert all(finding.good for finding in months.check())


def test_a_week_off_is_kept_as_one(months: Home, opens: Opens) -> None:
    week = WEEK.plus(-3)
    with months.change("a week off") as change:
        change.put_plan(week, Plan({}, short=Short(0, 5, {"lyon-ux": Split(60, 0, 15)})))
    for home in (months, opens()):
        (off,) = (each for each in home.past(WEEK, 12) if each.off)
        assert (off.week, off.planned, off.was_logged, off.groups) == (week, None, False, {"lyon-ux": Split(0, 25, 25)})
