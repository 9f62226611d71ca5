"""Finds every text that planner can say, in its source and in its values, as translators need it.

python -m tests.locale.templates                a new catalogue, all of it to be translated
python -m tests.locale.templates --missing fr   what a language has no translation of, to be put into its catalogue
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import polib

import planner
from planner import demo, demo_history, demo_people
from planner.cli.commands import COMMANDS, blocks
from planner.cli.pages import PAGES
from planner.domain import words
from planner.domain.appointment import Outcome
from planner.domain.grammar.amend import Amendment
from planner.domain.grammar.pasted import Content
from planner.domain.group import Fit, Nature, Role, Standing, Tool
from planner.domain.kinds import FORMS, Kind
from planner.domain.level import Level
from planner.domain.objective import Aim, Pursuit
from planner.domain.people.doubles import Likeness
from planner.domain.people.thread import Passed
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.tie_list import TieOrder
from planner.domain.person import Circle
from planner.domain.review import Verdict
from planner.domain.settings import WARN
from planner.domain.step import Owed, StepState

SOURCE = Path(planner.__path__[0])

#: Meanings that are told apart where the words are looked up by their value, and not written in the call.
SHORT_MONTH = "cut short"
IN_A_SENTENCE = "in a sentence"
ARGPARSE = "argparse"
SAMPLE = "the sample"


class Text(NamedTuple):
    """A template; of what is counted also ``many``, and where it has two meanings the ``context`` that says which."""

    one: str
    many: str = ""
    context: str = ""


#: What argparse says of its own accord to who uses a command; what it says to who wrote one is nobody's to translate.
OF_ARGPARSE = tuple(
    Text(one, many, ARGPARSE)
    for one, many in (
        ("usage: ", ""),
        ("positional arguments", ""),
        ("options", ""),
        ("%(heading)s:", ""),
        ("show this help message and exit", ""),
        ("argument %(argument_name)s: %(message)s", ""),
        ("unrecognized arguments: %s", ""),
        ("the following arguments are required: %s", ""),
        ("expected one argument", ""),
        ("expected at most one argument", ""),
        ("expected at least one argument", ""),
        ("expected %s argument", "expected %s arguments"),
        ("ignored explicit argument %r", ""),
        ("not allowed with argument %s", ""),
        ("invalid choice: %(value)r (choose from %(choices)s)", ""),
    )
)

#: What a system says of a file or a disk, as Linux and macOS have it.
OF_SYSTEM = tuple(
    Text(reason, context="the system")
    for reason in (
        "No such file or directory",
        "Permission denied",
        "Operation not permitted",
        "Is a directory",
        "Not a directory",
        "No space left on device",
        "Read-only file system",
        "File name too long",
        "Too many levels of symbolic links",
        "Input/output error",
        "Invalid argument",
        "Disk quota exceeded",
        "Too many open files",
        "File exists",
        "File too large",
    )
)


class Translation(NamedTuple):
    """An English template beside one in another language."""

    english: str
    other: str


def catalogue(language: str = "fr") -> dict[Text, tuple[str, ...]]:
    """A language's translations as they are kept: one form of each, or those of what is counted."""
    return {
        Text(entry.msgid, entry.msgid_plural, entry.msgctxt or ""): (
            tuple(entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)) or (entry.msgstr,)
        )
        for entry in polib.pofile(str(SOURCE / "locale" / f"{language}.po"))
        if entry.translated()
    }


def translations(language: str = "fr") -> list[Translation]:
    """Every template beside each of its translations: the first form says ``one``, the others ``many``."""
    return [
        Translation(text.many if number else text.one, form)
        for text, forms in catalogue(language).items()
        for number, form in enumerate(forms)
    ]


def new_catalogue(language: str) -> polib.POFile:
    """An empty catalogue with its header."""
    file = polib.POFile(wrapwidth=78)
    file.header = "The words of planner in one language. CONTRIBUTING.md tells how a catalogue is kept."
    file.metadata = {
        "Project-Id-Version": "planner",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=n != 1;",
    }
    return file


def entry_of(text: Text, forms: tuple[str, ...] = ()) -> polib.POEntry:
    """A text as it stands in a catalogue; tools check the fields of what is flagged."""
    sign, flag = ("%", "python-format") if text.context == ARGPARSE else ("{", "python-brace-format")
    counted = dict(enumerate(forms or ("", ""))) if text.many else {}
    single = forms[0] if forms and not text.many else ""
    return polib.POEntry(
        msgid=text.one,
        msgid_plural=text.many,
        msgctxt=text.context or None,
        msgstr=single,
        msgstr_plural=counted,
        flags=[flag] if sign in text.one else [],
    )


@cache
def nodes() -> tuple[ast.AST, ...]:
    """Every call and every named argument in planner's source: it is gone through once, whoever asks."""
    sources = (path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    return tuple(node for source in sources for node in _telling(source))


def _telling(source: str) -> Iterator[ast.AST]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call | ast.keyword))


@cache
def spoken() -> frozenset[Text]:
    """All texts: those written in a call, the values that are said by their name, and what helps are made of."""
    valued = map(Text, said_values() | help_blocks() | placeholders())
    months = (Text(month, context=SHORT_MONTH) for month in words._MONTHS)
    dates = (Text(part, context=IN_A_SENTENCE) for part in (*words._DAYS, *words._MONTHS))
    sample = (Text(text, context=SAMPLE) for text in sample_texts() if text)
    return frozenset((*_said_in(nodes()), *valued, *months, *dates, *sample, *OF_ARGPARSE, *OF_SYSTEM))


def sample_texts() -> Iterator[str]:
    """What people wrote in the sample."""
    for things, names in (
        (demo.OBJECTIVES, ("id", "title")),
        (demo.GROUPS, ("why", "if_then", "reason")),
        ((demo.PLAN,), ("intention",)),
        ((echo for echoes in demo_history.ECHOES.values() for echo in echoes), ("text",)),
        ((habit for habits in demo_history.HABITS.values() for habit in habits), ("note",)),
        ((demo_history.FAR,), ("note",)),
        (demo_people.PEOPLE, ("position", "how_met", "note")),
        (demo_people.PASSED, ("note", "echo")),
    ):
        yield from (getattr(thing, name) for thing in things for name in names)
    yield from (note for *_, note, _ in demo.THIS_WEEK)
    yield from (text for _, text, *_ in demo_people.STEPS)


def help_blocks() -> set[str]:
    """The parts of what each command says of itself."""
    return {part for name in COMMANDS for part in blocks(import_module(f"planner.cli.{name}_command").__doc__)}


def placeholders() -> set[str]:
    """The words that stand in a usage for what is typed in their place, as they are looked up."""
    pages = [page.words for acts in PAGES.values() for page in acts.values()]
    fields = [field.upper() for field in Amendment._fields]
    named = _metavars(nodes())
    return {word.lower() for text in (*pages, *fields, *named) for word in re.findall("[A-Z]{2,}", text)}


def _metavars(telling: Iterable[ast.AST]) -> Iterator[str]:
    for node in telling:
        if isinstance(node, ast.keyword) and node.arg == "metavar" and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def said_values() -> set[str]:
    """What ``say(kind.value)`` and the like can come to."""
    enums = (
        Kind,
        Nature,
        Standing,
        Role,
        Tool,
        Verdict,
        Aim,
        Pursuit,
        Circle,
        Owed,
        StepState,
        Outcome,
        Warmth,
        Passed,
        Likeness,
        Content,
        TieOrder,
    )
    values = {member.value for enum in enums for member in enum}
    forms = {form for kind_forms in FORMS.values() for form in kind_forms}
    calendar = {*words._DAYS, *words._FULL_DAYS, *words._FULL_MONTHS}
    words_of_degrees = {*(level.word for level in Level), *(stage.word.capitalize() for stage in Stage), *WARN}
    return {*values, *forms, *calendar, *Fit._fields, *COMMANDS.values(), *words_of_degrees}


def literals(source: str) -> Iterator[Text]:
    """The literal texts of every ``say(…)`` and ``plural(…, one, many)`` in a module's source."""
    return _said_in(_telling(source))


def _said_in(telling: Iterable[ast.AST]) -> Iterator[Text]:
    for node in telling:
        name = _called(node)
        if not isinstance(node, ast.Call) or name not in ("say", "plural"):
            continue
        contexts = next((_texts(given.value) for given in node.keywords if given.arg == "context"), [""])
        if name == "say":
            said = [Text(one) for one in _texts(node.args[0])]
        else:
            said = [Text(*both) for both in zip(_texts(node.args[1]), _texts(node.args[2]), strict=True)]
        yield from (text._replace(context=context) for text in said for context in contexts)


def _called(node: ast.AST) -> str:
    """The name of what is called, if anything is."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _texts(node: ast.expr) -> list[str]:
    """``say("one" if many else "other")`` says either."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def missing(language: str) -> list[Text]:
    """What a language has no translation of, in order."""
    return sorted(spoken() - catalogue(language).keys())


if __name__ == "__main__":
    asked = sys.argv[2:] if "--missing" in sys.argv else []
    new = new_catalogue(asked[0] if asked else "")
    new.extend(map(entry_of, missing(asked[0]) if asked else sorted(spoken())))
    print("\n".join(str(entry) for entry in new) if asked else new)
