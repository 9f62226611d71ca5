"""The strands of weeks are kept apart, and never believed where a week has changed."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from planner.domain.echo import Echo
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan
from planner.store.home import Home
from tests.store.conftest import NOW, WEEK, Opens, entry, logs

PLAN = Plan({"lyon-ux": Split(60, 60, 15)}, "See people", shared=30)


@pytest.fixture
def years(kept: Home) -> Home:
    for back in range(30):
        start = NOW - timedelta(weeks=back)
        logs(
            kept,
            entry(f"m{back:03}", start=start, kind=Kind.MEETING, objectives=("seen", "ties")),
            entry(f"c{back:03}", start=start - timedelta(hours=3), echo=Echo(text="thanks")),
        )
    with kept.change("a plan") as change:
        change.put_plan(WEEK, PLAN)
    return kept


def test_a_week_has_its_plan_and_what_each_group_was_given(years: Home) -> None:
    (week,) = years.strands([WEEK])
    assert week.plan == Plan(PLAN.lines, shared=30)
    assert {each.objectives: (each.contributions, each.answered, each.echoes) for each in week.strands} == {
        ("seen", "ties"): (0, 0, 0),
        (): (1, 1, 1),
    }


def test_what_is_kept_is_what_the_weeks_say(years: Home, opens: Opens, home: Path) -> None:
    first = years.strands(years.weeks())
    assert len(json.loads((home / ".strands.json").read_text())["weeks"]) == len(first) == 30
    assert opens().strands(years.weeks()) == first
    assert opens().strands([WEEK.plus(-3)]) == first[-4:-3], "and only what is asked for is read of it"


def test_a_week_changed_by_any_hand_is_read_again(years: Home, opens: Opens) -> None:
    years.strands(years.weeks())
    logs(opens(), entry("new1", start=NOW - timedelta(weeks=3, hours=5)))
    assert sum(each.contributions for each in years.strands([WEEK.plus(-3)])[0].strands) == 2


def test_weeks_that_were_not_asked_for_stay_in_the_file(years: Home, opens: Opens, home: Path) -> None:
    years.strands(years.weeks())
    other = opens()
    for back in range(10):
        logs(other, entry(f"n{back:03}", start=NOW - timedelta(weeks=back, hours=5)))
    assert other.strands([WEEK.plus(-back) for back in range(9, -1, -1)])[0].strands
    assert len(json.loads((home / ".strands.json").read_text())["weeks"]) == 30
    assert opens().strands(years.weeks()) == years.strands(years.weeks())


@pytest.mark.parametrize("spoilt", ["by_group", "planned"])
def test_a_week_that_is_off_in_the_file_is_made_anew(years: Home, opens: Opens, home: Path, spoilt: str) -> None:
    first = years.strands(years.weeks())
    tables = json.loads((home / ".strands.json").read_text())
    tables["weeks"]["7"][spoilt] = 5
    del tables["weeks"]["8"][spoilt]
    (home / ".strands.json").write_text(json.dumps(tables))
    assert opens().strands(years.weeks()) == first
