"""Watching a home: the kernel says when a file changes, so that nothing is done while nothing happens."""

from __future__ import annotations

import os
from collections.abc import Callable

from planner.domain.errors import StoreError, system_reason
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

from .contents import BOOK, CONFIG, DEEDS, TIMER, UNDO, week_named
from .files import make_folder

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver


class Watcher:
    """Watches until it is stopped."""

    def __init__(self, observer: BaseObserver) -> None:
        self._observer = observer

    def stop(self) -> None:
        """Stop watching; no call comes after this."""
        self._observer.stop()
        self._observer.join()


def watch(path: str, on_change: Callable[[], None]) -> Watcher:
    """Call ``on_change``, from a thread of its own, whenever a data file in the home ``path`` has changed.

    Makes the home where there is none. Raises StoreError where it cannot be watched.
    """
    from watchdog.events import (
        FileClosedEvent,
        FileCreatedEvent,
        FileDeletedEvent,
        FileMovedEvent,
        FileSystemEventHandler,
    )
    from watchdog.observers import Observer

    class News(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if any(map(_is_data, map(os.fsdecode, (event.src_path, event.dest_path)))):
                on_change()

    observer = Observer()
    # Ours are replaced by renames, an editor's are closed; to be told of reads as well would wake this up for nothing.
    changes: list[type[FileSystemEvent]] = [FileCreatedEvent, FileClosedEvent, FileMovedEvent, FileDeletedEvent]
    try:
        for folder in (path, os.path.join(path, "weeks")):
            make_folder(folder)
            observer.schedule(News(), folder, event_filter=changes)
        observer.start()
    except OSError as error:
        raise StoreError(
            say("{folder} cannot be watched for changes: {reason}.", folder=path, reason=system_reason(error))
        ) from None
    return Watcher(observer)


def _is_data(path: str) -> bool:
    folder, file = os.path.split(path)
    return file in (BOOK, TIMER, DEEDS, UNDO, CONFIG) or week_named(f"{os.path.basename(folder)}/{file}") is not None
