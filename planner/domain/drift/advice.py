"""The one next act that is advised: something to give or someone to meet, where most is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..book import Book
from ..entry import Stretch
from ..group import Group, Role
from ..kinds import HANDS, Kind
from ..plan import Plan
from ..words import say, spell_minutes


class Advice(NamedTuple):
    """An act in words, and as a quick-log line; "" where no group is there to act in."""

    text: str
    act: str = ""


def next_act(book: Book, plan: Plan | None, so_far: Sequence[Stretch], kinds: Sequence[Kind] = HANDS) -> Advice:
    """One act in the group most behind its goals, of its usual length.

    Once every goal is reached, or without a plan, it is the group with the least of it this week. Groups that are
    there to be watched are asked last. ``kinds`` are those to choose from, the first preferred.
    """
    groups = [group for group in book.selected() if not group.nature.only_watched]
    if not groups:
        return Advice(say("write to one person you have met, 20 min"))

    def behind(group: Group, kind: Kind) -> int:
        goal = plan.lines[group.id].of(kind) if plan and group.id in plan.lines else 0
        return max(0, goal - _done(so_far, group, (kind,)))

    def urgency(group: Group) -> tuple[int, bool, int]:
        left = sum(behind(group, kind) for kind in kinds)
        return left, group.role is not Role.WATCH, -_done(so_far, group, kinds)

    group = max(groups, key=urgency)
    return act_in(group, next((kind for kind in kinds if behind(group, kind)), kinds[0]))


def act_in(group: Group, kind: Kind) -> Advice:
    """One act of a kind in a group."""
    usual = group.usual.of(kind)
    length = spell_minutes(usual)
    text = (
        say("meet someone of {group}, {length}", group=group.name, length=length)
        if kind is Kind.MEETING
        else say("answer one question in {group}, {length}", group=group.name, length=length)
    )
    return Advice(text, f"{kind.letter} {usual} {group.slug}")


def _done(stretches: Iterable[Stretch], group: Group, kinds: Sequence[Kind]) -> int:
    return sum(one.minutes for one in stretches if one.group == group.id and one.kind in kinds)
