"""Where her things are, and how the command ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from planner.__main__ import folders


def test_one_folder_holds_everything_where_she_names_it(tmp_path: Path) -> None:
    assert folders({"PLANNER_HOME": str(tmp_path)}) == (str(tmp_path), str(tmp_path))


@pytest.mark.parametrize("base", ["", "/srv/data", "not/absolute"])
def test_else_it_is_where_the_platform_keeps_such_things(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, base)
    there = {"XDG_DATA_HOME": base, "XDG_CONFIG_HOME": base}
    data = platformdirs.user_data_dir("planner", appauthor=False)
    config = platformdirs.user_config_dir("planner", appauthor=False)
    assert folders(there) == (data, config)


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planner", *words], env=environment, capture_output=True, text=True, check=False
    )


def test_everything_printed_arrives_and_the_exit_code_with_it(tmp_path: Path) -> None:
    home = {"PLANNER_HOME": str(tmp_path), "PLANNER_LANG": "en"}
    assert run("--version", **home).stdout.startswith("planner ")
    assert "--json" in run("log", "--help", **home).stdout
    refused = run("log", "nonsense", **home)
    assert (refused.returncode, refused.stdout) == (2, "") and refused.stderr.startswith("planner: ")


def test_a_reader_that_has_seen_enough_gets_no_traceback(tmp_path: Path) -> None:
    line = f"{sys.executable} -m planner --help | true"
    ended = subprocess.run(line, shell=True, env={"PLANNER_HOME": str(tmp_path)}, capture_output=True, check=False)
    assert ended.stderr == b""
