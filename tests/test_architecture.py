"""The papers on the whole house: what they name is there, and what happens is what they tell."""

from __future__ import annotations

import ast
import pydoc
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from planner.__main__ import main
from tests.desk.machines import Machines
from tests.papers import REPOSITORY, Rows, anchors, headings, links, names, tables, text_of

PACKAGE = REPOSITORY / "planner"
ARCHITECTURE = tables(text_of("planner/ARCHITECTURE.md"))
PAPERS = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for path in (*PACKAGE.rglob("*.md"), REPOSITORY / "CONTRIBUTING.md", REPOSITORY / "README.md")
)
#: What values are made of is a folder, and a noun.
WINGS = {path.name for path in (PACKAGE / "domain").iterdir() if (path / "__init__.py").exists()} - {"value"}


def named(name: str) -> Any:
    """What stands in planner under a dotted name. Raises ImportError or AttributeError where nothing does."""
    parts = name.removeprefix("planner.").split(".")
    found: Any = import_module("planner")
    for number, part in enumerate(parts, 1):
        if not hasattr(found, part):
            import_module(".".join(("planner", *parts[:number])))
        found = getattr(found, part)
    return found


def _is_dotted(name: str) -> bool:
    """Whether a name is that of something in the code, not of a file or a command."""
    of_a_home = re.fullmatch(r".*\.(?:json|opml|zip)", name)
    return re.fullmatch(r"(?:[a-z_]\w*\.)+[A-Za-z_]\w*", name) is not None and not (_is_file(name) or of_a_home)


def _is_file(name: str) -> bool:
    return re.fullmatch(r"[\w./-]+\.(?:py|md|po|toml)|(?:[\w.-]+/)+", name) is not None


def _stands(name: str) -> bool:
    """Whether a file stands in the repository, in planner, or, named without a folder, anywhere in them."""
    anywhere = [*PACKAGE.rglob(name), *(REPOSITORY / "tests").rglob(name)] if "/" not in name else []
    return any((folder / name).exists() for folder in (REPOSITORY, PACKAGE)) or bool(anywhere)


@pytest.mark.parametrize("paper", ["planner/ARCHITECTURE.md", "planner/DECISIONS.md", "CONTRIBUTING.md"])
def test_every_file_and_name_in_a_paper_is_there(paper: str) -> None:
    said = names(text_of(paper))
    files = [name for name in said if _is_file(name) and "CODE" not in name and name != "config.toml"]
    assert [name for name in files if not _stands(name)] == [] and files
    dotted = [name for name in said if _is_dotted(name)]
    lost = []
    for name in dotted:
        try:
            named(name) if name.partition(".")[0] not in sys.stdlib_module_names else pydoc.resolve(name)
        except (ImportError, AttributeError):
            lost.append(name)
    assert lost == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_heading_of_a_paper_stands_twice(paper: str) -> None:
    said = headings(text_of(paper))
    assert sorted({title for title in said if said.count(title) > 1}) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_paper_links_to_is_there(paper: str) -> None:
    for link in links(text_of(paper)):
        target, _, anchor = link.partition("#")
        if "://" not in link:
            path = (REPOSITORY / paper).parent / target if target else REPOSITORY / paper
            assert path.exists(), link
            assert not anchor or anchor in anchors(path.read_text(encoding="utf-8")), link


def test_each_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    asked = [re.match(r"[\w-]+", dependency) for dependency in project["dependencies"]]
    told = [library for library, _ in tables(text_of("planner/DECISIONS.md"))["Each dependency"]]
    assert told == [found[0] for found in asked if found]


# Who imports whom


def _imported(path: Path) -> Iterator[tuple[str, ...]]:
    """What a file imports of planner, wherever in it, by the parts of its name."""
    package = path.relative_to(REPOSITORY).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = list(package[: len(package) - node.level + 1]) if node.level else []
            module = [*above, *(node.module or "").split(".")] if node.module else above
            found = [[*module, alias.name] for alias in node.names]
        else:
            continue
        yield from (tuple(parts[1:]) for parts in found if parts[0] == "planner" and parts[1:])


def _room(parts: tuple[str, ...]) -> str:
    return parts[0]


def _wing(parts: tuple[str, ...]) -> str:
    return parts[1] if parts[1] in WINGS else "nouns"


def _as_told(rows: Rows) -> dict[str, set[str]]:
    return {room: set(imports.split(", ")) - {"nothing"} for room, _, imports in rows}


def test_a_room_imports_the_rooms_that_the_paper_says_and_no_other() -> None:
    rooms: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        of = _room(path.relative_to(PACKAGE).with_suffix("").parts)
        rooms.setdefault(of, set()).update(_room(parts) for parts in _imported(path) if parts != ("__version__",))
    found = {room: others - {room} for room, others in rooms.items() if room != "__init__"}
    assert found == _as_told(ARCHITECTURE["Rooms"])


def test_a_wing_imports_the_wings_that_the_paper_says_and_no_other() -> None:
    wings: dict[str, set[str]] = {}
    for path in (PACKAGE / "domain").rglob("*.py"):
        of = _wing(path.relative_to(PACKAGE).with_suffix("").parts)
        wings.setdefault(of, set()).update(_wing(parts) for parts in _imported(path) if len(parts) > 1)
    told = _as_told(ARCHITECTURE["Wings of the domain"])
    assert {wing: others - {wing} for wing, others in wings.items()} == {**told, "nouns": set()}


# What happens


class _Walk:
    """The functions of planner that are called while it is open, in the order of their first calls."""

    def __init__(self) -> None:
        self.called: list[CodeType] = []

    def __enter__(self) -> list[CodeType]:
        self._before = sys.getprofile()
        sys.setprofile(self._note)
        return self.called

    def __exit__(self, *_: object) -> None:
        sys.setprofile(self._before)

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code not in self.called and "planner" in frame.f_code.co_filename:
            self.called.append(frame.f_code)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("entry", "log c 25 lyon-ux answered @Marie"),
        ("verdict", "audit take lyon-ux park"),
        ("import", "import toggl log.csv"),
    ],
    ids=["entry", "verdict", "import"],
)
def test_what_a_walk_tells_is_called_in_that_order(
    what: str, words: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {"PLANNER_HOME": str(home), "PLANNER_NOW": "2026-11-26T18:40:00+01:00", "PLANNER_LANG": "en"}
    for before in (["group", "add", "Lyon UX"], ["plan", "set", "lyon-ux", "c=60"]):
        assert main(before, environment) == 0
    monkeypatch.chdir(tmp_path)
    row = "Lyon UX,talk,2026-11-24,18:30:00,2026-11-24,19:00:00,00:30:00,meeting\n"
    Path("log.csv").write_text(f"Project,Description,Start date,Start time,End date,End time,Duration,Tags\n{row}")
    _assert_walked(what, words, environment)


def test_what_the_walk_of_a_sync_tells_is_called_in_that_order(tmp_path: Path) -> None:
    machines = Machines(tmp_path)
    ours, theirs = (
        {"PLANNER_HOME": str(machines.home(name)), "PLANNER_NOW": "2026-11-26T18:40:00+01:00", "PLANNER_LANG": "en"}
        for name in ("desktop", "laptop")
    )
    assert main(["group", "add", "Lyon UX"], ours) == 0
    for environment in (ours, theirs, ours):
        assert main(["sync", "--setup", str(machines.remote)], environment) == 0
        assert main(["log", "c", "25", "lyon-ux"], environment) == 0
    _assert_walked("sync", "sync", theirs)


def _assert_walked(what: str, words: str, environment: dict[str, str]) -> None:
    with _Walk() as called:
        assert main(words.split(), environment) == 0
    walk = [(name, _code(named(name))) for name, _ in ARCHITECTURE[f"The walk of one {what}"]]
    assert [name for name, code in walk if code not in called] == []
    assert [name for name, _ in walk] == [name for name, _ in sorted(walk, key=lambda step: called.index(step[1]))]


def _code(function: Any) -> CodeType:
    found: CodeType = getattr(function, "__wrapped__", function).__code__
    return found
