"""What importing costs and who may know whom, seen from a fresh interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

import planner
import planner.domain

ROOMS_OF_OURS = ("planner.store", "planner.desk", "planner.interop", "planner.cli", "planner.tui", "planner.clock")

#: Each of these costs a command a good part of what starting Python costs.
HEAVY = (
    "textual",
    "rich",
    "watchdog",
    "dataclasses",
    "dateutil.parser",
    "dateutil.relativedelta",
    "platformdirs",
    "pathlib",
    "logging",
    "tempfile",
    "statistics",
    "zoneinfo",
    "hashlib",
    "rapidfuzz",
    "icalendar",
    "recurring_ical_events",
    "vobject",
    "tomlkit",
)

ROOT = Path(planner.domain.__path__[0])
#: The rules, those at the root first, which are what all others stand on.
DOMAIN = sorted(
    (".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.rglob("*.py") if path.stem != "__init__"),
    key=lambda name: (name.count("."), name),
)


def modules_after(code: str, **environment: str) -> set[str]:
    """The modules that are loaded once ``code`` has run, beyond those of an interpreter that did nothing."""
    return _modules(code, environment) - _of_python()


@cache
def _of_python() -> set[str]:
    return _modules("", {})


def _modules(code: str, environment: dict[str, str]) -> set[str]:
    return set(_told(code + "\nimport sys; sys.stderr.write('\\n' + ' '.join(sys.modules))", environment))


def _told(code: str, environment: dict[str, str]) -> list[str]:
    """What code tells on the last line of standard error, word by word."""
    return _does(environment, code).splitlines()[-1].split()


def _does(environment: dict[str, str], *code: str) -> str:
    """Run code, all of it in one interpreter; what it tells on standard error."""
    return subprocess.run(
        [sys.executable, "-c", "\n".join(code)],
        env={**os.environ, "PYTHONPATH": str(Path(planner.__path__[0]).parent), **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stderr


#: What reads the lines of steps and appointments; a command that only counts them needs none of it.
LINES = (
    "planner.domain.grammar.step_line",
    "planner.domain.grammar.appointment_line",
    "calendar",
)

#: What reads her settings; it is loaded only where she has some.
SETTINGS = ("tomllib", "planner.store.config", "planner.domain.grammar.setting_rows")


@pytest.mark.parametrize(
    "line", ["log c 25 lyon-ux answered a question", "log m 25 lyon-ux @marie", "status", "status --json", "undo"]
)
def test_a_quick_command_loads_nothing_heavy(home: Path, line: str) -> None:
    def run(*words: str) -> str:
        return f"from planner.__main__ import main; assert main({list(words)!r}) == 0"

    environment = {"PLANNER_HOME": str(home), "PLANNER_LANG": "en", "PLANNER_NOW": "2026-11-26T18:40:00+01:00"}
    _does(
        environment,
        run("group", "add", "Lyon UX"),
        run("next", "@paul", "I owe the deck fri"),
        run("meet", "add", "fri 12:30 @paul lyon-ux"),
    )
    loaded = modules_after(run(*line.split()), **environment)
    assert "planner.store.home" in loaded
    assert loaded.isdisjoint({*HEAVY, *LINES, *SETTINGS})


#: What neither needs while she has no objective, step, meeting, review or timer, and another side of the desk was not
#: asked for.
NOT_ASKED_FOR = (
    *(f"planner.domain.{noun}" for noun in ("alert", "appointment", "held", "objective", "review", "step", "trace")),
    *(f"planner.domain.drift.{part}" for part in ("advice", "announcing", "cusum", "signals")),
    *("planner.domain.people", "planner.domain.timer"),
    *("planner.domain.weeks.progress", "planner.cli.documents", "planner.cli.options", "planner.cli.parser"),
    *(
        f"planner.desk.{side}"
        for side in ("appointments", "audits", "groups", "objectives", "people", "plans", "reviews", "safety", "timer")
    ),
)

#: What a log needs only where it names somebody or an objective.
OF_NAMES = ("planner.domain.grammar.names", "planner.domain.person")

#: What a log needs only where its line may say a day.
OF_DAYS = tuple(f"planner.domain.grammar.{part}" for part in ("dates", "days", "periods", "weekdays"))

#: What no log needs: to put a document into a table is ours, and to take one out again is another command's; and what
#: JSON is to be read and written by is in C. The rest have something of their own in planner, or are for few lines.
OF_OTHERS = (
    *("planner.store.undo", "planner.store.storage", "tinydb"),
    *("contextlib", "datetime", "enum", "json", "re", "typing"),
)

#: What keeping a change takes, and who only asks does not load.
OF_CHANGES = (
    *(f"planner.store.{part}" for part in ("backups", "changeset", "data_file", "images", "steps", "transaction")),
    *("planner.desk.log", "planner.domain.grammar", "planner.domain.person", "unicodedata"),
)


@pytest.mark.parametrize(
    ("line", "never", "most"),
    [
        ("log c 25 lyon-ux answered a question", (*OF_NAMES, *OF_DAYS, *OF_OTHERS), 101),
        ("status", (*OF_CHANGES, *OF_OTHERS), 67),
    ],
)
def test_what_is_typed_all_day_loads_only_what_is_asked(
    home: Path, line: str, never: tuple[str, ...], most: int
) -> None:
    def run(*words: str) -> str:
        return f"from planner.__main__ import main; assert main({list(words)!r}) == 0"

    environment = {"PLANNER_HOME": str(home), "PLANNER_LANG": "en", "PLANNER_NOW": "2026-11-26T18:40:00+01:00"}
    _does(
        environment,
        run("group", "add", "Lyon UX"),
        run("plan", "set", "lyon-ux", "c=60", "w=15"),
        run("log", "w", "5", "lyon-ux"),
    )
    loaded = modules_after(run(*line.split()), **environment)
    assert all(find_spec(name) for name in (*NOT_ASKED_FOR, *never))  # what nobody has could not be loaded
    assert loaded.isdisjoint({*NOT_ASKED_FOR, *never})
    assert sum(module.startswith("planner") for module in loaded) <= most


def test_the_first_page_of_help_asks_settings_for_a_language_only_if_any(home: Path) -> None:
    shows = "from planner.__main__ import main; assert main(['--help']) == 0"
    environment = {"PLANNER_HOME": str(home), "PLANNER_LANG": ""}
    assert modules_after(shows, **environment).isdisjoint({*HEAVY, *SETTINGS, "planner.store"})
    home.mkdir()
    (home / "config.toml").write_text('language = "fr"\n')
    assert "planner.store.config" in modules_after(shows, **environment)


def test_importing_the_command_line_loads_no_screen_and_no_store() -> None:
    loaded = modules_after("import planner.cli")
    assert loaded.isdisjoint({*HEAVY, "tinydb", "planner.tui", "planner.store"})


def test_a_rule_knows_only_rules() -> None:
    """One interpreter imports all of them, and tells with which of them each module came."""
    code = f"""
import sys
came = dict.fromkeys(sys.modules, "Python")
for rule in {DOMAIN!r}:
    __import__(f"planner.domain.{{rule}}")
    came |= dict.fromkeys(sys.modules.keys() - came.keys(), rule)
sys.stderr.write(" ".join(f"{{module}}:{{rule}}" for module, rule in came.items()))"""
    never = {*ROOMS_OF_OURS, *HEAVY, "tinydb", "json", "io", "tomllib", "shutil"} - _of_python()
    came = dict(each.split(":") for each in _told(code, {}))
    assert {module: rule for module, rule in came.items() if module in never} == {}
    assert came["planner.domain.kinds"] in DOMAIN
