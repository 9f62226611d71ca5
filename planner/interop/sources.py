"""Other programs' files as text: whole ones, for what cannot be read line by line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator

from planner.domain.errors import Refused
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.content_lines import in_utf_8
from planner.interop.problem import Problem

#: Bytes that are no UTF-8, as Python lets them stand in a text (PEP 383).
STRAY = re.compile("[\udc80-\udcff]+")

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Bytes by which it is told whether a text without a byte-order mark is UTF-16.
_LOOKED_AT = 4096


class Source(NamedTuple):
    """One file's text with plain line ends, or None where it could not be read; ``name`` is how messages call it."""

    name: str
    text: str | None
    problems: tuple[Problem, ...] = ()


def opened(files: Iterable[tuple[str, Callable[[], bytes]]], *, several: bool) -> Iterator[Source]:
    """Files of content lines one by one, by name. One of several that cannot be read is a problem; else refused."""
    for name, content in files:
        try:
            bytes_ = content()
        except Refused as error:
            if not several:
                raise
            yield Source(name, None, (Problem(name, None, str(error)),))
        else:
            text, problems = text_of(in_utf_8(bytes_), name)
            yield Source(name, text, problems)


def text_of(content: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text in a file's bytes with plain line ends, and what had to be put up with to read it."""
    problems = []
    text, line = decoded(content)
    if line:
        problems.append(Problem(name, line, no_utf_8()))
    if "\0" in text:
        problems.append(Problem(name, None, with_zeros()))
        text = text.replace("\0", "")
    text = text.replace("\ufeff", "")  # a byte-order mark before each of several files that were put together
    return text.replace("\r\n", "\n").replace("\r", "\n"), tuple(problems)


def decoded(content: bytes) -> tuple[str, int]:
    """Bytes as text, and the first line that is not what it should be (0: none).

    They are UTF-8, or UTF-16 by its byte-order mark or its zeros. A byte that is no UTF-8 is read as a Western European
    one (cp1252), and changes nothing of the rest: so what is in Latin-1 throughout is read, too.
    """
    encoding = encoding_of(content)
    if encoding != "utf-8":
        return content.decode(encoding, "replace"), 0
    text = content.decode("utf-8", "surrogateescape")
    stray = STRAY.search(text)
    if stray is None:
        return text, 0
    return STRAY.sub(western, text), text.count("\n", 0, stray.start()) + 1


def encoding_of(head: bytes) -> str:
    """What a text is written in, by its beginning."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    even, odd = head[:_LOOKED_AT:2], head[1:_LOOKED_AT:2]
    if odd and odd.count(0) * 2 > len(odd) and not even.count(0):
        return "utf-16-le"
    if even and even.count(0) * 2 > len(even) and not odd.count(0):
        return "utf-16-be"
    return "utf-8"


def western(stray: re.Match[str]) -> str:
    """Bytes that are no UTF-8 as Western European letters."""
    return stray[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def no_utf_8() -> str:
    """What is to be said of a text that is no UTF-8."""
    return say("it is no UTF-8 text here, so it was read as Latin-1; look at its accents")


def with_zeros() -> str:
    """What is to be said of a text with NUL bytes."""
    return say("it has NUL bytes, as a file has after a crash; they were left out")
