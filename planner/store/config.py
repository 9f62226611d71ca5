"""Her settings file, ``config.toml``: hers to edit. What is changed from here leaves all else in it as she wrote it."""

from __future__ import annotations

from typing import Any

from planner.domain.errors import StoreError
from planner.domain.settings import Settings
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


def settings_in(content: bytes) -> Settings:
    """The settings that a file's content gives. Raises StoreError naming file and key."""
    import tomllib

    try:
        document = tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StoreError(say("{file} cannot be read: {reason}. Mend it there.", file=CONFIG, reason=error)) from None
    for key in document:
        if key not in _SHAPE:
            keys = ", ".join(_SHAPE)
            raise StoreError(say("{file}: there is no “{key}”; there are {keys}.", file=CONFIG, key=key, keys=keys))
    try:
        return Settings(**read_as(_SHAPE, document))
    except Misshapen as wrong:
        raise StoreError(say("{file}: {wrong}. Mend it there.", file=CONFIG, wrong=wrong)) from None


def with_setting(content: bytes, key: str, value: object) -> bytes:
    """A file's content with one value changed; her comments, her order and her spacing stay.

    Raises StoreError for content that cannot be read, and for what is no value of the key.
    """
    settings_in(content)
    import tomlkit  # parses with all that stands between the values; only a change pays for it

    document = tomlkit.parse(content.decode())
    document[key] = value
    changed = tomlkit.dumps(document).encode()
    settings_in(changed)
    return changed
