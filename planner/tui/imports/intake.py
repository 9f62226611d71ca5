"""What is under way on the screen: the file that was read, what its names mean, what it would bring. It is kept while
she looks at other screens."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from planner.desk import Desk
from planner.desk.imports import Tell
from planner.domain.kinds import Kind
from planner.domain.words import listing, say
from planner.interop.account import Account
from planner.interop.import_words import reasons
from planner.interop.intake.draft import Unmapped
from planner.interop.intake.mapping import Meaning, written
from planner.interop.reading import Reading, propose
from planner.tui.imports.offer import Offer
from planner.tui.imports.work import Work


class Proposed:
    """What was read at some ``paths``, by a ``desk`` of its own, and what she says of it."""

    def __init__(self, desk: Desk, paths: tuple[str, ...], reading: Reading) -> None:
        self.desk, self.paths, self.reading = desk, paths, reading
        self.offer = Offer(reading.proposal.items())
        self.meanings: dict[str, Meaning] = {}
        self.year = reading.proposal.year(())  # goes through the weeks of a year

    @property
    def account(self) -> Account:
        return self.reading.proposal.account

    @property
    def waits(self) -> tuple[Unmapped, ...]:
        """The names that nothing says the kind of, the largest first."""
        return self.reading.proposal.waits

    @property
    def reasons(self) -> list[str]:
        """Why rows are not taken, or only in part; names that wait are told as such."""
        told = {(each.file, each.row) for each in self.waits}
        return reasons([each for each in self.account.problems if (each.file, each.row) not in told])

    @property
    def brings(self) -> bool:
        """Whether there is anything to bring in."""
        return self.reading.proposal.keep is not None

    def mean(self, waits: Unmapped, *, kind: Kind | None = None, group: str | None = None, skip: bool = False) -> None:
        """Say what a name means; what was said of it before stays where it is not said anew."""
        before = self.meanings.get(waits.name, Meaning())
        self.meanings[waits.name] = Meaning(
            None if skip else kind or before.kind,
            group=before.group if group is None else group,
            skip=skip or (before.skip and not kind),
        )

    def apply(self, tell: Tell) -> Account:
        """Bring in all that is not left out, as one change."""
        return self.reading.proposal.apply(self.desk, tell, frozenset(self.offer.out))


class Intake:
    """What is proposed, if anything is; what goes on; and what was said of what was brought in last."""

    def __init__(self) -> None:
        self.proposed: Proposed | None = None
        self.work: Work | None = None
        self.said: tuple[str, ...] = ()


def read(desk: Desk, paths: tuple[str, ...], meanings: Mapping[str, Meaning], tell: Tell) -> Proposed:
    """Read what there is at some paths; what names mean is written into her map before."""
    if meanings:
        content = written(desk.map_text(), {name: _in_file(meaning) for name, meaning in meanings.items()})
        desk.keep_map(content, say("Wrote what {names} mean into map.toml", names=listing(list(meanings))))
    return Proposed(desk, paths, propose(desk, paths, tell=tell))


def _in_file(meaning: Meaning) -> str | dict[str, str]:
    """What her map says of a name: a word where that is all."""
    if meaning.skip:
        return "skip"
    kind = meaning.kind.value if meaning.kind else ""
    if not meaning.group:
        return kind
    return {"group": meaning.group, **({"kind": kind} if kind else {})}


# Paths as they come in: typed, pasted by a terminal that a file was dropped on, or copied from a browser


def said_paths(text: str) -> tuple[str, ...]:
    """The paths of a text, a line each; ``file://`` addresses, quotes, escaped blanks and ``~`` are understood."""
    return tuple(_path(line) for line in map(str.strip, text.splitlines()) if line)


def _path(line: str) -> str:
    if line.startswith("file://"):
        return unquote(urlsplit(line).path)
    return os.path.expanduser(line if os.path.lexists(line) else _unquoted(line))


def _unquoted(line: str) -> str:
    """What a shell would make of it, where it is one word to a shell."""
    try:
        words = shlex.split(line)
    except ValueError:  # an apostrophe in a name
        return line
    return words[0] if len(words) == 1 else line
