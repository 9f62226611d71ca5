"""Themes: a TOML file each, that gives every role of the screens its colour.

The ones of the package are in its ``themes`` folder (in the wheel) or the repository's (in a checkout); her own
stand beside her data and come first. Only the chosen one is read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from planner import opener
from planner.domain.errors import PlannerError
from planner.domain.value import NamedTuple
from planner.domain.words import say

DEFAULT = "planner-dark"
LARGEST = 1024 * 1024  #: bytes of a theme

#: What a colour can mean. ``background`` and ``panel`` lie behind the others, ``rule`` is for lines; the rest is text.
ROLES = (
    "background", "panel", "rule", "text", "dim", "accent", "contribution", "meeting", "watching",
    "balanced", "leaning", "drifting", "adrift",
)  # fmt: skip


class BadTheme(PlannerError):
    """A theme file that cannot be used; the message names file, key and reason."""


class Palette(NamedTuple):
    """A theme as it was read: a ``#rrggbb`` colour for each of ROLES."""

    name: str
    dark: bool
    colors: Mapping[str, str]


def package_folder() -> str:
    """Where the themes that come with planner are."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    inside = os.path.join(package, "themes")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "themes")


def theme_names(own_folder: str) -> tuple[str, ...]:
    """All themes there are, hers among them, by name."""
    found: set[str] = set()
    for folder in (package_folder(), own_folder):
        if os.path.isdir(folder):
            found.update(name.removesuffix(".toml") for name in os.listdir(folder) if name.endswith(".toml"))
    return tuple(sorted(found))


def load_theme(name: str, own_folder: str) -> Palette:
    """Read the theme called ``name``, hers before the package's; raises BadTheme."""
    folders = [folder for folder in (own_folder, package_folder()) if os.path.isfile(_path(folder, name))]
    if not folders or os.path.basename(name) != name:
        known = ", ".join(theme_names(own_folder))
        raise BadTheme(say("There is no theme “{name}”; there are: {known}.", name=name, known=known))
    return read_theme(_path(folders[0], name))


def read_theme(path: str) -> Palette:
    """Read one theme file; raises BadTheme with file, key and reason."""
    import tomllib

    try:
        found = tomllib.loads(opener.content(path, LARGEST)[0].decode())
    except (OSError, ValueError) as error:
        raise BadTheme(say("Theme {file} cannot be read: {reason}", file=path, reason=error)) from None
    dark, colors = found.get("dark", True), found.get("colors")
    if not isinstance(dark, bool):
        raise _bad(path, "dark", say("it is true or false"))
    if not isinstance(colors, dict):
        raise _bad(path, "colors", say("the section [colors] is missing"))
    for role in (*ROLES, *colors):
        reason = _reason(role, colors.get(role))
        if reason:
            raise _bad(path, f"colors.{role}", reason)
    return Palette(os.path.basename(path).removesuffix(".toml"), dark, {role: colors[role].lower() for role in ROLES})


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, f"{name}.toml")


def _bad(path: str, key: str, reason: str) -> BadTheme:
    return BadTheme(say("Theme {file}, key {key}: {reason}.", file=path, key=key, reason=reason))


def _reason(role: str, color: object) -> str:
    """What is wrong with one colour; "" if nothing is."""
    if role not in ROLES:
        return say("there is no such role; the roles are {roles}", roles=", ".join(ROLES))
    if color is None:
        return say("it is missing")
    if not (isinstance(color, str) and re.fullmatch("#[0-9a-fA-F]{6}", color)):
        return say("“{color}” is no colour; write it as #15171c", color=color)
    return ""


def _luminance(color: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
