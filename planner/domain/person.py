"""A person: someone she has met or means to."""

from __future__ import annotations

from typing import NamedTuple


class Person(NamedTuple):
    """Someone she has met or means to. Known here by name; the rest comes with ties."""

    id: str
    name: str
