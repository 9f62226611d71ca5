"""All of a home but its undo as one JSON document: tombstones, settings and themes too.

    {"document": "-//planner//planner//EN", "format": 1, "planner": "0.1.0", "schema": 5,
     "settings": {"config.toml": "…"},
     "files": {"book.json": {"groups": [{…}, …]}, "weeks/2026-W48.json": {"entries": [{…}, …]}},
     "sha256": "…"}

Equal homes give equal documents, byte for byte. ``sha256`` is of all the rest, as JSON with sorted keys, without
spaces and in ASCII (RFC 8259's escapes), so that any program can check it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from planner import __version__
from planner.domain.errors import Newer, Refused
from planner.domain.feeds import MARK
from planner.domain.texts import clean, printable, shown
from planner.domain.week import Week
from planner.domain.words import say
from planner.store.contents import week_named
from planner.store.forms import Misshapen
from planner.store.schema import FIRST, MIGRATIONS
from planner.store.snapshot import Snapshot, snapshot_from
from planner.store.tables import parsed

FORMAT = 1

#: Bytes that no such document is longer than: of 200,000 entries it has 60 MB.
LARGEST = 512 * 1024 * 1024


def document_of(snapshot: Snapshot) -> bytes:
    """The document that holds all of ``snapshot``, one record a line."""
    files = dict(sorted(snapshot.files.items()))
    settings = {name: text.decode("utf-8", "surrogateescape") for name, text in sorted(snapshot.texts.items())}
    document: dict[str, Any] = {
        "document": MARK,
        "format": FORMAT,
        "planner": __version__,
        "schema": FIRST + len(MIGRATIONS),
        "settings": settings,
        "files": files,
    }
    document["sha256"] = _checksum(document)
    return "".join(_lines(document)).encode()


def of_weeks(snapshot: Snapshot, first: Week | None, last: Week | None) -> Snapshot:
    """What of a home is in these weeks: the log from the first to the last, and all that is in no week."""
    names = [name for name in snapshot.files if _is_in(week_named(name), first, last)]
    return (
        snapshot
        if len(names) == len(snapshot.files)
        else snapshot._replace(files={name: snapshot.files[name] for name in names})
    )


def _is_in(week: Week | None, first: Week | None, last: Week | None) -> bool:
    return week is None or ((first is None or first <= week) and (last is None or week <= last))


def is_document(head: str) -> bool:
    """Whether a file begins as such a document does."""
    return re.match(r'\s*\{\s*"document"\s*:\s*"' + re.escape(MARK) + '"', head) is not None


def read_document(content: bytes, path: str) -> Snapshot:
    """What such a document holds. Raises Refused, naming what is off, and Newer for a newer planner's."""
    called = clean(path)
    document = _decoded(content, called)
    version, schema = document.get("format"), document.get("schema")
    if type(version) is not int or type(schema) is not int:
        raise Refused(say("“{path}” is no export of planner's; “planner export json” writes one.", path=called))
    if version > FORMAT or schema > FIRST + len(MIGRATIONS):
        raise Newer(
            say(
                "“{path}” was written by a newer planner ({version}). Install it to read this.",
                path=called,
                version=shown(str(document.get("planner"))),
            )
        )
    if document.pop("sha256", None) != _checksum(document):
        raise Refused(say("“{path}” has been changed or cut since it was written: its checksum is off.", path=called))
    files, settings = document.get("files"), document.get("settings")
    if (
        type(files) is not dict
        or type(settings) is not dict
        or not all(type(text) is str for text in settings.values())
    ):
        raise Refused(say("“{path}” is no export of planner's; “planner export json” writes one.", path=called))
    texts = {name: text.encode("utf-8", "surrogateescape") for name, text in settings.items()}
    return snapshot_from(files, texts, schema, path)


def _decoded(content: bytes, called: str) -> dict[str, Any]:
    try:
        document = parsed(content)
    except Misshapen as reason:
        raise Refused(say("“{path}” is no whole JSON document: {reason}.", path=called, reason=reason)) from None
    if type(document) is dict and document.get("document") == MARK:
        return document
    raise Refused(say("“{path}” is no export of planner's; “planner export json” writes one.", path=called))


def _checksum(document: Mapping[str, Any]) -> str:
    return sha256(json.dumps(document, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    """The text of a document: a line for each head, table and record."""
    yield "{\n"
    for key in ("document", "format", "planner", "schema", "settings"):
        yield f'"{key}": {_json(document[key])},\n'
    yield '"files": {'
    for n, (name, tables) in enumerate(document["files"].items()):
        yield f"{',' if n else ''}\n{_json(name)}: {{"
        for m, (table, records) in enumerate(tables.items()):
            yield f"{',' if m else ''}\n{_json(table)}: [\n"
            yield ",\n".join(map(_json, records))
            yield "\n]"
        yield "\n}"
    yield f'\n}},\n"sha256": "{document["sha256"]}"\n}}\n'


def _json(value: object) -> str:
    """A value on one line; escaped where it holds what UTF-8 cannot (half a surrogate pair), or no terminal should."""
    text = json.dumps(value, ensure_ascii=False)
    return text if printable(text) == text else json.dumps(value)
