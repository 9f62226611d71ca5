"""Her settings file, ``config.toml``: hers to edit. What is changed from here leaves all else in it as she wrote it."""

from __future__ import annotations

from typing import Any

from planner.domain.errors import Misread, StoreError
from planner.domain.grammar.setting_rows import SETTINGS
from planner.domain.settings import Settings
from planner.domain.texts import shown
from planner.domain.words import say

from .contents import CONFIG

_KEYS = tuple(setting.key for setting in SETTINGS)


def notices_on(settings: Settings) -> tuple[str, ...]:
    """What there is to say of keys that are none."""
    known = ", ".join(_KEYS)
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
        said = {setting.key: setting.meant(document[setting.key]) for setting in SETTINGS if setting.key in document}
    except Misread as wrong:
        raise StoreError(say("{file}: {wrong}. Mend it there.", file=CONFIG, wrong=str(wrong).rstrip("."))) from None
    return Settings(**said, unknown=tuple(key for key in document if key not in _KEYS))


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
