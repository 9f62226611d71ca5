"""The French catalogue says everything that planner says, and nothing that it no longer does."""

from __future__ import annotations

import re
import string
from datetime import date

from planner.domain.words import (
    day_month,
    full_date,
    language,
    languages,
    minutes,
    plural,
    say,
    span_of_days,
    spell_minutes,
)
from planner.locale import choose, date_order, speak_as
from tests.locale.german import GERMAN
from tests.locale.templates import Text, catalogue, literals, missing, spoken, translations

FRENCH = translations()


def fields(template: str) -> list[str]:
    """The ``{fields}`` of a template, with their formats."""
    return sorted(f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(template) if name is not None)


def test_every_text_has_a_french_translation() -> None:
    assert missing("fr") == []


def test_no_translation_outlives_its_text() -> None:
    assert sorted(catalogue().keys() - spoken()) == []


def test_german_is_some_hundred_of_the_texts_there_are() -> None:
    assert len(GERMAN) > 240
    assert sorted(GERMAN.keys() - spoken()) == []


def test_what_is_counted_has_both_forms_of_french() -> None:
    assert {(bool(text.many), len(forms)) for text, forms in catalogue().items()} == {(False, 1), (True, 2)}


def test_a_translation_fills_in_the_same_fields() -> None:
    assert [text for text in FRENCH if fields(text.other) != fields(text.english)] == []


def test_a_translation_begins_and_ends_as_its_text_does() -> None:
    def edges(text: str) -> tuple[bool, bool, str]:
        end = text[-1] if text[-1] in ".?:" and not text[:-1].isupper() else ""  # a heading may be cut short
        return text[:1] == " ", text[-1:] == " ", end

    assert [text for text in FRENCH if edges(text.other) != edges(text.english)] == []


def test_french_sets_its_signs_off_with_spaces_that_do_not_break() -> None:
    """Guillemets for quotes, and no line begins with one of ; ? ! : because of a plain space before it."""
    odd = re.compile("[“”]|«(?!\u202f)|(?<!\u202f)»|\\w[;?!](?!\\w)|\\w:(?= |$)| [;?!:]( |$)")
    assert [text.other for text in FRENCH if odd.search(text.other)] == []


def test_what_french_shows_to_type_is_french() -> None:
    """Options, commands and letters are the same in every language; the words of a line are not."""
    english = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun|yesterday|tomorrow|until|ago|in \d|coffee|lunch|send|owe)\b")
    odd = [text.other for text in FRENCH if english.search(re.sub(r"\{\w+\}", "", text.other))]
    assert odd == []


def test_the_environment_chooses_the_language() -> None:
    assert choose({"PLANNER_LANG": "fr", "LANG": "en_GB.UTF-8"}) == "fr"
    assert choose({"LANG": "fr_CA.UTF-8"}) == "fr"
    assert choose({"LC_ALL": "fr_FR", "LANG": "en_GB"}) == "fr"
    assert choose({"PLANNER_LANG": "de", "LANG": "fr_FR"}) == "fr"
    assert choose({"LANGUAGE": "fr:en", "LANG": "en_GB.UTF-8"}) == "fr"
    assert choose({"LANGUAGE": "fr:en", "LC_ALL": "C"}) == "en"
    assert choose({"LANG": "frp_FR.UTF-8"}) == "en"
    assert choose({"LANG": "C.UTF-8"}) == "en"
    assert choose({}) == "en"


def test_her_setting_precedes_the_system_and_planner_lang_precedes_it() -> None:
    assert choose({"LANG": "en_GB.UTF-8"}, lambda: "fr") == "fr"
    assert choose({"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr"}, lambda: "en") == "en"
    assert choose({"LANG": "fr_FR.UTF-8"}, lambda: "") == "fr"
    assert choose({"PLANNER_LANG": "de"}, lambda: "fr") == "fr"
    asked: list[str] = []

    def setting() -> str:
        asked.append("asked")
        return "fr"

    assert choose({"PLANNER_LANG": "en"}, setting) == "en"
    assert asked == []


def test_every_language_that_may_be_set_is_spoken() -> None:
    for code in languages():
        speak_as(code)
        assert language() == code


def test_the_month_comes_first_only_where_english_is_written_so() -> None:
    assert date_order({"LANG": "en_US.UTF-8"}, "en") == "mdy"
    assert date_order({"LANG": "en_US.UTF-8", "LC_TIME": "en_GB.UTF-8"}, "en") == "dmy"
    assert date_order({"LANG": "en_US.UTF-8"}, "fr") == date_order({}, "en") == "dmy"


def test_french_says_the_first_of_a_month_as_one_does() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 6)
    assert (full_date(first), day_month(first)) == ("1 December 2026", "Tue 1 Dec")
    speak_as("fr")
    assert (full_date(first), day_month(first)) == ("1er décembre 2026", "mar 1er déc")
    assert span_of_days(first, last) == "du 1er au 6 décembre"


def test_french_counts_nought_as_one_and_english_does_not() -> None:
    assert plural(0, "{n} week", "{n} weeks") == "0 weeks"
    speak_as("fr")
    assert plural(0, "{n} week", "{n} weeks") == "0 semaine"
    assert plural(2, "{n} week", "{n} weeks") == "2 semaines"


def test_what_french_counts_agrees_with_its_number() -> None:
    speak_as("fr")
    for one, many, said in (
        ("Added {n} group", "Added {n} groups", ("1 groupe ajouté", "7 groupes ajoutés")),
        ("{n} line cannot be read", "{n} lines cannot be read", ("1 ligne illisible", "7 lignes illisibles")),
    ):
        assert (plural(1, one, many), plural(7, one, many)) == said
    not_seen = "{n} of {of} not looked at"
    assert "\u00a0:" in plural(1, not_seen, not_seen, of=9)  # what is counted stands before its number
    assert "\u00a0:" in say("{n} of {count} looked at", n=1, count=9)


def test_minutes_read_alike_and_french_parts_no_figure_from_its_unit() -> None:
    spoken_in_english = [minutes(70), spell_minutes(25), spell_minutes(120)]
    speak_as("fr")
    assert [minutes(70), spell_minutes(25), spell_minutes(120)] == ["1h10", "25\u202fmin", "2h"]
    assert spoken_in_english == ["1h10", "25 min", "2h"]


def test_english_needs_no_catalogue() -> None:
    speak_as("fr")
    assert say("meeting") == "rencontre"
    speak_as("en")
    assert say("meeting") == "meeting"


def test_one_english_word_has_two_french_ones_by_its_context() -> None:
    speak_as("fr")
    assert (say("watch"), say("watch", context="to do so")) == ("veille", "veiller")
    assert (say("next"), say("next", context="a step")) == ("suivant", "suite")
    assert say("watch", context="of no catalogue") == "watch"


def test_templates_are_found_in_branches_numbers_and_with_context() -> None:
    source = (
        'say("one" if x else "other"); words.plural(n, "{n} a", "{n} b"); say(value); print("not said");'
        'say("c", context="d"); plural(n, "e" if x else "f", "g" if x else "h", context="i")'
    )
    assert sorted(literals(source)) == [
        Text("c", context="d"),
        Text("e", "g", "i"),
        Text("f", "h", "i"),
        Text("one"),
        Text("other"),
        Text("{n} a", "{n} b"),
    ]
