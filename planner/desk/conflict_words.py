"""A conflict in words: what it is of, and what each side says."""

from __future__ import annotations

from datetime import datetime

from planner.domain.book import Book
from planner.domain.texts import shown
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import clock, full_date, listing, say, spell_minutes

if TYPE_CHECKING:
    from planner.store.merging.conflicts import Twofold


class Conflict(NamedTuple):
    """One thing of which two are kept until she has chosen: ``mine`` is what stands, ``theirs`` what is kept beside.

    ``id`` is what it is settled by, the same on every machine; ``record`` what it is of, in words, ``field`` what of it
    (empty: whether it is there at all), ``part`` the same as the files have it. Of two texts ``both`` can be kept.
    """

    id: str
    record: str
    field: str
    mine: str
    theirs: str
    file: str = ""
    table: str = ""
    record_id: str = ""
    part: str = ""
    both: bool = False


def conflict_of(twofold: Twofold, book: Book) -> Conflict:
    """What is kept twice, in words."""
    if twofold.part == "removed":
        field, mine, theirs = "", say("kept"), say("removed on another machine")
    else:
        field = _field_words(twofold.table, twofold.part, book)
        mine, theirs = (_value_words(twofold.part, value, book) for value in (twofold.stands, twofold.others[0]))
        more = [_value_words(twofold.part, value, book) for value in twofold.others[1:]]
        theirs = " | ".join([theirs, *more])
    record = _record_words(twofold)
    return Conflict(
        *(twofold.id, record, field, mine, theirs, twofold.file, twofold.table, twofold.document["id"], twofold.part),
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
        "entries": say("the entry of {when}", when=str(document.get("start", ""))[:16].replace("T", " ")),
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
        return say("all of it")
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
    elif type(value) is dict:
        words = ", ".join(f"{name} {_value_words(name, each, book)}" for name, each in value.items())
    elif part == "start" and type(value) is str:
        words = _moment_words(value)
    elif part == "group" and value in book.groups:
        words = book.groups[value].name
    else:
        words = "" if value is None else shown(str(value))
    return words or say("nothing")
