"""JSON as it comes by: a list of a million events is gone through without being held.

Whoever reads asks for what is next: a value whole, the values of a list, or the members of an object. Source of the
form: RFC 8259.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from planner.domain.errors import Refused
from planner.domain.words import say
from planner.interop.intake.part import Part
from planner.interop.sources import STRAY, encoding_of, western

#: Characters that are read at once, and that one value has at most.
_CHUNK, LONGEST = 256 * 1024, 4 * 1024 * 1024

_BLANK = " \t\n\r\ufeff"


class Broken(Refused):
    """It is no JSON from here on."""


class JsonStream:
    """The JSON of a part. ``line`` is that of the value which comes next."""

    def __init__(self, part: Part) -> None:
        encoding = encoding_of(part.head)
        errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
        self._file = io.TextIOWrapper(part.open(), encoding, errors)
        self._text = ""
        self._at = 0
        self._line = 1
        self._counted = 0  # lines are counted up to here
        self._ended = False
        self._decoder = json.JSONDecoder()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @property
    def line(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def next(self) -> str:
        """The sign that the next value begins with; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def value(self) -> object:
        """The next value, whole. Raises Broken."""
        self.next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except (ValueError, RecursionError):
                if len(self._text) - self._at > LONGEST or not self._more():
                    raise self._broken() from None
                continue
            if end == len(self._text) and self._more():  # a number may go on
                continue
            self._at = end
            return value

    def each(self) -> Iterator[int]:
        """The values of a list, one after the other: each is to be taken before the next. Gives the line of each.

        Raises Broken.
        """
        self._take("[")
        if self.next() == "]":
            self._at += 1
            return
        while True:
            self.next()
            yield self.line
            sign = self.next()
            if sign not in (",", "]"):
                raise self._broken()
            self._at += 1
            if sign == "]":
                return

    def members(self) -> Iterator[str]:
        """The names of an object's members, one after the other: the value of each is to be taken before the next."""
        self._take("{")
        if self.next() == "}":
            self._at += 1
            return
        while True:
            if self.next() != '"':
                raise self._broken()
            name = self.value()
            self._take(":")
            yield str(name)
            sign = self.next()
            if sign not in (",", "}"):
                raise self._broken()
            self._at += 1
            if sign == "}":
                return

    def _take(self, sign: str) -> None:
        if self.next() != sign:
            raise self._broken()
        self._at += 1

    def _more(self) -> bool:
        """Read on; what was taken already is let go."""
        if self._ended:
            return False
        more = self._file.read(_CHUNK + len(self._text) - self._at)
        if not more:
            self._ended = True
            return False
        self._line = self.line
        self._text = self._text[self._at :] + (STRAY.sub(western, more) if not more.isascii() else more)
        self._at = self._counted = 0
        return True

    def _broken(self) -> Broken:
        return Broken(say("from here on it is cut off or no JSON, so the rest could not be read"))
