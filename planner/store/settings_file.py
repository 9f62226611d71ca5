"""Her settings file as the home holds it: read when it has changed, and written one value at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from planner.domain.errors import StoreError
from planner.domain.settings import Settings
from planner.domain.value.typed import TYPE_CHECKING, Any

from . import files
from .contents import CONFIG

if TYPE_CHECKING:
    from .steps import Turned

#: In place of the stamp of a file that could not be read: no file has it.
_UNREAD = (-1, -1, -1)


class SettingsFile:
    """``config.toml`` in a folder; what is read is read again only when the file has changed."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, CONFIG)
        self._stamp: files.Stamp | None = None
        self._settings = Settings()
        #: What there is to say of the file as it was read last, until it is mended.
        self.notices: tuple[str, ...] = ()

    def settings(self) -> Settings:
        """Her settings; what is off in the file is as usual, and :attr:`notices` tell of it."""
        try:
            stamp = files.stamp_of(self._path)
            if stamp != self._stamp:
                self._read_anew()
        except StoreError as error:
            self._stamp, self._settings, self.notices = _UNREAD, Settings(), (str(error),)
        return self._settings

    def _read_anew(self) -> None:
        from .config import read_settings

        file = files.read(self._path)
        read = read_settings(file[0] if file else b"")
        self._stamp = file[1] if file else None
        self._settings, self.notices = read.settings, read.notices

    def content(self) -> bytes:
        """The file as it is; empty where there is none."""
        file = files.read(self._path)
        return file[0] if file else b""

    def turned(self, values: Mapping[str, Any]) -> tuple[Turned, ...]:
        """What setting these values comes to: of each that is another, what it was and what it is then."""
        from .config import written_in
        from .steps import Turned

        there = written_in(self.content())
        return tuple(Turned(key, there.get(key), value) for key, value in values.items() if there.get(key) != value)

    def against(self, turned: Iterable[Turned]) -> tuple[tuple[Turned, bool], ...]:
        """Each with whether the file still says what it is turned from; what she wrote there since is hers."""
        turned = tuple(turned)
        if not turned:
            return ()
        from .config import written_in

        there = written_in(self.content())
        return tuple((each, there.get(each.key) == each.was) for each in turned)

    def with_(self, turned: Iterable[Turned]) -> bytes:
        """The file as it is once these are turned; all else in it stays. Raises StoreError for what cannot be."""
        from .config import with_setting

        content = self.content()
        for each in turned:
            content = with_setting(content, each.key, each.now)
        return content
