"""FORMAT.md and the store hold each other: its tables, its rules' numbers, and the home that it shows."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest

from planner.clock import Clock
from planner.demo import fill
from planner.desk import Desk
from planner.domain.brought import Brought
from planner.domain.deed import Deed, Did
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.grammar.amend import Amendment
from planner.domain.grammar.setting_rows import SETTINGS
from planner.domain.group import Fit, Moved, Tool
from planner.domain.imported import Waiting
from planner.domain.kinds import Kind, Split
from planner.domain.objective import Counts, Goal
from planner.domain.person import Formerly
from planner.domain.plan import Short
from planner.domain.settings import Settings
from planner.domain.week import Week
from planner.domain.weeks.log_filter import LogFilter
from planner.interop.home_document import document_of as export_of
from planner.store import documents, steps, texts, undo
from planner.store.forms import MOST, Form, Misshapen, Shape, read_as
from planner.store.home import Home
from planner.store.kept_twice import KeptTwice
from planner.store.merging.together import together
from planner.store.schema import FIRST, MIGRATIONS
from planner.store.tables import decoded, encoded
from planner.store.versions import descended
from tests.papers import tables, text_of
from tests.store.conftest import PARIS, Hands

PAPER = text_of("planner/store/FORMAT.md")
TABLES = tables(PAPER)
EXAMPLES = dict(re.findall(r"^```json (\S+)\n(.*?)^```$", PAPER, re.M | re.S))
WEEK = Week(2026, 48)

Read = Callable[[dict[str, Any]], Mapping[str, Any]]


def _table(shape: Shape) -> tuple[list[str], Read]:
    return list(shape), lambda document: read_as(shape, document)


def _part(form: Form, sample: Any, *, within: bool = False) -> tuple[list[str], Read]:
    """A small record within a document; ``within`` a list of them."""
    fields = list(sample._asdict() if hasattr(sample, "_asdict") else vars(sample))

    def read(document: dict[str, Any]) -> Mapping[str, Any]:
        record = form.read([document])[0] if within else form.read(document)
        return {field: getattr(record, field) for field in fields}

    return fields, read


#: The fields of all that is stored, and how a document of it is read, by the paper's headings.
STORED: Mapping[str, tuple[list[str], Read]] = {
    **{name: _table(documents.table_called(name).shape) for name in documents.NAMES},
    "goal": _part(documents.table_called("objectives").shape["measure"][0], Goal(Counts.REPLIES, 1), within=True),
    "moved": _part(documents.table_called("groups").shape["moved"][0], Moved(Tool.ALERT, "", date(2026, 9, 1))),
    "waiting": _part(documents.table_called("imports").shape["waits"][0], Waiting("Career"), within=True),
    "fit": _part(documents.table_called("groups").shape["fit"][0], Fit()),
    "echo": _part(documents._ECHO, Echo()),
    "brought": _part(documents._BROUGHT, Brought(date(2026, 11, 26), "a lead")),
    "split": _part(documents._SPLIT, Split()),
    "short": _part(documents._SHORT, Short(3, 5, {})),
    "formerly": _part(
        documents.table_called("people").shape["formerly"][0], Formerly("", "", date(2026, 9, 1)), within=True
    ),
    "steps of undo": _table(undo._STEP),
    "image": _part(steps.IMAGE, steps.Image("", "", "", None)),
    "put away": _part(undo._STEP["copies"][0], steps.PutAway("", ""), within=True),
    "turned": _part(undo._STEP["settings"][0], steps.Turned("", None, None), within=True),
    "text image": _part(texts._TEXT, texts.Text("", None, "")),
}

_CHOICES = re.findall(r"\| one of (.+?)(?: by name)? \|", PAPER)
_WORDS = {word for choice in _CHOICES for word in choice.split(", ")}

#: A value of every form, and some of none.
SAMPLES: list[Any] = [
    *("", "some word", "2026-11-26", "2026-11-26T12:30:00+01:00", "2026-11-26T12:30:00", "2026-W48", "2026-W77"),
    *(0, 5, MOST, MOST + 1, -1, 1.5, True, False, None),
    *([], ["a"], [1], ["2026-11-26T12:30:00+01:00"], {}, {"a": "b"}, {"a": 1}, {"a": {"meeting": 5}}),
    *({"meeting": 5}, {"meeting": "x"}, {"trade": 3}, {"counts": "replies", "number": 2}, {"a": "keep"}),
    [{"counts": "replies", "number": 2}],
    *([{"day": "2026-11-26", "text": "a lead"}], [{"day": "2026-11-26"}], [{"day": "soon", "text": "a lead"}]),
    *({"reply": 2}, {"reply": 2, "letter": 1}, {"reply": "x"}, {"counts": {"reply": 2}}, {"counts": {"letter": 1}}),
    [{"file": "book.json", "table": "groups", "id_": "a"}],
    [{"key": "minutes", "now": 300}],
    [{"name": "book 2.json", "kept": "backups/merged/book 2.json"}],
    ["ties", "watch"],
    {"tool": "alert", "day": "2026-09-01"},
    {"days": 3, "of": 5, "lines": {"a": {"meeting": 5}}},
    [{"company": "Acme", "until": "2026-11-26"}],
    *sorted(_WORDS),
]  # fmt: skip


def _reads_as(read: Callable[[str], Any], value: Any) -> bool:
    try:
        return type(value) is str and read(value) is not None
    except ValueError:
        return False


#: What a value of each plain form is.
PLAIN: Mapping[str, Callable[[Any], bool]] = {
    "text": lambda value: type(value) is str,
    "whole": lambda value: type(value) is int and 0 <= value <= MOST,
    "mark": lambda value: type(value) is int and 0 <= value <= 3,
    "flag": lambda value: type(value) is bool,
    "moment": lambda value: _reads_as(lambda text: datetime.fromisoformat(text).tzinfo, value),
    "day": lambda value: _reads_as(date.fromisoformat, value),
    "week": lambda value: type(value) is str and re.fullmatch(r"\d{4}-W([0-4]\d|5[0-3])", value) is not None,
    "object": lambda value: type(value) is dict,
    "any": lambda _: True,
}


def fits(said: str, value: Any) -> bool:
    """Whether the paper takes a value for one of a form, as its cell has it."""
    what, by, names = said.rpartition(" by ")
    if by:
        named = type(value) is dict and (names == "name" or value.keys() <= {*names.split(", ")})
        return named and all(fits(what, each) for each in value.values())
    if said.startswith("list of "):
        return type(value) is list and all(fits(said.removeprefix("list of "), each) for each in value)
    if said.startswith("some of "):
        return type(value) is list and value != [] and all(fits(f"one {said[5:]}", each) for each in value)
    if said.startswith("one of "):
        return value in said.removeprefix("one of ").split(", ")
    if said in STORED:
        return type(value) is dict and _is_part(said, value)
    return PLAIN[said](value)


def _is_part(part: str, value: dict[str, Any]) -> bool:
    rows = {field: (said, absent) for field, said, absent, _ in TABLES[part]}
    stands = all(field in value for field, (_, absent) in rows.items() if absent == "must stand")
    return stands and all(fits(said, value[field]) for field, (said, _) in rows.items() if field in value)


def _first(said: str) -> str:
    return said.partition(" of ")[2].split(", ")[0]


def least(name: str) -> dict[str, Any]:
    """A document of nothing but what must stand."""
    usual = {"text": "config.toml", "whole": 1, "moment": "2026-11-26T12:30:00+01:00", "day": "2026-11-26"}
    must = ((field, said) for field, said, absent, _ in TABLES[name] if absent == "must stand")
    return {
        field: [_first(said)]
        if said.startswith("some of ")
        else _first(said)
        if " of " in said
        else usual.get(said, {})
        for field, said in must
    }


def takes(read: Read, document: dict[str, Any]) -> bool:
    """Whether the store can read a document."""
    try:
        read(document)
    except Misshapen:
        return False
    return True


def as_json(value: Any) -> Any:
    """What is read where a field is left out, as the paper writes it."""
    if hasattr(value, "_asdict"):
        return {field: each for field, each in value._asdict().items() if each is not None}
    return list(value) if isinstance(value, tuple) else value


def test_the_version_is_that_of_the_code() -> None:
    said = re.findall(r"^Version (\d+)|\"schema\": (\d+)|^\| schema \| (\d+)", PAPER, re.M)
    assert {int(number) for pair in said for number in pair if number} == {FIRST + len(MIGRATIONS)}


def test_its_rules_have_numbers_in_order_and_refer_to_such() -> None:
    rules = [int(number) for number in re.findall(r"^ ?(\d+)\. [A-Z`A-Za-z]", PAPER, re.M)]
    assert rules == list(range(1, len(rules) + 1)) and len(rules) > 60
    named = re.findall(r"\((\d+)(?: to (\d+))?\)|\b(?:by|as by) (\d+)", PAPER)
    assert {int(number) for found in named for number in found if number} <= set(rules)


def test_its_numbers_of_undo_are_those_of_the_code() -> None:
    assert f"; {steps.DEPTH} in `undo` at\n    most" in PAPER and f"A step of {steps.LARGE} images or more" in PAPER


@pytest.mark.parametrize("name", STORED)
def test_the_paper_has_the_fields_that_are_kept(name: str) -> None:
    fields = [field for field, *_ in TABLES[name]]
    kept = STORED[name][0]
    assert sorted(fields) == sorted(kept) if name != "steps of undo" else set(fields) == {"id", "images", *kept}


@pytest.mark.parametrize("name", STORED)
def test_a_field_is_of_the_form_that_the_paper_says(name: str) -> None:
    fields, read = STORED[name]
    for field, said, absent, _ in TABLES[name]:
        if field not in fields:
            continue
        off = [value for value in SAMPLES if takes(read, {**least(name), field: value}) != fits(said, value)]
        if (name, field) == ("text image", "name"):
            off = [value for value in off if type(value) is not str]  # of texts it takes those that name such a file
        assert off == [], field
        without = {key: value for key, value in least(name).items() if key != field}
        assert takes(read, without) == (absent != "must stand"), field


@pytest.mark.parametrize("name", STORED)
def test_a_field_that_is_left_out_means_what_the_paper_says(name: str) -> None:
    fields, read = STORED[name]
    values = read(least(name))
    for field, form, absent, _ in TABLES[name]:
        if absent != "must stand" and field in fields:
            said = None if absent in ("none", "not known") else json.loads(absent)
            found = dict(values[field]) if " by " in form and said is not None else as_json(values[field])
            assert found == said, field


def test_its_settings_are_those_of_the_code() -> None:
    assert [key for key, *_ in TABLES["Settings"]] == [setting.key for setting in SETTINGS]
    for setting, (key, may, absent) in zip(SETTINGS, TABLES["Settings"], strict=True):
        usual = getattr(Settings(), key)
        assert json.dumps(as_json(usual)) == absent or not usual, key
        if bounds := re.search(r"(\d+) to (\d+)", may):
            inside, outside = [int(bound) for bound in bounds.groups()], [int(bounds[1]) - 1, int(bounds[2]) + 1]
            assert [*map(setting.sort.fits, (*inside, *outside))] == [True, True, False, False], key
        if key in ("warn", "date_order"):
            assert all(map(setting.sort.fits, may.split(", "))) and not setting.sort.fits("else")


# The home that it shows


@pytest.fixture
def shown(home: Path, thursday: Clock) -> Desk:
    """The example, as another program may have written it."""
    for name, text in EXAMPLES.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
    return Desk(Home(str(home), thursday.now, "planner"), thursday)


def test_each_record_of_the_example_is_read_and_comes_back_the_same(shown: Desk) -> None:
    book, timer = shown.book(), shown.timer()
    week = shown._home.week(WEEK)
    records = {
        **{table: list(getattr(book, table).values()) for table in book._fields},
        **{"plan": [week.plan], "entries": week.entries, "reviews": week.reviews, "alerts": week.alerts},
        "timer": [timer],
        "deeds": shown._home.deeds(),
    }
    for name in ("book.json", "weeks/2026-W48.json", "timer.json", "deeds.json"):
        for table, rows in decoded(EXAMPLES[name].encode()).items():
            alive = [row for row in rows.values() if "removed" not in row]
            if table != "meta":
                moments = [datetime.fromisoformat(row["changed"]) for row in alive]
                pairs = zip(records.pop(table), moments, strict=True)
                assert [documents.document_of(table, record, moment) for record, moment in pairs] == alive
    assert records == {}


def test_the_example_has_every_field_in_it() -> None:
    for name in documents.NAMES:
        kept = documents.table_called(name)
        rows = [row for text in EXAMPLES.values() for row in decoded(text.encode()).get(name, {}).values()]
        assert kept.shape.keys() <= {field for row in rows for field in row}, name
        assert {field for row in rows for field in row} <= {*kept.shape, "id", "changed", "removed"}, name


def test_a_change_of_the_example_leaves_all_other_lines_as_they_stood(shown: Desk, home: Path) -> None:
    for text in EXAMPLES.values():
        assert encoded(decoded(text.encode())).decode() == text
    path = home / "weeks/2026-W48.json"
    whole = EXAMPLES["weeks/2026-W48.json"].removesuffix("\n}\n") + ',\n"dreams": {\n"1": {"id": "a", "of": 1}\n}\n}\n'
    path.write_text(whole, encoding="utf-8")
    shown.log("c 5 lyon-ux thanked her")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [
        line.rstrip(",") for line in whole.splitlines() if line.rstrip(",") not in {each.rstrip(",") for each in lines}
    ] == []
    assert len(lines) == len(whole.splitlines()) + 1


def test_the_step_of_the_example_takes_back_what_it_says(shown: Desk) -> None:
    entry = decoded(EXAMPLES["weeks/2026-W48.json"].encode())["entries"]["3"]
    said = json.dumps({field: value for field, value in entry.items() if field != "changed"}, sort_keys=True)
    image = decoded(EXAMPLES["undo.json"].encode())["undo"]["1"]["images"][0]
    assert image["left"] == sha256(said.encode()).hexdigest()[:16]  # as its rule on marks has it
    assert shown.undo().words == "Undone: Logged a question on forms"
    assert [entry.id for entry in shown.entries(LogFilter())] == ["q2h9vd3e", "t7w0s4nn"]
    assert shown.redo() and len(list(shown.entries(LogFilter()))) == 3


def test_a_program_that_knows_only_the_paper_writes_an_entry(shown: Desk, home: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    path = home / "weeks/2026-W48.json"
    held = [os.open(home / ".lock", os.O_RDWR | os.O_CREAT, 0o600), os.open(home, os.O_RDONLY)]
    for file in held:
        fcntl.flock(file, fcntl.LOCK_EX)
    tables_ = json.loads(path.read_text(encoding="utf-8"))
    start = "2026-11-26T09:00:00+01:00"
    tables_["entries"]["9"] = {
        "id": "mine-1", "start": start, "minutes": 10, "kind": "watching", "group": "lyon-ux", "changed": start,
    }  # fmt: skip
    beside = path.with_suffix(".mine")
    beside.touch(0o600)
    beside.write_text(json.dumps(tables_), encoding="utf-8")
    beside.replace(path)
    for file in held:
        os.close(file)
    start_ = datetime.fromisoformat(start)
    assert shown.find_entry("mine-1") == Entry("mine-1", start_, 10, Kind.WATCHING, "lyon-ux")
    shown.amend("mine-1", Amendment(minutes="15"))
    assert shown.undo() and shown.find_entry("mine-1").minutes == 10
    assert [finding for finding in shown.checkup().files if not finding.good] == []


# What a home is found to hold


class LivedIn(NamedTuple):
    """A home in which much was done, the manifest of one change, and what was written for elsewhere."""

    home: Path
    manifest: dict[str, Any]
    archive: dict[str, Any]
    export: dict[str, Any]

    def document(self, name: str) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.home / name).read_text(encoding="utf-8"))
        return read

    def weeks(self, name: str) -> list[dict[str, Any]]:
        """The documents of a digest."""
        return list(self.document(name)["weeks"].values())


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> LivedIn:
    folder = tmp_path_factory.mktemp("format")
    path, hands = folder / "home", Hands()
    home = Home(str(path), lambda: hands.now, "planner")
    fill(home, hands.now)
    with home.change("an archive") as kept:
        kept.put_deeds([Deed("a", hands.now, Did.COMMENT, "lyon-ux")])
    hands.turn(days=1)
    desk = Desk(home, Clock(PARIS, hands.now))
    clubs = "\n".join(f"Club {number}" for number in range(20))
    desk.start("w pmi")
    desk.add_groups(clubs)
    desk.undo()
    desk.log("c 5 lyon-ux")  # what was undone goes, and its files with it
    manifest = json.loads((path / "journal/last").read_bytes())
    desk.add_groups(clubs)
    desk.set_setting("on_warning", "true")
    desk.tell_outside()
    desk.set_setting("on_warning", "usual")
    desk.report()
    desk.use("action:week.plan")
    home.traces()
    home.strands(home.weeks())
    home.backup(str(folder / "all.zip"))
    with ZipFile(folder / "all.zip") as archive:
        listed = json.loads(archive.read("manifest.json"))
    export = json.loads(export_of(home.snapshot()))
    desk.edit_group("metro-news", feed="https://metro-news.example/rss")
    (path / "themes").mkdir()
    (path / "themes/mine.toml").write_text("")
    (path / "map.toml").write_text("[projects]\n")
    for week in (Week(2026, 40), Week(2026, 41)):
        (path / f"weeks/{week}.json").write_text("{")
        home.week(week)
        if week.number == 40:
            home.mend()
    return LivedIn(path, manifest, listed, export)


def _keys(documents_: Iterable[Mapping[str, Any]]) -> set[str]:
    return {key for document in documents_ for key in document}


def _twice(home: Path) -> dict[str, object]:
    """What is kept of the files in which something may be kept twice."""
    KeptTwice(Home(str(home), datetime.now, "a test")._shelf)._keep()
    row: dict[str, object] = json.loads((home / ".twice.json").read_text())["files"]["1"]
    return row


def _lineages() -> set[str]:
    """The keys of what documents that two machines changed, and one of them removed, say of where they came from."""
    begun = {"id": "a", "text": "", "changed": "2026-11-26T18:40:00+01:00"}
    one, other = (descended("counsel", begun, {**begun, "text": text}) for text in "xy")
    gone = descended("counsel", one, {"id": "a", "changed": begun["changed"], "removed": True})
    both = together("counsel", gone, together("counsel", one, other))
    return {*both["lineage"], *gone["lineage"]}


def test_every_other_file_has_the_keys_that_the_paper_names_and_no_other(lived_in: LivedIn) -> None:
    backup = next(path for path in (lived_in.home / "backups").iterdir())
    found = {
        "manifest": lived_in.manifest.keys(),
        "files of a manifest": _keys(lived_in.manifest["files"]),
        ".lock": lived_in.document(".lock").keys(),
        "manifest.json of a backup": lived_in.document(f"backups/{backup.name}/manifest.json").keys(),
        "manifest.json of an archive": lived_in.archive.keys(),
        "export json": lived_in.export.keys(),
        ".told.json": lived_in.document(".told.json").keys(),
        ".verified.json": lived_in.document(".verified.json").keys(),
        ".rhythm.json": _keys(lived_in.weeks(".rhythm.json")),
        ".traces.json": _keys(lived_in.weeks(".traces.json")),
        ".strands.json": _keys(lived_in.weeks(".strands.json")),
        ".twice.json": _twice(lived_in.home).keys(),
        "lineage": _lineages(),
    }
    assert {name: sorted(keys) for name, keys in found.items()} == {
        name: sorted(key for key, *_ in TABLES[name]) for name in found
    }
    assert found.keys() | STORED.keys() | {"Files", "Forms", "Settings"} == TABLES.keys()
    assert len((lived_in.home / ".lock").read_bytes()) == 256


def test_a_home_has_the_files_that_the_paper_names_and_no_other(lived_in: LivedIn) -> None:
    patterns = [name for names, _ in TABLES["Files"] for name in names.split(", ")]
    files = [path.relative_to(lived_in.home).as_posix() for path in lived_in.home.rglob("*") if path.is_file()]
    matched = {name: [pattern for pattern in patterns if _matches(pattern, name)] for name in files}
    assert [name for name, by in matched.items() if not by] == []
    assert sorted(set(patterns) - {pattern for by in matched.values() for pattern in by}) == [
        *(".git/", ".gitattributes", ".gitignore"),  # where git carries it
        "undo/<step>-2026-W48.json",  # of a large step over weeks
    ]


def _matches(pattern: str, name: str) -> bool:
    said = re.escape(pattern).replace("2026\\-W48", r"\d{4}-W\d\d").replace(r"\*", ".+")
    said = re.sub("<.*?>", ".+", said)
    return re.fullmatch(f"{said}.*" if pattern.endswith("/") else said, name) is not None
