"""The languages planner speaks: English is the source, each other is a catalogue beside this file.

``fr.po`` is what translators write; :mod:`build` makes ``fr.words`` of it, which is what is read here.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable, Iterator, Mapping

from planner.domain.words import ENGLISH, Catalogue, offer, say, speak

FOLDER = os.path.dirname(__file__)

#: How the parts of what is read are laid out; :mod:`build` says so in it.
LAYOUT = 1


def choose(environment: Mapping[str, str], setting: Callable[[], str] = lambda: "") -> str:
    """The language to speak: ``PLANNER_LANG``, else her setting, else the locale's, where it can be spoken.

    The setting is asked for only where it counts. ``LANGUAGE`` names languages in her order, and counts only where a
    locale is set at all, as gettext has it.
    """
    return next((code for code in map(_code, _wanted(environment, setting)) if _is_spoken(code)), "en")


def _is_spoken(code: str) -> bool:
    return code == "en" or (code.isalpha() and os.path.exists(_path(code, "po")))


def _path(code: str, ending: str) -> str:
    return os.path.join(FOLDER, f"{code}.{ending}")


def _others() -> Iterable[str]:
    """The languages that catalogues are there of."""
    names = (name.rpartition(".") for name in os.listdir(FOLDER))
    return [code for code, _, ending in names if ending == "po" and _is_spoken(code)]


offer(_others)


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


def speak_as(language: str) -> str:
    """Load a language's catalogue and speak it.

    Where it cannot be read English is spoken, for which no command need fail; what there is to say of it is returned.
    """
    speak(ENGLISH)
    if language == "en":
        return ""
    try:
        speak(_read(language))
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
    except (ValueError, TypeError, EOFError, MemoryError):  # what marshal says of a file that is not whole
        reason = say("it is not whole, or made for another planner")
    else:
        return ""
    return say(
        "planner speaks English, for its words in “{code}” cannot be read: {reason}.", code=language, reason=reason
    )


def _read(language: str) -> Catalogue:
    with open(_path(language, "words"), "rb") as file:
        layout, rule, texts, plurals = marshal.loads(file.read())
    if layout != LAYOUT or not (isinstance(texts, dict) and isinstance(plurals, dict)):
        raise ValueError(layout)
    return Catalogue(language, rule, texts, plurals)
