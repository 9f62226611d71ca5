"""Changing people on a screen: a person's sheet, adding, merging, removing, and opening an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.grammar.names import known_person
from planner.domain.person import Person
from planner.domain.weeks.change import Change
from planner.domain.words import say

from ..actions.asking import ask_until_taken
from ..actions.browsing import browse
from ..actions.sheets import Sheets

if TYPE_CHECKING:
    from planner.tui.widgets.draw_sheet import SheetLook
    from planner.tui.widgets.sheet import Sheet


class PersonChanges(Sheets):
    """A screen with a chosen person."""

    @property
    def person(self) -> Person | None:
        """The chosen person."""
        raise NotImplementedError

    def choose(self, id_: str) -> None:
        """Choose a person by id."""
        raise NotImplementedError

    # The sheet

    async def action_edit(self) -> None:
        """Open the chosen person's sheet."""
        if self.person:
            await self.open_sheet(self.person.id)

    def sheet_look(self, id_: str) -> SheetLook | None:
        from planner.domain.grammar.person_fields import FIELDS, PARTS
        from planner.tui.widgets.draw_sheet import SheetLook

        book = self.desk.book()
        return SheetLook(book.people[id_], book, FIELDS, PARTS) if id_ in book.people else None

    def on_sheet_changed(self, event: Sheet.Changed) -> None:
        """Keep a choice."""
        if self.person:
            id_, fields = self.person.id, event.field.changed(self.person, event.value)
            self.change(lambda: self.desk.edit_person(id_, **fields))

    async def on_sheet_text_asked(self, event: Sheet.TextAsked) -> None:
        """Ask for a field's text, and keep it where it is another."""
        field, person = event.field, self.person
        if person is None:
            return

        def keep(text: str) -> None:
            value = field.read(text, self.desk.book(), self.desk.now())
            if value != field.value(person):
                self.made(self.desk.edit_person(person.id, **field.changed(person, value)))

        question = say("{group}, {field}", group=person.name, field=field.label())
        await ask_until_taken(self, question, field.hint(), keep, field.typed(person))

    # Adding, merging, removing

    async def action_add(self) -> None:
        """Ask for somebody new, and choose them."""

        def add(name: str) -> None:
            if name:
                change = self.desk.add_person(name)
                self.added(change)

        await ask_until_taken(self, say("Somebody new"), say("a name, such as Marie Dupont"), add, draft="person")

    def added(self, change: Change) -> None:
        """Somebody was added: show them, and say so."""
        self.choose(change.person)
        self.made(change)

    async def action_merge(self) -> None:
        """Ask which record of the same person stays, and join the chosen one into it; one key takes it back."""
        gone = self.person
        if gone is None:
            return

        def merge(name: str) -> None:
            if name:
                stays = known_person(name, self.desk.book())
                change = self.desk.merge_people(stays.id, gone.id)
                self.choose(stays.id)
                self.made(change)

        question = say("Merge {group} into", group=gone.name)
        await ask_until_taken(self, question, say("the name of the record that stays"), merge)

    def action_remove(self) -> None:
        """Remove the chosen person, where nothing refers to them; one key brings them back."""
        person = self.person
        if person:
            self.change(lambda: self.desk.remove_person(person.id))

    def action_browse(self) -> None:
        """Open the chosen person's address, if it is one of the web."""
        if self.person:
            browse(self, self.person.name, self.person.address)
