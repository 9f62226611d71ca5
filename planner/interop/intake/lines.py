"""Lines of text in whatever way a program writes them, one after another: a file of 200,000 is never held whole.

What they are written in is told as of whole texts (``sources.decoded``).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from planner.domain.errors import Refused
from planner.domain.words import say
from planner.interop.intake.part import Part
from planner.interop.problem import Problem
from planner.interop.sources import STRAY, encoding_of, no_utf_8, western, with_zeros

#: Characters that a line has at most; a longer one is passed over and said.
LONGEST = 1_000_000


def head_text(part: Part) -> str:
    """The beginning of a part as text, whatever it is. Raises Refused where it cannot be read."""
    text = part.head.decode(encoding_of(part.head), "replace").replace("\ufeff", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Lines:
    """The lines of a part. ``number`` is that of the last one given; what had to be put up with is in ``problems``."""

    def __init__(self, part: Part, problems: list[Problem]) -> None:
        self.name = part.name
        self.number = 0
        self._part = part
        self._problems = problems
        self._noted: set[str] = set()
        self._encoding = encoding_of(part.head)

    def __iter__(self) -> Iterator[str]:
        """Each line without its end. Raises Refused where already the first cannot be read."""
        errors = "surrogateescape" if self._encoding.startswith("utf-8") else "replace"
        with self._part.open() as file, io.TextIOWrapper(file, self._encoding, errors) as text:
            while line := self._next(text):
                self.number += 1
                if len(line) >= LONGEST and line[-1] != "\n":
                    self._pass_over(text)
                    yield ""
                    continue
                yield self._plain(line.rstrip("\n"))

    def _next(self, text: io.TextIOWrapper) -> str:
        try:
            return text.readline(LONGEST)
        except Refused as error:
            if not self.number:
                raise
            self._problems.append(Problem(self.name, self.number + 1, str(error)))
            return ""

    def _pass_over(self, text: io.TextIOWrapper) -> None:
        """Pass over the rest of a line without end."""
        why = say("the line is longer than {n} characters, so it was passed over", n=LONGEST)
        self._problems.append(Problem(self.name, self.number, why))
        while (rest := text.readline(LONGEST)) and rest[-1] != "\n":
            pass

    def _plain(self, line: str) -> str:
        if "\0" in line:
            line = line.replace("\0", "")
            self._note(with_zeros())
        if line.isascii():
            return line
        if STRAY.search(line):
            line = STRAY.sub(western, line)
            self._note(no_utf_8())
        return line.replace("\ufeff", "")  # a byte-order mark before each of several files that were put together

    def _note(self, why: str) -> None:
        if why not in self._noted:
            self._noted.add(why)
            self._problems.append(Problem(self.name, self.number, why))
