"""Tables: TinyDB's view of a file, and its text, which a person can read: one document a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import isfinite

from planner.domain.value.typed import Any, NoReturn
from planner.domain.words import say

from .forms import Misshapen
from .json_text import NO_JSON, Reader, Writer, quoted, quoted_in_ascii

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]  # table name -> document number -> document


class Row(Document):
    """A document with the text that it stands as in its file: what a change leaves alone is written as it stood, and
    read once.

    To put two hundred steps into words again was a twentieth of what a log costs. It is never changed in place, so that
    the ``record`` that was read of it holds; None before.
    """

    __slots__ = ("record", "text")
    text: str
    record: Any


def _refuse(constant: str) -> NoReturn:
    raise Misshapen(say("{constant} is no number", constant=constant))


def _finite(text: str) -> float:
    """A number of JSON that Python can write again; of 1e999 it makes infinity, which JSON has no word for."""
    number = float(text)
    return number if isfinite(number) else _refuse(text)


_reader = Reader(parse_constant=_refuse, parse_float=_finite)
_plain = Writer(in_ascii=False, allow_nan=False)
_escaped = Writer(allow_nan=False)
_sorted = Writer(sort_keys=True)


def encoded(tables: Tables) -> bytes:
    """The text of a file. Documents that hold what UTF-8 cannot (half a surrogate pair) are escaped."""
    try:
        return _text(tables, _plain, quoted).encode()
    except UnicodeEncodeError:
        return _text(tables, _escaped, quoted_in_ascii).encode()


def has_sides(content: bytes) -> bool:
    """Whether git has left both sides of a merge in a file, as far as a look tells: no line of ours begins so."""
    return content.startswith(_OURS) or b"\n" + _OURS in content


_OURS = b"<<<<<<< "


def in_order(document: Document) -> str:
    """A document's text with its fields by name, in ASCII: the same of all that say the same."""
    return _row(sorted(document.items()), _sorted, quoted_in_ascii)


def _row(fields: Iterable[tuple[str, Any]], writer: Writer, text_of: Callable[[str], str]) -> str:
    """The text of a document as the encoder has it; most fields are texts, which need none: an import writes a million.

    To have the encoder made anew for each document was half of what a large import takes.
    """
    parts = []
    for name, value in fields:
        if type(value) is str:
            text = text_of(value)
        elif type(value) is int:
            text = str(value)
        elif type(value) is list and all(type(each) is str for each in value):
            text = f"[{', '.join(map(text_of, value))}]"
        else:
            text = writer.text(value)
        parts.append(f"{text_of(name)}: {text}")
    return f"{{{', '.join(parts)}}}"


def _text(tables: Tables, writer: Writer, text_of: Callable[[str], str]) -> str:
    written = []
    for name, documents in tables.items():
        lines = ",\n".join(
            [
                f'"{number}": {document.text if isinstance(document, Row) else _row(document.items(), writer, text_of)}'
                for number, document in documents.items()
            ]
        )
        written.append(f"{text_of(name)}: {{\n{lines}\n}}" if lines else f"{text_of(name)}: {{}}")
    return "{\n" + ",\n".join(written) + "\n}\n"


def decoded(content: bytes, *, to_change: bool = False) -> Tables:
    """The tables in a file's text. Raises Misshapen for anything that TinyDB would not take as its own.

    Those that are ``to_change`` know the text of each document, where the file is laid out as it is here.
    """
    if not content.strip():
        raise Misshapen(say("it is empty"))
    if to_change and (by_line := _by_lines(content)):
        return by_line
    tables = parsed(content)
    if type(tables) is not dict:
        raise Misshapen(say("it should be an object of tables"))
    for name, documents in tables.items():
        if type(documents) is not dict or not all(map(_is_numbered, documents.items())):
            raise Misshapen(say("table “{name}” should be an object of numbered documents", name=name))
    return tables


def _by_lines(content: bytes) -> Tables | None:
    """The tables of a file that is laid out as it is here, a row on a line; None for any other, right or wrong."""
    tables: Tables = {}
    rows: dict[str, Document] | None = None
    goes_on = True  # whether another table, or another row of this one, is to come
    try:
        first, *lines, last, end = content.decode().split("\n")
        if (first, last, end) != ("{", "}", ""):
            return None
        scan = _reader.scan
        for line in lines:
            if rows is not None and line[0] == '"':
                number, _, text = line[1:].partition('": ')
                document, at = scan(text, 0)
                following = text[at:]
                if not (goes_on and following in ("", ",") and _is_numbered((number, document))):
                    return None
                row = rows[number] = Row(document)
                row.text, row.record = text[:at], None
                goes_on = following == ","
            elif rows is not None:
                if goes_on or line not in ("}", "},"):
                    return None
                rows, goes_on = None, line == "},"
            else:
                name, at = scan(line, 0)
                following = line[at:]
                if not goes_on or type(name) is not str or following not in (": {", ": {}", ": {},"):
                    return None
                tables[name] = {}
                if following == ": {":
                    rows = tables[name]
                else:
                    goes_on = following[-1] == ","
    except (*NO_JSON, IndexError, RecursionError):
        return None
    return None if rows is not None or goes_on else tables


def parsed(content: bytes) -> Any:
    """What JSON stands for, of which all can be written again. Raises Misshapen, saying what is wrong and where."""
    try:
        return _reader.whole(content.decode())
    except UnicodeDecodeError as error:
        reason = say("byte {n} is no UTF-8 text", n=error.start + 1)
    except Misshapen:
        raise
    except ValueError as error:
        from json import JSONDecodeError

        if isinstance(error, JSONDecodeError):
            reason = say("line {n} is no JSON", n=error.lineno)
        else:  # Python takes no whole number of over 4300 digits
            reason = say("a number in it is too long")
    except RecursionError:
        reason = say("it is nested too deep")
    raise Misshapen(reason)


def _is_numbered(item: tuple[str, Any]) -> bool:
    number, document = item
    return number.isascii() and number.isdigit() and type(document) is dict
