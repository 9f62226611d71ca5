"""Her settings as the fields of a sheet: each follows from its row."""

from __future__ import annotations

from planner.domain.book import Book
from planner.domain.grammar.fields import Field, Form
from planner.domain.grammar.setting_rows import SETTINGS, Setting, find_setting
from planner.domain.settings import Settings
from planner.domain.words import say
from planner.tui.widgets.draw_sheet import SheetLook

#: The settings that begin another part of the sheet: how it looks, her time, her review, what is said to her.
PARTS = ("theme", "minutes", "review_day", "warn")


def settings_look(settings: Settings, book: Book) -> SheetLook:
    """The sheet of her settings."""
    return SheetLook(settings, book, tuple(map(_field, SETTINGS)), PARTS, sentence, listed=("theme",))


def sentence(field: Field) -> str:
    """What the setting of a field is for, and what it is called in her file."""
    setting = find_setting(field.name)
    told = setting.sentence()
    later = f" {say('It counts once planner is started again.')}" if setting.from_start else ""
    return f"{told[:1].upper()}{told[1:]} ({setting.key}).{later}"


def read_words(setting: Setting, text: str) -> str:
    """How what is typed for a setting is understood; nothing typed is the usual. Raises Misread."""
    held = setting.read(text) if text else None
    return setting.sort.words(setting.usual if held is None else setting.meant(held))


def _field(setting: Setting) -> Field:
    form = Form(
        lambda text, _book, _now: setting.read(text),
        setting.as_typed,
        lambda value, _book: setting.sort.words(value),
    )
    return Field(setting.key, setting.label, form, choices=tuple(setting.sort.choices()), hint=setting.sort.should)
