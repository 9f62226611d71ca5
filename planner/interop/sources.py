"""Other programs' files: a file, or a folder of them, brought in as text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from planner import opener
from planner.domain.errors import Refused
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.content_lines import in_utf_8
from planner.interop.problem import Problem

#: A file larger than this is of another kind: ten years of a log or a calendar are about 5 MB.
LARGEST = 64 * 1024 * 1024

#: Bytes that are no UTF-8, as Python lets them stand in a text (PEP 383).
_STRAY = re.compile("[\udc80-\udcff]+")


class Source(NamedTuple):
    """One file's text with plain line ends, or None where it could not be read; ``name`` is how messages call it."""

    name: str
    text: str | None
    problems: tuple[Problem, ...] = ()


class SourceFiles(NamedTuple):
    """The files that are meant, by path and name, and how many others lie beside them."""

    files: tuple[tuple[str, str], ...]
    others: int
    folder: bool


def files_at(path: str, suffix: str) -> SourceFiles:
    """The file at ``path``; or, in a folder and those in it, every file whose name ends so.

    Hidden folders are other programs' business. Raises Refused where there is nothing, or it may not be looked at.
    """
    if not os.path.isdir(path):
        return SourceFiles(((path, os.path.basename(path)),), 0, folder=False)
    files, others = [], 0
    for folder, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            whole = os.path.join(folder, name)
            if name.casefold().endswith(suffix) and os.path.isfile(whole):
                files.append((whole, os.path.relpath(whole, path)))
            else:
                others += 1
    return SourceFiles(tuple(files), others, folder=True)


def opened(files: SourceFiles) -> Iterator[Source]:
    """Files of content lines one by one. One of a folder that cannot be read is a problem; one by name is refused."""
    for path, called in files.files:
        name = shown(called)
        try:
            bytes_ = content(path)
        except Refused as error:
            if not files.folder:
                raise
            yield Source(name, None, (Problem(name, None, str(error)),))
        else:
            text, problems = text_of(in_utf_8(bytes_), name)
            yield Source(name, text, problems)


def content(path: str, most: int = LARGEST) -> bytes:
    """A file's bytes; raises Refused if it cannot be read, or is too large to be what it should."""
    try:
        return opener.content(path, most)[0]
    except OSError as error:
        raise _unreadable(path, error) from None


def text_of(content: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text in a file's bytes with plain line ends, and what had to be put up with to read it."""
    problems = []
    text, line = decoded(content)
    if line:
        why = say("it is no UTF-8 text here, so it was read as Latin-1; look at its accents")
        problems.append(Problem(name, line, why))
    if "\0" in text:
        problems.append(Problem(name, None, say("it has NUL bytes, as a file has after a crash; they were left out")))
        text = text.replace("\0", "")
    text = text.replace("\ufeff", "")  # a byte-order mark before each of several files that were put together
    return text.replace("\r\n", "\n").replace("\r", "\n"), tuple(problems)


def decoded(content: bytes) -> tuple[str, int]:
    """Bytes as text, and the first line that is not what it should be (0: none).

    They are UTF-8, or UTF-16 by its byte-order mark. A byte that is no UTF-8 is read as a Western European one
    (cp1252), and changes nothing of the rest: so what is in Latin-1 throughout is read, too.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace"), 0
    text = content.decode("utf-8", "surrogateescape")
    stray = _STRAY.search(text)
    if stray is None:
        return text, 0
    return _STRAY.sub(lambda found: _western(found[0]), text), text.count("\n", 0, stray.start()) + 1


def _western(stray: str) -> str:
    return stray.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _refuse(error: OSError) -> None:
    raise _unreadable(str(error.filename), error)


def _unreadable(path: str, error: OSError) -> Refused:
    reason = error.strerror or type(error).__name__
    return Refused(say("“{path}” cannot be read: {reason}.", path=clean(path), reason=reason))
