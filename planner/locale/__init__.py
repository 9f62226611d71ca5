"""The languages planner speaks: English is the source, the others are catalogues beside this file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

from planner.domain.settings import LANGUAGES
from planner.domain.words import speak


def choose(environment: Mapping[str, str], setting: Callable[[], str] = lambda: "") -> str:
    """The language to speak: ``PLANNER_LANG``, else her setting, else the locale's, where it is one of LANGUAGES.

    The setting is asked for only where it counts. ``LANGUAGE`` names languages in her order, and counts only where a
    locale is set at all, as gettext has it.
    """
    return next((code for code in map(_code, _wanted(environment, setting)) if code in LANGUAGES), "en")


def _wanted(environment: Mapping[str, str], setting: Callable[[], str]) -> Iterator[str]:
    yield environment.get("PLANNER_LANG", "")
    yield setting()
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "")
    if _code(locale) not in ("", "c", "posix"):
        yield from environment.get("LANGUAGE", "").split(":")
    yield locale


def _code(locale: str) -> str:
    """The language of a locale: ``fr`` of ``fr_FR.UTF-8``."""
    return locale.partition(".")[0].partition("_")[0].partition("@")[0].casefold()


def without_utf8(environment: Mapping[str, str]) -> str:
    """The locale that says how words are written, where one is set and it is no UTF-8 one; else empty.

    In the place of one that the system does not know, Python itself sets ``LC_CTYPE`` (PEP 538).
    """
    by_python = environment.get("LC_CTYPE") in ("C.UTF-8", "C.utf8", "UTF-8")
    names = ("LC_ALL", "LANG") if by_python else ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next(filter(None, map(environment.get, names)), "")
    codeset = locale.partition("@")[0].partition(".")[2]
    return "" if codeset.casefold().replace("-", "") == "utf8" else locale


def date_order(environment: Mapping[str, str], language: str) -> str:
    """How a date in figures is written: the month first only in English as the United States write it."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))
    place = next(filter(None, names), "")
    return "mdy" if language == "en" and place.startswith("en_US") else "dmy"


def speak_as(language: str) -> None:
    """Load a language's catalogue and speak it."""
    if language == "en":
        speak({})
        return
    import json

    with open(os.path.join(os.path.dirname(__file__), f"{language}.json"), encoding="utf-8") as file:
        speak(json.load(file))
