"""Ways to people: companies, through whom, whom to write to and why now, and what to know before a meeting."""

from __future__ import annotations

from planner.desk.base import done
from planner.desk.ties import Ties
from planner.domain.appointment import Appointment
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import known_person
from planner.domain.texts import clean, shown
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import plural, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.domain.entry import Entry
    from planner.domain.people.brief import Brief, PersonBrief
    from planner.domain.people.companies import Company
    from planner.domain.people.tie_list import TieList
    from planner.domain.people.ways import Links, Way
    from planner.domain.people.why_now import WhyNow
    from planner.domain.trace import Trace


class Ways(Ties):
    """Whom to reach, through whom, and why now."""

    #: The last links and companies, and the ties they were made from, so that a screen may ask at every key.
    _known_links: Links | None = None
    _known_companies: tuple[TieList, tuple[Company, ...]] | None = None

    # Questions

    def companies(self) -> tuple[Company, ...]:
        """All companies: first the pages of hers where she knows nobody, then the warmest."""
        from planner.domain.people.companies import companies

        ties = self.ties()
        if self._known_companies is None or self._known_companies[0] is not ties:
            self._known_companies = ties, companies(ties, self.book())
        return self._known_companies[1]

    def company(self, text: str) -> Company:
        """The company that a text means. Raises Misread or Ambiguous."""
        from planner.domain.people.companies import find_company

        return find_company(clean(text), self.companies())

    def alike_companies(self) -> tuple[tuple[Company, Company], ...]:
        """Pairs that may be one company, the spelling that would stay first; nothing is joined."""
        from planner.domain.people.companies import alike

        return alike(self.companies())

    def ways_into(self, company: Company) -> tuple[Way, ...]:
        """The ways into a company, someone met who works there first."""
        from planner.domain.people.ways import ways_into

        return ways_into(company, self._links())

    def ways_to(self, text: str) -> tuple[Way, ...]:
        """The ways to somebody. Raises Misread."""
        from planner.domain.people.ways import ways_to

        person, links = known_person(text, self.book()), self._links()
        return ways_to(links.rows[person.id], links)

    def _links(self) -> Links:
        """Who is linked with whom, made once for as long as nothing has changed."""
        from planner.domain.people.ways import links

        ties = self.ties()
        if self._known_links is None or self._known_links.ties is not ties:
            assert self._known_ties
            self._known_links = links(ties, self._known_ties[0][1], self.book())
        return self._known_links

    def why_now(self) -> tuple[WhyNow, ...]:
        """Whom to write to next, each with the reason; at most five."""
        from planner.domain.people.why_now import why_now

        return why_now(self.ties(), self.book())

    def brief(self, text: str = "") -> Brief:
        """What to know before a meeting: the one of an id, or with somebody; without either the next one to come.

        Raises Misread for nobody, Refused where nothing is to come.
        """
        from planner.domain.people.brief import Brief

        today, name = self.now().date(), clean(text)
        meeting = self._meant(name)
        ids = meeting.people if meeting else (known_person(name, self.book()).id,)
        if meeting is None:
            meeting = next((each for each in self._coming() if ids[0] in each.people), None)
            if meeting:
                ids = (ids[0], *(id_ for id_ in meeting.people if id_ != ids[0]))
        traces = self._home.traces()
        return Brief(tuple(self._brief_of(id_, traces) for id_ in ids if id_ in self.book().people), today, meeting)

    def _meant(self, text: str) -> Appointment | None:
        """The meeting that a text means by its id, or the next one where there is no text; None for a person's name."""
        if not text:
            meeting = next((each for each in self._coming() if each.people), None)
            if meeting is None:
                raise Refused(say("No meeting with anybody is to come; say whom: planner brief @marie."))
            return meeting
        if text.startswith("@"):
            if not text[1:].strip():
                raise Misread(say("“{text}” is nobody; say whom: planner brief @marie.", text=shown(text)))
            return None
        found = [each for id_, each in self.book().appointments.items() if id_.startswith(text.casefold())]
        if len(found) != 1:
            return None
        if not found[0].people:
            raise Refused(
                say("Nobody is named in {id}; say with whom: planner meet edit {id} --people @marie", id=found[0].id)
            )
        return found[0]

    def _coming(self) -> list[Appointment]:
        """The meetings that are not over, the soonest first."""
        now = self.now()
        coming = (each for each in self.book().appointments.values() if each.planned and not each.waits(now))
        return sorted(coming, key=lambda each: each.start)

    def _brief_of(self, id_: str, traces: Sequence[Trace]) -> PersonBrief:
        from planner.domain.people.brief import LAST, contacts_with, person_brief

        book = self.book()
        contacts = contacts_with(id_, traces)[-LAST:]
        wanted = {each.entry for each in contacts}
        weeks = {Week.of(each.start) for each in contacts}
        last: list[Entry] = [entry for week in weeks for entry in self._home.week(week).entries if entry.id in wanted]
        last.sort(key=lambda entry: entry.start, reverse=True)
        return person_brief(
            book.people[id_], last, traces, book, self.now().date(), self._home.deeds(), self.cadences()
        )

    # Changes

    def join_companies(self, kept_text: str, gone_text: str) -> Change:
        """Write one company as another is: it is one that was spelled in two ways. Raises Misread."""
        stays, goes = self.company(kept_text), self.company(gone_text)
        if stays.key == goes.key:
            raise Misread(say("“{text}” and “{other}” are one company already.", text=kept_text, other=gone_text))
        name, gone = stays.name, {*goes.spellings}
        rows = {row.person.id for row in (*goes.rows, *goes.former)}
        with self._changing() as kept:
            people = [kept.book().people[id_] for id_ in rows]
            kept.put_people(
                person._replace(
                    company=name if person.company in gone else person.company,
                    formerly=tuple(
                        each._replace(company=name) if each.company in gone else each for each in person.formerly
                    ),
                )
                for person in people
            )
            if goes.page and not stays.page:
                kept.put_group(goes.page._replace(name=name))
            words = say("Joined {gone} into {kept}", gone=goes.name, kept=name)
            notes = []
            if stays.page and goes.page:
                notes.append(
                    say(
                        "Both have a page; to make it one: planner group merge {kept} {gone}",
                        kept=stays.page.slug,
                        gone=goes.page.slug,
                    )
                )
            moved = plural(len(rows), "{n} person moved with it.", "{n} people moved with it.")
            return done(kept, words, moved, notes=notes)
