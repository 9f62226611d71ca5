"""Every help is French from its first word to its last where French is spoken, and shows what is understood."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress

import pytest

from planner.__main__ import main
from planner.cli.commands import COMMANDS, Command, blocks
from planner.cli.pages import PAGES
from planner.domain.errors import Misread
from planner.locale import speak_as
from tests.locale.templates import help_blocks, translations

FRENCH = {text.english: text.other for text in translations()}

#: Every page there is: the overview, each command's, and that of each thing it does.
EVERY = [(), *((name,) for name in COMMANDS), *((name, act) for name, acts in PAGES.items() for act in acts)]

_ENGLISH = re.compile(
    r"(?<![-\w])(the|an|of|and|is|are|was|it|its|what|which|whose|with|without|from|by|to|in|into|this|that|those|these"
    r"|you|your|their|they|not|nothing|nobody|all|each|every|else|where|when|why|how|only|one|there|here|be|has|have"
    r"|print|show this|week|weeks|group|groups|kind|name|path|word|words|line|value|title|person|day|days)(?![-\w])",
    re.IGNORECASE,
)


def french(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The page that French reads."""
    with suppress(SystemExit):
        main([*words, "--help"], {"PLANNER_LANG": "fr"})
    return capsys.readouterr().out


def untyped(page: str) -> str:
    """A page without what is typed as it stands: commands and their options, examples, and lists of names to choose."""
    page = re.sub(r"^usage.*?(?=\[)", "", page)
    page = re.sub(r"^  [a-z]+(?=  )", "", page, flags=re.MULTILINE)  # a command in the overview
    page = re.sub(r"^ *planner( |$)((?!  ).)*", "", page, flags=re.MULTILINE)
    page = re.sub(r"«\u202f.*?\u202f»|\[?--[\w-]+|\{.*?\}|\S+\|\S+|\S+=\S+", "", page, flags=re.DOTALL)
    page = re.sub(r"\w[\w-]* \([^\W\d][^()]*\)", "", page)  # decision-maker (décideur)
    return re.sub(r"\w[\w-]*(,\s+[\w-]+){4,}", "", page)  # name, standing, role, fit, upkeep


def examples(text: str) -> list[str]:
    """What a block shows to type, if that is what it is for."""
    lines = (line.strip() for line in text.splitlines()) if text.lstrip().startswith("planner ") else ()
    return [re.split(" {2,}", line)[0] for line in lines if line.startswith("planner ")]


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_no_page_has_an_english_word_left(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    page = french(capsys, *words)
    assert len(page) > 50
    assert _ENGLISH.findall(untyped(page)) == []


def test_every_block_of_every_help_has_its_french() -> None:
    assert [block for block in help_blocks() if block not in FRENCH] == []
    told = [block for block in help_blocks() if not all(line.startswith("planner ") for line in block.splitlines())]
    assert [block for block in told if FRENCH[block] == block] == []


def test_french_has_the_examples_that_english_has() -> None:
    def shown(text: str) -> list[list[str]]:
        return [re.findall(r"^planner [\w-]+|--\w+", line) for line in examples(text)]

    def in_english(options: list[list[str]]) -> list[list[str]]:
        return [["--not" if option == "--pas" else option for option in line] for line in options]

    odd = [block for block in help_blocks() if shown(block) != in_english(shown(FRENCH[block]))]
    assert odd == []


def test_explanations_stand_in_one_column() -> None:
    for block in help_blocks():
        for text in (block, FRENCH[block]):
            rows = re.findall(r"^ *planner (?:(?!  ).)*  +(?=\S)", text, flags=re.MULTILINE)
            columns = sorted(map(len, rows))
            common = [at for at in set(columns) if columns.count(at) > 1]
            assert len(set(columns)) <= 1 or len(common) <= 1, text
            assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_french_help_shows_to_type_is_read(name: str) -> None:
    speak_as("fr")
    command = Command(name)
    typed = [line for text in blocks(command.text) for line in examples(text) if line.split()[1] == name]
    for line in typed:
        words = shlex.split(line.split(" > ")[0].split(" < ")[0])[2:]
        try:
            command.parse(words)
        except Misread as problem:
            pytest.fail(f"{line}: {problem}")
