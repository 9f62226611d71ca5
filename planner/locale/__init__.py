"""The languages planner speaks: English is the source, the others are catalogues beside this file."""

from __future__ import annotations

import os
from collections.abc import Mapping

from planner.domain.words import speak

LANGUAGES = ("fr",)


def choose(environment: Mapping[str, str]) -> str:
    """The language to speak: ``PLANNER_LANG``, else the locale's; English where there is no catalogue."""
    wanted = environment.get("PLANNER_LANG") or next(
        filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), ""
    )
    language = wanted[:2].casefold()
    return language if language in LANGUAGES else "en"


def speak_as(language: str) -> None:
    """Load a language's catalogue and speak it."""
    if language == "en":
        speak({})
        return
    import json

    with open(os.path.join(os.path.dirname(__file__), f"{language}.json"), encoding="utf-8") as file:
        speak(json.load(file))
