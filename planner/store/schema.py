"""The schema version in every file, and the way from each version to the next.

A file of an older version is brought up as it is read, and written back by the next change to it. To change what
files look like: raise ``VERSION`` by appending the function that turns tables of the last version into the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from planner.domain.errors import Newer
from planner.domain.words import say

from .forms import Misshapen
from .tables import Document, Tables

Migration = Callable[[Tables], Tables]


def _with_pursuits(tables: Tables) -> Tables:
    """From version 1: an objective was active or not, its aim any text; people and groups were known by less."""
    objectives = {number: _pursued(document) for number, document in tables.get("objectives", {}).items()}
    return {**tables, "objectives": objectives} if objectives else tables


def _pursued(document: Document) -> Document:
    if "removed" in document:
        return document
    kept = {field: value for field, value in document.items() if field != "active"}
    if document.get("active") is False:
        kept["pursuit"] = "dropped"
    if kept.get("aim") not in ("visibility", "relationships", "knowledge", "cooperation"):
        kept["aim"] = "relationships"
    return kept


def _with_addresses(tables: Tables) -> Tables:
    """From version 2: a person had one e-mail address, and a feed's address stood where a page's does."""
    people = {number: _reached(document) for number, document in tables.get("people", {}).items()}
    groups = {number: _followed(document) for number, document in tables.get("groups", {}).items()}
    changed = {name: table for name, table in (("people", people), ("groups", groups)) if table}
    return {**tables, **changed}


def _reached(document: Document) -> Document:
    kept = {field: value for field, value in document.items() if field != "email"}
    if document.get("email"):
        kept["emails"] = [document["email"]]
    return kept


def _followed(document: Document) -> Document:
    if document.get("nature") != "feed" or not document.get("address"):
        return document
    return {**document, "feed": document["address"]}


def _with_goals(tables: Tables) -> Tables:
    """From version 3: a measure was so many meetings, contributions and minutes, and could count nothing else."""
    objectives = {number: _measured(document) for number, document in tables.get("objectives", {}).items()}
    return {**tables, "objectives": objectives} if objectives else tables


def _measured(document: Document) -> Document:
    measure = document.get("measure")
    if type(measure) is not dict:
        return document
    goals = [{"counts": counts, "number": count} for counts, count in measure.items() if count]
    return {**document, "measure": goals}


#: A number of replies, as an echo in words said it.
_REPLIES = r"\b([0-9]{1,4}) (?:repl|r[eé]ponse|answer)"


def _with_echoes(tables: Tables) -> Tables:
    """From version 4: what came back was a text."""
    entries = {number: _echoed(document) for number, document in tables.get("entries", {}).items()}
    return {**tables, "entries": entries} if entries else tables


def _echoed(document: Document) -> Document:
    said = document.get("echo")
    if type(said) is not str:
        return document
    import re

    replies = re.search(_REPLIES, said, re.IGNORECASE)
    counted = {"counts": {"reply": int(replies[1])}} if replies and int(replies[1]) else {}
    return {**document, "echo": {**counted, "text": said}}


def _with_roles(tables: Tables) -> Tables:
    """From version 5: a group had one role."""
    groups = {number: _with_role(document) for number, document in tables.get("groups", {}).items()}
    return {**tables, "groups": groups} if groups else tables


def _with_role(document: Document) -> Document:
    if "role" not in document:
        return document
    return {
        field if field != "role" else "roles": [value] if field == "role" else value
        for field, value in document.items()
    }


def _with_review_steps(tables: Tables) -> Tables:
    """From version 5: a review was at one of five steps, by number; of those met, promises and ties it had none."""
    reviews = {number: _at_step(document) for number, document in tables.get("reviews", {}).items()}
    return {**tables, "reviews": reviews} if reviews else tables


#: What the numbers of its steps are called; at the first of them it was hardly begun.
_STEPS = {1: "planned and done", 2: "drift", 3: "verdicts", 4: "next week"}


def _at_step(document: Document) -> Document:
    number = document.get("step")
    if type(number) is not int:
        return document
    kept = {field: value for field, value in document.items() if field != "step"}
    return {**kept, "step": _STEPS[min(number, 4)]} if number > 0 else kept


def _from_5(tables: Tables) -> Tables:
    """From version 5, all that is new in 6."""
    return _with_review_steps(_with_roles(tables))


def _from_6(tables: Tables) -> Tables:
    """From version 6: no document said which versions it came from. What says nothing of them has the one that it is.

    There is nothing to bring up; but an older planner would drop what a newer one says of them.
    """
    return tables


#: The oldest version there is; ``MIGRATIONS[0]`` leads from it to the next.
FIRST = 1
MIGRATIONS: Sequence[Migration] = (_with_pursuits, _with_addresses, _with_goals, _with_echoes, _from_5, _from_6)


def fresh(migrations: Sequence[Migration] = MIGRATIONS) -> Tables:
    """The tables of a new file."""
    return {"meta": {"1": {"schema": FIRST + len(migrations)}}}


def _images_in(tables: Tables) -> Iterator[Document]:
    """What the steps in a file of undo keep of other files' documents."""
    for way in ("undo", "redo"):
        for step in tables.get(way, {}).values():
            images = step.get("images")
            yield from (image for image in images if type(image) is dict) if type(images) is list else ()
    yield from (row["image"] for row in tables.get("images", {}).values() if type(row.get("image")) is dict)


def _bring_up(image: Document, missed: Sequence[Migration]) -> None:
    """Bring a step's image up as its document's own file is; what marked the document as it was left is void."""
    image.pop("left", None)
    table, document = image.get("table"), image.get("document")
    if type(table) is str and type(document) is dict:
        tables: Tables = {table: {"1": document}}
        for migration in missed:
            tables = migration(tables)
        image["document"] = tables[table]["1"]


def upgraded(name: str, tables: Tables, migrations: Sequence[Migration] = MIGRATIONS, first: int = FIRST) -> Tables:
    """The tables of the file ``name``, in today's shape.

    Raises Newer for a version that is still to come, Misshapen where the file names none.
    """
    version = tables.get("meta", {}).get("1", {}).get("schema")
    if type(version) is not int or version < first:
        raise Misshapen(say("it does not say which planner wrote it (“meta”, “schema”)"))
    today = first + len(migrations)
    if version > today:
        raise Newer(
            say(
                "{file} was written by a newer planner (schema {version}, this one knows {today}); "
                "it is left untouched. Install the newer planner to open it.",
                file=name,
                version=version,
                today=today,
            )
        )
    missed = migrations[version - first :]
    if missed:  # whose rows no longer say what their text says
        tables = {name: {number: dict(row) for number, row in rows.items()} for name, rows in tables.items()}
    for migration in missed:
        tables = migration(tables)
    if version < today:
        for image in _images_in(tables):
            _bring_up(image, missed)
        for rows in tables.values():
            for row in rows.values():
                row.pop("left", None)  # of an image in a file of its own
        tables["meta"] = {"1": {"schema": today}}
    return tables
