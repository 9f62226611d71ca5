"""Several machines that carry one home by way of one bare repository, with the real git."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.week import Week
from planner.store.home import Home

THURSDAY = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)

#: git as it is on no machine in particular.
NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder: Path, *words: str, feed: str = "", fails: bool = False) -> str:
    """What git answers in a folder, as somebody would use it by hand."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    by = {"GIT_AUTHOR_NAME": "Isabelle", "GIT_AUTHOR_EMAIL": "i@example.org"}
    by |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in by.items()}
    ran = subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**kept, **NOBODY, **by},
        input=feed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert fails or not ran.returncode, ran.stderr
    return ran.stdout.strip()


class Machines:
    """Machines by name, all in one folder beside the repository that they share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.remote = folder / "planner.git"
        if not self.remote.exists():
            git(folder, "init", "--quiet", "--bare", "-b", "main", str(self.remote))
        self._minutes: dict[str, int] = {}

    def copied(self, folder: Path) -> Machines:
        """The same machines in another folder, as if they had been set up there."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        for settings in folder.glob("*/.git/config"):
            settings.write_text(settings.read_text().replace(str(self.folder), str(folder)))
        copy = Machines(folder)
        copy._minutes = dict(self._minutes)
        return copy

    def home(self, name: str) -> Path:
        return self.folder / name

    def desk(self, name: str) -> Desk:
        """The desk of a machine, a minute later each time it is asked for."""
        self._minutes[name] = minutes = self._minutes.get(name, 0) + 1
        clock = Clock(UTC, THURSDAY + timedelta(minutes=minutes))
        return Desk(Home(str(self.home(name)), clock.now, f"planner on {name}", patience=60.0), clock)

    def joined(self, *names: str) -> Machines:
        """Set up on each, one after the other; the first knows a group."""
        self.desk(names[0]).add_group("Lyon UX")
        for name in names:
            self.desk(name).set_up_sync(str(self.remote))
        return self

    def log(self, name: str, line: str) -> str:
        """Log a line on a machine; returns the id of the entry."""
        entry = self.desk(name).log(line).entry
        assert entry
        return entry.id

    def notes(self, name: str) -> list[str]:
        """The notes of all entries of the week, by their start."""
        record = self.desk(name)._home.week(Week.of(THURSDAY))
        return sorted(entry.note for entry in record.entries)

    def data(self, name: str) -> dict[str, bytes]:
        """What is carried of a machine's home, to the byte."""
        home = self.home(name)
        names = ("book.json", *(f"weeks/{file.name}" for file in sorted((home / "weeks").glob("*.json"))))
        return {each: (home / each).read_bytes() for each in names}
