"""Deciding for a group on a screen: a verdict by one key, and what each asks for or brings with it."""

from __future__ import annotations

from planner.domain.audit.audit import GroupAudit
from planner.domain.group import Standing
from planner.domain.review import Verdict
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen
from .looking import Looking


class Judging:
    """Decides for the group that is looked at, and goes on to the next."""

    def __init__(self, screen: PlannerScreen, looking: Looking) -> None:
        self._screen, self._looking = screen, looking

    async def action_take(self) -> None:
        """Take the verdict that is proposed, or leave hers as it is, and go on."""
        row = self._looking.chosen
        if row is None:
            return
        if row.group.standing is Standing.LEFT:
            self._screen.tell(
                Notice(say("{group} is left; nothing is proposed for it.", group=row.group.name), role="accent")
            )
        elif row.taken:
            self._looking.action_move(1)
        elif row.proposal.verdict is None:
            words = say("{group} has no record yet, so nothing is proposed; decide by a letter.", group=row.group.name)
            self._screen.tell(Notice(words, role="accent"))
        else:
            await self.action_decide(row.proposal.verdict.value)

    async def action_decide(self, verdict: str) -> None:
        """Decide, and go on; leaving asks for a reason."""
        row = self._looking.chosen
        if row and verdict == Verdict.LEAVE.value:
            from planner.tui.widgets.ask import Ask

            asked = say("Why leave {group}?", group=row.group.name)
            ask = Ask(self._screen.ink, asked, row.group.reason, say("a reason; Enter alone: none"), or_nothing=True)

            def leave(reason: str | None) -> None:
                if reason is not None:
                    self._decide(row, Verdict.LEAVE, reason)

            await self._screen.app.push_screen(ask, leave)
        elif row and verdict == Verdict.FEED.value:
            from planner.tui.actions.feed_question import ask_feed

            await ask_feed(self._screen, row.group, lambda feed: self._decide(row, Verdict.FEED, feed=feed))
        elif row:
            self._decide(row, Verdict(verdict))

    def _decide(self, row: GroupAudit, verdict: Verdict, reason: str = "", feed: str | None = None) -> None:
        """Go on first: once decided, the group may stand elsewhere, or be shown no longer."""
        self._looking.go_on()
        if self._screen.change(lambda: self._screen.desk.take_verdict(row.group.id, verdict, reason, feed)) is None:
            self._looking.choose(row.group.id)
