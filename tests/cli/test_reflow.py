"""What a command says of itself keeps to the width of the page, in both languages, and nothing of it is lost."""

from __future__ import annotations

import re

import pytest

from planner.__main__ import main
from planner.cli.commands import COMMANDS
from planner.cli.reflow import reflowed
from planner.domain.cells import cells
from tests.cli.conftest import Planner

TEXT = """The log.

planner log c 25 lyon-ux answered a question
planner stop --keep all           all of it

toggl   A detailed report as CSV, into the log: a project becomes
        a group.
ics     A calendar."""


def shown(capsys: pytest.CaptureFixture[str], name: str, language: str) -> str:
    with pytest.raises(SystemExit):
        main([name, "--help"], {"PLANNER_LANG": language})
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_help_is_wider_than_the_page(
    name: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = shown(capsys, name, language)
    monkeypatch.setenv("COLUMNS", "60")
    narrow = shown(capsys, name, language)
    assert all(cells(line) <= 60 for line in narrow.splitlines())
    assert re.sub(r"\s", "", narrow) == re.sub(r"\s", "", wide)


def test_a_text_stays_as_it_is_written_where_there_is_room() -> None:
    assert reflowed(TEXT, 80) == TEXT.splitlines()


def test_what_explains_something_keeps_its_column_or_stands_under_it() -> None:
    assert reflowed(TEXT, 36) == [
        "The log.",
        "",
        "planner log c 25 lyon-ux",
        "    answered a question",
        "planner stop --keep all",
        "    all of it",
        "",
        "toggl   A detailed report as CSV,",
        "        into the log: a project",
        "        becomes a group.",
        "ics     A calendar.",
    ]


def test_a_reason_wraps_to_the_page(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = planner("log", "zzz", "qqq").err
    monkeypatch.setenv("COLUMNS", "40")
    narrow = planner("log", "zzz", "qqq").err
    assert all(cells(line) <= 40 for line in narrow.splitlines())
    assert narrow.split() == wide.split()
