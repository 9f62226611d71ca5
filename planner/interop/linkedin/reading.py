"""An archive read: what each of its tables tells, people and groups before what was done with them and there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.domain.value import NamedTuple
from planner.interop.problem import Problem

from .archive import Archive, Broken, File, chunks
from .connections import CONNECTIONS
from .contributions import COMMENTS, REACTIONS, REPOSTS, SHARES, VOTES
from .events import EVENTS
from .follows import COMPANIES, HASHTAGS
from .groups import MEMBER_GROUPS
from .letters import INVITATIONS, MESSAGES
from .rows import table
from .story import Knows, Said, Story
from .text_lines import text_lines

#: In the order in which they are told.
STORIES = (
    CONNECTIONS, MEMBER_GROUPS, COMPANIES, HASHTAGS,
    COMMENTS, SHARES, VOTES, REACTIONS, REPOSTS, INVITATIONS, MESSAGES, EVENTS,
)  # fmt: skip


class Known(NamedTuple):
    """A file of which it is known what it tells."""

    file: File
    story: Story


def known_files(archive: Archive) -> tuple[list[Known], list[Problem]]:
    """The files that tell something, known by their columns alone, in the order in which they are to be told.

    Of one that breaks before its columns it is not known what it tells, which is a problem.
    """
    known, problems = [], []
    for file in archive.files:
        try:
            story = _story(file)
        except Broken as broken:
            problems.append(Problem(file.name, None, str(broken)))
        else:
            known += [Known(file, story)] if story else []
    return sorted(known, key=lambda each: STORIES.index(each.story)), problems


def told(known: Known, knows: Knows) -> Iterator[Said | Problem]:
    """What a file tells, row by row, and why a row tells nothing; ``knows`` is asked who is known to her."""
    name = known.file.name
    try:
        with known.file.open() as file:
            found = table(text_lines(chunks(file)), known.story.knows, known.story.begins)
            if found:
                yield from known.story.tell(name, found, knows)
    except Broken as broken:
        yield Problem(name, None, str(broken))


def _story(file: File) -> Story | None:
    """The story of a file's columns; None for a file that tells nothing."""
    known: list[Story] = []

    def knows(columns: Sequence[str]) -> bool:
        known[:] = [story for story in STORIES if story.knows(columns)]
        return bool(known)

    with file.open() as opened:
        table(text_lines(chunks(opened)), knows, lambda _: True)
    return known[0] if known else None
