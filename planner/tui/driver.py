"""Waiting for keys without waking up in between.

Textual's own driver looks for input ten times a second for as long as the app is open; this one sleeps until there is
some. Only the loop that waits is ours: reading what a terminal sends stays Textual's. It alone sees what came at one
go, so it is here that text which no hand has typed becomes a paste.
"""

from __future__ import annotations

import os
import select
import signal
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from .bursts import gathered

#: Seconds between looks after a key, while the parser may still wait for the rest of an escape sequence…
LOOK = 0.1
#: …and how many such looks find nothing before it sleeps.
LOOKS = 3

#: Seconds after a key in which no hand types the next one, where it might act…
HAND = 0.03
#: …and in which a terminal hands on what is pasted, where keys are text anyway and are not to wait.
PASTE = 0.004

#: Keys that only choose and begin no text: they are answered at once, as nothing is lost by one.
CHOOSING = b"[]"

#: Bytes read at one go, and the most that are gathered.
CHUNK, MOST = 4096, 1 << 20


class QuietDriver(LinuxDriver):
    """The driver for terminals, asleep between keys."""

    def run_input_thread(self) -> None:
        """Pass on what the terminal sends, until input is disabled or the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        looks = LOOKS
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno, self._wake[0]], [], [], LOOK if looks else None)
            if self.fileno in ready:
                sent = self._read()
                if not sent:
                    return
                for message in gathered(list(parser.feed(decode(sent)))):
                    self.process_message(message)
            for message in parser.tick():
                self.process_message(message)
            looks = LOOKS if ready else looks - 1

    def _read(self) -> bytes:
        """What the terminal has sent; after a letter or a figure, what follows it faster than a hand, too."""
        sent = os.read(self.fileno, CHUNK)
        pause = HAND if sent[:1] not in CHOOSING and self._letters_act() else PASTE
        while sent[:1] >= b" " and len(sent) < MOST and select.select([self.fileno], [], [], pause)[0]:
            more = os.read(self.fileno, CHUNK)
            sent += more
            if not more or more[:1] == b"\x1b":  # a key of another kind, or a mouse that moves: no text goes on
                break
        return sent

    def _letters_act(self) -> bool:
        """Whether the screen in front waits to see if a letter is the first of a text."""
        stack = self._app.screen_stack
        return bool(stack) and stack[-1].focused is None and getattr(stack[-1], "WAITS_FOR_TEXT", False)

    def start_application_mode(self) -> None:
        self._wake = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._loop.add_signal_handler(signal.SIGTERM, self._app.exit)  # gives the terminal back as it was

    def disable_input(self) -> None:
        """Stop reading: wake the loop up, so that it sees that it is to end."""
        os.write(self._wake[1], b".")
        super().disable_input()
