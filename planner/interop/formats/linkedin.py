"""LinkedIn's archive: connections become people, groups and pages candidates, what was done there deeds.

Source: the archive that an account may ask for (“Get a copy of your data”); its tables are known by their columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from planner.desk.imports import Brought
from planner.desk.newcomers import new_id
from planner.domain.deed import Did, counted_words
from planner.domain.errors import Refused
from planner.domain.texts import clean
from planner.domain.weeks.last_year import YEAR
from planner.domain.words import listing, plural, say
from planner.interop.account import Account
from planner.interop.intake.draft import Passed
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.lines import Lines, head_text
from planner.interop.intake.mapping import name_map
from planner.interop.intake.part import Part
from planner.interop.intake.proposal import CHANGED, NEW, Item, Proposal, kept
from planner.interop.intake.whole import import_of, named
from planner.interop.linkedin.acquainted import FORMAT as NAME
from planner.interop.linkedin.acquainted import THERE, Acquainted, Became, Outcome
from planner.interop.linkedin.connections import CONNECTIONS, Connection
from planner.interop.linkedin.contributions import Contribution
from planner.interop.linkedin.doings import Doings
from planner.interop.linkedin.events import Event
from planner.interop.linkedin.follows import Follow
from planner.interop.linkedin.groups import MemberGroup
from planner.interop.linkedin.letters import Letter
from planner.interop.linkedin.places import Places
from planner.interop.linkedin.stories import STORIES, story_of, told
from planner.interop.linkedin.story import Said, Story
from planner.interop.problem import Problem

#: Rows after which it is told how far the reading is.
OFTEN = 500


def propose(taking: Taking) -> Proposal:
    """What an archive would bring. Raises Refused for what cannot be read, or has no row."""
    intake = _Intake(taking)
    intake.read()
    if not intake.rows:
        raise Refused(
            say(
                "There is no row in “{path}” that tells anything; ask LinkedIn for the whole archive.",
                path=clean(taking.parts.called),
            )
        )
    return intake.proposal()


class _Intake:
    """One archive on its way in."""

    def __init__(self, taking: Taking) -> None:
        self._taking, desk = taking, taking.desk
        self._by = new_id()
        known = desk.kept_sources({NAME}, lambda *_: "")
        book = desk.book()
        self._first = not any(each.format == NAME for each in book.imports.values())
        self._people = Acquainted(desk, known, self._by, taking.now.date())
        self._places = Places(book, known, name_map(taking.wishes.map, desk.map_text()), self._by)
        self._doings = Doings(desk, known, self._by, taking.now)
        self._became: Counter[Became] = Counter()
        self._unreadable = 0
        self._files = 0
        self._problems: list[Problem] = list(taking.parts.problems)

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return sum(self._became.values())

    def read(self) -> None:
        """Read all that tells something, people and groups first."""
        known = [(part, story) for part in self._taking.parts.parts if (story := self._story(part))]
        self._files = len(known)
        people = [(part, list(self._told(part, story))) for part, story in known if story is CONNECTIONS]
        for part, items in sorted(people, key=lambda each: self._newest(each[1]), reverse=True):
            self._people.begin(self._newest(items))  # of two archives the newer one counts
            self._read(part, items)
        rest = (each for each in known if each[1] is not CONNECTIONS)
        for part, story in sorted(rest, key=lambda each: STORIES.index(each[1])):
            self._read(part, self._told(part, story))

    def _told(self, part: Part, story: Story) -> Iterator[Said | Passed]:
        return told(story, Lines(part, self._problems), self._knows)

    def _newest(self, items: Iterable[Said | Passed]) -> date:
        """The newest connection; what is still to come is none."""
        days = (item.what.since for item in items if isinstance(item, Said))
        return max((day for day in days if day <= self._taking.now.date()), default=date.min)

    def _story(self, part: Part) -> Story | None:
        try:
            return story_of(head_text(part))
        except Refused as error:
            if not self._taking.parts.several:
                raise
            self._problems.append(Problem(part.name, None, str(error)))
            return None

    def _read(self, part: Part, items: Iterable[Said | Passed]) -> None:
        for item in items:
            before = self.rows
            if isinstance(item, Passed):
                self._unreadable += item.unreadable
                self._count(part, item.row, Outcome(Became.SKIPPED, item.why), 1)
            else:
                self._count(part, item.row, self._take(item), item.rows)
            if self.rows // OFTEN > before // OFTEN:
                self._taking.tell("read", self.rows, 0)

    def _knows(self, name: str, address: str) -> bool:
        return self._people.id_of(name, address) is not None

    def _take(self, said: Said) -> Outcome:
        what = said.what
        if isinstance(what, Connection):
            if what.since > self._taking.now.date():
                return Outcome(Became.SKIPPED, say("its date is still to come"))
            return self._people.take(what)
        if isinstance(what, MemberGroup | Follow):
            return self._places.take(what)
        if isinstance(what, Contribution):
            return self._doings.contribution(what, self._places)
        if isinstance(what, Letter):
            return self._doings.letter(what, self._people)
        return self._doings.event(what) if isinstance(what, Event) else THERE

    def _count(self, part: Part, row: int, outcome: Outcome, rows: int) -> None:
        self._became[outcome.became] += rows
        if outcome.why:
            self._problems.append(Problem(part.name, row, outcome.why))

    # What came of it

    def proposal(self) -> Proposal:
        """What it would bring."""
        became, people, groups = self._became, self._people, self._places.new
        account = Account(
            NAME,
            self._files,
            added=became[Became.NEW],
            changed=became[Became.CHANGED],
            already_there=became[Became.THERE],
            skipped=became[Became.SKIPPED],
            kept_back=became[Became.KEPT_BACK],
            unreadable=self._unreadable,
            new_groups=tuple(group.slug for group in groups),
            new_people=tuple(person.id for person in people.new),
            problems=tuple(self._problems),
        )
        n = account.added + account.changed
        brought = Brought(
            import_of(self._by, self._taking, account),
            plural(n, "Read {n} record of LinkedIn", "Read {n} records of LinkedIn"),
            groups=groups,
            people=people.changed,
            appointments=self._doings.appointments,
            deeds=self._doings.deeds,
        )
        anything = groups or people.changed or self._doings.appointments or self._doings.deeds
        return Proposal(
            *(account, kept(brought) if anything else None, self._items, tuple(self._sentences())),
            id=self._by,
            year=self._year if self._first else (lambda _out: ""),
        )

    def _items(self) -> Iterator[Item]:
        desk = self._taking.desk
        book, deeds = desk.book(), {deed.id for deed in desk.deeds()}
        for group in self._places.new:
            yield Item("groups", group.id, NEW, group.name, group.since, counts=group.id in self._places.counted)
        for person in self._people.changed:
            what = CHANGED if person.id in book.people else NEW
            counts = person.id not in self._people.uncounted
            yield Item("people", person.id, what, person.name, person.known, counts=counts)
        for each in self._doings.appointments:
            what = CHANGED if each.id in book.appointments else NEW
            yield Item("appointments", each.id, what, each.title, each.start.date(), each.minutes)
        names = {group.id: group.name for group in (*book.groups.values(), *self._places.new)}
        people = {person.id: person.name for person in (*book.people.values(), *self._people.changed)}
        for deed in self._doings.deeds:
            title = deed.title or counted_words(deed.did, 1)
            if deed.person:
                title = say("{what}: {names}", what=title, names=people.get(deed.person, deed.person))
            what = CHANGED if deed.id in deeds else NEW
            of = frozenset(filter(None, (deed.group, deed.person)))
            yield Item("deeds", deed.id, what, title, deed.day, group=names.get(deed.group or "", ""), of=of)

    def _sentences(self) -> Iterator[str]:
        yield from named(say("New groups, to be looked at"), [group.name for group in self._places.new])
        yield from named(say("New people"), [person.name for person in self._people.new])
        yield from named(say("Changed"), self._people.told())
        done = Counter(deed.did for deed in self._doings.deeds)
        if done:
            words = listing([counted_words(did, done[did]) for did in Did if done[did]])
            yield say("Done there, which counts as no time: {done}.", done=words)
        if unnamed := self._places.unnamed:
            group = unnamed[0]
            yield plural(
                len(unnamed),
                "{n} group is known by its number alone; open {address}, and name it: planner group edit {slug} "
                "--name …",
                "{n} groups are known by their numbers alone; open {address}, and name it: planner group edit {slug} "
                "--name …",
                address=group.address,
                slug=group.slug,
            )

    def _year(self, out: Collection[str] = ()) -> str:
        """One sentence before any figure: what her last year there was, without what is left out; "" for nothing."""
        since = self._taking.now.date() - timedelta(days=YEAR - 1)
        new = [person for person in self._people.new if person.id not in out]
        known = sum(person.known is not None and person.known >= since for person in new)
        deeds = [each for each in self._doings.deeds if not {each.id, each.group, each.person} & {*out}]
        given = [deed for deed in deeds if deed.did.gives and deed.day >= since]
        groups = {deed.group for deed in given if deed.group}
        parts = [
            plural(known, "{n} person more who knows you", "{n} people more who know you") if known else "",
            plural(len(given), "{n} contribution", "{n} contributions") if given else "",
            plural(len(groups), "{n} group you gave to", "{n} groups you gave to") if groups else "",
        ]
        return say("Your last year: {what}.", what=", ".join(filter(None, parts))) if any(parts) else ""


def _is_of_archive(head: str) -> bool:
    return story_of(head) is not None


FORMAT = Format(NAME, lambda: say("LinkedIn's archive"), _is_of_archive, propose, ("map",), ".csv")
