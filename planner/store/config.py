"""Her settings file, ``config.toml``: hers to edit, only ever read here."""

from __future__ import annotations

from typing import Any

from planner.domain.errors import StoreError
from planner.domain.settings import Settings
from planner.domain.texts import shown
from planner.domain.words import say

from .contents import CONFIG
from .forms import FLAG, TEXT, WHOLE, Form, Misshapen, Shape, read_as, several


def _within(least: int, most: int) -> Form:
    def read(value: Any) -> int:
        number: int = WHOLE.read(value)
        if not least <= number <= most:
            raise Misshapen(say("it should be {least} to {most}", least=least, most=most))
        return number

    return Form(read, int)


_USUAL = Settings()
_FORMS = {
    "theme": TEXT,
    "ascii": FLAG,
    "minutes": _within(5, 7 * 24 * 60),
    "review_day": _within(0, 6),
    "review_hour": _within(0, 23),
    "signals_off": several(TEXT),
}
_SHAPE: Shape = {key: (form, getattr(_USUAL, key)) for key, form in _FORMS.items()}


def notices_on(settings: Settings) -> tuple[str, ...]:
    """What there is to say of keys that are none."""
    known = ", ".join(_SHAPE)
    return tuple(
        say("{file}: there is no “{key}”; there are {keys}.", file=CONFIG, key=shown(key), keys=known)
        for key in settings.unknown
    )


def settings_in(content: bytes) -> Settings:
    """The settings that a file's content gives, and the keys in it that are none.

    Raises StoreError naming file and key for a value that cannot be.
    """
    import tomllib

    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StoreError(say("{file} cannot be read: {reason}. Mend it there.", file=CONFIG, reason=error)) from None
    try:
        return Settings(**read_as(_SHAPE, document), unknown=tuple(key for key in document if key not in _SHAPE))
    except Misshapen as wrong:
        raise StoreError(say("{file}: {wrong}. Mend it there.", file=CONFIG, wrong=wrong)) from None
