"""Other programs' files on the command line."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Planner

ICS = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a
DTSTART:20261203T123000
SUMMARY:Lunch
ATTENDEE;CN=Mai Tran:mailto:mai@example.org
ATTENDEE;CN=Isabelle:mailto:me@example.org
END:VEVENT
BEGIN:VEVENT
END:VEVENT
END:VCALENDAR
"""
VCF = "BEGIN:VCARD\nVERSION:3.0\nFN:Mai Tran\nTITLE:Analyst\nEND:VCARD\n"


@pytest.fixture
def ics(tmp_path: Path) -> str:
    path = tmp_path / "work.ics"
    path.write_text(ICS)
    return str(path)


def test_a_calendar_is_read_and_what_is_wrong_in_it_is_told(planned: Planner, ics: str) -> None:
    dry = planned("import", "ics", ics, "--dry-run").out
    counts = "2 read: 1 added, 0 changed, 0 already there, 1 skipped, 0 kept back."
    assert dry.startswith(f"Nothing is changed yet; this is what would be:\n{counts}\n")
    said = planned("import", "ics", ics, "--people", "--me", "me@example.org", "--group", "lyon-ux", "--json").json
    assert said == {
        "format": "ics",
        "files": 1,
        "read": 2,
        "added": 1,
        "changed": 0,
        "already_there": 0,
        "skipped": 1,
        "kept_back": 0,
        "new_groups": [],
        "new_people": ["mai-tran"],
        "minutes": 0,
        "problems": [{"file": "work.ics", "row": 9, "why": "it has no start that can be read"}],
        "reasons": [{"why": "it has no start that can be read", "rows": 1, "minutes": 0}],
        "import": said["import"],
        "overlaps": [],
        "gone": [],
        "outside": 0,
    }
    assert "1 already there" in planned("import", "ics", ics).out
    assert planned("undo").code == 0


def test_what_goes_on_at_once_is_told_in_words_and_as_json(planned: Planner, tmp_path: Path, ics: str) -> None:
    planned("meet", "add", "thu 3 dec 12:40 30m lyon-ux fair")
    assert "Lunch beside fair" in planned("import", "ics", ics, "--dry-run").out
    (lunch,) = planned("import", "ics", ics, "--json").json["overlaps"]
    assert (lunch["start"][:16], lunch["beside"]) == ("2026-12-03T12:30", "fair")
    planned("log", "m 1h pmi thu 10:00")
    rows = tmp_path / "toggl.csv"
    head = "Project,Description,Start date,Start time,End date,End time,Duration,Tags"
    rows.write_text(f"{head}\nLyon UX,talk,2026-11-26,10:30:00,2026-11-26,11:30:00,01:00:00,meeting\n")
    assert "Lyon UX beside PMI France" in planned("import", "toggl", str(rows), "--dry-run").out
    (talk,) = planned("import", "toggl", str(rows), "--json").json["overlaps"]
    assert (talk["start"][:16], talk["beside"], talk["double"]) == ("2026-11-26T10:30", "PMI France", False)
    rows.write_text(f"{head}\n" + "New,read,2026-11-25,08:00:00,,,00:30:00,reading\n" * 2)
    said = planned("import", "toggl", str(rows), "--dry-run").out
    assert "1 says the same as another: Wed 25 Nov 08:00, New." in said and "at the same time" not in said


def test_what_becomes_of_doubles_is_said_in_french_too(planned: Planner, tmp_path: Path) -> None:
    rows = tmp_path / "toggl.csv"
    head = "Project,Description,Start date,Start time,End date,End time,Duration,Tags"
    rows.write_text(f"{head}\nLyon UX,talk,2026-11-26,10:30:00,2026-11-26,11:30:00,01:00:00,meeting\n")
    for word in ("même", "meme", "les-deux", "les deux", "same", "both"):
        assert planned("import", "toggl", str(rows), "--doubles", word, "--dry-run", PLANNER_LANG="fr").code == 0
    said = planned("import", "toggl", str(rows), "--doubles", "aucun", PLANNER_LANG="fr")
    assert said.code == 2 and "même ou les-deux" in said.err


def test_contacts_are_read_and_written(planned: Planner, tmp_path: Path) -> None:
    path = tmp_path / "people.vcf"
    path.write_text(VCF)
    assert planned("import", "vcard", str(path)).out.startswith("1 read: 1 added,")
    said = planned("export", "vcard", "--version", "3.0").out
    assert planned("export", "vcard", "-", "--version", "3.0").out == said
    assert "VERSION:3.0\r\n" in said and "FN:Mai Tran\r\n" in said
    assert planned("export", "vcard", "--json").json["written"] == 1


def test_a_calendar_is_hers_alone_or_is_printed_as_it_stands(planned: Planner, tmp_path: Path) -> None:
    printed = planned("export", "ics").out
    assert printed.startswith("BEGIN:VCALENDAR\r\n")
    path = tmp_path / "out.ics"
    assert planned("export", "ics", str(path)).out == f"1 event written to {path}.\n"
    assert path.read_bytes().decode() == printed
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert planned("export", "ics", str(path), "--json").json == {"path": str(path), "written": 1}


def test_a_calendar_reminds_as_long_before_as_is_said(planned: Planner) -> None:
    planned("meet", "add", "fri 12:30 45m @Marie coffee")
    for said, trigger in (("1h30", "-PT1H30M"), ("24h", "-P1D"), ("0", "P0D")):
        assert f"TRIGGER:{trigger}\r\n" in planned("export", "ics", "--alarm", said).out
    assert "before a meeting" in planned("export", "ics", "--alarm", "soon").err


def test_names_are_mapped_as_they_are_called(planned: Planner) -> None:
    planned("map", "veille, tech=watching", 'projet "x"=post', "c=m,d=w")
    with open(planned("map", "--json").json["file"], "rb") as file:
        assert tomllib.load(file)["projects"] == {"veille, tech": "watching", 'projet "x"': "post", "c": "m", "d": "w"}


def test_a_log_without_kinds_ends_with_3_and_the_map_to_fill(planned: Planner, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Project,Start date,Start time,Duration\nCareer,2026-03-16,10:00:00,00:50:00\n")
    said = planned("import", str(path))
    assert said.code == 3 and '--map "Career=…"' in said.out
    assert said.out.index("[projects]") < said.out.index('"Career" = ""  # 1, 50 min')


def test_without_a_format_the_formats_are_listed(planned: Planner) -> None:
    assert planned("export", "--json").json == ["csv", "ics", "vcard", "opml", "markdown", "json"]
    known = ["activitywatch", "ics", "json", "linkedin", "opml", "timewarrior", "toggl", "vcard", "watson", "csv"]
    assert planned("import", "--json").json == known
    assert "ics, vcard" in planned("export").out


@pytest.mark.parametrize(
    "words",
    [
        ["import", "ics"],
        ["import", "ics", "PATH", "--map", "a=w"],
        ["import", "toggl", "PATH", "--days", "3"],
        ["import", "vcard", "PATH", "--people"],
        ["import", "ics", "PATH", "--days", "many"],
        ["import", "ics", "PATH", "--days", "0"],
        ["import", "ics", "PATH", "--group", "nowhere"],
        ["import", "csv", "PATH", "--columns", "start=Nowhere"],
        ["export", "excel"],
        ["export", "vcard", "--weeks", "this"],
        ["export", "opml", "--without-names"],
        ["export", "csv", "--weeks", "this..last"],
        ["export", "csv", "--group", "nowhere"],
        ["export", "ics", "--alarm", "soon"],
        ["export", "ics", "--alarm", "-5"],
        ["export", "ics", "--version", "3.0"],
        ["export", "vcard", "--version", "2.1"],
    ],
)
def test_words_that_are_off_end_with_2(planned: Planner, ics: str, words: list[str]) -> None:
    said = planned(*(ics if word == "PATH" else word for word in words))
    assert (said.code, said.out) == (2, "") and said.err.startswith("planner: ")


def test_files_that_cannot_be_read_or_written_end_with_1(planned: Planner, ics: str, tmp_path: Path) -> None:
    for words in (
        ["import", "ics", str(tmp_path / "nowhere")],
        ["import", "vcard", ics],
        ["export", "ics", ics],
        ["export", "ics", str(tmp_path / "nowhere" / "x.ics")],
    ):
        said = planned(*words)
        assert (said.code, said.out) == (1, "") and said.err.startswith("planner: ")
    assert Path(ics).read_text() == ICS


def test_what_is_written_and_what_is_read_back_is_one_number(planned: Planner, tmp_path: Path) -> None:
    planned("config", "minutes", "300")
    planned("group", "add", "Gone")
    planned("group", "remove", "gone")
    path = str(tmp_path / "h.json")
    written = planned("export", "json", path, "--json").json["written"]
    assert planned("import", "json", path, "--json").json["read"] == written


def test_tables_go_into_a_folder_and_the_log_to_output(planned: Planner, tmp_path: Path) -> None:
    planned("log", "m 1h lyon-ux with @Marie thu 10:00")
    said = planned("export", "csv", str(tmp_path / "out"), "--json").json
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(["about.txt", *said["tables"]])
    assert planned("export", "csv", "--without-names").out.splitlines()[0].startswith("week,id,start,minutes")
    assert "marie" not in planned("export", "markdown", "--without-names").out.casefold()
    assert "Met: Marie." in planned("export", "markdown", "--weeks", "this", "--group", "lyon-ux").out


def test_what_must_be_said_before_a_table_is_read_ends_with_3(planned: Planner, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Date,Start,Minutes,Project\n03/04/2026,10:00,30,Guild\n")
    said = planned("import", str(tmp_path / "a.csv"), "--map", "Guild=m")
    assert said.code == 3 and "dates=dmy" in said.err
    assert planned("import", str(tmp_path / "a.csv"), "--map", "Guild=m", "--columns", "dates=dmy").code == 0


LOG = "Project,Description,Start date,Start time,Duration\n"


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_what_keeps_nothing_ends_with_1(planned: Planner, tmp_path: Path, dry: tuple[str, ...]) -> None:
    path = tmp_path / "log.csv"
    for year, kind in ((2031, "m"), (2026, "skip")):
        path.write_text(f"{LOG}Guild,,{year}-03-04,10:00:00,00:30:00\n")
        said = planned("import", str(path), "--map", f"Guild={kind}", *dry)
        assert said.code == 1 and "1 skipped" in said.out and "Nothing of it was kept" in said.err
    path.write_text(f"{LOG}Guild,,2026-03-04,10:00:00,00:30:00\n")
    for _ in range(2):
        assert planned("import", str(path), "--map", "Guild=m").code == 0, "kept, and then there already"
    calendar = tmp_path / "work.ics"
    calendar.write_text(ICS)
    planned("import", "ics", str(calendar))
    calendar.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nDTSTART:20200101T100000\nEND:VEVENT\nEND:VCALENDAR\n")
    gone = planned("import", "ics", str(calendar))
    assert gone.code == 0 and "1 no longer in it, and so cancelled." in gone.out
    assert planned("import", "ics", str(calendar)).code == 1, "now there is nothing to do, and nothing here"


def test_the_first_log_tells_her_last_year(planned: Planner, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"{LOG}Guild,,2026-03-04,10:00:00,02:00:00\nGuild,,2020-03-04,10:00:00,02:00:00\n")
    words = "Your last year: 2h of reading."
    for more in (["--dry-run"], []):
        said = planned("import", str(path), "--map", "Guild=w", *more).out
        assert said.count("Your last year") == 1 and words in said
    path.write_text(f"{LOG}Guild,,2020-05-04,10:00:00,00:30:00\n")
    again = planned("import", str(path), "--map", "Guild=w", "--dry-run").out
    assert "Your last year" not in again and "Mon 4 May 2020 · 30 min · Guild" in again


def test_a_folder_gets_an_event_a_file_and_is_read_back(planned: Planner, tmp_path: Path) -> None:
    planned("meet", "add", "30 nov 12:30 45m lyon-ux lunch")
    folder = tmp_path / "work"
    assert planned("export", "ics", f"{folder}/").out == f"2 events written to {folder}/.\n"
    (lunch,) = folder.glob("appointment-*.ics")
    lunch.write_text(lunch.read_text().replace("T113000Z", "T100000Z").replace("planner//planner", "telephone//1"))
    said = planned("export", "ics", str(folder))
    assert "1 is there just so." in said.out and "1 was changed or taken out there since" in said.out
    assert planned("import", str(folder), "--json").json["changed"] == 1
    id_ = planned("meet", "list", "--json").json[0]["id"]
    planned("meet", "remove", id_)
    assert "1 that you have done or removed was taken out of it." in planned("export", "ics", str(folder)).out
