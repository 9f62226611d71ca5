"""Themes: a TOML file each, that gives every role of the screens its colour.

Only the chosen one is read, hers before one of the package.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from planner import opener
from planner.domain.errors import PlannerError
from planner.domain.texts import shown
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.theme_files import name_of, theme_names, theme_path

DEFAULT = "planner-dark"
LARGEST = 1024 * 1024  #: bytes of a theme


class Role(NamedTuple):
    """What a colour is for; one that a theme lacks is as that of another role, or must be there ("")."""

    name: str
    meaning: str
    falls_back: str = ""


#: All roles; what one falls back on stands before it, so that a new one breaks nobody's theme.
ROLES = (
    Role("background", "what lies behind everything"),
    Role("text", "what is read"),
    Role("panel", "what lies behind a chosen row", "background"),
    Role("dim", "what matters less", "text"),
    Role("rule", "lines", "dim"),
    Role("accent", "keys, titles, and what is chosen", "text"),
    Role("contribution", "what you gave", "accent"),
    Role("meeting", "whom you met", "accent"),
    Role("watching", "what you took", "dim"),
    Role("balanced", "a week as it was planned, and what went well", "text"),
    Role("leaning", "a week that begins to lean", "accent"),
    Role("drifting", "a week that drifts, and what is doubtful", "leaning"),
    Role("adrift", "a week adrift, and what went wrong", "drifting"),
)
_NAMES = tuple(role.name for role in ROLES)


class BadTheme(PlannerError):
    """A theme file that cannot be used; the message names file, key and reason."""


class Palette(NamedTuple):
    """A theme as it was read: a ``#rrggbb`` colour for the name of each role, and what of its file is off."""

    name: str
    dark: bool
    colors: Mapping[str, str]
    notices: tuple[str, ...] = ()


def load_theme(name: str, own: str) -> Palette:
    """Read the theme called ``name``, one of hers (in the folder ``own``) before the package's; raises BadTheme."""
    path = theme_path(name, own)
    if not path:
        known = ", ".join(theme_names(own))
        raise BadTheme(say("There is no theme “{name}”; there are: {known}.", name=name, known=known))
    return read_theme(path)


def read_theme(path: str) -> Palette:
    """Read one theme file, passing over what is off in it; raises BadTheme where nothing can stand in for that."""
    import tomllib

    try:
        theme = tomllib.loads(opener.content(path, LARGEST)[0].decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadTheme(say("Theme {file} cannot be read: {reason}", file=path, reason=error)) from None
    dark, said = theme.get("dark", True), theme.get("colors")
    notices = []
    if not isinstance(dark, bool):
        notices.append(_off(path, "dark", say("it is true or false")))
        dark = True
    if not isinstance(said, dict):
        raise BadTheme(_off(path, "colors", say("the section [colors] is missing")))
    for name in said:
        if name not in _NAMES:
            reason = say("there is no such role; the roles are {roles}", roles=", ".join(_NAMES))
            notices.append(_off(path, f"colors.{name}", reason))
    colors: dict[str, str] = {}
    for role in ROLES:
        color = said.get(role.name)
        reason = _reason(color)
        if reason and not role.falls_back:
            raise BadTheme(_off(path, f"colors.{role.name}", reason))
        if reason and color is not None:
            notices.append(_off(path, f"colors.{role.name}", reason))
        colors[role.name] = colors[role.falls_back] if reason else str(color).lower()
    return Palette(name_of(path), dark, colors, tuple(notices))


def _off(path: str, key: str, reason: str) -> str:
    return say("Theme {file}, key {key}: {reason}.", file=path, key=key, reason=reason)


def _reason(color: object) -> str:
    """What is wrong with one colour; "" if nothing is."""
    if color is None:
        return say("it is missing")
    if not (isinstance(color, str) and re.fullmatch("#[0-9a-fA-F]{6}", color)):
        return say("“{color}” is no colour; write it as #15171c", color=shown(str(color)))
    return ""
