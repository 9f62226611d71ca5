"""The one opener: whatever planner reads is a regular file, and no larger than it can sensibly be.

A named pipe would keep a command waiting for ever, a device may do anything when it is opened, and a link that leads
nowhere looks like no file at all: each is refused with a reason that names it.
"""

from __future__ import annotations

import errno
import os
import stat

from planner.domain.words import say

#: Bytes that no data file comes near: a week is some 20 KB, a log of 200,000 rows in one step 60 MB.
LARGEST = 256 * 1024 * 1024


class Unfit(OSError):
    """What is there is no file to be read; its ``strerror`` says what it is, for a person."""

    def __init__(self, words: str) -> None:
        super().__init__(errno.EINVAL, words)

    def __str__(self) -> str:
        return str(self.strerror)


def open_regular(path: str) -> int:
    """Open a regular file to be read; returns its descriptor. Raises OSError, Unfit among them; it never waits."""
    _refuse(_looked_at(path).st_mode)
    file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _refuse(os.fstat(file).st_mode)  # what was looked at may have been replaced
    except OSError:
        os.close(file)
        raise
    return file


def content(path: str, most: int = LARGEST) -> tuple[bytes, os.stat_result]:
    """A regular file's bytes, and its state as they were read. Raises OSError, Unfit beyond ``most`` bytes."""
    file = open_regular(path)
    try:
        state = os.fstat(file)
        if state.st_size > most:
            raise Unfit(_too_large(most))
        parts, room = [], most + 1
        while room and (part := os.read(file, min(room, state.st_size + 1))):
            parts.append(part)
            room -= len(part)
        if not room:
            raise Unfit(_too_large(most))
    finally:
        os.close(file)
    return b"".join(parts), state


def unfitness(path: str) -> str:
    """Why what is there is no file to be read, in words; empty where nothing speaks against it."""
    try:
        os.close(open_regular(path))
    except Unfit as unfit:
        return str(unfit)
    except OSError:
        pass
    return ""


def unlike_a_file(mode: int) -> str:
    """What something is that is no regular file, by its mode; empty for a regular file."""
    for is_it, words in (
        (stat.S_ISREG, ""),
        (stat.S_ISDIR, say("a folder stands where a file should")),
        (stat.S_ISFIFO, say("it is a named pipe, not a file")),
        (stat.S_ISSOCK, say("it is a socket, not a file")),
    ):
        if is_it(mode):
            return words
    return say("it is a device, not a file")


def _looked_at(path: str) -> os.stat_result:
    try:
        return os.stat(path)
    except FileNotFoundError:
        if os.path.islink(path):
            raise Unfit(lost(path)) from None
        raise


def lost(link: str) -> str:
    """What a link is that leads nowhere, in words."""
    return say("it is a link to {target}, and nothing is there", target=os.readlink(link))


def _refuse(mode: int) -> None:
    if words := unlike_a_file(mode):
        raise Unfit(words)


def _too_large(most: int) -> str:
    return say("it is larger than {n} MB", n=most // 1024 // 1024)
