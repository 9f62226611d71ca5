"""Themes: a TOML file each, that gives every role of the screens its colour.

Only the chosen one is read, hers before one of the package.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from planner import opener
from planner.domain.errors import PlannerError, system_reason
from planner.domain.texts import shown
from planner.domain.value import NamedTuple
from planner.domain.words import decimal, listing, say
from planner.theme_files import name_of, theme_names, theme_path, told_path

DEFAULT = "planner-dark"
LARGEST = 1024 * 1024  #: bytes of a theme

#: The least contrast that text needs to be read, and a mark to be seen (WCAG 2.2, 1.4.3 and 1.4.11).
TEXT, MARK = 4.5, 3.0


#: The colours that a theme may name: those of the terminal itself, which shows them as she has set it up.
TERMINAL = (
    "default", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright_black", "bright_red",
    "bright_green", "bright_yellow", "bright_blue", "bright_magenta", "bright_cyan", "bright_white",
)  # fmt: skip


class Role(NamedTuple):
    """What a colour is for; one that a theme lacks is as that of another role, or must be there ("").

    ``least`` is the contrast ratio that it needs against what lies behind it; 0 for what nobody has to make out.
    """

    name: str
    meaning: str
    falls_back: str = ""
    least: float = TEXT


#: All roles; what one falls back on stands before it, so that a new one breaks nobody's theme.
ROLES = (
    Role("background", "what lies behind everything", "", 0),
    Role("text", "what is read"),
    Role("panel", "what lies behind a chosen row", "background", 0),
    Role("dim", "what matters less", "text"),
    Role("rule", "lines", "dim", 0),
    Role("accent", "keys, titles, and what is chosen", "text"),
    Role("contribution", "what you gave", "accent", MARK),
    Role("meeting", "whom you met", "accent", MARK),
    Role("watching", "what you took", "dim", MARK),
    Role("balanced", "a week as it was planned, and what went well", "text"),
    Role("leaning", "a week that begins to lean", "accent"),
    Role("drifting", "a week that drifts, and what is doubtful", "leaning"),
    Role("adrift", "a week adrift, and what went wrong", "drifting"),
)
_NAMES = tuple(role.name for role in ROLES)


class BadTheme(PlannerError):
    """A theme file that cannot be used; the message names file, key and reason."""


class Palette(NamedTuple):
    """A theme as it was read: a colour, ``#rrggbb`` or one of TERMINAL, for the name of each role, and what is off."""

    name: str
    dark: bool
    colors: Mapping[str, str]
    notices: tuple[str, ...] = ()

    @property
    def of_terminal(self) -> bool:
        """Whether it has colours that are the terminal's own."""
        return any(color in TERMINAL for color in self.colors.values())


def load_theme(name: str, own: str) -> Palette:
    """Read the theme called ``name``, one of hers (in the folder ``own``) before the package's; raises BadTheme."""
    path = theme_path(name, own)
    if not path:
        known = ", ".join(theme_names(own))
        raise BadTheme(say("There is no theme “{name}”; there are: {known}.", name=shown(name), known=known))
    return read_theme(path, own)


def read_theme(path: str, own: str = "") -> Palette:
    """Read one theme file, passing over what is off in it; raises BadTheme where nothing can stand in for that.

    One that ``extends`` another names only what differs; where it has that one's own name, the package's is meant.
    """
    theme = _document(path)
    notices: list[str] = []
    base = _extended(path, theme, own, notices)
    dark = theme.get("dark", base.dark if base else True)
    if not isinstance(dark, bool):
        notices.append(_off(path, "dark", say("it should be true or false")))
        dark = base.dark if base else True
    said = theme.get("colors", {} if base else None)
    if not isinstance(said, dict):
        raise BadTheme(_off(path, "colors", say("the section [colors] is missing")))
    for name in said:
        if name not in _NAMES:
            reason = say("there is no such role; the roles are {roles}", roles=", ".join(_NAMES))
            notices.append(_off(path, f"colors.{shown(name)}", reason))
    colors: dict[str, str] = {}
    for role in ROLES:
        color = said.get(role.name)
        reason = _reason(color)
        if reason and not role.falls_back and not base:
            raise BadTheme(_off(path, f"colors.{role.name}", reason))
        if reason and color is not None:
            notices.append(_off(path, f"colors.{role.name}", reason))
        if not reason:
            colors[role.name] = str(color).lower()
        else:
            colors[role.name] = base.colors[role.name] if base else colors[role.falls_back]
    return Palette(name_of(path), dark, colors, (*notices, *_hard_to_see(path, colors)))


def _document(path: str) -> dict[str, Any]:
    import tomllib

    try:
        content = opener.content(path, LARGEST)[0]
    except OSError as error:
        reason = str(error) if isinstance(error, opener.Unfit) else system_reason(error)
        raise BadTheme(say("Theme {file} cannot be read: {reason}.", file=told_path(path), reason=reason)) from None
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        from planner.domain.grammar.toml_lines import broken_line

        line, text = broken_line(content, error)
        reason = say("line {line}, “{text}”, is no TOML", line=line, text=text)
        raise BadTheme(say("Theme {file} cannot be read: {reason}.", file=told_path(path), reason=reason)) from None


def _extended(path: str, theme: Mapping[str, Any], own: str, notices: list[str]) -> Palette | None:
    """The theme that another extends; None where it extends none, or one that cannot be used, which is told of."""
    name = theme.get("extends")
    if name is None:
        return None
    among = own if name != name_of(path) else ""
    base = theme_path(name, among) if isinstance(name, str) else ""
    if base == path or (not base and name == name_of(path)):
        reason = say("a theme cannot extend itself; name another, such as {name}", name=DEFAULT)
    elif not base:
        known = ", ".join(each for each in theme_names(own) if each != name_of(path))
        reason = say("there is no theme “{name}”; there are: {known}", name=shown(str(name)), known=known)
    elif "extends" in _document(base):
        reason = say("“{name}” extends another one itself; name that one", name=shown(name))
    else:
        return read_theme(base)
    notices.append(_off(path, "extends", reason))
    return load_theme(DEFAULT, "")


def _hard_to_see(path: str, colors: Mapping[str, str]) -> Iterator[str]:
    """What of a theme's text and marks is hard to make out, in one sentence; how the terminal shows its own colours
    nobody knows."""
    weak = []
    for role in filter(lambda role: role.least, ROLES):
        color, grounds = colors[role.name], (colors["background"], colors["panel"])
        behind = next((ground for ground in grounds if _told_apart(color, ground) < role.least), "")
        if behind:
            weak.append(
                say(
                    "{role} ({color} on {behind}, {ratio}:1 where {least}:1 is needed)",
                    role=role.name,
                    color=color,
                    behind=behind,
                    ratio=decimal(int(_told_apart(color, behind) * 10) / 10),
                    least=decimal(role.least),
                )
            )
    if weak:
        yield say("Theme {file}: hard to see are {colors}.", file=told_path(path), colors=listing(weak))


def _told_apart(color: str, behind: str) -> float:
    """The contrast of two colours: of the terminal's own nothing is known but that one is not seen on itself; its
    "default" is two, of letters and of what lies behind them."""
    if color == behind != "default":
        return 1.0
    return math.inf if {color, behind} & {*TERMINAL} else contrast(color, behind)


def _off(path: str, key: str, reason: str) -> str:
    return say("Theme {file}, key {key}: {reason}.", file=told_path(path), key=key, reason=reason)


def _reason(color: object) -> str:
    """What is wrong with one colour; "" if nothing is."""
    if color is None:
        return say("it is missing")
    if not (isinstance(color, str) and (color.lower() in TERMINAL or re.fullmatch("#[0-9a-fA-F]{6}", color))):
        return say("“{color}” is no colour; write it as #15171c, or by its name as cyan", color=shown(str(color)))
    return ""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
