"""Where themes are: those that come with planner, and hers beside her settings.

The ones of the package are in its ``themes`` folder (in the wheel) or the repository's (in a checkout).
"""

from __future__ import annotations

import os

_ENDING = ".toml"


def package_folder() -> str:
    """Where the themes that come with planner are."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "themes")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "themes")


def own_folder(settings_folder: str) -> str:
    """Where hers are."""
    return os.path.join(settings_folder, "themes")


def theme_names(own: str) -> tuple[str, ...]:
    """All themes there are, those in the folder ``own`` among them, by name."""
    folders = filter(os.path.isdir, (package_folder(), own))
    paths = (os.path.join(folder, name) for folder in folders for name in os.listdir(folder) if name.endswith(_ENDING))
    return tuple(sorted({name_of(path) for path in paths if os.path.isfile(path)}))


def theme_path(name: str, own: str) -> str:
    """The file of a theme, hers before the package's; "" where there is none of that name."""
    paths = (os.path.join(folder, f"{name}{_ENDING}") for folder in (own, package_folder()))
    return next(filter(os.path.isfile, paths), "") if os.path.basename(name) == name else ""


def told_path(path: str) -> str:
    """A theme's file as it is told: ``themes/mine.toml``, beside her settings or in the package."""
    return f"themes/{os.path.basename(path)}"


def name_of(path: str) -> str:
    """The name of the theme in a file."""
    return os.path.basename(path).removesuffix(_ENDING)
