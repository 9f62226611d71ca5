"""What all screens share: the notice row, the footer, the common keys, and the way a change is made and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from planner.domain.drift.drift import Signal
from planner.domain.errors import PlannerError
from planner.domain.texts import shown
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import say
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_notice import PROBLEM, ROOMY, Notice, of_change, of_problem, said_beside, with_news
from planner.tui.widgets.foot import Foot
from planner.tui.widgets.keys import COMMON, Key, bindings
from planner.tui.widgets.planner import Planner, planner_of
from planner.tui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall
from planner.tui.widgets.width import keep_to_width
from planner.tui.widgets.working import hints, works

if TYPE_CHECKING:
    from planner.desk import Desk
    from planner.tui.widgets.ink import Ink


class PlannerScreen(Screen[None]):
    """A screen of planner.

    A subclass has a ``NAME``, names its own keys in ``KEYS`` (of which its ``BINDINGS`` are made), yields its widgets
    in :meth:`compose_body`, and asks the desk anew and shows it in :meth:`refreshed`, which is called when the screen
    opens, after each change, on the clock's minute and when another program has changed something. What it can do
    beside that it has: objects in ``acts``, which are told the screen, and whose ``action_…`` its keys stand for too.
    """

    NAME: ClassVar[str] = ""
    KEYS: ClassVar[tuple[Key, ...]] = ()
    BINDINGS: ClassVar[list[Binding]] = bindings("common", COMMON)  # type: ignore[assignment]
    #: Whether a letter acts only once no other has followed it faster than a hand: both are text then.
    WAITS_FOR_TEXT: ClassVar[bool] = False
    AUTO_FOCUS = ""
    #: As in Screen, but a change of focus repaints what shows it, not the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    DEFAULT_CSS = """
    PlannerScreen { layout: vertical; background: $background; overflow: hidden hidden; }
    PlannerScreen > TooSmall { display: none; }
    PlannerScreen.-small > * { display: none; }
    PlannerScreen.-small > TooSmall { display: block; }
    """

    def __init__(self, week: Week | None = None) -> None:
        super().__init__()
        self.asked_week = week  # the week it was opened for; None: this week, whichever that is
        self.acts: tuple[object, ...] = ()
        self.foot = Foot(self.ink, self.footer_hints)

    @property
    def planner(self) -> Planner:
        """The app, as ours."""
        return planner_of(self.app)

    @property
    def desk(self) -> Desk:
        """The one door for questions and changes."""
        return self.planner.desk

    @property
    def ink(self) -> Ink:
        """The theme's colours and the marks of this terminal."""
        return self.planner.ink

    def compose_body(self) -> Iterable[Widget]:
        """The screen's own widgets, above the notice row."""
        raise NotImplementedError

    def refreshed(self) -> None:
        """Ask the desk anew, and show it."""
        raise NotImplementedError

    def week_in_front(self) -> Week | None:
        """The week that this screen is about, which the next one is opened for; None: this week."""
        return self.asked_week

    # Keys

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Those of ``KEYS`` that work as the screen is now."""
        return self.KEYS

    @property
    def keys(self) -> tuple[Key, ...]:
        """The screen's keys, its own and those that all have."""
        return (*self.own_keys, *(key for key in COMMON if key.action != f"show('{self.NAME}')"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether an action of the screen may be taken: one that a key stands for which works now."""
        return hasattr(Screen, f"action_{action}") or works(self, action, parameters)

    def doer(self, action: str) -> Any:
        """Who takes an action: the screen itself, or the first of its ``acts`` that can."""
        return next((act for act in (self, *self.acts) if hasattr(act, f"action_{action}")), self)

    def footer_hints(self) -> list[Hint]:
        """What the footer shows of the keys that work now."""
        return hints(self)

    def watch_focused(self) -> None:
        """Show the keys of what has the focus now."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that work now."""
        if self.is_mounted:
            self.foot.show_keys()

    def compose(self) -> ComposeResult:
        keep_to_width(self)
        yield from self.compose_body()
        yield self.foot

    # Changes and what they answer

    def change(self, ask: Callable[[], Change]) -> Change | None:
        """Make a change and answer with a notice; None where it could not be made, which the notice then says."""
        try:
            change = ask()
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
            return None
        self.made(change)
        return change

    def made(self, change: Change) -> None:
        """Say what a change did, and show it."""
        self.tell(of_change(change))
        self.planner.seen_now()
        self.renew()
        self.call_after_refresh(self.announce)

    def announce(self) -> None:
        """Say the next line of the queue; a reminder never speaks over what is said, and nothing over an offer."""
        said = self.foot.notices.said
        if said.offers:
            return
        try:
            line = self.desk.next_line(reminders=not said.words)
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
            return
        if self.desk.settings().on_warning and (wrong := self.desk.tell_outside()):
            self.tell(of_problem(wrong))
        elif line and line == self.desk.standing_line():
            self._stand(line)
        elif line:
            self.planner.seen_now()
            self.tell(with_news(said, line, in_sight=self.takes_into_sight(line)))

    def takes_into_sight(self, line: Signal) -> bool:  # noqa: ARG002 - for a screen that has a place of its own for it
        """Whether this screen shows the queue's line in a place of its own, so that no notice need repeat it."""
        return False

    def renew(self) -> None:
        """Show the data as it is now, and the line of the queue that stands, as one of damage does."""
        self.attempt(self.refreshed)
        self.show_keys()
        self.attempt(lambda: self._stand(self.desk.standing_line()))

    def _stand(self, line: Signal | None) -> None:
        """Say a line that stands at once, and again wherever nothing else is said."""
        if line and (line != self.planner.standing or not self.foot.notices.said.words):
            self.tell(of_problem(line.text)._replace(then=line.advice))
        self.planner.standing = line

    def attempt(self, show: Callable[[], None]) -> None:
        """Read and show something; what keeps it from being read is said in the notice row. A screen that was left
        meanwhile has nothing more to show it in."""
        if self not in self.app.screen_stack:
            return
        try:
            show()
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))

    async def _on_message(self, message: Message) -> None:
        """Do what a message asks for; what keeps it from being done is said, and the screen goes on."""
        try:
            await super()._on_message(message)
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))

    def tell(self, said: Notice) -> None:
        """Say something in the notice row; while a line stands, as one of damage does, that it does goes with it."""
        told_already = self.planner.standing
        line = self._standing() if said.words and said.role != PROBLEM else None
        if line and (line == told_already or self.size.height >= ROOMY):  # else it is said in the only row there is
            self.planner.standing = line
            said = said_beside(said, line, told_already=line == told_already)
        self.foot.notices.show(said)

    def _standing(self) -> Signal | None:
        """The line that stands now; what keeps it from being known is said by who reads next."""
        try:
            return self.desk.standing_line()
        except PlannerError:
            return None

    def forget_undo(self) -> None:
        """Another program has changed something since: what was said before stands no more where it said, nor would
        undo take it back."""
        said = self.foot.notices.said
        if said.undo:
            self.tell(said._replace(then="", notes="", undo=False))

    def action_undo(self) -> None:
        """Take back the last change."""
        if change := self.change(self.desk.undo):
            self.tell(of_change(change)._replace(undo=False))

    def action_redo(self) -> None:
        """Make the undone change again."""
        self.change(self.desk.redo)

    def action_merge_copies(self) -> None:
        """Merge what other machines have left here."""
        self.change(lambda: self.desk.merge_waiting().change)

    async def action_choose(self) -> None:
        """Choose from what two machines said of one thing."""
        await self.planner.choose()

    def action_show(self, name: str) -> None:
        """Go to another screen."""
        self.planner.show(name, self.week_in_front())

    def action_help(self) -> None:
        """Help on what is in front."""
        self.planner.help()

    def action_find(self) -> None:
        """Find anything."""
        self.planner.find()

    def action_quit(self) -> None:
        """Leave planner."""
        self.app.exit()

    async def on_paste(self, event: events.Paste) -> None:
        """What is pasted is text, and never a key of the screen."""
        event.stop()
        await self.take_paste(event.text)

    async def take_paste(self, text: str) -> None:
        """Do what is done here with text that is pasted where nothing is being typed: nothing, and say so."""
        self.tell(Notice(say("Nothing here takes what was pasted: “{text}”", text=shown(text)), role="accent"))

    # Room

    def on_screen_resume(self) -> None:
        self.renew()

    def on_resize(self, event: events.Resize, /) -> None:
        """Say how much room is needed where there is too little."""
        keep_to_width(self)
        self.foot.notices.fit()
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if small and not self.query(TooSmall):
            self.mount(TooSmall(self.ink))
        self.set_class(small, "-small")
