"""Objectives: why she networks, and whether the weeks serve it."""

from __future__ import annotations

from planner.desk.base import Base, done
from planner.domain.book import Book
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import find_objective, refuse_long
from planner.domain.grammar.reading import NOTHING
from planner.domain.objective import Objective, Pursuit, too_many_words
from planner.domain.texts import clean, fresh_id, slug
from planner.domain.trace import first_contacts
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import listing, plural, say
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from typing import Unpack

    from planner.domain.grammar.objective_line import ObjectiveLine
    from planner.domain.objective import ObjectiveChanges, ObjectiveFields
    from planner.domain.weeks.progress import LifeProgress


class Objectives(Base):
    """Setting, ranking, reaching and dropping objectives."""

    def objective(self, text: str) -> Objective:
        """The objective that is meant; raises Misread or Ambiguous."""
        return find_objective(text.lstrip("#"), self.book())

    def read_objective(self, text: str) -> ObjectiveLine:
        """What a line such as ``Be seen, 2 contributions, until 2027-06`` says, as far as it goes."""
        from planner.domain.grammar.objective_line import read_objective

        return read_objective(text, self.now(), self.settings().place)

    def spell_objective(self, line: ObjectiveLine) -> str:
        """What was understood of a line, in words."""
        from planner.domain.grammar.objective_line import spell_objective

        return spell_objective(line)

    def line_of_objective(self, objective: Objective) -> str:
        """The line that says an objective."""
        from planner.domain.grammar.objective_line import write_objective

        return write_objective(objective, self.now())

    def progress(self) -> tuple[LifeProgress, ...]:
        """Every objective with what this week and all weeks did for it, active ones first, by rank."""
        from planner.domain.weeks.progress import life_progress

        traces, week, book = self._home.traces(), self.this_week(), self.book()
        firsts = first_contacts(traces)
        objectives = sorted(book.objectives.values(), key=lambda each: (not each.active, each.rank))
        unread = self._home.unread_weeks()
        return tuple(life_progress(each, traces, week, book, firsts, unread) for each in objectives)

    def add_objective(self, title: str, **fields: Unpack[ObjectiveFields]) -> Change:
        """Set an objective (fields as in Objective); the last in rank, unless one is given."""
        from planner.domain.grammar.objective_line import kept_in_title

        with self._changing() as kept:
            book = kept.book()
            title = _fresh_title(title, book)
            id_ = fresh_id(slug(title), {*book.objectives, NOTHING})
            last = 1 + max((each.rank for each in book.active_objectives()), default=0)
            objective = Objective(id_, title, rank=last, since=self.now().date())._replace(**fields)
            _put_ranked(kept, objective)
            notes = (*kept_in_title(title), *_warning(kept.book()))
            return done(
                kept, say("Set the objective {title}", title=title), say("It is typed as #{id}.", id=id_), notes
            )

    def edit_objective(self, text: str, **fields: Unpack[ObjectiveChanges]) -> Change:
        """Change some fields of an objective; entries keep serving it under any title."""
        with self._changing() as kept:
            book = kept.book()
            objective = find_objective(text.lstrip("#"), book)
            if "title" in fields:
                others = {id_: other for id_, other in book.objectives.items() if id_ != objective.id}
                fields["title"] = _fresh_title(fields["title"], book._replace(objectives=others))
            changed = objective._replace(**fields)
            if changed.active and not objective.active:
                changed = changed._replace(reason="")
            _put_ranked(kept, changed)
            notes = _warning(kept.book()) if changed.active and not objective.active else ()
            return done(kept, say("Changed the objective {title}", title=changed.title), notes=notes)

    def reach_objective(self, text: str) -> Change:
        """An objective is reached."""
        return self._end(text, Pursuit.REACHED, "")

    def drop_objective(self, text: str, reason: str) -> Change:
        """An objective is given up, for a reason. Raises Misread without one."""
        if not clean(reason):
            raise Misread(say("Say why it is dropped: it is worth knowing in a year (--reason 'found a job')."))
        return self._end(text, Pursuit.DROPPED, clean(reason))

    def remove_objective(self, text: str) -> Change:
        """Remove an objective that nothing serves; raises Refused for one with entries or groups."""
        with self._changing() as kept:
            objective = find_objective(text.lstrip("#"), kept.book())
            groups = sum(objective.id in group.objectives for group in kept.book().groups.values())
            weeks = sum(objective.id in trace.served for trace in self._home.traces())
            if groups or weeks:
                served = [
                    plural(groups, "by {n} group", "by {n} groups") if groups else "",
                    plural(weeks, "in {n} week", "in {n} weeks") if weeks else "",
                ]
                raise Refused(
                    say(
                        "{title} is served {uses}, so it stays; "
                        "drop it instead: planner objective drop {id} --reason '…'",
                        title=objective.title,
                        uses=listing([words for words in served if words]),
                        id=objective.id,
                    )
                )
            kept.remove_objective(objective.id)
            return done(kept, say("Removed the objective {title}", title=objective.title))

    def _end(self, text: str, pursuit: Pursuit, reason: str) -> Change:
        with self._changing() as kept:
            objective = find_objective(text.lstrip("#"), kept.book())
            kept.put_objective(objective._replace(pursuit=pursuit, reason=reason))
            if pursuit is Pursuit.REACHED:
                return done(kept, say("Reached the objective {title}", title=objective.title))
            return done(kept, say("Dropped the objective {title}", title=objective.title))


def _put_ranked(kept: Transaction, objective: Objective) -> None:
    """Keep an objective at its rank, the other active ones in their order around it, from 1 on without a gap."""
    others = [each for each in kept.book().active_objectives() if each.id != objective.id]
    if not objective.active:
        kept.put_objective(objective)
        return
    at = min(max(objective.rank - 1, 0), len(others))
    for rank, each in enumerate([*others[:at], objective, *others[at:]], 1):
        kept.put_objective(each._replace(rank=rank))


def _warning(book: Book) -> tuple[str, ...]:
    words = too_many_words(len(book.active_objectives()))
    return (words,) if words else ()


def _fresh_title(title: str, book: Book) -> str:
    title = clean(title)
    if not title:
        raise Misread(say("An objective needs a title, such as “Be visible to decision-makers”."))
    refuse_long(title)
    twin = next((each for each in book.objectives.values() if each.title.casefold() == title.casefold()), None)
    if twin:
        raise Misread(
            say(
                "There is already an objective “{title}” (#{id}); “planner objective edit {id}” changes it.",
                title=twin.title,
                id=twin.id,
            )
        )
    return title
