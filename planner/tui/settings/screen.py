"""The Settings screen: every setting with what it is for, one of them chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from planner.domain.grammar.fields import Field
from planner.domain.grammar.reading_parts import Parts
from planner.domain.grammar.setting_rows import find_setting
from planner.domain.week import Week
from planner.domain.words import say
from planner.theme_files import theme_names
from planner.tui.settings.fields import read_words, settings_look
from planner.tui.widgets.draw_heading import heading
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.working import named

from ..actions.asking import ask_until_taken, reading
from ..widgets.screen import PlannerScreen
from ..widgets.sheet import CHANGING, Sheet


class SettingsScreen(PlannerScreen):
    """A sheet of her settings, of whose keys it is the owner."""

    NAME = "settings"

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        look = settings_look(self.desk.settings(), self.desk.book())
        self._sheet = Sheet(self.ink, self, look)

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield LinePicture(self.ink, heading(say("SETTINGS"), named(self, *CHANGING)))
        yield self._sheet

    def on_mount(self) -> None:
        """The keys are the sheet's."""
        self.planner.hand_keys_to(self._sheet)

    def refreshed(self) -> None:
        """Ask for her settings as they are now, and for the clock's report."""
        report = self.desk.report()
        group = self.desk.book().group_name(report.timer.group) if report.timer else ""
        self.query_one(Masthead).show(report, group)
        self._sheet.show(settings_look(self.desk.settings(), self.desk.book()))

    async def ask_for(self, key: str) -> None:
        """Stand on a setting, and ask for what is written; one of few values is chosen where it stands."""
        self._sheet.choose(key)
        if self._sheet.field.is_written:
            await self.ask(self._sheet.field)

    # What the sheet asks

    def set(self, field: Field, value: Any) -> None:
        """Keep a choice."""
        text = find_setting(field.name).as_typed(value) or "usual"
        self.change(lambda: self.desk.set_setting(field.name, text))

    async def ask(self, field: Field) -> None:
        """Ask for a setting's text, and keep it where it is another; a theme is chosen among those there are."""
        if field.name == "theme":
            await self._choose_theme(field)
            return
        setting, typed = find_setting(field.name), field.typed(self._sheet.thing)

        def keep(text: str) -> None:
            if text != typed or setting.key == "on_warning":  # one that came from elsewhere waits to be said again
                self.made(self.desk.set_setting(setting.key, text or "usual", self.planner.wrong_keys))

        def read(text: str) -> Parts:
            return reading(lambda: read_words(setting, text))

        await ask_until_taken(self, setting.label(), say("nothing: as usual"), keep, typed, read=read)

    async def close(self) -> None:
        """Back to the week."""
        self.planner.show("week")

    async def _choose_theme(self, field: Field) -> None:
        from .theme_panel import ThemePanel

        kept = str(field.value(self._sheet.thing))

        def chosen(name: str | None) -> None:
            if name and name != kept:
                self.change(lambda: self.desk.set_setting("theme", name))

        names = theme_names(self.planner.themes_folder)
        await self.app.push_screen(ThemePanel(self.ink, names, kept, self.planner.use_theme), chosen)
