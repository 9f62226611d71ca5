"""Sync: her home is carried to her other machines by git, and what comes from them is merged record by record.

git keeps states of the home and carries them; it never writes to a file of it. What another machine sent is read out
of git's objects and brought in as one change, through the journal and under the lock, with one step to undo. So a sync
that is cut off anywhere leaves a home that is whole, and the next one goes on.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence

from planner.desk.base import Base
from planner.domain.errors import Misread, Newer, Refused
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import contextmanager, suppress
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import listing, plural, say
from planner.git.failures import shown_remote
from planner.git.repository import Barred, MovedOn, Offline, Remote, Repository, Tips

if TYPE_CHECKING:
    from planner.store.carrying import Brought, Carrying

#: How often a sync begins again because another machine was faster.
TRIES = 8

#: The file in the repository that names the steps whose labels are in a commit.
_TOLD = "planner-steps"

#: What a new repository may hold without being used for something else.
_OF_A_NEW_ONE = re.compile(r"(readme|licen[cs]e|\.git)", re.IGNORECASE)


class Synced(NamedTuple):
    """What a sync did. ``kept`` are the changes of this machine that it kept in git, in words; ``why`` says why nothing
    could be fetched or sent now."""

    change: Change
    remote: str
    kept: tuple[str, ...] = ()
    came: Brought | None = None
    sent: bool = False
    why: str = ""


class Sync(Base):
    """The same home on several machines."""

    def set_up_sync(self, where: str, *, other_home: bool = False) -> Synced:
        """Have this home be carried to a repository (a URL, or the path of one on a disk), and sync for the first time.

        Raises Misread for what is neither, and Refused where it cannot be read: then nothing is set up. One that holds
        a home with nothing in common with this one is refused at its first sync unless that ``other_home`` is wanted.
        """
        from contextlib import ExitStack
        from shutil import rmtree

        where = self._read_remote(where)
        repository = self._repository()
        self._carrying.begin()
        with ExitStack() as unless_set_up:
            if not repository.exists:
                unless_set_up.callback(rmtree, repository.git.directory, ignore_errors=True)
                repository.make()
            with self._alone(repository):
                remote = self._set_up(repository, where)
            unless_set_up.pop_all()
        synced = self.sync(other_home=other_home)
        self._carrying.write_texts()
        begun = say("This home is carried to {remote} from now on: “planner sync” does it.", remote=remote.shown)
        change = synced.change
        return synced._replace(change=change._replace(words=begun, notes=(change.words, *change.notes)))

    def sync(self, *, other_home: bool = False) -> Synced:
        """Keep what changed here, bring in what other machines sent, and send what they do not have.

        What was done by then stays done where nothing can be fetched or sent: ``why`` tells. Raises Refused and
        StoreError for what has to be mended here first.
        """
        repository = self._repository()
        if not repository.exists:
            raise Refused(_not_set_up_words())
        with self._alone(repository):
            remote = repository.remote()
            if remote is None:
                raise Refused(_clone_words(repository.origin()))
            repository.refuse_begun()
            stay = self._carrying.put_settings_together() or []
            kept, tips = self._keep(repository, remote)
            if by_hand := repository.merged_by_hand():
                tips = self._end_by_hand(repository, remote, tips, by_hand)
            synced = self._carry(repository, remote, kept, tips, other_home=other_home)
        notes = list(_stay_words(stay))
        if synced.came:
            from planner.desk.record_words import alike_words

            held = self.held_command() if synced.came.written else ""
            notes += [*alike_words(self.book()), *([held] if held else [])]
        change = synced.change
        return synced._replace(change=change._replace(notes=(*change.notes, *notes)))

    # Setting up

    def _read_remote(self, text: str) -> str:
        """The remote that is meant. Raises Misread and Refused."""
        text = text.strip()
        if not text or text != clean(text) or text.startswith("-") or "::" in text:
            raise Misread(
                say(
                    "“{text}” is no address of a repository, and no path of one; write a folder, or such as "
                    "git@host:name.",
                    text=shown(text),
                )
            )
        if "://" in text or (re.match(r"[^/\\]{2,}:[^\\]", text) and not os.path.lexists(text)):
            return text
        path = os.path.abspath(os.path.expanduser(text))
        if not os.path.isdir(path):
            raise Refused(
                say("There is no folder {path}. “git init --bare {path}” makes a repository there.", path=path)
            )
        if os.path.isdir(self.folder) and os.path.samefile(path, self.folder):
            raise Refused(say("{path} is the home itself. Name a repository beside it.", path=path))
        if os.path.lexists(os.path.join(path, ".git")):
            raise Refused(
                say(
                    "{path} is a folder that somebody works in: nothing is sent into one. Name a bare repository, as "
                    "“git init --bare” makes it.",
                    path=path,
                )
            )
        return path

    def _set_up(self, repository: Repository, where: str) -> Remote:
        before = repository.remote()
        try:
            remote = repository.look_at(where)
        except Offline:
            raise Refused(
                say(
                    "{remote} cannot be reached now: nothing was changed. Do it again once it can.",
                    remote=shown_remote(where),
                )
            ) from None
        known = repository.tips(remote) if before and before.where == where else None
        repository.forget(remote)
        repository.fetch(remote)
        tips = repository.tips(remote)
        self._refuse_other_things(repository, remote, tips)
        if known and known.there and known.here and tips.there and not repository.leads_to(known.there, tips.there):
            repository.begin_anew(remote, known.here)  # what was taken out of the history there is not sent again
        repository.follow(remote, _driver())
        if not tips.there:
            self._carrying.write_texts()
        return remote

    def _refuse_other_things(self, repository: Repository, remote: Remote, tips: Tips) -> None:
        """Raises Refused where a repository holds something else, and nothing of planner's."""
        names = list(repository.entries(tips.there))
        if any(map(self._carrying.is_carried, names)):
            return
        if others := [name for name in names if not _OF_A_NEW_ONE.match(name)]:
            raise Refused(
                say(
                    "{remote} holds other things, and nothing of planner’s: {files}. Nothing was changed. Name a "
                    "repository of its own.",
                    remote=remote.shown,
                    files=listing([shown(name) for name in others[:3]]),
                )
            )

    # Keeping what changed here

    def _keep(self, repository: Repository, remote: Remote) -> tuple[tuple[str, ...], Tips]:
        """Commit the home as it stands; returns the labels of what changed since it was last, and where that leaves it.

        Raises Refused.
        """
        with self._carrying.held_still():
            if lacking := self._home.lacking():
                raise Refused(
                    say(
                        "{file} is damaged or missing here: nothing was sent. “planner check --mend” first.",
                        file=lacking[0],
                    )
                )
            tree, tips = self._staged(repository), repository.tips(remote)
            if tree == tips.tree or not (tips.here or repository.entries(tree)):
                return (), tips
            changed = repository.changed(tips.here, tree)
            self._carrying.refuse_damaged(changed)
            if self._carrying.put_sides_together(changed):
                tree = self._staged(repository)
            labels, steps = self._carrying.labels_since(self._told(repository))
            labels = labels or (say("The home as it is"),)
            commit = repository.commit(tree, (tips.here,), _message(labels))
            repository.move(remote, commit, tips.here, "keep")
        self._tell(repository, steps)
        return labels, Tips(commit, tree, tips.there)

    def _staged(self, repository: Repository) -> str:
        """The tree of the home as it stands."""
        return repository.stage(self._carrying.names(), self._carrying.once, self._carrying.is_own_text)

    def _told(self, repository: Repository) -> frozenset[str]:
        with suppress(OSError), open(os.path.join(repository.git.directory, _TOLD), encoding="utf-8") as file:
            return frozenset(file.read().split())
        return frozenset()

    def _tell(self, repository: Repository, steps: tuple[str, ...]) -> None:
        """Remember of which steps labels are in commits; where that cannot be, some are told twice."""
        with suppress(OSError), open(os.path.join(repository.git.directory, _TOLD), "w", encoding="utf-8") as file:
            file.write("\n".join(steps))

    # Carrying

    def _carry(
        self, repository: Repository, remote: Remote, kept: tuple[str, ...], tips: Tips, *, other_home: bool
    ) -> Synced:
        came: Brought | None = None
        tries = TRIES
        try:
            while True:
                try:
                    tips, news = self._bring_in(repository, remote, tips.there, other_home=other_home)
                    came = news or came
                    if not tips.here or tips.here == tips.there:
                        return _synced(remote, kept, came, sent=False)
                    repository.push(remote, tips.here)
                except MovedOn:  # what is fetched, too, where a git that a sync was killed over writes it just now
                    tries -= 1
                    if not tries:
                        raise
                else:
                    return _synced(remote, kept, came, sent=True)
        except (Offline, Barred, MovedOn) as bar:
            return _synced(remote, kept, came, sent=False, why=str(bar))

    def _bring_in(
        self, repository: Repository, remote: Remote, known: str, *, other_home: bool
    ) -> tuple[Tips, Brought | None]:
        """Merge what the remote has and this home has not, None where that is nothing; with where it leaves both.

        ``known`` is what stood at the remote last. Raises Refused where its history was written anew since.
        """
        repository.fetch(remote)
        tips = repository.tips(remote)
        if not tips.there or tips.here == tips.there:
            return tips, None
        if known and known != tips.there and not repository.leads_to(known, tips.there):
            repository.git.run("update-ref", remote.known, known)  # until she has said what she wants
            raise Refused(
                say(
                    "What {remote} held at the last sync is not in its history any more: somebody wrote that anew. "
                    "Nothing was merged or sent. “planner sync --setup {remote}” takes it as it is now, and merges.",
                    remote=remote.shown,
                )
            )
        return self._join(repository, remote, tips, other_home=other_home)

    def _end_by_hand(self, repository: Repository, remote: Remote, tips: Tips, commit: str) -> Tips:
        """End a merge that was begun by hand: whatever git made of it, both are merged record by record.

        git merges each file by itself, so what was moved on both may stand in two weeks by then.
        """
        self._home.put_in_order()
        here, _ = self._join(repository, remote, tips._replace(there=commit), other_home=True)
        repository.end_merge()
        return here._replace(there=tips.there)

    def _join(
        self, repository: Repository, remote: Remote, tips: Tips, *, other_home: bool
    ) -> tuple[Tips, Brought | None]:
        """Have this home be at a commit that comes from both, and hold what they come to."""
        base = repository.base(tips.here, tips.there) if tips.here else ""
        if base == tips.there:
            return tips, None
        figures = self._merge(repository, remote, base, tips, other_home=other_home)
        with self._carrying.held_still():
            repository.take_others(base, tips.there, self._carrying.carries)
            tree = self._staged(repository)
            commit = tips.there
            labels, steps = self._carrying.labels_since(self._told(repository))
            if base != tips.here or repository.changed(tips.there, tree):
                words = _merge_words(remote)
                message = "\n".join([words, "", *(label for label in labels if label != words)])
                commit = repository.commit(tree, (tips.here, tips.there), message)
            repository.move(remote, commit, tips.here, "merge")
            self._tell(repository, steps)
        return Tips(commit, tree, tips.there), figures

    def _merge(self, repository: Repository, remote: Remote, base: str, tips: Tips, *, other_home: bool) -> Brought:
        """Merge what changed there since both had the same; what did not is here already, or was changed here."""
        meant: Callable[[str], bool] = self._carrying.is_carried
        if base:
            names = frozenset(repository.changed(base, tips.there))
            meant = lambda name: name in names and self._carrying.is_carried(name)  # noqa: E731
        there = repository.contents(tips.there, meant)
        before = repository.contents(base, meant) if base else None
        try:
            with self._home.holding_commands():
                return self._carrying.merge(before, there, remote.shown, _merge_words(remote), other_home=other_home)
        except Newer as newer:
            raise Newer(say("{reason} Nothing was merged or sent; what changed here is kept.", reason=newer)) from None

    # The repository

    @property
    def _carrying(self) -> Carrying:
        return self._home.carrying()

    def _repository(self) -> Repository:
        return Repository(self.folder)

    @contextmanager
    def _alone(self, repository: Repository) -> Iterator[None]:
        """One sync of a home at a time. Raises Locked."""
        with self._carrying.alone(repository.git.directory):
            yield


def _synced(remote: Remote, kept: tuple[str, ...], came: Brought | None, *, sent: bool, why: str = "") -> Synced:
    """What a sync did, in words."""
    fields = {"remote": remote.shown}
    notes = [] if came is None else list(_came_words(came))
    n = len(kept)
    if why and kept:
        words = plural(
            n, "{n} change is kept in git, and not sent yet.", "{n} changes are kept in git, and not sent yet."
        )
    elif why:
        words = say("Nothing was sent.") if came is not None else say("Nothing was fetched or sent.")
    elif came is not None:
        words = say("Merged what came from {remote}.", **fields)
    elif kept:
        words = plural(n, "{n} change sent to {remote}.", "{n} changes sent to {remote}.", **fields)
    elif sent:
        words = say("Sent to {remote} what it did not have.", **fields)
    else:
        words = say("Nothing new: {remote} has all that is here.", **fields)
    change = Change(words, notes=tuple(notes), undoable=bool(came and came.undoable))
    return Synced(change, remote.shown, kept, came, sent, why)


def _came_words(came: Brought) -> Iterator[str]:
    """What came, a sentence each."""
    from planner.desk.record_words import counted

    if words := counted({tally.table: tally.back for tally in came.figures.tallies}):
        yield say("Came: {what}.", what=words)
    if words := counted({tally.table: tally.changed for tally in came.figures.tallies}):
        yield say("Changed: {what}.", what=words)
    if words := counted({tally.table: tally.removed for tally in came.figures.tallies}):
        yield say("Taken away: {what}.", what=words)
    if came.written:
        yield say("Came: {what}.", what=listing([*came.written]))
    if n := came.figures.conflicts:
        yield plural(
            n,
            "Both machines changed one thing, and both are kept: “planner conflicts” shows it.",
            "Both machines changed {n} things, and both are kept of each: “planner conflicts” shows them.",
        )
    for old, new in came.figures.names:
        yield say("Two were called {id}, made apart: one of them is {new} now.", id=shown(old), new=shown(new))
    yield from _stay_words(came.stay)


def _stay_words(names: Sequence[str]) -> Iterator[str]:
    if names:
        yield say("Changed on both machines, and left here as they are: {files}.", files=listing([*names]))


def _merge_words(remote: Remote) -> str:
    return say("Merged what came from {remote}", remote=remote.shown)


def _message(labels: tuple[str, ...]) -> str:
    """What a commit says of itself: its one change, or how many and each, the newest first."""
    if len(labels) == 1:
        return f"{labels[0]}\n"
    head = plural(len(labels), "{n} change", "{n} changes")
    return "\n".join([head, "", *labels, ""])


def _driver() -> str:
    """The command by which git merges files of planner's where it is used by hand; a shell reads it."""
    import shlex

    return f"{shlex.quote(sys.executable)} -P -m planner merge --git %O %A %B"


def _not_set_up_words() -> str:
    return say("This home is not carried to any other machine yet: “planner sync --setup URL|PATH” begins it.")


def _clone_words(origin: str) -> str:
    if not origin:
        return _not_set_up_words()
    return say(
        "This home is a repository of git’s that planner was not told of: “planner sync --setup {remote}” begins it.",
        remote=origin,
    )
