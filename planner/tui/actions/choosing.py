"""What two machines said of one thing, chosen from on a screen: one panel after the other, until all are settled."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen


async def choose(screen: PlannerScreen, passed: frozenset[str] = frozenset(), other: int = 1) -> None:
    """Ask of the first conflict that was not passed, an ``other`` of what is beside it shown; all is kept until then.

    Raises PlannerError.
    """
    from .conflict_panel import ConflictPanel

    conflicts = screen.desk.conflicts()
    waiting = [each for each in conflicts if each.id not in passed]
    if not waiting:
        if not conflicts:
            screen.tell(Notice(say("There are no conflicts."), role="accent"))
        return
    first, *others = waiting

    async def answered(answer: str | None) -> None:
        if answer is None:
            return
        if answer == "turn":
            await choose(screen, passed, other % (len(first.says) - 1) + 1)
            return
        if answer and screen.change(lambda: screen.desk.settle_conflict(first.id, answer)) is None:
            return
        if others:
            await choose(screen, passed if answer else passed | {first.id})

    await screen.app.push_screen(ConflictPanel(screen.ink, first, len(others), screen.app.size.width, other), answered)
