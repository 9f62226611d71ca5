"""What is given out to other programs: tables, the log as Markdown; of some weeks, of one group, without names."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from planner.desk import Desk
from planner.domain.appointment import Appointment
from planner.domain.errors import StoreError
from planner.domain.group import Group, Nature
from planner.domain.kinds import Split
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.step import Step
from planner.domain.texts import folded
from planner.domain.week import Week
from planner.interop.calendar_export import calendar_of
from planner.interop.exports import ABOUT, write_tables
from planner.interop.given_out import EVERYTHING, GivenOut, Wanted
from planner.interop.log_document import log_document
from planner.interop.name_parts import NameParts, name_parts
from planner.interop.tables import harmless, tables_of

#: What nothing without names may have in it.
NAMES = ("marie", "dupont", "zoe", "tour", "danone", "nordlicht", "secret", "example.org")


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A home with something in every table."""
    desk.keep(
        "made",
        groups=[Group("danone", "danone", "Danone", nature=Nature.COMPANY, feed="https://danone.example.org/feed")],
        people=[
            Person(
                "marie-dupont", "Marie Dupont", "Danone", "=1+1", emails=("marie@example.org",), groups=("lyon-ux",)
            ),
            Person("zoe", "Zoë de la Tour", "Nordlicht GmbH", note="secret", apart=("marie-dupont",)),
        ],
        appointments=[
            Appointment(
                "a", datetime(2026, 12, 3, 12, tzinfo=UTC), 45, "Lunch with Marie", ("marie-dupont",), "lyon-ux"
            )
        ],
    )
    with desk._home.change("steps") as kept:
        kept.put_steps([Step("s", "zoe", "send Marie the deck", date(2026, 12, 1))])
    desk.add_objective("Meet people of Danone")
    desk.log("m 45 danone @zoe, secret talk")
    desk.log("c 25 lyon-ux @marie-dupont =SUM(A1) 12/11")
    return desk


def rows(tables: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tables[f"{name}.csv"].decode(), newline="")))


def test_every_record_is_a_row_with_its_id_and_a_moment_in_iso_8601(full: Desk) -> None:
    tables = tables_of(GivenOut(full))
    contribution, meeting = rows(tables, "entries")
    assert (contribution["week"], contribution["minutes"], contribution["people"]) == ("2026-W46", "25", "marie-dupont")
    assert datetime.fromisoformat(meeting["start"]).utcoffset() is not None
    assert {row["id"] for row in rows(tables, "people")} == {"marie-dupont", "zoe"}
    assert rows(tables, "steps")[0]["day"] == "2026-12-01" and rows(tables, "appointments")[0]["group"] == "lyon-ux"
    assert rows(tables, "groups")[0]["usual_meeting"] == "45"


def test_a_cell_that_begins_a_formula_is_made_harmless(full: Desk) -> None:
    tables = tables_of(GivenOut(full))
    assert rows(tables, "entries")[0]["note"].startswith("'=SUM")
    assert {row["position"] for row in rows(tables, "people")} == {"'=1+1", ""}


@settings(max_examples=50)
@given(st.text(max_size=6))
def test_no_spreadsheet_takes_a_text_for_a_formula(text: str) -> None:
    assert not harmless(text).lstrip()[:1] or harmless(text).lstrip()[0] not in "=+-@"
    assert harmless(text).removeprefix("'") == text.removeprefix("'")


def test_weeks_and_a_group_narrow_it(full: Desk) -> None:
    week = Week(2026, 46)
    of_week = GivenOut(full, Wanted(week, week))
    assert [row["minutes"] for row in rows(tables_of(of_week), "entries")] == ["25"]
    assert not rows(tables_of(of_week), "appointments") and len(rows(tables_of(of_week), "people")) == 2
    of_group = GivenOut(full, Wanted(group="danone"))
    assert [row["id"] for row in rows(tables_of(of_group), "people")] == ["zoe"]
    assert [row["minutes"] for row in rows(tables_of(of_group), "entries")] == ["45"]
    document, count = log_document(GivenOut(full, Wanted(week, week, "danone")))
    assert count == 0 and "Nothing was logged" in document


def test_the_log_in_markdown_tells_each_week(full: Desk) -> None:
    document, count = log_document(GivenOut(full))
    assert count == 2 and document.index("Week 46") < document.index("Week 48")
    assert "| Danone | – | 45 | 0 | 45 | 0 |" in document and "Met: Zoë de la Tour." in document


def test_planned_minutes_are_said_as_those_done(full: Desk) -> None:
    full.set_plan(full.this_week(), Plan({"danone": Split(meeting=75)}))
    assert "| Danone | 1h15 | 45 | 0 | 45 | 0 |" in log_document(GivenOut(full))[0]


def test_without_names_nothing_named_comes_through(full: Desk) -> None:
    without = Wanted(named=False)
    given_out = GivenOut(full, without)
    texts = [text.decode() for text in tables_of(given_out).values()]
    texts += [log_document(given_out)[0], calendar_of(full, wanted=without)[0].decode()]
    for text in texts:
        words = set(re.findall(r"\w+(?:\.org)?", folded(text)))
        assert not [name for name in NAMES if name in words], text
    assert "Met: Z. D. L. T." in texts[-2] and "M. D." in "".join(texts)


def test_an_alarm_reminds_of_what_is_planned(full: Desk) -> None:
    events = Calendar.from_ical(calendar_of(full, alarm=30)[0]).walk("VEVENT")
    alarms = [alarm.decoded("TRIGGER") for event in events for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(minutes=-30)]
    assert not Calendar.from_ical(calendar_of(full)[0]).walk("VALARM")


class TestFolder:
    def test_tables_are_written_anew_and_over_no_others(self, full: Desk, tmp_path: Path) -> None:
        folder = tmp_path / "out"
        tables = tables_of(GivenOut(full, EVERYTHING))
        for _ in range(2):
            write_tables(str(folder), tables, "about", full.folder)
        assert {path.name for path in folder.iterdir()} == {*tables, ABOUT}
        assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())
        (folder / ABOUT).write_text("mine")
        with pytest.raises(StoreError, match="not written by planner"):
            write_tables(str(folder), tables, "about", full.folder)

    def test_where_it_cannot_be_it_says_so_and_writes_nothing(self, full: Desk, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        for place in (str(tmp_path / "no" / "folder"), str(tmp_path / "file"), full.folder):
            with pytest.raises(StoreError):
                write_tables(place, {"entries.csv": b""}, "about", full.folder)
        assert not (Path(full.folder) / "entries.csv").exists()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Marie Dupont", NameParts("Dupont", "Marie")),
        ("Marie Dupont, PhD", NameParts("Dupont", "Marie", "", "PhD")),
        ("Dr Jean de La Fontaine MBA", NameParts("de La Fontaine", "Jean", "Dr", "MBA")),
        ("Martin Luther King Jr.", NameParts("King", "Martin Luther", "", "Jr.")),
        ("Yo-Yo Ma", NameParts("Ma", "Yo-Yo")),
        ("Jack Pei Ma", NameParts("Ma", "Jack Pei")),
        ("Zoë", NameParts("", "Zoë")),
        ("", NameParts("", "")),
    ],
)
def test_titles_beside_a_name_are_no_part_of_it(name: str, parts: NameParts) -> None:
    assert name_parts(name) == parts
