"""Tables: TinyDB's view of a file, and its text, which a person can read: one document a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    """The text of a file."""
    return rows_joined(rows_of(tables))


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


def rows_of(tables: Tables) -> dict[bytes, bytes]:
    """The rows of each table as they stand in a file, under its name in its quotes.

    Documents that hold what UTF-8 cannot (half a surrogate pair) are escaped.
    """
    try:
        return _rows(tables, _plain, quoted)
    except UnicodeEncodeError:
        return _rows(tables, _escaped, quoted_in_ascii)


def _rows(tables: Tables, writer: Writer, text_of: Callable[[str], str]) -> dict[bytes, bytes]:
    return {
        text_of(name).encode(): ",\n".join(
            [
                f'"{number}": {row.text if isinstance(row, Row) else _row(row.items(), writer, text_of)}'
                for number, row in documents.items()
            ]
        ).encode()
        for name, documents in tables.items()
    }


def rows_joined(tables: Mapping[bytes, bytes]) -> bytes:
    """The text of a file of these rows of each table."""
    written = [name + (b": {\n" + rows + b"\n}" if rows else b": {}") for name, rows in tables.items()]
    return b"{\n" + b",\n".join(written) + b"\n}\n"


def rows_in(content: bytes) -> dict[bytes, bytes]:
    """The rows of each table in a file, none of which is read. Raises Misshapen where it is laid out otherwise."""
    tables: dict[bytes, bytes] = {}
    at = 2
    try:
        while at < len(content) - 3:
            opens = content.index(b": {", at)
            rows = opens + 4
            end = rows - 1 if content.startswith(b"}", rows - 1) else content.index(b"\n}", rows)
            tables[content[at:opens]] = content[rows:end]
            at = content.index(b"\n", end + 1) + 1
    except ValueError:
        tables = {}
    if rows_joined(tables) != content:
        raise Misshapen
    return tables


def row_of(number: int, document: Document) -> bytes:
    """A document as the row of its table under a number."""
    return rows_of({"": {str(number): document}})[b'""']


def read_row(row: bytes) -> Document:
    """The document of a row. Raises Misshapen."""
    try:
        return dict(_row_on(row.decode())[1])
    except (*NO_JSON, IndexError, RecursionError):
        raise Misshapen(say("a document does not stand on a line of its own")) from None


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
    try:
        return {
            parsed(name): dict(map(_row_on, rows.decode().split(",\n"))) if rows else {}
            for name, rows in rows_in(content).items()
        }
    except (*NO_JSON, IndexError, RecursionError):
        return None


def _row_on(line: str) -> tuple[str, Row]:
    """The number and the document that stand on a line. Raises one of NO_JSON, IndexError and RecursionError.

    Never StopIteration: whoever goes through lines would take it for the last of them, and lose those that follow.
    """
    number, _, text = line.partition(": ")
    try:
        document, end = _reader.scan(text, 0)
    except StopIteration:
        raise Misshapen from None
    stands = number[0] == number[-1] == '"' and end == len(text) and "\n" not in text
    if not stands or not _is_numbered((number[1:-1], document)):
        raise Misshapen
    row = Row(document)
    row.text, row.record = text, None
    return number[1:-1], row


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
