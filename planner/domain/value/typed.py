"""What of ``typing`` stands in code that runs, and does nothing there.

Loading ``typing`` costs a command a fifth of what starting Python does. Annotations are never looked at, so at run time
a name that may be written is all that is wanted of it; type checkers see ``typing``'s own.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, Generic, Literal, NoReturn, Protocol, Self, TextIO, TypeAlias, TypeVar, cast
else:
    Any = NoReturn = Self = TextIO = TypeAlias = object

    class Generic:
        """A class over types, which are passed over."""

        def __class_getitem__(cls, _types):
            return cls

    class Literal:
        """One of some words."""

        def __class_getitem__(cls, _words):
            return str

    class Protocol(Generic):
        """What something has to offer."""

    def TypeVar(name, *_types, **_bound):  # noqa: N802 - as it is called
        """A type that is another each time."""
        return name

    def cast(_type, value):
        """A value that is known to be of a type."""
        return value


__all__ = [
    "TYPE_CHECKING",
    "Any",
    "Generic",
    "Literal",
    "NoReturn",
    "Protocol",
    "Self",
    "TextIO",
    "TypeAlias",
    "TypeVar",
    "cast",
]
