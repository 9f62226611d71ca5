"""Forms: how a value of each type is written in a document, and what a document must hold to be read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planner.domain.errors import Misread
from planner.domain.instants import pinned
from planner.domain.value.dates import date, datetime
from planner.domain.value.enums import IntEnum, StrEnum
from planner.domain.value.typed import Any
from planner.domain.week import Week
from planner.domain.words import say

#: The largest number that anything kept may be: as minutes, nineteen years.
MOST = 9_999_999

#: The highest mark that she gives.
HIGHEST = 3

#: The years that a kept moment may be of, so that no zone and no length of time leads out of the calendar.
_YEARS = range(1900, 2201)


class Misshapen(ValueError):
    """What a file holds is not what it should be; the message says what is wrong and where."""


class Form:
    """Reading a value from JSON, which raises Misshapen, and writing it as JSON."""

    def __init__(self, read: Callable[[Any], Any], write: Callable[[Any], Any]) -> None:
        self.read = read
        self.write = write


class Required:
    """In place of what a missing field means: it may not be missing."""


#: Of fields the form of each, and the value that is left out of a document and means nothing was said.
Fields = Mapping[str, tuple[Form, Any]]


class Shape(dict[str, tuple[Form, Any]]):
    """A record's fields. What reads each and what stands where it is missing is at hand: a week has sixty documents."""

    def __init__(self, fields: Fields) -> None:
        super().__init__(fields)
        self.reads = {field: form.read for field, (form, _) in fields.items()}
        self.absent = {field: absent for field, (_, absent) in fields.items() if absent is not Required}


def read_as(shape: Shape, document: Any) -> dict[str, Any]:
    """The values of a document, by field; what else it holds is passed over. Raises Misshapen, naming the field."""
    reads, values, said_of = shape.reads, dict(shape.absent), _object(document)
    field = ""
    try:
        for field, said in said_of.items():
            if field in reads:
                values[field] = reads[field](said)
        if len(values) < len(shape):
            field = next(field for field in shape if field not in values)
            raise Misshapen(say("it is missing"))
    except Misshapen as wrong:
        raise Misshapen(say("“{field}”: {wrong}", field=field, wrong=wrong)) from None
    return values


def write_as(shape: Shape, record: Any) -> dict[str, Any]:
    """A record's document, without the fields that say nothing."""
    document = {}
    for field, (form, absent) in shape.items():
        value = getattr(record, field)
        if absent is Required or value != absent:
            document[field] = form.write(value)
    return document


def _text(value: Any) -> str:
    if type(value) is not str:
        raise Misshapen(say("it should be text"))
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST:
        raise Misshapen(say("it should be a whole number from 0 to {most}", most=MOST))
    return value


def _mark(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= HIGHEST:
        raise Misshapen(say("it should be a mark from 0 to {most}", most=HIGHEST))
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise Misshapen(say("it should be true or false"))
    return value


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        moment = None
    if moment is None or moment.tzinfo is None or moment.year not in _YEARS:
        raise Misshapen(say("it should be a time with its offset, such as 2026-11-26T12:30:00+01:00"))
    return moment


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Misshapen(say("it should be a date, such as 2026-11-26")) from None


def _week(value: Any) -> Week:
    try:
        return Week.from_name(_text(value))
    except Misread as wrong:
        raise Misshapen(str(wrong)) from None


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Misshapen(say("it should be an object"))
    return value


ANY = Form(lambda value: value, lambda value: value)
TEXT = Form(_text, str)
WHOLE = Form(_whole, int)
MARK = Form(_mark, int)
FLAG = Form(_flag, bool)
MOMENT = Form(_moment, lambda moment: pinned(moment).isoformat())
OBJECT = Form(_object, dict)
DAY = Form(_day, date.isoformat)
WEEK = Form(_week, str)


def choice(words: type[StrEnum]) -> Form:
    """One word of an enumeration."""
    members = {member.value: member for member in words}

    def read(value: Any) -> StrEnum:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise Misshapen(say("it should be one of {words}", words=", ".join(members))) from None

    return Form(read, str)


def degree(levels: type[IntEnum]) -> Form:
    """One degree of an ordered enumeration, by its name in small letters."""
    members = {member.name.lower(): member for member in levels}

    def read(value: Any) -> IntEnum:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise Misshapen(say("it should be one of {words}", words=", ".join(members))) from None

    return Form(read, lambda level: level.name.lower())


def several(form: Form) -> Form:
    """A list of values, read as a tuple."""

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Misshapen(say("it should be a list"))
        return tuple(map(form.read, value))

    return Form(read, lambda values: [form.write(value) for value in values])


def some(form: Form) -> Form:
    """A list of different values that names one at least, read as a tuple."""
    whole = several(form)

    def read(value: Any) -> tuple[Any, ...]:
        values = tuple(dict.fromkeys(whole.read(value)))
        if not values:
            raise Misshapen(say("it should name one at least"))
        return values

    return Form(read, whole.write)


def by_name(form: Form) -> Form:
    """An object of values by name."""

    def read(value: Any) -> dict[str, Any]:
        return {name: form.read(each) for name, each in _object(value).items()}

    return Form(read, lambda values: {name: form.write(value) for name, value in values.items()})


def counts(words: Sequence[str]) -> Form:
    """How many there are of some of ``words``, in their order: an object of whole numbers, read as a tuple of pairs."""

    def read(value: Any) -> tuple[tuple[str, int], ...]:
        kept = {word: _whole(count) for word, count in _object(value).items()}
        if kept.keys() - {*words}:
            raise Misshapen(say("it should be one of {words}", words=", ".join(words)))
        return tuple((word, kept[word]) for word in words if kept.get(word))

    return Form(read, dict)


def part(record: Callable[..., Any], fields: Fields) -> Form:
    """A value that is a small record of its own."""
    shape = Shape(fields)
    return Form(lambda value: record(**read_as(shape, value)), lambda value: write_as(shape, value))
