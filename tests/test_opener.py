"""What is opened: regular files only, no larger than they may be, and nothing that would be waited for."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from planner import opener
from planner.opener import Unfit

posix = pytest.mark.skipif(os.name == "nt", reason="folders hold files alone there")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo if os.name != "nt" else Path.touch, "it is a named pipe, not a file"),
    "folder": (Path.mkdir, "a folder stands where a file should"),
    "link": (lambda path: path.symlink_to("nowhere"), "it is a link to nowhere, and nothing is there"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "it is a device, not a file"),
    "socket": (_socket, "it is a socket, not a file"),
}


@posix
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_file_is_refused_by_what_it_is_and_never_waited_for(tmp_path: Path, odd: str) -> None:
    make, words = ODD[odd]
    path = tmp_path / "x"
    make(path)
    with pytest.raises(Unfit) as unfit:
        opener.content(str(path))
    assert str(unfit.value) == words == opener.unfitness(str(path))


def test_a_file_and_a_link_to_one_are_read_whole(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100_000)
    assert opener.content(str(tmp_path / "file"))[0] == b"x" * 100_000
    if os.name != "nt":
        (tmp_path / "link").symlink_to("file")
        assert opener.content(str(tmp_path / "link"))[0] == b"x" * 100_000
    with pytest.raises(FileNotFoundError):
        opener.content(str(tmp_path / "absent"))


def test_a_file_beyond_its_bound_is_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "file")
    with open(path, "wb") as file:
        file.truncate(3 * 1024 * 1024)
    assert len(opener.content(path, 3 * 1024 * 1024)[0]) == 3 * 1024 * 1024
    with pytest.raises(Unfit, match="it is larger than 2 MB"):
        opener.content(path, 2 * 1024 * 1024)
