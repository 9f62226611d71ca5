"""The review's last step: a few questions, next week's plan, and an if-then sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from planner.domain import words
from planner.domain.group import Group
from planner.domain.plan import Plan
from planner.domain.week import Week
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings
from planner.tui.widgets.width import width_of

from ..widgets.line import LinePicture
from ..widgets.line_input import LineInput
from .plan import LastStepOwner, ReviewPlan


class NextWeekStep(Vertical):
    """Inputs for the answers, over the plan editor. Enter in an input goes on to the next one."""

    DEFAULT_CSS = """
    NextWeekStep { height: 1fr; }
    NextWeekStep Horizontal { height: 1; }
    """
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "submit", lambda: say("next"), lambda: say("To the next question, then to the plan"), 1),
        Key("tab,down", "tab", "app.focus_next", lambda: say("skip"), lambda: say("Skip the question"), 4),
        Key("up", "up", "app.focus_previous", lambda: say("before"), lambda: say("To the question before")),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("next-week-step", KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("Next week"),
        lambda: say(
            "A few questions on the week, and next week’s plan under them. No question needs an answer; "
            "what you write stands in the review."
        ),
    )

    def __init__(  # noqa: PLR0917 - all that the last step holds
        self,
        ink: Ink,
        owner: LastStepOwner,
        week: Week,
        questions: Sequence[tuple[str, str]],
        answers: Mapping[str, str],
        plan: Plan,
        groups: Sequence[Group],
        available: int | None,
        today: date,
    ) -> None:
        super().__init__()
        self._owner, self._today = owner, today
        self._ink, self._week, self._questions, self._answers = ink, week, questions, answers
        self.editor = ReviewPlan(ink, owner, plan, groups, available)
        self.editor.styles.max_height = self.editor.rows_wanted() + 1

    def compose(self) -> ComposeResult:
        longest = max(cell_len(question) for _, question in self._questions) + 4
        for key, question in self._questions:
            with Horizontal():
                yield LinePicture(self._ink, self._asked(question).to(longest), snug=True, id=f"asked-{key}")
                yield LineInput(self._answers.get(key, ""), say("…"), id=f"answer-{key}")
        if self.app.size.height > 20:
            yield LinePicture(self._ink, Row())
        yield LinePicture(self._ink, self._title())
        yield self.editor
        yield LinePicture(self._ink, Row(), id="if-then")

    def _asked(self, question: str, *, here: bool = False) -> Row:
        """A question, with the pointer before the one that is being answered."""
        row = Row().put(f"{self._ink.marks.pointer} " if here else "", "accent strong").to(2)
        return row.put(question, "text strong" if here else "text")

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _point(self) -> None:
        """Point to the question that has the keys."""
        for key, question in self._questions:
            here = self.query_one(f"#answer-{key}").has_focus
            self.query_one(f"#asked-{key}", LinePicture).show(self._asked(question, here=here))

    def _title(self) -> Row:
        row = Row(2).put(say("PLAN FOR WEEK {number}", number=self._week.number), "dim strong")
        return row.put(f"   {words.span_beside(self._week.monday, self._week.sunday, self._today)}", "dim")

    @property
    def answers(self) -> dict[str, str]:
        """What stands in the inputs, by question."""
        given = {key: self.query_one(f"#answer-{key}", Input).value.strip() for key, _ in self._questions}
        return {key: text for key, text in given.items() if text}

    @property
    def first(self) -> Widget:
        """What is to be filled in first: the first question without an answer, else the plan."""
        empty = (key for key, _ in self._questions if not self._answers.get(key))
        key = next(empty, None)
        return self.query_one(f"#answer-{key}", Input) if key else self.editor

    def show_if_then(self, group: Group | None) -> None:
        """Show a group's if-then sentence."""
        row = Row(2).put("i", "accent strong").put(" ")
        if group and group.if_then:
            row.put(group.name, "text", max(8, width_of(self.app) // 4)).put("  ")
            row.put(say("“{text}”", text=group.if_then), "dim", width_of(self.app) - row.cells - 2)
        elif group:
            row.put(say("an if-then sentence for {group}", group=group.name), "dim", width_of(self.app) - 6)
        self.query_one("#if-then", LinePicture).show(row if group else Row())

    @on(Input.Submitted)
    def _input_submitted(self, event: Input.Submitted) -> None:
        """Keep the answers, and go on."""
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Keep the answers, and go on: to the next question, or to the plan once one is left without an answer."""
        self.screen.call_later(self._owner.keep_answers)
        focused = self.screen.focused
        if isinstance(focused, Input) and focused.value.strip():
            self.screen.focus_next()
        else:
            self.editor.focus()
