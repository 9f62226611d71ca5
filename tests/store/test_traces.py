"""The traces of all weeks are kept apart, and never believed where a week has changed."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from planner.domain.echo import Echo
from planner.domain.kinds import Kind
from planner.domain.objective import Served
from planner.store.home import Home
from tests.store.conftest import NOW, WEEK, Opens, entry, logs


@pytest.fixture
def years(kept: Home) -> Home:
    for back in range(30):
        start = NOW - timedelta(weeks=back)
        logs(
            kept,
            entry(f"m{back:03}", start=start, kind=Kind.MEETING, people=("marie",), objectives=("seen",)),
            entry(f"c{back:03}", start=start, people=("paul",), echo=Echo(text="thanks"), objectives=("seen", "ties")),
            entry(f"w{back:03}", start=start, kind=Kind.WATCHING),
            entry(f"x{back:03}", start=start, people=("marie",), confirmed=False),
        )
    return kept


def test_a_trace_has_who_was_in_contact_and_what_was_served(years: Home) -> None:
    trace = years.traces()[-1]
    assert trace.week == WEEK
    assert [(contact.entry, contact.people, contact.echoed) for contact in trace.contacts] == [
        ("m000", ("marie",), False),
        ("c000", ("paul",), True),
    ]
    assert trace.served == {"seen": Served(1, 1, 50, replies=1), "ties": Served(0, 1, 25, replies=1)}
    assert trace.aimless == 25


def test_what_is_kept_is_what_the_weeks_say(years: Home, opens: Opens, home: Path) -> None:
    first = years.traces()
    assert len(json.loads((home / ".traces.json").read_text())["weeks"]) == len(first) == 30
    assert opens().traces() == first


def test_a_week_changed_by_any_hand_is_read_again(years: Home, opens: Opens) -> None:
    years.traces()
    logs(opens(), entry("new1", start=NOW - timedelta(weeks=3), people=("amina",)))
    assert "new1" in [contact.entry for contact in years.traces()[-4].contacts]
    assert years.traces() == opens().traces()


def test_one_more_entry_does_not_write_ten_years_again(years: Home, home: Path) -> None:
    years.traces()
    before = (home / ".traces.json").stat()
    logs(years, entry("new1", people=("amina",)))
    assert years.traces()[-1].contacts[-1].people == ("amina",)
    assert (home / ".traces.json").stat() == before


def test_the_file_of_traces_is_hers_alone_and_no_stranger(years: Home, home: Path) -> None:
    years.traces()
    assert (home / ".traces.json").stat().st_mode & 0o777 == 0o600
    assert all(finding.good for finding in years.check())
