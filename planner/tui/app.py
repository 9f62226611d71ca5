"""The app: owns the desk, names the screens, and passes on the minute and other programs' changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from planner.domain.errors import PlannerError
from planner.domain.plain_letters import plain
from planner.domain.week import Week
from planner.domain.words import say
from planner.theme_files import own_folder

from .own_keys import OwnKeys
from .themes import Themes
from .widgets.drafts import Drafts
from .widgets.draw_marks import ASCII, FULL
from .widgets.draw_notice import Notice, of_problem
from .widgets.draw_row import write_plainly
from .widgets.ink import Ink
from .widgets.picture import Picture
from .widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.desk import Desk
    from planner.domain.drift.drift import Signal

    from .playing import Playing
    from .widgets.planner import Made, Planner

#: Where each screen lives; it is loaded when it is first shown.
SCREENS = {
    "week": "WeekScreen",
    "log": "LogScreen",
    "groups": "GroupsScreen",
    "people": "PeopleScreen",
    "companies": "CompaniesScreen",
    "review": "ReviewScreen",
    "trends": "TrendsScreen",
    "begin": "BeginScreen",
    "imports": "ImportsScreen",
    "settings": "SettingsScreen",
}

#: Seconds to wait for more news of changed files before asking for it, so that many writes are one refresh.
GATHER = 0.1


class DataChanged(Message):
    """Another program has changed the data (or this one has)."""


class PlannerApp(App[None]):
    """planner's full screen."""

    TITLE = "planner"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False  # planner has its own way to find

    def __init__(
        self,
        desk: Desk,
        *,
        ascii: bool = False,  # noqa: A002 - as in the settings
        demo: bool = False,
        screen: str = "week",
        week: Week | None = None,
        problem: str = "",
        once_seen: Callable[[], None] = lambda: None,
        play: Playing | None = None,
    ) -> None:
        self._own_desk, self._play = desk, play
        self.desk = play.first.desk if play else desk  # the first scene is what is seen first
        self.demo = demo
        settings = desk.settings()
        self._opening = screen, week
        self._once_seen = once_seen
        self.drafts = Drafts()
        self._kept: dict[Callable[[], Any], Any] = {}
        self._problems = [problem] if problem else []
        self._problems_told: tuple[str, ...] = ()  # what was off in her settings when it was said last
        self.standing: Signal | None = None  # what was said last that stands, as damage does
        self.themes = Themes(settings.theme, own_folder(desk.settings_folder))
        self.ink = Ink(self.themes.first, ASCII if ascii or settings.ascii else FULL)
        self._watcher: Any = None
        self._stamp: object = None
        self._gathering = False
        self._handed = 0.0
        self._unread = False
        # Without colours Textual sends shades of grey, unless colours are the terminal's: then none at all.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.themes.begin(self)
        self._own_keys = OwnKeys()
        self._own_keys.begin(self, settings.keys)

    @property
    def screens(self) -> Mapping[str, str]:
        """The name of each screen, and its class."""
        return SCREENS

    @property
    def themes_folder(self) -> str:
        """Where her own themes are."""
        return own_folder(self.desk.settings_folder)

    def get_default_screen(self) -> Screen[Any]:
        """The Week screen is home."""
        return loaded_screen("week")

    def refresh_css(self, animate: bool = True) -> None:
        """Have the styles read anew; before there is a screen they are still to be read, and know the theme then."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this terminal, or ours that sleeps between keys."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from .driver import QuietDriver

        return QuietDriver

    def on_mount(self) -> None:
        """Start what goes on beside the screens, once the first one is seen."""
        write_plainly(plain if self.ink.marks is ASCII else None)
        if self._begins():  # at once, so that the empty week under it is not seen first
            self.show("begin")
        self.call_after_refresh(self._settle_in)

    def _begins(self) -> bool:
        """Whether this is the very first time: nothing is there yet."""
        if self.demo or self._opening[0] != "week":
            return False
        try:
            book = self.desk.book()
        except PlannerError:  # a damaged file is told of by the screen that shows it
            return False
        return not (book.groups or book.objectives or book.unread)

    def _settle_in(self) -> None:
        self._once_seen()
        if self._play:
            self._play.begin(self, self._own_desk, self.set_timer, self._go_on)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Start what goes on for as long as the app is open."""
        self.seen_now()
        self._watcher = self.desk.watch(self._tell_of_change)
        self._own_keys.check(self)
        if self._own_keys.problems:
            self._show_keys_anew()  # where one was shown as hers that cannot be
        self._await_minute()
        self._announce()
        self._tell_of_settings()
        if self._opening[0] != "week":
            self.show(*self._opening)

    def _tell_of_change(self) -> None:
        """Called from the watcher's own thread."""
        self.post_message(DataChanged())

    def on_unmount(self) -> None:
        """Leave a running timer to itself, and letters as they are."""
        write_plainly(None)
        if self._watcher:
            self._watcher.stop()
        self.desk.beat(quitting=True)

    # Screens

    def show(self, name: str, week: Week | None = None) -> None:
        """Go to a screen by its name, for a week; the Week screen lies under all others."""
        if name == "week":
            if len(self.screen_stack) > 1:
                self.pop_screen()
        elif len(self.screen_stack) > 1:
            self.switch_screen(loaded_screen(name, week))
        else:
            self.push_screen(loaded_screen(name, week))

    def show_week(self, week: Week) -> None:
        """Go to the Week screen, turned to a week."""
        from .week.screen import WeekScreen

        self.show("week")
        if isinstance(self.screen, WeekScreen):
            self.screen.turn_to(week)

    def show_entry(self, id_: str, then: str = "") -> None:
        """Go to an entry in the log, and do something with it there. Raises Refused where there is none of that id."""
        from .find.taking import show_entry

        show_entry(self, id_, then)

    def kept(self, make: Callable[[], Made]) -> Made:
        """What ``make`` makes: once, so that it is there again when one comes back to a screen that was left."""
        if make not in self._kept:
            self._kept[make] = make()
        made: Made = self._kept[make]
        return made

    def help(self) -> None:
        """Help over the screen or the panel in front."""
        from .help.screen import HelpScreen

        self.push_screen(HelpScreen(self.ink, self.screen, self.desk.settings().warn))

    def action_help_quit(self) -> None:
        """Ctrl+C, which elsewhere ends a program, says which key does so here."""
        self.tell(
            Notice(
                say("{key} leaves planner; a running timer goes on.", key=self.desk.settings().key("common.quit", "q")),
                role="accent",
            )
        )

    def find(self) -> None:
        """Find anything, over what is in front."""
        from .find.screen import FindScreen

        if not isinstance(self.screen, FindScreen):
            self.push_screen(FindScreen(self.ink, self.screen))

    async def choose(self) -> None:
        """Choose from what two machines said of one thing, over the screen in front."""
        from .actions.choosing import choose

        if isinstance(self.screen, PlannerScreen):
            await choose(self.screen)

    def tell(self, said: Notice) -> None:
        """Say something in the notice row of the screen in front."""
        if isinstance(self.screen, PlannerScreen):
            self.screen.tell(said)

    def show_anew(self) -> None:
        """Show the screen in front as its data is now."""
        self._refresh_front()

    # Keys

    @property
    def own_keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that she has set, by the names of what they do."""
        return self._own_keys.moved

    def wrong_keys(self, said: Mapping[str, str]) -> Sequence[str]:
        """What would be off in these keys of hers, by the ids of actions."""
        from . import keymap

        return keymap.checked(said).problems

    def hand_keys_to(self, widget: Widget, *, unread: bool = False) -> None:
        """Give the focus to a widget that has just come up, and the keys with it that were pressed meanwhile.

        ``unread``: nobody has seen yet what stands in it, so that an Enter pressed meanwhile is not meant for it.
        """
        widget.screen.set_focus(widget)
        self._handed, self._unread = Message().time, unread  # of the clock that Textual times keys by

    async def on_event(self, event: events.Event) -> None:
        """Pass a key on that was pressed before what it is meant for was there, as in ``c25`` typed at one go."""
        if self._play and self._play.on and isinstance(event, events.Key | events.MouseDown | events.Paste):
            self._play.take_over()
            return
        # Where nothing has the focus a key comes back to be acted on: what fades is repainted with what that does.
        acted_on = isinstance(event, events.Key) and event.is_forwarded == (self.focused is None)
        if acted_on and isinstance(self.screen, PlannerScreen):
            self.screen.foot.notices.fade()
        late = isinstance(event, events.Key) and event.is_forwarded and event.time < self._handed
        if late and isinstance(event, events.Key) and self.focused:
            if not (self._unread and event.key == "enter"):
                self.focused._forward_event(event.copy())
            return
        try:
            await super().on_event(event)
        except PlannerError as problem:  # of an action that a key stands for
            self.tell(of_problem(str(problem)))

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: Any) -> bool:
        """Let an action of a screen be taken by that which can, of what the screen has."""
        taker = namespace.doer(action_name) if isinstance(namespace, PlannerScreen) else namespace
        return await super()._dispatch_action(taker, action_name, params)

    def use_theme(self, name: str) -> bool:
        """Take another theme for as long as the app is open, and say whether it could be taken."""
        return self.themes.use(self, name)

    # The minute, and other programs

    def _await_minute(self) -> None:
        self.set_timer(60 - self.desk.now().second, self._minute)

    def _minute(self) -> None:
        try:
            self.desk.beat()
            self.seen_now()
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
        self._refresh_front()
        self._announce()
        self._tell_of_settings()
        self._await_minute()

    def _announce(self) -> None:
        if isinstance(self.screen, PlannerScreen):
            self.screen.announce()

    def _tell_of_settings(self) -> None:
        """Say what is off in her settings, and in the theme that they name, where that is not said yet."""
        problems = (*self._problems, *self.themes.problems, *self._own_keys.problems, *self.desk.notices)
        if problems and problems != self._problems_told:
            self.tell(of_problem(*problems))
        self._problems_told = problems

    @on(DataChanged)
    def _data_changed(self) -> None:
        """Gather what comes in together into one refresh."""
        if not self._gathering:
            self._gathering = True
            self.set_timer(GATHER, self._refresh_changed)

    def _refresh_changed(self) -> None:
        self._gathering = False
        if not self.screen_stack:  # she is leaving
            return
        before = self._stamp
        self.seen_now()
        if self._stamp != before:
            self._refresh_front()
            if isinstance(self.screen, PlannerScreen):
                self.screen.forget_undo()
            self._tell_of_settings()

    def seen_now(self) -> None:
        """The data as it is now is known; only a change after this is news. A theme that was set since is taken."""
        self._stamp = self.desk.stamp()
        settings = self.desk.settings()
        self.themes.follow(self, settings.theme)
        moved = self._own_keys.moved
        self._own_keys.follow(self, settings.keys)
        if self._own_keys.moved != moved:
            self._show_keys_anew()

    def _show_keys_anew(self) -> None:
        """Draw the screen in front again, whose headings and foot name keys."""
        for picture in self.screen.query(Picture):
            picture.redraw()
        if isinstance(self.screen, PlannerScreen):
            self.screen.show_keys()

    def _refresh_front(self) -> None:
        for screen in reversed(self.screen_stack):
            if isinstance(screen, PlannerScreen):
                screen.renew()
                return


def loaded_screen(name: str, week: Week | None = None) -> PlannerScreen:
    """A new screen of that name, for a week."""
    module = import_module(f"planner.tui.{name}.screen")
    screen = getattr(module, SCREENS[name])(week)
    assert isinstance(screen, PlannerScreen)
    return screen


if TYPE_CHECKING:

    def _is_what_screens_know(app: PlannerApp) -> Planner:
        return app
