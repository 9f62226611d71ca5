"""Themes: readable by WCAG AA, and kind about a file that is not one."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from planner.theme import ROLES, BadTheme, contrast, load_theme, read_theme
from planner.theme_files import package_folder, theme_names

TEXT = [role.name for role in ROLES if role.name not in ("background", "panel", "rule")]


OURS = ("planner-blue-orange", "planner-contrast", "planner-dark", "planner-light", "planner-terminal")


def test_there_are_five_worth_having_and_nothing_of_them_is_off() -> None:
    assert theme_names("") == OURS
    assert {name: load_theme(name, "").notices for name in OURS} == dict.fromkeys(OURS, ())


@pytest.mark.parametrize("name", [name for name in OURS if name != "planner-terminal"])
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
        (("[colors]", "[colors"), "“[colors”, is no TOML."),
    ],
)
def test_a_theme_beyond_mending_is_refused_with_why(tmp_path: Path, change: tuple[str, str], named: str) -> None:
    path = mine(tmp_path, *change)
    with pytest.raises(BadTheme) as caught:
        read_theme(path)
    assert "themes/mine.toml" in str(caught.value) and named in str(caught.value)


@pytest.mark.parametrize(
    ("change", "role", "color", "named"),
    [
        (('"#c7a5f0"', '"lilac"'), "accent", "#d9dce3", "key colors.accent: “lilac” is no colour"),
        (('"#f58080"', "3"), "adrift", "#ee9f63", "key colors.adrift: “3” is no colour"),
        (("accent ", "acent "), "accent", "#d9dce3", "key colors.acent: there is no such role"),
        (("dark = true", 'dark = "yes"'), "accent", "#c7a5f0", "key dark: it should be true or false"),
    ],
)
def test_a_wrong_theme_row_is_told(tmp_path: Path, change: tuple[str, str], role: str, color: str, named: str) -> None:
    path = mine(tmp_path, *change)
    palette = read_theme(path)
    assert palette.colors[role] == color and palette.dark
    (notice,) = palette.notices
    assert notice.startswith("Theme themes/mine.toml, ") and named in notice


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
    for theme in OURS:
        assert tomllib.loads(Path(package_folder(), f"{theme}.toml").read_text())["colors"].keys() == set(names)


def test_the_page_on_themes_tells_what_each_colour_is_for_and_falls_to() -> None:
    page = (Path(__file__).parents[1] / "themes" / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", page, re.M)
    assert told == [
        (role.name, role.meaning, f"as `{role.falls_back}`" if role.falls_back else "it may not be") for role in ROLES
    ]


@pytest.mark.parametrize("name", ["none-such", "../planner-dark", ""])
def test_an_unknown_theme_names_those_there_are(name: str) -> None:
    with pytest.raises(BadTheme, match="planner-dark"):
        load_theme(name, "")


#: How who lacks green, or red, sees a colour (linear RGB): G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
#: Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.0.
SEEN_BY = {
    "deuteranopes": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "protanopes": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}


@pytest.mark.parametrize("who", SEEN_BY)
@pytest.mark.parametrize("roles", ["contribution meeting watching", "balanced leaning drifting adrift"])
def test_it_serves_without_green_or_red(roles: str, who: str) -> None:
    colors = load_theme("planner-blue-orange", "").colors
    pairs = combinations(roles.split(), 2)
    assert min(_apart(colors[one], colors[other], SEEN_BY[who]) for one, other in pairs) > 25


def _apart(one: str, other: str, seen_by: tuple[tuple[float, ...], ...]) -> float:
    """How far apart two colours are seen, in units of CIELAB (1976): 2 is hardly told."""
    return dist(_lab(one, seen_by), _lab(other, seen_by))


def _lab(color: str, seen_by: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in seen_by)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _theme(folder: Path, name: str, text: str) -> str:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_theme_that_extends_another_names_only_what_differs(tmp_path: Path) -> None:
    path = _theme(tmp_path, "mine", 'extends = "planner-light"\n[colors]\naccent = "#702090"\n')
    light = load_theme("planner-light", "")
    palette = read_theme(path, str(tmp_path))
    assert palette == light._replace(name="mine", colors={**light.colors, "accent": "#702090"})
    assert not palette.dark


def test_one_of_a_packages_name_extends_that_of_the_package(tmp_path: Path) -> None:
    _theme(tmp_path, "planner-dark", 'extends = "planner-dark"\n')
    assert load_theme("planner-dark", str(tmp_path)).colors == load_theme("planner-dark", "").colors


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ('"night"', "there is no theme “night”; there are: other, planner-blue-orange"),
        ("3", "there is no theme “3”"),
        ('"mine"', "a theme cannot extend itself; name another, such as planner-dark"),
        ('"other"', "“other” extends another one itself; name that one"),
    ],
)
def test_a_theme_that_cannot_be_extended_is_told(tmp_path: Path, named: str, why: str) -> None:
    _theme(tmp_path, "other", 'extends = "planner-dark"\n')
    palette = read_theme(_theme(tmp_path, "mine", f"extends = {named}\n"), str(tmp_path))
    assert palette.colors == load_theme("planner-dark", "").colors
    (notice,) = palette.notices
    assert f"key extends: {why}" in notice


def test_a_colour_may_be_the_terminals_own(tmp_path: Path) -> None:
    path = _theme(tmp_path, "mine", '[colors]\nbackground = "default"\ntext = "Bright_White"\naccent = "cyan"\n')
    palette = read_theme(path)
    assert (palette.colors["text"], palette.colors["accent"]) == ("bright_white", "cyan")
    assert palette.of_terminal and not palette.notices
    assert not load_theme("planner-dark", "").of_terminal


def test_text_and_marks_that_are_hard_to_see_are_named(tmp_path: Path) -> None:
    weak = 'extends = "planner-dark"\n[colors]\ndim = "#5a6270"\nmeeting = "#6b5a2e"\ncontribution = "#3f8f7c"\n'
    (told,) = read_theme(_theme(tmp_path, "mine", weak), str(tmp_path)).notices
    assert told == (
        "Theme themes/mine.toml: hard to see are dim (#5a6270 on #15171c, 2.9:1 where 4.5:1 is needed) and "
        "meeting (#6b5a2e on #15171c, 2.6:1 where 3:1 is needed)."
    )


def test_one_of_the_terminals_colours_is_not_seen_on_itself(tmp_path: Path) -> None:
    same = '[colors]\nbackground = "red"\ntext = "red"\npanel = "default"\ndim = "default"\n'
    (told,) = read_theme(_theme(tmp_path, "mine", same)).notices
    assert "text (red on red, 1:1 where 4.5:1 is needed)" in told
    assert "default on default" not in told


def test_what_is_no_file_is_no_theme(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "nowhere.toml").symlink_to(tmp_path / "gone.toml")
    assert theme_names(str(tmp_path)) == OURS


def test_bytes_that_are_no_text_are_told_by_their_line(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"dark = true\n# \xff\n")
    with pytest.raises(BadTheme, match=r"line 2, .*, is no TOML"):
        load_theme("mine", str(tmp_path))
