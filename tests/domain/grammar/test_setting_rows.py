"""A setting is a row: what is typed for it, what the file may hold, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest

from planner.domain.errors import Misread
from planner.domain.grammar.setting_rows import SETTINGS, Setting, find_setting
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
        ("work_days", "mon-fri", [0, 1, 2, 3, 4]),
        ("work_days", "lun, mer et ven", [0, 2, 4]),
        ("work_days", "du lundi au jeudi, samedi", [0, 1, 2, 3, 5]),
        ("work_days", "sat to mon", [0, 5, 6]),
        ("work_days", "3 1", [1, 3]),
        ("night_hour", "3h", 3),
        ("date_order", "mdy", "mdy"),
        ("language", "FR", "fr"),
        ("language", "français", "fr"),
        ("language", "english", "en"),
        ("cadence_peer", "30 days", 30),
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
        ("ascii", "maybe", "“maybe” is no value of “ascii”: it should be yes or no, true or false in the file"),
        ("warn", "often", "“often” is no value of “warn”: it should be one of seldom, usual, early"),
        ("language", "german", "“german” is no value of “language”: it should be one of en, fr"),
        ("theme", " ", "it should be a name"),
        ("work_days", "mon-someday", "it should be days of the week, such as mon-fri"),
        ("work_days", "", "it should be days of the week, such as mon-fri"),
        ("work_days", "7", "it should be days of the week, such as mon-fri"),
        ("quiet_hours", "21", "“21” is no value of “quiet_hours”: it should be two times, such as 21:00-08:00"),
        ("quiet_hours", "25-8", "“25-8” is no value"),
        ("quiet_hours", "8-8", "“08:00-08:00” is no value"),
        ("quiet_hours", "evening to noon", "“evening to noon” is no value"),
    ],
)
def test_a_wrong_value_is_told(key: str, text: str, why: str) -> None:
    with pytest.raises(Misread, match=why):
        find_setting(key).read(text)


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("minutes", True),
        ("minutes", 4),
        ("review_day", 7),
        ("review_day", False),
        ("ascii", 1),
        ("warn", ["early"]),
        ("theme", ""),
        ("theme", 3),
        ("signals_off", [1]),
        ("signals_off", ["cap", "sittings"]),
        ("on_warning", "say 'hello"),
        ("on_warning", "''"),
        ("on_warning", "x" * 401),
        ("on_warning", ["say"]),
        ("date_order", "ymd"),
        ("work_days", []),
        ("work_days", [0, 7]),
        ("work_days", [True]),
        ("quiet_hours", "9"),
        ("quiet_hours", 9),
        ("night_hour", 24),
        ("language", "de"),
    ],
)
def test_values_are_of_their_sort(key: str, held: Any) -> None:
    with pytest.raises(Misread, match=f"is no value of “{key}”"):
        find_setting(key).meant(held)


@pytest.mark.parametrize(
    ("key", "said", "means"),
    [
        ("minutes", "5h", 300),
        ("review_day", "friday", 4),
        ("work_days", "mon-wed", (0, 1, 2)),
        ("work_days", ["wed", "lundi", 1], (0, 1, 2)),
        ("quiet_hours", "21h-8h", "21:00-08:00"),
        ("ascii", "yes", True),
        ("keys", {"week": {"plan": ["f2", "f3"]}, "week.stop": 3}, {"week.plan": "f2 f3", "week.stop": "3"}),
    ],
)
def test_the_file_may_say_it_so(key: str, said: Any, means: Any) -> None:
    assert find_setting(key).meant(said) == means


def test_what_is_told_of_the_usual_may_be_typed_for_it() -> None:
    told = {setting.key: setting.read(setting.words(Settings())) for setting in SETTINGS}
    assert {key: held for key, held in told.items() if held is not None} == {
        "theme": "planner-dark",
        "ascii": False,
        "review_day": 4,
        "review_hour": 16,
        "cadence_decision_maker": 60,
        "cadence_prescriber": 60,
        "cadence_peer": 60,
        "cadence_friend": 60,
        "night_hour": 4,
    }
    assert find_setting("on_warning").read("Aucune") is None


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
        "date_order": "as your system has it",
        "minutes": "not said yet",
        "work_days": "every day",
        "place": "not said yet",
        "review_day": "Friday",
        "review_hour": "16:00",
        "warn": "usual",
        "cadence_decision_maker": "60 days",
        "cadence_prescriber": "60 days",
        "cadence_peer": "60 days",
        "cadence_friend": "60 days",
        "quiet_hours": "none",
        "night_hour": "04:00",
        "on_warning": "none",
        "signals_off": "none",
        "keys": "the usual",
    }


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(Misread, match="“minuts” is no setting; there are theme, language, ascii, date_order"):
        find_setting("minuts")


@pytest.mark.parametrize(
    ("days", "told"),
    [([0, 1, 2, 3, 4], "Mon to Fri"), ([1, 3], "Tue and Thu"), ([0, 2, 5], "Mon, Wed and Sat"), ([6], "Sun")],
)
def test_days_are_told_as_one_says_them(days: list[int], told: str) -> None:
    setting = find_setting("work_days")
    assert setting.words(Settings(work_days=setting.meant(days))) == told


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_what_is_held_can_be_typed(setting: Setting) -> None:
    held: dict[str, Any] = {"minutes": 300, "work_days": (1, 3), "place": "Lyon", "quiet_hours": "21:00-08:00"}
    others = {"on_warning": "say 'it is so'", "signals_off": ("cap", "sitting"), "language": "fr", "date_order": "mdy"}
    value = {**held, **others}.get(setting.key, setting.usual)
    assert _typed_again(setting, value) == value


def test_each_of_few_values_may_stand() -> None:
    for setting in SETTINGS:
        assert [_typed_again(setting, value) for value in setting.sort.choices()] == [*setting.sort.choices()]


def _typed_again(setting: Setting, value: Any) -> Any:
    """What Settings hold once a value is typed as it is told; nothing, and what is usual, by the word for it."""
    held = setting.read(setting.as_typed(value) or "usual")
    return setting.usual if held is None else setting.meant(held)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("21-8", "21:00-08:00"),
        ("from 9pm to 8am", "21:00-08:00"),
        ("de 21h à 8h30", "21:00-08:30"),
        ("12:00 – 14:00", "12:00-14:00"),
    ],
)
def test_hours_are_read_as_said(text: str, held: str) -> None:
    assert find_setting("quiet_hours").read(text) == held
