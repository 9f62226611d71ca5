"""Each part that has keys says in two sentences what it is for, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.dom import DOMNode

import planner.tui
from planner.locale import speak_as
from planner.tui.companies.keys import PAGE_ABOUT as COMPANY
from planner.tui.help.screen import HelpScreen
from planner.tui.help.try_line import TryLine
from planner.tui.imports.file_panel import FileTree
from planner.tui.people.keys import PAGE_ABOUT as PERSON
from planner.tui.widgets.about import About
from planner.tui.widgets.page import Page
from planner.tui.widgets.panel import Panel
from planner.tui.widgets.screen import PlannerScreen

#: Help itself, and parts that are one with what they stand in, which says it.
OF_ANOTHER = {HelpScreen, TryLine, Page, FileTree, Panel, PlannerScreen}


def parts() -> list[type[DOMNode]]:
    """Every class of ours that has keys of its own."""
    for module in walk_packages(planner.tui.__path__, "planner.tui."):
        import_module(module.name)

    def below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    ours = {each for each in below(DOMNode) if each.__module__.startswith("planner.") and "KEYS" in vars(each)}
    return sorted(ours - OF_ANOTHER, key=lambda each: each.__qualname__)


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.__name__)
def test_a_part_that_has_keys_says_what_it_is_for(part: type[DOMNode]) -> None:
    told = vars(part).get("ABOUT")
    assert isinstance(told, About)
    _is_told_in_two_sentences(told)


@pytest.mark.parametrize("page", [PERSON, COMPANY])
def test_a_page_in_the_tables_place_says_what_it_is_for(page: About) -> None:
    _is_told_in_two_sentences(page)


def _is_told_in_two_sentences(told: About) -> None:
    said = set()
    for language in ("en", "fr"):
        speak_as(language)
        words = told.words()
        assert words.endswith(".") and words.count(". ") == 1
        assert told.title()[0].isupper() and not told.title().endswith(".")
        said.add(words)
    assert len(said) == 2
