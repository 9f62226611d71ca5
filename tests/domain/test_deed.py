"""What was done elsewhere: it tells of people and groups, and never counts as time."""

from __future__ import annotations

from datetime import UTC, datetime

from planner.domain.audit.archive import archive_words, done_by_group, months_words
from planner.domain.book import Book
from planner.domain.deed import Deed, Did, deed_words, with_exchanges
from planner.domain.group import Group
from planner.domain.people.tie import Stage, Warmth, tie_of
from planner.domain.people.tie_list import tie_list
from planner.domain.people.tie_words import evidence, standing_words
from planner.domain.person import Person
from planner.domain.weeks.oddities import odd_deeds
from tests.domain.contacts import TODAY, contact

MAI = Person("mai", "Mai Tran")


def deed(did: Did, day: str, group: str | None = None, person: str | None = None, *, theirs: bool = False) -> Deed:
    at = datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC)
    return Deed(f"{did}{day}", at, did, group, person, theirs)


def stage(*deeds: Deed) -> Stage:
    (row,) = tie_list(Book({}, {}, {"mai": MAI}), [], TODAY, (), deeds).rows
    return row.tie.stage


def test_who_was_written_to_is_in_touch_and_never_met() -> None:
    assert stage() is Stage.SPOTTED
    assert stage(deed(Did.MESSAGE, "2026-03-15", person="mai")) is Stage.IN_TOUCH
    assert stage(*(deed(Did.MESSAGE, f"2026-03-{day}", person="mai") for day in range(10, 31))) is Stage.IN_TOUCH


def test_who_only_wrote_to_her_is_not_in_touch() -> None:
    assert stage(deed(Did.MESSAGE, "2026-03-15", person="mai", theirs=True)) is Stage.SPOTTED
    assert stage(deed(Did.INVITATION, "2026-03-15", person="mai", theirs=True)) is Stage.SPOTTED


def test_exchanges_elsewhere_stand_with_those_of_the_log_oldest_first() -> None:
    met = contact("m", 100, ("mai",))
    both = with_exchanges({"mai": [met]}, [deed(Did.MESSAGE, "2026-03-15", person="mai")])["mai"]
    assert [each.entry for each in both] == ["message2026-03-15", met.entry]
    assert tie_of(MAI, both, TODAY).stage is Stage.MET


def test_of_an_exchange_elsewhere_nobody_says_how_long_it_took() -> None:
    (row,) = tie_list(Book({}, {}, {"mai": MAI}), [], TODAY, (), [deed(Did.MESSAGE, "2026-03-15", person="mai")]).rows
    assert evidence(row.tie, TODAY)[1] == "1 exchange, on Sun 15 Mar"


def test_whom_only_an_archive_tells_of_is_not_asked_to_be_kept_up() -> None:
    wrote = [deed(Did.MESSAGE, "2026-03-15", person="mai")]
    tie = tie_of(MAI, with_exchanges({}, wrote)["mai"], TODAY)
    assert (tie.warmth, tie.overdue) == (None, 0)
    assert standing_words(tie) == "in touch: last contact 256 days ago"
    met = contact("c", 100, ("mai",))
    assert tie_of(MAI, with_exchanges({"mai": [met]}, wrote)["mai"], TODAY).warmth is Warmth.COOLING


def test_what_was_done_in_a_group_is_told_by_month() -> None:
    deeds = [
        deed(Did.COMMENT, "2023-06-01", "ux"),
        deed(Did.COMMENT, "2023-06-02", "ux"),
        deed(Did.REACTION, "2023-08-02", "ux"),
        deed(Did.POST, "2023-08-03"),
        deed(Did.MESSAGE, "2023-08-03", person="mai"),
    ]
    done = done_by_group(deeds)
    assert done.keys() == {"ux", None}
    assert [(f"{month.first:%Y-%m}", month.counts) for month in done["ux"].months] == [
        ("2023-06", {Did.COMMENT: 2}),
        ("2023-08", {Did.REACTION: 1}),
    ]
    assert done["ux"].given == 2
    assert archive_words(done["ux"]) == "2 comments and 1 reaction from 2023-06-01 to 2023-08-02"
    assert months_words(done["ux"]) == "2023-08 1, 2023-06 2"
    assert archive_words(done[None]) == "1 post on 2023-08-03"


def test_deeds_that_name_nobody_are_odd_once_for_each_name() -> None:
    book = Book({}, {"ux": Group("ux", "ux", "UX")}, {"mai": MAI})
    gone = [deed(Did.COMMENT, f"2023-06-0{day}", "gone") for day in (1, 2)]
    there = [deed(Did.COMMENT, "2023-06-03", "ux"), deed(Did.MESSAGE, "2023-06-03", person="mai")]
    assert [odd.ids for odd in odd_deeds([*gone, *there], book)] == [("comment2023-06-01",)]


def test_what_passed_with_a_person_is_said_by_who_did_it() -> None:
    at = datetime(2026, 11, 26, 12, tzinfo=UTC)
    said = {(did, theirs): deed_words(Deed("a", at, did, theirs=theirs)) for did in Did for theirs in (False, True)}
    assert said[Did.INVITATION, True] == "an invitation from them" and said[Did.INVITATION, False] == "your invitation"
    assert said[Did.MESSAGE, True] == "messages from them" and said[Did.MESSAGE, False] == "messages"
    assert said[Did.COMMENT, False] == "1 comment"
