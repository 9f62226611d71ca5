"""An archive brought in: people, groups and what was done there; read again, it adds what is new and no more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.deed import Did
from planner.domain.errors import Refused
from planner.domain.group import Nature, Standing
from planner.domain.people.tie import Stage
from planner.domain.person import Formerly, Person
from planner.interop.account import Account
from planner.interop.reading import propose
from planner.store.home import Home
from tests.interop.linkedin.archives import (
    COMMENTS,
    CONNECTIONS,
    HER,
    INVITATIONS,
    MESSAGES,
    NOTES,
    folder,
    zipped,
)

SECRET = "the treasure is under the third oak"
MAI = "https://www.linkedin.com/in/mai-tran"
POST = "https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A1234567-70000000000000000"
EVENTS = "Event Name,Event Time,Status,External Url\n"

ROW = "Mai,Tran,{url},{email},{company},{position},14 Mar 2026\n"

ARCHIVE: Mapping[str, str | bytes] = {
    "Connections.csv": NOTES + CONNECTIONS + ROW.format(url=MAI, email="", company="Acme", position="designer"),
    "Ad_Targeting.csv": 'Interests,Member Groups,Interests\nx,"Lyon UX; Data Leaders",y\n',
    "Company Follows.csv": "Organization,Followed On\nAcme,Mon Jan 02 00:00:00 UTC 2023\n",
    "Hashtag_Follows.csv": "HashTag,CreatedTime,LastModifiedTime,State\nux,2021-03-05 10:44:21,,\n",
    "Comments_91029461.csv": COMMENTS + f'2026-03-02 12:34:56,{POST}1,"{SECRET}"\n2023-06-25 23:34:56,{POST}2,x\n',
    "Reactions.csv": f"Date,Type,Link\n2023-06-25 12:34:56,LIKE,{POST}3\n",
    "Invitations.csv": INVITATIONS + f'Isabelle,Mai Tran,"3/14/26, 9:41 AM",{SECRET},OUTGOING,{HER},{MAI}\n',
    "messages.csv": MESSAGES
    + f'2-a,{SECRET},Mai Tran,{MAI},Isabelle,{HER},2026-03-15 08:10:00 UTC,{SECRET},"{SECRET}\n{SECRET}",INBOX\n'
    + f"2-a,,Isabelle,{HER},Mai Tran,{MAI},2026-03-15 09:10:00 UTC,,{SECRET},INBOX\n"
    + f"2-b,,Stranger,,Isabelle,{HER},2026-03-15 08:10:00 UTC,{SECRET},{SECRET},INBOX\n",
    "Events.csv": EVENTS + 'Past,"Mar 13, 2026 6:30 PM",attending,\nSoon,"Dec 13, 2026 6:30 PM",attending,\n',
    "Profile.csv": "First Name,Last Name\nIsabelle,X\n",
}


def read(desk: Desk, path: str) -> Account:
    return propose(desk, [path]).proposal.apply(desk, lambda *_: None)


def connections(*rows: str) -> dict[str, str | bytes]:
    return {"Connections.csv": CONNECTIONS + "".join(rows)}


def mai(
    *, url: str = MAI, email: str = "", company: str = "Acme", position: str = "designer"
) -> dict[str, str | bytes]:
    return connections(ROW.format(url=url, email=email, company=company, position=position))


def counts(account: Account) -> tuple[int, ...]:
    assert account.read == sum(account[2:7])
    return account[2:7]


@pytest.fixture
def path(tmp_path: Path) -> str:
    return zipped(tmp_path / "archive.zip", ARCHIVE)


def test_an_archive_is_told_by_its_content_and_counted_row_by_row(desk: Desk, path: str) -> None:
    reading = propose(desk, [path])
    assert reading.format.name == "linkedin"
    account = reading.proposal.account
    assert account.files == 9
    assert counts(account) == (12, 0, 1, 1, 0)  # Lyon UX is there, and the stranger is nobody she knows


def test_connections_are_people_known_since_a_day_and_never_met(desk: Desk, path: str) -> None:
    read(desk, path)
    person = desk.person("mai")
    assert (person.name, person.company, person.position, person.address) == ("Mai Tran", "Acme", "designer", MAI)
    assert (person.known, person.since) == (date(2026, 3, 14), desk.now().date())
    row = desk.ties().row(person.id)
    assert row and row.tie.stage is Stage.IN_TOUCH and not row.tie.meetings.times


def test_groups_and_pages_become_candidates(desk: Desk, path: str) -> None:
    read(desk, path)
    groups = {group.name: group for group in desk.book().groups.values()}
    assert list(groups) == ["Lyon UX", "Data Leaders", "Acme", "#ux", "group 1234567"]
    assert {each.standing for name, each in groups.items() if name != "Lyon UX"} == {Standing.CANDIDATE}
    assert [groups[name].nature for name in ("Data Leaders", "Acme", "#ux")] == [
        Nature.COMMUNITY,
        Nature.COMPANY,
        Nature.FEED,
    ]
    assert groups["Acme"].since == date(2023, 1, 2)
    assert groups["group 1234567"].address == "https://www.linkedin.com/groups/1234567"
    row = next(row for row in desk.audit().rows if row.group.name == "group 1234567")
    assert row.archive and [(f"{month.first:%Y-%m}", month.counts) for month in row.archive.months] == [
        ("2023-06", {Did.COMMENT: 1, Did.REACTION: 1}),
        ("2026-03", {Did.COMMENT: 1}),
    ]


def test_nothing_that_was_done_there_is_time(desk: Desk, path: str) -> None:
    account = read(desk, path)
    assert account.minutes == 0
    assert not list(desk.entries_of(desk.logged_weeks()))


def test_an_event_that_was_is_not_asked_about(desk: Desk, path: str) -> None:
    read(desk, path)
    (soon,) = desk.book().appointments.values()
    assert (soon.title, soon.form, soon.start.isoformat()) == ("Soon", "event", "2026-12-13T19:30:00+01:00")
    assert not any(each.waits(desk.now()) for each in desk.book().appointments.values())
    assert [deed.title for deed in desk.deeds() if deed.did is Did.EVENT] == ["Past"]


def test_her_last_year_is_told_once_before_any_figure(desk: Desk, path: str) -> None:
    first = propose(desk, [path]).proposal
    assert first.year(()) == "Your last year: 1 person more who knows you, 1 contribution, 1 group you gave to."
    first.apply(desk, lambda *_: None)
    assert propose(desk, [path]).proposal.year(()) == ""


def test_the_same_archive_three_times_adds_nothing(desk: Desk, path: str, home: Path) -> None:
    read(desk, path)
    before = {name: (home / name).read_bytes() for name in ("book.json", "deeds.json", "undo.json")}
    for _ in range(2):
        assert counts(read(desk, path)) == (0, 0, 13, 1, 0)
    assert {name: (home / name).read_bytes() for name in before} == before


def test_the_folder_and_a_file_alone_are_the_same_as_the_zip(desk: Desk, path: str, tmp_path: Path) -> None:
    read(desk, path)
    unpacked = folder(tmp_path / "unpacked", ARCHIVE)
    assert counts(read(desk, unpacked)) == (0, 0, 13, 1, 0)
    assert counts(read(desk, f"{unpacked}/messages.csv")) == (0, 0, 2, 1, 0)


def test_no_word_of_a_message_is_anywhere_in_the_home(desk: Desk, path: str, home: Path) -> None:
    read(desk, path)
    desk.undo()
    desk.redo()
    files = [each for each in home.rglob("*") if each.is_file()]
    assert len(files) > 5
    assert [each for each in files if b"oak" in each.read_bytes() or b"third" in each.read_bytes()] == []


def test_one_undo_takes_all_of_it_back(desk: Desk, path: str) -> None:
    read(desk, path)
    desk.undo()
    assert list(desk.book().groups) == ["lyon-ux"]
    assert not (desk.book().people or desk.deeds() or desk.book().appointments)
    assert counts(read(desk, path)) == (12, 0, 1, 1, 0)


def test_an_import_is_taken_back_but_for_what_she_edited(desk: Desk, path: str) -> None:
    read(desk, path)
    desk.edit_person("mai", note="asks good questions")
    taken = desk.take_back(1)
    assert taken.stay == 1
    assert list(desk.book().people) == ["mai-tran"]
    assert not desk.deeds()
    assert list(desk.book().groups) == ["lyon-ux"]


# The second export -----------------------------------------------------------------------------------------------


def test_a_second_export_adds_and_changes(desk: Desk, path: str, tmp_path: Path) -> None:
    read(desk, path)
    row = ROW.format(url=MAI, email="mai@example.org", company="Nordlicht", position="lead")
    new = "Ida,Holm,https://www.linkedin.com/in/ida,,,,20 Nov 2026\n"
    second = {
        **ARCHIVE,
        "Connections.csv": NOTES + CONNECTIONS + new + row,
        "Comments_2.csv": COMMENTS + f"2026-11-20 12:34:56,{POST}9,x\n",
    }
    account = read(desk, zipped(tmp_path / "second.zip", second))
    assert counts(account) == (2, 1, 12, 1, 0)
    person = desk.person("mai")
    assert (person.company, person.position, person.emails) == ("Nordlicht", "lead", ("mai@example.org",))
    assert person.formerly == (Formerly("Acme", "designer", desk.now().date()),)


def test_what_she_edited_stays_and_is_said_once(desk: Desk, tmp_path: Path) -> None:
    read(desk, folder(tmp_path / "a", mai()))
    desk.edit_person("mai", company="Studio Tran")
    changed = folder(tmp_path / "b", mai(company="Nordlicht"))
    account = read(desk, changed)
    assert counts(account) == (0, 0, 0, 0, 1)
    assert "yours stays; there it is Nordlicht" in account.problems[0].why
    assert desk.person("mai").company == "Studio Tran"
    assert counts(read(desk, changed)) == (0, 0, 1, 0, 0)


def test_an_edit_of_one_field_keeps_no_other_from_changing(desk: Desk, tmp_path: Path) -> None:
    read(desk, folder(tmp_path / "a", mai()))
    desk.edit_person("mai", circle="peer", position="head of design")
    assert counts(read(desk, folder(tmp_path / "b", mai(company="Nordlicht")))) == (0, 1, 0, 0, 0)
    person = desk.person("mai")
    assert (person.company, person.position) == ("Nordlicht", "head of design")
    assert desk.take_back(2).stay == 1


def test_whom_she_removed_stays_removed(desk: Desk, path: str) -> None:
    read(desk, path)
    desk.remove_person("mai")
    assert counts(read(desk, path))[0] == 0
    assert not desk.book().people
    assert not [deed for deed in desk.deeds() if deed.person]


def test_a_group_that_she_removed_stays_removed(desk: Desk, path: str) -> None:
    read(desk, path)
    desk.remove_group("group-1234567")
    desk.remove_group("data-leaders")
    account = read(desk, path)
    assert counts(account)[0] == 0
    assert list(desk.book().groups) == ["lyon-ux", "acme", "ux"]
    assert {problem.why for problem in account.problems} >= {"you removed it here, and it stays removed"}


# Who is who ------------------------------------------------------------------------------------------------------


def test_somebody_she_knew_already_is_completed(desk: Desk, tmp_path: Path) -> None:
    desk.add_person("Mai Tran", position="design lead")
    assert counts(read(desk, folder(tmp_path, mai(email="mai@example.org")))) == (0, 1, 0, 0, 0)
    (person,) = desk.book().people.values()
    assert (person.company, person.position, person.known) == ("Acme", "design lead", date(2026, 3, 14))
    taken = desk.take_back(1)
    assert (taken.removed, taken.stay, taken.restored, taken.changed) == (0, 0, 1, 0)
    (person,) = desk.book().people.values()
    assert (person.company, person.position, person.known) == ("", "design lead", None), "it is as it was"


def test_an_archive_from_before_takes_nothing_back(desk: Desk, tmp_path: Path) -> None:
    later = ROW.format(url=f"{MAI}-2", email="", company="", position="").replace("14 Mar", "20 Oct")
    moved = ROW.format(url=MAI, email="", company="NewCo", position="CTO")
    read(desk, folder(tmp_path / "new", connections(moved, later)))
    account = read(desk, folder(tmp_path / "old", mai()))
    assert counts(account) == (0, 0, 0, 1, 0) and "a newer archive" in account.problems[0].why
    person = desk.book().people["mai-tran"]
    assert (person.company, person.position, person.formerly) == ("NewCo", "CTO", ())


def test_a_post_is_hers_or_the_archive_s_and_never_of_both(desk: Desk, tmp_path: Path) -> None:
    read(desk, folder(tmp_path / "a", mai()))
    desk.edit_person("mai", company="Mine")
    read(desk, folder(tmp_path / "b", mai(company="NewCo", position="CTO")))
    person = desk.book().people["mai-tran"]
    assert (person.company, person.position) == ("Mine", "designer")
    assert all((each.company, each.position) == ("Acme", "designer") for each in person.formerly)


def test_a_namesake_of_whom_nothing_tells_is_kept_back(desk: Desk, tmp_path: Path) -> None:
    desk.add_person("Mai Tran", emails="other@example.org")
    account = read(desk, folder(tmp_path, mai(email="mai@example.org")))
    assert counts(account) == (0, 0, 0, 0, 1)
    assert "neither address nor company tells" in account.problems[0].why


def test_two_of_one_name_with_two_addresses_are_two(desk: Desk, tmp_path: Path) -> None:
    rows = [ROW.format(url=f"{MAI}-{number}", email="", company="", position="") for number in (1, 2)]
    assert counts(read(desk, folder(tmp_path, connections(*rows)))) == (2, 0, 0, 0, 0)


def test_people_without_addresses_are_known_again(desk: Desk, tmp_path: Path) -> None:
    older = {"a.csv": "First Name,Last Name,Email Address,Company,Position,Connected On\nMai,Tran,,Acme,,14-Mar-26\n"}
    assert counts(read(desk, folder(tmp_path / "a", older))) == (1, 0, 0, 0, 0)
    assert counts(read(desk, folder(tmp_path / "b", mai(position="")))) == (0, 1, 0, 0, 0)
    for files in (older, mai(position="")):
        assert counts(read(desk, folder(tmp_path / "c", files)))[2] == len(list((tmp_path / "c").iterdir()))
    assert list(desk.book().people) == ["mai-tran"]
    assert desk.person("mai").address == MAI


# Which group is which --------------------------------------------------------------------------------------------


def test_a_number_is_matched_by_the_address_of_a_group(desk: Desk, path: str) -> None:
    desk.edit_group("lyon", address="https://linkedin.com/groups/1234567/")
    read(desk, path)
    assert "group-1234567" not in desk.book().groups
    assert {deed.group for deed in desk.deeds() if deed.group} == {"lyon-ux"}


def test_a_number_is_matched_by_her_map(desk: Desk, path: str, home: Path) -> None:
    (home / "map.toml").write_text('[addresses]\n"linkedin.com/groups/1234567" = { group = "lyon-ux" }\n')
    read(desk, path)
    assert {deed.group for deed in desk.deeds() if deed.group} == {"lyon-ux"}


def test_a_group_that_was_merged_stays_so(desk: Desk, path: str) -> None:
    read(desk, path)
    desk.merge_groups("lyon", "group-1234567")
    assert counts(read(desk, path)) == (0, 0, 13, 1, 0)
    assert {deed.group for deed in desk.deeds() if deed.group} == {"lyon-ux"}


# What is no archive ----------------------------------------------------------------------------------------------


def test_an_archive_without_a_row_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no row"):
        propose(desk, [folder(tmp_path, {"Connections.csv": CONNECTIONS})])


def test_dates_that_are_still_to_come_are_skipped(desk: Desk, tmp_path: Path) -> None:
    files = {"a.csv": COMMENTS + f"2027-06-25 12:34:56,{POST},x\n", **connections("Ida,Holm,,,,,01 Jan 2027\n")}
    account = read(desk, folder(tmp_path, files))
    assert counts(account) == (0, 0, 0, 2, 0)
    assert {problem.why for problem in account.problems} == {"its date is still to come"}


def test_a_row_that_cannot_be_read_costs_no_other(desk: Desk, tmp_path: Path) -> None:
    rows = 'Ida,"Holm,,,,,\nBo,Lind,,,,,01 Jan 2025\n'
    account = read(desk, folder(tmp_path, connections(rows)))
    assert counts(account) == (1, 0, 0, 1, 0)
    assert (account.problems[0].file, account.problems[0].row) == ("Connections.csv", 2)
    assert [person.name for person in desk.book().people.values()] == ["Bo Lind"]


PEOPLE = st.sampled_from(
    [("Mai", "Tran", MAI), ("Mai", "Tran", f"{MAI}-2"), ("Ida", "Holm", ""), ("Bo", "Lind, PMP", "")]
)
CELLS = st.tuples(PEOPLE, st.sampled_from(["", "Acme", "Nord"]), st.sampled_from(["14 Mar 2026", "9-Jan-23", "soon"]))
POSTS = st.tuples(st.integers(1, 3), st.sampled_from(["https://x.org", f"{POST}1", POST.replace("1234567", "2"), ""]))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), min_size=2, max_size=2), st.lists(POSTS, max_size=5))
def test_every_row_counts_once_and_adds_nothing_twice(
    tmp_path_factory: pytest.TempPathFactory,
    archives: list[list[tuple[tuple[str, str, str], str, str]]],
    posts: list[tuple[int, str]],
) -> None:
    folder_ = tmp_path_factory.mktemp("law")
    clock = Clock(UTC, datetime(2026, 11, 26, 18, 40, tzinfo=UTC))
    desk = Desk(Home(str(folder_ / "home"), clock.now, "a test"), clock)
    for number, rows in enumerate(archives):
        told = [f'{first},"{last}",{url},,{company},,{day}\n' for (first, last, url), company, day in rows]
        done = [f"2026-03-0{day} 12:34:56,{link},x\n" for day, link in posts]
        path = folder(folder_ / str(number), {**connections(*told), "Comments.csv": COMMENTS + "".join(done)})
        if not told and not done:
            continue
        first_time = counts(read(desk, path))
        assert sum(first_time) == len(told) + len(done)
        again = counts(read(desk, path))
        assert again == (0, 0, *again[2:]) and sum(again) == sum(first_time)


SAMPLES = Path(__file__).resolve().parents[3].parent / "shared/data"


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not part of the source")
def test_a_table_with_its_columns_in_another_order_is_read(desk: Desk) -> None:
    account = read(desk, str(SAMPLES / "linkedin/Connections-columns-reordered.csv"))
    assert counts(account) == (10, 0, 0, 0, 0)
    person: Person = desk.person("carol-davis")
    assert (person.company, person.known) == ("BigCo", date(2023, 5, 10))
