"""What keeps git from a remote, told from what it says (in its own English), and what is to be said of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from planner.domain.texts import clean
from planner.domain.words import say


class Bar(Enum):
    """What stands between a home and its remote."""

    HOST_KEY = "host key"
    PASSWORD = "password"
    OFFLINE = "offline"
    DAMAGED = "damaged"
    OWNER = "owner"
    GONE = "gone"
    FULL = "full"
    CUT_OFF = "cut off"
    MOVED_ON = "moved on"
    DECLINED = "declined"
    OTHER = "other"


#: The first that is found is meant: ssh ends whatever goes wrong with the words of a repository that is not there.
_SIGNS = (
    (Bar.HOST_KEY, r"Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED"),
    (
        Bar.PASSWORD,
        r"could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \("
        r"|returned error: 40[137]|Invalid username or|unable to get password|Access denied",
    ),
    (
        Bar.OFFLINE,
        r"Could not resolve|Temporary failure in name resolution|Failed to connect|[Cc]ould ?n[o']t connect"
        r"|unable to connect|Connection (refused|timed out|reset|closed)|Operation timed out"
        r"|Network is (unreachable|down)|No route to host|Operation too slow|returned error: 5\d\d"
        r"|Empty reply from server|Recv failure",
    ),
    (
        Bar.DAMAGED,
        r"object file \S+ is empty|is corrupt|corrupt loose object|unable to unpack|inflate: data stream"
        r"|index file (corrupt|smaller)|bad (index file|signature|object|tree object|ref)|not a valid object"
        r"|unable to (read tree|find)|invalid sha1 pointer|missing (blob|tree|commit)|No such ref: HEAD|bad config"
        r"|not a git repository: '",
    ),
    (Bar.OWNER, r"dubious ownership"),
    (Bar.FULL, r"No space left on device|[Dd]isk quota exceeded"),
    (
        Bar.GONE,
        r"does not appear to be a git repository|[Rr]epository (.* )?not found|returned error: 404|does not exist"
        r"|not a git repository|No such file or directory",
    ),
    (
        Bar.MOVED_ON,
        r"\((fetch first|non-fast-forward|stale info)\)|cannot lock ref|failed to update ref|incorrect old value",
    ),
    (Bar.CUT_OFF, r"Unable to create '[^']*\.lock'|File exists"),
    (Bar.DECLINED, r"\[remote rejected\]|hook declined|protected branch|denyCurrentBranch"),
)


def bar_of(said: str) -> Bar:
    """What kept git from a remote, by what it said."""
    return next((bar for bar, sign in _SIGNS if re.search(sign, said)), Bar.OTHER)


def lock_left(said: str) -> str:
    """The file by which git keeps others out, and that was in its way; empty where none was."""
    if found := re.search(r"Unable to create '([^']*\.lock)'", said):
        return found[1]
    found = re.search(r"could not lock config file (.+): File exists", said)
    return f"{found[1]}.lock" if found else ""


def last_words(said: str) -> str:
    """Of all that git said the line that says why, without the word before it."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    why = [line for line in lines if re.match(r"(fatal|error|!|remote rejected)", line)] or lines[-1:]
    return re.sub(r"^(fatal|error): ", "", why[0]) if why else say("it was ended before it was done")


def shown_remote(where: str) -> str:
    """A remote as it may be shown: a password in its address is hers."""
    return clean(re.sub(r"^([a-z+]+://[^/@:]*):[^/@]*@", r"\1:…@", where))


def barred(said: str, where: str, *, timed_out: bool = False) -> str:
    """What is to be said of a remote that git could not get to, and how to mend it."""
    bar = Bar.OFFLINE if timed_out else bar_of(said)
    reason = clean(last_words(said)).rstrip(".")
    if bar is Bar.MOVED_ON and (lock := lock_left(said)):
        return say(
            "Somebody writes to {remote}, or was cut off while writing there: nothing was sent yet. Should it stay so, "
            "delete {file} there.",
            remote=shown_remote(where),
            file=clean(lock),
        )
    return _WORDS[bar](shown_remote(where), reason)


_WORDS: dict[Bar, Callable[[str, str], str]] = {
    Bar.OFFLINE: lambda remote, _: say(
        "{remote} cannot be reached now; the next “planner sync” goes on.", remote=remote
    ),
    Bar.HOST_KEY: lambda remote, _: say(
        "ssh does not know the machine of {remote}: connect to it once with ssh, and do it again.", remote=remote
    ),
    Bar.PASSWORD: lambda remote, _: say(
        "{remote} asks who you are, and planner asks for no password: have git remember it (a credential helper, an "
        "SSH key in its agent), and do it again.",
        remote=remote,
    ),
    Bar.DAMAGED: lambda remote, reason: say(
        "The repository at {remote} is damaged ({reason}); your records are whole. Make another one, and “planner sync "
        "--setup URL|PATH” carries your home there.",
        remote=remote,
        reason=reason,
    ),
    Bar.OWNER: lambda remote, _: say(
        "{remote} is another account’s, which git must be told to trust: git config --global --add safe.directory "
        "{remote}",
        remote=remote,
    ),
    Bar.GONE: lambda remote, _: say(
        "There is no repository at {remote}. Is its disk there? “planner sync --setup URL|PATH” names another.",
        remote=remote,
    ),
    Bar.FULL: lambda remote, _: say(
        "The disk of {remote} is full, or that of this home. Free some room and do it again.", remote=remote
    ),
    Bar.MOVED_ON: lambda remote, _: say(
        "Other machines send to {remote} all the time: nothing was sent yet; the next “planner sync” goes on.",
        remote=remote,
    ),
    Bar.CUT_OFF: lambda _, reason: say("git was cut off earlier, or runs now: {reason}.", reason=reason),
    Bar.DECLINED: lambda remote, reason: say("{remote} does not take it: {reason}.", remote=remote, reason=reason),
    Bar.OTHER: lambda remote, reason: say("git could not get to {remote}: {reason}.", remote=remote, reason=reason),
}
