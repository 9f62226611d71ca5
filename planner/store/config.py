"""Her settings file, ``config.toml``: hers to edit. What is changed from here leaves all else in it as she wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planner.domain.drift.bands import WARN
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


def _one_of(words: Iterable[str]) -> Form:
    known = tuple(words)

    def read(value: Any) -> str:
        if value not in known:
            raise Misshapen(say("it should be one of {words}", words=", ".join(known)))
        return str(value)

    return Form(read, str)


def _codes(value: Any) -> tuple[str, ...]:
    """Codes of signals; those that cap and forecast had as two are read as the one they are."""
    codes: tuple[str, ...] = several(TEXT).read(value)
    return tuple("cap" if code in FORMER_CAP else code for code in codes)


#: What the signal ``cap`` was called while a passed cap and a likely one were two.
FORMER_CAP = ("cap-passed", "forecast")
_USUAL = Settings()
_FORMS = {
    "theme": TEXT,
    "ascii": FLAG,
    "minutes": _within(5, 7 * 24 * 60),
    "review_day": _within(0, 6),
    "review_hour": _within(0, 23),
    "warn": _one_of(WARN),
    "date_order": _one_of(("dmy", "mdy")),
    "signals_off": Form(_codes, list),
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


def written_in(content: bytes) -> dict[str, Any]:
    """The values that a file's content says, as they are written; what is not said is not there. Raises StoreError."""
    settings_in(content)
    import tomllib

    return tomllib.loads(content.decode("utf-8-sig"))


def with_setting(content: bytes, key: str, value: object) -> bytes:
    """A file's content with one value changed, or taken away (None); her comments, her order and her spacing stay.

    Raises StoreError for content that cannot be read, and for what is no value of the key.
    """
    settings_in(content)
    import tomlkit  # parses with all that stands between the values; only a change pays for it

    document = tomlkit.parse(content.decode("utf-8-sig"))
    if value is None:
        document.pop(key, None)
    else:
        document[key] = value
    changed = tomlkit.dumps(document).encode()
    settings_in(changed)
    return changed
