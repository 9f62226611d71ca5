"""What a home holds, by name: its data files, and what else of it is worth a copy."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from planner.domain.errors import Misread, StoreError
from planner.domain.value.dates import timedelta
from planner.domain.week import Week

from .files import listed

BOOK = "book.json"
TIMER = "timer.json"
DEEDS = "deeds.json"  # what she did elsewhere, as its archive says
UNDO = "undo.json"
WEEKS = "weeks"  # the folder of the weeks
CONFIG = "config.toml"
MAP = "map.toml"  # what other programs' names mean: hers to write
LOCK = ".lock"
JOURNAL = "journal"  # the folder of what is being changed
BACKUPS = "backups"
#: Made from the weeks, and made anew whenever they are gone.
RHYTHM, TRACES, STRANDS = ".rhythm.json", ".traces.json", ".strands.json"
TWICE = ".twice.json"  # which files may keep something twice; made anew whenever it is gone
VERIFIED = ".verified.json"  # when a daily backup was last restored for a test, and what came of it
TOLD = ".told.json"  # what her own command was told; made anew when it is gone, and then it is told again
USES = ".finds.json"  # how often she took what she found: no data, and in no copy
FEEDS = "feeds.opml"  # what she follows elsewhere, for a feed reader to open; made anew by planner

#: What tells git, where it carries the home, which files are carried and how they are merged.
OF_GIT = IGNORE, ATTRIBUTES = ".gitignore", ".gitattributes"

#: Between a file's name and the moment at which it was set aside as damaged, and once what it held is back.
ASIDE, MENDED = ".damaged-", ".mended-"

THEMES = "themes"

#: How long a daily backup that was verified vouches for those after it. The time of the file that keeps what came of
#: it says from when on that is counted, so that asking whether another is due costs a change one look.
VERIFY_EVERY = timedelta(days=7)

_FILES = (BOOK, TIMER, DEEDS, UNDO, CONFIG, MAP)
_FOLDERS = {WEEKS: ".json", "undo": ".json", "themes": ".toml"}

#: The folders that a home has, or will.
NEEDED = (*_FOLDERS, JOURNAL, BACKUPS)

#: The folders whose files a copy of the home should have; and nothing waits for themes out of reach: check says so.
FOLDERS, OPTIONAL = tuple(_FOLDERS), (THEMES,)


def week_file(week: Week) -> str:
    """The name of a week's file."""
    return week.file


@lru_cache(maxsize=2048)
def week_named(name: str) -> Week | None:
    """The week of a file's name; None for any other file. A screen asks for the same five hundred again and again."""
    folder, _, file = name.rpartition("/")
    if folder != WEEKS or not file.endswith(".json"):
        return None
    try:
        return Week.from_name(file.removesuffix(".json"))
    except Misread:
        return None


def is_data(name: str) -> bool:
    """Whether a file's name is one of her data: the book, the timer, the deeds or a week."""
    return name in (BOOK, TIMER, DEEDS) or week_named(name) is not None


def is_lasting(name: str) -> bool:
    """Whether a file's name is one of those that, once they are there, no change takes away."""
    return name == UNDO or is_data(name)


def is_of_undo(name: str) -> bool:
    """Whether a file holds what can be undone, and nothing else."""
    return name == UNDO or name.startswith("undo/")


def is_text(name: str) -> bool:
    """Whether a file's name is one of what she writes herself: settings or a theme."""
    folder, _, file = name.partition("/")
    return name in (CONFIG, MAP) or (
        folder == "themes" and file.endswith(".toml") and not file.startswith(".") and not set(file) & set("/\\\0:")
    )


def images_file(step_id: str, name: str) -> str:
    """The name of the file that keeps the images which a large step has of the data file ``name``."""
    return f"undo/{step_id}-{name.removeprefix('weeks/')}"


def images_files(home: str, step_id: str) -> dict[str, str]:
    """The files that keep a large step's images, by the data file they are of."""
    images = {}
    for file in sorted(listed(os.path.join(home, "undo"))):
        step, dash, name = file.partition("-")
        if step == step_id and dash and name.endswith(".json"):
            week = f"weeks/{name}"
            images[week if week_named(week) else name] = f"undo/{file}"
    return images


def is_kept(name: str) -> bool:
    """Whether a name is one that planner gives its data, or she her settings and themes: no other leads anywhere."""
    if name in _FILES or week_named(name):
        return True
    folder, _, file = name.partition("/")
    stem, ending = os.path.splitext(file)
    plain = not stem.startswith(".") and not set(stem) & set("/\\\0:")
    return folder in ("undo", "themes") and ending == _FOLDERS[folder] and plain


def is_place_of_data(home: str, path: str) -> bool:
    """Whether a path leads to where a home keeps what is its own: nothing for elsewhere may be written there."""
    name = os.path.relpath(os.path.realpath(path), os.path.realpath(home))
    return is_kept(name) or name.split(os.sep)[0] in (*NEEDED, LOCK)


def weeks_in(home: str) -> list[Week]:
    """The weeks that have a file, oldest first."""
    weeks = (week_named(f"{WEEKS}/{file}") for file in listed(os.path.join(home, WEEKS)))
    return sorted(week for week in weeks if week)


def kept_files(home: str, optional: Container[str] = OPTIONAL) -> Iterator[str]:
    """The names of all files that a copy of the home should have, in a fixed order.

    An ``optional`` folder that cannot be looked into is passed over; another raises StoreError.
    """
    yield from (name for name in _FILES if os.path.lexists(os.path.join(home, name)))
    for folder, ending in _FOLDERS.items():
        names = (f"{folder}/{file}" for file in _sorted(home, folder, optional) if file.endswith(ending))
        yield from (name for name in names if folder != WEEKS or week_named(name))


#: The folders in which damaged files may be set aside.
WITH_ASIDES = ("", WEEKS, "undo")


def set_aside_in(home: str, folders: Iterable[str] = WITH_ASIDES) -> list[str]:
    """The names of the damaged files that are not mended yet, in a fixed order. Raises StoreError."""
    names = []
    for folder in folders:
        names += sorted(name for name in names_in(home, folder) if ASIDE in name)
    return names


def names_in(home: str, folder: str) -> list[str]:
    """The names of all that stands in a folder of the home (empty: itself). Raises StoreError."""
    names = listed(os.path.join(home, folder) if folder else home)
    return [f"{folder}/{file}" for file in names] if folder else names


def strangers(home: str, optional: Container[str] = OPTIONAL) -> Iterator[str]:
    """The names of the files in a home that planner does not read, those it has set aside among them.

    It passes over folders, and raises, as :func:`kept_files` does.
    """
    made = RHYTHM, TRACES, STRANDS, TWICE, VERIFIED, TOLD, USES, FEEDS
    known = {*kept_files(home, optional), LOCK, *made, *NEEDED, *OF_GIT}
    for folder in ("", *_FOLDERS):
        for file in _sorted(home, folder, optional):
            name = f"{folder}/{file}" if folder else file
            if name not in known and os.path.isfile(os.path.join(home, folder, file)):
                yield name


def _sorted(home: str, folder: str, optional: Container[str]) -> list[str]:
    try:
        return sorted(listed(os.path.join(home, folder)))
    except StoreError:
        if folder not in optional:
            raise
        return []
