"""The parser of a command's words: argparse, with one-line complaints."""

from __future__ import annotations

import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import NoReturn

from planner.domain.errors import Misread
from planner.domain.words import say


class Parser(ArgumentParser):
    """A parser whose complaint is one line, raised like every other misreading."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, formatter_class=_Page, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Raise Misread with argparse's own message."""
        raise Misread(say("{what}; “{command} --help” shows how.", what=message, command=self.prog))


class _Page(RawDescriptionHelpFormatter):
    """Help as it is written. Given a width, argparse does not load ``shutil`` and four compressors to ask for one."""

    def __init__(self, prog: str) -> None:
        columns = os.environ.get("COLUMNS", "")
        super().__init__(prog, width=int(columns) - 2 if columns.isdecimal() and int(columns) > 20 else 98)
