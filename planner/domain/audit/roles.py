"""What a group brought in each of its roles: whom she met there for ties, what came back for visibility, and what its
watching is worth beside the minutes it takes."""

from __future__ import annotations

from ..group import Role
from ..kinds import Kind
from ..value import NamedTuple
from ..words import plural, say, spell_minutes
from .figures import GroupFigures, met_words


class Judged(NamedTuple):
    """One role of a group: whether it is served, None where that is not known, and by what, in words."""

    role: Role
    served: bool | None
    words: str


def judged(figures: GroupFigures, closer: int) -> tuple[Judged, ...]:
    """Each role of a group by its own measure; ``closer`` are the people whose tie moved up there meanwhile."""
    by_role = {Role.TIES: _ties, Role.VISIBILITY: _visibility, Role.WATCH: _watching}
    return tuple(by_role[role](figures, closer) for role in figures.group.roles)


def judged_words(roles: tuple[Judged, ...]) -> str:
    """All of them, such as ``ties: 2 people met, 1 came closer; watch: 1h10 read, worth 2``."""
    return say("; ").join(say("{role}: {told}", role=say(each.role.value), told=each.words) for each in roles)


def _ties(figures: GroupFigures, closer: int) -> Judged:
    nearer = plural(closer, "{n} came closer", "{n} came closer") if closer else ""
    is_known = figures.people or closer or not figures.has(Kind.MEETING)
    served = bool(figures.people or closer) if figures.weeks and is_known else None
    return Judged(Role.TIES, served, ", ".join(filter(None, (met_words(figures), nearer))))


def _visibility(figures: GroupFigures, _closer: int) -> Judged:
    """An echo that nobody has told of is not known: it is no silence, and neither is one of too few that were asked
    about."""
    if not figures.contributions:
        return Judged(Role.VISIBILITY, False if figures.weeks else None, say("no contribution"))
    given = plural(figures.contributions, "{n} contribution", "{n} contributions")
    return Judged(Role.VISIBILITY, _is_heard(figures), f"{given}, {_heard_words(figures)}")


def _is_heard(figures: GroupFigures) -> bool | None:
    """Whether anything came back; that nothing did is known once she has said so of every contribution."""
    if figures.echoes:
        return True
    return False if figures.answered and not figures.unanswered else None


def _heard_words(figures: GroupFigures) -> str:
    if figures.echoes:
        echo = plural(figures.echoes, "{n} echo", "{n} echoes")
        if not figures.answered:  # what came back to meetings
            return echo
        return say("{echo}: something came back of {n} of {of}", echo=echo, n=figures.heard, of=figures.answered)
    if not figures.answered:
        return say("no echo known")
    if figures.unanswered:
        return say("nothing came back of {n}, not known of {of}", n=figures.answered, of=figures.unanswered)
    return say("nothing came back")


def _watching(figures: GroupFigures, _closer: int) -> Judged:
    if not figures.has(Kind.WATCHING):
        return Judged(Role.WATCH, None, say("nothing read"))
    read = say("{minutes} read", minutes=spell_minutes(figures.minutes.watching))
    worth = figures.group.worth
    brought = say("worth not said") if worth is None else say("worth {mark} of 3", mark=worth)
    return Judged(Role.WATCH, None if worth is None else worth > 0, f"{read}, {brought}")
