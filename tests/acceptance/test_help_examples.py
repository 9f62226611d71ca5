"""What the helps show to type works on the home that the README makes, wherever that has what it speaks of."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from planner.__main__ import main

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

#: Those that only add, or change what the README's home has.
TRIED = {
    "group": ("add", "list", "show", "edit", "park", "leave", "feed", "merge"),
    "objective": ("add", "list", "show", "edit", "reach", "drop"),
    "person": ("add", "list", "show", "edit", "rest", "doubles", "growth"),
}


def typed(command: str) -> list[list[str]]:
    """The lines that a help shows, as words."""
    text = import_module(f"planner.cli.{command}_command").__doc__ or ""
    lines = re.findall(r"^ *planner ((?:(?!  ).)+)", text, flags=re.MULTILINE)
    return [shlex.split(re.sub(r" \[.*?\]", "", line)) for line in lines if line.split()[1] in TRIED[command]]


def test_the_examples_of_a_help_work_one_by_one_and_leave_names_that_were_clear_clear(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [line for block in re.findall(r"^```sh\n(.*?)^```$", README, re.M | re.S) for line in block.splitlines()]
    made = [shlex.split(line)[1:] for line in lines if line.startswith("planner ") and "week" not in line]
    for command in TRIED:
        for words in typed(command):
            environment = {
                "PLANNER_HOME": str(tmp_path / re.sub(r"\W", "-", " ".join(words))),
                "PLANNER_NOW": "2026-11-26T22:00:00+01:00",
                "PLANNER_LANG": "en",
            }
            for known in made:
                main(known, environment)
            capsys.readouterr()
            assert main(words, environment) == 0, (words, capsys.readouterr().err)
            gone = {"merge": "pmi", "feed": "lyon-ux"}.get(words[1], "")
            for name in {"pmi", "lyon-ux"} - {gone}:
                assert main(["group", "show", name], environment) == 0, (words, name)
            assert main(["person", "show", "marie"], environment) == 0, words
