"""Finds every text that planner can say, in its source and in its values.

python -m tests.locale.templates             all of them
python -m tests.locale.templates --missing   those without a French translation
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import planner
from planner.cli.commands import COMMANDS, blocks
from planner.cli.pages import PAGES
from planner.domain import words
from planner.domain.appointment import Outcome
from planner.domain.grammar.amend import Amendment
from planner.domain.grammar.pasted import Found
from planner.domain.group import Fit, Nature, Role, Standing
from planner.domain.kinds import FORMS, Kind
from planner.domain.level import Level
from planner.domain.objective import Aim, Pursuit
from planner.domain.people.doubles import Likeness
from planner.domain.people.thread import Passed
from planner.domain.people.tie import Stage, Warmth
from planner.domain.person import Circle
from planner.domain.review import Verdict
from planner.domain.step import Owed, StepState

SOURCE = Path(planner.__path__[0])

#: What a catalogue says of its language: its code, and which numbers are singular. These are no texts.
FACTS = ("language", "plural")


def catalogue(language: str = "fr") -> dict[str, str]:
    """A language's translations as they are kept, English template to its own."""
    found: dict[str, str] = json.loads((SOURCE / "locale" / f"{language}.json").read_text(encoding="utf-8"))
    for fact in FACTS:
        found.pop(fact)
    return found


def spoken() -> set[str]:
    """All templates: those written in a call, the values that are said by their name, and what helps are made of."""
    sources = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
    return {text for source in sources for text in literals(source)} | said_values() | help_blocks() | placeholders()


def help_blocks() -> set[str]:
    """The parts of what each command says of itself."""
    return {part for name in COMMANDS for part in blocks(import_module(f"planner.cli.{name}_command").__doc__)}


def placeholders() -> set[str]:
    """The words that stand in a usage for what is typed in their place, as they are looked up."""
    pages = [page.words for acts in PAGES.values() for page in acts.values()]
    fields = [field.upper() for field in Amendment._fields]
    named = [text for path in SOURCE.rglob("*.py") for text in _metavars(path.read_text(encoding="utf-8"))]
    return {word.lower() for text in (*pages, *fields, *named) for word in re.findall("[A-Z]{2,}", text)}


def _metavars(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg == "metavar" and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def said_values() -> set[str]:
    """What ``say(kind.value)`` and the like can come to."""
    enums = (
        Kind,
        Nature,
        Standing,
        Role,
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
        Found,
    )
    values = {member.value for enum in enums for member in enum}
    forms = {form for kind_forms in FORMS.values() for form in kind_forms}
    calendar = {*words._DAYS, *words._FULL_DAYS, *words._MONTHS, *words._FULL_MONTHS}
    words_of_degrees = {*(level.word for level in Level), *(stage.word.capitalize() for stage in Stage)}
    return {*values, *forms, *calendar, *Fit._fields, *COMMANDS.values(), *words_of_degrees}


def literals(source: str) -> Iterator[str]:
    """The literal templates of every ``say(…)`` and ``plural(…, one, many)`` in a module's source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            for argument in _templates(node):
                yield from _texts(argument)


def _templates(call: ast.Call) -> list[ast.expr]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return {"say": call.args[:1], "plural": call.args[1:3]}.get(name, [])


def _texts(node: ast.expr) -> Iterator[str]:
    """``say("one" if many else "other")`` says either."""
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


if __name__ == "__main__":
    known = catalogue() if "--missing" in sys.argv else {}
    for template in sorted(spoken() - known.keys()):
        print(json.dumps(template, ensure_ascii=False))
