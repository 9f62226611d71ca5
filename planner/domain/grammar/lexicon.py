"""The words of a line in both languages, as they look once case and accents are gone.

English and French stand side by side and are always both understood: she types in the language that comes first. What
is written for her to read again (an entry as a line, a completion) is in the language she chose: a row's first word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..kinds import Kind
from ..texts import folded
from ..value import NamedTuple
from ..words import language

_C, _M, _W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING


class Naming(NamedTuple):
    """The words for one kind or form, by language; ``_`` stands for a space. The first one is the one written."""

    kind: Kind
    form: str | None
    en: str
    fr: str


#: What may say the kind of a line, and the form where the word names one.
_NAMINGS = (
    Naming(_C, None, "contribution contribute contributed wrote", "contribution contribué contribuer écrit"),
    Naming(_C, "post", "post posted published", "publié publication publier post"),
    Naming(_C, "comment", "comment commented", "commenté commentaire commenter"),
    Naming(_C, "answer", "answer answered replied reply", "répondu réponse répondre"),
    Naming(_C, "share", "share shared", "partagé partage partager"),
    Naming(_C, "introduction", "introduction introduced intro", "mise_en_relation mis_en_relation introduction"),
    Naming(_C, "message", "message messaged email emailed dm", "message échange échangé courriel mail mp"),
    Naming(_C, "talk", "talk", "exposé présentation présenté"),
    Naming(_C, "together", "together worked worked_together", "travaillé_ensemble travaillé ensemble"),
    Naming(
        _M,
        None,
        "meeting meet met interview",
        "rencontre rencontré rencontrer réunion rendez_vous rdv vu vue entretien",
    ),
    Naming(
        _M,
        "in person",
        "in-person in_person face_to_face coffee lunch dinner breakfast drinks",
        "en_personne en-personne présentiel café déjeuner déj dîner petit_déjeuner petit_déj verre apéro",
    ),
    Naming(_M, "video", "video zoom teams video_call visio", "visio visioconférence visioconf vidéo zoom teams"),
    Naming(
        _M,
        "phone",
        "phone call called phoned phone_call conference_call on_the_phone",
        "appel tél téléphone appelé téléphoné coup_de_fil",
    ),
    Naming(
        _M,
        "event",
        "event conference conf workshop meetup afterwork seminar lecture",
        "événement évènement conférence conf atelier salon meetup afterwork séminaire forum",
    ),
    Naming(_W, None, "watching watch watched read reading webinar", "veille lu lire lecture webinaire regardé"),
    Naming(_W, "feed", "feed", "flux"),
    Naming(_W, "newsletter", "newsletter", "infolettre newsletter"),
    Naming(_W, "thread", "thread", "fil"),
    Naming(_W, "page", "page", "page"),
)

#: The letters of the kinds; ``v`` is the one of *veille*.
_LETTERS = {"c": _C, "m": _M, "w": _W, "v": _W}

KindWord = tuple[Kind, str | None]


def _words(text: str) -> list[str]:
    """The words of a row; one of several parts is known with hyphens as well."""
    return [folded(word.replace("_", part)) for word in text.split() for part in (" ", "-")]


@cache
def _kinds_in(spoken: str) -> dict[str, KindWord]:
    """What each word says where a language is spoken: its own words come before the other's."""
    known: dict[str, KindWord] = {letter: (kind, None) for letter, kind in _LETTERS.items()}
    for language_ in (spoken, "fr" if spoken == "en" else "en"):
        for naming in _NAMINGS:
            for word in _words(getattr(naming, language_)):
                known.setdefault(word, (naming.kind, naming.form))
    return known


#: The longest run of words that says a kind or a form: "mise en relation".
LONGEST_KIND = 3

#: Forms of a meeting that name only the form; one like "coffee" says more, and stays in a note where it stands in one.
PLAIN_FORMS = frozenset(
    ("in-person", "in person", "face to face", "face-to-face", "en personne", "en-personne", "presentiel",
     "video", "visio", "visioconference", "visioconf", "zoom", "teams", "video call",
     "phone", "tel", "telephone", "call", "appel", "phone call", "conference call", "on the phone")
)  # fmt: skip


def kind_of(word: str) -> KindWord | None:
    """The kind that a word, or a run of words, names, and the form if it names one; None for any other."""
    return _kinds_in(_spoken()).get(folded(word))


def kind_at(keys: Sequence[str], at: int) -> tuple[int, KindWord] | None:
    """How many words from ``at`` on are the longest that name a kind, and what they name."""
    for run in range(min(LONGEST_KIND, len(keys) - at), 0, -1):
        said = kind_of(" ".join(keys[at : at + run]))
        if said:
            return run, said
    return None


def is_letter(word: str) -> bool:
    """Whether a word is just a kind's letter."""
    return word in _LETTERS


def word_for(kind: Kind, form: str | None) -> str:
    """The word that says this kind and form in the language spoken; the kind's letter where no word says the form."""
    if form is None:
        return kind.letter
    spoken = _spoken()
    naming = next((row for row in _NAMINGS if (row.kind, row.form) == (kind, form)), None)
    return getattr(naming, spoken).split()[0].replace("_", "-") if naming else kind.letter


def kinds_begun(typed: str, kind: Kind | None = None) -> list[str]:
    """The words for kinds and forms that begin so, in the language spoken; of each kind and form the first one.

    Where the ``kind`` is known they are those for its forms.
    """
    begun = []
    for naming in _NAMINGS if kind is None else [naming for naming in _NAMINGS if naming.form and naming.kind is kind]:
        words = (word.replace("_", "-") for word in getattr(naming, _spoken()).split())
        begun += [word for word in words if folded(word).startswith(typed)][:1]
    return begun


def _spoken() -> str:
    return "fr" if language() == "fr" else "en"


#: Days counted from today.
NEAR_DAYS = {
    "today": 0, "aujourd'hui": 0,
    "yesterday": -1, "hier": -1,
    "avant-hier": -2, "avant hier": -2, "day before yesterday": -2,
    "tomorrow": 1, "demain": 1,
    "apres-demain": 2, "apres demain": 2, "day after tomorrow": 2,
}  # fmt: skip

#: Weekdays in full, Monday 0.
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
}  # fmt: skip

#: Weekdays cut short.
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    "lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6,
}  # fmt: skip

#: Those of them that are other words, too: they are days only where a day would stand.
DOUBTFUL_WEEKDAYS = frozenset(("mon", "wed", "sat", "sun", "mar", "mer", "jeu", "sam", "dim"))

#: Months that are other words, too, and weekdays that are after "la" or "le".
DOUBTFUL_MONTHS = frozenset(("mar", "march", "may", "mars"))
NOUNS = frozenset(("mer", "jeu"))
NOUN_LEADS = frozenset(("la", "le", "en", "du", "au", "de"))

#: What says that a weekday is the coming one, this week's, or the last one, before or after it.
COMING = frozenset(("next", "coming", "prochain", "prochaine"))
THIS = frozenset(("this", "ce", "cet", "cette"))
LAST = frozenset(("last", "dernier", "derniere", "passe", "passee"))

_ONES = (
    "a an one un une", "two deux", "three trois", "four quatre", "five cinq", "six", "seven sept", "eight huit",
    "nine neuf", "ten dix", "eleven onze", "twelve douze", "thirteen treize", "fourteen quatorze", "fifteen quinze",
    "sixteen seize", "seventeen dix-sept", "eighteen dix-huit", "nineteen dix-neuf",
)  # fmt: skip
_TENS = {20: "twenty vingt", 30: "thirty trente", 40: "forty quarante", 50: "fifty cinquante"}

#: Numbers in words, up to fifty-nine, and ninety.
NUMBERS = {
    **{word: n for n, words in enumerate(_ONES, start=1) for word in words.split()},
    **{word: n for n, words in _TENS.items() for word in words.split()},
    **{
        f"{ten}-{one}": n + more
        for n, words in _TENS.items()
        for more, ones in enumerate(_ONES[1:9], start=2)
        for ten, one in zip(words.split(), (ones.split()[0], ones.split()[-1]), strict=True)
    },
    "twenty-one": 21, "thirty-one": 31, "forty-one": 41, "fifty-one": 51, "ninety": 90,
}  # fmt: skip

#: After these a figure is a number of something (not with an article: "un article 30"), before
#: these a bare hour is one of a house.
NUMBERED = frozenset(
    ("of", "n°", "no", "number", "numero", "room", "salle", "table", "stand", "booth", "chapter", "chapitre", "part",
     "partie", "page", "p", "article", "episode", "session", "seance", "step", "etape", "draft", "version", "level",
     "niveau", "module", "lesson", "lecon", "question", "slide", "day", "jour", "week", "semaine", "point", "track",
     "volume", "vol", "tome", "issue", "round", "phase", "lot", "group", "groupe", "hall", "line",
     "ligne", "figure", "fig", "section", "appendix", "annexe", "top")
)  # fmt: skip
ARTICLES = frozenset(("a", "an", "the", "un", "une", "le", "la", "my", "mon", "ma"))
#: What lasts: after these an hour is how long, "journée de 8h", and no time.
LASTING = frozenset(("journee", "day", "formation", "training", "seance", "session", "stage", "shift", "marathon"))
STREETS = frozenset(("rue", "avenue", "av", "boulevard", "bd", "place", "quai", "cours", "allee", "chemin", "impasse"))

#: Units that days are counted in, in days; months are counted by the calendar.
DAY_UNITS = {
    "d": 1, "day": 1, "days": 1, "j": 1, "jour": 1, "jours": 1,
    "w": 7, "week": 7, "weeks": 7, "s": 7, "semaine": 7, "semaines": 7,
    "fortnight": 14, "fortnights": 14, "quinzaine": 14, "quinzaines": 14,
}  # fmt: skip
MONTH_UNITS = frozenset(("month", "months", "mois"))

#: Words that before a day or a time may say that it is no beginning: "since yesterday", "before 10:30".
OF_ENDS = frozenset(
    ("since", "depuis", "until", "till", "jusqu'à", "jusqu'a", "jusque", "before", "avant", "after", "apres", "by",
     "ended", "ending", "finished", "fini", "termine")
)  # fmt: skip

#: Words that right beside a day may say another one with it: "tomorrow week".
OF_DAYS = frozenset((*DAY_UNITS, *MONTH_UNITS, *COMING, *LAST, "ago", "huit", "quinze")) - {"d", "j", "s", "w"}

#: Words that only lead up to a day, to a person, and after which a short weekday is somebody: "talk to sam".
DAY_LEADS = frozenset(("on", "the", "le", "la", "du", "by", "before", "due", "until", "avant", "pour", "d'ici", "au"))
#: Those that lead up to a day to come; before one of a log they are others.
AHEAD_LEADS = frozenset(("by", "before", "due", "until", "avant", "pour", "d'ici"))
PERSON_LEADS = frozenset(("with", "w/", "avec", "and", "et", "&", "to", "from", "by", "à", "de"))
NO_DAY_AFTER = frozenset(
    ("to", "with", "about", "for", "of", "à", "a", "avec", "chez", "de", "and", "et", "the", "my", "mon", "the")
)

#: Words that lead up to others, and alone name no group: "answered a question" is not Tech à Lyon's.
SMALL_WORDS = frozenset(
    (*ARTICLES, *DAY_LEADS, *PERSON_LEADS, "of", "in", "at", "for", "about", "les", "des", "d", "l", "aux", "en", "sur",
     "dans", "chez", "par", "sans", "or", "ou", "is", "as", "it", "we", "us", "me", "my")
)  # fmt: skip

#: After these a known first name is that person.
COMPANY = frozenset(("with", "w/", "avec", "met", "vu", "vue", "rencontre"))
AND = frozenset(("and", "et", "&"))

#: Weeks counted from this one.
NEAR_WEEKS = {
    "this": 0, "cette": 0, "en cours": 0, "current": 0,
    "last": -1, "derniere": -1, "passee": -1, "previous": -1, "precedente": -1,
    "next": 1, "prochaine": 1, "suivante": 1,
}  # fmt: skip

#: Months in either language, 1 to 12.
MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january janv janvier",
            "feb february fev fevr fevrier",
            "mar march mars",
            "apr april avr avril",
            "may mai",
            "jun june juin",
            "jul july juil juillet",
            "aug august aout",
            "sep sept september septembre",
            "oct october octobre",
            "nov november novembre",
            "dec december decembre",
        ),
        start=1,
    )
    for word in words.split()
}
