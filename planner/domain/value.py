"""Values: ``NamedTuple`` as ``typing`` has it, at a third of what it costs there.

``typing`` compiles the annotation of every field to look at it. A command makes some eighty such classes before it does
anything, which was a tenth of the time it took. Nothing here looks at annotations; type checkers see ``typing``'s own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - said to be given on
else:
    from collections import namedtuple

    class _Made(type):
        """Makes a tuple of a class body: what is annotated are its fields, what they are set to their defaults."""

        def __new__(cls, name, _bases, body):
            annotations = body.get("__annotations__", {})
            defaults = [body.pop(field) for field in annotations if field in body]
            made = namedtuple(name, annotations, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in ("__module__", "__classcell__"):
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Made, "NamedTuple", (), {"__doc__": "A tuple whose fields have names."})
