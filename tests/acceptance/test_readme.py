"""The README tells the truth: its files are there, its commands exist, and its lines do what they say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from planner.__main__ import main
from planner.cli.commands import COMMANDS
from planner.cli.pages import PAGES
from planner.domain.grammar.setting_rows import SETTINGS

REPOSITORY = Path(__file__).parents[2]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def blocks(paper: str) -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```$", paper, re.M | re.S)


def lines_of(paper: str) -> list[str]:
    return [line for block in blocks(paper) for line in block.splitlines() if line.startswith("planner ")]


LINES = lines_of(README)
LINKS = sorted(set(re.findall(r"(?:\]\(|^\[\w+\]: )([^)\n]+)", README, re.M)))
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]

#: Where a file of ours is read, and where a picture comes from: the package index shows the README alone.
SOURCE = PROJECT["urls"]["Repository"] + "/blob/main/"
PICTURES = SOURCE.replace("github.com", "raw.githubusercontent.com").replace("/blob/", "/")


@pytest.mark.parametrize("target", LINKS, ids=[link.rpartition("/")[2] for link in LINKS])
def test_what_it_links_to_is_there(target: str) -> None:
    within = re.sub(rf"^({re.escape(SOURCE)}|{re.escape(PICTURES)})", "", target)
    assert within != target and (REPOSITORY / within).is_file()
    assert target.startswith(PICTURES) == target.endswith(".svg")


def test_it_names_the_package_that_is_installed() -> None:
    assert f"called `{PROJECT['name']}`" in README


def test_its_table_names_every_command_and_no_other() -> None:
    named = {words.split()[0] for row in re.findall(r"^\| (`.*?) \|", README, re.M) for words in row.split("`")[1::2]}
    parts = {word for words in PAGES.values() for word in words} - COMMANDS.keys()
    assert named - parts == COMMANDS.keys()


def test_its_settings_are_those_of_the_rows_and_each_value_may_stand() -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```$", README, re.M | re.S)
    told = [tuple(re.fullmatch("(.+?) = .*?# (.+)", line).groups()) for line in block.splitlines()]  # type: ignore[union-attr]
    assert told == [(setting.key, setting.sentence()) for setting in SETTINGS]
    held = tomllib.loads(block)
    for setting in SETTINGS:
        assert setting.usual in (None, "", setting.meant(held[setting.key])), setting.key


@pytest.mark.parametrize("mark", ["run-command", "test-command"])
def test_the_checks_can_find_its_two_commands(mark: str) -> None:
    assert re.search(rf"^<!-- {mark} -->\n```sh\npython3 .+\n```$", README, re.M)


def test_its_lines_work_one_after_the_other_on_a_first_day(home: Path) -> None:
    environment = {**os.environ, "PLANNER_HOME": str(home), "PLANNER_NOW": "2026-11-26T22:00:00+01:00"}
    for line in LINES:
        command = [sys.executable, "-m", *shlex.split(line)]
        ran = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert (ran.returncode, ran.stderr) == (0, ""), line
    assert len(LINES) == 20


def test_the_french_ones_lines_work_in_french(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    french = (REPOSITORY / "planner/locale/README.fr.md").read_text(encoding="utf-8")
    environment = {"PLANNER_HOME": str(home), "PLANNER_NOW": "2026-11-26T22:00:00+01:00", "PLANNER_LANG": "fr"}
    lines = lines_of(french)
    assert [line for line in lines if main(shlex.split(line)[1:], environment)] == []
    assert len(lines) == 20 and not re.search("read as|lu comme|error", capsys.readouterr().out, re.IGNORECASE)


@pytest.mark.skipif(os.name == "nt", reason="~ is another folder there")
def test_two_machines_are_set_up_and_synced_by_its_lines_alone(tmp_path: Path) -> None:
    begin, set_up = (line.strip() for line in re.findall(r"^    (?:git init|planner sync) .*$", README, re.M))
    here = {**os.environ, "HOME": str(tmp_path), "GIT_CONFIG_GLOBAL": os.devnull, "PLANNER_NOW": "2026-11-26T22:00"}

    def run(line: str, machine: str = "") -> str:
        command = shlex.split(line.replace("~", str(tmp_path)))
        command = [sys.executable, "-m", *command] if command[0] == "planner" else command
        environment = {**here, "PLANNER_HOME": str(tmp_path / machine)}
        ran = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert (ran.returncode, "fatal" in ran.stderr) == (0, False), (line, ran.stderr)
        return ran.stdout

    run("planner group add 'Lyon UX'", "laptop")
    run(begin)
    run(set_up, "laptop")
    run(set_up, "desk")
    run("planner log c 25 lyon-ux answered", "desk")
    run("planner sync", "desk")
    run("planner sync", "laptop")
    assert "answered" in run("planner entries", "laptop")
