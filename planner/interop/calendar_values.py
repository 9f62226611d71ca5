"""What an event says, each property as the plain value that is asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from hashlib import blake2b
from typing import Any

from icalendar import Event
from icalendar.prop import vBroken

from planner.domain.grammar.addresses import email_in
from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.texts import clean
from planner.domain.value import NamedTuple

#: The start of a changed instance, kept beside that of those which follow it: by it they are told apart.
SET = "X-PLANNER-SET"

#: Which of the events of its UID one is, kept with each instance that it makes.
PLACE = "X-PLANNER-PLACE"


#: How Outlook begins the title of a meeting that is off, in the languages of its users.
_CALLED_OFF = re.compile(
    r"(?:cancell?ed(?: event)?|annul[ée]e?|abgesagt|cancelad[oa]|annullat[oa]|geannuleerd)\s?:", re.IGNORECASE
)


class Guest(NamedTuple):
    """Somebody who is invited, or invites; either may be unknown."""

    name: str
    email: str


def value_of(event: Event, name: str) -> Any:
    """The date, time or length that a property says; None where it says none."""
    return getattr(event.get(name), "dt", None) if name in event else None


def drop_broken(event: Event, name: str) -> None:
    """Take the values of a property out that cannot be read."""
    good = [value for value in several(event, name) if not isinstance(value, vBroken)]
    event.pop(name, None)
    if good:
        event[name] = good if len(good) > 1 else good[0]


def text_of(event: Event, name: str) -> str:
    value = event.get(name, "")
    return clean(str(value[0] if isinstance(value, list) else value)).replace("\\:", ":")  # which some escape


def several(event: Event, name: str) -> list[Any]:
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def parameter(value: Any, name: str) -> str:
    return clean(str(getattr(value, "params", {}).get(name, ""))).upper()


def address_of(value: Any) -> str:
    """The e-mail address of an attendee, or nothing."""
    return email_in(str(value)).casefold()


def guests_of(event: Event) -> Iterator[Guest]:
    """Who invites and who is invited; no rooms, and nobody who will not come."""
    for guest in (*several(event, "ORGANIZER"), *several(event, "ATTENDEE")):
        if parameter(guest, "CUTYPE") in ("ROOM", "RESOURCE", "GROUP") or parameter(guest, "PARTSTAT") == "DECLINED":
            continue
        said = getattr(guest, "params", {}).get("CN", "")
        # A comma that stands in no quotes parts values, and yet most often a name from a title or a first name.
        name = _unquoted(clean(",".join(map(str, said)) if isinstance(said, list) else str(said)))[:LONGEST_NAME]
        email = address_of(guest)
        if name or email:
            yield Guest("" if "@" in name and " " not in name else name, email)


def _unquoted(name: str) -> str:
    """A name without the quotes around the whole of it; those within it are a part of it."""
    while len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1].strip()
    return name.strip("\"'") if sum(map(name.count, "\"'")) == 1 else name


def is_cancelled(event: Event) -> bool:
    """Whether it is off: by its status, or as Outlook says it, by the beginning of its title alone."""
    return text_of(event, "STATUS").upper() == "CANCELLED" or bool(_CALLED_OFF.match(text_of(event, "SUMMARY")))


def categories_of(event: Event) -> tuple[str, ...]:
    return tuple(
        clean(str(category)) for several in several(event, "CATEGORIES") for category in getattr(several, "cats", ())
    )


def end_of(event: Event) -> Any:
    end, lasts, start = value_of(event, "DTEND"), value_of(event, "DURATION"), value_of(event, "DTSTART")
    if end is None and isinstance(lasts, timedelta) and isinstance(start, datetime):
        return start + lasts
    return end


def version_of(event: Event) -> tuple[int, str]:
    """Greater for what was written later: by its sequence, then by when it was last changed."""
    sequence = event.get("SEQUENCE", 0)
    changed = value_of(event, "LAST-MODIFIED") or value_of(event, "DTSTAMP")
    written = aware(changed, UTC).astimezone(UTC).isoformat() if isinstance(changed, datetime) else ""
    return (sequence if isinstance(sequence, int) else 0), written


def is_of_series(event: Event) -> bool:
    return any(name in event for name in ("RRULE", "RDATE", "RECURRENCE-ID"))


def changes_what_follows(event: Event) -> bool:
    return parameter(event.get("RECURRENCE-ID"), "RANGE") == "THISANDFUTURE"


def instance_of(event: Event, zone: tzinfo | None) -> str:
    """The time first set for an instance, in UTC unless it is a floating one that no ``zone`` is said for.

    Those that follow a changed one carry its RECURRENCE-ID: theirs are as much later as their starts are.
    """
    first, start, set_ = value_of(event, "RECURRENCE-ID"), value_of(event, "DTSTART"), value_of(event, SET)
    if changes_what_follows(event) and isinstance(start, datetime) and isinstance(set_, datetime):
        both_known = (start.tzinfo is None) == (set_.tzinfo is None)
        first = first + (start - set_) if both_known else first
    if isinstance(first, datetime) and (first.tzinfo or zone):
        first = aware(first, zone).astimezone(UTC)
    return first.isoformat() if isinstance(first, date) else ""


def aware(moment: datetime, zone: tzinfo | None) -> datetime:
    """A moment that is aware; a floating one is in ``zone``."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


def made_uid(event: Event) -> str:
    """What stands for a missing UID: the same for the same event, wherever it is read."""
    content = str(value_of(event, "DTSTART")), text_of(event, "SUMMARY"), text_of(event, "RRULE")
    return f"without-uid-{blake2b(repr(content).encode(), digest_size=8).hexdigest()}"
