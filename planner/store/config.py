"""Her settings file, ``config.toml``: hers to edit. What is changed from here leaves all else in it as she wrote it."""

from __future__ import annotations

from planner.domain.errors import Misread, StoreError
from planner.domain.grammar.setting_rows import SETTINGS
from planner.domain.settings import Settings
from planner.domain.texts import shown
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import Any
from planner.domain.words import say

from .contents import CONFIG

_KEYS = tuple(setting.key for setting in SETTINGS)


class ReadSettings(NamedTuple):
    """What a file's content gives: her settings, what is ``wrong`` in it, and the keys in it that are none.

    Of a file that cannot be read at all ``unread`` says why."""

    settings: Settings = Settings()
    unread: str = ""
    wrong: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What there is to say of it, as long as it is so."""
        known = ", ".join(_KEYS)
        none = (
            say("{file}: there is no “{key}”; there are {keys}.", file=CONFIG, key=shown(key), keys=known)
            for key in self.unknown
        )
        wrong = (
            say("{file}: {wrong} Mend it there; the usual value counts meanwhile.", file=CONFIG, wrong=off)
            for off in self.wrong
        )
        return (*filter(None, [self.unread]), *wrong, *none)


def read_settings(content: bytes) -> ReadSettings:
    """What a file's content gives. Whatever is off in it counts as if it were not there, each key by itself."""
    try:
        document = _document(content)
    except StoreError as error:
        return ReadSettings(unread=str(error))
    said, wrong = {}, []
    for setting in SETTINGS:
        if setting.key in document:
            try:
                said[setting.key] = setting.meant(document[setting.key])
            except Misread as off:
                wrong.append(str(off))
    unknown = tuple(key for key in document if key not in _KEYS)
    return ReadSettings(Settings(**said), "", tuple(wrong), unknown)


def written_in(content: bytes) -> dict[str, Any]:
    """The values that a file's content says, as they are written; what is not said is not there.

    One that JSON has no form for, such as a date, is told by its text. Raises StoreError for content that is no TOML.
    """
    return {key: _as_json(value) for key, value in _document(content).items()}


def with_setting(content: bytes, key: str, value: object) -> bytes:
    """A file's content with one value changed, or taken away (None); her comments, her order and her spacing stay.

    Raises StoreError for content that is no TOML: nobody knows what she meant by it, and it is not written over.
    """
    _document(content)
    import tomlkit  # parses with all that stands between the values; only a change pays for it

    document = tomlkit.parse(content.decode("utf-8-sig"))
    if value is None:
        document.pop(key, None)
    elif isinstance(value, dict) and isinstance(document.get(key), dict):
        _turn(document[key], value)
    else:
        document[key] = value
    changed = tomlkit.dumps(document).encode()
    _document(changed)
    return changed


def _turn(table: Any, value: dict[str, Any]) -> None:
    """Let a table say what ``value`` does; what it says already stays as she wrote it."""
    for name in [name for name in table if name not in value]:
        del table[name]
    for name, said in value.items():
        if table.get(name) != said:
            table[name] = said


def _document(content: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _no_toml(content, error) from None


def _no_toml(content: bytes, error: ValueError | RecursionError) -> StoreError:
    """Says that content is no TOML, and at which line."""
    if _has_two_sides(content):
        return StoreError(
            say(
                "{file} cannot be read: git has left both sides of a merge in it. “planner merge” puts them together; "
                "the usual settings count meanwhile.",
                file=CONFIG,
            )
        )
    from planner.domain.grammar.toml_lines import broken_line

    number, text = broken_line(content, error)
    return StoreError(
        say(
            "{file} cannot be read: line {line}, “{text}”, is no TOML. Mend it there; the usual settings count "
            "meanwhile.",
            file=CONFIG,
            line=number,
            text=text,
        )
    )


def _has_two_sides(content: bytes) -> bool:
    """Whether git has left both sides of a merge in content, and each by itself can be read."""
    from .sides import sides_of

    if sides := sides_of(content):
        with suppress(StoreError):
            return all(type(_document(side)) is dict for side in (sides.ours, sides.theirs))
    return False


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_json(part) for part in value]
    return value if isinstance(value, str | int | float) else str(value)
