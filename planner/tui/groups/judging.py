"""Deciding for a group on a screen: a verdict by one key, and what each asks for or brings with it."""

from __future__ import annotations

from planner.domain.audit.audit import GroupAudit
from planner.domain.group import Standing
from planner.domain.review import Verdict
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen


class Judging(PlannerScreen):
    """A screen with a group under audit."""

    @property
    def judged(self) -> GroupAudit | None:
        """The group that a verdict is for."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Choose the group after it."""
        raise NotImplementedError

    def choose(self, id_: str) -> None:
        """Choose a group by its id."""
        raise NotImplementedError

    async def action_take(self) -> None:
        """Take the verdict that is proposed, or leave hers as it is, and go on."""
        row = self.judged
        if row is None:
            return
        if row.group.standing is Standing.LEFT:
            self.tell(Notice(say("{group} is left; nothing is proposed for it.", group=row.group.name), role="accent"))
        elif row.taken:
            self.go_on()
        elif row.proposal.verdict is None:
            words = say("{group} has no record yet, so nothing is proposed; decide by a letter.", group=row.group.name)
            self.tell(Notice(words, role="accent"))
        else:
            await self.action_decide(row.proposal.verdict.value)

    async def action_decide(self, verdict: str) -> None:
        """Decide, and go on; leaving asks for a reason."""
        row = self.judged
        if row and verdict == Verdict.LEAVE.value:
            from planner.tui.widgets.ask import Ask

            asked = say("Why leave {group}?", group=row.group.name)
            ask = Ask(self.ink, asked, row.group.reason, say("a reason; Enter alone: none"), or_nothing=True)

            def leave(reason: str | None) -> None:
                if reason is not None:
                    self._decide(row, Verdict.LEAVE, reason)

            await self.app.push_screen(ask, leave)
        elif row and verdict == Verdict.FEED.value:
            from planner.tui.actions.feed_question import ask_feed

            await ask_feed(self, row.group, lambda feed: self._decide(row, Verdict.FEED, feed=feed))
        elif row:
            self._decide(row, Verdict(verdict))

    def _decide(self, row: GroupAudit, verdict: Verdict, reason: str = "", feed: str | None = None) -> None:
        """Go on first: once decided, the group may stand elsewhere, or be shown no longer."""
        self.go_on()
        if self.change(lambda: self.desk.take_verdict(row.group.id, verdict, reason, feed)) is None:
            self.choose(row.group.id)
