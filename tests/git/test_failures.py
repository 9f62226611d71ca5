"""What git says of a remote becomes one sentence that says what to do; a password in an address is never shown."""

from __future__ import annotations

import pytest

from planner.git.failures import Bar, bar_of, barred, last_words, shown_remote

SAID = {
    "ssh: Could not resolve hostname nas: Name or service not known\nfatal: Could not read from remote repository.": (
        Bar.OFFLINE
    ),
    "fatal: unable to access 'https://x/': Could not resolve host: x": Bar.OFFLINE,
    "fatal: unable to access 'http://x/': Failed to connect to x port 80 after 0 ms: Couldn't connect to server": (
        Bar.OFFLINE
    ),
    "ssh: connect to host nas port 22: Connection timed out\nfatal: Could not read": Bar.OFFLINE,
    "fatal: unable to access 'https://x/': The requested URL returned error: 503": Bar.OFFLINE,
    "Host key verification failed.\nfatal: Could not read from remote repository.": Bar.HOST_KEY,
    "git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.": Bar.PASSWORD,
    "fatal: could not read Username for 'https://x': terminal prompts disabled": Bar.PASSWORD,
    "remote: Invalid username or token.\nfatal: Authentication failed for 'https://x/'": Bar.PASSWORD,
    "fatal: unable to access 'https://x/': The requested URL returned error: 403": Bar.PASSWORD,
    "error: object file ./objects/08/91 is empty\nfatal: loose object 0891 is corrupt": Bar.DAMAGED,
    "fatal: detected dubious ownership in repository at '/mnt/x'": Bar.OWNER,
    "fatal: '/x' does not appear to be a git repository\nfatal: Could not read from remote repository.": Bar.GONE,
    "remote: Repository not found.\nfatal: repository 'https://x/' not found": Bar.GONE,
    "error: file write error: No space left on device": Bar.FULL,
    "!\ta:refs/heads/main\t[rejected] (fetch first)\nerror: failed to push some refs to '/x'": Bar.MOVED_ON,
    "!\ta:refs/heads/main\t[remote rejected] (cannot lock ref)": Bar.MOVED_ON,
    "fatal: Unable to create '/home/.git/index.lock': File exists.": Bar.CUT_OFF,
    "! [remote rejected] main -> main (pre-receive hook declined)": Bar.DECLINED,
    "fatal: something else": Bar.OTHER,
}


@pytest.mark.parametrize("said", SAID)
def test_what_git_says_is_told_apart(said: str) -> None:
    assert bar_of(said) is SAID[said]
    sentence = barred(said, "ssh://nas/home.git")
    assert sentence.endswith((".", "ssh://nas/home.git"))
    assert "fatal" not in sentence


def test_every_bar_has_its_own_sentence() -> None:
    sentences = {barred(said, "nas:home.git") for said in SAID}
    assert len(sentences) >= len(set(SAID.values())) == len(Bar)


def test_where_a_lock_of_gits_stays_at_the_remote_it_is_named() -> None:
    said = "remote: error: cannot lock ref 'refs/heads/main': Unable to create '/nas/p.git/refs/heads/main.lock': File"
    assert "delete /nas/p.git/refs/heads/main.lock there" in barred(said, "nas:p.git")


def test_what_took_too_long_is_out_of_reach() -> None:
    assert "cannot be reached now" in barred("", "nas:home.git", timed_out=True)


def test_of_all_that_git_says_the_reason_is_shown() -> None:
    assert last_words("hint: x\nfatal: no such thing\nhint: y") == "no such thing"
    assert last_words("nothing else") == "nothing else"
    assert last_words("") == "it was ended before it was done"


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ("https://isabelle:secret@example.org/home.git", "https://isabelle:…@example.org/home.git"),
        ("https://isabelle@example.org/home.git", "https://isabelle@example.org/home.git"),
        ("git@example.org:home.git", "git@example.org:home.git"),
        ("/media/stick/\x1b[31mhome.git", "/media/stick/home.git"),
    ],
)
def test_no_password_is_shown(where: str, shown: str) -> None:
    assert shown_remote(where) == shown
    assert "secret" not in barred("fatal: x", where)
