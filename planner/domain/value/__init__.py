"""Values: ``NamedTuple`` as ``typing`` has it, at a fraction of what it costs there.

``typing`` compiles the annotation of every field to look at it, and ``collections`` a function for every class. A
command makes some eighty such classes before it does anything, which was a tenth of the time it took. Here a function
is at hand for each number of fields, and given their names. Nothing looks at annotations; type checkers see
``typing``'s own.
"""

from __future__ import annotations

from .typed import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter  # in C where Python has it so, else a property
    from types import FunctionType

    from .makers import MAKERS

    #: What gets the value of each field, by its place: the same of every class.
    _GETTERS = tuple(_tuplegetter(at, f"Field {at}") for at in range(len(MAKERS)))
    _SEEN_BY_MAKERS = {"_new": tuple.__new__, "__builtins__": {}}

    def _new_for(name, fields, defaults):
        code = MAKERS[len(fields)].replace(
            co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__"
        )
        return FunctionType(code, _SEEN_BY_MAKERS, "__new__", defaults)

    class _Value(tuple):
        """What all of them can do, as ``collections`` says it."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} values, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            said = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({said})"

        def __getnewargs__(self):
            return tuple(self)

    class _Made(type):
        """Makes a tuple of a class body: what is annotated are its fields, what they are set to their defaults."""

        def __new__(cls, name, _bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            body.pop("__classcell__", None)
            body.update(zip(fields, _GETTERS))  # noqa: B905 - there are more of these
            body["__slots__"] = ()
            body["_fields"] = body["__match_args__"] = fields
            body["_field_defaults"] = defaults
            body["__new__"] = _new_for(name, fields, tuple(defaults.values()))
            return type(name, (_Value,), body)

    NamedTuple = type.__new__(_Made, "NamedTuple", (), {"__doc__": "A tuple whose fields have names."})

Made = TypeVar("Made")


class Later(Generic[Made]):
    """A part of a value that is made once it is asked for, since few ask; it equals another that comes to the same."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make: Callable[[], Made] | None = make

    def __call__(self) -> Made:
        if self._make:
            self._made = self._make()
            self._make = None  # with all that it is made of
        return self._made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and self() == other()

    __hash__ = None  # type: ignore[assignment]  # what it comes to need have none
