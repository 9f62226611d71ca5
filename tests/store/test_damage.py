"""Damage: a file that cannot be read is kept and named, nothing is overwritten, and the newest good backup mends it."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.domain.errors import Newer, Refused
from planner.domain.group import Standing
from planner.domain.kinds import Split
from planner.domain.person import Person
from planner.domain.words import say
from planner.store.home import Home
from tests.store.conftest import NOW, UX, WEEK, Hands, Opens, entry, logs

GOOD = {"id": "abcd1234", "start": NOW.isoformat(), "minutes": 25, "kind": "meeting", "group": "x"}


def _week(*documents: object, **tables: object) -> str:
    rows = {str(number): document for number, document in enumerate(documents, 1)}
    return json.dumps({"meta": {"1": {"schema": 1}}, "entries": rows, **tables})


def _entry(**fields: object) -> str:
    document = {**GOOD, "changed": NOW.isoformat(), **fields}
    return _week({key: value for key, value in document.items() if value != "gone"})


DAMAGED = {
    "empty": b"",
    "blank": b" \n",
    "cut short": _entry()[:-20].encode(),
    "binary": bytes(range(256)),
    "no UTF-8": _entry(note="café").encode().replace(b"\\u00e9", b"\xe9"),
    "a list": b"[]",
    "a table that is a list": _week(plan=[]).encode(),
    "a table of texts": _week(plan={"1": "x"}).encode(),
    "a table with names": _week(plan={"x": {}}).encode(),
    "NaN": _entry(minutes=float("nan")).encode(),
    "infinite": _entry(minutes=float("inf")).encode(),
    "infinite in figures": _entry(unknown=1.5).replace("1.5", "1e999").encode(),
    "absurdly nested": b'{"a": ' + b"[" * 200_000,
    "a number of ten thousand digits": _entry().replace("25", "2" * 10_000).encode(),
    "no schema": b'{"entries": {}}',
    "a schema of no number": b'{"meta": {"1": {"schema": "1"}}}',
    "a missing start": _entry(start="gone").encode(),
    "a missing group": _entry(group="gone").encode(),
    "a missing id": _entry(id="gone").encode(),
    "a missing time of change": _entry(changed="gone").encode(),
    "a naive start": _entry(start="2026-11-26T18:40:00").encode(),
    "no date": _entry(start="soon").encode(),
    "a start of a number": _entry(start=5).encode(),
    "minutes of text": _entry(minutes="25").encode(),
    "minutes of a fraction": _entry(minutes=2.5).encode(),
    "minutes that are true": _entry(minutes=True).encode(),
    "minutes below nothing": _entry(minutes=-5).encode(),
    "minutes beyond any length": _entry(minutes=10_000_000).encode(),
    "a start before any calendar": _entry(start="0001-01-01T00:00:00+14:00").encode(),
    "a start after any calendar": _entry(start="9999-12-31T23:00:00-14:00").encode(),
    "an unknown kind": _entry(kind="sleeping").encode(),
    "a kind of a list": _entry(kind=[]).encode(),
    "people of text": _entry(people="marie").encode(),
    "people of numbers": _entry(people=[1]).encode(),
    "confirmed of text": _entry(confirmed="yes").encode(),
    "a plan of texts": _week(
        plan={"1": {"id": "plan", "changed": NOW.isoformat(), "lines": {"x": {"meeting": "5"}}}}
    ).encode(),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_spoilt_file_is_set_aside_whole(kept: Home, home: Path, content: bytes) -> None:
    file = home / "weeks/2026-W48.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert kept.week(WEEK).entries == ()
    (said,) = kept.damage()
    assert re.search(r"2026-W48\.json is damaged: .*20261126-184000", said)
    (aside,) = file.parent.iterdir()
    assert aside.name == "2026-W48.json.damaged-20261126-184000"
    assert aside.read_bytes() == content


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_change_sets_a_damaged_file_aside(kept: Home, home: Path, opens: Opens, content: bytes) -> None:
    file = home / "weeks/2026-W48.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    logs(kept, entry())
    assert kept.week(WEEK).entries == (entry(),)
    (aside,) = file.parent.glob("*.damaged-*")
    assert aside.read_bytes() == content
    for planner in (kept, opens(), opens()):  # every one of them, not the first alone
        assert len(planner.damage()) == 1


#: History looks at no more of an entry than it needs.
UNSEEN = {"a missing id", "a missing time of change", "people of text", "people of numbers", "confirmed of text"}


@pytest.mark.parametrize("name", [name for name in DAMAGED if name not in UNSEEN])
def test_history_sets_a_damaged_file_aside_as_well(kept: Home, home: Path, name: str) -> None:
    file = home / "weeks/2026-W48.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(DAMAGED[name])
    assert kept.past(WEEK.plus(1), 2) == ()
    assert not file.exists()
    assert len(kept.damage()) == 1


def test_the_message_names_field_copy_and_the_newest_good_backup(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry("one"), entry("two"))
    hands.turn(days=1)
    logs(kept, entry("three"))
    (home / "weeks/2026-W48.json").write_text(_entry(minutes="25"))
    kept.week(WEEK)
    assert kept.damage() == [
        "weeks/2026-W48.json is damaged: entries, number 1: “minutes”: it should be a whole number from 0 to 9999999. "
        "The newest good backup is of Fri 27 Nov, with 2 entries: “planner check --mend” puts it back. "
        f"The damaged file is kept as {home}/weeks/2026-W48.json.damaged-20261127-184000."
    ]


def test_a_second_damaged_file_does_not_replace_the_first(kept: Home, home: Path) -> None:
    home.mkdir()
    for content in (b"first", b"second"):
        (home / "book.json").write_bytes(content)
        kept.book()
    assert {path.read_bytes() for path in home.glob("book.json.damaged-*")} == {b"first", b"second"}


def test_a_file_of_a_newer_planner_is_refused_and_left_untouched(kept: Home, home: Path) -> None:
    home.mkdir()
    text = '{"meta": {"1": {"schema": 99}}, "what": {"1": {"is": "this"}}}'
    (home / "book.json").write_text(text)
    with pytest.raises(Newer, match=r"book\.json was written by a newer planner"):
        kept.book()
    with pytest.raises(Newer), kept.change("Group") as change:
        change.put_group(UX)
    kept.mend()
    assert [finding.good for finding in kept.check()] == [False]
    assert (home / "book.json").read_text() == text


def test_mending_brings_back_the_backup_the_readable_and_what_came_since(
    kept: Home, home: Path, opens: Opens, hands: Hands
) -> None:
    logs(kept, entry("monday"))
    hands.turn(days=1)
    logs(kept, entry("morning"))  # after today's backup, so only in the file
    logs(kept, entry("noon", minutes=10))
    file = home / "weeks/2026-W48.json"
    file.write_text(file.read_text().replace('"id": "noon"', '"id": 12'))
    assert kept.week(WEEK).entries == ()
    hands.turn(hours=1)
    logs(kept, entry("evening"), entry("monday", minutes=99))

    assert [finding.good for finding in kept.check() if "damaged" in finding.file] == [False]
    assert [finding[:3] for finding in kept.mend()] == [
        (
            "weeks/2026-W48.json",
            True,
            "brought back from Fri 27 Nov, with what was written since; number 3 could not be brought back",
        )
    ]
    assert kept.damage() == []
    entries = {entry.id: entry.minutes for entry in opens().week(WEEK).entries}
    assert entries == {"monday": 99, "morning": 25, "evening": 25}
    assert all(finding.good for finding in kept.check())
    (old,) = file.parent.glob("*.mended-*")
    assert ["mended since" in finding.what for finding in kept.check() if finding.file.endswith(old.name)] == [True]


def test_mending_sets_aside_what_nobody_has_read_yet(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    hands.turn(days=1)
    with kept.change("Group") as change:
        change.put_group(UX)
    (home / "weeks/2026-W48.json").write_bytes(b"\0\0")
    assert [finding.good for finding in kept.check() if finding.file.startswith("weeks")] == [False]
    assert [finding.good for finding in kept.mend()] == [True]
    assert kept.week(WEEK).entries == (entry(),)


def test_who_was_added_again_is_the_rich_record_with_what_was_said_since(kept: Home, home: Path, hands: Hands) -> None:
    marie = Person(
        "marie", "Marie", company="Lyon Design", emails=("m@x.fr",), groups=("pmi",), cadence=30, since=NOW.date()
    )
    with kept.change("Marie") as change:
        change.put_person(marie)
        change.put_group(UX._replace(standing=Standing.PARKED, usual=Split(30), platform="slack"))
    hands.turn(days=1)
    logs(kept, entry())
    (home / "book.json").write_text("{")
    hands.turn(days=1)
    with kept.change("Again") as change:
        change.put_person(Person("marie", "Marie", place="Lyon", groups=("lyon-ux",), since=hands.now.date()))
        change.put_group(UX)
    hands.turn(days=1)
    logs(kept, entry("later"))  # the backup of this day has only what was begun anew
    kept.mend()
    assert kept.book().people["marie"] == marie._replace(place="Lyon", groups=("pmi", "lyon-ux"))
    assert kept.book().groups["lyon-ux"] == UX._replace(standing=Standing.PARKED, usual=Split(30), platform="slack")


def test_who_was_removed_since_stays_removed(kept: Home, home: Path, hands: Hands) -> None:
    with kept.change("Marie") as change:
        change.put_person(Person("marie", "Marie", company="Lyon Design"))
    hands.turn(days=1)
    logs(kept, entry())
    (home / "book.json").write_text("{")
    with kept.change("Again") as change:
        change.put_person(Person("marie", "Marie"))
    with kept.change("Gone") as change:
        change.remove_person("marie")
    kept.mend()
    assert kept.book().people == {}


def test_mending_names_what_it_could_not_bring_back(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry("monday"))
    hands.turn(days=1)
    logs(kept, entry("monday", minutes=50), entry("morning"))
    file = home / "weeks/2026-W48.json"
    file.write_text(file.read_text().replace('"minutes"', '"minuten"'))
    (finding,) = kept.mend()
    assert finding.what == (
        "brought back from Fri 27 Nov, with what was written since; what changed after that backup and before the "
        "damage could not be read"
    )
    logs(kept, entry("noon"))
    file.write_text(file.read_text().replace('"id": "monday", "start"', '"id": "monday", "stat"'))
    (finding,) = kept.mend()
    assert finding.what == (
        "brought back from Fri 27 Nov, with what was written since; of monday only what the backup had"
    )
    assert [each.id for each in kept.week(WEEK).entries] == ["monday", "noon"]


def test_what_cannot_be_mended_is_said(kept: Home, home: Path) -> None:
    home.mkdir()
    (home / "book.json").write_bytes(b"nothing")
    (home / "book.json").chmod(0o600)
    (before,) = kept.check()
    assert "nothing in it can be read" in before.what
    assert not before.mend
    (finding,) = kept.mend()
    assert not finding.good
    assert finding.file.startswith("book.json.damaged-")
    (after,) = kept.check()
    assert "nothing in it can be read" in after.what
    assert not after.mend


def test_check_speaks_of_every_file_and_changes_none(kept: Home, home: Path, hands: Hands) -> None:
    logs(kept, entry())
    with kept.change("Group") as change:
        change.put_group(UX)
    hands.turn(days=1)
    (home / "notes.txt").write_text("hers")
    (home / "weeks/2026-W99.json").write_text("{}")
    (home / "config.toml").write_text("minutes = 1")
    (home / "book.json").chmod(0o644)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    said = {finding.file: (finding.good, finding.what) for finding in kept.check()}
    assert said == {
        "book.json": (False, say("others may read or change it")),
        "undo.json": (True, "good"),
        "config.toml": (False, "“1” is no value of “minutes”: it should be 5 to 10080 minutes."),
        "weeks/2026-W48.json": (True, "good: 1 entry"),
        "notes.txt": (True, "not planner's; left alone"),
        "weeks/2026-W99.json": (True, "not planner's; left alone"),
    }
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_mending_makes_a_file_hers_alone_again(kept: Home, home: Path) -> None:
    logs(kept, entry())
    (home / "undo.json").chmod(0o666)
    assert [(finding.file, finding.good) for finding in kept.mend()] == [("undo.json", True)]
    assert (home / "undo.json").stat().st_mode & 0o777 == 0o600


def _lyon(kept: Home, hands: Hands) -> None:
    """A group and an entry, with a backup of them."""
    with kept.change("Lyon") as change:
        change.put_group(UX)
        change.put_entry(entry("first"))
    hands.turn(days=1)
    logs(kept, entry("second"))


@pytest.mark.parametrize(
    ("name", "backup"),
    [
        ("weeks/2026-W48.json", "The newest good backup is of Fri 27 Nov, with 1 entry: "),
        ("book.json", "The newest good backup is of Fri 27 Nov: "),
        ("undo.json", "What was done before cannot be undone; "),
    ],
)
def test_a_vanished_file_is_told_of_as_damage_is(
    kept: Home, home: Path, hands: Hands, opens: Opens, name: str, backup: str
) -> None:
    _lyon(kept, hands)
    assert kept.damage() == []
    text = (home / name).read_text()
    (home / name).unlink()
    again = opens()
    (told,) = again.damage()
    assert told.startswith(f"{name} is missing: it was there after the last change. {backup}")
    (finding,) = (each for each in again.check() if not each.good)
    assert (finding.file, finding.what) == (name, "it is missing")
    (home / name).write_text(text)  # what carries files brings it late
    assert again.damage() == []
    assert [path.name for path in home.rglob("*.damaged-*")] == []


def test_a_book_begun_over_one_that_vanished_does_not_hide_that(
    kept: Home, home: Path, hands: Hands, opens: Opens
) -> None:
    _lyon(kept, hands)
    (home / "book.json").unlink()
    again = opens()
    assert again.lacks_book()
    assert getattr(again.book(), "unread", False)
    with again.change("Group") as change:
        change.put_group(UX._replace(id="new", slug="new"))
    assert (
        opens().damage()[0].startswith("book.json had vanished, and was begun anew. The newest good backup is of Fri")
    )
    for _ in range(20):  # the good copies do not go, and what was begun anew is none
        hands.turn(days=1)
        logs(again, entry(f"id{hands.now:%m%d}"))
    assert again.judged_backups().keys() >= {date(2026, 11, 27)}
    (done,) = opens().mend()
    assert (done.file, done.good) == ("book.json", True)
    assert list(opens().book().groups) == ["lyon-ux", "new"]
    assert opens().damage() == []
    assert [path.name for path in home.glob("book.json*")] == ["book.json"]


def test_a_backup_made_while_a_file_is_gone_has_the_last_good_copy(kept: Home, home: Path, hands: Hands) -> None:
    with kept.change("Two weeks") as change:
        change.put_entries([entry("old", start=NOW - timedelta(weeks=1)), entry("new")])
    hands.turn(days=1)
    logs(kept, entry("next"))
    old = home / "weeks/2026-W47.json"
    text = old.read_text()
    old.unlink()
    for _ in range(2):
        hands.turn(days=1)
        logs(kept, entry(f"id{hands.now:%m%d}"))
    assert [path.read_text() for path in sorted(home.glob("backups/*/weeks/2026-W47.json"))] == [text] * 3
    kept.mend()
    assert [each.id for each in kept.week(WEEK.plus(-1)).entries] == ["old"]


@pytest.mark.parametrize("does", ["log", "mend", "restore"])
def test_a_folder_that_has_vanished_is_made_anew_for_what_was_in_it(
    kept: Home, home: Path, hands: Hands, opens: Opens, does: str
) -> None:
    _lyon(kept, hands)
    shutil.rmtree(home / "weeks")
    again = opens()
    if does == "log":
        logs(again, entry("third"))
        assert again.week(WEEK).entries == (entry("third"),)
        assert again.damage()[0].startswith("weeks/2026-W48.json had vanished, and was begun anew. The newest good")
    elif does == "restore":
        again.restore(again.source_of(date(2026, 11, 27)), "Restored")
    opens().mend()
    assert "first" in [each.id for each in opens().week(WEEK).entries]
    assert opens().damage() == []


def test_what_vanished_without_a_backup_begins_anew_and_is_said_once(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry())
    (home / "weeks/2026-W48.json").unlink()
    (finding,) = opens().mend()
    assert (finding.good, finding.what) == (
        False,
        "it had vanished, and there is no good backup of it: it begins anew",
    )
    assert opens().damage() == []
    assert all(each.good for each in opens().check())


def test_a_step_is_not_called_in_the_way_of_what_has_vanished(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry(), label="Logged")
    (home / "weeks/2026-W48.json").unlink()
    with pytest.raises(Refused, match=r"“Logged” cannot be undone before weeks/2026-W48\.json is mended"):
        opens().undo()


def test_a_file_that_only_the_newest_backup_still_knows_is_named_by_check(
    kept: Home, home: Path, hands: Hands, opens: Opens
) -> None:
    _lyon(kept, hands)
    (home / "book.json").unlink()
    (home / "journal/last").unlink()
    (finding,) = (each for each in opens().check() if not each.good)
    assert (finding.file, finding.what) == ("book.json", "it is missing")
    opens().mend()
    assert list(opens().book().groups) == ["lyon-ux"]


@pytest.mark.parametrize("last", [None, b"{"])
@pytest.mark.parametrize("name", ["book.json", "weeks/2026-W48.json"])
def test_what_vanished_with_its_manifest_is_not_overwritten(
    kept: Home, home: Path, hands: Hands, opens: Opens, name: str, last: bytes | None
) -> None:
    _lyon(kept, hands)
    (home / name).unlink()
    (home / "journal/last").unlink()
    if last is not None:
        (home / "journal/last").write_bytes(last)
    again = opens()
    assert again.lacks_book() == (name == "book.json")
    assert [told.split(" is missing")[0] for told in again.damage()] == [name]
    logs(again, entry("other", start=NOW - timedelta(weeks=1)))  # it is not forgotten by a change of others
    assert [told.split(" is missing")[0] for told in opens().damage()] == [name]
    with opens().change("Group") as change:
        change.put_group(UX._replace(id="new", slug="new"))
        change.put_entry(entry("third"))
    assert opens().damage()[0].startswith(f"{name} had vanished, and was begun anew. The newest good backup is of Fri")
    opens().mend()
    assert "lyon-ux" in opens().book().groups
    assert {"first", "third"} <= {each.id for each in opens().week(WEEK).entries}


def test_a_restore_of_what_vanished_can_be_undone_and_is_told_of_again(
    kept: Home, home: Path, hands: Hands, opens: Opens
) -> None:
    _lyon(kept, hands)
    (home / "book.json").unlink()
    again = opens()
    again.restore(again.source_of(date(2026, 11, 27)), "Restored")
    assert again.damage() == []
    assert list(again.book().groups) == ["lyon-ux"]
    again.undo()
    assert again.book().groups == {}
    assert opens().damage()[0].startswith("book.json had vanished, and was begun anew.")


def test_a_list_of_steps_is_damaged_as_soon_as_it_is_not_what_was_left(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry())
    other, path = opens(), home / "undo.json"
    assert (other.damage(), other.damage()) == ([], [])
    path.write_bytes(path.read_bytes().replace(b'"label"', b'"lab\xe9l"'))
    assert [sentence.startswith("undo.json") for sentence in other.damage()] == [True]
    assert len(opens().damage()) == 1
    assert not path.exists()
