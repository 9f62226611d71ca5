"""Enumerations of texts and of numbers, as ``enum`` has them, at a fraction of what they cost there.

``enum`` looks at every name of a class body and makes each member by several steps, so that half a dozen of them were a
fiftieth of what a log takes. Here a member is a text or a number that knows its name. Type checkers see ``enum``'s own.
"""

from __future__ import annotations

from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import IntEnum, StrEnum
else:
    from collections.abc import Sequence

    class _Enumeration(type):
        """Makes members of what a class body says in plain values; one of several is what a member is made of."""

        def __new__(cls, name, bases, body):
            values = {key: value for key, value in body.items() if key[0] != "_" and type(value) in (str, int, tuple)}
            made = type.__new__(cls, name, bases, {key: value for key, value in body.items() if key not in values})
            made._named, made._valued = {}, {}
            for key, value in values.items():
                given = value if type(value) is tuple else (value,)
                member = made.__new__(made, *given)
                member.name, member.value = key, given[0]
                made._named[key] = made._valued[given[0]] = member
                setattr(made, key, member)
            return made

        def __call__(cls, value):
            try:
                return cls._valued[value]
            except (KeyError, TypeError):
                raise ValueError(f"{value!r} is not a valid {cls.__name__}") from None

        def __getitem__(cls, name):
            return cls._named[name]

        def __contains__(cls, value):
            return value in cls._valued

        def __iter__(cls):
            return iter(cls._named.values())

        def __reversed__(cls):
            return reversed(cls._named.values())

        def __len__(cls):
            return len(cls._named)

    Sequence.register(_Enumeration)  # of its members, in the order in which they are said

    def _repr(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def _reduce(self):
        return type(self), (self.value,)

    class StrEnum(str, metaclass=_Enumeration):
        """Texts of which a value is one."""

        __repr__, __reduce__ = _repr, _reduce

    class IntEnum(int, metaclass=_Enumeration):
        """Numbers of which a value is one."""

        __str__, __repr__, __reduce__ = int.__repr__, _repr, _reduce


__all__ = ["IntEnum", "StrEnum"]
