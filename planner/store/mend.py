"""Mending a home: what is damaged is brought back from the newest good backup, with what was written since."""

from __future__ import annotations

import os

from planner import opener
from planner.domain.errors import Newer, StoreError, system_reason
from planner.domain.texts import shown
from planner.domain.value.typed import Any
from planner.domain.words import day_in_words, plural, say

from . import files
from .check import Finding, check, missing, out_of_reach, private
from .contents import FOLDERS, UNDO, WITH_ASIDES, is_of_undo, kept_files, set_aside_in
from .damage import aside_of, aside_since, copy_aside, is_missing, is_whole, keep_place, mended_name, set_aside
from .doubles import parted
from .forms import Misshapen
from .joining import joined, overlaid
from .reading import doubled_in, understood
from .salvage import Salvaged, salvaged
from .schema import fresh
from .shelf import Shelf
from .tables import Tables

#: As many of what is lost are named.
_NAMED = 8


def mend(shelf: Shelf) -> list[Finding]:
    """Put back what is damaged, with what was written since, and make every file private; returns what was done.

    A document that was written again since is put together with the one before the damage, field by field. What was
    damaged stays beside it under another name. Raises StoreError where that cannot be written.
    """
    if not os.path.isdir(shelf.home):
        return []
    findings = []
    with shelf.lock:
        shelf.settle()
        for name in list(kept_files(shelf.home, optional=FOLDERS)):
            findings += _made_readable(shelf, name)
        for name in missing(shelf):
            keep_place(shelf.path(name), shelf.now())
        closed = out_of_reach(shelf)
        shut = {finding.file for finding in closed}
        for aside in set_aside_in(shelf.home, [folder for folder in WITH_ASIDES if folder not in shut]):
            findings.append(_bring_back(shelf, aside_of(aside) or aside, aside))
        findings += closed if findings else []
    return findings or check(shelf)


def _made_readable(shelf: Shelf, name: str) -> list[Finding]:
    """Make a file hers alone, and set it aside if it is damaged."""
    try:
        content = _content(shelf, name)
        done = _protect(shelf, name)
        if name.endswith(".json"):
            understood(name, content)
            done += _parted(shelf, name, content)
    except Misshapen:
        set_aside(shelf.path(name), shelf.now())
        return []
    except Newer:  # check speaks of it
        return done
    except StoreError as error:
        return [Finding(name, False, opener.unfitness(shelf.path(name)) or str(error))]
    return done


def _parted(shelf: Shelf, name: str, content: bytes) -> list[Finding]:
    """Write a file as it is read where records in it share an id; as it was it stays beside it."""
    number = doubled_in(name, content)
    if not number:
        return []
    as_it_was = copy_aside(shelf.path(name))
    shelf.save({name: shelf.load(name).tables})
    _retire(shelf, as_it_was)
    what = plural(
        number,
        "{n} record had the id of another: it has one of its own, where it says something else",
        "{n} records had the ids of others: each has one of its own, where it says something else",
    )
    return [Finding(name, True, what)]


def _protect(shelf: Shelf, name: str) -> list[Finding]:
    if private(shelf.path(name)):
        return []
    try:
        os.chmod(shelf.path(name), files.FILE_MODE)
    except OSError as error:
        return [Finding(name, False, say("others may read or change it: {reason}", reason=system_reason(error)))]
    return [Finding(name, True, say("now for your account alone"))]


def _bring_back(shelf: Shelf, name: str, aside: str) -> Finding:
    """Put back one file that was set aside."""
    content = _content(shelf, aside)
    if is_of_undo(name):
        # Its old images would put back what has long been changed again.
        if name == UNDO and shelf.load(name).stamp is None:
            shelf.save({name: fresh()})
        _retire(shelf, aside)
        return Finding(name, True, say("what can be undone begins anew"))
    if is_whole(name, content):
        shelf.save({name: joined(understood(name, content)[0], shelf.load(name).tables)})
        _retire(shelf, aside)
        return Finding(name, True, say("what was new in what another program wrote is taken in"))
    good = shelf.backups.newest_good(name, lambda content: understood(name, content), aside_since(aside))
    rest = salvaged(content)
    if good is None and is_missing(content):
        shelf.save({name: shelf.load(name).tables})
        _retire(shelf, aside)
        return Finding(name, False, say("it had vanished, and there is no good backup of it: it begins anew"))
    if good is None and not rest.tables:
        return Finding(
            aside, False, say("no good backup, and nothing in it can be read; mend it by hand, or delete it")
        )
    before: Tables = good[1][0] if good else fresh()
    live = shelf.load(name).tables
    shelf.save({name: joined(overlaid(before, parted(rest.tables)), live)})
    _retire(shelf, aside)
    return Finding(name, True, _said(good, rest, before))


def _said(good: tuple[Any, Any] | None, rest: Salvaged, before: Tables) -> str:
    """What was brought back, and what was not."""
    if good is None:
        what = say("brought back as far as it could be read; there was no good backup")
    else:
        what = say("brought back from {day}, with what was written since", day=day_in_words(good[0]))
    if good and not rest.tables:
        return say("; ").join((what, say("what changed after that backup and before the damage could not be read")))
    in_backup = {document.get("id") for documents in before.values() for document in documents.values()}
    older = [id_ for id_ in rest.lost if id_ in in_backup]
    gone = [id_ for id_ in rest.lost if id_ not in in_backup]
    parts = [what]
    if older:
        parts.append(say("of {ids} only what the backup had", ids=_few(older)))
    if gone:
        parts.append(say("{ids} could not be brought back", ids=_few(gone)))
    return say("; ").join(parts)


def _few(ids: list[str]) -> str:
    return ", ".join(map(shown, ids[:_NAMED])) + (", …" if len(ids) > _NAMED else "")


def _retire(shelf: Shelf, aside: str) -> None:
    """Tell a damaged file that has been mended from those that have not."""
    path = shelf.path(aside)  # which is itself where it is a whole path
    try:
        if is_missing(_content(shelf, aside)):
            os.unlink(path)
        else:
            os.rename(path, mended_name(path))
        files.sync_folder(os.path.dirname(path))
    except OSError as error:
        raise files.unwritable(path, error) from None


def _content(shelf: Shelf, name: str) -> bytes:
    file = files.read(shelf.path(name))
    return file[0] if file else b""
