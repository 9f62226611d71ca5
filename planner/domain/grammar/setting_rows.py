"""Her settings as data: what each is for, what it may be, and how it is typed and told.

What reads the file, ``planner config`` and its help follow from these rows, and the README's list is held to them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ..errors import Misread
from ..person import CADENCE, CADENCES
from ..plan import STEP, WEEK
from ..settings import DATE_ORDERS, EVERY_DAY, SIGNALS, WARN, Settings
from ..texts import clean, folded, shown
from ..value import NamedTuple
from ..words import day as short_day
from ..words import full_weekday, languages, listing, plural, say, spell_minutes

#: What may be typed for a setting that is to be again as it is where nothing is said of it.
USUAL = ("usual", "habituel")

#: What may be typed where there is to be none of what a setting says.
_NONE = ("none", "aucun", "aucune")

_YES = ("true", "yes", "on", "oui", "vrai")
_NO = ("false", "no", "off", "non", "faux")

#: What the signal ``cap`` was called while a passed cap and a likely one were two.
_FORMER_CAP = ("cap-passed", "forecast")
_CODES_THERE_ARE = (*SIGNALS, *_FORMER_CAP)


class Sort(NamedTuple):
    """What a value can be: whether the file may hold it, and in words what it should be.

    ``typed`` makes of a text what the file would hold, or leaves it as it is; ``meant`` makes of that what Settings
    hold; ``words`` says it to a person, and ``as_typed`` as it can be typed. ``choices`` are all that Settings may
    hold, where these are few.
    """

    fits: Callable[[Any], bool]
    should: Callable[[], str]
    typed: Callable[[str], Any] = clean
    meant: Callable[[Any], Any] = lambda held: held
    words: Callable[[Any], str] = str
    as_typed: Callable[[Any], str] = str
    choices: Callable[[], Sequence[Any]] = tuple


class Setting(NamedTuple):
    """One setting: its name in the file and in Settings, and what it says, as a sentence that goes on from the name.

    A screen that is open when it is set has one that counts ``from_start`` only when it is opened again. ``label`` is
    what a screen calls it; a screen lets one of few values be chosen.
    """

    key: str
    label: Callable[[], str]
    sentence: Callable[[], str]
    sort: Sort
    from_start: bool = False

    @property
    def usual(self) -> Any:
        """What Settings hold where nothing is said."""
        return getattr(Settings(), self.key)

    def words(self, settings: Settings) -> str:
        """What it is, for a person to read."""
        return self.sort.words(getattr(settings, self.key))

    def as_typed(self, value: Any) -> str:
        """A value that Settings hold, as :meth:`read` takes it; "" for one that is not said."""
        return "" if value is None else self.sort.as_typed(value)

    def read(self, text: str) -> Any:
        """What the file is to hold for what is typed; None for the usual value, which may be typed as it is told, too.

        Raises Misread.
        """
        word, told = folded(clean(text)), folded(self.sort.words(self.usual))
        if word in USUAL or (self.usual in ("", (), {}) and word in (*_NONE, told)):
            return None
        held = self.sort.typed(text)
        if word == told and not self.sort.fits(held):
            return None
        self.meant(held)
        return held

    def meant(self, said: Any) -> Any:
        """What Settings hold for what the file says, which may be as it is typed. Raises Misread."""
        held = self.sort.typed(said) if isinstance(said, str) else said
        if not self.sort.fits(held):
            raise Misread(
                say(
                    "“{value}” is no value of “{key}”: {reason}.",
                    value=shown(_as_written(said)),
                    key=self.key,
                    reason=self.sort.should(),
                )
            )
        return self.sort.meant(held)


def find_setting(key: str) -> Setting:
    """The setting of a name. Raises Misread, which names those there are."""
    setting = next((row for row in SETTINGS if row.key == key), None)
    if setting is None:
        known = ", ".join(row.key for row in SETTINGS)
        raise Misread(say("“{text}” is no setting; there are {known}.", text=shown(key), known=known))
    return setting


def _as_written(held: Any) -> str:
    """A value that the file holds, as it stands there or nearly so."""
    if isinstance(held, list):
        return ", ".join(map(str, held))
    return str(held).lower() if isinstance(held, bool) else str(held)


def _is_whole(least: int, most: int) -> Callable[[Any], bool]:
    return lambda held: type(held) is int and least <= held <= most


def _number(text: str) -> Any:
    text = clean(text)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 5 else text


def _cadence(text: str) -> Any:
    from .person_fields import read_cadence

    try:
        return read_cadence(text) or text
    except Misread:  # what it should be is the setting's to say
        return text


def _minutes(text: str) -> Any:
    from .durations import read_minutes

    try:
        return read_minutes(text, WEEK) or text
    except Misread:  # of another length than a week has: the range of the setting says so
        return text


def _weekday(text: str) -> Any:
    from .lexicon import SHORT_WEEKDAYS, WEEKDAYS

    return {**WEEKDAYS, **SHORT_WEEKDAYS}.get(folded(clean(text)).rstrip("."), _number(text))


def _hour(text: str) -> Any:
    from .times import read_time

    if isinstance(number := _number(text), int):
        return number
    time = read_time(text)
    return text if time is None or time.minute else time.hour


def _flag(text: str) -> Any:
    word = folded(clean(text))
    return True if word in _YES else False if word in _NO else text


def _codes(text: str) -> list[str]:
    return folded(text).replace(",", " ").split()


def _keys(text: str) -> Any:
    """``week.plan=f2 week.undo=f3`` as a table."""
    said = [word.partition("=") for word in text.split()]
    return {id_: keys for id_, _, keys in said} if all(id_ and keys for id_, _, keys in said) else clean(text)


def _flat(held: Mapping[str, Any], above: str = "") -> dict[str, str]:
    """A table as TOML has it, where a point in a name that is not quoted makes a table within; of several keys one
    text, and one of what is none: whoever knows the keys says so of it alone."""
    flat: dict[str, str] = {}
    for name, keys in held.items():
        if isinstance(keys, dict):
            flat |= _flat(keys, f"{above}{name}.")
        else:
            flat[f"{above}{name}"] = " ".join(map(str, keys)) if isinstance(keys, list) else str(keys)
    return flat


def _one_of(words: Callable[[], Sequence[str]], also: Mapping[str, str], shown_as: Callable[[str], str] = str) -> Sort:
    """One of a few words, "" among them where that means nothing is said; ``also`` is typed for some of them, too."""
    return Sort(
        lambda held: held in words(),
        lambda: say("it should be one of {words}", words=", ".join(map(shown_as, filter(None, words())))),
        lambda text: also.get(folded(clean(text)), folded(clean(text))),
        words=shown_as,
        choices=words,
    )


def _as_system(value: str) -> str:
    return value or say("as your system has it")


def _language_sentence() -> str:
    return say("the language that planner speaks: {codes}", codes=", ".join(languages()))


_NAME = Sort(lambda held: isinstance(held, str) and bool(held), lambda: say("it should be a name"))
#: The longest name of a place, in characters.
_LONGEST_PLACE = 60


def _is_place(held: Any) -> bool:
    named = isinstance(held, str) and len(held) <= _LONGEST_PLACE and any(sign.isalpha() for sign in held)
    return named or held == ""


_PLACE = Sort(
    _is_place,
    lambda: say("it should be the name of a place, of at most {n} characters", n=_LONGEST_PLACE),
    words=lambda value: value or say("not said yet"),
)
_FLAG = Sort(
    lambda held: type(held) is bool,
    lambda: say("it should be yes or no, true or false in the file"),
    _flag,
    words=lambda value: say("yes") if value else say("no"),
    as_typed=lambda value: str(value).lower(),
    choices=lambda: (False, True),
)
_LENGTH = Sort(
    _is_whole(STEP, WEEK),
    lambda: say("it should be {least} to {most} minutes", least=STEP, most=WEEK),
    _minutes,
    words=lambda value: say("not said yet") if value is None else spell_minutes(value),
)
_CADENCE = Sort(
    _is_whole(CADENCES[0], CADENCES[-1]),
    lambda: say("it should be {least} to {most} days", least=CADENCES[0], most=CADENCES[-1]),
    _cadence,
    words=lambda value: plural(CADENCE if value is None else value, "{n} day", "{n} days"),
    as_typed=lambda value: "" if value is None else str(value),
)
_WEEKDAY = Sort(
    _is_whole(0, 6),
    lambda: say("it should be 0, Monday, to 6, Sunday"),
    _weekday,
    words=full_weekday,
    choices=lambda: EVERY_DAY,
)
#: Between the first and the last of several days or hours.
_TO = ("-", "–", "to", "until", "a", "au", "jusqu'a")


def _from_to(text: str) -> tuple[str, str] | None:
    """What stands before and behind a word for “to”, or a dash; None where there is not just one."""
    words = folded(clean(text)).replace("’", "'").replace("–", "-").replace("-", " - ").split()
    words = [word for word in words if word not in ("from", "de", "du")]
    at = [place for place, word in enumerate(words) if word in _TO]
    return (" ".join(words[: at[0]]), " ".join(words[at[0] + 1 :])) if len(at) == 1 else None


def _weekdays(text: str) -> Any:
    """Days of a week: ``mon-fri``, ``mon tue thu``, ``du lundi au jeudi, samedi``."""
    days: list[int] = []
    for part in text.replace(" et ", ",").replace(" and ", ",").split(","):
        ends = _from_to(part)
        some = [_weekday(word) for word in (ends or part.split())]
        if not some or not all(_is_whole(0, 6)(each) for each in some):
            return text
        first, last = some[0], some[-1]
        days += [(first + n) % 7 for n in range((last - first) % 7 + 1)] if ends else some
    return sorted(set(days))


def _weekdays_words(days: Sequence[int]) -> str:
    """``every day``, ``Mon to Fri``, ``Mon, Tue and Thu``."""
    if tuple(days) == EVERY_DAY:
        return say("every day")
    named = [short_day(date(2024, 1, 1 + number)) for number in days]  # which began with a Monday
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return say("{first} to {last}", context="weekdays", first=named[0], last=named[-1])
    return listing(named)


def _numbers(held: Sequence[Any]) -> list[Any]:
    """Days by their numbers, where some are written by their names."""
    return [_weekday(day) if isinstance(day, str) else day for day in held]


_WEEKDAYS = Sort(
    lambda held: isinstance(held, list) and bool(held) and all(map(_is_whole(0, 6), _numbers(held))),
    lambda: say("it should be days of the week, such as mon-fri"),
    _weekdays,
    lambda held: tuple(sorted(set(_numbers(held)))),
    _weekdays_words,
    lambda value: ", ".join(short_day(date(2024, 1, 1 + number)) for number in value),
)


def _hours(text: str) -> Any:
    """Hours of a day: ``21:00-08:00`` for ``21-8``, ``from 9pm to 8am``, ``21h à 8h30``."""
    from .times import read_time

    ends = _from_to(text)
    if not ends:
        return clean(text)
    try:
        times = [read_time(f"{end}:00" if end.isdecimal() else end) for end in ends]
    except Misread:  # of no such time: what it should be is said
        return clean(text)
    return (
        "-".join(f"{time:%H:%M}" for time in times if time) if all(time is not None for time in times) else clean(text)
    )


def _are_hours(held: Any) -> bool:
    begin, _, end = held.partition("-") if isinstance(held, str) else ("", "", "")
    at = "([01][0-9]|2[0-3]):[0-5][0-9]"
    return held == "" or bool(begin != end and re.fullmatch(f"{at}-{at}", str(held)))


_HOURS = Sort(
    _are_hours,
    lambda: say("it should be two times, such as 21:00-08:00"),
    _hours,
    words=lambda value: value.replace("-", "–") if value else say("none", context="of hours"),
)
_HOUR = Sort(
    _is_whole(0, 23), lambda: say("it should be a whole hour, 0 to 23"), _hour, words=lambda value: f"{value:02d}:00"
)


def _warn_words(value: str) -> str:
    return {
        "seldom": say("seldom"),
        "usual": say("usual", context="warned"),
        "early": say("early"),
    }[value]


_WARN = _one_of(lambda: WARN, {"rarement": "seldom", "tot": "early"}, _warn_words)
_DATE_ORDER = _one_of(lambda: ("", *DATE_ORDERS), {}, _as_system)
_NAMES = {"english": "en", "anglais": "en", "french": "fr", "francais": "fr"}
_LANGUAGE = _one_of(lambda: ("", *languages()), _NAMES, _as_system)
#: The longest command of hers, in characters.
_LONGEST_COMMAND = 400


def command_words(command: str) -> list[str]:
    """A command of hers as words, its quotes taken away as a shell would; no shell ever sees it. Raises ValueError."""
    import shlex

    return shlex.split(command)


def _is_command(held: Any) -> bool:
    if not isinstance(held, str) or len(held) > _LONGEST_COMMAND or not held.isprintable():
        return False
    try:
        return not held or any(command_words(held))
    except ValueError:  # a quote that is not closed
        return False


_COMMAND = Sort(
    _is_command,
    lambda: say("it should be a command with its words, its quotes closed, of at most {n} signs", n=_LONGEST_COMMAND),
    words=lambda value: value or say("none", context="of commands"),
)
_CODES = Sort(
    lambda held: isinstance(held, list) and all(code in _CODES_THERE_ARE for code in held),
    lambda: say("it should be a list of signals, which are {codes}", codes=", ".join(SIGNALS)),
    _codes,
    lambda held: tuple("cap" if code in _FORMER_CAP else code for code in held),
    lambda value: ", ".join(value) or say("none"),
    ", ".join,
)

_KEYS = Sort(
    lambda held: isinstance(held, dict),
    lambda: say('it should be keys by the ids that “planner keys” lists, such as week.plan = "f2"'),
    _keys,
    _flat,
    lambda value: ", ".join(f"{id_} {keys}" for id_, keys in value.items()) or say("the usual"),
    lambda value: " ".join(f"{id_}={keys}" for id_, keys in value.items()),
)

#: All settings, in the order in which they are listed.
SETTINGS = (
    Setting(
        "theme", lambda: say("theme"), lambda: say("the colours of the full screen, by the name of a theme"), _NAME
    ),
    Setting("language", lambda: say("language"), _language_sentence, _LANGUAGE, from_start=True),
    Setting(
        "ascii",
        lambda: say("plain signs"),
        lambda: say("whether the full screen keeps to plain ASCII signs"),
        _FLAG,
        from_start=True,
    ),
    Setting(
        "date_order",
        lambda: say("date order"),
        lambda: say("the order of a date in figures: dmy or mdy"),
        _DATE_ORDER,
        from_start=True,
    ),
    Setting("minutes", lambda: say("minutes a week"), lambda: say("the minutes that you have a week"), _LENGTH),
    Setting(
        "work_days",
        lambda: say("working days"),
        lambda: say("the days on which you do this, 0 is Monday: what is to go and what is expected fall on them"),
        _WEEKDAYS,
    ),
    Setting(
        "place",
        lambda: say("place"),
        lambda: say("where you live, which a measure may ask for as “here”"),
        _PLACE,
    ),
    Setting(
        "review_day",
        lambda: say("review day"),
        lambda: say("the day of your review: 0 is Monday, 6 Sunday"),
        _WEEKDAY,
    ),
    Setting(
        "review_hour", lambda: say("review from"), lambda: say("the hour from which the review waits, 0 to 23"), _HOUR
    ),
    Setting("warn", lambda: say("warnings"), lambda: say("how readily you are warned: seldom, usual or early"), _WARN),
    Setting(
        "cadence_decision_maker",
        lambda: say("decision-makers cool after"),
        lambda: say("days after which a tie with a decision-maker cools"),
        _CADENCE,
    ),
    Setting(
        "cadence_prescriber",
        lambda: say("prescribers cool after"),
        lambda: say("days after which a tie with a prescriber cools"),
        _CADENCE,
    ),
    Setting(
        "cadence_peer",
        lambda: say("peers cool after"),
        lambda: say("days after which a tie with a peer cools"),
        _CADENCE,
    ),
    Setting(
        "cadence_friend",
        lambda: say("friends cool after"),
        lambda: say("days after which a tie with a friend cools"),
        _CADENCE,
    ),
    Setting(
        "quiet_hours",
        lambda: say("quiet hours"),
        lambda: say("the hours in which only damage is said, and no command is run"),
        _HOURS,
    ),
    Setting(
        "night_hour",
        lambda: say("night"),
        lambda: say("the hour that you sleep through, 0 to 23: a timer that ran then is asked about"),
        _HOUR,
    ),
    Setting(
        "on_warning",
        lambda: say("your command"),
        lambda: say("a command that is run, once each, with what is new of your week as its last word"),
        _COMMAND,
    ),
    Setting(
        "signals_off",
        lambda: say("silent signals"),
        lambda: say("the signals that keep silent, by their codes, such as cap"),
        _CODES,
    ),
    Setting(
        "keys", lambda: say("your keys"), lambda: say("your own keys, by the ids that “planner keys” lists"), _KEYS
    ),
)
