"""What readers of whole files share: contacts, calendars, lists of feeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.desk import Desk
from planner.domain.imported import Import
from planner.domain.words import listing, plural, say
from planner.interop.account import Account
from planner.interop.intake.format import Taking
from planner.interop.intake.part import Parts
from planner.interop.sources import Source as Text
from planner.interop.sources import opened as opened_texts

#: Names that a sentence lists, and files that an import is remembered by.
MOST_NAMES, MOST_FILES = 12, 20


def opened(parts: Parts) -> Iterator[Text]:
    """The texts of all parts, one by one."""
    return opened_texts(((part.name, part.content) for part in parts.parts), several=parts.several)


def import_of(id_: str, taking: Taking, account: Account) -> Import:
    """What is remembered of an import."""
    return Import(
        id_,
        taking.now,
        account.format,
        tuple(part.name for part in taking.parts.parts[:MOST_FILES]),
        *(account.added, account.changed, account.already_there, account.skipped, account.kept_back),
        minutes=account.minutes,
    )


def removed_of(desk: Desk, format_: str) -> frozenset[str]:
    """The sources of a format (format and key) whose records she removed here."""
    kept = desk.kept_sources({format_}, lambda *_: "")
    return frozenset(place for place, each in kept.items() if each.removed)


def named(what: str, names: Sequence[str]) -> tuple[str, ...]:
    """A sentence that names what is new, if anything is."""
    return (say("{what}: {names}.", what=what, names=some(names)),) if names else ()


def some(names: Sequence[str]) -> str:
    """So many of the names as a person reads, and how many more there are."""
    more = len(names) - MOST_NAMES
    return listing([*names[:MOST_NAMES], *([plural(more, "{n} more", "{n} more")] if more > 0 else [])])
