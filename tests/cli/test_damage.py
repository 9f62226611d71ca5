"""With a damaged file: what can be read is shown, every command says what is wrong, and logging goes on."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Planner

WEEK = "home/weeks/2026-W48.json"


@pytest.fixture
def damaged(planned: Planner, tmp_path: Path) -> Planner:
    planned("log", "c 25 lyon-ux first")
    planned("log", "c 10 lyon-ux second", now="2026-11-27T18:40:00+01:00")
    (tmp_path / WEEK).write_text("{")
    return planned


@pytest.mark.parametrize("words", [["status"], ["week"], ["entries"], ["status", "--json"]])
def test_commands_that_read_show_the_rest_and_exit_1_until_mended(damaged: Planner, words: list[str]) -> None:
    for _ in range(3):  # the first is not the only one to say so
        said = damaged(*words)
        assert said.code == 1 and said.out
        assert said.err.startswith("planner: weeks/2026-W48.json is damaged: line 1 is no JSON. The newest good backup")
        assert said.err.count("\n") == 1
    assert damaged("group", "list").code == 1  # whatever it is that is read
    assert damaged("check", "--mend").code == 0
    assert (damaged(*words).code, damaged(*words).err) == (0, "")


def test_log_goes_on_and_says_it(damaged: Planner) -> None:
    said = damaged("log", "c 5 lyon-ux third")
    assert said.code == 0 and said.out.startswith("Logged") and "2026-W48.json is damaged" in said.err
    assert "weeks/2026-W48.json: brought back from" in damaged("check", "--mend").out
    assert [row["note"] for row in damaged("entries", "--json").json] == ["first", "third"]


def test_what_is_refused_meanwhile_says_both(damaged: Planner) -> None:
    damaged("status")
    said = damaged("log", "c 5 nowhere")
    assert said.code == 2 and "is damaged" in said.err and "nowhere" in said.err


def test_check_speaks_of_it_once(damaged: Planner) -> None:
    damaged("status")
    said = damaged("check")
    assert said.code == 1 and said.out.count("set aside") == 1 and said.err == ""


HIDDEN = "ab\u202ecd\u2066ef\x1b[31m"


def test_nothing_that_turns_text_around_reaches_the_terminal(planned: Planner, tmp_path: Path) -> None:
    book = tmp_path / "home/book.json"
    book.write_text(book.read_text("utf-8").replace("Lyon UX", "Ly\u202eon\u2069"), "utf-8")
    for words in (
        ["person", "list", HIDDEN],
        ["status", "--format", HIDDEN],
        ["export", "ics", f"{tmp_path}/{HIDDEN}/x"],
        ["export", HIDDEN],
        [HIDDEN],
        ["group", "list"],
        ["week"],
        ["group", "show", HIDDEN],
        ["review"],
        ["review", "--markdown"],
    ):
        said = planned(*words)
        assert not {"\x1b", "\u202e", "\u2066", "\u2069"} & {*said.out, *said.err}, words
        assert said.out or said.err


@pytest.mark.parametrize("format_", ["ics", "vcard", "opml", "json"])
def test_no_export_turns_text_around_and_json_keeps_it_as_it_was(
    planned: Planner, tmp_path: Path, format_: str
) -> None:
    planned("person", "add", "Marie Dupont")
    planned("next", "@marie", "call her", "tomorrow")
    planned("group", "add", "News", "--nature", "feed", "--feed", "https://news.org/rss")
    book = tmp_path / "home/book.json"
    text = book.read_text("utf-8")
    for name in ("Marie Dupont", "News"):
        text = text.replace(f'"{name}"', f'"{name}\u202e\u2066"')
    book.write_text(text, "utf-8")
    said = planned("export", format_)
    assert said.code == 0 and not {"\x1b", "\u202e", "\u2066"} & {*said.out}
    if format_ == "json":
        people = said.json["files"]["book.json"]["people"]
        assert [person["name"] for person in people] == ["Marie Dupont\u202e\u2066"]
    else:
        assert ("News" if format_ == "opml" else "Marie Dupont") in said.out


@pytest.mark.parametrize("words", [["log", "c 5 lyon-ux caf\udce9"], ["status", "--format", "\udcff"], ["\udcff"]])
def test_words_that_are_no_utf_8_are_refused_and_nothing_is_kept(planned: Planner, words: list[str]) -> None:
    said = planned(*words)
    assert said.code == 2 and "is not UTF-8 text" in said.err
    assert planned("entries", "--json").json == []


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_a_list_that_is_no_utf_8_is_refused_and_nothing_is_kept(
    planned: Planner, monkeypatch: pytest.MonkeyPatch, errors: str
) -> None:
    before = planned("group", "list", "--json").json
    for content, code in ((b"caf\xe9 club\nPlain club\n", 2), ("café club\n".encode(), 0)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8", errors))
        said = planned("group", "paste")
        assert said.code == code
        if code:
            assert "not UTF-8 text" in said.err
            assert planned("group", "list", "--json").json == before
    assert "café club" in planned("group", "list").out


@pytest.mark.parametrize("locale", ["C", "POSIX", "fr_FR.ISO8859-1", "fr_FR@euro", "fr_FR"])
def test_a_locale_other_than_utf_8_is_what_a_word_is_refused_for(tmp_path: Path, locale: str) -> None:
    for name in ("LC_ALL", "LANG"):
        environment = {"PLANNER_HOME": str(tmp_path), "PATH": os.environ["PATH"], "PLANNER_LANG": "en", name: locale}
        said = subprocess.run(
            [sys.executable, "-m", "planner", "log", b"c 5 caf\xe9"], env=environment, capture_output=True, check=False
        )
        assert said.returncode == 2 and f"for the locale {locale} is no UTF-8 one".encode() in said.stderr
    environment = {**environment, "LC_ALL": "C.UTF-8"}
    said = subprocess.run(
        [sys.executable, "-m", "planner", "log", b"c 5 caf\xe9"], env=environment, capture_output=True, check=False
    )
    assert said.returncode == 2 and b"is not UTF-8 text" in said.stderr


def test_what_is_in_a_damaged_book_is_never_called_absent(planned: Planner, tmp_path: Path) -> None:
    planned("person", "add", "Marie Dupont")
    (tmp_path / "home/book.json").write_text("garbage")
    for _ in range(2):  # set aside at the first
        for words in (["log", "c 5 lyon"], ["person", "show", "marie"], ["objective", "show", "fame"]):
            said = planned(*words)
            assert said.code == 1 and "book.json cannot be read" in said.err, words
            assert "There is no group" not in said.err, words
    for words in (["group", "list"], ["person", "list"], ["objective", "list"], ["audit"], ["ties"]):
        said = planned(*words)
        assert said.code == 1 and "cannot be read" in said.out, words
        assert "No groups yet" not in said.out and "Nobody yet" not in said.out, words


def test_nothing_is_concluded_from_a_damaged_book(planned: Planner, tmp_path: Path) -> None:
    planned("log", "c 25 lyon-ux")
    planned("next", "@marie", "I owe the deck", "fri")
    (tmp_path / "home/book.json").write_text('{"meta')
    for words in (["audit"], ["next"], ["meet", "list"]):
        said = planned(*words)
        assert said.code == 1 and said.out.strip().startswith("book.json cannot be read"), words
        assert "No " not in said.out and "0 min" not in said.out, words
    for words in (["select"], ["select", "--apply"], ["plan", "suggest", "240"], ["plan", "copy"], ["plan", "follow"]):
        said = planned(*words)
        assert (said.code, said.out) == (1, "") and "book.json cannot be read" in said.err, words
    audit = planned("audit", "--json").json
    assert (audit["reality"], audit["dispersion"]) == (None, None)
    status = planned("status", "--json").json
    assert (status["follow_ups_due"], status["appointments_to_confirm"]) == (None, None)


def test_what_is_kept_beside_a_damaged_book_makes_no_whole_of_it(planned: Planner, tmp_path: Path) -> None:
    (tmp_path / "home/book.json").write_text('{"meta')
    said = planned("group", "add", "X")
    assert said.code == 0 and "plan follow" not in said.out
    told = planned("audit").out
    assert "X" in told and "book.json cannot be read" in told and "Following all" not in told
    assert planned("select").code == 1
    assert planned("check", "--mend").code == 0
    assert "book.json cannot be read" not in planned("audit").out


def test_a_plan_is_carried_on_whole_while_the_book_is_damaged(planned: Planner, tmp_path: Path) -> None:
    whole = planned("plan", "show", "--json").json
    (tmp_path / "home/book.json").write_text('{"meta')
    week = planned("week", "--json", now="2026-12-03T09:00:00+01:00").json
    assert week["carried"] == "2026-W48" and week["planned"] == whole["total"]


def test_log_goes_on_with_a_damaged_book_in_a_group_that_the_weeks_know(planned: Planner, tmp_path: Path) -> None:
    planned("log", "c 25 lyon-ux first")
    (tmp_path / "home/book.json").write_text('{"meta')
    said = planned("log", "c 5 lyon-ux second")
    assert said.code == 0 and said.out.startswith("Logged") and "book.json is damaged" in said.err
    assert "Which objectives it serves is not known" in said.out
    for guessed in ("c 5 lyon third", "c 5 lyon-ux @marie third"):
        said = planned("log", guessed)
        assert said.code == 1 and "not known what that name means" in said.err, guessed
    assert planned("check", "--mend").code == 0
    assert [(row["note"], row["group"]) for row in planned("entries", "--json").json] == [
        ("first", "lyon-ux"),
        ("second", "lyon-ux"),
    ]
    assert planned("person", "list", "--json").json == []


def test_candidates_alone_wait_to_be_selected(planner: Planner) -> None:
    planner("group", "add", "Lyon UX", "--standing", "candidate")
    said = " ".join(planner("week").out.split())
    assert "1 group waits to be selected: planner group edit lyon-ux --standing selected" in said
    assert planner("group", "edit", "lyon-ux", "--standing", "selected").code == 0
    assert "waits to be selected" not in planner("week").out


def test_what_reads_says_that_undo_is_damaged(planned: Planner, tmp_path: Path) -> None:
    (tmp_path / "home/undo.json").write_text("gar")
    for _ in range(2):
        said = planned("week")
        assert said.code == 1 and "Lyon UX" in said.out and "undo.json is damaged" in said.err


def test_what_a_damaged_book_held_is_null_in_json_and_never_an_empty_list(planned: Planner, tmp_path: Path) -> None:
    planned("log", "m 25 lyon-ux @Marie")
    (tmp_path / "home/book.json").write_text('{"meta')
    for words in (["group"], ["person"], ["objective"], ["meet"]):
        assert planned(*words, "list", "--json").json is None, words
    assert planned("ties", "--json").json is planned("next", "--json").json is None
    assert (planned("audit", "--json").json["groups"], planned("audit", "--json").json["unread"]) == (
        None,
        ["book.json"],
    )
    review = planned("review", "--json").json
    assert {review[name] for name in ("objectives", "to_answer", "groups", "people")} == {None}
    week = planned("week", "--json").json
    assert {week[name] for name in ("objectives", "coming", "to_confirm", "follow_ups")} == {None}
    assert week["logged"]["meeting"] == 25 and week["unread"] == review["unread"] == ["book.json"]
    told = planned("review").out
    for section in ("MEETINGS TO ANSWER", "OBJECTIVES", "VERDICTS"):
        assert told.partition(f"{section}\n")[2].startswith("  book.json cannot be read"), section
    assert "book.json cannot be read" in planned("status").out


@pytest.mark.parametrize("format_", ["ics", "vcard", "opml", "json"])
def test_no_export_is_written_of_a_damaged_book(planned: Planner, tmp_path: Path, format_: str) -> None:
    (tmp_path / "home/book.json").write_text('{"meta')
    for words in ([], [str(tmp_path / "out")]):
        said = planned("export", format_, *words)
        assert (said.code, said.out) == (1, "") and "book.json cannot be read" in said.err
    assert not (tmp_path / "out").exists()


def test_the_list_of_feeds_stays_while_the_book_is_damaged_and_follows_then(planned: Planner, tmp_path: Path) -> None:
    feeds = tmp_path / "home/feeds.opml"
    planned("group", "add", "News", "--nature", "feed", "--feed", "https://news.org/rss")
    planned("log", "c 5 lyon-ux", now="2026-11-27T18:40:00+01:00")  # a backup is made
    (tmp_path / "home/book.json").write_text('{"meta')
    planned("group", "add", "More", "--nature", "feed", "--feed", "https://more.org/rss")
    assert "news.org" in feeds.read_text() and "more.org" not in feeds.read_text()
    assert planned("check", "--mend").code == 0
    assert "news.org" in feeds.read_text() and "more.org" in feeds.read_text()
