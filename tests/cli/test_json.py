"""JSON.md and the commands hold each other: what ``--json`` prints, key by key, both ways."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from planner.__main__ import main
from planner.cli.commands import COMMANDS, Command
from planner.cli.import_command import formats
from planner.cli.pages import PAGES
from planner.clock import clock_from
from planner.demo import fill
from planner.domain.appointment import Appointment, Outcome
from planner.domain.deed import Deed, Did
from planner.domain.drift.signals import QUESTIONS
from planner.domain.group import Group, Nature, Role, Standing, Tool
from planner.domain.kinds import FORMS, Kind
from planner.domain.level import Level
from planner.domain.objective import Aim, Counts, Objective, Pursuit
from planner.domain.people.cadence import Whose
from planner.domain.people.doubles import Likeness
from planner.domain.people.thread import Passed
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.ways import By
from planner.domain.people.week_people import Met
from planner.domain.people.why_now import Because
from planner.domain.person import Circle, Formerly, Person
from planner.domain.review import Review, ReviewStep, Verdict
from planner.domain.settings import WARN
from planner.domain.step import Owed, Step, StepState
from planner.domain.value.enums import StrEnum
from planner.domain.week import Week
from planner.domain.weeks.oddities import Oddness
from planner.store.home import Home
from tests.desk.machines import NOBODY, git
from tests.papers import anchors, links, tables, text_of

NOW, NEXT_WEEK = "2026-11-26T18:40:00+01:00", "2026-12-01T09:00:00+01:00"
PAPER = text_of("planner/cli/JSON.md")
TABLES = tables(PAPER)
WORDS = {name: said.split(", ") for name, said in TABLES["Words"]}
PRINTS = {command: type_.split(", ")[0] for command, type_ in TABLES["Commands"]}


class Key(NamedTuple):
    """One key: where the paper has it (``entry.form``), its type, and the note on it."""

    where: str
    type: str
    note: str

    @property
    def sometimes(self) -> bool:
        """Whether it may be left out."""
        return self.note.startswith("when ")


def keys_of(document: str) -> dict[str, Key]:
    """The keys of a document in the paper, those of the documents that it has all of among them."""
    found: dict[str, Key] = {}
    for key, type_, note in TABLES[document]:
        found |= keys_of(type_) if key == "…" else {key: Key(f"{document}.{key}", type_, note)}
    return found


KEYS = {name: keys_of(name) for name in TABLES.keys() - {"How a value is named", "Words", "Commands"}}
ALL_KEYS = {said for keys in KEYS.values() for said in keys.values()}

#: What a value of each plain type is.
PLAIN = {
    "text": lambda value: type(value) is str,
    "sentence": lambda value: type(value) is str,
    "whole": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
    "flag": lambda value: type(value) is bool,
    "moment": lambda value: type(value) is str and datetime.fromisoformat(value).tzinfo is not None,
    "day": lambda value: type(value) is str and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None,
    "week": lambda value: type(value) is str and re.fullmatch(r"\d{4}-W\d\d", value) is not None,
    "month": lambda value: type(value) is str and re.fullmatch(r"\d{4}-\d\d", value) is not None,
}


class Leaf(NamedTuple):
    """What was come to in a document: where by the paper (``entry.form``), of which type, and what it is there."""

    where: str
    type: str
    value: Any


class NotAsWritten(Exception):
    """A document is not what the paper says."""


def leaves(value: Any, type_: str, where: str, *, part: bool = False) -> Iterator[Leaf]:
    """All that is in a value, by the paper. Raises NotAsWritten."""
    if type_.endswith(" or null") or type_ == "null":
        yield Leaf(where, "null", value is None)
        if value is not None:
            yield from leaves(value, type_.removesuffix(" or null"), where)
    elif type_.startswith("list of "):
        _expect(type(value) is list, where, type_, value)
        for each in value:
            yield Leaf(where, "one of a list", True)
            yield from leaves(each, type_.removeprefix("list of "), where)
    elif type_.startswith("a part of "):
        yield from leaves(value, type_.removeprefix("a part of "), where, part=True)
    elif " by " in type_:
        _expect(type(value) is dict, where, type_, value)
        for each in value.values():
            yield Leaf(where, "one by name", True)
            yield from leaves(each, type_.partition(" by ")[0], where)
    elif type_ in KEYS and not (type_ in PLAIN and type(value) is str):
        _expect(type(value) is dict, where, type_, value)
        yield from _inside(value, type_, part=part)
    else:
        is_so = value in WORDS[type_] if type_ in WORDS else PLAIN[type_](value)
        _expect(is_so, where, type_, value)
        yield Leaf(where, type_, value)


def _inside(value: dict[str, Any], document: str, *, part: bool) -> Iterator[Leaf]:
    keys = KEYS[document]
    lacks = {key for key, said in keys.items() if not (said.sometimes or part)} - value.keys()
    _expect(not lacks, document, f"keys {sorted(lacks)}", sorted(value))
    _expect(value.keys() <= keys.keys(), document, "no other key", sorted(value.keys() - keys.keys()))
    for key, each in value.items():
        yield Leaf(keys[key].where, "there", True)
        yield from leaves(each, keys[key].type, keys[key].where)


def _expect(is_so: bool, where: str, what: str, value: Any) -> None:
    if not is_so:
        raise NotAsWritten(f"{where}: the paper says {what}, and there is {value!r}")


class Ran(NamedTuple):
    """One command that was run, and the documents that it printed; in French, too, where it only asks."""

    line: str
    documents: list[Any]
    in_french: list[Any] | None


class Commands:
    """Commands over one home, in this process."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.ran: list[Ran] = []

    def ask(self, line: str, now: str = NOW, code: int = 0) -> Any:
        """Run what changes nothing, in both languages."""
        said, in_french = (self._run(line, now, "", code, language) for language in ("en", "fr"))
        self.ran.append(Ran(line, said, in_french))
        return said[0]

    def do(self, line: str, now: str = NOW, typed: str = "", code: int = 0) -> Any:
        """Run what changes something."""
        said = self._run(line, now, typed, code, "en")
        self.ran.append(Ran(line, said, None))
        return said[0]

    def refused(self, line: str, code: int) -> None:
        """Run what prints no document."""
        assert self._run(line, NOW, "", code, "en") == []

    def _run(self, line: str, now: str, typed: str, code: int, language: str) -> list[Any]:
        out, err = io.StringIO(), io.StringIO()
        environment = {"PLANNER_HOME": str(self.home), "PLANNER_NOW": now, "PLANNER_LANG": language}
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setattr("sys.stdin", io.StringIO(typed))
            ended = main([*shlex.split(line), "--json"], environment)
        assert ended == code, (line, ended, err.getvalue())
        return [json.loads(row) for row in out.getvalue().splitlines()]


def _home(folder: Path) -> Home:
    return Home(str(folder), clock_from({"PLANNER_NOW": NOW}).now, "planner")


def _sample(folder: Path) -> Home:
    """The sample, with what an older planner or another program may have left in it; its backup is verified."""
    home, now = _home(folder), clock_from({"PLANNER_NOW": NOW}).now()
    today = now.date()
    fill(home, now)
    with home.change("what another program left") as kept:
        kept.put_objective(Objective("old", "Keep up", Aim.KNOWLEDGE, 4, Pursuit.DROPPED))
        kept.put_person(
            Person(
                "old-friend",
                "Old Friend",
                groups=("nowhere",),
                known=today,
                formerly=(Formerly("Keolis", "buyer", today, "Lyon"),),
            )
        )
        kept.put_people(_ways_to_hexagon())
        kept.put_group(Group("hexagon", "hexagon-labs", "Hexagon Labs", nature=Nature.COMPANY))
        kept.put_group(Group("vertex", "vertex", "Vertex", nature=Nature.COMPANY))
        kept.put_appointment(
            Appointment(
                "a-fair", now + timedelta(days=5), 90, "fair", ("zara", "ada", "emma-lind"), "pmi-france", "event"
            )
        )
        kept.put_step(Step("old-step", "marie-dupont", "send it", today))
        kept.put_deeds(
            [
                Deed("d1", now, Did.COMMENT, "lyon-ux"),
                Deed("d2", now, Did.POST),
                Deed("d3", now, Did.MESSAGE, person="marie-dupont"),
            ]
        )
        kept.put_review(Week.of(today).plus(-2), Review(2, ReviewStep.VERDICTS, answers={"joy": "the meet-up"}))
    return home


def _ways_to_hexagon() -> tuple[Person, ...]:
    """People who may be reached through others, at a company spelled in three ways."""
    return (
        Person("zara", "Zara Lund", "Hexagon Labs", through="emma-lind"),
        Person("yan", "Yan Best", "HEXAGON LABS SA", through="tom-lefevre"),
        Person("ada", "Ada Holm", "Hexagone Labs"),
    )


def _ask_everything(here: Commands, files: Path) -> None:
    """What can be asked of a home that has something of everything."""
    for line in (
        *("status", "week", "week last", "plan", "plan show --week last", "plan suggest 240", "objective"),
        *("objective list", "objective show ties", "group", "group list", "group show lyon", "audit", "select 120"),
        *("person", "person list", "person show marie", "person show henri", "person show emma --last 1"),
        *(
            "person doubles",
            "person growth",
            "person show old-friend",
            "company",
            "company list",
            "company show keolis",
            "company show hexagon",
            "company alike",
        ),
        *(
            "person show zara",
            "ties --now",
            "brief",
            "brief @marie",
            "brief @claire",
            "brief a-fair",
            "person show ada",
            "meet",
            "meet list --all",
            "meet show demo-a1",
            "next",
            "next marie",
        ),
        *("ties", "entries --since 2026-07-01", "undo --list", "drift", "drift --at 'fri 18:00'"),
        *(
            "drift --replay 2026-W40..2026-W48",
            "review",
            "review last",
            "review -2",
            "review 2019-W10",
            "import",
            "export",
            "export vcard",
            f"export csv {files / 'tables'}",
            "handout",
            "handout --weeks 2 --without-names",
        ),
        *("trends --weeks all", "trends --group lyon-ux", "trends --objective ties"),
        *("trends --quarter", "trends --quarter last", "trends --quarter 2020-Q1"),
        *("config", "config minutes", "restore", "check"),
    ):
        here.ask(line)
    for line in ("week", "plan", "review"):
        here.ask(line, now=NEXT_WEEK)


def _change_everything(here: Commands, files: Path) -> None:
    """What can be done, one after the other."""
    logged = here.do("log m 25 lyon-ux video hello 3 oranges @'Zoe Petit' 14:30 2026-09-01")
    here.do(f"edit {logged['id']} --minutes 30")
    here.do(f"echo {logged['id']} 3 oranges")
    here.do(f"echo {logged['id']} 2 replies @'Zoe Petit' thanks for the oranges")
    here.do(f"echo {here.do('log w 25 lyon-ux read')['id']} a practice of two teams")
    here.do(f"edit {here.do('log c 25 lyon-ux 14:30')['id']} --joy 2")
    here.do("group edit lyon-ux --brought 'a lead'")
    here.do("log m 25 pmi @'Lea Nord' 14:40")
    here.do(f"person met {logged['id']} 'Gil Dorn, Acme, buyer: send my CV fri' 'Zoe Petit: the link'")
    here.do(f"remove {logged['id']}")
    for line in ("undo", "redo", "undo", "undo --list"):
        here.do(line)
    for line in (
        "start m pmi video 3 stars @marie",
        "status",
        "cancel",
        "start c lyon-ux",
        "pause",
        "start",
        "stop",
        "start w pmi",
        "stop --keep drop",
    ):
        here.do(line)
    here.do("start w pmi", now="2026-11-26T02:00:00+01:00")
    for line in ("status", "stop", "review", "check", "stop --keep all"):
        here.do(line)
    here.do("plan set lyon-ux c=60 m=60 w=15")
    here.do("plan set reading 30")
    here.do("plan short 3")
    here.do("plan copy")
    here.do("plan suggest 300 --apply")
    here.do("objective add 'New people, 2 meetings in person with decision-makers in Lyon, until June 2027'")
    for act in ("edit market --rank 2", "reach market", "drop visibility --reason done", "remove old"):
        here.do(f"objective {act}")
    here.do("group add 'Hexagon UX'")
    here.ask("review")
    here.do("group paste", typed="Club Rhône\nhttps://example.org/club\n")
    for act in ("edit hexagon --role ties", "park tech-lyon", "leave freelances", "feed metro-news --feed none"):
        here.do(f"group {act}")
    here.do("group merge agile-rhone product-tank")
    here.do("group remove hexagon")
    here.do("audit take lyon-ux keep")
    here.do("group edit startup-jobs --moved 'alert: job mails, since 2026-08-20'")
    here.do("group edit pmi --moved 'newsletter: pmi.example, since 2026-08-21'")
    here.ask("audit")
    here.ask("review")
    here.do("select 240 --apply")
    here.do("plan follow")
    here.do("company join 'hexagon labs' 'hexagone labs'")
    here.do("person add 'Mai Tran' --circle peer")
    for act in ("edit mai --cadence 30", "rest mai", "wake mai", "merge jonas-weber j-weber", "remove mai"):
        here.do(f"person {act}")
    meeting = here.do("meet add 'sat 12:30 45m @paul coffee 7 stars'")["id"]
    here.do(f"meet edit {meeting} --title lunch")
    here.do(f"meet move {meeting} 'sat 14:00'")
    here.ask("meet list")
    here.do(f"meet remove {meeting}")
    here.do("meet held demo-a0")
    here.do("meet missed demo-a1")
    here.ask("meet list --all")
    here.ask("person show amina")
    for act in ("paul 'send the deck fri'", "put-off demo-s0", "edit demo-s2 'ask again fri'", "let-go demo-s3"):
        here.do(f"next {act}")
    here.do("next done demo-s0")
    here.do("drift --not-this-week")
    here.do("config minutes 5h")
    settings = here.home / "config.toml"
    settings.write_text(settings.read_text().replace("300", "310"))
    here.do("undo")
    here.do("config signals_off no-meeting")
    for circle in ("decision_maker", "prescriber", "peer", "friend"):
        here.do(f"config cadence_{circle} 45")
    here.do("group edit lyon-ux --cadence 40")
    here.ask("ties")
    here.do("keys week.plan f2")
    here.ask("keys week.plan")
    here.ask("config keys")
    here.ask("keys")
    here.do(f"backup {files / 'all.zip'}")
    here.ask(f"backup --verify {files / 'all.zip'}")
    here.do(f"export json {files / 'all.json'}")
    (files / "calendar").mkdir()
    here.do(f"export ics {files / 'calendar'}")
    here.do("handout --ask 'Which group first?'")
    here.do(f"handout {files / 'advice.html'} --decided 'Two coffees a week' --ask 'And then?'")
    here.do("config theme planner-light")
    here.do("log c 5 lyon-ux")
    for _ in ("puts back", "nothing differs"):
        here.do(f"restore {files / 'all.zip'}")
    here.do("undo")
    here.do(f"import json {files / 'all.json'}")


def _merge_a_copy(here: Commands, files: Path) -> None:
    """Another machine's home, where other things were done."""
    here.do("merge " + str(shutil.copytree(here.home, files / "same")))
    laptop = Commands(Path(shutil.copytree(here.home, files / "laptop")))
    for machine, surname in ((here, "Nord"), (laptop, "Sud")):
        machine.do("group edit lyon-ux --note " + surname)
        machine.do(f"person add Ola{surname} --circle peer")
        machine.do(f"person edit ola{surname.lower()} --name 'Ola {surname}'")
    for home, name in ((here, "Ida Nord"), (laptop, "Ida Sud")):
        with _home(home.home).change("made apart") as kept:
            kept.put_person(Person("ida", name))
    here.do(f"merge {laptop.home}")
    conflict = here.ask("conflicts")["conflicts"][0]
    assert here.ask("check")["conflicts"] == here.ask("status")["conflicts"] == 1
    here.do(f"conflicts keep {conflict['id']} theirs")
    here.ask("conflicts")


def _read_files(here: Commands, files: Path) -> None:
    """Other programs' files."""
    head = "Project,Description,Start date,Start time,End date,End time,Duration,Tags\n"
    row = "Lyon UX,talk,2026-11-24,18:30:00,2026-11-24,19:00:00,00:30:00,meeting\n"
    (files / "log.csv").write_text(f"{head}{row}New,read,2026-11-25,08:00:00,,,00:30:00,reading\nOdd,x,no,no,,,,\n")
    here.ask(f"import toggl {files / 'log.csv'} --dry-run")
    (files / "unmapped.csv").write_text(f"{head}Other,x,2026-11-24,08:00:00,2026-11-24,08:30:00,00:30:00,\n")
    here.do(f"import toggl {files / 'unmapped.csv'}", code=3)
    here.ask(f"map {files / 'unmapped.csv'}")
    (files / "both.csv").write_text(f"{head}{row}Other,x,2026-11-24,08:00:00,2026-11-24,08:30:00,00:30:00,\n")
    here.do(f"import toggl {files / 'both.csv'}")
    here.ask("map")
    here.do("map Other=watching")
    event = "BEGIN:VEVENT\nUID:a\nDTSTART:20261201T170000\nSUMMARY:Lunch\nEND:VEVENT\n"
    calendar = files / "work.ics"
    calendar.write_text(f"BEGIN:VCALENDAR\n{event}{event.replace('UID:a', 'UID:b')}END:VCALENDAR\n")
    here.do(f"import ics {calendar}")
    calendar.write_text(f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n")
    here.do(f"import ics {calendar}")
    cards = files / "people.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo Lind\nEND:VCARD\n")
    here.ask(f"import vcard {cards} --dry-run")
    here.do(f"import vcard {cards}")
    feeds = files / "feeds.opml"
    feeds.write_text('<opml><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>')
    here.do(f"import opml {feeds}")
    here.ask("imports")
    here.do("imports undo 1")


def _begin(here: Commands) -> None:
    """A home that nothing is in yet, and then hardly anything."""
    for line in ("status", "week", "plan", "drift", "drift --replay this", "review", "config", "check", "restore"):
        here.ask(line)
    here.ask("trends")
    here.do("group add Books --nature feed")
    here.do("plan set books w=30")
    here.do("objective add 'Learn the market'")
    here.do("log w 5 books")
    here.do("person add 'Ada Nord' --circle prescriber")
    here.do("person add 'Bo Lind' --circle prescriber")
    here.do("next ada 'propose a coffee wed'")
    here.do("group add Forum")
    for day in ("2026-11-02", "2026-11-03"):
        here.do(f"log m 25 forum @'Cy Ode' {day}")
    here.do("meet add 'sat 14:00 90 event forum'")
    here.ask("ties --now")
    for line in ("week", "audit", "objective list", "select 60", "review", "handout"):
        here.ask(line)
    here.do("log c 5 forum 2026-10-27")
    here.ask("trends")
    for week in ("2026-W44", "2026-W48"):
        (here.home / f"weeks/{week}.json").write_text("{")
    here.do("trends --weeks 1", code=1)
    here.do("trends --quarter", code=1)


#: What still prints a document while a file cannot be read.
READS = (
    *("status", "week", "drift", "drift --at yesterday", "drift --replay this", "review", "review last", "audit"),
    *(
        "objective list",
        "group list",
        "person list",
        "ties",
        "person growth",
        "person doubles",
        "meet",
        "next",
        "entries",
        "undo --list",
    ),
    *("trends", "trends --quarter"),
)


def _spoil(here: Commands, home: Home) -> None:
    """A week and a book that cannot be read, and a backup that is not what its list says."""
    for file in ("weeks/2026-W48.json", "book.json"):
        (here.home / file).write_text("{")
        for line in READS:
            here.do(line, code=1)
        here.do("review", code=1, now=NEXT_WEEK)
        here.refused("plan", code=1)
        if file != "book.json":
            here.do("handout", code=1)
    here.refused("handout", code=1)
    here.do("check", code=1)
    copy = next((here.home / "backups").glob("0*/book.json"))
    copy.write_bytes(copy.read_bytes() + b"\n")
    home.verify_newest()
    here.do("check", code=1)
    here.do("restore", code=1)


def _carry(here: Commands, other: Commands, folder: Path) -> None:
    """One home on two machines, by way of git."""
    remote = folder / "planner.git"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in NOBODY.items():
            patch.setenv(name, value)
        git(folder, "init", "--quiet", "--bare", "-b", "main", str(remote))
        here.do("group add Forum")
        here.do(f"sync --setup {remote}")
        other.do(f"sync --setup {remote}")
        for each, minutes in ((here, 60), (other, 90)):
            (each.home / "config.toml").write_text(
                f'minutes = {minutes}\nplace = "Lyon{"" if minutes == 60 else minutes}"\n'
            )
            each.do("group edit forum --note " + str(minutes))
        other.do("config ascii true")
        (other.home / "map.toml").write_text("# mine\n")
        for each in (here, other, here):
            each.do("sync")
        shutil.copy(here.home / "book.json", here.home / "book 2.json")
        here.ask("status")
        here.ask("check")
        here.do("merge")
        git(here.home, "config", "remote.origin.url", "http://127.0.0.1:9/planner.git")
        here.do("sync", code=1)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[Ran]:
    """Every command, run over the sample, over a new home and over a damaged one."""
    folder = tmp_path_factory.mktemp("json")
    sample, new, damaged = (Commands(folder / name) for name in ("sample", "new", "damaged"))
    _sample(sample.home)
    _ask_everything(sample, folder)
    _read_files(sample, folder)
    _merge_a_copy(sample, folder)
    _change_everything(sample, folder)
    _begin(new)
    laptop, desk = (Commands(folder / name) for name in ("laptop", "desk"))
    _carry(laptop, desk, folder)
    _spoil(damaged, _sample(damaged.home))
    return [*sample.ran, *new.ran, *damaged.ran, *laptop.ran, *desk.ran]


def row_of(line: str) -> str:
    """The row of the paper's list of commands that a line belongs to: the one that fits it best."""
    words = shlex.split(line)

    def fits(row: str) -> bool:
        return all(said == word or said.isupper() for said, word in zip(row.split(), words, strict=False))

    def closeness(row: str) -> tuple[int, int]:
        said = row.split()
        return sum(word == each for word, each in zip(words, said, strict=False)), min(len(said), len(words))

    return max((row for row in PRINTS if fits(row) and len(row.split()) <= len(words)), key=closeness)


@pytest.fixture(scope="module")
def found(ran: list[Ran]) -> list[Leaf]:
    """All that was come to in every document; raises where one is not as the paper says."""
    wrong: list[str] = []
    right: list[Leaf] = []
    for each in ran:
        for document in each.documents:
            try:
                right += leaves(document, PRINTS[row_of(each.line)], row_of(each.line))
            except NotAsWritten as why:
                wrong.append(f"planner {each.line}: {why}")
    assert not wrong, "\n".join(wrong)
    return right


def test_every_document_has_the_keys_and_types_that_the_paper_names(found: list[Leaf]) -> None:
    assert len(found) > 10_000


def test_every_key_that_the_paper_names_is_printed_by_some_command(found: list[Leaf]) -> None:
    assert sorted({said.where for said in ALL_KEYS} - {leaf.where for leaf in found}) == []


def test_what_may_be_null_is_null_somewhere_and_is_something_elsewhere(found: list[Leaf]) -> None:
    seen = {(leaf.where, leaf.value) for leaf in found if leaf.type == "null"}
    nullable = [said.where for said in ALL_KEYS if said.type.endswith(" or null")]
    assert sorted({(where, is_null) for where in nullable for is_null in (True, False)} - seen) == []


def test_every_list_and_every_object_by_name_has_something_in_it_somewhere(found: list[Leaf]) -> None:
    seen = {leaf.where for leaf in found if leaf.type in ("one of a list", "one by name")}
    several = {said.where for said in ALL_KEYS if said.type.startswith("list of") or " by " in said.type}
    assert sorted(several - seen) == []


def test_what_null_means_is_said_wherever_it_may_stand() -> None:
    assert {said.where for said in ALL_KEYS if ("null" in said.type) != ("null: " in said.note)} == set()


def test_only_sentences_are_others_in_another_language(ran: list[Ran]) -> None:
    others = 0
    for each in ran:
        if each.in_french is None:
            continue
        row = row_of(each.line)
        for english, french in zip(each.documents, each.in_french, strict=True):
            pairs = zip(leaves(english, PRINTS[row], row), leaves(french, PRINTS[row], row), strict=True)
            changed = {one.where for one, other in pairs if one != other and one.type != "sentence"}
            others += english != french
            assert changed == set(), each.line
    assert others > 10


def test_every_command_and_every_act_has_a_row_and_was_run(ran: list[Ran]) -> None:
    acts = {
        f"{command} {act}"
        for command in ("plan", "objective", "group", "person", "company", "meet", "next")
        for act in PAGES[command]
    }
    commands = {name for name in COMMANDS if "--json" in Command(name).parser().flags}
    assert {row.split()[0] for row in PRINTS} == commands == COMMANDS.keys() - {"completions"}
    assert acts - PRINTS.keys() == set()
    assert {row_of(each.line) for each in ran} == PRINTS.keys()


def test_its_words_are_the_words_of_the_code() -> None:
    choices: dict[str, type[StrEnum]] = {
        "kind": Kind, "standing": Standing, "nature": Nature, "role": Role, "tool": Tool, "aim": Aim,
        "pursuit": Pursuit, "counts": Counts, "circle": Circle, "owed": Owed, "state": StepState, "outcome": Outcome,
        "verdict": Verdict, "did": Did, "whose": Whose,
        "warmth": Warmth, "reviewstep": ReviewStep, "passed": Passed, "likeness": Likeness, "oddness": Oddness,
    }  # fmt: skip
    said: dict[str, list[str]] = {name: [each.value for each in words] for name, words in choices.items()}
    said["form"] = [form for forms in FORMS.values() for form in forms]
    said["level"] = [level.word for level in Level]
    said["stage"] = [stage.word for stage in Stage]
    said["by"], said["because"] = [by.word for by in By], [because.word for because in Because]
    said["how"] = [Met(Person("a", "A"), how).how for how in (True, False, None)]
    said["code"], said["warn"], said["format"] = list(QUESTIONS), list(WARN), sorted(formats())
    assert said == WORDS


def test_what_it_links_to_is_in_it() -> None:
    assert {link.removeprefix("#") for link in links(PAPER)} <= anchors(PAPER)
