"""Changing people on a screen: adding, merging, removing, and opening an address."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.grammar.names import known_person
from planner.domain.person import Person
from planner.domain.weeks.change import Change
from planner.domain.words import say

from ..actions.asking import ask_until_taken
from ..actions.browsing import browse
from ..widgets.screen import PlannerScreen


class PersonChanges:
    """Changes people on a screen; ``person`` is the chosen one, ``choose`` chooses another by id."""

    def __init__(
        self, screen: PlannerScreen, person: Callable[[], Person | None], choose: Callable[[str], None]
    ) -> None:
        self._screen, self._person, self._choose = screen, person, choose

    async def action_add(self) -> None:
        """Ask for somebody new, and choose them."""

        def add(name: str) -> None:
            if name:
                self._added(self._screen.desk.add_person(name))

        await ask_until_taken(
            self._screen, say("Somebody new"), say("a name, such as Marie Dupont"), add, draft="person"
        )

    def _added(self, change: Change) -> None:
        """Somebody was added: show them, and say so."""
        self._choose(change.person)
        self._screen.made(change)

    async def action_merge(self) -> None:
        """Ask which record of the same person stays, and join the chosen one into it; one key takes it back."""
        gone = self._person()
        if gone is None:
            return

        def merge(name: str) -> None:
            if name:
                stays = known_person(name, self._screen.desk.book())
                change = self._screen.desk.merge_people(stays.id, gone.id)
                self._choose(stays.id)
                self._screen.made(change)

        question = say("Merge {group} into", group=gone.name)
        await ask_until_taken(self._screen, question, say("the name of the record that stays"), merge)

    def action_remove(self) -> None:
        """Remove the chosen person, where nothing refers to them; one key brings them back."""
        person = self._person()
        if person:
            self._screen.change(lambda: self._screen.desk.remove_person(person.id))

    def action_browse(self) -> None:
        """Open the chosen person's address, if it is one of the web."""
        person = self._person()
        if person:
            browse(self._screen, person.name, person.address)
