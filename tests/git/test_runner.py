"""git is run without a shell, without a question, and not for ever."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from planner.domain.errors import Refused
from planner.git import runner
from planner.git.repository import Barred, Offline, Remote, Repository
from planner.git.runner import Failed, Git
from tests.desk.machines import NOBODY

UNIX = pytest.mark.skipif(os.name == "nt", reason="a program is a script there otherwise")


def program(folder: Path, name: str, text: str) -> Path:
    """A program of this name, in a folder that comes first on the path."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{text}")
    path.chmod(0o755)
    return path


def environment(folder: Path) -> dict[str, str]:
    return {**NOBODY, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}


@contextmanager
def asking_who_you_are() -> Iterator[str]:
    """A server that lets nobody in without a password."""

    class Asks(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="planner"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Asks)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/planner.git"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "home").mkdir()
    made = Repository(str(tmp_path / "home"), environment(tmp_path / "bin"))
    made.make()
    return made


def test_a_password_is_asked_of_nobody_and_said_to_be_needed(repository: Repository, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    asks = program(tmp_path / "bin", "asks", f"open({str(asked)!r}, 'w')\nprint('secret')\n")
    known = {**environment(tmp_path / "bin"), "GIT_ASKPASS": str(asks), "SSH_ASKPASS": str(asks), "DISPLAY": ":0"}
    repository.git.run("config", "core.askPass", str(asks))
    with asking_who_you_are() as where, pytest.raises(Barred, match="planner asks for no password"):
        Repository(repository.home, known).look_at(where)
    assert not asked.exists()


@UNIX
def test_a_credential_helper_of_hers_is_asked(repository: Repository, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    helper = program(tmp_path / "bin", "helper", f"open({str(asked)!r}, 'w')\n")
    repository.git.run("config", "credential.helper", str(helper))
    with asking_who_you_are() as where, pytest.raises(Barred):
        repository.look_at(where)
    assert asked.exists()


def test_what_cannot_be_reached_is_offline(repository: Repository) -> None:
    with pytest.raises(Offline, match="cannot be reached now"):
        repository.look_at("http://127.0.0.1:9/planner.git")


@UNIX
@pytest.mark.parametrize("hers", ["", "environment", "config"])
def test_ssh_is_told_to_fail_where_it_would_ask(repository: Repository, tmp_path: Path, hers: str) -> None:
    told = tmp_path / "told"
    text = f"import sys\nopen({str(told)!r}, 'w').write(' '.join(sys.argv))\nsys.exit(255)\n"
    program(tmp_path / "bin", "ssh", text)
    mine = program(tmp_path / "bin", "my-ssh", text)
    known = environment(tmp_path / "bin")
    if hers == "environment":
        known["GIT_SSH_COMMAND"] = f"{mine} -4"
    elif hers == "config":
        repository.git.run("config", "core.sshCommand", f"{mine} -4")
    with pytest.raises(Barred):
        Repository(repository.home, known).fetch(Remote("me@nas:home.git", "main", "main"))
    assert "-o BatchMode=yes" in told.read_text()
    assert ("my-ssh -4" in told.read_text()) is bool(hers)


@UNIX
def test_git_that_takes_too_long_is_ended_with_all_it_began(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    began = tmp_path / "began"
    sleeps = (
        f"import os, subprocess\nopen({str(began)!r}, 'w').write(str(os.getpid()))\nsubprocess.run(['sleep', '60'])\n"
    )
    program(tmp_path / "bin", "git", sleeps)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    for seconds in (0.5, 2.0, 8.0, 32.0):  # what it is given has to be enough for it to begin
        monkeypatch.setattr(runner, "HERE", seconds)
        with pytest.raises(Failed, match="it took too long"):
            Git(str(tmp_path)).run("status")
        if began.exists() and began.read_text():
            break
    with pytest.raises(ProcessLookupError):
        for _ in range(100):
            os.kill(int(began.read_text()), 0)
            time.sleep(0.02)


@UNIX
def test_a_full_disk_is_said_in_our_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin", "git", "import sys\nsys.exit('error: unable to write file: No space left on device')\n")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(Failed, match="The disk is full: nothing was saved"):
        Git(str(tmp_path)).run("status")


def test_a_folder_that_is_no_repository_is_none_though_one_above_is(tmp_path: Path) -> None:
    above = Repository(str(tmp_path), environment(tmp_path))
    above.make()
    (tmp_path / "home").mkdir()
    with pytest.raises(Failed, match=r"is damaged \(not a git repository: .* your records are whole"):
        Git(str(tmp_path / "home"), environment(tmp_path)).run("status")


def test_without_git_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="There is no git on this machine"):
        Git(str(tmp_path)).run("status")
