"""A setting is a row: what is typed for it, what the file may hold, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest

from planner.domain.errors import Misread
from planner.domain.grammar.setting_rows import SETTINGS, find_setting
from planner.domain.settings import Settings


def test_every_setting_has_one_row_and_every_row_is_a_setting() -> None:
    assert tuple(setting.key for setting in SETTINGS) == Settings._fields


@pytest.mark.parametrize(
    ("key", "text", "held"),
    [
        ("minutes", "5h", 300),
        ("minutes", "240", 240),
        ("minutes", "1h30", 90),
        ("review_day", "friday", 4),
        ("review_day", "Vendredi", 4),
        ("review_day", "sun", 6),
        ("review_day", "4", 4),
        ("review_hour", "16", 16),
        ("review_hour", "4pm", 16),
        ("review_hour", "16:00", 16),
        ("review_hour", "noon", 12),
        ("ascii", "yes", True),
        ("ascii", "ON", True),
        ("ascii", "true", True),
        ("ascii", "non", False),
        ("warn", "Early", "early"),
        ("warn", "tôt", "early"),
        ("theme", "planner-light", "planner-light"),
        ("signals_off", "cap, sitting", ["cap", "sitting"]),
        ("date_order", "mdy", "mdy"),
        ("language", "FR", "fr"),
        ("language", "français", "fr"),
        ("language", "english", "en"),
    ],
)
def test_words_are_read_as_said(key: str, text: str, held: Any) -> None:
    read = find_setting(key).read(text)
    assert (read, type(read)) == (held, type(held))


@pytest.mark.parametrize("key", [setting.key for setting in SETTINGS])
def test_the_word_usual_gives_each_back(key: str) -> None:
    assert find_setting(key).read("usual") is find_setting(key).read("Habituel") is None


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("minutes", "lots", "“lots” is no value of “minutes”: it should be 5 to 10080 minutes"),
        ("minutes", "3", "“3” is no value of “minutes”"),
        ("minutes", "400h", "“400h” is no value of “minutes”: it should be 5 to 10080 minutes"),
        ("minutes", "0", "“0” is no value of “minutes”: it should be 5 to 10080 minutes"),
        ("review_day", "someday", "“someday” is no value of “review_day”: it should be 0, Monday, to 6, Sunday"),
        ("review_day", "7", "“7” is no value"),
        ("review_hour", "16:30", "“16:30” is no value of “review_hour”: it should be a whole hour, 0 to 23"),
        ("review_hour", "24", "“24” is no value"),
        ("ascii", "maybe", "“maybe” is no value of “ascii”: it should be true or false"),
        ("warn", "often", "“often” is no value of “warn”: it should be one of seldom, usual, early"),
        ("language", "german", "“german” is no value of “language”: it should be one of en, fr"),
        ("theme", " ", "it should be a name"),
    ],
)
def test_a_wrong_value_is_told(key: str, text: str, why: str) -> None:
    with pytest.raises(Misread, match=why):
        find_setting(key).read(text)


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("minutes", True),
        ("minutes", "5h"),
        ("minutes", 4),
        ("review_day", 7),
        ("review_day", False),
        ("ascii", 1),
        ("warn", ["early"]),
        ("theme", ""),
        ("theme", 3),
        ("signals_off", "cap"),
        ("signals_off", [1]),
        ("signals_off", ["cap", "sittings"]),
        ("on_warning", "say 'hello"),
        ("on_warning", "  "),
        ("on_warning", "a\nb"),
        ("on_warning", "x" * 401),
        ("on_warning", ["say"]),
        ("date_order", "ymd"),
        ("language", "de"),
    ],
)
def test_values_are_of_their_sort(key: str, held: Any) -> None:
    with pytest.raises(Misread, match=f"is no value of “{key}”"):
        find_setting(key).meant(held)


def test_what_the_cap_was_called_before_still_silences_it() -> None:
    assert find_setting("signals_off").meant(["cap-passed", "forecast", "sitting"]) == ("cap", "cap", "sitting")


def test_a_code_of_no_signal_is_refused_with_those_there_are() -> None:
    with pytest.raises(Misread, match=r"“cap, sittings” .* a list of signals, which are cap, balance, sitting"):
        find_setting("signals_off").read("cap sittings")


def test_each_is_told_as_a_person_says_it() -> None:
    told = {setting.key: setting.words(Settings()) for setting in SETTINGS}
    assert told == {
        "theme": "planner-dark",
        "language": "as your system has it",
        "ascii": "no",
        "minutes": "not said yet",
        "place": "not said yet",
        "review_day": "Friday",
        "review_hour": "16:00",
        "warn": "usual",
        "cadence_decision_maker": "60 days",
        "cadence_prescriber": "60 days",
        "cadence_peer": "60 days",
        "cadence_friend": "60 days",
        "date_order": "as your system has it",
        "on_warning": "none",
        "signals_off": "none",
        "keys": "as usual",
    }


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(Misread, match="“minuts” is no setting; there are theme, language, ascii, minutes"):
        find_setting("minuts")
