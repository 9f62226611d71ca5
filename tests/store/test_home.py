"""The home: what is put is read back, by this planner and by any other, and costs nothing where nothing is kept."""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from planner.domain.alert import Alert
from planner.domain.book import Book
from planner.domain.errors import Ambiguous, Refused, StoreError
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.objective import Aim, Objective
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.review import Review, ReviewStep, Verdict
from planner.domain.settings import Settings
from planner.domain.timer import Timer
from planner.store.home import Home
from planner.store.schema import FIRST, MIGRATIONS
from tests.store.conftest import NOW, UX, WEEK, Opens, entry, logs

#: The schema of every file that is written today.
TODAY = FIRST + len(MIGRATIONS)


PLAN = Plan({"lyon-ux": Split(45, 60, 15)}, "answer before reading")


def test_a_home_that_was_only_read_is_not_made(kept: Home, home: Path) -> None:
    assert kept.book().groups == {}
    assert kept.week(WEEK).entries == ()
    assert kept.past(WEEK, 12) == ()
    assert kept.weeks() == ()
    assert kept.timer() is None
    assert kept.history() == ([], [])
    assert kept.check() == []
    kept.beat(NOW)
    assert not home.exists()


def test_another_planner_reads_what_was_put(kept: Home, opens: Opens) -> None:
    review = Review(2, ReviewStep.VERDICTS, {"lyon-ux": Verdict.MORE}, {"joy": "the meetup"}, NOW)
    alert = Alert("cap", "", Level.ADRIFT, (NOW,), (NOW,))
    timer = Timer(NOW, Kind.WATCHING, "lyon-ux", "feed", ("marie",), ("seen",), "reading")
    objective = Objective("seen", "Be seen", Aim.VISIBILITY, 1, until=date(2027, 3, 1))
    with kept.change("All of it") as change:
        change.put_group(UX)
        change.put_person(Person("marie", "Marie"))
        change.put_objective(objective)
        change.put_entry(entry(note="“[red]” \x1b[31m"))
        change.put_plan(WEEK, PLAN)
        change.put_review(WEEK, review)
        change.put_alert(WEEK, alert)
        change.put_timer(timer)

    other = opens()
    assert other.book() == Book({"seen": objective}, {"lyon-ux": UX}, {"marie": Person("marie", "Marie")})
    assert other.week(WEEK) == (WEEK, PLAN, (entry(note="“[red]” \x1b[31m"),), (review,), (alert,), False)
    assert other.timer() == timer
    assert other.weeks() == (WEEK,)


def test_a_planner_that_stays_open_sees_the_changes_of_others(kept: Home, opens: Opens) -> None:
    assert kept.week(WEEK).entries == ()
    before = kept.stamp()
    logs(opens(), entry())
    assert kept.week(WEEK).entries == (entry(),)
    assert kept.stamp() != before


def test_what_has_not_changed_is_not_read_again(kept: Home) -> None:
    logs(kept, entry(), entry("late", start=NOW - timedelta(weeks=1)))
    assert kept.week(WEEK) is kept.week(WEEK)
    assert kept.book() is kept.book()
    assert kept.past(WEEK, 3)[0] is kept.past(WEEK, 3)[0]
    assert kept.stamp() == kept.stamp()


def test_a_change_reads_what_it_has_put(kept: Home) -> None:
    with kept.change("One") as change:
        change.put_group(UX)
        change.put_entry(entry())
        change.put_timer(Timer(NOW, Kind.MEETING, "lyon-ux"))
        assert list(change.book().groups) == ["lyon-ux"]
        assert change.week(WEEK).entries == (entry(),)
        assert change.timer() is not None
        assert kept.week(WEEK).entries == ()  # not yet


def test_nothing_is_kept_of_a_change_that_failed(kept: Home, home: Path) -> None:
    with pytest.raises(Refused), kept.change("Half") as change:
        change.put_entry(entry())
        raise Refused("no")
    assert kept.week(WEEK).entries == ()
    assert not (home / "weeks").exists()


def test_entries_come_in_the_order_they_began(kept: Home) -> None:
    logs(kept, entry("late"), entry("soon", start=NOW - timedelta(hours=3)))
    assert [each.id for each in kept.week(WEEK).entries] == ["soon", "late"]


def test_an_entry_that_moves_to_another_week_leaves_the_one_it_was_in(kept: Home) -> None:
    logs(kept, entry())
    moved = entry(start=NOW - timedelta(weeks=1))
    with kept.change("Moved") as change:
        change.put_entry(moved, was=WEEK)
    assert kept.week(WEEK).entries == ()
    assert kept.week(moved.week).entries == (moved,)
    assert kept.find_entry("abcd1234") == moved


def test_a_plan_and_a_timer_can_be_taken_away(kept: Home) -> None:
    with kept.change("Set") as change:
        change.put_plan(WEEK, PLAN)
        change.put_timer(Timer(NOW, Kind.MEETING, "lyon-ux"))
    with kept.change("Gone") as change:
        change.put_plan(WEEK, None)
        change.put_timer(None)
    assert kept.week(WEEK).plan is None
    assert kept.timer() is None


def test_a_removed_record_leaves_a_tombstone_for_a_later_merge(kept: Home, home: Path) -> None:
    logs(kept, entry())
    with kept.change("Removed") as change:
        change.remove_entry(entry())
    with TinyDB(home / "weeks/2026-W48.json") as plain:
        (stone,) = plain.table("entries").all()
    assert stone["lineage"].keys() == {"made", "seen"}
    del stone["lineage"]
    assert stone == {"id": "abcd1234", "changed": NOW.isoformat(), "removed": True}


def test_plain_tinydb_opens_every_file(kept: Home, home: Path) -> None:
    with kept.change("All") as change:
        change.put_group(UX)
        change.put_entry(entry(note="café"))
        change.put_timer(Timer(NOW, Kind.MEETING, "lyon-ux"))
    for name in ("book.json", "timer.json", "undo.json", "weeks/2026-W48.json"):
        with TinyDB(home / name) as plain:
            assert plain.table("meta").all() == [{"schema": TODAY}]
    with TinyDB(home / "weeks/2026-W48.json") as plain:
        (document,) = plain.table("entries").all()
        assert (document["note"], document["minutes"], document["changed"]) == ("café", 25, NOW.isoformat())


def test_a_file_reads_as_one_document_a_line(kept: Home, home: Path) -> None:
    logs(kept, entry(note="café"), entry("efgh5678", start=NOW - timedelta(hours=1)))
    lines = (home / "weeks/2026-W48.json").read_text("utf-8").splitlines()
    assert lines[:2] == ["{", '"meta": {']
    assert lines[5] == (
        '"1": {"id": "abcd1234", "start": "2026-11-26T18:40:00+01:00", "minutes": 25, "kind": "contribution", '
        '"group": "lyon-ux", "note": "café", "changed": "2026-11-26T18:40:00+01:00"},'
    )


def test_files_and_folders_are_hers_alone_whatever_the_umask(kept: Home, home: Path) -> None:
    old = os.umask(0o577)
    try:
        with kept.change("All") as change:
            change.put_group(UX)
            change.put_entry(entry())
        kept.undo()
    finally:
        os.umask(old)
    for path in [home, *home.rglob("*")]:
        assert oct(path.stat().st_mode & 0o777) == ("0o700" if path.is_dir() else "0o600"), path


def test_history_holds_the_weeks_before_in_which_something_counted(kept: Home) -> None:
    two_ago, last = NOW - timedelta(weeks=2), NOW - timedelta(weeks=1)
    logs(kept, entry("one", start=two_ago), entry("two", 90, start=last, confirmed=False), entry("now"))
    with kept.change("Plan") as change:
        change.put_plan(WEEK.plus(-1), PLAN)
    with kept.change("Gone") as change:
        change.put_entry(entry("gone", start=NOW - timedelta(weeks=3)))
        change.remove_entry(entry("gone", start=NOW - timedelta(weeks=3)))
    earlier, later = kept.past(WEEK, 12)
    assert (earlier.week, earlier.planned) == (WEEK.plus(-2), None)
    assert (earlier.first, earlier.last, earlier.groups) == (two_ago, two_ago, {"lyon-ux": Split(25)})
    assert (later.week, later.planned, later.first) == (WEEK.plus(-1), Split(45, 60, 15), None)
    assert [past.week for past in kept.past(WEEK, 1)] == [WEEK.plus(-1)]


def test_an_entry_is_found_by_its_id_or_the_beginning_of_it(kept: Home) -> None:
    logs(kept, entry("abcd1234"), entry("abcd9999", start=NOW - timedelta(weeks=60)), entry("abcd"))
    assert kept.find_entry("abcd9").start == NOW - timedelta(weeks=60)
    assert kept.find_entry("abcd").id == "abcd"


def test_the_beginning_of_several_ids_names_them(kept: Home) -> None:
    logs(kept, entry("xyzw1"), entry("xyzw2"))
    with pytest.raises(Ambiguous) as several:
        kept.find_entry("xyzw")
    assert several.value.candidates == ("xyzw1", "xyzw2")


@pytest.mark.parametrize("wanted", ["zzzzzz", "abc", "", "é\ud800"])
def test_an_id_that_is_not_there_is_refused(kept: Home, wanted: str) -> None:
    logs(kept, entry())
    with pytest.raises(Refused):
        kept.find_entry(wanted)


def test_a_heartbeat_leaves_no_step_to_undo(kept: Home) -> None:
    with kept.change("Started") as change:
        change.put_timer(Timer(NOW, Kind.MEETING, "lyon-ux"))
    kept.beat(NOW + timedelta(minutes=1))
    timer = kept.timer()
    assert timer
    assert timer.beat == NOW + timedelta(minutes=1)
    kept.beat(None)
    assert kept.timer() == timer._replace(beat=None)
    assert [step.label for step in kept.history()[0]] == ["Started"]


def test_what_is_put_as_it_was_is_no_change(kept: Home, home: Path) -> None:
    logs(kept, entry())
    before = kept.stamp()
    logs(kept, entry(), label="The same")
    assert kept.stamp() == before
    assert [step.label for step in kept.history()[0]] == ["Logged"]


def test_settings_are_what_her_file_says(kept: Home, home: Path) -> None:
    assert kept.settings() == Settings()
    home.mkdir()
    (home / "config.toml").write_text('minutes = 300\nreview_day = 6\nsignals_off = ["sitting"]\n')
    assert kept.settings() == Settings(minutes=300, review_day=6, signals_off=("sitting",))
    assert kept.settings() is kept.settings()
    (home / "config.toml").unlink()
    assert kept.settings() == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("minutes = true", "“true” is no value of “minutes”"),
        ("review_day = 7", "“7” is no value of “review_day”"),
        ('signals_off = "sittings"', "“sittings” is no value of “signals_off”"),
        ("[minutes]\nx = 2026-01-01", "is no value of “minutes”"),
        ("minuts = 30", "there is no “minuts”"),
    ],
)
def test_a_setting_that_is_off_is_told_and_others_count(kept: Home, home: Path, text: str, said: str) -> None:
    home.mkdir()
    (home / "config.toml").write_text(f"review_hour = 9\n{text}\n")
    assert kept.settings() == Settings(review_hour=9)
    (notice,) = kept.notices
    assert notice.startswith("config.toml: ") and said in notice
    assert kept.damage() == []
    (home / "config.toml").write_text("review_hour = 9\n")
    assert (kept.settings(), kept.notices) == (Settings(review_hour=9), ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"minutes = 300\nx = \n", "line 2, “x =”"),
        (b"minutes = 300\ntheme = [", "line 2, “theme = [”"),
        (b"minutes = 300\nminutes = 200\n", "line 2, “minutes = 200”"),
        (b"minutes = 300\n\n# \xff\n", "line 3, “# �”"),
        (b"x = " + b"9" * 5000, "line 1"),
        (b"x = " + b"[" * 5000, "line 1"),
    ],
    ids=["no value", "no end", "twice", "no UTF-8", "too long a number", "too deep"],
)
def test_a_file_that_is_no_toml_is_none_and_not_overwritten(kept: Home, home: Path, text: bytes, line: str) -> None:
    home.mkdir()
    (home / "config.toml").write_bytes(text)
    assert kept.settings() == Settings()
    (notice,) = kept.notices
    assert f"config.toml cannot be read: {line}" in notice
    with pytest.raises(StoreError, match=re.escape(line)), kept.change("Minutes") as change:
        change.put_setting("minutes", 240)
    assert (home / "config.toml").read_bytes() == text
    assert kept.history() == ([], [])


def test_a_file_that_cannot_be_opened_counts_as_none_and_is_a_notice(kept: Home, home: Path) -> None:
    (home / "config.toml").mkdir(parents=True)
    assert kept.settings() == Settings()
    (notice,) = kept.notices
    assert "config.toml" in notice
    (home / "config.toml").rmdir()
    assert (kept.settings(), kept.notices) == (Settings(), ())


def test_undo_puts_back_even_what_was_off(kept: Home, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("minutes = true  # mine\n")
    with kept.change("Minutes") as change:
        change.put_setting("minutes", 300)
    assert (home / "config.toml").read_text() == "minutes = 300  # mine\n"
    kept.undo()
    assert (home / "config.toml").read_text() == "minutes = true  # mine\n"
    (home / "config.toml").write_text("minutes = 2026-01-01\n")  # which JSON has no form for
    with kept.change("Minutes") as change:
        change.put_setting("minutes", None)
    assert (home / "config.toml").read_text() == ""
    kept.undo()
    assert kept.settings() == Settings() and "2026-01-01" in kept.notices[0]


def test_a_setting_that_is_none_is_a_notice_and_a_byte_order_mark_is_nothing(kept: Home, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_bytes(b'\xef\xbb\xbftheme = "planner-light"\nminuts = 30\n')
    assert not kept.notices
    assert kept.settings().theme == "planner-light"
    (notice,) = kept.notices
    assert "“minuts”" in notice and "minutes" in notice
