"""Running git: a list of words, never a shell, for so long and no longer; and nobody is ever asked for anything.

What is set for another repository does not count here, nor do hooks: all that git does in a home is what is asked for.
Credential helpers, keys and proxies are hers, and serve.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping

from planner.domain.errors import Refused
from planner.domain.texts import clean
from planner.domain.value.contexts import suppress
from planner.domain.words import say

from .failures import Bar, bar_of, last_words, lock_left

#: Seconds that git may take: beside itself, and over a network.
HERE, AFAR = 60.0, 180.0

#: Seconds for which git's locks are waited for, before they are taken for left behind.
PATIENCE = 2.0

#: How many locks one call of git takes, at most.
_LOCKS = 4

#: What of git's own environment is about the way to a remote or about git itself, and not about another repository.
_HERS = (
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_EXEC_PATH",
    "GIT_HTTP_PROXY_AUTHMETHOD",
    "GIT_SSH",
    "GIT_SSH_COMMAND",
    "GIT_SSH_VARIANT",
    "GIT_SSL_CAINFO",
    "GIT_SSL_CAPATH",
    "GIT_SSL_NO_VERIFY",
)

#: What is set for each call: content goes in and out as it is, no hook is run, what is kept outlives a power cut, and a
#: line that is down is given up.
_SET = (
    "core.hooksPath=" + os.devnull,
    "core.autocrlf=false",
    "core.quotePath=false",
    "core.fsync=added",
    "core.fsyncMethod=batch",
    "advice.detachedHead=false",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=30",
    "protocol.version=2",
)

#: How an unanswerable ssh behaves: it fails at once where it would ask.
_SSH = "-o BatchMode=yes -o ConnectTimeout=15"


class Failed(Refused):
    """git could not do what was asked of it. ``said`` is what it said, ``timed_out`` that it was ended by us."""

    def __init__(self, said: str, *, timed_out: bool = False) -> None:
        self.said = said
        self.timed_out = timed_out
        bar = bar_of(said)
        reason = clean(say("it took too long") if timed_out else last_words(said)).rstrip(".")
        if bar is Bar.FULL:
            super().__init__(say("The disk is full: nothing was saved. Free some room and do it again."))
        elif bar is Bar.DAMAGED:
            super().__init__(
                say(
                    "What git keeps in “.git” of this home is damaged ({reason}); your records are whole. Move “.git” "
                    "away, and “planner sync --setup URL|PATH” begins it anew.",
                    reason=reason,
                )
            )
        else:
            super().__init__(say("git could not do it: {reason}.", reason=reason))


class Git:
    """git in one folder, whose own repository it is: one of a folder above is never meant."""

    def __init__(self, folder: str, environment: Mapping[str, str] = os.environ) -> None:
        self.folder = folder
        self._environment = environment

    @property
    def directory(self) -> str:
        """Where the repository itself is."""
        return os.path.join(self.folder, ".git")

    def run(self, *words: str, feed: bytes = b"", afar: str = "", may_fail: bool = False) -> bytes | None:
        """What git answers; None where it ends with 1 and that is an answer (``may_fail``).

        Only what goes ``afar``, to that remote, may use a network. What a git that was cut off has left in the way is
        taken away. Raises Failed, and Refused where there is no git.
        """
        for _ in range(_LOCKS):
            try:
                return self._run(*words, feed=feed, afar=afar, may_fail=may_fail)
            except Failed as failed:
                lock = os.path.join(self.folder, lock_left(failed.said))
                if not self._is_own(lock):
                    raise
                _free(lock)
        return self._run(*words, feed=feed, afar=afar, may_fail=may_fail)

    def _is_own(self, path: str) -> bool:
        return os.path.realpath(path).startswith(os.path.realpath(self.directory) + os.sep)

    def _run(self, *words: str, feed: bytes, afar: str, may_fail: bool) -> bytes | None:
        command = ["git", "--git-dir", self.directory, "--work-tree", self.folder, *_settings(), *words]
        process = self._start(command, afar=afar)
        try:
            out, error = process.communicate(feed, AFAR if afar else HERE)
        except subprocess.TimeoutExpired:
            raise Failed("", timed_out=True) from None
        finally:
            if process.poll() is None:  # it took too long, or she broke it off
                _end(process)
        if process.returncode == 1 and may_fail:
            return None
        if process.returncode:
            raise Failed((error + b"\n" + out).decode("utf-8", "replace"))
        return out

    def ask(self, *words: str, feed: bytes = b"") -> str:
        """The one line that git answers. Raises as :meth:`run`."""
        return (self.run(*words, feed=feed) or b"").decode("utf-8", "surrogateescape").strip()

    def _start(self, command: list[str], *, afar: str) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._asking_nobody(afar=afar),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,  # without a terminal, on which ssh would ask past its pipes
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except FileNotFoundError:
            raise Refused(say("There is no git on this machine: install it, and do it again.")) from None
        except OSError as error:
            raise Refused(say("git cannot be started: {reason}.", reason=error.strerror)) from None

    def _asking_nobody(self, *, afar: str) -> dict[str, str]:
        environment = {
            name: value for name, value in self._environment.items() if not name.startswith("GIT_") or name in _HERS
        }
        environment |= {
            "LC_ALL": "C",
            "LANGUAGE": "",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "",  # that it is set and empty keeps others from being asked
            "SSH_ASKPASS_REQUIRE": "never",
            "GCM_INTERACTIVE": "never",
            "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh" if afar else "none",
            "GIT_OPTIONAL_LOCKS": "0",
        }
        if _is_ssh(afar) and "GIT_SSH" not in self._environment:
            environment["GIT_SSH_COMMAND"] = f"{self._ssh()} {_SSH}"
        return environment

    def _ssh(self) -> str:
        """The ssh that she has git use."""
        if command := self._environment.get("GIT_SSH_COMMAND"):
            return command
        with suppress(Failed):
            if command := (self.run("config", "--get", "core.sshCommand", may_fail=True) or b"").decode().strip():
                return command
        return "ssh"


def _free(lock: str) -> None:
    """Wait until a lock of git's is gone, or another's; one that nobody touches any more is taken away.

    A git whose planner was ended goes on for a moment.
    """
    ends = time.monotonic() + PATIENCE
    with suppress(OSError):
        held = os.stat(lock)
        while (now := os.stat(lock)).st_mtime_ns == held.st_mtime_ns and os.path.samestat(now, held):
            if time.monotonic() >= ends:
                os.unlink(lock)
            else:
                time.sleep(PATIENCE / 20)


def _is_ssh(remote: str) -> bool:
    """Whether git gets to a remote by ssh: ``ssh://…`` or ``me@host:home.git``."""
    return remote.startswith("ssh://") or ("://" not in remote and bool(remote) and not os.path.isabs(remote))


def _settings() -> list[str]:
    return [word for setting in _SET for word in ("-c", setting)]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and what it has started: first so that it clears up after itself."""
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, number)
            else:
                process.send_signal(number)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=2)
            return
