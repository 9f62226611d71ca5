"""The mirror: all her groups beside the minutes she has, in three short sentences, before anything is asked."""

from __future__ import annotations

from ..value import NamedTuple
from ..words import plural, say, spell_minutes
from .budget import Proposal, needed_words

_HERE = "\0"  #: where the minutes stand in their sentence


class MirrorWords(NamedTuple):
    """What all groups take, the minutes she has around ``minutes``, and how many groups fit into them."""

    takes: str
    before: str
    minutes: str
    after: str
    fits: str

    @property
    def whole(self) -> str:
        """All of it: ``24 groups: about 18h a week. You have 5h. Six fit.``"""
        return " ".join((self.takes, f"{self.before}{self.minutes}{self.after}", self.fits))


def mirror_words(proposal: Proposal) -> MirrorWords:
    """What a proposal shows her."""
    check, chosen = proposal.reality, proposal.selection
    takes = plural(
        check.groups, "{n} group: {minutes} a week.", "{n} groups: {minutes} a week.", minutes=needed_words(check)
    )
    has = say("You have {minutes}.", minutes=_HERE) if check.said else say("What if you had {minutes}?", minutes=_HERE)
    before, _, after = has.partition(_HERE)
    return MirrorWords(
        takes, before, spell_minutes(check.available), after, _fits_words(proposal, len(chosen.proposed))
    )


def _fits_words(proposal: Proposal, count: int) -> str:
    if not proposal.selection.left_out and count > 1:
        return say("All of them fit.")
    numbers = _numbers()
    spelled = numbers[count] if count < len(numbers) else str(count)
    return plural(count, "{how_many} fits.", "{how_many} fit.", how_many=spelled) if count else say("None fits.")


def _numbers() -> tuple[str, ...]:
    """Small numbers as they begin a sentence about groups."""
    return (
        say("None"), say("One"), say("Two"), say("Three"), say("Four"), say("Five"), say("Six"), say("Seven"),
        say("Eight"), say("Nine"), say("Ten"), say("Eleven"), say("Twelve"),
    )  # fmt: skip
