"""Groups: the few that are followed, and the others that are known."""

from __future__ import annotations

import re

from planner.desk.base import done
from planner.desk.planned import Planned
from planner.domain.book import Book
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import find_group, refuse_long
from planner.domain.group import Group, Role, Standing
from planner.domain.texts import clean, fresh_id, shown, slug, words_of
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import plural, say

if TYPE_CHECKING:
    from typing import Unpack

    from planner.domain.audit.uses import Uses
    from planner.domain.grammar.pasted import PastedLine
    from planner.domain.group import GroupChanges, GroupFields


class Groups(Planned):
    """Adding, changing and removing groups."""

    def group(self, text: str) -> Group:
        """The group that is meant; raises Misread or Ambiguous."""
        return find_group(text, self.book())

    def add_group(self, name: str, **fields: Unpack[GroupFields]) -> Change:
        """Add a group (fields as in Group); a selected one, unless a standing is given."""
        with self._changing() as kept:
            book = kept.book()
            name = _fresh_name(name, book)
            id_ = fresh_id(slug(name), book.group_words())
            group = Group(id=id_, slug=id_, name=name, rank=book.last_rank + 1, added=self.now().date())
            group = self._with_fields(group, fields)
            kept.put_group(group)
            change = done(kept, say("Added {group}", group=name), say("It is typed as {slug}.", slug=id_))
        return self._offering(change)

    def read_list(self, text: str) -> tuple[PastedLine, ...]:
        """What a pasted list of groups holds, line by line; nothing is changed."""
        from planner.domain.grammar.pasted import read_list

        return read_list(text, self.book())

    def add_groups(self, text: str, standing: Standing = Standing.CANDIDATE) -> Change:
        """Add the new groups of a pasted list, all as one change. Raises Misread where there is none in it."""
        from planner.domain.grammar.pasted import Content, count_words, left_out_words, other_words, read_list
        from planner.domain.grammar.pasted_upkeep import said_upkeep

        with self._changing() as kept:
            book = kept.book()
            lines = read_list(text, book)
            new = [line for line in lines if line.content is Content.NEW]
            if not lines:
                raise Misread(say("There is nothing in the list; write a name or an address on each line."))
            if not new:
                raise Misread(say("No new group in it: {counts}.", counts=count_words(lines)))
            taken = book.group_words()
            groups = []
            for number, line in enumerate(new, 1):
                id_ = fresh_id(slug(line.name), taken)
                taken.add(id_)
                groups.append(
                    Group(
                        *(id_, id_, line.name, standing),
                        address=line.address,
                        upkeep=said_upkeep(line.beside),
                        note=line.beside,
                        rank=book.last_rank + number,
                        added=self.now().date(),
                        roles=line.roles or (Role.TIES,),
                    )
                )
            kept.put_groups(groups)
            words, others = plural(len(new), "Added {n} group", "Added {n} groups"), ", ".join(other_words(lines))
            change = done(kept, words, others and say("{counts}.", counts=others), left_out_words(lines))
        return self._offering(change)

    def edit_group(self, text: str, **fields: Unpack[GroupChanges]) -> Change:
        """Change some fields of a group; its entries follow a new name or slug.

        A slug made of the name follows it as long as nothing was written under it.
        """
        typed = ""
        with self._changing() as kept:
            book = kept.book()
            group = find_group(text, book)
            others = book._replace(groups={id_: other for id_, other in book.groups.items() if id_ != group.id})
            if "name" in fields:
                fields["name"] = _fresh_name(fields["name"], others)
                if "slug" not in fields and _slug_follows(group) and not any(self.uses_of(group.id)):
                    fields["slug"] = fresh_id(slug(fields["name"]), others.group_words())
            if "slug" in fields:
                if fields["slug"] != group.slug:
                    fields["slug"] = _fresh_slug(fields["slug"], others)
                typed = say("It is typed as {slug}.", slug=fields["slug"])
            changed = self._with_fields(group, fields)
            kept.put_group(changed)
            if group.standing is not Standing.SELECTED:
                self._take_back_endings(kept, changed)
            notes = self._serve_as(kept, group, changed)
            change = done(kept, say("Changed {group}", group=changed.name), typed, notes)
        return self._offering(change) if "standing" in fields else change

    def remove_group(self, text: str) -> Change:
        """Remove a group that nothing refers to; raises Refused for one with entries or a plan, StoreError while a week
        cannot be read."""
        with self._changing() as kept:
            group = find_group(text, kept.book())
            self._refuse_if_used(group)
            self._refuse_unread_weeks()
            kept.remove_group(group.id)
            kept.remove_deeds(deed for deed in kept.deeds() if deed.group == group.id)
            return done(kept, say("Removed {group}", group=group.name))

    def uses_of(self, text: str) -> Uses:
        """Where a group is written down, in all weeks."""
        from planner.domain.audit.uses import Uses

        group, book, timer = self.group(text), self.book(), self.timer()
        records = [self._home.week(week) for week in self._home.weeks()]
        return Uses(
            entries=sum(entry.group == group.id for record in records for entry in record.entries),
            plans=sum(bool(record.plan and group.id in record.plan.lines) for record in records),
            people=sum(group.id in person.groups for person in book.people.values()),
            appointments=sum(each.group == group.id for each in book.appointments.values()),
            timer=timer is not None and timer.group == group.id,
        )

    def _refuse_if_used(self, group: Group) -> None:
        from planner.domain.audit.uses import uses_words

        uses = self.uses_of(group.id)
        if any(uses):
            raise Refused(
                say(
                    "{group} has {uses}, so it stays; park it instead: planner group park {slug}",
                    group=group.name,
                    uses=uses_words(uses),
                    slug=group.slug,
                )
            )


def _slug_follows(group: Group) -> bool:
    """Whether a group is typed as its name makes it, with a figure perhaps, and not as she chose."""
    made = slug(group.name)
    return group.slug == made or re.fullmatch(re.escape(made) + r"-\d+", group.slug) is not None


def _fresh_name(name: str, book: Book) -> str:
    name = clean(name)
    if not name:
        raise Misread(say("A group needs a name, such as “Lyon UX”."))
    refuse_long(name)
    twin = next((group for group in book.groups.values() if group.name.casefold() == name.casefold()), None)
    if twin:
        raise Misread(
            say("There is already a group “{name}” ({slug}); choose another name.", name=twin.name, slug=twin.slug)
        )
    return name


def _fresh_slug(wanted: str, book: Book) -> str:
    if not words_of(wanted):
        raise Misread(say("“{text}” cannot be typed; write letters or figures, such as lyon-ux.", text=shown(wanted)))
    made = slug(wanted)
    twin = next((group for group in book.groups.values() if made in (group.slug, group.id)), None)
    if twin:
        raise Misread(say("“{slug}” is how {group} is typed; choose another.", slug=made, group=twin.name))
    return made
