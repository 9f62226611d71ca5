"""The keys that decide for a group: the same in the review and on the Groups screen."""

from __future__ import annotations

from planner.domain.review import Verdict

from .keys import Key

VERDICT_KEYS = tuple(
    Key(ruling.key, ruling.shown_key, f"decide({verdict.value!r})", ruling.label, ruling.sentence)
    for verdict in Verdict
    for ruling in (verdict.ruling,)
)
