"""The manual's page has all that the helps have, and is set without a complaint."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from planner.cli.commands import COMMANDS, Command
from planner.cli.manual import SET, manual
from planner.domain.cells import cells
from planner.locale import speak_as
from tests.cli.conftest import Planner


def test_it_is_printed_as_it_stands(planner: Planner) -> None:
    assert planner("--man").out == manual()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_has_every_command_with_its_text_and_its_options(language: str) -> None:
    speak_as(language)
    set_as = re.sub(r"^\.(PP|nf|fi)\n|\\f[BIR]|\\&", "", manual(), flags=re.MULTILINE)
    page = set_as.replace("\\-", "-").replace("\\e", "\\")
    for name in COMMANDS:
        command = Command(name)
        assert f".SS planner {name}\n" in page and " ".join(command.text.split()) in " ".join(page.split())
        assert all(option in page for option in command.parser()._option_string_actions if option != "--json")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff")
def test_it_is_set_without_a_complaint(language: str) -> None:
    speak_as(language)
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww"], input=manual(), capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stderr == ""
    assert "lyon-ux" in ran.stdout


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_set_as_it_is_written_fits_a_terminal_of_80(language: str) -> None:
    speak_as(language)
    parts = re.findall(r"^\.nf\n(.*?)^\.fi$", manual(), re.DOTALL | re.MULTILINE)
    printed = [re.sub(r"\\(?=-)|\\&", "", line) for part in parts for line in part.splitlines()]
    assert printed and [line for line in printed if cells(line) > SET and " " in line.strip()] == []
