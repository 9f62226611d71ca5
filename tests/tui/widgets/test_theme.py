"""Themes: readable by WCAG AA, and kind about a file that is not one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from planner.theme_files import package_folder, theme_names
from planner.tui.widgets.theme import ROLES, BadTheme, load_theme, read_theme

TEXT = [role.name for role in ROLES if role.name not in ("background", "panel", "rule")]


def test_there_are_a_dark_a_light_and_a_contrast_theme() -> None:
    assert {"planner-contrast", "planner-dark", "planner-light"} <= set(theme_names(""))


@pytest.mark.parametrize("name", theme_names(""))
def test_every_text_can_be_read_on_every_background(name: str) -> None:
    least = 7.0 if "contrast" in name else 4.5
    colors = load_theme(name, "").colors
    weak = {
        (role, behind): round(contrast(colors[role], colors[behind]), 2)
        for role in TEXT
        for behind in ("background", "panel")
        if contrast(colors[role], colors[behind]) < least
    }
    assert weak == {}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_her_own_theme_comes_before_the_packages(tmp_path: Path) -> None:
    text = Path(package_folder(), "planner-dark.toml").read_text().replace("#15171c", "#101010")
    (tmp_path / "planner-dark.toml").write_text(text)
    assert load_theme("planner-dark", str(tmp_path)).colors["background"] == "#101010"


def mine(folder: Path, old: str, new: str) -> str:
    """Her own theme: the dark one with one text changed into another."""
    path = folder / "mine.toml"
    path.write_text(Path(package_folder(), "planner-dark.toml").read_text().replace(old, new), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('"#15171c"', '"night"'), "colors.background: “night” is no colour"),
        (('text         = "#d9dce3"', ""), "colors.text: it is missing"),
        (("[colors]", "[colours]"), "colors: the section [colors] is missing"),
        (("[colors]", "[colors"), "cannot be read"),
    ],
)
def test_a_theme_beyond_mending_is_refused_with_why(tmp_path: Path, change: tuple[str, str], named: str) -> None:
    path = mine(tmp_path, *change)
    with pytest.raises(BadTheme) as caught:
        read_theme(path)
    assert path in str(caught.value) and named in str(caught.value)


@pytest.mark.parametrize(
    ("change", "role", "color", "named"),
    [
        (('"#c7a5f0"', '"lilac"'), "accent", "#d9dce3", "key colors.accent: “lilac” is no colour"),
        (('"#f58080"', "3"), "adrift", "#ee9f63", "key colors.adrift: “3” is no colour"),
        (("accent ", "acent "), "accent", "#d9dce3", "key colors.acent: there is no such role"),
        (("dark = true", 'dark = "yes"'), "accent", "#c7a5f0", "key dark: it is true or false"),
    ],
)
def test_a_wrong_theme_row_is_told(tmp_path: Path, change: tuple[str, str], role: str, color: str, named: str) -> None:
    path = mine(tmp_path, *change)
    palette = read_theme(path)
    assert palette.colors[role] == color and palette.dark
    (notice,) = palette.notices
    assert path in notice and named in notice


def test_a_theme_that_lacks_a_colour_is_read_well(tmp_path: Path) -> None:
    (tmp_path / "plain.toml").write_text('[colors]\nbackground = "#000000"\ntext = "#FFFFFF"\nleaning = "#ffff00"\n')
    palette = read_theme(str(tmp_path / "plain.toml"))
    assert palette.colors == {
        **{role.name: "#ffffff" for role in ROLES},
        "background": "#000000",
        "panel": "#000000",
        **dict.fromkeys(("leaning", "drifting", "adrift"), "#ffff00"),
    }
    assert palette.notices == ()


def test_what_a_colour_falls_back_on_precedes_it_and_no_theme_lacks_it() -> None:
    names = [role.name for role in ROLES]
    assert all(not role.falls_back or role.falls_back in names[: names.index(role.name)] for role in ROLES)
    for theme in ("planner-contrast", "planner-dark", "planner-light"):
        assert tomllib.loads(Path(package_folder(), f"{theme}.toml").read_text())["colors"].keys() == set(names)


def test_the_page_on_themes_tells_what_each_colour_is_for_and_falls_to() -> None:
    page = (Path(__file__).parents[3] / "themes" / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", page, re.M)
    assert told == [
        (role.name, role.meaning, f"as `{role.falls_back}`" if role.falls_back else "it may not be") for role in ROLES
    ]


@pytest.mark.parametrize("name", ["none-such", "../planner-dark", ""])
def test_an_unknown_theme_names_those_there_are(name: str) -> None:
    with pytest.raises(BadTheme, match="planner-dark"):
        load_theme(name, "")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
