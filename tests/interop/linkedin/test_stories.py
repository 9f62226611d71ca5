"""What the tables of an archive tell; each is known by its columns, whatever its file is called."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.domain.deed import Did
from planner.interop.linkedin.connections import Connection
from planner.interop.linkedin.contributions import Contribution
from planner.interop.linkedin.events import Event
from planner.interop.linkedin.follows import Follow
from planner.interop.linkedin.groups import MemberGroup
from planner.interop.linkedin.letters import Letter
from tests.interop.linkedin.archives import (
    COMMENTS,
    CONNECTIONS,
    HER,
    INVITATIONS,
    MESSAGES,
    NOTES,
    all_told,
    folder,
    whats,
)

POST = "https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A1234567-7000000000000000001"
MAI = "https://www.linkedin.com/in/mai-tran"
SECRET = "the treasure is under the third oak"


@pytest.mark.parametrize("above", ["", NOTES])
def test_connections_are_people_known_since_a_day(tmp_path: Path, above: str) -> None:
    rows = 'Ines,Okoro,https://www.linkedin.com/in/ines,,"Harbour, Ltd","Head of Data, EMEA",07 Dec 2025\n'
    (ines,) = whats(folder(tmp_path, {"a.csv": above + CONNECTIONS + rows}))
    address = "https://www.linkedin.com/in/ines"
    assert ines == Connection("Ines Okoro", date(2025, 12, 7), address, "", "Harbour, Ltd", "Head of Data, EMEA")


def test_older_connections_have_no_address(tmp_path: Path) -> None:
    rows = "First Name,Last Name,Email Address,Company,Position,Connected On\nTomasz,Wrona,t@example.org,,,9-Jan-23\n"
    (tomasz,) = whats(folder(tmp_path, {"a.csv": rows}))
    assert tomasz == Connection("Tomasz Wrona", date(2023, 1, 9), email="t@example.org")


def test_certificates_behind_a_name_are_no_part_of_it(tmp_path: Path) -> None:
    (tomasz,) = whats(folder(tmp_path, {"a.csv": CONNECTIONS + 'Tomasz,"Wrona, PMP",,,,,01 Feb 2026\n'}))
    assert isinstance(tomasz, Connection)
    assert tomasz.name == "Tomasz Wrona"


def test_a_connection_without_name_or_date_is_skipped(tmp_path: Path) -> None:
    rows = ",,,,,,02 Jan 2024\nIda,Holm,,,,,\nIda,Holm,,,,,later\n"
    said, problems = all_told(folder(tmp_path, {"a.csv": CONNECTIONS + rows}))
    assert not said
    assert [(problem.row, problem.why[:16]) for problem in problems] == [
        (2, "it has no name: "),
        (3, "it has no date"),
        (4, "its date cannot "),
    ]


def test_member_groups_are_read_by_place_since_columns_repeat(tmp_path: Path) -> None:
    table = 'Interests,Member Groups,Interests,Member Groups\nx,"Lyon UX; Data, Leaders",y,Lyon UX\n'
    assert whats(folder(tmp_path, {"Ad_Targeting.csv": table})) == [
        MemberGroup("Lyon UX"),
        MemberGroup("Data, Leaders"),
    ]


def test_companies_and_hashtags_followed_are_told_with_their_day(tmp_path: Path) -> None:
    files = {
        "a.csv": "Organization,Followed On\nAcme,Mon Jan 02 00:00:00 UTC 2023\n",
        "b.csv": "HashTag,CreatedTime,LastModifiedTime,State\n"
        "servicedesign,2021-03-05 10:44:21,,FOLLOWING\nold,,,UNFOLLOWED\n",
    }
    said, (problem,) = all_told(folder(tmp_path, files))
    hashtag = "https://www.linkedin.com/feed/hashtag/servicedesign/"
    assert [each.what for each in said] == [
        Follow("Acme", date(2023, 1, 2)),
        Follow("#servicedesign", date(2021, 3, 5), hashtag),
    ]
    assert problem.why == "it is no longer followed"


@pytest.mark.parametrize(
    ("table", "did"),
    [
        (f"Date,Link,Message\n2023-06-25 12:34:56,{POST},x\n", Did.COMMENT),
        (
            f"Date,ShareLink,ShareCommentary,SharedURL,MediaURL,Visibility\n2023-06-25 12:34:56,{POST},x,,,PUBLIC\n",
            Did.POST,
        ),
        (
            f"Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2023-06-25 12:34:56,{POST},x,,,PUBLIC\n",
            Did.POST,
        ),
        (f"Date,Link\n2023-06-25 12:34:56,{POST}\n", Did.SHARE),
        (f"Date,Link,OptionText\n2023-06-25 12:34:56,{POST},x\n", Did.VOTE),
        (f"Date,Type,Link\n2023-06-25 12:34:56,LIKE,{POST}\n", Did.REACTION),
    ],
)
def test_what_she_did_has_day_link_and_group(tmp_path: Path, table: str, did: Did) -> None:
    at = datetime(2023, 6, 25, 12, 34, 56, tzinfo=UTC)
    assert whats(folder(tmp_path, {"a.csv": table})) == [Contribution(did, at, POST, "1234567")]


def test_an_invitation_is_with_the_other_one_whoever_sent_it(tmp_path: Path) -> None:
    rows = f'Isabelle,Mai Tran,"3/14/26, 9:41\u202fAM",{SECRET},OUTGOING,{HER},{MAI}\n'
    rows += f'Mai Tran,Isabelle,"3/15/26, 9:41 AM",,INCOMING,{MAI},{HER}\n'
    sent, got = whats(folder(tmp_path, {"a.csv": INVITATIONS + rows}), "Mai Tran")
    assert sent == Letter(Did.INVITATION, datetime(2026, 3, 14, 9, 41, tzinfo=UTC), "Mai Tran", MAI)
    assert got == Letter(Did.INVITATION, datetime(2026, 3, 15, 9, 41, tzinfo=UTC), "Mai Tran", MAI, theirs=True)


def message(sender: str, to: str, at: str, text: str = SECRET) -> str:
    urls = {"Isabelle": HER, "Mai Tran": MAI}
    return f'2-a,{text},{sender},{urls.get(sender, "")},{to},{urls.get(to, "")},{at} UTC,{text},"{text}",INBOX\n'


def test_messages_are_days_of_contact_with_those_she_knows(tmp_path: Path) -> None:
    rows = [
        message("Mai Tran", "Isabelle", "2026-03-15 08:10:00"),
        message("Isabelle", "Mai Tran", "2026-03-15 09:10:00"),
        message("Mai Tran", "Isabelle", "2026-03-16 08:10:00"),
        message("Stranger", "Isabelle", "2026-03-16 08:10:00"),
    ]
    said, (problem,) = all_told(folder(tmp_path, {"a.csv": MESSAGES + "".join(rows)}), "Mai Tran")
    first = datetime(2026, 3, 15, 8, 10, tzinfo=UTC)
    assert [(each.what, each.rows) for each in said] == [
        (Letter(Did.MESSAGE, first, "Mai Tran", MAI), 2),
        (Letter(Did.MESSAGE, first.replace(day=16), "Mai Tran", MAI, theirs=True), 1),
    ]
    assert problem.why == "it is with nobody you know"


def test_a_draft_and_a_message_to_many_are_no_contact(tmp_path: Path) -> None:
    head = MESSAGES.rstrip("\n") + ",IS MESSAGE DRAFT\n"
    many = '"' + ", ".join(["Mai Tran"] * 30) + '"'
    rows = f"2-a,,Isabelle,{HER},Mai Tran,{MAI},2026-03-15 08:10:00 UTC,,x,INBOX,Yes\n"
    rows += f"2-b,,Isabelle,{HER},{many},,2026-03-15 08:10:00 UTC,,x,INBOX,No\n"
    said, problems = all_told(folder(tmp_path, {"a.csv": head + rows}), "Mai Tran")
    assert not said
    assert [problem.why for problem in problems] == ["it is a draft, which nobody was sent", "it went to many at once"]


def test_an_event_has_its_time_and_an_end_where_one_is_said(tmp_path: Path) -> None:
    table = "Event Name,Event Time,Status,External Url\n"
    table += 'Lyon Data #31,"Mar 13, 2026 6:30 PM",attending,https://lyon.example\n'
    table += 'Salon,"Mar 14, 2026 6:30 PM - Mar 14, 2026 8:00 PM",attending,\nOther,"Mar 14, 2026 6:30 PM",DECLINED,\n'
    said, (problem,) = all_told(folder(tmp_path, {"a.csv": table}))
    start = datetime(2026, 3, 13, 18, 30, tzinfo=UTC)
    assert [each.what for each in said] == [
        Event("Lyon Data #31", start, None, "https://lyon.example"),
        Event("Salon", start.replace(day=14), 90),
    ]
    assert problem.row == 4


def test_people_are_told_before_what_was_done(tmp_path: Path) -> None:
    rows = f"Mai,Tran,{MAI},,,,14 Mar 2026\n"
    files = {"a.csv": COMMENTS + f"2023-06-25 12:34:56,{POST},x\n", "z.csv": CONNECTIONS + rows}
    assert [type(what) for what in whats(folder(tmp_path, files))] == [Connection, Contribution]


def test_no_word_of_a_message_is_told_in_a_broken_row(tmp_path: Path) -> None:
    broken = f'2-a,,Isabelle,{HER},"{SECRET},2026\n{SECRET},{SECRET}\n' + message("Isabelle", "Mai Tran", SECRET)
    files = {
        "a.csv": MESSAGES + message("Mai Tran", "Isabelle", "2026-03-15 08:10:00") + broken,
        "b.csv": COMMENTS + f'2023-06-25,{POST},"{SECRET}\n{SECRET},{SECRET},\n{SECRET}\n',
        "c.csv": INVITATIONS + f"Isabelle,Mai Tran,{SECRET},{SECRET},OUTGOING,{HER},{MAI}\n",
    }
    said, problems = all_told(folder(tmp_path, files), "Mai Tran")
    assert len(said) == 1
    assert len(problems) >= 3
    assert "oak" not in repr((said, problems))


def test_a_table_that_is_none_of_these_tells_nothing(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.csv": "Time,Search Query\n2023-01-01,x\n",
        "b.csv": "",
        "c.csv": b"\0\1\2\xff" * 500,
        "d.csv": COMMENTS,
    }
    assert whats(folder(tmp_path, files)) == []
