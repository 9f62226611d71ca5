"""Other programs' files: a file, or a folder of them, brought in as text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from planner import opener
from planner.domain.errors import Refused
from planner.domain.texts import clean, shown
from planner.domain.words import say
from planner.interop.problem import Problem

#: A file larger than this is of another kind: ten years of a log or a calendar are about 5 MB.
LARGEST = 64 * 1024 * 1024


class Source(NamedTuple):
    """One file's text with plain line ends, or None where it could not be read; ``name`` is how messages call it."""

    name: str
    text: str | None
    problems: tuple[Problem, ...] = ()


class Found(NamedTuple):
    """The files that are meant, by path and name, and how many others lie beside them."""

    files: tuple[tuple[str, str], ...]
    others: int
    folder: bool


def found(path: str, suffix: str) -> Found:
    """The file at ``path``; or, in a folder and those in it, every file whose name ends so.

    Hidden folders are other programs' business. Raises Refused where there is nothing, or it may not be looked at.
    """
    if not os.path.isdir(path):
        return Found(((path, os.path.basename(path)),), 0, folder=False)
    files, others = [], 0
    for folder, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            whole = os.path.join(folder, name)
            if name.casefold().endswith(suffix) and os.path.isfile(whole):
                files.append((whole, os.path.relpath(whole, path)))
            else:
                others += 1
    return Found(tuple(files), others, folder=True)


def opened(found: Found) -> Iterator[Source]:
    """The files one by one. One of a folder that cannot be read is a problem; a file asked for by name is refused."""
    for path, called in found.files:
        name = shown(called)
        try:
            bytes_ = content(path)
        except Refused as error:
            if not found.folder:
                raise
            yield Source(name, None, (Problem(name, str(error)),))
        else:
            text, complaints = _text(bytes_)
            yield Source(name, text, tuple(Problem(name, why) for why in complaints))


def content(path: str, most: int = LARGEST) -> bytes:
    """A file's bytes; raises Refused if it cannot be read, or is too large to be what it should."""
    try:
        return opener.content(path, most)[0]
    except OSError as error:
        raise _unreadable(path, error) from None


def _text(bytes_: bytes) -> tuple[str, list[str]]:
    """The text in them, and what had to be put up with to read it."""
    complaints = []
    encoding = "utf-16" if bytes_[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = bytes_.decode(encoding)
    except UnicodeDecodeError as error:
        complaints.append(
            say("it is no UTF-8 text (byte {n}), so it was read as Latin-1; look at its accents", n=error.start + 1)
        )
        text = bytes_.decode("cp1252", "replace")
    if "\0" in text:
        complaints.append(say("it has NUL bytes, as a file has after a crash; they were left out"))
        text = text.replace("\0", "")
    return text.replace("\r\n", "\n").replace("\r", "\n"), complaints


def _refuse(error: OSError) -> None:
    raise _unreadable(str(error.filename), error)


def _unreadable(path: str, error: OSError) -> Refused:
    reason = error.strerror or type(error).__name__
    return Refused(say("“{path}” cannot be read: {reason}.", path=clean(path), reason=reason))
