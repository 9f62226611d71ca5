"""What becomes of a catalogue: compiled as it is, told of where it is off, and never what a command fails for."""

from __future__ import annotations

import gettext
import shutil
from pathlib import Path

import pytest

from planner import locale
from planner.domain.words import language, plural, say
from planner.locale import build, choose, speak_as
from tests.cli.conftest import Planner
from tests.cli.conftest import planner as planner  # noqa: PLC0414 - a fixture

HEADER = 'msgid ""\nmsgstr "Plural-Forms: {forms}\\n"\n\n'
TWO = "nplurals=2; plural=(n != 1);"
FRENCH = "nplurals=2; plural=(n > 1);"
YES_IN_FRENCH = 'msgid "yes"\nmsgstr "oui"\n\n'
POLISH = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of catalogues for planner to read, with a small French one in it."""
    (tmp_path / "fr.po").write_text(HEADER.format(forms=FRENCH) + YES_IN_FRENCH, encoding="utf-8")
    build.compile_all(tmp_path)
    monkeypatch.setattr(locale, "FOLDER", str(tmp_path))
    return tmp_path


def written(folder: Path, code: str, entries: str, forms: str = TWO) -> list[str]:
    """Write and compile a catalogue; returns what is off."""
    (folder / f"{code}.po").write_text(HEADER.format(forms=forms) + entries, encoding="utf-8")
    return build.compile_all(folder)


def test_the_catalogues_that_come_with_planner_are_in_order(tmp_path: Path) -> None:
    for path in Path(locale.FOLDER).glob("*.po"):
        shutil.copy(path, tmp_path)
    assert build.compile_all(tmp_path) == []
    assert (tmp_path / "fr.words").stat().st_size > 100_000


def test_a_text_that_is_translated_twice_is_told_of(folder: Path) -> None:
    (told,) = written(folder, "fr", YES_IN_FRENCH + 'msgctxt "a"\nmsgid "yes"\nmsgstr "si"\n\n' + YES_IN_FRENCH, FRENCH)
    assert told == "fr.po cannot be read: line 11 has “yes” again"
    assert not (folder / "fr.words").exists()


def test_a_catalogue_that_was_edited_is_stale_until_it_is_compiled(folder: Path) -> None:
    assert not build.is_stale(folder)
    written(folder, "pl", 'msgid "yes"\nmsgstr "tak"\n')
    assert not build.is_stale(folder)
    (folder / "pl.words").unlink()
    assert build.is_stale(folder)


def test_a_language_says_what_is_counted_in_as_many_ways_as_it_has(folder: Path) -> None:
    week = 'msgid "{n} week"\nmsgid_plural "{n} weeks"\n'
    forms = 'msgstr[0] "{n} tydzień"\nmsgstr[1] "{n} tygodnie"\nmsgstr[2] "{n} tygodni"\n'
    assert written(folder, "pl", week + forms, f"nplurals=3; plural={POLISH};") == []
    speak_as("pl")
    said = [plural(n, "{n} week", "{n} weeks").split() for n in range(130)]
    names = "tydzień", "tygodnie", "tygodni"
    assert said == [[str(n), names[gettext.c2py(POLISH)(n)]] for n in range(130)]
    assert (said[1][1], said[3][1], said[12][1], said[22][1]) == ("tydzień", "tygodnie", "tygodni", "tygodnie")


def test_what_has_no_translation_yet_is_said_in_english(folder: Path) -> None:
    entries = 'msgid "yes"\nmsgstr ""\n\n#, fuzzy\nmsgid "no"\nmsgstr "tak"\n'
    assert written(folder, "pl", entries) == []
    speak_as("pl")
    assert (language(), say("yes"), say("no"), plural(2, "{n} week", "{n} weeks")) == ("pl", "yes", "no", "2 weeks")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ('msgid "{n} min"\nmsgstr "{m} Min."\n', "{m} is not in the English text"),
        ('msgid "{n} min"\nmsgstr "{n:d} Min."\n', "{n:d} is not in the English text"),
        ('msgid "{n} min"\nmsgstr "{n Min."\n', "{?} is not in the English text, or cannot be filled in"),
        ('msgid "{n} week"\nmsgid_plural "{n} weeks"\nmsgstr[0] "{n} Woche"\n', "it has not the 2 forms"),
        ('msgid "{n} week"\nmsgid_plural "{n} weeks"\nmsgstr[0] "{n}"\nmsgstr[1] "{x}"\n', "{x} is not in the English"),
        ('msgctxt "argparse"\nmsgid "options: %s"\nmsgstr "Optionen: %d"\n', "its % fields are not those"),
    ],
)
def test_a_translation_breaking_its_sentence_is_told_of(folder: Path, entry: str, why: str) -> None:
    (told,) = written(folder, "de", 'msgid "yes"\nmsgstr "ja"\n\n' + entry)
    assert told.startswith("de.po, line 7: ") and why in told
    speak_as("de")
    assert (say("yes"), say("{n} min", n=5), plural(2, "{n} week", "{n} weeks")) == ("ja", "5 min", "2 weeks")


@pytest.mark.parametrize(
    ("forms", "why"),
    [
        ("", "its header has no Plural-Forms"),
        ("nplurals=2; plural=n !!= 1;", "does not choose among 2"),
        ("nplurals=2; plural=n % 3;", "does not choose among 2"),
        ("nplurals=2; plural=1 / n;", "does not choose among 2"),
    ],
)
def test_without_plurals_a_catalogue_is_not_compiled(folder: Path, forms: str, why: str) -> None:
    (told,) = written(folder, "de", 'msgid "yes"\nmsgstr "ja"\n', forms)
    assert told.startswith("de.po: ") and why in told
    assert not (folder / "de.words").exists() and (folder / "fr.words").exists()


def test_a_catalogue_that_is_no_catalogue_is_told_of(folder: Path) -> None:
    (told,) = written(folder, "fr", 'msgid "yes\nno\n')
    assert told.startswith("fr.po cannot be read: ")
    assert not (folder / "fr.words").exists()


def test_planner_can_speak_what_there_is_a_catalogue_of(folder: Path) -> None:
    assert choose({"PLANNER_LANG": "pl", "LANG": "fr_FR"}) == "fr"
    written(folder, "pl", "")
    assert choose({"PLANNER_LANG": "pl", "LANG": "fr_FR"}) == "pl"
    assert choose({"PLANNER_LANG": "../pl", "LANG": "fr_FR"}) == "fr"


@pytest.mark.parametrize("left", [None, b"", b"half", 0.5, 0.99])
def test_words_that_cannot_be_read_cost_a_sentence_and_no_command(
    folder: Path, planner: Planner, left: bytes | float | None
) -> None:
    words = folder / "fr.words"
    whole = words.read_bytes()
    if left is None:
        words.unlink()
    else:
        words.write_bytes(left if isinstance(left, bytes) else whole[: int(len(whole) * left)])
    assert planner("group", "add", "Lyon UX", PLANNER_LANG="fr").code == 0
    said = planner("log", "c 25 lyon-ux answered a question", PLANNER_LANG="fr")
    assert said.code == 0 and said.out.startswith("Logged ")
    (sentence,) = said.err.splitlines()
    assert sentence.startswith("planner: planner speaks English, for its words in “fr” cannot be read: ")
    words.write_bytes(whole)
    assert planner("status", PLANNER_LANG="fr").err == ""


def test_words_of_another_layout_are_not_taken_for_ones_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build.LAYOUT == locale.LAYOUT
    monkeypatch.setattr(build, "LAYOUT", build.LAYOUT + 1)
    build.compile_all(folder)
    assert "made for another planner" in speak_as("fr")
    assert language() == "en"
