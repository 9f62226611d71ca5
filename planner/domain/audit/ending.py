"""How a verdict ends a group's part: where the group stands from then on, and the feed that takes its place."""

from __future__ import annotations

from ..book import Book
from ..group import Group, Nature, Role, Standing, Tool
from ..plan import Plan
from ..review import Verdict
from ..texts import fresh_id
from ..value import NamedTuple
from ..words import say, spell_minutes
from .moved import feed_name


class Ended(NamedTuple):
    """The groups that are others now, and what there is to say of it."""

    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()


def ended(verdict: Verdict, group: Group, book: Book, plan: Plan | None, reason: str = "") -> Ended:
    """A group after a verdict, which may end nothing; ``plan`` is the latest one there is."""
    if verdict.ends is None:
        return Ended((group,))
    if verdict is Verdict.FEED and group.moved and group.moved.tool is not Tool.READER:
        tool = say(group.moved.tool.value)
        note = say("{group} is parked; it is watched elsewhere now: {tool}.", group=group.name, tool=tool)
        return Ended((group._replace(standing=Standing.PARKED),), (note,))
    if verdict is Verdict.FEED:
        return _become_feed(group) if group.nature.only_watched else _with_feed_beside(group, book, plan)
    return Ended((group._replace(standing=verdict.ends, reason=reason or group.reason),))


def _become_feed(group: Group) -> Ended:
    """One that is only watched is a feed from now on."""
    note = say("{group} is a feed now.", group=group.name)
    return Ended((group._replace(nature=Nature.FEED, roles=(Role.WATCH,)),), (note,))


def _with_feed_beside(group: Group, book: Book, plan: Plan | None) -> Ended:
    """Another one is parked, and its feed takes over the minutes of watching that it had in the plan, as upkeep."""
    name = feed_name(group)
    known = next((each for each in book.groups.values() if each.name == name), None)
    feed = known or Group(
        fresh_id(f"{group.slug}-feed", book.groups),
        fresh_id(f"{group.slug}-feed", {each.slug for each in book.groups.values()}),
        name,
        rank=book.last_rank + 1,
        address=group.address,
        feed=group.feed,
        fit=group.fit,
        objectives=group.objectives,
        next_look=group.next_look,
        added=group.moved.day if group.moved else None,
    )
    watching = plan.lines[group.id].watching if plan and group.id in plan.lines else group.usual.watching
    note = say(
        "{group} is parked; {feed} has its {minutes} of watching.",
        group=group.name,
        feed=name,
        minutes=spell_minutes(watching),
    )
    feed = feed._replace(nature=Nature.FEED, roles=(Role.WATCH,), standing=Standing.SELECTED, upkeep=watching)
    return Ended((feed, group._replace(standing=Standing.PARKED)), (note,))
