"""Each role of a group is judged by what it is for; what is not known is neither served nor not."""

from __future__ import annotations

from datetime import date

from planner.domain.audit.figures import GroupFigures, figures
from planner.domain.audit.roles import judged, judged_words
from planner.domain.group import Group, Role
from planner.domain.kinds import Split

ALL = (Role.TIES, Role.VISIBILITY, Role.WATCH)


def of(*roles: Role, worth: int | None = None, **more: object) -> GroupFigures:
    group = Group("ux", "ux", "Lyon UX", roles=roles or ALL, worth=worth)
    return figures(group, [])._replace(**more)  # type: ignore[arg-type]


def served(told: GroupFigures, closer: int = 0) -> list[bool | None]:
    return [each.served for each in judged(told, closer)]


def test_roles_are_judged_in_their_order_each_by_its_own_measure() -> None:
    busy = of(worth=2, people=2, contributions=3, echoes=4, minutes=Split(60, 90, 70), last_watched=date(2026, 11, 20))
    assert judged_words(judged(busy, 1)) == (
        "ties: 2 people met, 1 came closer; visibility: 3 contributions, 4 echoes; watch: 1h10 read, worth 2 of 3"
    )
    assert served(busy) == [True, True, True]
    assert judged_words(judged(of(Role.WATCH, Role.TIES), 0)) == "watch: nothing read; ties: nobody met"


def test_a_tie_that_came_closer_without_a_meeting_serves_too() -> None:
    assert served(of(Role.TIES), 1) == [True] and served(of(Role.TIES)) == [False]


def test_an_echo_that_nobody_told_of_is_not_known() -> None:
    given = of(Role.VISIBILITY, contributions=3)
    assert served(given) == [None]
    assert judged(given, 0)[0].words == "3 contributions, no echo known"
    assert served(of(Role.VISIBILITY)) == [False]


def test_that_nothing_came_back_is_known_once_she_said_so_of_each() -> None:
    silent = of(Role.VISIBILITY, contributions=6, answered=6)
    assert served(silent) == [False] and judged(silent, 0)[0].words == "6 contributions, nothing came back"
    some = of(Role.VISIBILITY, contributions=6, answered=2, unanswered=4)
    assert served(some) == [None]
    assert judged(some, 0)[0].words == "6 contributions, nothing came back of 2, not known of 4"
    heard = of(Role.VISIBILITY, contributions=6, answered=4, heard=2, echoes=5)
    assert judged(heard, 0)[0].words == "6 contributions, 5 echoes: something came back of 2 of 4"


def test_watching_is_worth_what_she_says_of_it() -> None:
    def read(worth: int | None) -> GroupFigures:
        return of(Role.WATCH, worth=worth, last_watched=date(2026, 11, 20), minutes=Split(0, 0, 20))

    assert [served(read(worth)) for worth in (None, 0, 1)] == [[None], [False], [True]]
    assert judged(read(None), 0)[0].words == "20 min read, worth not said"
    assert served(of(Role.WATCH, worth=2)) == [None]


def test_weeks_that_cannot_be_read_serve_nothing_and_fail_nothing() -> None:
    assert served(of(weeks=0)) == [None, None, None]
