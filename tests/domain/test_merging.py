"""Two people made one: nothing that either record says is lost."""

from __future__ import annotations

from datetime import date

from planner.domain.merging import merged_person
from planner.domain.person import Circle, Person

MARIE = Person("marie-dupont", "Marie Dupont", company="Acme", groups=("lyon-ux",), note="met at the fair")


def test_empty_fields_are_filled_and_groups_united() -> None:
    gone = Person(
        "marie", "Marie Dupont", email="m@acme.org", circle=Circle.PEER, groups=("pmi", "lyon-ux"), cadence=30
    )
    merged = merged_person(MARIE, gone)
    assert merged == MARIE._replace(email="m@acme.org", circle=Circle.PEER, groups=("lyon-ux", "pmi"), cadence=30)


def test_notes_are_joined_and_what_was_said_otherwise_is_added_to_them() -> None:
    merged = merged_person(MARIE, Person("marie", "Marie D.", company="Globex", note="likes tea"))
    assert (merged.name, merged.company) == ("Marie Dupont", "Acme")
    assert merged.note == "met at the fair; likes tea; also Marie D., Globex"
    assert merged_person(MARIE, MARIE._replace(id="other")).note == "met at the fair"


def test_she_was_known_since_the_earlier_day_and_rests_only_where_both_do() -> None:
    early, late = date(2025, 1, 1), date(2026, 1, 1)
    assert merged_person(MARIE, MARIE._replace(since=late)).since == late
    assert merged_person(MARIE._replace(since=late), MARIE._replace(since=early)).since == early
    resting = MARIE._replace(dormant=True)
    assert merged_person(resting, resting).dormant and not merged_person(resting, MARIE).dormant
