"""What checks a change elsewhere: the same .ci/run, on each Python and system that the package says it runs on."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
WORKFLOW = (REPOSITORY / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
HOOKS = (REPOSITORY / ".pre-commit-config.yaml").read_text(encoding="utf-8")
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CLASSIFIERS = PROJECT["classifiers"]


def told(key: str) -> set[str]:
    """What the workflow's matrix has in a list."""
    (values,) = re.findall(rf"^ +{key}: \[(.+)\]$", WORKFLOW, re.M)
    return {value.strip('" ') for value in values.split(",")}


def test_every_python_that_the_package_names_is_run_and_no_other() -> None:
    assert told("python") == {
        one.removeprefix("Programming Language :: Python :: ") for one in CLASSIFIERS if "3." in one
    }


def test_every_system_that_the_package_names_is_run_and_no_other() -> None:
    runs_on = {"ubuntu-latest": "POSIX :: Linux", "macos-latest": "MacOS", "windows-latest": "Microsoft :: Windows"}
    named = {one.removeprefix("Operating System :: ") for one in CLASSIFIERS if one.startswith("Operating System")}
    assert {runs_on[system] for system in told("os")} == named


def test_elsewhere_the_same_checks_are_run() -> None:
    assert re.search(r"^ +run: \.ci/run$", WORKFLOW, re.M)
    assert re.search(r"^ +entry: .+\.ci/run", HOOKS, re.M)
    assert os.name == "nt" or os.access(REPOSITORY / ".ci" / "run", os.X_OK)


def test_hooks_are_our_own_and_come_with_the_extra_that_tests_need() -> None:
    assert re.findall("repo: (.+)", HOOKS) == ["local"]
    brings = {"ruff": "ruff", "mypy": "mypy", "lint-imports": "import-linter"}
    needed = {re.split("[>=<]", one)[0] for one in PROJECT["optional-dependencies"]["test"]}
    commands = set(re.findall(r"\.venv/bin/(\S+)", HOOKS))
    assert commands == brings.keys() and set(brings.values()) <= needed
