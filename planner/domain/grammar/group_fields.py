"""A group's fields as data."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from types import ModuleType

from ..book import Book
from ..brought import lines_words
from ..errors import Misread
from ..group import Moved, Nature, Role, Standing
from ..kinds import Kind
from ..plan import WEEK
from ..texts import clean, folded, shown
from ..value.enums import StrEnum
from ..words import day_month, listing, minutes, or_dash, say
from .addresses import checked_address, feed_address
from .day import Direction
from .days import read_day
from .durations import read_minutes
from .fields import MARKS, Field, Form, Option, read_choice
from .marks import UNKNOWN, read_mark
from .names import find_objective
from .person_fields import CADENCE_FORM


def read_upkeep(text: str) -> int | None:
    """Minutes a week, 0 among them; a dash or nothing takes back what was said. Raises Misread."""
    text = clean(text).replace(" ", "")
    if text in UNKNOWN:
        return None
    if text == "0":
        return 0
    length = read_minutes(text, WEEK)
    if length is None:
        raise Misread(say("“{text}” is no length of time; write 45 or 1h30.", text=shown(text)))
    return length


def read_objectives(text: str, book: Book) -> tuple[str, ...]:
    """The ids of the objectives that a text names, with commas between them. Raises Misread."""
    wanted = [part.strip().lstrip("#") for part in clean(text).split(",") if part.strip()]
    return tuple(dict.fromkeys(find_objective(name, book).id for name in wanted))


def _read_length(text: str) -> int:
    length = read_upkeep(text)
    if not length:
        raise Misread(say("“{text}” is no length of time; write 45 or 1h30.", text=shown(text)))
    return length


def _read_day(text: str, now: datetime, direction: int) -> date | None:
    return read_day(text, now, direction) if clean(text) else None


def read_roles(text: str) -> tuple[Role, ...]:
    """What a group is for, words with commas between, each once. Raises Misread for another word, and for none."""
    words = [word.strip() for word in re.split(r"[,;+/]", clean(text))]
    roles = [_read_role(word) for word in words if word]
    if not roles:
        raise Misread(say("A group is there for something: give one or several of {known}.", known=_role_words()))
    return tuple(dict.fromkeys(roles))


def _read_role(word: str) -> Role:
    from .lexicon import ROLES

    if folded(word) not in ROLES:
        raise Misread(say("“{text}” is no role; choose one of {known}.", text=shown(word), known=_role_words()))
    return Role(ROLES[folded(word)])


def _role_words() -> str:
    return ", ".join(say(role.value) for role in Role)


def roles_words(roles: tuple[Role, ...]) -> str:
    """What a group is for: ``ties, watch``."""
    return ", ".join(say(role.value) for role in roles)


def _full_day(value: date | None) -> str:
    return f"{day_month(value)} {value.year}" if value else ""


def _titles(ids: tuple[str, ...], book: Book) -> str:
    return listing([book.objectives[id_].title for id_ in ids if id_ in book.objectives])


def _minutes_if_known(value: int | None) -> str:
    return "" if value is None else minutes(value)


_TEXT = Form(lambda text, _book, _now: clean(text), str, lambda value, _book: str(value))
_ADDRESS = _TEXT._replace(read=lambda text, _book, _now: checked_address(text))
_FEED = _TEXT._replace(read=lambda text, _book, _now: feed_address(text))
_MARK = Form(lambda text, _book, _now: read_mark(text), or_dash, lambda value, _book: or_dash(value))
_UPKEEP = Form(
    lambda text, _book, _now: read_upkeep(text), _minutes_if_known, lambda value, _book: _minutes_if_known(value)
)
_LENGTH = Form(lambda text, _book, _now: _read_length(text), minutes, lambda value, _book: minutes(value))
_JOINED = Form(
    lambda text, _book, now: _read_day(text, now, Direction.PAST),
    lambda value: value.isoformat() if value else "",
    lambda value, _book: _full_day(value),
)
_COMING = _JOINED._replace(read=lambda text, _book, now: _read_day(text, now, Direction.AHEAD))
_BROUGHT = Form(lambda text, _book, _now: clean(text) or (), lambda _: "", lambda lines, _book: lines_words(lines))
_OBJECTIVES = Form(lambda text, book, _now: read_objectives(text, book), ", ".join, _titles)


_ROLES = Form(lambda text, _book, _now: read_roles(text), ", ".join, lambda value, _book: roles_words(value))


_MOVED = Form(
    lambda text, _book, now: _read_moved(text, now),
    lambda moved: _moved_line().typed_moved(moved),
    lambda moved, _book: _moved_line().moved_words(moved) if moved else "",
)


def _moved_line() -> ModuleType:
    from . import moved_line  # few groups were

    return moved_line


def _read_moved(text: str, now: datetime) -> Moved | None:
    from .moved_line import read_moved

    return read_moved(text, now)


def _mark(name: str, option: Option | None = None) -> Field:
    part = name.rpartition(".")[2]
    return Field(name, lambda: say(part), _MARK, lambda: say("0 to 3"), option, tuple(MARKS), judged=True)


def _usual(kind: Kind) -> Field:
    def label() -> str:
        return say("usual {kind}", kind=say(kind.value))

    return Field(f"usual.{kind.value}", label, _LENGTH, lambda: say("such as 45 or 1h30"))


def _choices(name: str, label: Callable[[], str], words: type[StrEnum], option: Option) -> Field:
    form = Form(lambda text, _book, _now: read_choice(text, words, label()), str, lambda value, _book: say(value.value))
    return Field(name, label, form, option=option, choices=tuple(words), searched=True)


def _text(
    name: str, label: Callable[[], str], hint: Callable[[], str], option: Option, *, searched: bool = False
) -> Field:
    return Field(name, label, _TEXT, hint, option, searched=searched)


#: All fields of a group in the order of its sheet.
FIELDS = (
    Field("name", lambda: say("name"), _TEXT, lambda: say("such as Lyon UX"), searched=True),
    _text(
        "slug",
        lambda: say("typed as"),
        lambda: say("such as lyon-ux"),
        Option(metavar="SLUG", help=lambda: say("how it is typed")),
    ),
    _choices(
        "standing",
        lambda: say("standing"),
        Standing,
        Option(metavar="STANDING", help=lambda: say("candidate, selected, parked, left")),
    ),
    Field(
        "roles",
        lambda: say("role"),
        _ROLES,
        lambda: say("one or several of ties, visibility, watch; the first leads"),
        Option(
            metavar="A,B",
            help=lambda: say("one or several of ties, visibility, watch; the first leads"),
            also="role",
        ),
        tuple((role,) for role in Role),
        searched=True,
        several=True,
    ),
    _choices(
        "nature",
        lambda: say("nature"),
        Nature,
        Option(metavar="NATURE", help=lambda: say("community, association, event-series, company-page, feed")),
    ),
    _mark("fit.trade"),
    _mark("fit.sector"),
    _mark("fit.place"),
    _mark("fit.interest"),
    _mark("activity", Option(metavar="0..3")),
    _mark("worth", Option(metavar="0..3")),
    _mark("joy", Option(metavar="0..3")),
    Field(
        "upkeep",
        lambda: say("upkeep a week"),
        _UPKEEP,
        lambda: say("such as 45 or 1h30"),
        Option(metavar="MINUTES", help=lambda: say("minutes a week that following it properly takes")),
        judged=True,
    ),
    *(_usual(kind) for kind in Kind),
    Field(
        "objectives",
        lambda: say("objectives"),
        _OBJECTIVES,
        lambda: say("their names, with commas between"),
        Option(metavar="A,B"),
    ),
    _text(
        "if_then",
        lambda: say("if-then"),
        lambda: say("When I open it, I first …"),
        Option(metavar="SENTENCE", help=lambda: say("what you do first when you open it")),
    ),
    _text(
        "platform",
        lambda: say("platform"),
        lambda: say("LinkedIn, Slack, a café"),
        Option(metavar="TEXT", help=lambda: say("where it meets, such as LinkedIn")),
        searched=True,
    ),
    Field(
        "address",
        lambda: say("address"),
        _ADDRESS,
        lambda: say("such as https://lyon-ux.org"),
        Option(metavar="URL", help=lambda: say("its web address")),
    ),
    Field(
        "feed",
        lambda: say("its feed"),
        _FEED,
        lambda: say("such as https://lyon-ux.org/feed"),
        Option(metavar="URL", help=lambda: say("the address of its feed, for a feed reader")),
    ),
    _text(
        "place",
        lambda: say("place"),
        lambda: say("a town, a country, online"),
        Option(metavar="TEXT"),
        searched=True,
    ),
    Field(
        "since",
        lambda: say("member since"),
        _JOINED,
        lambda: say("a day, such as 2024-03-01"),
        Option(metavar="DAY", help=lambda: say("the day you joined")),
    ),
    _text(
        "why",
        lambda: say("why joined"),
        lambda: say("what you joined it for"),
        Option(metavar="TEXT", help=lambda: say("why you joined")),
    ),
    _text(
        "done",
        lambda: say("done so far"),
        lambda: say("what you did there"),
        Option(metavar="TEXT", help=lambda: say("what you did there so far")),
    ),
    Field(
        "note",
        lambda: say("note"),
        _TEXT,
        lambda: say("what else is known of it"),
        Option(metavar="TEXT", help=lambda: say("what else is known of it")),
        fact_place=1,
    ),
    Field(
        "brought",
        lambda: say("brought, or could"),
        _BROUGHT,
        lambda: say("a new line: a lead, a name, an invitation; - takes the latest back"),
        Option(metavar="TEXT", help=lambda: say("one more line on what it has brought, or could; - takes it back")),
    ),
    Field(
        "cadence",
        lambda: say("cadence"),
        CADENCE_FORM,
        lambda: say("days, such as 60, after which a tie with its people begins to cool"),
        Option(metavar="DAYS", help=lambda: say("days after which a tie with its people begins to cool")),
    ),
    Field(
        "next_look",
        lambda: say("next look"),
        _COMING,
        lambda: say("a day, such as 2027-02-25"),
        Option(metavar="DATE", help=lambda: say("the day on which it asks to be looked at again")),
    ),
    Field(
        "moved",
        lambda: say("watching moved to"),
        _MOVED,
        lambda: say("such as newsletter: https://metro.example"),
        Option(
            metavar="TEXT",
            help=lambda: say("where its watching went: feed reader, newsletter, alert or company page, a colon, where"),
        ),
        fact_place=2,
    ),
    _text(
        "reason",
        lambda: say("why left"),
        lambda: say("why you left or parked it"),
        Option(metavar="TEXT", help=lambda: say("why you left or parked it")),
    ),
)

#: Fields that begin another part of the sheet.
PARTS = ("name", "fit.trade", "upkeep", "objectives", "platform", "since", "next_look")
