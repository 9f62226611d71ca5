"""Her own keys: those of her settings, as far as they can be had, in the place of the usual ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import App


class OwnKeys:
    """``moved`` are the keys that she has set, by the names of what they do; ``problems`` what is off in them."""

    def __init__(self) -> None:
        self.moved: Mapping[str, tuple[str, ...]] = {}
        self.problems: tuple[str, ...] = ()
        self._said: Mapping[str, str] = {}

    def begin(self, app: App[Any], said: Mapping[str, str]) -> None:
        """Let them count at once; whether they can all be had is seen once all parts are loaded."""
        self._take(app, said, whole=False)

    def check(self, app: App[Any]) -> None:
        """See which of them can be had, now that all parts may be loaded for that."""
        self._take(app, self._said, whole=True)

    def follow(self, app: App[Any], said: Mapping[str, str]) -> None:
        """Take those that are set, where they are others than before."""
        if said != self._said:
            self._take(app, said, whole=True)

    def _take(self, app: App[Any], said: Mapping[str, str], *, whole: bool) -> None:
        if not said and not self._said:
            return
        from . import keymap

        own = keymap.checked(said) if whole else keymap.read_own(said)
        self._said, self.moved = said, own.moved
        app.set_keymap(keymap.for_textual(own.moved))
        if whole:
            self.problems = own.problems
