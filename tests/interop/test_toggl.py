"""Reading a Toggl Track detailed report."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from planner.desk import Desk
from planner.domain.errors import Misread, Refused
from planner.domain.kinds import Kind
from planner.interop.sources import text_of
from planner.interop.toggl import Row, Rows, entries, read_map, read_rows
from planner.interop.toggl_import import import_toggl
from tests.interop.conftest import Write

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 26, 18, 40, tzinfo=PARIS)
HEAD = "Project,Description,Start date,Start time,End date,End time,Duration,Tags\n"
KINDS = read_map("Career=watching,Guitar=meeting")


def one(line: str, head: str = HEAD) -> Row:
    (row,), problems = read_rows(head + line, PARIS)
    assert not problems
    return row


def why(line: str, head: str = HEAD) -> str:
    rows, (problem,) = read_rows(head + line, PARIS)
    assert not rows
    return problem.why


def imported(text: str, known: tuple[str, ...] = ()) -> Rows:
    rows, problems = read_rows(HEAD + text, PARIS)
    made = entries(rows, KINDS, known, NOW)
    return made._replace(problems=(*problems, *made.problems))


def test_a_row_is_read_whatever_its_quotes_byte_order_mark_and_columns() -> None:
    expected = Row(2, datetime(2026, 3, 16, 12, 5, tzinfo=PARIS), 25, "Career", "slides", ("reading",))
    plain = HEAD + "Career,slides,2026-03-16,12:05:00,2026-03-16,12:30:00,00:25:00,reading\n"
    quoted = '"Tags","Duration","start time","Start date","Project","Description"\r\n'
    quoted += '"reading","00:25:00","12:05:00","2026-03-16","Career","slides"\r\n'
    for text in (
        plain,
        "\ufeff" + plain,
        "\ufeff" + quoted,
        plain.replace(",", ";"),
    ):
        for encoding in ("utf-8", "utf-16"):
            assert read_rows(text_of(text.encode(encoding), "")[0], PARIS) == ((expected,), ())


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
    rows, problems = read_rows(text, PARIS)
    assert [(row.line, row.project) for row in rows] == [(2, "B"), (5, "A")]
    assert not problems


def test_a_note_of_several_lines_is_one_and_the_next_row_has_its_line() -> None:
    text = HEAD + 'A,"one\ntwo",2026-03-16,10:00:00,,,00:10:00,\nB,,never,10:00:00,,,00:10:00,\n'
    rows, (problem,) = read_rows(text, PARIS)
    assert rows[0].description == "one two"
    assert problem.where == "line 4"


@pytest.mark.parametrize("column", ["Project", "Start date", "Start time", "End time"])
def test_a_missing_column_is_named(column: str) -> None:
    head = HEAD.replace(column, "Other").replace("Duration", "Length")
    with pytest.raises(Refused, match=f"“{column}”"):
        read_rows(head, PARIS)


def test_what_is_no_text_or_no_table_is_refused_kindly() -> None:
    for content in (b"", b"\xff\xfe\x00", b"Project,\xe9", b"PK\x03\x04 not a table"):
        with pytest.raises(Refused):
            read_rows(text_of(content, "")[0], PARIS)


def test_a_separator_line_and_blank_lines_above_the_header_are_skipped() -> None:
    plain = HEAD.replace(",", ";") + "Career;;2026-03-16;12:05:00;;;00:25:00;reading\nB;;never;12:05:00;;;00:25:00;\n"
    for above in ("sep=;\n", '"sep=;"\n\n', "\n \nSEP=;\n", "\n\n"):
        (row,), (problem,) = read_rows(above + plain, PARIS)
        assert row.line == above.count("\n") + 2
        assert problem.row == row.line + 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Career,,2026-02-30,12:05:00,,,00:25:00,", "2026-02-30 12:05:00"),
        ("Career,,2026-02-20,25:05:00,,,00:25:00,", "25:05:00"),
        ("Career,,0001-01-01,12:05:00,,,00:25:00,", "0001-01-01"),
        ("Career,,2026-02-20,12:05:00,,,soon,", "“soon”"),
        ("Career,,2026-02-20,12:05:00,,,-00:30:00,", "“-00:30:00”"),
        ("Career,,2026-02-20,12:05:00,,,,", "neither"),
        ("Career,,2026-02-20,12:05:00,2026-02-20,11:05:00,,", "ends before it begins"),
        ("Career,,2026-02-20,12:05:00,,,24:00:30,", "24 hours"),
        ("Career", "is no date"),
    ],
)
def test_a_row_that_cannot_be_is_told_with_its_text(line: str, said: str) -> None:
    assert said in why(line)


def test_the_kind_comes_from_a_tag_first_then_from_the_map() -> None:
    text = (
        "Career,,2026-03-16,10:00:00,,,00:10:00,\n"
        "career,,2026-03-16,11:00:00,,,00:10:00,contribution\n"
        'Other,,2026-03-16,12:00:00,,,00:10:00,"slack, comment"\n'
    )
    found = imported(text).entries
    assert [(entry.kind, entry.form) for entry in found] == [
        (Kind.WATCHING, None),
        (Kind.CONTRIBUTION, None),
        (Kind.CONTRIBUTION, "comment"),
    ]
    assert {entry.via for entry in found} == {"toggl"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Career,,2026-02-20,12:05:00,,,00:00:29,", "half a minute"),
        (",,2026-03-16,10:00:00,,,00:10:00,", "no project"),
        ('Career,,2026-03-16,10:00:00,,,00:10:00,"reading, meeting"', "two kinds"),
        ("Career,,2026-11-26,18:35:00,,,00:10:00,", "it ends at Thu 26 Nov 18:45, which is still to come"),
    ],
)
def test_a_row_that_is_no_entry_is_told_with_its_line(line: str, said: str) -> None:
    result = imported(line)
    assert not result.entries
    assert result.problems[0].where == "line 2"
    assert said in result.problems[0].why


def test_reading_twice_adds_nothing_even_in_another_zone_or_alike() -> None:
    text = "Career,,2026-03-16,10:00:00,,,00:10:00,\n" * 2 + "Career,,2026-03-17,10:00:00,,,00:10:00,\n"
    first = imported(text)
    known = tuple(entry.id for entry in first.entries)
    assert len(set(known)) == 3
    again = entries(read_rows(HEAD + text, UTC)[0], KINDS, known, NOW)
    assert (again.entries, again.already_there) == ((), 3)


def test_a_project_without_a_kind_is_told_once_with_its_rows_and_minutes() -> None:
    other = "".join(f"Other,,2026-03-{day},10:00:00,,,00:40:00,\n" for day in (16, 17, 18))
    result = imported(other + "More,,2026-03-16,12:00:00,,,03:00:00,\nother,,2026-03-19,10:00:00,,,00:10:00,reading\n")
    assert len(result.entries) == 1 and not result.problems
    assert [(each.project, each.line, each.rows, each.minutes) for each in result.unmapped] == [
        ("More", 5, 1, 180),
        ("Other", 2, 3, 120),
    ]
    assert "3 rows (2h)" in result.unmapped[1].why and '--map "Other=watching"' in result.unmapped[1].why


class TestOneLawOfCounts:
    TEXT = (
        "Career,,2026-03-16,10:00:00,,,00:10:00,\nCareer,,never,10:00:00,,,00:10:00,\n"
        "Career,,2026-03-16,11:00:00,,,00:00:29,\nOther,,2026-03-16,12:00:00,,,00:30:00,\n"
    )

    def test_every_row_is_in_one_of_five(self, desk: Desk, write: Write) -> None:
        path = write(*(HEAD + self.TEXT).splitlines(), name="toggl.csv")
        document = import_toggl(desk, path, "Career=watching").account.document()
        assert document == {
            "format": "toggl",
            "files": 1,
            "read": 4,
            "added": 1,
            "changed": 0,
            "already_there": 0,
            "skipped": 2,
            "kept_back": 1,
            "new_groups": ["career"],
            "new_people": [],
            "minutes": 10,
            "problems": document["problems"],
        }
        assert [(each["file"], each["row"]) for each in document["problems"]] == [  # type: ignore[attr-defined]
            ("toggl.csv", 3), ("toggl.csv", 4), ("toggl.csv", 5),
        ]  # fmt: skip
        again = import_toggl(desk, path, "Career=watching").account
        assert (again.read, again.already_there, again.skipped, again.kept_back) == (4, 1, 2, 1)

    def test_what_lies_over_the_log_is_told(self, desk: Desk, write: Write) -> None:
        desk.log("c 25 lyon-ux 2026-11-25 10:00")
        rows = ["Career,,2026-11-25,10:20:00,,,00:10:00,", "Career,,2026-11-25,10:25:00,,,00:10:00,"]
        result = import_toggl(desk, write(HEAD.strip(), *rows, name="toggl.csv"), "Career=watching")
        assert [(new.minutes, old.minutes) for new, old in result.overlaps] == [(10, 25), (10, 10)]
        assert result.account.added == 2

    def test_what_overlaps_or_stands_twice_in_it_is_told(self, desk: Desk, write: Write) -> None:
        desk.log("c 25 lyon-ux 2026-11-25 09:50")
        rows = [f"Career,{what},2026-11-25,{at}:00,,,01:00:00," for what, at in (
            ("early", "10:00"), ("same", "10:30"), ("same", "10:30"), ("after", "11:30"),
        )]  # fmt: skip
        result = import_toggl(desk, write(HEAD.strip(), *rows, name="toggl.csv"), "Career=watching", dry_run=True)
        told = [(f"{each.start:%H:%M}", each.new, each.other, each.double) for each in result.beside(desk.book())]
        assert told == [
            ("10:00", "Career", "Lyon UX", False),
            ("10:30", "Career", "Career", False),
            ("10:30", "Career", "Career", True),
        ]
        assert result.account.added == 4

    def test_a_header_alone_is_refused(self, desk: Desk, write: Write) -> None:
        with pytest.raises(Refused, match="no row"):
            import_toggl(desk, write(HEAD.strip(), name="toggl.csv"), "")

    def test_a_file_in_cp1252_is_read_and_told(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "toggl.csv"
        path.write_bytes((HEAD + "Café,,2026-03-16,10:00:00,,,00:10:00,meeting\n").encode("cp1252"))
        result = import_toggl(desk, str(path), "")
        assert [group.name for group in result.groups] == ["Café"]
        assert [problem.row for problem in result.account.problems] == [2]


def test_a_row_whose_duration_and_end_disagree_is_left_out_and_said() -> None:
    assert "its duration is not" in why("Career,,2026-03-16,12:00:00,2026-03-16,12:30:00,00:45:00,")
    assert one("Career,,2026-03-16,12:00:00,2026-03-16,12:30:00,00:30:01,").minutes == 30


def test_escape_codes_are_taken_out_and_markup_is_kept_as_text() -> None:
    entry = imported("Career,\x1b[31m[red]hot,2026-03-16,10:00:00,,,00:10:00,\n").entries[0]
    assert entry.note == "[red]hot"


def test_a_map_gives_kinds_in_any_of_their_words() -> None:
    assert read_map('Career=w, "Bach, J. S."=rencontre,a=b=lu') == {
        "career": Kind.WATCHING,
        "bach, j. s.": Kind.MEETING,
        "a=b": Kind.WATCHING,
    }
    assert read_map(" ") == {}


@pytest.mark.parametrize(
    ("text", "said"), [("Career", "“Career”"), ("=w", "“=w”"), ("Career=x", "“x”"), ("A=w,a=m", "two kinds")]
)
def test_a_map_that_cannot_be_read_says_which_part(text: str, said: str) -> None:
    with pytest.raises(Misread, match=said):
        read_map(text)
