"""JSON as ``json`` reads and writes it, by what Python has of it in C.

To load ``json`` costs a command a thirtieth of its time: it compiles patterns for a Python that has none of this in C,
and to say where a text is off. So it is loaded for these alone.
"""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.value.typed import Any, NoReturn, cast

try:
    from _json import encode_basestring as quoted
    from _json import encode_basestring_ascii as quoted_in_ascii
    from _json import make_encoder, make_scanner
except ImportError:  # another Python than CPython
    from json.encoder import encode_basestring as quoted
    from json.encoder import encode_basestring_ascii as quoted_in_ascii

    IS_IN_C = False
else:
    IS_IN_C = True

__all__ = ["NO_JSON", "Reader", "Writer", "quoted", "quoted_in_ascii", "read", "written"]

#: What a scan raises where no value stands. The one in C takes its error out of ``json`` where somebody has loaded it,
#: and else fails without one, which is a SystemError; from Python 3.13 on it loads it.
NO_JSON = (StopIteration, ValueError, SystemError)


class Reader:
    """Reads JSON; ``parse_float`` makes a number of one with a fraction, ``parse_constant`` something of ``NaN``."""

    strict, object_hook, object_pairs_hook, parse_int = True, None, None, int

    def __init__(self, parse_float: Callable[[str], Any] = float, parse_constant: Callable[[str], Any] = float) -> None:
        self.parse_float = parse_float
        self.parse_constant = parse_constant
        #: The value that begins at a place of a text, and where it ends. Raises one of NO_JSON, and RecursionError.
        self.scan: Callable[[str, int], tuple[Any, int]] = (
            make_scanner(cast("make_scanner", self)) if IS_IN_C else self._in_full().scan_once
        )

    def whole(self, text: str) -> Any:
        """The value that a text is. Raises json.JSONDecodeError, which says where it is none, ValueError and
        RecursionError."""
        try:
            value, end = self.scan(text, 0)
            if not text[end:].strip(" \t\n\r"):
                return value
        except NO_JSON:
            pass
        return self._in_full().decode(text)

    def _in_full(self) -> Any:
        from json import JSONDecoder

        return JSONDecoder(parse_float=self.parse_float, parse_constant=self.parse_constant)


class Writer:
    """Writes JSON on one line, in ASCII or not; what JSON has no word for (infinity) where ``allow_nan`` alone."""

    def __init__(self, *, in_ascii: bool = True, sort_keys: bool = False, allow_nan: bool = True) -> None:
        self._quoted = quoted_in_ascii if in_ascii else quoted
        if IS_IN_C:
            chunks = make_encoder(None, _refuse, self._quoted, None, ": ", ", ", sort_keys, False, allow_nan)
            self.text: Callable[[object], str] = lambda value: "".join(chunks(value, 0))
        else:
            from json import JSONEncoder

            self.text = JSONEncoder(ensure_ascii=in_ascii, sort_keys=sort_keys, allow_nan=allow_nan).encode


def _refuse(value: object) -> NoReturn:
    raise TypeError(f"{type(value).__name__} is no JSON")


_reader, _writer = Reader(), Writer()


def read(content: bytes) -> Any:
    """What the bytes of a small file say. Raises ValueError and RecursionError."""
    return _reader.whole(content.decode())


def written(value: object) -> bytes:
    """A value as the bytes of a small file, in ASCII."""
    return _writer.text(value).encode()
