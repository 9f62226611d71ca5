"""Columns: which headings of a table say when, how long, where and what. They are found by themselves, or said.

    start=Start Date+Start Time,end=End Date+End Time,minutes=Length,project=Project,note=Description,dates=dmy

Two headings of which one has the day and the other the time are joined with a plus.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planner.domain.errors import Misread
from planner.domain.texts import clean, folded, shown
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.intake.dates import DMY, MDY
from planner.interop.intake.mapping import parts_of

#: What a column may say; ``dates`` says the order of day and month.
FIELDS = ("start", "end", "minutes", "hours", "seconds", "duration", "project", "note", "tags", "id", "dates")

#: The fields that tell how long a row lasted, with the seconds of one of their unit.
UNITS = {"minutes": 60.0, "hours": 3600.0, "seconds": 1.0, "milliseconds": 0.001}

#: Headings by what they say, the surest first: those of Clockify, RescueTime, Kimai, Super Productivity and Google's
#: calendar, and what tables call these things in English, French and German.
_HEADINGS = {
    "day": "start date|startdate|date|day|started on|date de debut|jour|startdatum|datum|tag",
    "start": (
        "start|start time|starttime|started|started working|started at|begin|begin time|begin_at|from|"
        "debut|heure de debut|de|beginn|startzeit|von|timestamp"
    ),
    "end day": "end date|enddate|date de fin|enddatum",
    "end": (
        "end|end time|endtime|ended|ended working|ended at|stop|stop time|finish|end_at|to|until|"
        "fin|heure de fin|a|ende|endzeit|bis"
    ),
    "minutes": "minutes|mins|min|duration (min)|duration (minutes)|minuten|duree (min)|duree (minutes)",
    "hours": "duration (decimal)|hours|hours (decimal)|decimal hours|time (decimal)|heures|stunden|duree (decimale)",
    "seconds": "time spent (seconds)|duration (seconds)|seconds|secondes|sekunden",
    "milliseconds": "time as milliseconds|time spent (ms)",
    "duration": (
        "duration (h)|duration|time as clock|time as string|worked|time worked|time spent|working time|"
        "duree (h)|duree|temps passe|dauer|arbeitszeit"
    ),
    "project": (
        "project|projects|project name|project names|group|projet|projets|groupe|projekt|projekte|gruppe|"
        "subject|objet|betreff|activity|activite|calendar|task|client|customer|category"
    ),
    "note": (
        "description|note|notes|titles|titles and subtask titles|title|comment|commentaire|beschreibung|notiz|task|"
        "activity|activite|category"
    ),
    "tags": "tags|tag|labels|etiquettes|mots-cles|kind|genre|schlagworte",
}


class Columns(NamedTuple):
    """The headings that say each thing (as they are kept: folded), and the order of dates, where it was said."""

    places: Mapping[str, tuple[int, ...]]  # field: where its cells stand
    dates: str = ""
    stacked: bool = False  # rows of one moment follow one another: they are sums

    @property
    def whole(self) -> bool:
        """Whether it is known when a row began and how long it lasted."""
        return "start" in self.places and any(name in self.places for name in ("end", "duration", *UNITS))


def heading_key(columns: Sequence[str]) -> str:
    """What a heading is remembered by."""
    return ",".join(clean(name) for name in columns)


def said_columns(text: str, columns: Sequence[str]) -> Columns:
    """Read what was said of the columns of a table. Raises Misread for a field or a heading that is none."""
    there = {folded(clean(name)): at for at, name in reversed(list(enumerate(columns)))}
    places: dict[str, tuple[int, ...]] = {}
    dates = ""
    for part in parts_of(text):
        field, equals, heading = part.partition("=")
        field, heading = folded(field.strip()), heading.strip().strip('"')
        if field not in FIELDS or not (equals and heading):
            known = ", ".join(FIELDS)
            raise Misread(
                say("“{text}” says of no column what it is; the fields are {known}.", text=shown(part), known=known)
            )
        if field == "dates":
            if heading not in (DMY, MDY):
                raise Misread(say("“{text}” is no order of dates; write dates=dmy or dates=mdy.", text=shown(heading)))
            dates = heading
            continue
        headings = [heading] if folded(clean(heading)) in there else heading.split("+")
        places[field] = tuple(_place(each, there, columns) for each in headings)
    return Columns(places, dates)


def with_more(before: str, said: str) -> str:
    """What is remembered of a heading once more is said of it: the same field anew, or all of them but the dates."""
    old, new = _by_field(before), _by_field(said)
    if "start" in new and {"end", "duration", *UNITS} & set(new):
        old = {field: part for field, part in old.items() if field == "dates"}
    return ",".join({**old, **new}.values())


def _by_field(text: str) -> dict[str, str]:
    return {folded(part.partition("=")[0].strip()): part for part in parts_of(text)}


def beside(said: Columns, found: Columns) -> Columns:
    """What was said of columns, with what their headings say by themselves where nothing was said that would do."""
    used = {at for places in said.places.values() for at in places}
    free = {field: places for field, places in found.places.items() if not used & set(places)}
    if said.whole:
        wants = () if {"project", "tags"} & set(said.places) else ("project", "tags")
        places = {**{field: free[field] for field in wants if field in free}, **said.places}
        return Columns(places, said.dates)
    return found._replace(places={**free, **said.places}, dates=said.dates)


def found_columns(columns: Sequence[str]) -> Columns:
    """What a table's headings say by themselves."""
    there: dict[str, int] = {}
    for at, name in enumerate(columns):
        # Of "Time as clock (e.g. 5:23)" what is before the example counts, too.
        plain = folded(clean(name)).replace("_", " ")
        there.setdefault(plain, at)
        there.setdefault(plain.partition(" (e.g.")[0], at)
    found = {
        field: next((there[name] for name in names.split("|") if name in there), None)
        for field, names in _HEADINGS.items()
    }
    if found["project"] is not None and found["note"] == found["project"]:
        others = (there[name] for name in _HEADINGS["note"].split("|") if name in there)
        found["note"] = next((at for at in others if at != found["project"]), None)
    if found["tags"] == found["day"]:  # a German day
        found["tags"] = None
    if "time" in there:  # beside a day and a length it is when it began, else how long it lasted
        has_length = any(found[name] is not None for name in ("end", "duration", *UNITS))
        field = "start" if has_length and found["start"] is None else "duration"
        if found[field] is None and not (has_length and field == "duration"):
            found[field] = there["time"]
    places: dict[str, tuple[int, ...]] = {}
    for field, day in (("start", "day"), ("end", "end day")):
        if field == "start" or found[field] is not None:
            places[field] = tuple(dict.fromkeys(at for at in (found[day], found[field]) if at is not None))
    for field in ("duration", *UNITS, "project", "note", "tags"):
        if (single := found[field]) is not None:
            places[field] = (single,)
    places = {field: at for field, at in places.items() if at}
    return Columns(places, stacked="time spent (seconds)" in there)


def known_heading(line: Sequence[str]) -> bool:
    """Whether the headings of a table say by themselves what they are, where it began among them."""
    columns = found_columns(line)
    return columns.whole and "project" in columns.places


def to_say(columns: Sequence[str]) -> Iterator[str]:
    """What is to be said where the headings do not say it: the call, and the headings there are."""
    yield say(
        'Say which column says what: --columns "start=…,minutes=…,project=…,note=…" (or end=…, hours=…, duration=…).'
    )
    yield say("Its columns are {names}.", names=_named(columns))


def _place(heading: str, there: Mapping[str, int], columns: Sequence[str]) -> int:
    at = there.get(folded(clean(heading)))
    if at is None:
        there_are = _named(columns)
        raise Misread(say("There is no column “{column}”; there are {names}.", column=shown(heading), names=there_are))
    return at


def _named(columns: Sequence[str]) -> str:
    return ", ".join(say("“{text}”", text=shown(name)) for name in columns[:40])
