"""Damage: a file that cannot be read is kept under another name, and every command says so until it is mended."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from planner.domain.errors import Damaged, Incomplete, PlannerError, StoreError
from planner.domain.record import WeekRecord
from planner.domain.value.contexts import contextmanager
from planner.domain.value.dates import date, datetime
from planner.domain.value.typed import Any
from planner.domain.words import day_in_words, plural, say

from . import files
from .backups import Backups
from .contents import ASIDE, MENDED, is_data, is_of_undo
from .forms import Misshapen
from .reading import understood
from .schema import fresh
from .tables import encoded


def set_aside(path: str, now: datetime) -> str:
    """Rename a damaged file, overwriting nothing; returns its new path, or its old one where it must stay.

    Where it is a link, that stays one: what it leads to is copied, and begun anew in its place.
    """
    if os.path.islink(path):
        return _copied_through(path)
    wanted = kept = f"{path}{ASIDE}{now:%Y%m%d-%H%M%S}"
    number = 1
    while os.path.lexists(kept):
        number += 1
        kept = f"{wanted}-{number}"
    try:
        os.rename(path, kept)
        files.sync_folder(os.path.dirname(kept))
    except OSError:
        return kept if os.path.lexists(kept) else path
    return kept


def _copied_through(link: str) -> str:
    """Keep a copy of what a link leads to beside the link, and empty that; returns as :func:`set_aside`."""
    try:
        kept = copy_aside(link)
        files.write_whole(link, encoded(fresh()))
    except StoreError:
        return link
    return kept


def copy_aside(path: str) -> str:
    """Keep a copy of a file as it was found, beside it; it is mended as damage is. Returns the path of the copy.

    Its moment is that of the file. Raises StoreError.
    """
    file = files.read(path)
    if file is None:
        return path
    content, (changed, *_) = file
    kept = wanted = f"{path}{ASIDE}{datetime.fromtimestamp(changed / 1e9):%Y%m%d-%H%M%S}"
    number = 1
    while os.path.lexists(kept) and _content(kept) != content:
        number += 1
        kept = f"{wanted}-{number}"
    try:
        if not os.path.lexists(kept):  # else it was kept before a crash
            files.write_new(kept, content)
        files.sync_folder(os.path.dirname(kept))
    except OSError as error:
        raise files.unwritable(path, error) from None
    return kept


#: What stands for a file that has vanished, where it is set aside.
MISSING = b"missing\n"


def keep_place(path: str, now: datetime) -> str:
    """Have it known that a file has vanished, before another takes its place; returns the path that says so.

    The folder it was in may have vanished with it, and is made anew. Raises StoreError.
    """
    kept = f"{path}{ASIDE}{now:%Y%m%d-%H%M%S}"
    files.make_folder(os.path.dirname(path))
    try:
        files.write_new(kept, MISSING)
        files.sync_folder(os.path.dirname(kept))
    except FileExistsError:
        pass
    except OSError as error:
        raise files.unwritable(path, error) from None
    return kept


def is_missing(content: bytes) -> bool:
    """Whether what was set aside only says that a file has vanished."""
    return content == MISSING


def is_whole(name: str, content: bytes) -> bool:
    """Whether a file that was set aside can be read as what it should be: then another program wrote it."""
    try:
        understood(name, content)
    except (Misshapen, PlannerError):
        return False
    return True


def aside_of(file: str) -> str | None:
    """The name a file had before it was set aside; None for one that was not."""
    name, aside, _ = file.partition(ASIDE)
    return name if aside else None


def aside_since(file: str) -> date | None:
    """The day on which a file was set aside, by its name."""
    try:
        return date.fromisoformat(file.partition(ASIDE)[2][:8])
    except ValueError:
        return None


def was_mended(file: str) -> bool:
    """Whether a file is a damaged one whose content is back."""
    return MENDED in file


def mended_name(path: str) -> str:
    """The name for a damaged file that was set aside, once what it held is back."""
    folder, file = os.path.split(path)
    return os.path.join(folder, file.replace(ASIDE, MENDED))


def close(home: str, asides: Iterable[str]) -> None:
    """Give files that were set aside the name of mended ones: what is there now stands for what they held."""
    for aside in asides:
        _rename(os.path.join(home, aside), mended_name(os.path.join(home, aside)))


@contextmanager
def opened_again(home: str, asides: Iterable[str]) -> Iterator[None]:
    """Take :func:`close` back, where the file is there still; it is closed again where what this goes with fails."""
    opened = []
    for aside in asides:
        name, path = aside_of(aside) or "", os.path.join(home, aside)
        if is_data(name) and os.path.dirname(name) == os.path.dirname(aside) and not os.path.lexists(path):
            opened += [aside] if _rename(mended_name(path), path) else []
    try:
        yield
    except Incomplete:  # what it goes with counts
        raise
    except PlannerError:
        close(home, opened)
        raise


def _rename(path: str, to: str) -> bool:
    """Rename a file, and bring that to the disk; whether it could be done."""
    try:
        os.rename(path, to)
        files.sync_folder(os.path.dirname(to))
    except OSError:
        return False
    return True


def aside_words(home: str, aside: str, backups: Backups) -> str:
    """What is to be said of a file that was set aside and is not mended, in words."""
    path = os.path.join(home, aside)
    name = aside_of(aside) or aside
    content = _content(path)
    if is_missing(content):
        return gone(name, backups, aside_since(aside), anew=True)
    if not is_of_undo(name) and is_whole(name, content):
        return say(
            "Another program wrote {file} while a change waited to be finished: the change stands, and what that "
            "program wrote is kept as {path}. “planner check --mend” takes in what is new in it.",
            file=name,
            path=path,
        )
    return str(damaged(name, wrong_with(name, path), path, backups))


def _content(path: str) -> bytes:
    try:
        file = files.read(path)
    except StoreError:
        return b""
    return file[0] if file else b""


def wrong_with(name: str, path: str) -> str:
    """What is wrong with a file, in words."""
    try:
        file = files.read(path)
        understood(name, file[0] if file else b"")
    except (Misshapen, PlannerError) as wrong:
        return str(wrong)
    return say("it could not be used")


def gone(name: str, backups: Backups, since: date | None = None, *, anew: bool = False) -> str:
    """What is to be said of a file that has vanished (on a day ``since``), and whether it was begun anew, in words."""
    if anew:
        what = say("{file} had vanished, and was begun anew.", file=name)
    else:
        what = say("{file} is missing: it was there after the last change.", file=name)
    return f"{what} {_remedy(name, backups, since)}"


def damaged(name: str, wrong: object, kept: str, backups: Backups) -> Damaged:
    """What is wrong with a file, where it is kept, and which backup would put it right, in words."""
    sentences = [say("{file} is damaged: {wrong}.", file=name, wrong=wrong)]
    sentences.append(_remedy(name, backups, aside_since(kept)))
    sentences.append(say("The damaged file is kept as {path}.", path=kept))  # last: a path may be long
    return Damaged(" ".join(sentences))


def _remedy(name: str, backups: Backups, since: date | None) -> str:
    """What puts a file right that was damaged, or vanished, on a day, in words."""
    judge: Callable[[bytes], Any] = lambda content: understood(name, content)  # noqa: E731
    if is_of_undo(name):
        return say("What was done before cannot be undone; “planner check --mend” begins anew.")
    try:
        return _told_of_backup(backups.newest_good(name, judge, since))
    except StoreError as error:
        return str(error)


def _told_of_backup(good: tuple[date, Any] | None) -> str:
    if good is None:
        return say("There is no good backup of it.")
    day, (_, value) = good
    return say("The newest good backup is of {when}: “planner check --mend” puts it back.", when=_when(day, value))


def _when(day: date, value: Any) -> str:
    words = day_in_words(day)
    if not isinstance(value, WeekRecord):
        return words
    return plural(len(value.entries), "{day}, with {n} entry", "{day}, with {n} entries", day=words)
