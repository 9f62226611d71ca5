"""Salvage: what can still be read of a damaged file. One document a line means that one bad line costs one document."""

from __future__ import annotations

import json

from .documents import TABLES, records_of
from .forms import Misshapen
from .tables import Document, Tables


def salvaged(content: bytes) -> Tables:
    """The whole documents in what is left of a file, by table."""
    tables: Tables = {}
    table = ""
    for raw in content.split(b"\n"):
        try:
            line = raw.decode().rstrip(",\r")
            if line.endswith(": {"):
                table = str(json.loads(line.removesuffix(": {")))
            else:
                _keep_good(tables, table, json.loads(f"{{{line}}}"))
        except (ValueError, RecursionError):
            continue
    return tables


def _keep_good(tables: Tables, table: str, documents: dict[str, Document]) -> None:
    for number, document in documents.items():
        try:
            if table in TABLES and number.isdecimal():
                list(records_of({table: {number: document}}, table))
                tables.setdefault(table, {})[number] = document
        except Misshapen:
            continue
