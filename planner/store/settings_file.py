"""Her settings file as the home holds it: read when it has changed, and written one value at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from planner.domain.errors import StoreError
from planner.domain.settings import Settings

from . import files
from .contents import CONFIG
from .undo import Turned


class SettingsFile:
    """``config.toml`` in a folder; what is read is read again only when the file has changed."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, CONFIG)
        self._read: tuple[files.Stamp | None, Settings] = (None, Settings())

    def wrong(self) -> list[str]:
        """What is to be said of the file where it cannot be read; nothing where it can."""
        try:
            self.settings()
        except StoreError as error:
            return [str(error)]
        return []

    def readable(self) -> Settings:
        """Her settings, or the usual ones for as long as the file cannot be read; :meth:`wrong` says so."""
        try:
            return self.settings()
        except StoreError:
            return Settings()

    def settings(self) -> Settings:
        """Her settings; a key that is off raises StoreError naming it."""
        stamp = files.stamp_of(self._path)
        if self._read[0] != stamp:
            from .config import settings_in

            found = files.read(self._path)
            self._read = (found[1], settings_in(found[0])) if found else (None, Settings())
        return self._read[1]

    @property
    def notices(self) -> tuple[str, ...]:
        """What of her settings is passed over, where they were asked for: nothing is read for this."""
        if not self._read[1].unknown:
            return ()
        from .config import notices_on

        return notices_on(self._read[1])

    def content(self) -> bytes:
        """The file as it is; empty where there is none."""
        found = files.read(self._path)
        return found[0] if found else b""

    def turned(self, values: Mapping[str, Any]) -> tuple[Turned, ...]:
        """What setting these values comes to: of each that is another, what it was and what it is then."""
        from .config import written_in

        there = written_in(self.content())
        return tuple(Turned(key, there.get(key), value) for key, value in values.items() if there.get(key) != value)

    def against(self, turned: Iterable[Turned]) -> tuple[tuple[Turned, bool], ...]:
        """Each with whether the file still says what it is turned from; what she wrote there since is hers."""
        from .config import written_in

        turned = tuple(turned)
        there = written_in(self.content()) if turned else {}
        return tuple((each, there.get(each.key) == each.was) for each in turned)

    def with_(self, turned: Iterable[Turned]) -> bytes:
        """The file as it is once these are turned; all else in it stays. Raises StoreError for what cannot be."""
        from .config import with_setting

        content = self.content()
        for each in turned:
            content = with_setting(content, each.key, each.now)
        return content
