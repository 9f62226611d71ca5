"""Unconfirmed time on a screen: asked once what to keep of it, by the same panel that a forgotten timer shows."""

from __future__ import annotations

from planner.domain.entry import Entry
from planner.domain.group import USUAL
from planner.domain.words import clock, day_month, say, spell_minutes

from ..widgets.screen import PlannerScreen


class Settling(PlannerScreen):
    """A screen that settles what nobody has confirmed."""

    def usual_of(self, entry: Entry) -> int:
        """The usual minutes of such an entry."""
        group = self.desk.book().groups.get(entry.group)
        return (group.usual if group else USUAL).of(entry.kind)

    async def ask_what_to_keep(self, entry: Entry) -> None:
        """Ask, and keep what she says."""
        from planner.tui.actions.forgotten import Forgotten

        asked = say(
            "{group}, {day} {start}: the timer ran for {time}. What is to be kept?",
            group=self.desk.book().group_name(entry.group),
            day=day_month(entry.day),
            start=clock(entry.start),
            time=spell_minutes(entry.minutes),
        )

        def keep(answer: str | None) -> None:
            if answer:
                self.settle(entry, answer)

        usual = min(self.usual_of(entry), entry.minutes)
        await self.app.push_screen(Forgotten(self.ink, asked, spell_minutes(usual), self.app.size.width), keep)

    def settle(self, entry: Entry, keep: str) -> None:
        """Keep ``usual``, ``all``, ``until HH:MM`` or nothing (``drop``) of an entry."""
        self.change(lambda: self.desk.settle(entry.id, keep))
