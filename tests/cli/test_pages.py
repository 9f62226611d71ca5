"""Every thing that a command does has a page of its own."""

from __future__ import annotations

import re
import shlex
from importlib import import_module

import pytest

from planner.__main__ import main
from planner.cli.export_command import FORMATS
from planner.cli.import_command import formats
from planner.cli.pages import PAGES
from tests.cli.conftest import Planner

EVERY = [(command, act) for command, acts in PAGES.items() for act in acts]


def page(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command prints of itself."""
    with pytest.raises(SystemExit) as left:
        main([*words, "--help"], {"PLANNER_LANG": "en"})
    assert left.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(("command", "act"), EVERY)
def test_a_page_speaks_of_its_act_alone(command: str, act: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = page(capsys, command, act)
    assert text.startswith(f"usage: planner {command} {act} ")
    others = [other for other in PAGES[command] if other != act]
    assert not any(f"planner {command} {other} " in text for other in others)
    assert f"planner {command} {act}" in text.split("\n\n", 1)[1]


def test_a_page_has_the_options_that_go_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert page(capsys, "plan", "suggest") == (
        "usage: planner plan suggest [-h] [--json] [--week WEEK] [--apply] [MINUTES]\n\n"
        "planner plan suggest 240 --apply  share 240 minutes over the selected groups\n\n"
        "positional arguments:\n  [MINUTES]\n\n"
        "options:\n  -h, --help   show this help message and exit\n  --json       print JSON\n"
        "  --week WEEK  of another week, such as next or 2026-W49\n  --apply      keep what is suggested\n"
    )
    assert "--apply" not in page(capsys, "plan", "copy")
    assert "--map" not in page(capsys, "import", "ics")
    assert "show:" not in page(capsys, "person", "edit")


@pytest.mark.parametrize("words", [["log"], ["plan"], ["plan", "set"]])
def test_a_page_says_its_own_words_in_her_language(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*words, "--help"], {"PLANNER_LANG": "fr"})
    text = capsys.readouterr().out
    assert text.startswith(f"usage\u00a0: planner {' '.join(words)} [-h]")
    assert "montrer cette aide" in text and "show this help" not in text and "positional" not in text


def test_what_takes_a_feed_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--feed" in page(capsys, "group", "feed") and "--feed" in page(capsys, "audit", "take")
    assert "why you left or parked it" in page(capsys, "group", "park")


def test_a_complaint_is_said_in_her_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit"], {"PLANNER_LANG": "fr"}) == 2
    assert capsys.readouterr().err.replace("\u00a0", " ").startswith("planner : il manque : ID")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["edit"], "il manque : ID"),
        (["undo", "--nothing"], "arguments inconnus : --nothing"),
        (["edit", "3", "--minutes"], "--minutes : une valeur est attendue"),
        (["undo", "--json=yes"], "--json : la valeur 'yes' est de trop"),
    ],
)
def test_every_complaint_of_argparse_is_said_in_her_language(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words, {"PLANNER_LANG": "fr"}) == 2
    said = capsys.readouterr().err.replace("\u202f", " ").replace("\u00a0", " ")
    assert said.startswith(f"planner : {complaint}") and f" ; « planner {words[0]} --help » " in said


@pytest.mark.parametrize("command", ["group", "objective", "person", "meet"])
def test_every_act_has_a_page(command: str) -> None:
    assert set(import_module(f"planner.cli.{command}_command").ACTS) == set(PAGES[command])


def test_every_format_has_a_page() -> None:
    assert set(FORMATS) == set(PAGES["export"]) and set(formats()) == set(PAGES["import"])


def test_a_format_takes_the_options_that_its_page_shows() -> None:
    for name, page in PAGES["import"].items():
        assert set(page.only or ()) == {*formats()[name].options, "dry_run"}


def test_help_of_the_whole_command_stays_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert "planner plan copy" in page(capsys, "plan")
    assert "planner log" in page(capsys, "log", "c")


def _shown(command: str) -> list[str]:
    """What the text of a command shows to type."""
    text = import_module(f"planner.cli.{command}_command").__doc__ or ""
    return [re.split(" {2,}", line)[0] for line in text.splitlines() if line.startswith("planner ")]


@pytest.mark.parametrize(
    "line",
    [
        *_shown("log"),
        *(line for line in _shown("start") if line.split()[2:] not in ([], ["14:30"])),  # those are for one that runs
        *(line for line in _shown("group") if line.split()[2] in ("show", "edit", "park", "leave", "feed")),
    ],
)
def test_what_a_help_shows_works_with_the_groups_of_the_readme(planner: Planner, line: str) -> None:
    for words in (
        ["group", "add", "Lyon UX", "--upkeep", "60"],
        ["group", "add", "PMI France", "--upkeep", "45"],
        ["objective", "add", "Be visible to decision-makers", "--aim", "visibility", "--contributions", "2"],
        ["log", 'm 1h pmi @"Marie Dupont" coffee yesterday 17:00'],
    ):
        assert planner(*words).code == 0
    said = planner(*shlex.split(line)[1:])
    assert (said.code, said.err) == (0, "")
