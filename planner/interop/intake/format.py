"""A format: what tells it, and what reads it. Adding one is adding one file to ``planner.interop.formats``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from planner.desk import Desk
from planner.desk.imports import Tell
from planner.domain.value import NamedTuple
from planner.interop.intake.part import Parts
from planner.interop.intake.proposal import Proposal


class Wishes(NamedTuple):
    """What was said beside the path, for the formats that take it."""

    map: str = ""  # NAME=KIND,…, before what her own map says
    days: int | None = None
    group: str = ""
    people: bool = False
    me: tuple[str, ...] = ()
    columns: str = ""
    doubles: str = ""  # what becomes of a stretch that another tracker has, too: "same", "both" or not said


class Taking(NamedTuple):
    """Everything a reader is given: what there is to read, what was wished, and whom to tell how far it is."""

    desk: Desk
    parts: Parts
    wishes: Wishes
    tell: Tell
    now: datetime


class Format(NamedTuple):
    """One format. ``is_it`` knows a part by the beginning of its text; ``title`` says what it is, for a person.

    ``propose`` reads all parts and says what would be kept; raises Refused for what cannot be read at all, Misread for
    wishes that cannot be. ``options`` are the wishes that go with it. ``suffix`` are the files meant of a folder where
    the format was said: what else lies there is other programs' business.
    """

    name: str
    title: Callable[[], str]
    is_it: Callable[[str], bool]
    propose: Callable[[Taking], Proposal]
    options: tuple[str, ...] = ()
    suffix: str = ""
