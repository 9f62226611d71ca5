"""What the helps show to type works on the home that the README makes; where a help says what must be there first, once
that is there."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.__main__ import main
from planner.cli.commands import COMMANDS

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

EARLIER, NOW, LATER = (f"2026-11-{day}T22:00:00+01:00" for day in (25, 26, 28))

#: Those that only add, or change what the README's home has.
TRIED = {
    "group": ("add", "list", "show", "edit", "park", "leave", "feed", "merge"),
    "objective": ("add", "list", "show", "edit", "reach", "drop"),
    "person": ("add", "list", "show", "edit", "rest", "doubles", "growth"),
}

#: What a help says must be there first, by how the example begins.
FIRST = {
    "stop --keep": ["start c lyon-ux 18:00"],
    "imports undo": ["import vcard contacts.vcf", "import opml feeds.opml"],
    "plan follow": ["group park pmi"],
    "plan copy": ["plan suggest 240 --apply --week last"],
    "drift --not-this-week": ["log w 3h lyon-ux"],
    "redo": ["undo"],
    "import activitywatch": ["group edit lyon-ux --address https://www.linkedin.com/groups/77"],
    "cancel": ["start c lyon-ux"],
    "company join": ['person add "Lea Roy" --company "Acme Lyon"'],
    "remove": ["log c 20 lyon-ux"],
    "meet": ['meet add "fri 18:00 1h lyon-ux"'],
    "next": ['next marie "call her mon"'],
}

DATA = Path(__file__).parents[1] / "data"

#: Files of other programs, and what stands in one of each.
FILES = {
    "Toggl_time_entries.csv": "Project,Description,Start date,Start time,Duration,Tags\n"
    "Career,read,2026-11-20,10:00:00,00:20:00,\n",
    "contacts.vcf": "BEGIN:VCARD\nVERSION:4.0\nFN:Ida Berg\nEND:VCARD\n",
    "feeds.opml": '<opml version="2.0"><body><outline text="UX" xmlUrl="https://ux.example/rss"/></body></opml>',
    ".calendars/home/a.ics": "BEGIN:VCALENDAR\n"
    "BEGIN:VEVENT\nUID:a\nDTSTART:20261203T100000Z\nEND:VEVENT\nEND:VCALENDAR\n",
    ".config/watson/frames": (DATA / "watson_frames").read_text(encoding="utf-8"),
    ".timewarrior/data/2026-11.data": (DATA / "timewarrior.data").read_text(encoding="utf-8"),
    "hours.csv": "Day,From,To,What\n2026-11-20,10:00,10:30,UX\n",
    "buckets.json": (DATA / "activitywatch_export.json").read_text(encoding="utf-8"),
}
CONNECTIONS = "First Name,Last Name,URL,Company,Position,Connected On\nIda,Berg,,Acme,Buyer,07 Dec 2025\n"


def readme_lines() -> list[list[str]]:
    """What the README has typed, but for what only tells."""
    lines = [line for block in re.findall(r"^```sh\n(.*?)^```$", README, re.M | re.S) for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("planner ") and "week" not in line]


def shown(command: str) -> list[str]:
    """The lines that a help shows to type, without ``planner``."""
    text = import_module(f"planner.cli.{command.replace('-', '_')}_command").__doc__ or ""
    lines = re.findall(rf"^ *planner ({command}\b(?:(?!  ).)*)", text, flags=re.MULTILINE)
    return [re.sub(r" \[.*?\]", "", line) for line in lines]


def typed(command: str) -> list[list[str]]:
    """The lines that a help shows of what only adds or changes, as words."""
    return [shlex.split(line) for line in shown(command) if line.split()[1] in TRIED[command]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "PLANNER_HOME": str(tmp_path / "home"),
        "PLANNER_NOW": NOW,
        "PLANNER_LANG": "en",
    }


def test_the_examples_of_a_help_work_and_leave_clear_names_clear(
    tmp_path: Path, environment: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "made"
    environment["PLANNER_HOME"] = str(made)
    for known in readme_lines():
        main(known, environment)
    for command in TRIED:
        for words in typed(command):
            if words == ["person", "add", "M. Dupont"]:
                continue
            home = tmp_path / re.sub(r"\W", "-", " ".join(words))
            shutil.copytree(made, home)
            environment["PLANNER_HOME"] = str(home)
            capsys.readouterr()
            assert main(words, environment) == 0, (words, capsys.readouterr().err)
            gone = {"merge": "pmi", "feed": "lyon-ux"}.get(words[1], "")
            for name in {"pmi", "lyon-ux"} - {gone}:
                assert main(["group", "show", name], environment) == 0, (words, name)
            assert main(["person", "show", "marie"], environment) == 0, words


def test_the_examples_of_every_help_work_in_their_order(
    tmp_path: Path, environment: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(words: list[str]) -> str:
        capsys.readouterr()
        assert main(words, environment) == 0, (words, capsys.readouterr().err)
        return capsys.readouterr().out

    def first_of(words: list[str]) -> str:
        return str(json.loads(run([*words, "--json"]))[0]["id"])

    made = tmp_path / "made"
    environment["PLANNER_HOME"] = str(made)
    run(["config", "language", "en"])
    for known in readme_lines():
        run(known)
    for command in COMMANDS:
        home, files = tmp_path / command, tmp_path / f"{command}-files"
        shutil.copytree(made, home)
        shutil.copytree(made, files / "old-home")
        for name, text in FILES.items() if command in ("import", "imports", "map") else ():
            (files / name).parent.mkdir(parents=True, exist_ok=True)
            (files / name).write_text(text, encoding="utf-8")
        environment["PLANNER_HOME"] = str(home)
        monkeypatch.chdir(files)
        if command == "import":
            run(["export", "json", "home.json"])
            with ZipFile("Complete_LinkedInDataExport.zip", "w") as archive:
                archive.writestr("Connections.csv", CONNECTIONS)
        run(["backup", str(files / "planner-2026-11.zip")])
        if command == "restore":  # the first change of a day makes its backup
            environment["PLANNER_NOW"] = EARLIER
            run(["group", "edit", "lyon-ux", "--upkeep", "45"])
        for line in shown(command):
            first = next((FIRST[start] for start in FIRST if line.startswith(start)), [])
            environment["PLANNER_NOW"] = NOW
            for each in first:
                run(shlex.split(each))
            words = shlex.split(re.split(r" [<>] ", line)[0].replace("~", str(files)))
            if words[:2] == ["group", "paste"]:
                continue  # it reads a list
            if any(re.fullmatch("7k2p|k3f9.*", word) for word in words):
                of = {"meet": ["meet", "list"], "brief": ["meet", "list"], "next": ["next"]}.get(
                    command, ["entries", "--since", "2026-11-01"]
                )
                id_ = first_of(of)
                words = [id_ if re.fullmatch("7k2p|k3f9.*", word) else word for word in words]
            if command == "backup" and "--verify" not in words:
                words[1] = str(files / "another.zip")
            environment["PLANNER_NOW"] = LATER if line.startswith(("meet held", "meet missed")) else NOW
            run(words)
