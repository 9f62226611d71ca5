"""Checking a home: what there is to say of every file in it, and what mending would do. Nothing is changed."""

from __future__ import annotations

import os

from planner import opener
from planner.domain.book import Book
from planner.domain.errors import Newer, StoreError
from planner.domain.record import WeekRecord
from planner.domain.texts import shown
from planner.domain.value import NamedTuple
from planner.domain.words import day_in_words, plural, say

from . import files
from .config import read_settings
from .contents import (
    BACKUPS,
    CONFIG,
    FOLDERS,
    JOURNAL,
    LOCK,
    NEEDED,
    OPTIONAL,
    is_data,
    is_text,
    kept_files,
    set_aside_in,
    strangers,
)
from .copies import copied_from, settings_copied_from
from .damage import aside_of, is_missing, is_whole, was_mended
from .forms import Misshapen
from .lock import can_lock
from .manifest import LAST, SPOILT
from .reading import doubled_in, understood
from .salvage import salvaged
from .shelf import Shelf
from .storage import count
from .tables import has_sides


class Finding(NamedTuple):
    """What is to be said of one file, whether it is as it should be, and what mending would do about it."""

    file: str
    good: bool
    what: str
    mend: str = ""


class _Doubled(Exception):
    """Records in a file share an id; says how many."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def check(shelf: Shelf) -> list[Finding]:
    """Verify every file of a home, once what a planner that is gone has begun is finished, if it can be."""
    files.listed(shelf.home)
    waits = _waits(shelf)
    findings = [_verified(shelf, name) for name in kept_files(shelf.home, optional=FOLDERS)]
    others = (_stranger(shelf, name) for name in strangers(shelf.home, optional=FOLDERS))
    findings += [_vanished(shelf, name) for name in missing(shelf)]
    findings += [*_settings_elsewhere(shelf), *out_of_reach(shelf), *_backups(shelf), *others]
    return [*findings, *_lock(shelf), *_journal(shelf, waits)]


def missing(shelf: Shelf) -> list[str]:
    """The names of the data files that have vanished: the last change left them there, or the newest backup has them.

    Those of which it is told already that they were begun anew are not among them.
    """
    vanished = set(shelf.missing())
    try:
        begun_anew = {aside_of(aside) for aside in set_aside_in(shelf.home)}
    except StoreError:  # out of reach, which is said
        return sorted(vanished)
    vanished |= {name for name in shelf.backups.held() - begun_anew if not os.path.lexists(shelf.path(name))}
    return sorted(vanished)


def _vanished(shelf: Shelf, name: str) -> Finding:
    return Finding(name, False, say("it is missing"), _would_put_back(shelf, name))


def _would_put_back(shelf: Shelf, name: str) -> str:
    """What mending would do about a file that has vanished."""
    if not is_data(name):
        return say("begin anew what can be undone")
    try:
        good = shelf.backups.newest_good(name, lambda content: understood(name, content))
    except StoreError:  # nothing is mended before their folder can be looked into
        return ""
    if good:
        return say("bring it back from {day}, with what was written since", day=day_in_words(good[0]))
    return say("begin it anew; there is no good backup of it")


def _settings_elsewhere(shelf: Shelf) -> list[Finding]:
    """Her settings and themes where she keeps them in a folder of their own."""
    folder = shelf.settings_folder
    if folder == shelf.home:
        return []
    names = filter(is_text, kept_files(folder, optional=FOLDERS))
    return [_text(os.path.join(folder, name), name) for name in names]


def _text(path: str, name: str) -> Finding:
    try:
        return Finding(path, True, _content_of(name, files.read(path)))
    except StoreError as error:
        return Finding(path, False, opener.unfitness(path) or str(error))


def out_of_reach(shelf: Shelf) -> list[Finding]:
    """The folders that cannot be looked into, and why; what is in the others is looked at all the same."""
    findings = []
    for folder in (*FOLDERS, BACKUPS):
        try:
            files.listed(shelf.path(folder))
        except StoreError as error:
            findings.append(Finding(folder, False, str(error)))
    return findings


def _backups(shelf: Shelf) -> list[Finding]:
    """The daily backups that could not be restored; none of them counts as one."""
    try:
        made = shelf.backups.all()
    except StoreError:  # out of reach, which is said
        return []
    judged = ((f"{BACKUPS}/{os.path.basename(backup.path)}", shelf.backups.wrong_with(backup)) for backup in made)
    advice = say("it cannot be restored; delete it once you need nothing in it")
    return [Finding(name, False, say("; ").join((wrong, advice))) for name, wrong in judged if wrong]


def _lock(shelf: Shelf) -> list[Finding]:
    if not can_lock(shelf.path(LOCK)):
        return [Finding(LOCK, False, say("it is no file, so it cannot serve as a lock; delete it"))]
    return _unwritable(shelf)


def _unwritable(shelf: Shelf) -> list[Finding]:
    """What may not be written to, so that nothing can be changed: the home alone, or else what of it is shut."""
    if not os.path.isdir(shelf.home):
        return []
    what = say("it may not be written to, so that nothing can be changed; “chmod u+rwX” allows it")
    if not files.may_write(shelf.home):
        return [Finding(shelf.home, False, what)]
    needed = [name for name in (LOCK, *NEEDED) if name not in OPTIONAL and os.path.exists(shelf.path(name))]
    shut = (name for name in needed if not files.may_write(shelf.path(name)))
    return [Finding(name, False, what) for name in shut if name == LOCK or _is_open(shelf.path(name))]


def _is_open(folder: str) -> bool:
    """Whether a folder can be looked into; of one that cannot it is said elsewhere."""
    return os.path.isdir(folder) and os.access(folder, os.R_OK | os.X_OK)


def _waits(shelf: Shelf) -> str:
    """Why a change that counts cannot be finished, in words; empty where none waits."""
    try:
        shelf.settle()
    except StoreError as error:
        return str(error)
    return ""


def _journal(shelf: Shelf, waits: str) -> list[Finding]:
    """What lies between two changes; only one that ``waits`` keeps a home from being used, and is told of alone."""
    try:
        findings = [Finding(name, _is_harmless(name), what) for name, what in shelf.unfinished()]
        return [Finding(JOURNAL, False, waits), *(each for each in findings if not each.good)] if waits else findings
    except StoreError as error:
        return [Finding(JOURNAL, False, str(error))]


def _is_harmless(name: str) -> bool:
    return not name.endswith(SPOILT) and name != f"{JOURNAL}/{LAST}"


def _verified(shelf: Shelf, name: str) -> Finding:
    try:
        what = _content_of(name, files.read(shelf.path(name)))
    except Misshapen as wrong:
        return _hopeful(shelf, name, say("damaged: {wrong}", wrong=wrong))
    except Newer as error:  # which begins with the name, as a row does
        return Finding(name, False, str(error).removeprefix(f"{name} "))
    except StoreError as error:
        return Finding(name, False, opener.unfitness(shelf.path(name)) or str(error))
    except _Doubled as shared:
        return Finding(name, False, shared.what, say("keep each that says something else under an id of its own"))
    if not private(shelf.path(name)):
        return Finding(name, False, say("others may read or change it"), say("make it yours alone"))
    return Finding(name, True, what)


def _content_of(name: str, kept: tuple[bytes, files.Stamp] | None) -> str:
    """What a file holds, in words. Raises Misshapen, Newer and StoreError."""
    content = kept[0] if kept else b""
    if name == CONFIG:
        settings = read_settings(content)
        if settings.unread or settings.wrong:
            raise StoreError(settings.unread or " ".join(settings.wrong))
        if settings.unknown:
            return say("good; no settings are {keys}", keys=", ".join(map(shown, settings.unknown)))
    elif name.endswith(".json"):
        tables, value = understood(name, content)
        if has_sides(content):
            return say("git has left both sides of a merge in it; “planner merge” puts them together")
        if number := doubled_in(name, content):
            raise _Doubled(plural(number, "{n} record has the id of another", "{n} records have the ids of others"))
        if isinstance(value, WeekRecord):
            return plural(count(tables, "entries"), "good: {n} entry", "good: {n} entries")
        if isinstance(value, Book):
            return plural(count(tables, "groups"), "good: {n} group", "good: {n} groups")
    return say("good")


def private(path: str) -> bool:
    """Whether a data file is for its owner alone; her own files are as she made them."""
    return os.name == "nt" or not path.endswith(".json") or not os.stat(path).st_mode & 0o077


def _hopeful(shelf: Shelf, name: str, what: str, aside: str = "") -> Finding:
    """What is to be said of a damaged file: what mending would do about it, or that it can do nothing."""
    would = _would_bring_back(shelf, name, aside)
    if is_data(name) and not would:
        hopeless = say("no good backup, and nothing in it can be read; mend it by hand, or delete it")
        what = say("; ").join((what, hopeless))
    return Finding(aside or name, False, what, would)


def _would_bring_back(shelf: Shelf, name: str, aside: str = "") -> str:
    """What mending would make of a damaged file; empty where it can do nothing."""
    if not is_data(name):
        return say("begin anew what can be undone") if name.endswith(".json") else ""
    try:
        good = shelf.backups.newest_good(name, lambda content: understood(name, content))
    except StoreError:  # nothing is mended before their folder can be looked into
        return ""
    if good:
        day = day_in_words(good[0])
        return say("bring it back from {day}, with what was written since and what of it can be read", day=day)
    file = files.read(shelf.path(aside or name))
    if file and salvaged(file[0]).tables:
        return say("bring back what of it can be read; there is no good backup of it")
    return ""


def _stranger(shelf: Shelf, name: str) -> Finding:
    """What a file is that planner does not read."""
    if damaged := aside_of(name):
        if is_missing(_read(shelf, name)):
            what = say("{file} had vanished, and was begun anew", file=damaged)
            return Finding(name, False, what, _would_put_back(shelf, damaged))
        if is_data(damaged) and is_whole(damaged, _read(shelf, name)):
            what = say("written by another program while a change waited to be finished, and kept aside")
            return Finding(name, False, what, say("take in what is new in it"))
        what = say("a damaged file, set aside and not yet mended")
        return _hopeful(shelf, damaged, what, name)
    return Finding(name, True, _left_words(name))


def _left_words(name: str) -> str:
    """What a file is that may stay as it is."""
    if was_mended(name):
        return say("a damaged file, mended since; it may be deleted")
    if copy_of := copied_from(name):
        return say("another machine's copy of {file}; “planner merge” takes in what is new in it", file=copy_of)
    if copy_of := settings_copied_from(name):
        return say("another machine's copy of {file}, which is yours to write: take over what you want", file=copy_of)
    return say("not planner's; left alone")


def _read(shelf: Shelf, name: str) -> bytes:
    try:
        file = files.read(shelf.path(name))
    except StoreError:
        return b""
    return file[0] if file else b""
