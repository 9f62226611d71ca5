"""Archives as LinkedIn hands them out, invented: their files by name, written as a folder or as a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from planner.interop.intake.draft import Passed
from planner.interop.intake.lines import Lines, head_text
from planner.interop.intake.part import parts_at
from planner.interop.linkedin.stories import STORIES, story_of, told
from planner.interop.linkedin.story import Said

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


def all_told(path: str, *known: str) -> tuple[list[Said], list[Passed]]:
    """What an archive tells, and the rows that tell nothing; those whose names are ``known`` are known to her."""
    said: list[Said] = []
    passed: list[Passed] = []
    parts = [(part, story) for part in parts_at([path]).parts if (story := story_of(head_text(part)))]
    for part, story in sorted(parts, key=lambda each: STORIES.index(each[1])):
        for item in told(story, Lines(part, []), lambda name, _address: name in known):
            if isinstance(item, Said):
                said.append(item)
            else:
                passed.append(item)
    return said, passed


def whats(path: str, *known: str) -> list[object]:
    """What an archive tells, where every row of it tells something."""
    said, passed = all_told(path, *known)
    assert not passed
    return [each.what for each in said]
