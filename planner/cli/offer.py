"""What is offered once, as the shell takes it: to say how the meetings of the last weeks were held."""

from __future__ import annotations

from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.desk import Desk


def offer_lines(desk: Desk) -> list[str]:
    """An empty line and the offer, remembered as made; nothing where it was made already, or there is none."""
    offer = desk.offer()
    if offer is None:
        return []
    desk.remember(offer)
    how = say("“In person” is only where said: planner entries --form not-said, then planner edit ID --form in-person.")
    return ["", f"{offer.text} {how}"]
