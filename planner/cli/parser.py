"""The parser of a command's words: argparse, with one-line complaints."""

from __future__ import annotations

import argparse
import re
from argparse import Action, ArgumentParser, RawDescriptionHelpFormatter

from planner.cli.page import fitted, page_width
from planner.cli.reflow import reflowed
from planner.domain.errors import Misread
from planner.domain.value.typed import TYPE_CHECKING, Any, NoReturn
from planner.domain.words import plural, say

if TYPE_CHECKING:
    from planner.cli.pages import Page


def _said(text: str) -> str:
    """What argparse says of its own accord, in the language spoken: the lines of a page, and its complaints."""
    return text if text == _HEADING else say(text, context="argparse")


#: How a heading is closed: as newer Pythons ask for it, while older ones put the colon themselves.
_HEADING = "%(heading)s:"


def _counted(one: str, many: str, count: int) -> str:
    return plural(count, one, many, context="argparse")


# argparse looks its words up by gettext's functions, under these names of its own. To gettext itself only the
# environment says the language, and it reads a file of its own making; planner's choice and its catalogue are others.
vars(argparse).update(_=_said, ngettext=_counted)


def placeholder(text: str) -> str:
    """``GROUP [VERDICT]`` in the language spoken: a word in capitals stands for what is typed in its place."""
    return re.sub("[A-Z]{2,}", lambda word: say(word[0].lower()).upper(), text)


class Parser(ArgumentParser):
    """A parser whose complaint is one line, raised like every other misreading.

    With a ``page`` it is there to print it: it passes over the words and options that are not on it.
    """

    def __init__(self, prog: str, description: str, page: Page | None = None) -> None:
        self._page = page
        super().__init__(prog=prog, description=description, formatter_class=_Page, allow_abbrev=False)
        if page and page.words:
            super().add_argument("words", metavar=placeholder(page.words))

    def add_argument(self, *names: str, **said: Any) -> Action:
        """As argparse does, where there is no page or the option is on it."""
        value = said.get("dest") or names[-1].lstrip("-").replace("-", "_")
        if self._page and not (names[0].startswith("-") and self._page.has(value)):
            return Action([], value)
        if said.get("metavar"):
            said["metavar"] = placeholder(said["metavar"])
        return super().add_argument(*names, **said)

    @property
    def flags(self) -> set[str]:
        """The options that take no value."""
        return {name for name, action in self._option_string_actions.items() if action.nargs == 0}

    def format_usage(self) -> str:
        """The usage; reading intermixed words, argparse takes so much off it as its own first word is long."""
        return "usage: " + super().format_usage().removeprefix(_said("usage: "))

    def format_help(self) -> str:
        """The help; argparse parts no word, however long it is."""
        return "".join(f"{part}\n" for line in super().format_help().splitlines() for part in fitted(line))

    def error(self, message: str) -> NoReturn:
        """Raise Misread with argparse's own message."""
        raise Misread(say("{what}; “{command} --help” shows how.", what=message, command=self.prog))


class _Page(RawDescriptionHelpFormatter):
    """Help in the page's width. Given it, argparse does not load ``shutil`` and four compressors to ask for one."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=max(20, min(page_width(), 100) - 2))

    def start_section(self, heading: str | None) -> None:
        """Begin a part; what a language has between a heading and its colon goes with the heading."""
        closed = say("%(heading)s:", context="argparse") % {"heading": heading}
        super().start_section(closed.removesuffix(":") if heading else heading)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        del width, indent  # argparse leaves a margin, and indents nothing that is not within something
        return "\n".join(reflowed(text, page_width()))
