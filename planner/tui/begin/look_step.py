"""A closer look at the few: what each is for and takes is asked, the rest proposed; Enter takes all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Protocol

from textual.binding import Binding

from planner.domain.audit.look import Look, Proposed, proposed_look, proposed_looks
from planner.domain.budget.upkeep import USUAL_UPKEEP
from planner.domain.errors import Misread
from planner.domain.grammar.marks import read_mark
from planner.domain.group import Group, Role
from planner.domain.objective import Objective
from planner.domain.words import say
from planner.tui.begin.draw_look import FIT, KEYED_OBJECTIVES, OBJECTIVES, QUARTER, ROLE, UPKEEP, Asked, look
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_notice import of_problem
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings, figures, read_as_one

from ..widgets.picture import Picture
from ..widgets.wheel import Wheel

_KEYS = (
    Key("enter", "enter", "take", lambda: say("take all"), lambda: say("Take all as it stands, and go on"), 1),
    Key("t", "t", "role('ties')", lambda: say("ties"), lambda: say("It is for ties"), 3),
    Key("v", "v", "role('visibility')", lambda: say("visibility"), lambda: say("It is for visibility"), 4),
    Key("w", "w", "role('watch')", lambda: say("watch"), lambda: say("It is for watching"), 5),
    *figures("answer", lambda: say("Answer by a figure"), label=lambda: say("answer"), rank=6),
    *read_as_one(
        "arrows",
        lambda: say("move"),
        lambda: say("Another answer"),
        ("up", "move(-1)", lambda: say("The group above")),
        ("down", "move(1)", lambda: say("The group below")),
        ("left,shift+tab", "turn(-1)", lambda: say("The answer before")),
        ("right,tab", "turn(1)", lambda: say("The answer after")),
        rank=7,
    ),
    *ENDS,
)


class LookOwner(Protocol):
    """Whom the step tells; it does so by way of the screen, which says what keeps the looks from being kept."""

    async def looked(self, seen: Mapping[str, Look]) -> None:
        """The few were looked at: keep what she saw (by id), and go on."""


class LookStep(Wheel, Picture, can_focus=True):
    """The few with an answer to each question, proposed until she gives another. What she took it tells its owner."""

    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("look-step", _KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("A closer look"),
        lambda: say(
            "The few groups that may be worth your minutes: what each is there for, what it takes, and "
            "how well it suits you. Answers are proposed, and a mark that you never give stays unknown."
        ),
    )

    def __init__(
        self,
        ink: Ink,
        owner: LookOwner,
        groups: Sequence[Group],
        objectives: Sequence[Objective],
        usual: Mapping[str, int],
    ) -> None:
        super().__init__(ink)
        self._owner = owner
        self._groups, self._objectives, self._usual = groups, objectives, usual
        self._answered: dict[str, Look] = {}  # by id, what she gave instead of what is proposed
        self._at, self._question, self._first = 0, ROLE, 0

    def show(self, groups: Sequence[Group], objectives: Sequence[Objective]) -> None:
        """Show the groups as they are kept now."""
        self._groups, self._objectives = groups, objectives
        self._at = max(0, min(self._at, len(groups) - 1))
        self.redraw()

    @property
    def _proposed(self) -> Proposed:
        return proposed_looks(self._groups, self._objectives, self._usual, self._answered)

    @property
    def _looks(self) -> Mapping[str, Look]:
        return self._proposed.looks

    def draw(self) -> list[Row]:
        width, height = self.size
        if not self._groups:
            return [Row(2).put(say("There are no groups to look at."), "text")]
        proposed = self._proposed
        asked = Asked(self._groups, proposed.looks, self._objectives, self._at, self._question, proposed.words)
        drawn = look(asked, width, height, self.ink.marks, self._first)
        self._first = drawn.first
        return drawn.rows

    @property
    def _group(self) -> Group:
        return self._groups[self._at]

    def _answer(self, seen: Look) -> None:
        self._answered[self._group.id] = seen

    # Answers

    def action_role(self, role: str) -> None:
        """What it is for; what is proposed for the rest follows. Said next, another is one more, or one less."""
        if not self._groups:
            return
        answered, said = self._answered.get(self._group.id), Role(role)
        if answered and self._question == UPKEEP:
            seen = answered.with_role(said)
            if seen == answered:
                self._refuse(say("It is for one thing at least; say another first."))
            self._answer(seen)
        else:
            usual = self._usual.get(self._group.id, USUAL_UPKEEP)
            proposed = proposed_look(self._group, self._objectives, said, usual)
            self._answer(answered._replace(roles=proposed.roles) if answered else proposed)
            self._question = UPKEEP
        self.redraw()

    def action_answer(self, figure: int) -> None:
        """A figure answers the question; with the upkeep a group is through, and the next one comes."""
        if not self._groups:
            return
        seen = self._looks[self._group.id]
        if self._question == UPKEEP:
            self._answer(seen._replace(upkeep=figure * QUARTER))
            if self._at + 1 < len(self._groups):
                self._at, self._question = self._at + 1, ROLE
        elif self._question == FIT:
            try:
                self._answer(seen.with_fit(read_mark(str(figure)) or 0))
            except Misread as problem:
                self._refuse(str(problem))
        elif self._question == OBJECTIVES and figure <= min(len(self._objectives), KEYED_OBJECTIVES):
            self._answer(seen._replace(objectives=self._served(seen, figure)))
        elif self._question == OBJECTIVES:
            self._refuse(say("There is no objective {n}.", n=figure))
        else:
            self._refuse(say("A letter says what it is for: t, v or w."))
        self.redraw()

    def _refuse(self, why: str) -> None:
        self.screen.tell(of_problem(why))  # type: ignore[attr-defined]

    def _served(self, seen: Look, figure: int) -> tuple[str, ...]:
        """The objectives with one more, or one less; 0 is none."""
        if not figure:
            return ()
        id_ = self._objectives[figure - 1].id
        others = tuple(each for each in seen.objectives if each != id_)
        return others if id_ in seen.objectives else (*others, id_)

    def action_take(self) -> None:
        """All as it stands."""
        if self._groups:
            self.screen.call_later(self._owner.looked, self._looks)

    # Another answer

    def action_move(self, rows: int) -> None:
        """Another group."""
        self._at = max(0, min(self._at + rows, len(self._groups) - 1))
        self.redraw()

    def action_turn(self, by: int) -> None:
        """Another answer of the group; after the last one comes the next group's first."""
        at = self._at * 4 + self._question + by
        self._at, self._question = divmod(max(0, min(at, 4 * len(self._groups) - 1)), 4)
        self.redraw()
