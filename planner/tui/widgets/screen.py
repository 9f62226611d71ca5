"""What all screens share: the notice row, the footer, the common keys, and the way a change is made and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

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
from planner.tui.widgets.draw_notice import Notice, notice_height, of_change, of_problem, with_news
from planner.tui.widgets.footer import KeyFooter
from planner.tui.widgets.keys import BACK, COMMON, Key, bindings
from planner.tui.widgets.notice import NoticeLine
from planner.tui.widgets.planner import Planner, planner_of
from planner.tui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall

if TYPE_CHECKING:
    from planner.desk import Desk
    from planner.tui.widgets.ink import Ink


class PlannerScreen(Screen[None]):
    """A screen of planner.

    A subclass names its own keys in ``KEYS`` (and repeats ``BINDINGS = bindings((*KEYS, *BACK, *COMMON))``), yields its
    widgets in :meth:`compose_body`, and asks the desk anew and shows it in :meth:`refreshed`, which is called when
    the screen opens, after each change, on the clock's minute and when another program has changed something.
    """

    KEYS: ClassVar[tuple[Key, ...]] = ()
    SHARED: ClassVar[tuple[Key, ...]] = (*BACK, *COMMON)
    BINDINGS: ClassVar[list[Binding]] = bindings((*BACK, *COMMON))  # type: ignore[assignment]
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

    def all_keys(self) -> tuple[Key, ...]:
        """The keys that work here."""
        return (*self.KEYS, *self.SHARED)

    def footer_hints(self) -> list[Hint]:
        """What the footer shows of them."""
        return [Hint(key.shown, key.label(), key.rank) for key in self.all_keys() if key.rank]

    def compose(self) -> ComposeResult:
        yield from self.compose_body()
        yield NoticeLine(self.ink)
        yield KeyFooter(self.ink, self.footer_hints())

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
        said = self.query_one(NoticeLine).said
        if said.offers:
            return
        try:
            line = self.desk.next_line(reminders=not said.words)
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
            return
        if line and line == self.desk.standing_line():
            self._stand(line)
        elif line:
            self.planner.seen_now()
            self.tell(with_news(said, line, in_sight=line == self.signal_in_sight()))

    def signal_in_sight(self) -> Signal | None:
        """The signal that this screen shows anyway, so that no notice need repeat it."""
        return None

    def renew(self) -> None:
        """Show the data as it is now, and the line of the queue that stands, as one of damage does."""
        self.attempt(self.refreshed)
        self.attempt(lambda: self._stand(self.desk.standing_line()))

    def _stand(self, line: Signal | None) -> None:
        """Say a line that stands at once, and again wherever nothing else is said."""
        if line and (line != self.planner.standing or not self.query_one(NoticeLine).said.words):
            self.tell(of_problem(f"{line.text} {line.advice}".strip()))
        self.planner.standing = line

    def attempt(self, show: Callable[[], None]) -> None:
        """Read and show something; what keeps it from being read is said in the notice row."""
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
        """Say something in the notice row."""
        self.query_one(NoticeLine).show(said)

    def forget_undo(self) -> None:
        """Another program has changed something since: what was said before stands no more where it said, nor would
        undo take it back."""
        said = self.query_one(NoticeLine).said
        if said.undo:
            self.tell(said._replace(then="", undo=False))

    def action_undo(self) -> None:
        """Take back the last change."""
        if change := self.change(self.desk.undo):
            self.tell(of_change(change)._replace(undo=False))

    def action_redo(self) -> None:
        """Make the undone change again."""
        self.change(self.desk.redo)

    def action_show(self, name: str) -> None:
        """Go to another screen."""
        self.planner.show(name, self.week_in_front())

    def action_palette(self) -> None:
        """Find any action."""
        self.app.action_command_palette()

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
        notices = self.query_one(NoticeLine)
        if notices.size.height != notice_height(event.size.height):
            notices.styles.height = notice_height(event.size.height)
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if small and not self.query(TooSmall):
            self.mount(TooSmall(self.ink))
        self.set_class(small, "-small")
