"""The line of an appointment: the quick-log line turned to what is still to come.

``WHEN [MINUTES] [@person]... [GROUP] [title words]``, in any order: "thu 12:30 45m @marie lyon-ux coffee". A time is
needed, and may say the end too ("14:00-15:30"); a weekday is the coming one, today as long as its time is to come. A
title that begins with a form of meeting (coffee, call, video) says the form.
"""

from __future__ import annotations

from datetime import datetime

from ..book import Book
from ..errors import Misread
from ..texts import shown
from ..words import say
from .line_reader import LineReader
from .line_words import Manner
from .reading import Reading, Unfinished

_COMING = Manner(is_coming=True)


def read_appointment(text: str, book: Book, now: datetime) -> Reading:
    """What a line says, as far as it goes; never raises. The note of the reading is the title."""
    return LineReader(text, book, now, _COMING).read()


def read_coming_moment(text: str, now: datetime) -> datetime:
    """The moment to come that ``text`` means and nothing else: a time of today, or a day and a time. Raises Misread."""
    reading = read_appointment(text, Book({}, {}, {}), now)
    said_more = reading.note or reading.new_people or not reading.usual
    if reading.problem and not isinstance(reading.problem, Unfinished):
        raise reading.problem
    if reading.start is None or said_more:
        raise Misread(say("“{text}” is no moment to come: write fri 14:00 or 2026-12-04 14:00.", text=shown(text)))
    return reading.start
