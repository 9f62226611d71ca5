"""Salvage: what can still be read of a damaged file. One document a line means that one bad line costs one document."""

from __future__ import annotations

import json
import re

from planner.domain.value import NamedTuple
from planner.domain.words import say

from .documents import NAMES, records_of
from .forms import Misshapen
from .tables import Document, Tables

#: The id in the line of a document that cannot be read.
_ID = re.compile(r'"id": *"([^"\\]{1,60})"')
_NUMBER = re.compile(r'"([0-9]{1,9})": ')


class Salvaged(NamedTuple):
    """The whole documents, by table, and what the others were called, as far as that can be read."""

    tables: Tables
    lost: tuple[str, ...]


def salvaged(content: bytes) -> Salvaged:
    """What is left of a file."""
    tables: Tables = {}
    lost: list[str] = []
    table = ""
    for raw in content.split(b"\n"):
        line = raw.decode("utf-8", "replace").rstrip(",\r")
        try:
            if line.endswith(": {"):
                table = str(json.loads(line.removesuffix(": {")))
                continue
            whole = _keep_good(tables, table, json.loads(f"{{{raw.decode().rstrip(',').rstrip()}}}"))
        except (ValueError, RecursionError, AttributeError):
            whole = False
        if not whole and (identified := _ID.search(line)):
            lost.append(identified[1])
        elif not whole and (numbered := _NUMBER.match(line)):
            lost.append(say("number {number}", number=numbered[1]))
    return Salvaged(tables, tuple(lost))


def _keep_good(tables: Tables, table: str, documents: dict[str, Document]) -> bool:
    """Keep what can be read of the documents in a line; whether that was all of them."""
    whole = True
    for number, document in documents.items():
        try:
            if table in NAMES and number.isdecimal():
                list(records_of({table: {number: document}}, table))
                rows = tables.setdefault(table, {})
                rows[number if number not in rows else str(max(map(int, rows)) + 1)] = document
        except Misshapen:
            whole = False
    return whole
