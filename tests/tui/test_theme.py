"""Themes: readable by WCAG AA, and kind about a file that is not one."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.tui.widgets.theme import ROLES, BadTheme, contrast, load_theme, package_folder, read_theme, theme_names

TEXT = [role for role in ROLES if role not in ("background", "panel", "rule")]


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


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('accent       = "#c7a5f0"', 'accent = "lilac"'), "colors.accent: “lilac” is no colour"),
        (('accent       = "#c7a5f0"', ""), "colors.accent: it is missing"),
        (("accent ", "acent "), "colors.acent: there is no such role"),
        (("dark = true", 'dark = "yes"'), "dark: it is true or false"),
        (("[colors]", "[colours]"), "colors: the section [colors] is missing"),
        (("[colors]", "[colors"), "cannot be read"),
    ],
)
def test_a_bad_theme_is_refused_with_file_key_and_reason(tmp_path: Path, change: tuple[str, str], named: str) -> None:
    path = tmp_path / "mine.toml"
    text = Path(package_folder(), "planner-dark.toml").read_text().replace(*change)
    if "acent" in named:
        text += 'accent = "#c7a5f0"\n'
    path.write_text(text)
    with pytest.raises(BadTheme) as caught:
        read_theme(str(path))
    assert str(path) in str(caught.value) and named in str(caught.value)


@pytest.mark.parametrize("name", ["none-such", "../planner-dark", ""])
def test_an_unknown_theme_names_those_there_are(name: str) -> None:
    with pytest.raises(BadTheme, match="planner-dark"):
        load_theme(name, "")
