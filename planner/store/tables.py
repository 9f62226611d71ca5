"""Tables: TinyDB's view of a file, and its text, which a person can read: one document a line."""

from __future__ import annotations

import json
from typing import Any

from planner.domain.words import say

from .forms import Misshapen

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]  # table name -> document number -> document


def _refuse(constant: str) -> None:
    raise ValueError(say("{constant} is no number", constant=constant))


_decoder = json.JSONDecoder(parse_constant=_refuse)
_plain = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_escaped = json.JSONEncoder(allow_nan=False)


def encoded(tables: Tables) -> bytes:
    """The text of a file. Documents that hold what UTF-8 cannot (half a surrogate pair) are escaped."""
    try:
        return _text(tables, _plain).encode()
    except UnicodeEncodeError:
        return _text(tables, _escaped).encode()


def _text(tables: Tables, encoder: json.JSONEncoder) -> str:
    written = []
    for name, documents in tables.items():
        lines = ",\n".join([f'"{number}": {encoder.encode(document)}' for number, document in documents.items()])
        written.append(f"{encoder.encode(name)}: {{\n{lines}\n}}" if lines else f"{encoder.encode(name)}: {{}}")
    return "{\n" + ",\n".join(written) + "\n}\n"


def decoded(content: bytes) -> Tables:
    """The tables in a file's text. Raises Misshapen for anything that TinyDB would not take as its own."""
    if not content.strip():
        raise Misshapen(say("it is empty"))
    try:
        tables = _decoder.decode(content.decode())
    except UnicodeDecodeError as error:
        raise Misshapen(say("byte {n} is no UTF-8 text", n=error.start + 1)) from None
    except json.JSONDecodeError as error:
        raise Misshapen(say("line {n} is no JSON", n=error.lineno)) from None
    except ValueError as error:
        raise Misshapen(str(error)) from None
    except RecursionError:
        raise Misshapen(say("it is nested too deep")) from None
    if type(tables) is not dict:
        raise Misshapen(say("it should be an object of tables"))
    for name, documents in tables.items():
        if type(documents) is not dict or not all(map(_is_numbered, documents.items())):
            raise Misshapen(say("table “{name}” should be an object of numbered documents", name=name))
    return tables


def _is_numbered(item: tuple[str, Any]) -> bool:
    number, document = item
    return number.isascii() and number.isdigit() and type(document) is dict
