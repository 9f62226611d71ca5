"""Waiting for keys without waking up in between.

Textual's own driver looks for input ten times a second for as long as the app is open; this one sleeps until there is
some. Only the loop that waits is ours: reading what a terminal sends stays Textual's.
"""

from __future__ import annotations

import os
import select
import signal
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

#: Seconds between looks after a key, while the parser may still wait for the rest of an escape sequence…
LOOK = 0.1
#: …and how many such looks find nothing before it sleeps.
LOOKS = 3


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
                sent = os.read(self.fileno, 4096)
                if not sent:
                    return
                for message in parser.feed(decode(sent)):
                    self.process_message(message)
            for message in parser.tick():
                self.process_message(message)
            looks = LOOKS if ready else looks - 1

    def start_application_mode(self) -> None:
        self._wake = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._loop.add_signal_handler(signal.SIGTERM, self._app.exit)  # gives the terminal back as it was

    def disable_input(self) -> None:
        """Stop reading: wake the loop up, so that it sees that it is to end."""
        os.write(self._wake[1], b".")
        super().disable_input()
