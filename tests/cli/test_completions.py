"""What shells complete: commands, options and their values, and names of hers."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli.commands import COMMANDS, Command
from planner.cli.completion_scripts import AFTER, SCRIPTS, VALUES, VALUES_OF
from planner.cli.completions_command import SOURCES
from planner.cli.pages import PAGES
from planner.domain.grammar.setting_rows import SETTINGS
from tests.cli.conftest import Planner

#: What was typed, the last word under way, and words that it may become.
TYPED = [
    (["gro"], ["group"]),
    (["group", ""], ["add", "paste", "list", "show", "edit", "park", "leave", "feed", "merge", "remove"]),
    (["group", "show", ""], ["lyon-ux", "pmi-france"]),
    (["group", "edit", "pmi-france", "--st"], ["--standing"]),
    (["group", "edit", "pmi-france", "--nature", "e"], ["event-series"]),
    (["log", "c", "25", "ly"], ["lyon-ux"]),
    (["log", "c", "25", "@", "ma"], ["@marie-dupont"]),
    (["log", "c", "25", "@ma"], ["@marie-dupont"]),
    (["entries", "--group", "=", "p"], ["pmi-france"]),
    (["entries", "--kind", "w"], ["watching"]),
    (["entries", "--text", ""], []),
    (["objective", "show", ""], ["be-visible"]),
    (["audit", "take", "lyon-ux", "par"], ["park"]),
    (["week", "2026-W48"], ["2026-W48"]),
    (["ties", "--by", "n"], ["name", "next-step"]),
    (["config", "review_"], ["review_day", "review_hour"]),
    (["config", "review_day", "f"], ["friday"]),
    (["config", "theme", "planner-d"], ["planner-dark"]),
    (["keys", "week.pl"], ["week.plan"]),
    (["trends", "--weeks", ""], ["12", "26", "52", "all"]),
    (["drift", "--not-this-week", "c"], ["cap"]),
    (["conflicts", "keep", "b"], ["both"]),
    (["import", "toggl", "--doubles", "s"], ["same"]),
    (["undo", "9"], ["9"]),
]


@pytest.fixture
def known(planned: Planner) -> Planner:
    """Two groups, somebody, an objective, a meeting to come and a step."""
    for words in (
        ["log", 'm 1h lyon-ux @"Marie Dupont" coffee 10:00'],
        ["log", "c 25 pmi answered"],
        ["objective", "add", "Be visible", "--aim", "visibility"],
        ["meet", "add", "fri 12:30 45m @marie lyon-ux lunch"],
        ["next", "marie", "I owe the deck fri"],
        ["person", "edit", "marie", "--company", "Acme Lyon"],
    ):
        assert planned(*words).code == 0
    return planned


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_script_knows_every_command(planned: Planner, shell: str) -> None:
    script = planned("completions", shell).out
    assert all(command in script for command in COMMANDS)


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes_what_may_follow(known: Planner, tmp_path: Path) -> None:
    script = tmp_path / "planner.bash"
    script.write_text(known("completions", "bash").out, encoding="utf-8")
    tries = "\n".join(
        f'COMP_WORDS=(planner {shlex.join(words)}); COMP_CWORD={len(words)}; _planner; echo "${{COMPREPLY[*]}}"'
        for words, _ in TYPED
    )
    planner = f'planner() {{ {shlex.quote(sys.executable)} -m planner "$@"; }}'
    ran = subprocess.run(
        ["bash", "-c", f"{planner}\nsource {shlex.quote(str(script))}\n{tries}"],
        env={**os.environ, "PLANNER_HOME": str(tmp_path / "home"), "PLANNER_NOW": "2026-11-26T18:40:00+01:00"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stdout.splitlines() == [" ".join(words) for _, words in TYPED]


def test_each_source_says_words_and_what_opaque_ones_stand_for(known: Planner) -> None:
    said = {source: known("completions", source).out.splitlines() for source in SOURCES}
    assert said["groups"] == ["lyon-ux", "pmi-france"] and said["people"] == ["marie-dupont"]
    assert said["objectives"] == ["be-visible\tBe visible"] and said["companies"] == ["Acme Lyon"]
    assert said["weeks"][:4] == ["this", "last", "next", "2026-W48"]
    assert [line.partition("\t")[2] for line in said["entries"]] == [
        "11-26 18:15 PMI France answered",
        "11-26 10:00 Lyon UX coffee",
    ]
    assert said["meetings"][0].endswith("\t11-27 12:30 lunch") and len(said["meetings"]) == 1
    assert said["steps"][0].endswith("\tMarie Dupont: the deck") and len(said["steps"]) == 1


def test_whatever_is_offered_may_stand_where_it_is_offered() -> None:
    options = {
        f"{command} {option}" for command in COMMANDS for option in Command(command).parser()._option_string_actions
    }
    assert VALUES_OF.keys() <= options
    assert VALUES.keys() <= {name.partition(" ")[2] for name in options}
    assert {name.partition(" ")[0] for name in AFTER} <= COMMANDS.keys()
    acts = {"config": [setting.key for setting in SETTINGS], "conflicts": ["keep"], **PAGES}
    assert all(act in acts[command] for command, _, act in (name.partition(" ") for name in AFTER) if act)
    asked = {
        word[1:]
        for words in (*VALUES.values(), *VALUES_OF.values(), *AFTER.values())
        for word in words
        if word[0] == "$"
    }
    assert asked == SOURCES.keys()


def test_asking_is_as_quick_as_a_status(known: Planner, tmp_path: Path) -> None:
    def loaded(command: str) -> set[str]:
        code = "import sys; from planner.__main__ import main; main(sys.argv[1:]); print(*sys.modules)"
        ran = subprocess.run(
            [sys.executable, "-c", code, *command.split()],
            env={**os.environ, "PLANNER_HOME": str(tmp_path / "home"), "PLANNER_NOW": "2026-11-26T18:40:00+01:00"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return set(ran.stdout.splitlines()[-1].split())

    more = loaded("completions groups") - loaded("status")
    assert more == {"planner.cli.completions_command"}


def test_what_a_french_shell_offers_is_french_and_understood(planned: Planner) -> None:
    script = planned("completions", "bash", PLANNER_LANG="fr").out
    assert all(
        words in script for words in ("habituel tout rien", "rarement habituel", "12 26 52 toutes", "1 2 les-deux")
    )
    weeks = planned("completions", "weeks", PLANNER_LANG="fr").out.split()[:3]
    assert weeks == ["cette", "dernière", "prochaine"]
    for week in weeks:
        assert planned("week", week, PLANNER_LANG="fr").code == 0
    assert planned("config", "warn", "habituel", PLANNER_LANG="fr").code == 0
    for quarter in ("ce", "dernier"):
        assert planned("trends", "--quarter", quarter, PLANNER_LANG="fr").code == 0


def test_all_that_a_plan_does_is_offered() -> None:
    assert [*PAGES["plan"]] == ["show", "set", "suggest", "follow", "copy", "short"]
