"""The repository that a home is: what stands in it, and how a state of the home becomes a commit.

git never writes to a file of the home here: what comes from elsewhere is read out of its objects, and brought in by the
store. It only reads the home, for what is to be kept of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping

from planner.domain.errors import Refused
from planner.domain.texts import shown
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import suppress
from planner.domain.words import listing, say

from .failures import Bar, bar_of, barred, shown_remote
from .runner import Failed, Git

#: What a commit and a file are called in the place of none.
NOTHING = "0" * 40
_FILE, _FILES = "100644", ("100644", "100755")
_MAIN = "main"

#: What git leaves while something that was begun by hand is not finished, by what it is.
_BEGUN = ("rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD")
_OF_MERGE = ("MERGE_HEAD", "MERGE_MSG", "MERGE_MODE", "AUTO_MERGE")


class Offline(Refused):
    """The remote cannot be reached now: that is nothing to mend."""


class Barred(Refused):
    """The remote cannot be read or written to, and why."""


class MovedOn(Refused):
    """Another machine has sent something since the remote was read."""


class Remote(NamedTuple):
    """Where a home is carried to: an address or a path, and the branches there and here."""

    where: str
    branch: str
    here: str

    @property
    def shown(self) -> str:
        """How it is called in a sentence."""
        return shown_remote(self.where)

    @property
    def known(self) -> str:
        """The ref that says what stood there last."""
        return f"refs/remotes/origin/{self.branch}"


class Tips(NamedTuple):
    """The newest commit of this home, its tree, and the newest known of the remote; empty where there is none."""

    here: str
    tree: str
    there: str


class Entry(NamedTuple):
    """One file of a commit: its mode, and what it holds by the name of its object."""

    mode: str
    id: str


class Repository:
    """The repository of one home. Every method raises Failed for what git could not do."""

    def __init__(self, home: str, environment: Mapping[str, str] = os.environ) -> None:
        self.home = home
        self.git = Git(home, environment)

    @property
    def exists(self) -> bool:
        """Whether the home is a repository of its own."""
        return os.path.lexists(self.git.directory)

    # What is set up

    def remote(self) -> Remote | None:
        """Where it is carried to; None before :meth:`follow`."""
        said = self._settings(r"^(remote\.origin\.url|merge\.planner\.driver|branch\..*\.merge)$")
        if not {"remote.origin.url", "merge.planner.driver"} <= said.keys():
            return None
        here = self.branch()
        there = said.get(f"branch.{here}.merge", here).removeprefix("refs/heads/")
        return Remote(said["remote.origin.url"], there, here)

    def origin(self) -> str:
        """Where it was cloned from, or is carried to; empty where neither is known."""
        return self._settings(r"^remote\.origin\.url$").get("remote.origin.url", "")

    def _settings(self, pattern: str) -> dict[str, str]:
        out = self.git.run("config", "-z", "--get-regexp", pattern, may_fail=True) or b""
        rows = (row.partition("\n") for row in out.decode("utf-8", "surrogateescape").split("\0") if row)
        return {key: value for key, _, value in rows}

    def branch(self) -> str:
        """The branch that the home is on. Raises Refused where it is on none."""
        out = self.git.run("symbolic-ref", "-q", "--short", "HEAD", may_fail=True)
        if out is None:
            raise Refused(
                say(
                    "{folder} is on no branch of git’s: “git switch {branch}” there first.",
                    folder=self.home,
                    branch=_MAIN,
                )
            )
        return out.decode().strip()

    def make(self) -> None:
        """Have the home be a repository, without a commit."""
        self.git.run("init", "--quiet", "--template=")
        self.git.run("symbolic-ref", "HEAD", f"refs/heads/{_MAIN}")
        os.chmod(self.git.directory, 0o700)

    def look_at(self, where: str) -> Remote:
        """What a remote is, before anything is set up. Raises Offline and Barred."""
        out = self._afar(where, "ls-remote", "--symref", "--", where)
        rows = [row.split("\t") for row in out.decode("utf-8", "replace").splitlines() if "\t" in row]
        heads = {name.removeprefix("refs/heads/"): id_ for id_, name in rows if name.startswith("refs/heads/")}
        first = next(
            (ref[5:].removeprefix("refs/heads/") for ref, name in rows if name == "HEAD" and ref[:5] == "ref: "), ""
        )
        here = self.branch()
        there = next((each for each in (first, here, _MAIN, *heads) if each in heads), here)
        if not self.tips(Remote(where, there, here)).here and here != there:
            self.git.run("symbolic-ref", "HEAD", f"refs/heads/{there}")
            here = there
        return Remote(where, there, here)

    def follow(self, remote: Remote, driver: str) -> None:
        """Have the home be carried to a remote, and its files be merged by planner where git is used by hand."""
        settings = {
            "remote.origin.url": remote.where,
            "remote.origin.fetch": "+refs/heads/*:refs/remotes/origin/*",
            f"branch.{remote.here}.remote": "origin",
            f"branch.{remote.here}.merge": f"refs/heads/{remote.branch}",
            "merge.planner.name": "planner, record by record",
            "merge.planner.driver": driver,
        }
        there = self._settings(r"^user\.(name|email)$")
        settings |= {key: value for key, value in _NOBODY.items() if key not in there}
        for key, value in settings.items():
            self.git.run("config", "--replace-all", key, value)

    def refuse_begun(self) -> None:
        """Raises Refused where something waits that was begun by hand and that planner cannot finish."""
        if any(os.path.lexists(os.path.join(self.git.directory, name)) for name in _BEGUN):
            raise Refused(
                say(
                    "In {folder} a rebase or a cherry-pick waits, begun by hand: finish it (“git status” says how), "
                    "and do it again.",
                    folder=self.home,
                )
            )

    # Commits

    def tips(self, remote: Remote) -> Tips:
        """The newest commits, as they are known here."""
        ref = f"refs/heads/{remote.here}"
        out = self.git.ask("for-each-ref", "--format=%(refname) %(objectname) %(tree)", ref, remote.known)
        found = {name: rest for name, *rest in map(str.split, out.splitlines())}
        here, tree = found.get(ref, ["", ""])
        return Tips(here, tree, found.get(remote.known, [""])[0])

    def base(self, one: str, other: str) -> str:
        """The last state that two commits have in common; empty where there is none."""
        out = self.git.run("merge-base", one, other, may_fail=True) or b""
        return out.decode().strip()

    def leads_to(self, earlier: str, later: str) -> bool:
        """Whether a commit is the other, or one that it was made from."""
        return self.git.run("merge-base", "--is-ancestor", earlier, later, may_fail=True) is not None

    def entries(self, commit: str) -> dict[str, Entry]:
        """The files of a commit by name; none for none."""
        if not commit:
            return {}
        entries = {}
        for row in (self.git.run("ls-tree", "-r", "-z", "--full-tree", commit) or b"").split(b"\0"):
            about, tab, name = row.partition(b"\t")
            if tab:
                mode, kind, id_ = about.decode().split()
                if kind == "blob":
                    entries[os.fsdecode(name)] = Entry(mode, id_)
        return entries

    def contents(self, commit: str, is_meant: Callable[[str], bool]) -> dict[str, bytes]:
        """What those files of a commit hold that are meant; what is a link there holds nothing."""
        meant = {
            name: entry.id for name, entry in self.entries(commit).items() if entry.mode in _FILES and is_meant(name)
        }
        if not meant:
            return {}
        out = self.git.run("cat-file", "--batch", feed="".join(f"{id_}\n" for id_ in meant.values()).encode()) or b""
        contents, at = {}, 0
        for name in meant:
            end = out.index(b"\n", at)
            size = int(out[at:end].rsplit(b" ", 1)[1])
            contents[name] = out[end + 1 : end + 1 + size]
            at = end + 1 + size + 1
        return contents

    def stage(self, names: Iterable[str], once: Iterable[str], is_text: Callable[[str], bool]) -> str:
        """Have the next commit hold these files of the home as they stand, and those that it holds ``once`` it does not
        yet; returns its tree.

        What of settings and themes (``is_text``) stands there no more goes; no other file does.
        """
        held = {os.fsdecode(name) for name in (self.git.run("ls-files", "-z") or b"").split(b"\0") if name}
        names = [*names, *(name for name in once if name not in held and self._stands(name))]
        linked = [name for name in names if self._is_linked(name)]
        gone = sorted(name for name in held.difference(names) if is_text(name) and not self._stands(name))
        plain = [name for name in names if name not in linked] if linked else names
        feed = b"".join(os.fsencode(name) + b"\0" for name in (*plain, *gone))
        self.git.run("update-index", "--add", "--remove", "-z", "--stdin", feed=feed)
        if linked:
            self._put({name: Entry(_FILE, self._kept(name)) for name in linked})
        try:
            return self.git.ask("write-tree")
        except Failed:
            if not (left := self._left_open()):
                raise
            raise Refused(
                say(
                    "git has left both sides of a merge in {files}: choose in it, then “git add” it in {folder}, and "
                    "do it again.",
                    files=listing([shown(name) for name in left[:3]]),
                    folder=self.home,
                )
            ) from None

    def _left_open(self) -> list[str]:
        """The names of the files of which git waits for somebody to choose."""
        rows = (self.git.run("ls-files", "-u", "-z") or b"").split(b"\0")
        return sorted({os.fsdecode(row.partition(b"\t")[2]) for row in rows if row})

    def _is_linked(self, name: str) -> bool:
        """Whether a file, or the folder that it is in, is a link, of which git would keep where it leads."""
        path = os.path.join(self.home, name)
        return os.path.islink(path) or (os.path.islink(os.path.dirname(path)) and "/" in name)

    def _kept(self, name: str) -> str:
        """Keep what a file of the home holds; returns the name of its object."""
        path = os.path.realpath(os.path.join(self.home, name))
        return self.git.ask("hash-object", "-w", "--no-filters", "--", path)

    def _put(self, entries: Mapping[str, Entry | None]) -> None:
        """Put files into the next commit as objects, or take them out (None)."""
        rows = [f"{entry.mode} {entry.id}\t" if entry else f"0 {NOTHING}\t" for entry in entries.values()]
        feed = b"".join(row.encode() + os.fsencode(name) + b"\0" for row, name in zip(rows, entries, strict=True))
        self.git.run("update-index", "-z", "--index-info", feed=feed)

    def take_others(self, base: str, there: str, is_ours: Callable[[str], bool]) -> None:
        """Have the next commit hold what of another is no file of planner's, so that nothing of it goes.

        Nothing of it is written into the home.
        """
        was, is_, now = self.entries(base), self.entries(there), self._held()
        taken: dict[str, Entry | None] = {
            name: is_.get(name)
            for name in {*was, *is_}
            if not is_ours(name) and was.get(name) != is_.get(name) and now.get(name) == was.get(name)
        }
        if taken:
            self._put(taken)
            unseen = [name for name, entry in taken.items() if entry and not self._stands(name)]
            self.git.run(
                "update-index",
                "--skip-worktree",
                "-z",
                "--stdin",
                feed=b"".join(os.fsencode(n) + b"\0" for n in unseen),
            )

    def _stands(self, name: str) -> bool:
        return os.path.lexists(os.path.join(self.home, name))

    def _held(self) -> dict[str, Entry]:
        held = {}
        for row in (self.git.run("ls-files", "-z", "--stage") or b"").split(b"\0"):
            about, tab, name = row.partition(b"\t")
            if tab:
                mode, id_, _ = about.decode().split()
                held[os.fsdecode(name)] = Entry(mode, id_)
        return held

    def changed(self, before: str, tree: str) -> list[str]:
        """The names of the files in which a tree differs from that of a commit, or from none."""
        if not before:
            return list(self.entries(tree))
        out = self.git.run("diff-tree", "-r", "-z", "--name-only", "--no-renames", before, tree) or b""
        return [os.fsdecode(name) for name in out.split(b"\0") if name]

    def commit(self, tree: str, parents: Iterable[str], words: str) -> str:
        """Make a commit of a tree, which nothing knows of yet; returns it."""
        before = [word for parent in parents if parent for word in ("-p", parent)]
        return self.git.ask("commit-tree", tree, *before, "-F", "-", feed=words.encode("utf-8", "replace"))

    def move(self, remote: Remote, new: str, old: str, why: str) -> None:
        """Have the home be at another commit. It was at ``old``; else nothing happens, and Failed is raised."""
        self.git.run("update-ref", "-m", f"planner: {why}", f"refs/heads/{remote.here}", new, old or NOTHING)

    def begin_anew(self, remote: Remote, commit: str) -> None:
        """Have the next commit be the first: what led to ``commit``, where the home was, is kept here and not sent."""
        self.git.run("update-ref", f"refs/planner/before/{commit[:12]}", commit)
        self.git.run("update-ref", "-d", f"refs/heads/{remote.here}", commit)

    def merged_by_hand(self) -> str:
        """The commit that a merge begun by hand takes in, and that is not finished; empty where there is none."""
        with suppress(OSError), open(os.path.join(self.git.directory, "MERGE_HEAD"), encoding="ascii") as file:
            return file.readline().strip()
        return ""

    def end_merge(self) -> None:
        """A merge that was begun by hand is finished."""
        for name in _OF_MERGE:
            with suppress(OSError):
                os.unlink(os.path.join(self.git.directory, name))

    # The remote

    def fetch(self, remote: Remote) -> None:
        """Ask the remote for what is new there; of one that has nothing yet nothing is known.

        Raises Offline and Barred.
        """
        try:
            self._afar(
                remote.where, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--end-of-options",
                remote.where, f"+refs/heads/{remote.branch}:{remote.known}",
            )  # fmt: skip
        except Barred as barred_:
            if "couldn't find remote ref" not in str(barred_.__cause__):
                raise
            self.forget(remote)

    def forget(self, remote: Remote) -> None:
        """Know no more what stood at the remote."""
        self.git.run("update-ref", "-d", remote.known)

    def push(self, remote: Remote, commit: str) -> None:
        """Send a commit, and nothing by force. Raises MovedOn, Offline and Barred."""
        where = remote.where
        self._afar(
            where, "push", "--quiet", "--no-verify", "--end-of-options", where, f"{commit}:refs/heads/{remote.branch}"
        )
        self.git.run("update-ref", remote.known, commit)

    def _afar(self, where: str, *words: str) -> bytes:
        try:
            return self.git.run(*words, afar=where) or b""
        except Failed as failed:
            bar = bar_of(failed.said)
            if bar is Bar.DAMAGED and self.git.directory in failed.said:
                raise
            kind = Offline if failed.timed_out or bar is Bar.OFFLINE else MovedOn if bar is Bar.MOVED_ON else Barred
            said = Failed(failed.said)
            said.args = (failed.said,)
            raise kind(barred(failed.said, where, timed_out=failed.timed_out)) from said


#: Who makes the commits where git does not know her; nothing else than planner's own files is in them.
_NOBODY = {"user.name": "planner", "user.email": "planner@localhost"}
