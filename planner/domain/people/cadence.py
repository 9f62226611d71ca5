"""After how many days a tie begins to cool, and by whose word: the person's own, else their circle's or groups'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..group import Group
from ..person import CADENCE, Circle, Person
from ..settings import Settings
from ..value import NamedTuple
from ..value.enums import StrEnum
from ..words import plural, say


class Whose(StrEnum):
    """By whose word a tie cools."""

    PERSON = "person"
    CIRCLE = "circle"
    GROUP = "group"
    USUAL = "usual"


class Cadence(NamedTuple):
    """Days after which a tie begins to cool, and whose they are: ``name`` is the circle's or the group's."""

    days: int = CADENCE
    whose: Whose = Whose.USUAL
    name: str = ""


USUAL = Cadence()


class Cadences(NamedTuple):
    """The cadences there are beside the people's own: by circle, and by group (id)."""

    circles: Mapping[Circle, Cadence] = {}
    groups: Mapping[str, Cadence] = {}

    def cadence(self, person: Person, groups: Iterable[str] = ()) -> Cadence:
        """The one that counts for a person. Their own goes before all others; of their circle's and those of the
        groups in common the shortest, so that nobody waits longer than one of them asks for.

        ``groups`` (ids) are those of the log, which count where the person names none.
        """
        if person.cadence is not None:
            return Cadence(person.cadence, Whose.PERSON)
        shortest = self.circles.get(person.circle) if person.circle else None
        for id_ in (person.groups or groups) if self.groups else ():  # of thousands at once
            asked = self.groups.get(id_)
            if asked and (shortest is None or asked.days < shortest.days):
                shortest = asked
        return shortest or USUAL


NO_OTHERS = Cadences()


def cadences_of(groups: Iterable[Group], settings: Settings) -> Cadences:
    """Those that her groups and her settings say."""
    circles = {circle: getattr(settings, f"cadence_{circle.name.lower()}") for circle in Circle}
    return Cadences(
        {circle: Cadence(days, Whose.CIRCLE, circle.value) for circle, days in circles.items() if days is not None},
        {group.id: Cadence(group.cadence, Whose.GROUP, group.name) for group in groups if group.cadence is not None},
    )


def cadence_words(cadence: Cadence) -> str:
    """How long it is and by whose word: ``30 days, as for each decision-maker``."""
    return say("{days}, {whose}", days=plural(cadence.days, "{n} day", "{n} days"), whose=whose_words(cadence))


def whose_words(cadence: Cadence) -> str:
    """By whose word it is: ``their own``, ``as for each peer``, ``as in Lyon UX``, ``as usual``."""
    if cadence.whose is Whose.PERSON:
        return say("their own")
    if cadence.whose is Whose.CIRCLE:
        return say("as for each {circle}", circle=say(cadence.name))
    return say("as in {group}", group=cadence.name) if cadence.whose is Whose.GROUP else say("as usual")
