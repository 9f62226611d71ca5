"""Reading a Toggl Track detailed report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest

from planner.desk import Desk
from planner.domain.entry import Entry
from planner.domain.errors import PlannerError, Refused
from planner.domain.kinds import Kind
from planner.domain.week import Week
from planner.interop.formats import toggl
from planner.interop.intake.draft import Passed, Stretch
from planner.interop.intake.lines import Lines
from planner.interop.intake.part import Part
from planner.interop.intake.table import Table
from planner.interop.problem import Problem
from tests.interop.conftest import Write
from tests.interop.reads import read

PARIS = ZoneInfo("Europe/Paris")
HEAD = "Project,Description,Start date,Start time,End date,End time,Duration,Tags\n"


def rows(content: str | bytes, zone: tzinfo = PARIS) -> tuple[list[Stretch], list[Problem]]:
    """The stretches of a report, and what is wrong in it."""
    problems: list[Problem] = []

    def drafts() -> Iterator[Stretch | Passed]:
        bytes_ = content.encode() if isinstance(content, str) else content
        table = Table(Lines(Part("", lambda: BytesIO(bytes_)), problems), problems)
        toggl._check(table)
        yield from toggl._Report(table, zone, 0).rows()

    every = list(drafts())
    problems += [Problem("", each.row, each.why) for each in every if isinstance(each, Passed)]
    return [each for each in every if isinstance(each, Stretch)], problems


def one(line: str, head: str = HEAD) -> Stretch:
    (row,), problems = rows(head + line)
    assert not problems
    return row


def why(line: str, head: str = HEAD) -> str:
    stretches, (problem,) = rows(head + line)
    assert not stretches
    return problem.why


def entries(desk: Desk) -> list[Entry]:
    return [entry for week in sorted(desk.logged_weeks()) for entry in desk.week_once(week).entries]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_row_is_read_whatever_its_encoding_quotes_and_columns(encoding: str) -> None:
    plain = HEAD + "Café,slides,2026-03-16,12:05:00,2026-03-16,12:30:00,00:25:00,reading\n"
    quoted = '"Tags","Duration","start time","Start date","Project","Description"\r\n'
    quoted += '"reading","00:25:00","12:05:00","2026-03-16","Café","slides"\r\n'
    for text in (plain, quoted, plain.replace(",", ";"), plain.replace("\n", "\r")):
        (row,), problems = rows(text.encode(encoding))
        said = (row.start, row.minutes, row.project, row.note, row.tags)
        assert said == (datetime(2026, 3, 16, 12, 5, tzinfo=PARIS), 25, "Café", "slides", ("reading",))
        assert (row.row, problems) == (2, [])


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_what_is_no_utf_8_is_read_as_western_european_and_said(encoding: str) -> None:
    (row,), (problem,) = rows((HEAD + "Café,,2026-03-16,10:00:00,,,00:10:00,\n").encode(encoding))
    assert (row.project, problem.row) == ("Café", 2) and "no UTF-8" in problem.why


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [
        ("00:25:00", 25),
        ("18:25 min", 18),
        ("18:30 min", 19),
        ("45 sec", 1),
        ("0.42 h", 25),
        ("", 40),
        ("24:00:00", 1440),
    ],
)
def test_a_duration_is_read_in_every_form_rounded_half_up(duration: str, minutes: int) -> None:
    end = "," if duration else "2026-03-16,12:45:00"
    assert one(f"Career,,2026-03-16,12:05:00,{end},{duration},").minutes == minutes


def test_the_hours_of_half_a_day_are_read() -> None:
    began = [
        one(f"Career,,2026-03-16,{text},,,00:25:00,").start.strftime("%H:%M")
        for text in ("9:05 PM", "12:05 am", "12:05:00 PM")
    ]
    assert began == ["21:05", "00:05", "12:05"]
    for text in ("13:05 PM", "0:05 AM", "9:05 noon"):
        assert text in why(f"Career,,2026-03-16,{text},,,00:25:00,")
    for text in ("25 days", "1:2 sec", "-5 min", "x min", "inf h"):
        assert f"“{text}” is no duration" in why(f"Career,,2026-03-16,12:05:00,,,{text},")


def test_without_duration_the_end_counts_over_midnight_and_clock_change() -> None:
    assert one("Career,,2026-03-17,23:40:00,2026-03-18,00:25:00,,").minutes == 45
    assert one("Career,,2026-03-29,01:30:00,2026-03-29,03:30:00,,").minutes == 60


def test_a_time_that_comes_twice_is_the_one_its_duration_fits() -> None:
    first = one("Career,,2026-10-25,02:30:00,2026-10-25,03:00:00,01:30:00,")
    second = one("Career,,2026-10-25,02:30:00,2026-10-25,03:00:00,00:30:00,")
    assert second.start - first.start == timedelta(hours=1)
    assert first.start.utcoffset() == timedelta(hours=2)


def test_a_time_that_a_clock_change_skips_is_as_much_later() -> None:
    assert one("Career,,2026-03-29,02:30:00,,,00:10:00,").start == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_rows_stay_in_their_order_and_blank_ones_are_left_out() -> None:
    text = HEAD + "B,,2026-03-17,10:00:00,,,00:10:00,\n\n,,,,,,,\nA,,2026-03-16,10:00:00,,,00:10:00,\n"
    stretches, problems = rows(text)
    assert [(row.row, row.project) for row in stretches] == [(2, "B"), (5, "A")]
    assert not problems


def test_a_note_of_several_lines_is_one_and_the_next_row_has_its_line() -> None:
    text = HEAD + 'A,"one\ntwo",2026-03-16,10:00:00,,,00:10:00,\nB,,never,10:00:00,,,00:10:00,\n'
    stretches, (problem,) = rows(text)
    assert stretches[0].note == "one two"
    assert problem.where == "line 4"


def test_a_quote_that_is_never_closed_costs_no_other_row() -> None:
    stretches, (problem,) = rows(
        HEAD + 'A,5" screen,2026-03-16,10:00:00,,,00:10:00,\n' + "B,,2026-03-17,10:00:00,,,00:10:00,\n" * 3
    )
    assert [row.project for row in stretches] == ["A", "B", "B", "B"]
    assert problem.row == 2 and "never closed" in problem.why


def test_a_line_without_end_is_passed_over_and_the_rest_is_read() -> None:
    stretches, problems = rows(HEAD + "A," + "x" * 3_000_000 + "\nB,,2026-03-17,10:00:00,,,00:10:00,\n")
    assert [(row.row, row.project) for row in stretches] == [(3, "B")]
    assert [problem.row for problem in problems] == [2]


@pytest.mark.parametrize("column", ["Project", "Start date", "Start time", "End time"])
def test_a_missing_column_is_named(column: str) -> None:
    head = HEAD.replace(column, "Other").replace("Duration", "Length")
    with pytest.raises(Refused, match=f"“{column}”"):
        rows(head)


def test_what_is_no_text_or_no_table_is_refused_kindly() -> None:
    for content in (b"", b"\xff\xfe\x00", b"Project,\xe9", b"PK\x03\x04 not a table", bytes(range(256)) * 20):
        with pytest.raises(Refused):
            rows(content)


def test_a_separator_line_and_blank_lines_above_the_header_are_skipped() -> None:
    plain = HEAD.replace(",", ";") + "Career;;2026-03-16;12:05:00;;;00:25:00;reading\nB;;never;12:05:00;;;00:25:00;\n"
    for above in ("sep=;\n", '"sep=;"\n\n', "\n \nSEP=;\n", "\n\n"):
        (row,), (problem,) = rows(above + plain)
        assert row.row == above.count("\n") + 2
        assert problem.row == row.row + 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Career,,2026-02-30,12:05:00,,,00:25:00,", "2026-02-30 12:05:00"),
        ("Career,,2026-02-20,25:05:00,,,00:25:00,", "25:05:00"),
        ("Career,,0001-01-01,12:05:00,,,00:25:00,", "0001-01-01"),
        ("Career,,1970-01-01,00:00:00,,,00:25:00,", "“1970-01-01” is of no year in which time was tracked"),
        ("Career,,2026-02-20,12:05:00,,,soon,", "“soon”"),
        ("Career,,2026-02-20,12:05:00,,,-00:30:00,", "“-00:30:00”"),
        ("Career,,2026-02-20,12:05:00,,,,", "neither"),
        ("Career,,2026-02-20,12:05:00,2026-02-20,11:05:00,,", "ends before it begins"),
        ("Career,,2026-02-20,12:05:00,,,24:00:30,", "24 hours"),
        ("Career,,2026-03-16,12:00:00,2026-03-16,12:30:00,00:45:00,", "its duration is not"),
        ("Career", "is no date"),
    ],
)
def test_a_row_that_cannot_be_is_told_with_its_text(line: str, said: str) -> None:
    assert said in why(line)


def test_a_duration_may_be_off_by_the_seconds_that_a_column_leaves_out() -> None:
    assert one("Career,,2026-03-16,12:00:00,2026-03-16,12:30:00,00:30:01,").minutes == 30


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Career,,2026-02-20,12:05:00,,,00:00:29,", "half a minute"),
        (",,2026-03-16,10:00:00,,,00:10:00,", "no project"),
        ('Career,,2026-03-16,10:00:00,,,00:10:00,"reading, meeting"', "two kinds"),
        ("Career,,2026-11-26,18:35:00,,,00:10:00,", "it ends at Thu 26 Nov 18:45, which is still to come"),
    ],
)
def test_a_row_that_is_no_entry_is_told_with_its_line(desk: Desk, write: Write, line: str, said: str) -> None:
    account = read(desk, write(HEAD.strip(), line, name="t.csv"), map="Career=watching").account
    assert (account.read, account.skipped) == (1, 1) and not entries(desk)
    assert account.problems[0].where == "t.csv, line 2" and said in account.problems[0].why


def test_the_kind_comes_from_a_tag_first_then_from_the_map(desk: Desk, write: Write) -> None:
    lines = (
        "Career,,2026-03-16,10:00:00,,,00:10:00,",
        "career,,2026-03-16,11:00:00,,,00:10:00,contribution",
        'Other,,2026-03-16,12:00:00,,,00:10:00,"slack, comment"',
    )
    read(desk, write(HEAD.strip(), *lines, name="t.csv"), map="Career=watching")
    assert [(entry.kind, entry.form, entry.via) for entry in entries(desk)] == [
        (Kind.WATCHING, None, "toggl"),
        (Kind.CONTRIBUTION, None, "toggl"),
        (Kind.CONTRIBUTION, "comment", "toggl"),
    ]
    assert entries(desk)[0].week == Week(2026, 12)


def test_escape_codes_are_taken_out_and_markup_is_kept_as_text() -> None:
    assert one("Career,\x1b[31m[red]hot,2026-03-16,10:00:00,,,00:10:00,").note == "[red]hot"


def test_reading_in_another_zone_gives_the_same_keys_and_two_alike_are_two() -> None:
    text = HEAD + "Career,,2026-03-16,10:00:00,,,00:10:00,\n"
    assert rows(text)[0][0].key == rows(text, UTC)[0][0].key


def test_it_is_told_by_its_columns_and_by_no_name(desk: Desk, write: Write) -> None:
    path = write(HEAD.strip(), "Lyon UX,,2026-03-16,10:00:00,,,00:10:00,meeting", name="contacts.vcf")
    assert read(desk, path).account.format == "toggl"
    with pytest.raises(PlannerError, match="nothing that planner reads"):
        read(desk, write("Name,Age", "Ida,4", name="toggl.csv"))
