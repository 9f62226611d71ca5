"""All tables of the archive that tell something, and which of them a text is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planner.interop.intake.draft import Passed

from .connections import CONNECTIONS
from .contributions import COMMENTS, REACTIONS, REPOSTS, SHARES, VOTES
from .events import EVENTS
from .follows import COMPANIES, HASHTAGS
from .groups import MEMBER_GROUPS
from .letters import INVITATIONS, MESSAGES
from .rows import ABOVE, table
from .story import Knows, Said, Story

#: In the order in which they are told: people and groups before what was done with them, and there.
STORIES = (
    CONNECTIONS, MEMBER_GROUPS, COMPANIES, HASHTAGS,
    COMMENTS, SHARES, VOTES, REACTIONS, REPOSTS, INVITATIONS, MESSAGES, EVENTS,
)  # fmt: skip


def story_of(head: str) -> Story | None:
    """The story of a table that begins so; None for a text that is none of them."""
    known: list[Story] = []

    def knows(columns: Sequence[str]) -> bool:
        known[:] = [story for story in STORIES if story.knows(columns)]
        return bool(known)

    table(iter(head.split("\n")[: ABOVE + 2]), knows, lambda _: True)
    return known[0] if known else None


def told(story: Story, lines: Iterable[str], knows: Knows) -> Iterator[Said | Passed]:
    """What a table tells, row by row, and why a row tells nothing; ``knows`` is asked who is known to her."""
    found = table(iter(lines), story.knows, story.begins)
    if found:
        yield from story.tell(found, knows)
