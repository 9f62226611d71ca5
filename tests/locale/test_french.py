"""French is what a French reader expects: one word for one thing, forms that agree, and signs that stay together."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from planner.domain.audit.columns import COLUMNS, find_column
from planner.domain.errors import Misread
from planner.domain.grammar.choices import chosen, typed
from planner.domain.grammar.fields import read_choice
from planner.domain.group import Nature, Role, Standing
from planner.domain.objective import Aim
from planner.domain.people.tie_list import TieOrder
from planner.domain.person import Circle
from planner.domain.review import Verdict
from planner.domain.words import say
from planner.locale import speak_as
from planner.tui.widgets.key_words import key_words
from tests.locale.templates import SOURCE, catalogue

#: Every French form, without the spaces that do not break.
FORMS = [
    re.sub("[\u202f\u00a0]", " ", form) for text, forms in catalogue().items() for form in forms if not text.context
]

#: Words that are said otherwise everywhere, and the one that is kept for each.
OTHERWISE = {
    r"\ben réserve\b|\bmett(re|ez-le plutôt) de côté|\{group\} (est )?mis de côté": "en pause",
    r"\bentretien\b": "suivi",
    r"\bl’accord\b|\bun accord\b": "affinité",
    r"\bles gens\b|\bdes gens\b|\bGENS\b": "personnes",
    r"\brevue\b": "bilan",
    r"\bévénement": "évènement",
    r"\babîmé": "endommagé",
    r"\bChang(er|é)\b": "modifier",
    r"\bRetir(er|é) (une entrée|un objectif|l’entrée)|^Retiré : \{": "supprimer",
    r"\b(Réunir|Fondre)\b": "fusionner",
    r"\bconsigné": "noté",
    r"\bpenchée\b|\ben dérive\b": "penche, dérive",
    r"\btenue \?|\bêtre tenu\b|\bété tenu\b": "avoir lieu",
    r"^Dites\b": "Indiquez",
    r"\btiédi(r|t|ssent)\b": "se refroidir",
    r"\b[Cc]onvenir d’une rencontre\b": "prévoir un rendez-vous",
    r"\b(le|un|la|quoi) dossier pour votre conseiller|prochain dossier": "synthèse",
    r"\bdemande un regard|\bprochain regard|\b(re)?gardé de plus près": "examen",
    r"\bremettre (le conseil|la première)|à remettre": "repousser",
    r"\btemps à confirmer|\bTemps à confirmer": "à vérifier",
    r"\bréunir (une|deux|trois|même)|\bles réunit\b|peut être réuni": "fusionner",
}

#: Nouns that are written alike for one and for several.
_ALIKE = {"fois", "mois", "flux", "rendez", "vous", "temps", "pas", "plus", "repas"}


@pytest.mark.parametrize("other", OTHERWISE)
def test_one_thing_has_one_word(other: str) -> None:
    assert [form for form in FORMS if re.search(other, form)] == []


def test_one_is_counted_by_a_singular() -> None:
    counted = [(forms[0], text) for text, forms in catalogue().items() if text.many]
    nouns = [(form, re.findall(r"\{n\}[\s\u00a0\u202f](\w+)s\b", form)) for form, _ in counted]
    assert [form for form, found in nouns if [noun for noun in found if f"{noun}s" not in _ALIKE]] == []


def test_a_figure_is_not_parted_from_its_unit() -> None:
    parted = re.compile(r"(\}|\d) (%|min\b|Mo\b|Go\b)")
    forms = [form for forms in catalogue().values() for form in forms]
    assert [form for form in forms if parted.search(form) and "planner " not in form] == []


def test_an_apostrophe_is_a_curved_one() -> None:
    straight = re.compile(r"\b([ldjmtnsc]|qu|jusqu)'(?=\w)", re.IGNORECASE)
    assert [form for forms in catalogue().values() for form in forms if straight.search(form)] == []


def test_every_key_that_has_a_name_is_read_in_french() -> None:
    speak_as("fr")
    source = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCE / "tui").rglob("*.py"))
    shown = set(re.findall(r'(?:\bKey\(\s*"[^"]+",|read_as_one\(|answers\()\s*"([a-z+ ]{2,})"', source))
    assert len(shown) > 10
    assert [name for name in shown if key_words(name) == name] == []
    assert (key_words("shift+tab"), key_words("up down"), key_words("c")) == ("Maj+Tab", "↑ ↓", "c")


@pytest.mark.parametrize("words", [Standing, Nature, Role, Aim, Circle, Verdict, TieOrder], ids=lambda it: it.__name__)
def test_a_word_to_choose_is_typed_as_it_is_read_or_in_english(words: type[Standing]) -> None:
    speak_as("fr")
    for member in words:
        for text in (typed(member.value), say(member.value).upper(), member.value, member.value.replace(" ", "-")):
            assert read_choice(text, words, "x") is member


def test_words_to_choose_among_differ_in_french() -> None:
    speak_as("fr")
    lists: Iterable[list[str]] = (
        *([typed(member.value) for member in words] for words in (Standing, Nature, Role, Aim, Circle, Verdict)),
        [column.word for column in COLUMNS],
    )
    assert [names for names in lists if len(set(names)) < len(names)] == []


def test_what_is_none_of_a_few_words_is_refused_with_them_in_french() -> None:
    speak_as("fr")
    with pytest.raises(Misread, match=r"autre.*\(statut\).*candidat, retenu, en-pause, quitté"):
        read_choice("autre", Standing, say("standing"))
    assert chosen("autre", [("none", "")]) is None


def test_a_column_is_asked_for_by_its_heading_too() -> None:
    assert find_column("people").name == "people"
    speak_as("fr")
    assert find_column("personnes").name == find_column("people").name == "people"
    assert find_column("Écho-par-heure").name == "echo-an-hour"
    with pytest.raises(Misread, match="personnes, contributions"):
        find_column("bidon")
