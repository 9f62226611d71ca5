"""Calendars as text, for tests."""

from __future__ import annotations


def event(*lines: str, uid: str = "lunch@example.org", summary: str = "Lunch") -> list[str]:
    """An event of these lines."""
    return ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T080000Z", f"SUMMARY:{summary}", *lines, "END:VEVENT"]


def calendar(*events: list[str], head: tuple[str, ...] = ()) -> list[str]:
    """A calendar of these events."""
    lines = [line for some in events for line in some]
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *head, *lines, "END:VCALENDAR"]
