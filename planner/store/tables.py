"""Tables: TinyDB's view of a file, and its text, which a person can read: one document a line."""

from __future__ import annotations

import json
from math import isfinite

from planner.domain.value.typed import Any, NoReturn
from planner.domain.words import say

from .forms import Misshapen

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]  # table name -> document number -> document


def _refuse(constant: str) -> NoReturn:
    raise Misshapen(say("{constant} is no number", constant=constant))


def _finite(text: str) -> float:
    """A number of JSON that Python can write again; of 1e999 it makes infinity, which JSON has no word for."""
    number = float(text)
    return number if isfinite(number) else _refuse(text)


_decoder = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)
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
    tables = parsed(content)
    if type(tables) is not dict:
        raise Misshapen(say("it should be an object of tables"))
    for name, documents in tables.items():
        if type(documents) is not dict or not all(map(_is_numbered, documents.items())):
            raise Misshapen(say("table “{name}” should be an object of numbered documents", name=name))
    return tables


def parsed(content: bytes) -> Any:
    """What JSON stands for, of which all can be written again. Raises Misshapen, saying what is wrong and where."""
    try:
        return _decoder.decode(content.decode())
    except UnicodeDecodeError as error:
        reason = say("byte {n} is no UTF-8 text", n=error.start + 1)
    except json.JSONDecodeError as error:
        reason = say("line {n} is no JSON", n=error.lineno)
    except Misshapen:
        raise
    except ValueError:  # Python takes no whole number of over 4300 digits
        reason = say("a number in it is too long")
    except RecursionError:
        reason = say("it is nested too deep")
    raise Misshapen(reason)


def _is_numbered(item: tuple[str, Any]) -> bool:
    number, document = item
    return number.isascii() and number.isdigit() and type(document) is dict
