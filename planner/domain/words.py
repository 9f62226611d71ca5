"""Everything the app says goes through here, so that it can be said in another language.

English is the source: :func:`say` takes the English template and looks for its translation in the
catalogue that the door chose (:func:`speak`). A missing translation falls back to English.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

_catalogue: dict[str, str] = {}

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def speak(catalogue: Mapping[str, str]) -> None:
    """Choose the catalogue (English template -> translated template); an empty one means English."""
    _catalogue.clear()
    _catalogue.update(catalogue)


def language() -> str:
    """The code of the language spoken, such as ``fr``: the catalogue names its own; English is the source."""
    return _catalogue.get("language", "en")


def month_first() -> bool:
    """Whether ``11/20`` is how she writes the 20th of November; else the day comes first."""
    return _catalogue.get("date order") == "mdy"


def write_dates(order: str) -> None:
    """Choose the order of a date in figures, ``dmy`` or ``mdy``, whatever the language."""
    _catalogue["date order"] = order


def say(template: str, **fields: object) -> str:
    """Return ``template`` in the chosen language with its ``{fields}`` filled in, each on one line.

    The template must be a literal at the call, so that the catalogue can be checked against the source.
    """
    text = _catalogue.get(template, template)
    if not fields:
        return text
    told = text.format(**fields)
    if told.count("\n") == text.count("\n"):
        return told
    return text.format(
        **{name: " ".join(each.split("\n")) if type(each) is str else each for name, each in fields.items()}
    )


def plural(count: int, one: str, many: str, **fields: object) -> str:
    """Return ``one`` or ``many`` for ``count``, filled with ``{n}`` and the other fields.

    French counts 0 and 1 as singular, English only 1; the catalogue says which by an entry ``"plural"``.
    """
    singular = count in (0, 1) if _catalogue.get("plural") == "n > 1" else count == 1
    return say(one if singular else many, n=count, **fields)


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


def day_month(value: date) -> str:
    """A day within the year: ``Thu 26 Nov``."""
    return say("{day} {d} {month}", day=day(value), d=value.day, month=say(_MONTHS[value.month - 1]))


def short_day(value: date, today: date) -> str:
    """A day for a narrow column: ``26 Nov``, and ``Nov 2025`` in another year than today's."""
    if value.year != today.year:
        return month_year(value)
    return say("{d} {month}", d=value.day, month=say(_MONTHS[value.month - 1]))


def month_year(value: date) -> str:
    """``Nov 2025``."""
    return say("{month} {year}", month=say(_MONTHS[value.month - 1]), year=value.year)


def decimal(value: float) -> str:
    """A number to one place: ``3.6``, ``4``."""
    whole, _, part = f"{value:.1f}".partition(".")
    return whole if part == "0" else say("{whole}.{part}", whole=whole, part=part)


def full_date(value: date) -> str:
    """A day of any year: ``30 June 2027``."""
    month = say(_FULL_MONTHS[value.month - 1])
    return f"{say('{d} {month}', d=value.day, month=month)} {value.year}"


def dated(value: date, today: date) -> str:
    """A day, with its year where that is not this one: ``Thu 26 Nov``, ``Mon 4 Jan 2027``."""
    return day_month(value) if value.year == today.year else f"{day_month(value)} {value.year}"


def dated_clock(value: datetime, today: date) -> str:
    """A moment, its day with the year where that is not this one: ``Thu 26 Nov 18:40``."""
    return f"{dated(value, today)} {clock(value)}"


def span_of_days(first: date, last: date) -> str:
    """``23 to 29 November``, ``28 September to 4 October``, ``28 December 2026 to 3 January 2027``."""
    until = say("{d} {month}", d=last.day, month=say(_FULL_MONTHS[last.month - 1]))
    if first.year != last.year:
        return say("{first} to {last}", first=full_date(first), last=full_date(last))
    if first.month == last.month:
        return say("{first} to {last}", first=first.day, last=until)
    since = say("{d} {month}", d=first.day, month=say(_FULL_MONTHS[first.month - 1]))
    return say("{first} to {last}", first=since, last=until)


def dated_span(first: date, last: date) -> str:
    """Days with their year: ``23 to 29 November 2026``."""
    days = span_of_days(first, last)
    return days if first.year != last.year else f"{days} {last.year}"


def clock(value: datetime) -> str:
    """Time of day: ``18:40``."""
    return f"{value.hour:02d}:{value.minute:02d}"


def listing(items: list[str]) -> str:
    """``Thu``, ``Thu and Fri``, ``Thu, Fri and Sat``."""
    if len(items) < 2:
        return "".join(items)
    return say("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])
