"""Every refusal says how to go on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import planner

HERE = Path(planner.__file__).parent

REFUSALS = ("Misread", "Refused", "Unknown", "StoreError", "Ambiguous")

#: How a refusal goes on: by a sentence or a part of one more, by saying what to write, or that all is well as it is.
GOES_ON = re.compile(r"[;:.?] .*\w|such as|should be|^Say |^Name |takes no|looks back|nothing|Nothing|already")


def refusals() -> Iterator[tuple[str, str]]:
    """Where each whole sentence that refuses something stands, and its words."""
    for path in sorted(HERE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REFUSALS):
                continue
            said = node.args[0] if node.args else None
            if isinstance(said, ast.Call) and isinstance(said.func, ast.Name) and said.func.id in ("say", "plural"):
                texts = [each.value for each in said.args if isinstance(each, ast.Constant)]
                yield from ((path.name, text) for text in texts if isinstance(text, str) and text.endswith("."))


def test_a_refusal_says_how_to_go_on() -> None:
    told = [*refusals()]
    assert len(told) > 150
    assert [(where, text) for where, text in told if not GOES_ON.search(text)] == []


@pytest.mark.parametrize("text", ["“{text}” is no week.", "{path} cannot be read."])
def test_what_only_says_no_is_found(text: str) -> None:
    assert not GOES_ON.search(text)
