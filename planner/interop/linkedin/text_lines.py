"""The lines of a file of the archive, whatever wrote it last: LinkedIn in UTF-8, a spreadsheet in anything."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain

from planner.interop.sources import decoded

#: Characters of one line, and so of a paragraph of a message. A longer one is no text of a person.
LONGEST = 1 << 20

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class TooLong(str):
    """What stands for a line that is too long to be kept."""

    __slots__ = ()


def text_lines(chunks: Iterable[bytes]) -> Iterator[str]:
    """Lines without their ends; one that is too long is an empty :class:`TooLong`. What was not UTF-8 is Western."""
    for number, line in enumerate(_lines(_in_utf_8(iter(chunks)))):
        if isinstance(line, str):
            yield line
            continue
        text = decoded(line.removeprefix(codecs.BOM_UTF8) if not number else line)[0]
        yield text.replace("\0", "").removesuffix("\r")


def _in_utf_8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    first = next(chunks, b"")
    encoding = _UTF_16.get(first[:2]) or _unmarked(first[:64])
    if not encoding:
        yield first
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chain((first,), chunks):
        yield decoder.decode(chunk).encode("utf-8", "replace")


def _unmarked(head: bytes) -> str:
    """UTF-16 without a mark: of plain English columns every second byte is nothing."""
    if len(head) < 8 or b"\0" not in head:
        return ""
    even, odd = head[0::2], head[1::2]
    if not any(odd) and all(even):
        return "utf-16-le"
    return "utf-16-be" if not any(even) and all(odd) else ""


def _lines(chunks: Iterator[bytes]) -> Iterator[bytes | TooLong]:
    rest, end, dropping = b"", b"", False
    for chunk in chunks:
        end = end or _end_of(chunk)
        *lines, last = (rest + chunk).split(end)
        for line in lines:
            yield TooLong() if dropping or len(line) > LONGEST else line
            dropping = False
        rest = last
        if len(rest) > LONGEST:
            rest, dropping = b"", True
    if dropping or len(rest) > LONGEST:
        yield TooLong()
    elif rest:
        yield rest


def _end_of(chunk: bytes) -> bytes:
    """What ends the lines: an old spreadsheet's have a lone CR."""
    return b"\r" if b"\r" in chunk and b"\n" not in chunk else b"\n"
