"""A file that nobody can read costs itself: beside a good one it is named, and alone it is refused."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from planner.desk import Desk
from planner.domain.errors import Refused
from planner.interop.intake.mapping import read_file
from planner.interop.intake.proposal import Item
from planner.interop.reading import propose
from tests.interop.linkedin.archives import CONNECTIONS, HER, INVITATIONS, MESSAGES, NOTES, folder
from tests.interop.linkedin.test_import import ARCHIVE, EVENTS, MAI, ROW
from tests.interop.reads import read

DATA = Path(__file__).parents[1] / "data"
GOOD = {
    "watson": ("watson_log.json", "a.json", "guild=m,lyon-ux=c"),
    "timewarrior": ("timewarrior_export.json", "a.json", "guild=m,lyon ux=c"),
    "activitywatch": ("activitywatch_export.json", "a.json", ""),
    "csv": ("clockify.csv", "a.csv", "Guild=m"),
}
NOT_JSON = (
    "[",
    '{"a"',
    "nothing",
    '{"a": 1}',
    "[1, 2",
    "[{}] x",
    '[{"start": 1}]',
    "[[]]",
    "{}",
    *(
        f'{{"buckets": {{"a": {bucket}}}}}'
        for bucket in (
            "3",
            '{"type": "web.tab.current"}',
            '{"type": "web.tab.current", "events": [3]}',
            '{"events": {}}',
            '{"type": "currentwindow", '
            '"events": [{"timestamp": "2026-11-20T10:00:00Z", "duration": 60, "data": {"app": "X", "title": "y"}}]}',
        )
    ),
)


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("bad", [b"\0" * 600, b"[", b'{"x": ', b"3"])
def test_beside_a_good_one_it_is_named(desk: Desk, tmp_path: Path, name: str, bad: bytes) -> None:
    source, called, kinds = GOOD[name]
    (tmp_path / called).write_bytes((DATA / source).read_bytes())
    (tmp_path / f"z{called}").write_bytes(bad)
    account = read(desk, str(tmp_path), format=name, map=kinds).account
    assert account.read >= 1 and account.files >= 1


TOGGL = "Project,Description,Start date,Start time,Duration,Tags\nCareer,read,2026-11-20,10:00:00,00:20:00,\n"
ZIPPED = {
    **{name: (called, (DATA / source).read_bytes().decode(), kinds) for name, (source, called, kinds) in GOOD.items()},
    "toggl": ("a.csv", TOGGL, "Career=c"),
    "ics": ("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261203\nEND:VEVENT\nEND:VCALENDAR\n", ""),
    "vcard": ("a.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Ida Berg\nEND:VCARD\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", ZIPPED)
def test_a_file_that_is_damaged_in_a_zip_costs_itself(desk: Desk, tmp_path: Path, name: str) -> None:
    called, text, kinds = ZIPPED[name]
    path, bad = tmp_path / "files.zip", f"z{called}"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(called, text)
        archive.writestr(bad, text)
        begins = archive.getinfo(bad).header_offset + 30 + len(bad)
    content = bytearray(path.read_bytes())
    content[begins : begins + 8] = b"\xff" * 8
    path.write_bytes(content)
    account = read(desk, str(path), format=name, map=kinds).account
    assert account.read >= 1
    assert any(bad in problem.where and "damaged" in problem.why for problem in account.problems), account.problems


@pytest.mark.parametrize("name", ["watson", "timewarrior", "csv", "toggl", "linkedin"])
def test_alone_it_is_refused(desk: Desk, tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\0" * 600)
    with pytest.raises(Refused):
        read(desk, str(path), format=name)


@pytest.mark.parametrize("name", ["watson", "timewarrior", "activitywatch"])
@pytest.mark.parametrize("text", NOT_JSON)
def test_what_is_no_list_is_refused(desk: Desk, tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    try:
        account = read(desk, str(path), format=name).account
    except Refused as refused:
        assert str(refused)
    else:
        assert account.added == 0


def test_an_archive_lists_what_would_come(desk: Desk, tmp_path: Path) -> None:
    path = folder(tmp_path / "first", ARCHIVE)
    first: list[Item] = list(propose(desk, [path]).proposal.items())
    assert {item.table for item in first} == {"groups", "people", "appointments", "deeds"}
    assert any("Mai Tran" in item.words(desk.now()) for item in first)
    read(desk, path)
    moved = ROW.format(url=MAI, email="", company="Hexagon", position="head of design")
    later = folder(tmp_path / "later", {**ARCHIVE, "Connections.csv": NOTES + CONNECTIONS + moved, "x.csv": b"\0" * 99})
    again = list(propose(desk, [later]).proposal.items())
    assert [(item.table, item.what) for item in again] == [("people", "changed")]


def test_of_letters_only_those_with_somebody_known_on_a_day_that_was(desk: Desk, tmp_path: Path) -> None:
    sent = f"Isabelle,{HER}"
    letters = MESSAGES.rstrip("\n") + ",IS MESSAGE DRAFT\n" + "".join(
        f"2-{n},,{sent},{names},{urls},2026-03-15 08:10:00 UTC,,x,INBOX,{draft}\n"
        for n, (names, urls, draft) in enumerate((
            ("Mai Tran", MAI, "Yes"), ("Mai Tran", MAI, "No"), ('"Tran, Mai"', MAI, ""), ("Mai Tran", "", ""),
            ('"Mai Tran,Bo"', f'"{MAI},https://x.example/in/bo,https://x.example/in/cy"', ""),
            ('"' + ",".join(["A"] * 300) + '"', '"' + ",".join([MAI] * 300) + '"', ""),
        ))
    )  # fmt: skip
    invited = INVITATIONS + (
        f'Isabelle,Stranger,"3/14/26, 9:41 AM",x,OUTGOING,{HER},\n'
        f'Isabelle,Mai Tran,"3/14/27, 9:41 AM",x,OUTGOING,{HER},{MAI}\n'
    )
    account = read(desk, folder(tmp_path, {**ARCHIVE, "messages.csv": letters, "Invitations.csv": invited})).account
    reasons = " ".join(problem.why for problem in account.problems)
    assert "a draft" in reasons and "many at once" in reasons and "nobody you know" in reasons


def test_an_event_moves_with_its_archive_unless_she_changed_it(desk: Desk, tmp_path: Path) -> None:
    def archive(day: int, name: str) -> str:
        row = f'Soon,"Dec {day}, 2026 6:30 PM",attending,https://e.example/1\n'
        return folder(tmp_path / name, {"Events.csv": EVENTS + row + row})

    assert read(desk, archive(13, "a")).account.added == 1
    assert read(desk, archive(14, "b")).account.changed == 1
    (meeting,) = desk.book().appointments.values()
    assert meeting.start.day == 14
    desk.edit_appointment(meeting.id, title="Hers")
    assert read(desk, archive(15, "c")).account.kept_back == 1
    desk.remove_appointment(meeting.id)
    assert read(desk, archive(16, "d")).account.changed == 0


@pytest.mark.parametrize(
    "text",
    [
        '[me]\naddresses = "x"\n',
        "me = 3\n",
        "[projects]\nX = 3\n",
        "[projects]\nX = { kind = 3 }\n",
        "[projects]\nX = { other = 1 }\n",
    ],
)
def test_a_map_that_says_what_it_cannot_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_file(text.encode())
