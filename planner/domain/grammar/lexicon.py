"""The words of the quick-log line in both languages, as they look once case and accents are gone.

English and French stand side by side and are always both understood: she types in the language that comes first.
"""

from __future__ import annotations

from ..kinds import Kind
from ..texts import folded

_C, _M, _W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING

#: What the first word of a line may be: the kind, and the form where the word names one.
_KINDS: dict[tuple[Kind, str | None], str] = {
    (_C, None): "c contribution contribute contributed contribue contribuer",
    (_C, "post"): "post posted publication publie",
    (_C, "comment"): "comment commented commentaire commente",
    (_C, "answer"): "answer answered reponse repondu",
    (_C, "share"): "share shared partage partager",
    (_C, "introduction"): "introduction introduced intro presentation presente",
    (_C, "message"): "message messaged ecrit",
    (_C, "talk"): "talk conference expose",
    (_M, None): "m meeting meet met rencontre rencontrer reunion rendez-vous rdv",
    (_M, "in person"): "in-person coffee cafe lunch dejeuner",
    (_M, "video"): "video visio",
    (_M, "phone"): "phone call called appel telephone",
    (_M, "event"): "event evenement meetup",
    (_W, None): "w watching watch watched read reading veille lu lire lecture",
    (_W, "feed"): "feed flux",
    (_W, "newsletter"): "newsletter infolettre",
    (_W, "thread"): "thread fil",
    (_W, "page"): "page",
}

_KIND_WORDS = {word: meaning for meaning, words in _KINDS.items() for word in words.split()}

#: Days counted from today.
NEAR_DAYS = {
    "today": 0, "aujourd'hui": 0,
    "yesterday": -1, "hier": -1,
    "avant-hier": -2,
    "tomorrow": 1, "demain": 1,
    "apres-demain": 2,
}  # fmt: skip

#: Weekdays in full, Monday 0.
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
}  # fmt: skip

#: Weekdays cut short. Many are words of their own ("mon", "mer", "sat"), so a line reads one only before a time.
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    "lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6,
}  # fmt: skip

#: What says that a weekday is the coming one, or the last one, before or after it.
COMING = frozenset(("next", "this", "prochain", "prochaine", "ce"))
LAST = frozenset(("last", "dernier", "derniere"))

#: Numbers in words, few as they are with days to come: "in a week", "dans deux jours".
COUNTED = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
}  # fmt: skip

#: What is said with "in", "dans" or "+" of days to come: the unit, in days.
AWAY = {
    "d": 1, "day": 1, "days": 1, "j": 1, "jour": 1, "jours": 1,
    "w": 7, "week": 7, "weeks": 7, "s": 7, "semaine": 7, "semaines": 7,
}  # fmt: skip

#: Those of them that are counted by the calendar.
MONTHS_AWAY = frozenset(("month", "months", "mois"))

#: Words that only lead up to a day: "by friday", "le 4 dec"; to a time: "at 14:00"; and to a person: "with @marie".
LEADS = frozenset(("by", "on", "before", "due", "until", "le", "la", "avant", "pour", "d'ici", "au"))
AT = frozenset(("at", "a", "vers", "around"))
WITH = frozenset(("with", "avec", "and", "et"))

#: After these a weekday cut short is another word: "talk to sam", "parler a mar".
NO_DAY_AFTER = frozenset(("to", "with", "about", "for", "of", "a", "avec", "chez", "de"))

#: Weeks counted from this one.
NEAR_WEEKS = {
    "this": 0, "cette": 0,
    "last": -1, "derniere": -1,
    "next": 1, "prochaine": 1,
}  # fmt: skip

#: Months in either language, as dateutil knows them.
MONTHS = {
    word: words.split()[0]
    for words in (
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
    )
    for word in words.split()
}

#: Units that may stand apart from their number: "25 min".
MINUTE_UNITS = frozenset(("min", "mn", "minutes"))


def kind_of(word: str) -> tuple[Kind, str | None] | None:
    """The kind that a word names, and the form if it names one; None for any other word."""
    return _KIND_WORDS.get(folded(word))


def word_for(kind: Kind, form: str | None) -> str:
    """The word that says this kind and form; the kind's letter where no word says the form."""
    return _KINDS.get((kind, form), kind.letter).split()[0]


def kind_words() -> tuple[str, ...]:
    """One word for each kind, then one for each form, in the order of the contract."""
    plain = [words.split()[1] for (_, form), words in _KINDS.items() if form is None]
    return (*plain, *(words.split()[0] for (_, form), words in _KINDS.items() if form))
