"""Reading files into a desk as the command line does, with what each format has to tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from planner.desk import Desk
from planner.interop import reading
from planner.interop.calendar_appointments import CalendarImport
from planner.interop.formats import ics, opml, vcard
from planner.interop.intake.format import Taking, Wishes
from planner.interop.intake.proposal import Proposal


def silent(_stage: str, _done: int, _of: int) -> None:
    """Nobody is told how far it is."""


def read(desk: Desk, *paths: str, format: str = "", dry_run: bool = False, **wishes: object) -> Proposal:  # noqa: A002
    """Read files of any format; returns what was proposed."""
    proposal = reading.propose(desk, paths, format, Wishes(**wishes)).proposal  # type: ignore[arg-type]
    if not dry_run:
        proposal.apply(desk, silent)
    return proposal


def _taking(desk: Desk, path: str, format_: str, wishes: Wishes = reading.NONE) -> Taking:
    return reading.taken(desk, [path], format_, wishes, silent)[1]


def import_ics(
    desk: Desk,
    path: str,
    *,
    days: int = ics.DAYS,
    people: bool = False,
    group: str = "",
    me: Sequence[str] = (),
    dry_run: bool = False,
) -> CalendarImport:
    """Read a calendar, or a folder of them."""
    taking = _taking(desk, path, "ics", Wishes(days=days, people=people, group=group, me=tuple(me)))
    imported = ics.meetings(taking)
    if not dry_run:
        ics.proposal_of(imported, taking).apply(desk, silent)
    return imported


def import_vcard(desk: Desk, path: str, *, dry_run: bool = False) -> vcard.CardsImport:
    """Read contacts."""
    taking = _taking(desk, path, "vcard")
    imported = vcard.contacts(taking)
    if not dry_run:
        vcard.proposal_of(imported, taking).apply(desk, silent)
    return imported


def import_opml(desk: Desk, path: str) -> opml.FeedsImport:
    """Read a list of feeds."""
    taking = _taking(desk, path, "opml")
    imported = opml.feeds(taking)
    opml.proposal_of(imported, taking).apply(desk, silent)
    return imported
