"""Archives as LinkedIn hands them out, invented: their files by name, written as a folder or as a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from planner.interop.linkedin.archive import opened
from planner.interop.linkedin.reading import known_files, told
from planner.interop.linkedin.story import Said
from planner.interop.problem import Problem

NOTES = 'Notes:\n"When exporting your connection data, you may notice that some are missing."\n\n'
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
COMMENTS = "Date,Link,Message\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
HER = "https://www.linkedin.com/in/isabelle"


def folder(where: Path, files: Mapping[str, str | bytes]) -> str:
    """The files in a folder; returns where it is."""
    for name, text in files.items():
        path = where / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(where)


def zipped(path: Path, files: Mapping[str, str | bytes]) -> str:
    """The files in a zip; returns where it is."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return str(path)


def all_told(path: str, *known: str) -> tuple[list[Said], list[Problem]]:
    """What an archive tells, and what is wrong with it; those whose names are ``known`` are known to her."""
    said: list[Said] = []
    with opened(path) as archive:
        files, broken = known_files(archive)
        problems = [*archive.problems, *broken]
        for each in files:
            for item in told(each, lambda name, _address: name in known):
                if isinstance(item, Said):
                    said.append(item)
                else:
                    problems.append(item)
    return said, problems


def whats(path: str, *known: str) -> list[object]:
    """What an archive tells, where nothing is wrong with it."""
    said, problems = all_told(path, *known)
    assert not problems
    return [each.what for each in said]
