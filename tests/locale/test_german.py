"""A language is added by its catalogue and its rows, and nothing else: German, put into a copy of planner."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from planner.domain.grammar import lexicon
from planner.domain.grammar.lexicon.rows import Rows
from tests.locale.german import GERMAN, ROWS
from tests.locale.templates import SOURCE, entry_of, new_catalogue

LEXICON = Path(lexicon.__file__).parent


class German:
    """A planner that was given German, and a home."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        shutil.copytree(SOURCE, folder / "planner", ignore=shutil.ignore_patterns("__pycache__", "*.words"))
        catalogue = new_catalogue("de")
        catalogue.extend(entry_of(text, forms) for text, forms in sorted(GERMAN.items()))
        catalogue.save(str(folder / "planner" / "locale" / "de.po"))
        (folder / "planner" / "domain" / "grammar" / "lexicon" / "de.py").write_text(ROWS, encoding="utf-8")
        self.build = self.run("-m", "planner.locale.build")

    def said(self, *words: str, **environment: str) -> str:
        """What a command prints, in German unless the environment says otherwise."""
        return self.run("-m", "planner", *words, PLANNER_LANG="de", **environment).stdout

    def complete(self, text: str) -> list[str]:
        """What a line under way may become."""
        code = (
            "from planner.__main__ import _choose_language, _desk; import os, sys; _choose_language(os.environ);"
            "print(*_desk(os.environ, 'planner').complete(sys.argv[1]), sep='\\n')"
        )
        return self.run("-c", code, text, PLANNER_LANG="de").stdout.splitlines()

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Python of its own, which finds this planner."""
        now = {"PLANNER_NOW": "2026-11-26T18:40:00+01:00", "PLANNER_HOME": str(self.home), "LANG": "C.UTF-8"}
        return subprocess.run(
            [sys.executable, "-P", *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), **now, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> German:
    planner = German(tmp_path_factory.mktemp("german"))
    assert (planner.build.returncode, planner.build.stderr) == (0, "")
    planner.said("group", "add", "Lyon UX")
    planner.said("plan", "set", "lyon-ux", "c=60", "m=60", "w=15")
    planner.said("log", "c 25 lyon-ux Frage beantwortet")
    return planner


def test_the_status_is_german(german: German) -> None:
    assert german.said("status").startswith("W48: Hände 25 von 2h; Augen 0, höchstens 15; ausgeglichen")


def test_help_is_german_down_to_what_argparse_says(german: German) -> None:
    overview = german.said("--help")
    assert overview.startswith("planner: jede Woche Minuten")
    assert "eine Zeile, die sagt, wie die Woche steht" in overview
    page = german.said("log", "--help")
    assert page.startswith("Aufruf: planner log [-h] [--json] [ZEILE ...]\n\nEine Zeile notieren:")
    assert "\nAngaben:\n" in page and "\nOptionen:\n" in page and "diese Hilfe zeigen" in page


def test_a_complaint_is_german(german: German) -> None:
    assert german.run("-m", "planner", "nowhere", PLANNER_LANG="de").stderr.startswith("planner: Es gibt keinen Bef")
    assert german.run("-m", "planner", "edit", PLANNER_LANG="de").stderr.startswith("planner: es fehlt: ID")


def test_a_line_is_understood_in_german(german: German) -> None:
    said = german.said("log", 'Kaffee eine Stunde lyon-ux @"Marie Dupont" gestern 17:00')
    assert said.startswith("Notiert: Mi 25. Nov 17:00 bis 18:00, 1h, Treffen (persönlich), Lyon UX, Marie Dupont")
    said = german.said("log", "gelesen 10 lyon-ux am Montag Mittag")
    assert said.startswith("Notiert: Mo 23. Nov 12:00 bis 12:10, 10 Min., Mitlesen, Lyon UX")
    said = german.said("log", "c 20 lyon-ux vorgestern 9:00")
    assert "Di 24. Nov 09:00" in said and "Beitrag" in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("c 20 lyon-ux letzten Montag 9:00", "Mo 23. Nov 09:00 bis 09:20"),
        ("c 20 lyon-ux Montag letzter Woche 9:00", "Mo 16. Nov 09:00 bis 09:20"),
        ("c 20 lyon-ux gestern Abend", "Mi 25. Nov, etwa 19:00 bis 19:20"),
        ("c 20 lyon-ux letzte Nacht", "Mi 25. Nov, etwa 21:00 bis 21:20"),
        ("c 20 lyon-ux vor 2 Tagen 9 Uhr 30", "Di 24. Nov 09:30 bis 09:50"),
        ("c 20 lyon-ux am 20. November um halb neun", "Fr 20. Nov 08:30 bis 08:50"),
        ("c eine halbe Stunde lyon-ux heute um viertel vor 9", "Do 26. Nov 08:45 bis 09:15"),
        ("c anderthalb Stunden lyon-ux gestern ab 14 Uhr", "Mi 25. Nov 14:00 bis 15:30"),
        ("c lyon-ux gestern von 9 bis 11", "Mi 25. Nov 09:00 bis 11:00"),
        ("c 30 lyon-ux bis 17:30", "Do 26. Nov 17:00 bis 17:30"),
        ("c lyon-ux seit 18 Uhr", "Do 26. Nov 18:00 bis 18:40"),
        ("c seit einer Stunde lyon-ux", "Do 26. Nov, etwa 17:40 bis 18:40"),
        ("c 25 lyon-ux vor einer Stunde", "Do 26. Nov 17:15 bis 17:40"),
    ],
)
def test_days_their_parts_and_since_when_are_german(german: German, line: str, said: str) -> None:
    assert f"Notiert: {said}" in german.said("log", line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Bericht senden Ende des Monats", "2026-11-30"),
        ("Bericht senden Mitte Januar", "2027-01-15"),
        ("Bericht senden nächstes Wochenende", "2026-12-05"),
        ("Bericht senden in 3 Tagen", "2026-11-29"),
        ("Bericht senden Freitag nächster Woche", "2026-12-04"),
        ("Bericht senden am Ende der Woche", "2026-11-27"),
        ("Bericht senden eine Woche nach Freitag", "2026-12-04"),
    ],
)
def test_periods_are_understood_in_german(german: German, line: str, day: str) -> None:
    code = (
        "from planner.__main__ import _choose_language; import os, sys; _choose_language(os.environ);"
        "from datetime import datetime; from planner.domain.grammar.step_line import read_step;"
        "reading = read_step(sys.argv[1], datetime(2026, 11, 26, 18, 40)); print(reading.day, reading.text)"
    )
    assert german.run("-c", code, line, PLANNER_LANG="de").stdout == f"{day} Bericht senden\n"


def test_a_promise_is_read_in_german(german: German) -> None:
    code = (
        "from planner.__main__ import _choose_language; import os; _choose_language(os.environ);"
        "from datetime import datetime; from planner.domain.grammar.step_line import read_step;"
        "reading = read_step('ich schulde die Folien am Montag', datetime(2026, 11, 26, 18, 40));"
        "print(reading.owed.name, reading.day, reading.text)"
    )
    assert german.run("-c", code, PLANNER_LANG="de").stdout == "MINE 2026-11-30 die Folien\n"


def test_english_and_french_are_understood_as_well(german: German) -> None:
    assert "Mi 25. Nov 12:30" in german.said("log", "café 20 lyon-ux hier 12:30")
    assert "Mi 25. Nov 08:00" in german.said("log", "coffee 20 lyon-ux yesterday 8:00")


def test_a_line_is_completed_in_german(german: German) -> None:
    assert german.complete("Kaf") == ["Kaffee"]
    assert german.complete("beant") == ["beantwortet"]


def test_german_can_be_set_and_is_named_among_the_languages(german: German) -> None:
    assert "en, de, fr" in german.said("config")
    english = {"PLANNER_LANG": "", "LANG": "en_GB.UTF-8"}
    german.run("-m", "planner", "config", "language", "de", **english)
    assert "Hände" in german.run("-m", "planner", "status", **english).stdout
    said = german.run("-m", "planner", "log", "Kaffee 30 lyon-ux gestern 10:00", **english).stdout
    assert "Treffen (persönlich)" in said
    german.run("-m", "planner", "config", "language", "usual", **english)


def test_without_its_rows_its_sentences_are_german_and_its_lines_english(german: German) -> None:
    rows = german.folder / "planner" / "domain" / "grammar" / "lexicon" / "de.py"
    rows.rename(german.folder / "de.py")
    try:
        assert "Mi 25. Nov 07:00" in german.said("log", "coffee 20 lyon-ux yesterday 7:00")
        assert german.complete("coff") == ["coffee"]
    finally:
        (german.folder / "de.py").rename(rows)


@pytest.mark.parametrize("code", sorted(path.stem for path in LEXICON.glob("[a-z]*.py") if path.stem != "rows"))
def test_a_language_that_comes_with_planner_has_every_row(code: str) -> None:
    rows = import_module(f"{lexicon.__name__}.{code}")
    assert [row for row in Rows.__annotations__ if not hasattr(rows, row)] == []
    assert len(rows.WEEKDAYS.split()) == len(rows.SHORT_WEEKDAYS) == 7
    assert (len(rows.MONTHS), len(rows.ONES)) == (12, 19)


def test_every_row_is_read() -> None:
    files = (LEXICON / "__init__.py", LEXICON.with_name("echo_line.py"))
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    assert [row for row in Rows.__annotations__ if not re.search(rf'rows\.{row}\b|_in\("{row}"', source)] == []
