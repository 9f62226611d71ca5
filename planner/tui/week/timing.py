"""The timer on a screen: started by one key, stopped by another; a forgotten one asks once what to keep."""

from __future__ import annotations

from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.words import say, spell_minutes
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..widgets.screen import PlannerScreen


class TimerKeys(PlannerScreen):
    """A screen that starts and stops the timer."""

    def chosen_group(self) -> Group | None:
        """The group to start the timer for."""
        return None

    def action_start(self, kind: str) -> None:
        """Start the timer for the chosen group."""
        group = self.chosen_group()
        if group is None:
            self.tell(of_problem(say("No group is selected yet. Press a to paste your list, or b to set up.")))
        elif self.change(lambda: self.desk.start("", Kind(kind), group)):
            self.remind(Kind(kind), group)

    def remind(self, kind: Kind, group: Group) -> None:
        """When watching starts in a group, show what she means to do first there."""
        if kind is Kind.WATCHING and group.if_then:
            self.tell(Notice(group.name, say("“{text}”", text=group.if_then), role="accent", undo=True))

    def action_stop(self) -> None:
        """Stop the timer; ask once where it was probably forgotten."""
        timer = self.desk.report().timer
        if timer is None:
            self.tell(Notice(say("No timer is running. C, M or W starts one."), role="accent"))
        elif self.desk.forgotten():
            from planner.tui.actions.forgotten import Forgotten

            group = self.desk.book().groups.get(timer.group)
            usual = group.usual.of(timer.kind) if group else 0
            asked = say(
                "The timer of {group} has been running for {time}. What is to be kept?",
                group=group.name if group else timer.group,
                time=spell_minutes(timer.elapsed(self.desk.now())),
            )
            self.app.push_screen(Forgotten(self.ink, asked, spell_minutes(usual), self.app.size.width), self._keep)
        else:
            self.change(self.desk.stop)

    def _keep(self, keep: str | None) -> None:
        if keep:
            self.change(lambda: self.desk.stop(keep))
