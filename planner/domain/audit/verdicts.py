"""The verdict that the figures of a group propose for it."""

from __future__ import annotations

from collections.abc import Callable

from ..brought import brought_words, latest
from ..felt import felt_words
from ..group import Nature, Role, Standing
from ..kinds import Kind
from ..review import Verdict
from ..value import NamedTuple
from ..words import day_in_words, plural, say, spell_minutes
from .figures import GroupFigures, done_words, led_to_words

WEEKS = 8  #: how many weeks a verdict looks back on, the reviewed one included
READ_ONLY_WEEKS = 3  #: read in so many weeks without a hand put to it: it is only read


class Proposal(NamedTuple):
    """A verdict, and why, in figures; None where there is no record yet to judge by, or where she has left."""

    verdict: Verdict | None
    reasons: tuple[str, ...]

    @property
    def word(self) -> str:
        """The verdict in a word or two."""
        if self.verdict:
            return self.verdict.title
        return say("no record") if self.reasons else "–"


#: Nothing is proposed for a group that she has left, and where nothing is known.
NOTHING = Proposal(None, ())


class _Rule(NamedTuple):
    """One way to a verdict: ``reason`` is what speaks for it, "" where nothing does."""

    verdict: Verdict
    reason: Callable[[GroupFigures], str]


def proposed(figures: GroupFigures) -> Proposal:
    """The verdict that the figures propose: that of the first rule with a reason, else to keep it.

    None for a group that she has left, for one of whose weeks none can be read, and for one without a record that
    waits, or has only just come: there is nothing to judge it by.
    """
    if figures.group.standing is Standing.LEFT or not figures.weeks:
        return NOTHING
    for verdict, reason in _RULES:
        if reasons := reason(figures):
            return Proposal(
                verdict, (reasons, *(() if figures.is_silent else (done_words(figures),)), *_beside(figures))
            )
    is_new = figures.group.added is not None and figures.weeks < 2
    if figures.is_silent and (is_new or figures.group.standing is not Standing.SELECTED):
        return Proposal(None, (say("no record yet"),))
    return Proposal(Verdict.KEEP, (done_words(figures), *_beside(figures)))


def _beside(figures: GroupFigures) -> tuple[str, ...]:
    """What to weigh beside the minutes: what they led to, what the group brought last, and how it was there."""
    felt = felt_words(figures.felt, figures.group.joy)
    told = (led_to_words(figures), brought_words(latest(figures.brought)), felt and say("joy {felt}", felt=felt))
    return tuple(filter(None, told))


#: The most that the fit of a candidate may come to for it to be left unheard.
POOR_FIT = 4


def _brings_nothing(figures: GroupFigures) -> str:
    """A group that waits and has nothing to wait for; a candidate only once it was looked at and hardly suits her."""
    group = figures.group
    if group.moved:  # its watching goes on elsewhere
        return ""
    waits = group.standing is Standing.PARKED or (
        group.standing is Standing.CANDIDATE
        and group.next_look is not None
        and group.fit.known
        and group.fit.total <= POOR_FIT
    )
    if waits and not (group.worth or figures.joy or figures.brought or figures.last_hands) and figures.weeks >= WEEKS:
        nothing = say("nothing given or met in {n} weeks", n=figures.weeks)
        marks = [f"{name} 0" for name, mark in ((say("worth"), group.worth), (say("joy"), figures.joy)) if mark == 0]
        return say("{marks}, and {nothing}", marks=", ".join(marks), nothing=nothing) if marks else nothing
    return ""


def _is_left_alone(figures: GroupFigures) -> str:
    if figures.group.moved:
        return ""
    if figures.group.standing is Standing.SELECTED and figures.is_silent and figures.weeks >= WEEKS:
        if not figures.planned.total:
            return say("nothing planned and nothing done in {n} weeks", n=figures.weeks)
        planned = spell_minutes(figures.planned.total)
        return say("{planned} planned in {n} weeks, nothing done", planned=planned, n=figures.weeks)
    return ""


def _is_for_reading(figures: GroupFigures) -> str:
    """It is there to be read, and is: a feed does that better, unless it is one, or it is read elsewhere already."""
    group = figures.group
    if group.moved or group.nature is Nature.FEED:
        return ""
    return _is_only_read(figures) if group.is_only_read else ""


def _waits_for_her_hands(figures: GroupFigures) -> str:
    group = figures.group
    return "" if group.nature.only_watched or (group.moved and group.is_only_read) else _is_only_read(figures)


def _is_only_read(figures: GroupFigures) -> str:
    if figures.read_only < READ_ONLY_WEEKS:
        return ""
    if figures.last_hands is None:
        return say("only read in {n} weeks; nothing given or met there", n=figures.read_only)
    return say(
        "only read in {n} weeks; last given or met on {day}", n=figures.read_only, day=day_in_words(figures.last_hands)
    )


def _is_over_read(figures: GroupFigures) -> str:
    # More than one sitting, and more than a quarter past its cap: a few minutes are no reason to change a plan.
    if figures.over <= figures.group.usual.watching or figures.over * 4 <= figures.planned.watching:
        return ""
    return plural(
        figures.weeks_over,
        "{over} of its reading is past the cap of {n} week",
        "{over} of its reading is past the cap of {n} weeks",
        over=spell_minutes(figures.over),
    )


def _serves_nothing(figures: GroupFigures) -> str:
    """Minutes that led nowhere, while others served an objective; what came back of all she gave is known."""
    group = figures.group
    met = figures.has(Kind.MEETING)  # somebody, though nobody may be named
    led_somewhere = figures.served or met or figures.echoes or figures.unanswered or figures.joy
    if group.standing is not Standing.SELECTED or group.is_only_read:
        return ""
    if led_somewhere or not (figures.aimed and figures.minutes.hands) or figures.weeks < WEEKS:
        return ""
    time = spell_minutes(figures.minutes.total)
    return say("{time} in {n} weeks served no objective; nobody was met, nothing came back", time=time, n=figures.weeks)


def _brings_people_or_echo(figures: GroupFigures) -> str:
    """Its goals are reached, and it has brought people, or something came back."""
    if not (figures.people or figures.echoes) or not figures.reached or figures.reached * 2 < figures.goals:
        return ""
    people = plural(figures.people, "{n} person met", "{n} people met")
    brought = people if figures.people else say("{n} came back", n=figures.echoes)
    return plural(
        figures.goals,
        "goals reached in {reached} of {n} planned week, {people}",
        "goals reached in {reached} of {n} planned weeks, {people}",
        reached=figures.reached,
        people=brought,
    )


#: So many contributions whose echo is known say whether she is heard in a group, and that she is not.
HEARD, UNHEARD = 3, 5


def _is_unheard(figures: GroupFigures) -> str:
    """She gives there to be seen, and nothing comes back; only what she has been asked about says so."""
    if _is_for_visibility(figures) and figures.answered >= UNHEARD and not (figures.heard or figures.people):
        return say("nothing came back of the {n} contributions that you were asked about", n=figures.answered)
    return ""


def _is_heard(figures: GroupFigures) -> str:
    if _is_for_visibility(figures) and figures.answered >= HEARD and figures.heard * 2 >= figures.answered:
        return say("something came back of {n} of {of} contributions", n=figures.heard, of=figures.answered)
    return ""


def _is_for_visibility(figures: GroupFigures) -> bool:
    return Role.VISIBILITY in figures.group.roles


_RULES = (
    _Rule(Verdict.LEAVE, _brings_nothing),
    _Rule(Verdict.PARK, _is_left_alone),
    _Rule(Verdict.PARK, _is_unheard),
    _Rule(Verdict.FEED, _is_for_reading),
    _Rule(Verdict.CONTRIBUTE, _waits_for_her_hands),
    _Rule(Verdict.PARK, _serves_nothing),
    _Rule(Verdict.LESS, _is_over_read),
    _Rule(Verdict.MORE, _is_heard),
    _Rule(Verdict.MORE, _brings_people_or_echo),
)
