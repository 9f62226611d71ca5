"""After how many days a tie begins to cool: her own word of a person, else their circle's or groups'."""

from datetime import UTC, datetime, timedelta

import pytest

from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.people.cadence import Cadences, Whose, cadence_words, cadences_of
from planner.domain.people.tie import Warmth, tie_of
from planner.domain.people.tie_words import standing_words
from planner.domain.person import Circle, Person
from planner.domain.settings import Settings
from planner.domain.trace import Contact

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
GROUPS = (
    Group("pmi", "pmi", "PMI France", cadence=20),
    Group("alumni", "alumni", "Alumni Lyon", cadence=90),
    Group("lyon-ux", "lyon-ux", "Lyon UX"),
)
PAUL = Person("paul", "Paul Roy", circle=Circle.DECISION_MAKER)


def cadences(**days: int) -> Cadences:
    return cadences_of(GROUPS, Settings(**{f"cadence_{circle}": n for circle, n in days.items()}))  # type: ignore[arg-type]


def test_every_circle_has_a_setting_of_its_own() -> None:
    days = {circle.name.lower(): 10 + number for number, circle in enumerate(Circle)}
    found = cadences(**days).circles
    assert {circle.name.lower(): each.days for circle, each in found.items()} == days


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (PAUL, "30 days, as for each decision-maker"),
        (PAUL._replace(cadence=75, groups=("pmi",)), "75 days, their own"),
        (PAUL._replace(cadence=60), "60 days, their own"),
        (PAUL._replace(groups=("alumni",)), "30 days, as for each decision-maker"),
        (PAUL._replace(groups=("alumni", "pmi")), "20 days, as in PMI France"),
        (PAUL._replace(circle=None, groups=("alumni", "lyon-ux")), "90 days, as in Alumni Lyon"),
        (PAUL._replace(circle=Circle.PEER, groups=("lyon-ux", "gone")), "60 days, as usual"),
        (PAUL._replace(circle=None), "60 days, as usual"),
    ],
)
def test_their_own_wins_then_the_shortest_other(person: Person, told: str) -> None:
    assert cadence_words(cadences(decision_maker=30).cadence(person)) == told


def test_where_no_group_is_named_those_of_the_log_count() -> None:
    met = Contact("e", NOW - timedelta(days=25), 45, Kind.MEETING, None, "pmi", ("paul",))
    tie = tie_of(PAUL, [met], NOW.date(), cadences())
    assert (tie.warmth, tie.cadence.whose, tie.cadence.name) == (Warmth.COOLING, Whose.GROUP, "PMI France")
    told = "met, cooling: last contact 25 days ago, cooling after 20 days, cold after 40 (as in PMI France)"
    assert standing_words(tie) == told
    named = tie_of(PAUL._replace(groups=("lyon-ux",)), [met], NOW.date(), cadences())
    assert standing_words(named) == "met, warm: last contact 25 days ago, cooling after 60 days, cold after 120"
