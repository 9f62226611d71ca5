"""The review: the end of a week, which changes the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum

from .group import Standing
from .value import NamedTuple
from .value.enums import StrEnum
from .value.typed import Self
from .words import say


class NextLine(Enum):
    """What a verdict makes of a group's line in the next plan."""

    SAME = "as it was"
    MORE_HANDS = "more of the hands"
    LESS_WATCHING = "less watching"
    HANDS_ALONE = "no watching: its minutes are for contributing"


class Ruling(NamedTuple):
    """What goes with a verdict: its key, as Textual has it and as it is shown; what is said beside it, and in help.

    ``plans`` is what becomes of the group's line; ``ends``, the standing that ends its part in the plan. ``title`` and
    ``short`` say it where its word does not: anywhere, and where there is little room.
    """

    key: str
    shown_key: str
    label: Callable[[], str]
    sentence: Callable[[], str]
    plans: NextLine = NextLine.SAME
    ends: Standing | None = None
    title: Callable[[], str] | None = None
    short: Callable[[], str] | None = None


class Verdict(StrEnum):
    """What the review decides for a group, a row each: keys, help, the audit, JSON and the next plan follow from it."""

    MORE = "more", Ruling("plus", "+", lambda: say("more"), lambda: say("More"), NextLine.MORE_HANDS)
    KEEP = "keep", Ruling("equals_sign", "=", lambda: say("keep"), lambda: say("Keep as it is"))
    LESS = (
        "less",
        Ruling(
            "minus",
            "-",
            lambda: say("less"),
            lambda: say("Less watching"),
            NextLine.LESS_WATCHING,
            title=lambda: say("read less"),  # to do less of a group is to read less there
        ),
    )
    CONTRIBUTE = (
        "contribute",
        Ruling("c", "c", lambda: say("contribute"), lambda: say("Contribute, not watch"), NextLine.HANDS_ALONE),
    )
    PARK = "park", Ruling("p", "p", lambda: say("park"), lambda: say("Park the group"), ends=Standing.PARKED)
    LEAVE = "leave", Ruling("x", "x", lambda: say("leave"), lambda: say("Leave the group"), ends=Standing.LEFT)
    FEED = (
        "replace with a feed",
        Ruling(
            "f",
            "f",
            lambda: say("feed"),
            lambda: say("Replace the group with a feed"),
            ends=Standing.PARKED,
            short=lambda: say("feed"),
        ),
    )

    ruling: Ruling

    def __new__(cls, word: str, ruling: Ruling | None = None) -> Self:  # None where one is looked up by its word
        assert ruling
        verdict = str.__new__(cls, word)
        verdict._value_, verdict.ruling = word, ruling
        return verdict

    @property
    def title(self) -> str:  # type: ignore[override]
        """The verdict in the chosen language."""
        return self.ruling.title() if self.ruling.title else say(self.value)

    @property
    def ends(self) -> Standing | None:
        """Where it leaves a group that has no part in a plan from then on; None for one that goes on."""
        return self.ruling.ends

    @property
    def short(self) -> str:
        """The verdict in the chosen language, short enough for a column."""
        return self.ruling.short() if self.ruling.short else self.title


class ReviewStep(StrEnum):
    """The steps of a review, in their order."""

    WAITING = "waiting"  # time to confirm, and meetings to answer
    WEEK = "planned and done"
    DRIFT = "drift"
    PEOPLE = "people"
    VERDICTS = "verdicts"
    NEXT_WEEK = "next week"


class Review(NamedTuple):
    """The end of a week: verdicts by group id, answers by question, and whether it is closed.

    ``step`` is the one it was left at; None for one not begun, or only just. Reopening a closed review makes a new
    ``revision``.
    """

    revision: int = 1
    step: ReviewStep | None = None
    verdicts: Mapping[str, Verdict] = {}
    answers: Mapping[str, str] = {}
    closed: datetime | None = None
