"""A conflict in words: what it is of, and what each side says."""

from __future__ import annotations

from datetime import date, datetime

from planner.domain.book import Book
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import clock, full_date, listing, say, spell_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.store.merging.conflicts import Twofold


class Conflict(NamedTuple):
    """One thing of which two or more are kept until she has chosen: the first that it ``says`` stands.

    ``id`` is what it is settled by, the same on every machine; ``record`` what it is of, in words, ``field`` what of it
    (empty: all of it, or whether it is there at all), ``part`` the same as the files have it. Of texts ``both`` can be
    kept.
    """

    id: str
    record: str
    field: str
    says: tuple[str, ...]
    file: str = ""
    table: str = ""
    record_id: str = ""
    part: str = ""
    both: bool = False

    @property
    def mine(self) -> str:
        """What stands."""
        return self.says[0]

    @property
    def theirs(self) -> str:
        """The latest of what is kept beside it."""
        return self.says[1]


def conflict_of(twofold: Twofold, book: Book) -> Conflict:
    """What is kept twice, in words."""
    if twofold.part == "removed":
        field = ""
        says: tuple[str, ...] = (say("kept"), say("removed on one machine"))
    else:
        field = _field_words(twofold.table, twofold.part, book)
        says = tuple(_value_words(twofold.part, value, book) for value in (twofold.stands, *twofold.others))
    record = _record_words(twofold)
    return Conflict(
        *(twofold.id, record, field, says, twofold.file, twofold.table, twofold.document["id"], twofold.part),
        twofold.both,
    )


def _record_words(twofold: Twofold) -> str:
    """A record as a person calls it."""
    document, table = twofold.document, twofold.table
    called = next((document[field] for field in ("name", "title", "text", "note") if document.get(field)), "")
    week = twofold.file.removeprefix("weeks/").removesuffix(".json")
    nouns = {
        "plan": say("the plan of {week}", week=week),
        "reviews": say("the review of {week}", week=week),
        "alerts": say("a warning of {week}", week=week),
        "timer": say("the running timer"),
        "entries": say("the entry of {when}", when=_moment_words(str(document.get("start", "")))),
        "groups": say("the group"),
        "people": say("the person"),
        "objectives": say("the objective"),
        "steps": say("the next step"),
        "appointments": say("the appointment"),
        "counsel": say("the question or decision"),
        "imports": say("the import"),
        "deeds": say("the deed"),
        "homes": say("the home's id"),
    }
    noun = nouns.get(table, table)
    return say("{noun} “{name}”", noun=noun, name=shown(str(called))) if called and table != "timer" else noun


def _field_words(table: str, part: str, book: Book) -> str:
    """A part in words: as the sheets call it, else as the files do."""
    if not part:
        return ""
    if part == "time":
        return say("time")
    names = [name.replace("~1", "/").replace("~0", "~") for name in part.split("/")]
    known = _known_fields(table)
    words = (
        book.groups[name].name if name in book.groups else known.get(name, name.replace("_", " "))
        for name in names
        if name != "lines"
    )
    return ", ".join(words)


def _known_fields(table: str) -> dict[str, str]:
    from planner.domain.grammar import group_fields, person_fields

    rows = {"groups": group_fields.FIELDS, "people": person_fields.FIELDS}.get(table, ())
    return {
        "note": say("note"),
        "minutes": say("length"),
        "group": say("group"),
        "start": say("start"),
        "form": say("form"),
        "kind": say("kind"),
        "place": say("place"),
        "day": say("day"),
        "title": say("title"),
        "verdicts": say("verdict"),
        "answers": say("answer"),
        "state": say("state"),
        "outcome": say("outcome"),
        "text": say("text"),
        "contribution": say("contribution"),
        "meeting": say("meeting"),
        "watching": say("watching"),
        **{row.name: row.label() for row in rows},
    }


def _moment_words(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return shown(text)
    return say("{day}, {time}", day=full_date(moment.date()), time=clock(moment))


def _day_words(text: str) -> str:
    try:
        return full_date(date.fromisoformat(text))
    except ValueError:
        return shown(text)


def _value_words(part: str, value: Any, book: Book) -> str:
    if part == "time" and type(value) is dict:
        words = say("{moment}, {length}", moment=_moment_words(value["start"]), length=spell_minutes(value["minutes"]))
    elif type(value) is bool:
        words = say("yes") if value else say("no")
    elif type(value) is int:
        is_minutes = part in ("minutes", "upkeep") or part.startswith(("lines/", "usual/"))
        words = spell_minutes(value) if is_minutes else str(value)
    elif type(value) is list:
        words = listing([_value_words(part, each, book) for each in value])
    elif type(value) is dict and not part and "start" in value:
        words = _run_words(value, book)
    elif type(value) is dict:
        words = ", ".join(f"{name} {_value_words(name, each, book)}" for name, each in value.items())
    elif part == "start" and type(value) is str:
        words = _moment_words(value)
    elif part in _DAYS and type(value) is str:
        words = _day_words(value)
    elif type(value) is str and part.partition("/")[0] in _CHOSEN:
        words = say(value)  # a word of a list, which has it in every language
    elif part in ("through", "person") and value in book.people:
        words = book.people[value].name
    elif part == "group" and value in book.groups:
        words = book.groups[value].name
    else:
        words = "" if value is None else clean(str(value))  # whole: two may differ in their ends alone
    return words or say("nothing")


def _run_words(run: Mapping[str, Any], book: Book) -> str:
    """What a timer runs for, and since when."""
    what = say(
        "{kind}, {group}, since {moment}",
        kind=say(str(run.get("kind", ""))),
        group=book.group_name(str(run.get("group", ""))),
        moment=_moment_words(str(run["start"])),
    )
    note = clean(str(run.get("note", "")))
    return f"{what}, “{note}”" if note else what


#: The fields that say a day.
_DAYS = frozenset(("day", "since", "until", "known", "next_look"))

#: The fields that say one word of a list.
_CHOSEN = frozenset(
    ("kind", "form", "standing", "nature", "aim", "pursuit", "state", "outcome", "circle", "owed", "roles", "verdicts")
)
