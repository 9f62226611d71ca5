"""Everything the app says goes through here, so that it can be said in another language.

English is the source: :func:`say` takes the English template and looks for its translation in the
catalogue that the door chose (:func:`speak`). A missing translation falls back to English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from .value import NamedTuple
from .value.dates import date, datetime


class Catalogue(NamedTuple):
    """What is said in one language: ``texts`` by template, ``plurals`` by the template for one, all their forms.

    A template that has a context has it before itself, with :data:`BETWEEN`. ``rule`` is gettext's expression of ``n``
    that gives the number of a form.
    """

    language: str
    rule: str
    texts: Mapping[str, str]
    plurals: Mapping[str, Sequence[str]]


#: What parts a context from its template, as gettext has it.
BETWEEN = "\x04"

#: The source needs no catalogue.
ENGLISH = Catalogue("en", "n != 1", {}, {})

#: The rules of most languages. gettext reads the others, which takes a command as long as loading its catalogue does.
_RULES: dict[str, Callable[[int], int]] = {"n != 1": lambda n: n != 1, "n > 1": lambda n: n > 1}


class _Speech:
    """How planner speaks: in one language all through a call, which the door chooses."""

    def __init__(self) -> None:
        self.catalogue = ENGLISH
        self.texts = ENGLISH.texts
        self.date_order = ""
        self.others: Callable[[], Iterable[str]] = tuple  #: the languages there are beside English


_speech = _Speech()

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def speak(catalogue: Catalogue) -> None:
    """Choose the language, by its catalogue."""
    _speech.catalogue, _speech.texts, _speech.date_order = catalogue, catalogue.texts, ""


def language() -> str:
    """The code of the language spoken, such as ``fr``."""
    return _speech.catalogue.language


def languages() -> tuple[str, ...]:
    """The codes of all languages that can be spoken, English first."""
    return ("en", *sorted(_speech.others()))


def offer(others: Callable[[], Iterable[str]]) -> None:
    """Let :func:`languages` ask for those there are beside English."""
    _speech.others = others


def month_first() -> bool:
    """Whether ``11/20`` is how she writes the 20th of November; else the day comes first."""
    return _speech.date_order == "mdy"


def write_dates(order: str) -> None:
    """Choose the order of a date in figures, ``dmy`` or ``mdy``, whatever the language."""
    _speech.date_order = order


def say(template: str, *, context: str = "", **fields: object) -> str:
    """Return ``template`` in the chosen language with its ``{fields}`` filled in, each on one line.

    A ``context`` tells one meaning of an English word from another, where other languages have two words for it. Both
    must be literals at the call, so that the catalogues can be checked against the source.
    """
    text = _speech.texts.get(f"{context}{BETWEEN}{template}" if context else template, template)
    if not fields:
        return text
    words = text.format(**fields)
    if words.count("\n") == text.count("\n"):
        return words
    return text.format(
        **{name: " ".join(each.split("\n")) if type(each) is str else each for name, each in fields.items()}
    )


def plural(count: int, one: str, many: str, *, context: str = "", **fields: object) -> str:
    """Return what is said of ``count``, filled with ``{n}`` and the other fields.

    English says ``one`` of 1 and ``many`` of all else; another language has the forms and the rule of its catalogue.
    """
    catalogue = _speech.catalogue
    forms = catalogue.plurals.get(f"{context}{BETWEEN}{one}" if context else one)
    english = one if count == 1 else many
    text = forms[_rule(catalogue.rule)(count)] if forms else english
    return text.format(n=count, **fields)


@cache
def _rule(rule: str) -> Callable[[int], int]:
    """What a rule says: the number of the form for a count."""
    if rule in _RULES:
        return _RULES[rule]
    from gettext import c2py

    return c2py(rule)


def minutes(count: int) -> str:
    """Minutes as people say them: ``25``, ``1h10``, ``2h``."""
    sign = "-" if count < 0 else ""
    hours, rest = divmod(abs(count), 60)
    if not hours:
        return f"{sign}{rest}"
    return f"{sign}{hours}h{rest:02d}" if rest else f"{sign}{hours}h"


def spell_minutes(count: int) -> str:
    """Minutes that stand alone in a sentence: ``25 min``, ``1h10``, ``2h``."""
    return minutes(count) if abs(count) >= 60 else say("{n} min", n=count)


def spell_range(low: int, high: int) -> tuple[str, str]:
    """The ends of a range of minutes in a sentence: ``35`` and ``50 min``, ``35 min`` and ``1h10``."""
    return (minutes if high < 60 else spell_minutes)(low), spell_minutes(high)


def or_dash(figure: int | None) -> str:
    """A figure; a dash where none is known, which is not 0."""
    return "–" if figure is None else str(figure)


def day(value: date) -> str:
    """Short weekday: ``Thu``."""
    return say(_DAYS[value.weekday()])


def full_day(value: date) -> str:
    """Weekday in full: ``Thursday``."""
    return full_weekday(value.weekday())


def full_weekday(number: int) -> str:
    """Weekday in full by its number, 0 for ``Monday``."""
    return say(_FULL_DAYS[number])


def short_month(number: int) -> str:
    """A month cut short by its number, 1 for ``Jan``; May is short as it is in English, and not so elsewhere."""
    return say(_MONTHS[number - 1], context="cut short")


def day_month(value: date) -> str:
    """A day within the year: ``Thu 26 Nov``."""
    return say("{day} {d} {month}", day=day(value), d=day_number(value), month=short_month(value.month))


def day_in_words(value: date) -> str:
    """A day within the year as a sentence has it; what English cuts short there, another language may not."""
    name = say(_DAYS[value.weekday()], context="in a sentence")
    month = say(_MONTHS[value.month - 1], context="in a sentence")
    return say("{day} {d} {month}", day=name, d=day_number(value), month=month)


def day_number(value: date) -> str:
    """The day of its month: ``26``; some languages say the first one otherwise."""
    return say("1", context="day of a month") if value.day == 1 else str(value.day)


def short_day(value: date, today: date) -> str:
    """A day for a narrow column: ``26 Nov``, and ``Nov 2025`` in another year than today's."""
    if value.year != today.year:
        return month_year(value)
    return say("{d} {month}", d=day_number(value), month=short_month(value.month))


def full_month(number: int) -> str:
    """A month in full by its number, 1 for ``January``."""
    return say(_FULL_MONTHS[number - 1])


def month_year(value: date) -> str:
    """``Nov 2025``."""
    return say("{month} {year}", month=short_month(value.month), year=value.year)


def decimal(value: float) -> str:
    """A number to one place: ``3.6``, ``4``."""
    whole, _, part = f"{value:.1f}".partition(".")
    return whole if part == "0" else say("{whole}.{part}", whole=whole, part=part)


def full_date(value: date) -> str:
    """A day of any year: ``30 June 2027``."""
    month = say(_FULL_MONTHS[value.month - 1])
    return f"{say('{d} {month}', d=day_number(value), month=month)} {value.year}"


def dated(value: date, today: date) -> str:
    """A day, with its year where that is not this one: ``Thu 26 Nov``, ``Mon 4 Jan 2027``."""
    return day_month(value) if value.year == today.year else f"{day_month(value)} {value.year}"


def dated_in_words(value: date, today: date) -> str:
    """A day as a sentence has it, with its year where that is not this one: ``Thu 26 Nov``, ``Mon 4 Jan 2027``."""
    return day_in_words(value) if value.year == today.year else f"{day_in_words(value)} {value.year}"


def dated_clock(value: datetime, today: date) -> str:
    """A moment, its day with the year where that is not this one: ``Thu 26 Nov 18:40``."""
    return f"{dated(value, today)} {clock(value)}"


def span_of_days(first: date, last: date) -> str:
    """``23 to 29 November``, ``28 September to 4 October``, ``28 December 2026 to 3 January 2027``."""
    until = say("{d} {month}", d=day_number(last), month=say(_FULL_MONTHS[last.month - 1]))
    if first.year != last.year:
        return say("{first} to {last}", first=full_date(first), last=full_date(last))
    if first.month == last.month:
        return say("{first} to {last}", first=day_number(first), last=until)
    since = say("{d} {month}", d=day_number(first), month=say(_FULL_MONTHS[first.month - 1]))
    return say("{first} to {last}", first=since, last=until)


def dated_span(first: date, last: date) -> str:
    """Days with their year: ``23 to 29 November 2026``."""
    days = span_of_days(first, last)
    return days if first.year != last.year else f"{days} {last.year}"


def span_beside(first: date, last: date, today: date) -> str:
    """Days, with their year where one of them is not this year's: ``23 to 29 November``, ``4 to 10 January 2027``."""
    return span_of_days(first, last) if first.year == last.year == today.year else dated_span(first, last)


def clock(value: datetime) -> str:
    """Time of day: ``18:40``."""
    return f"{value.hour:02d}:{value.minute:02d}"


def sentences(*texts: str) -> str:
    """Texts one after the other, each but the last closed where it does not close itself; empty ones are left out."""
    said = [text for text in texts if text]
    closed = [text if text.endswith((".", "!", "?", "…", ":")) else say("{told}.", told=text) for text in said[:-1]]
    return " ".join([*closed, *said[-1:]])


def wordings(*texts: str) -> tuple[str, ...]:
    """One thing said in several ways, the fullest first; what is no shorter than the one before it is left out."""
    kept = texts[:1]
    for text in texts[1:]:
        if len(text) < len(kept[-1]):
            kept = (*kept, text)
    return kept


def listing(items: list[str]) -> str:
    """``Thu``, ``Thu and Fri``, ``Thu, Fri and Sat``."""
    if len(items) < 2:
        return "".join(items)
    return say("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])
