"""The quick pass: one group after the other, four keys each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual.binding import Binding

from planner.domain.audit.look import Look, proposed_look
from planner.domain.group import Group, Role
from planner.domain.objective import Objective
from planner.domain.words import say
from planner.tui.begin.draw_look import FIT, KEYED_OBJECTIVES, OBJECTIVES, QUARTER, ROLE, UPKEEP, Asked, look
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings, figures

from ..widgets.picture import Picture

_KEYS = (
    Key("enter", "enter", "take", lambda: say("take it"), lambda: say("Take the proposed answer, and go on"), 1),
    Key("t", "t", "role('ties')", lambda: say("ties"), lambda: say("It is for ties")),
    Key("v", "v", "role('visibility')", lambda: say("visibility"), lambda: say("It is for visibility")),
    Key("w", "w", "role('watch')", lambda: say("watch"), lambda: say("It is for watching")),
    Key("comma", ",", "several", lambda: say("several"), lambda: say("It serves several: choose, then enter")),
    *figures("answer", lambda: say("Answer by a figure")),
    Key("backspace", "backspace", "answer_before", lambda: say("answer before"), lambda: say("The answer before"), 9),
    Key("down,s", "s", "move(1)", lambda: say("skip"), lambda: say("Skip the group"), 3),
    Key("up", "up", "move(-1)", lambda: say("group before"), lambda: say("The group before"), 4),
)


class LookOwner(Protocol):
    """Whom the step tells; it does so by way of the screen, which says what keeps a look from being kept."""

    def looked(self, group: Group, seen: Look) -> None:
        """A group was looked at."""

    async def all_looked_at(self) -> None:
        """The last group was looked at or skipped: go on."""


class LookStep(Picture, can_focus=True):
    """Asks four questions of each group. It goes on by itself; what is answered it tells its owner."""

    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("look-step", _KEYS)  # type: ignore[assignment]

    def __init__(self, ink: Ink, owner: LookOwner, groups: Sequence[Group], objectives: Sequence[Objective]) -> None:
        super().__init__(ink)
        self._owner = owner
        self._groups, self._objectives = groups, objectives
        self._unseen = {group.id for group in groups if group.next_look is None}
        self._again = not self._unseen  # all were looked at before: go through all of them once more
        self._at = next((n for n, group in enumerate(groups) if self._again or group.id in self._unseen), 0)
        self._begin()

    def show(self, groups: Sequence[Group], objectives: Sequence[Objective]) -> None:
        """Show the groups as they are kept now; one that is unlooked at again (an undo) comes back."""
        unseen = {group.id for group in groups if group.next_look is None}
        ids = [group.id for group in groups]
        back = next((n for n, id_ in enumerate(ids) if id_ in unseen - self._unseen), None)
        held = self._group.id if self._groups else ""
        changed = objectives != self._objectives or back is not None or held not in ids
        self._groups, self._objectives, self._unseen = groups, objectives, unseen
        self._at = back if back is not None else ids.index(held) if held in ids else max(0, min(self._at, len(ids) - 1))
        if changed:
            self._begin()
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        if not self._groups:
            return [Row(2).put(say("There are no groups to look at."), "text")]
        looked = len(self._groups) - len(self._unseen)
        place = self._at + 1
        asked = Asked(
            self._group, self._seen, self._question, self._objectives, place, len(self._groups), looked, self._several
        )
        return look(asked, width, height, self.ink.marks)

    @property
    def _group(self) -> Group:
        return self._groups[self._at]

    def _begin(self) -> None:
        """Begin with the group that it is at."""
        self._question, self._several = ROLE, None  # type: tuple[int, tuple[str, ...] | None]
        if self._groups:
            self._seen = proposed_look(self._group, self._objectives)

    # Answers

    def action_answer(self, figure: int) -> None:
        """A figure answers the question."""
        if not self._groups:
            return
        if self._question == FIT and figure <= 3:
            self._seen = self._seen.with_fit(figure)
            self._go_on()
        elif self._question == UPKEEP:
            self._seen = self._seen._replace(upkeep=figure * QUARTER)
            self._go_on()
        elif self._question == OBJECTIVES and figure <= min(len(self._objectives), KEYED_OBJECTIVES):
            self._serve(figure)
        else:
            self.app.bell()

    def _serve(self, figure: int) -> None:
        chosen = self._objectives[figure - 1].id if figure else ""
        if self._several is None or not figure:
            self._seen = self._seen._replace(objectives=(chosen,) if chosen else ())
            self._several = None
            self._go_on()
        else:
            others = tuple(id_ for id_ in self._several if id_ != chosen)
            self._several = others if chosen in self._several else (*others, chosen)
            self.redraw()

    def action_role(self, role: str) -> None:
        """What it is for; asked or not, this key says so. What is proposed for the rest follows."""
        if not self._groups:
            return
        answered, self._seen = self._seen, proposed_look(self._group, self._objectives, Role(role))
        if self._question > FIT:
            self._seen = self._seen._replace(fit=answered.fit)
        if self._question > UPKEEP:
            self._seen = self._seen._replace(upkeep=answered.upkeep)
        if self._question == ROLE:
            self._go_on()
        self.redraw()

    def action_take(self) -> None:
        """The proposed answer."""
        if not self._groups:
            self.screen.call_later(self._owner.all_looked_at)
            return
        if self._several is not None:
            self._seen = self._seen._replace(objectives=self._several)
        self._go_on()

    def action_several(self) -> None:
        """Choose several objectives."""
        if self._question == OBJECTIVES and self._groups:
            self._several = ()
            self.redraw()

    def action_answer_before(self) -> None:
        """The question before."""
        self._question, self._several = max(ROLE, self._question - 1), None
        self.redraw()

    def _go_on(self) -> None:
        """To the next question; after the last one the group is told, and the next one comes."""
        last = OBJECTIVES if self._objectives else UPKEEP
        if self._question < last:
            self._question += 1
            self.redraw()
            return
        group = self._group
        self._unseen.discard(group.id)
        self.screen.call_later(self._owner.looked, group, self._seen)
        later = range(self._at + 1, len(self._groups))
        self._to(next((n for n in later if self._again or self._groups[n].id in self._unseen), None))

    def _to(self, place: int | None) -> None:
        if place is None:
            self._begin()
            self.screen.set_focus(None)  # keys typed ahead are for what comes next
            self.screen.call_later(self._owner.all_looked_at)
        else:
            self._at = place
            self._begin()
        self.redraw()

    def action_move(self, by: int) -> None:
        """Another group, without an answer for this one."""
        if not self._groups:
            return
        place = self._at + by
        if place >= len(self._groups):
            self._to(None)
        elif place >= 0:
            self._to(place)
