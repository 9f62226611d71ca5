"""Unconfirmed time on a screen: asked once what to keep of it, by the same panel that a forgotten timer shows."""

from __future__ import annotations

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.group import USUAL
from planner.domain.words import clock, day_month, say, spell_minutes
from planner.tui.widgets.width import width_of

from ..widgets.screen import PlannerScreen


def usual_of(entry: Entry, book: Book) -> int:
    """The usual minutes of such an entry."""
    group = book.groups.get(entry.group)
    return (group.usual if group else USUAL).of(entry.kind)


async def ask_what_to_keep(screen: PlannerScreen, entry: Entry) -> None:
    """Ask, and keep what she says."""
    from planner.tui.actions.forgotten import Forgotten

    book = screen.desk.book()
    ran = say(
        "{group}, {day} {start}: the timer ran for {time}.",
        group=book.group_name(entry.group),
        day=day_month(entry.day),
        start=clock(entry.start),
        time=spell_minutes(entry.minutes),
    )

    def keep(answer: str | None) -> None:
        if answer:
            settle(screen, entry, answer)

    usual = min(usual_of(entry, book), entry.minutes)

    def until(time: str) -> str:
        return screen.desk.until_words(time, entry.start)

    panel = Forgotten(screen.ink, ran, spell_minutes(usual), width_of(screen.app), until)
    await screen.app.push_screen(panel, keep)


def settle(screen: PlannerScreen, entry: Entry, keep: str) -> None:
    """Keep ``usual``, ``all``, ``until HH:MM`` or nothing (``drop``) of an entry."""
    screen.change(lambda: screen.desk.settle(entry.id, keep))
