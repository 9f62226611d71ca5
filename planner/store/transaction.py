"""A transaction: what one change reads and puts, in records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from planner.domain.errors import StoreError
from planner.domain.instants import pinned
from planner.domain.record import refuse_unread_week
from planner.domain.value import NamedTuple
from planner.domain.value.dates import datetime
from planner.domain.value.typed import TYPE_CHECKING, Any

from .changeset import Changeset
from .contents import BOOK, DEEDS, TIMER, week_file, week_named
from .documents import document_of, same, tombstone
from .reading import value_of
from .shelf import as_read, week_as_read

if TYPE_CHECKING:
    from planner.domain.alert import Alert
    from planner.domain.appointment import Appointment
    from planner.domain.book import Book
    from planner.domain.counsel import Counsel
    from planner.domain.deed import Deed
    from planner.domain.entry import Entry
    from planner.domain.group import Group
    from planner.domain.imported import Import
    from planner.domain.known_home import KnownHome
    from planner.domain.objective import Objective
    from planner.domain.person import Person
    from planner.domain.plan import Plan
    from planner.domain.record import WeekRecord
    from planner.domain.review import Review
    from planner.domain.step import Step
    from planner.domain.timer import Timer
    from planner.domain.week import Week

    from .data_file import DataFile
    from .former import Former
    from .merging import Figures
    from .merging.conflicts import Twofold
    from .settings_file import SettingsFile
    from .shelf import Shelf
    from .steps import PutAway, Turned
    from .tables import Document


class Rewritten(NamedTuple):
    """What is to be kept in a week, the ids of the entries that go to another one, and by id from which some come."""

    entries: tuple[Entry, ...] = ()
    gone: tuple[str, ...] = ()
    come: Mapping[str, Week] = {}


#: No entry comes from another week.
NONE_COME: Mapping[str, Week] = {}


class Transaction:
    """Reads see the files under the lock, and what was put here already; what is put is kept when it ends well.

    ``label`` says what the change did, and may be set late; one that is not ``undoable`` leaves no step behind.
    ``settings`` are those of hers that it sets, ``replaced`` the files set aside as damaged whose damage it ends,
    ``copies`` those of another machine that it puts away, and ``troubles`` say what could not be done beside it.
    Every method raises Damaged, Newer or StoreError where a file cannot be read.
    """

    def __init__(
        self,
        shelf: Shelf,
        now: Callable[[], datetime],
        label: str,
        carried_plan: Callable[[Week], Plan | None],
        settings_file: SettingsFile,
    ) -> None:
        self.label = label
        self.undoable = True
        self.changes = Changeset(shelf)
        self._shelf = shelf
        self._now = now
        self._carried_plan = carried_plan
        self._settings_file = settings_file
        self.troubles: list[str] = []
        self.settings: dict[str, Any] = {}
        self.replaced: tuple[str, ...] = ()
        self.copies: tuple[PutAway, ...] = ()

    @property
    def turned(self) -> tuple[Turned, ...]:
        """What of the settings put here is another than the file has."""
        return self._settings_file.turned(self.settings) if self.settings else ()

    @property
    def leaves_step(self) -> bool:
        """Whether what was put so far leaves a step to undo: what is kept just so already leaves none."""
        changes = self.changes
        return self.undoable and bool(changes.touched() or changes.rewritten or changes.texts or self.turned)

    # What there is

    def book(self) -> Book:
        return as_read(self._value(BOOK), self._shelf)

    def week(self, week: Week) -> WeekRecord:
        return week_as_read(self._value(week_file(week)), self._shelf)

    def timer(self) -> Timer | None:
        timer: Timer | None = self._value(TIMER)
        return timer

    # The book

    def put_group(self, group: Group) -> None:
        self._put(BOOK, "groups", [group])

    def put_person(self, person: Person) -> None:
        self._put(BOOK, "people", [person])

    def put_objective(self, objective: Objective) -> None:
        self._put(BOOK, "objectives", [objective])

    def put_people(self, people: Iterable[Person]) -> None:
        """Keep many people at once."""
        self._put(BOOK, "people", people)

    def put_groups(self, groups: Iterable[Group]) -> None:
        """Keep many groups at once."""
        self._put(BOOK, "groups", groups)

    def put_step(self, step: Step) -> None:
        self._put(BOOK, "steps", [step])

    def put_steps(self, steps: Iterable[Step]) -> None:
        """Keep many next steps at once."""
        self._put(BOOK, "steps", steps)

    def put_appointment(self, appointment: Appointment) -> None:
        self._put(BOOK, "appointments", [appointment])

    def put_appointments(self, appointments: Iterable[Appointment]) -> None:
        """Keep many appointments at once."""
        self._put(BOOK, "appointments", appointments)

    def put_home(self, home: KnownHome) -> None:
        self._put(BOOK, "homes", [home])

    def put_counsel(self, counsel: Counsel) -> None:
        self._put(BOOK, "counsel", [counsel])

    def remove_group(self, id_: str) -> None:
        self._remove(BOOK, "groups", id_)

    def remove_person(self, id_: str) -> None:
        self._remove(BOOK, "people", id_)

    def remove_objective(self, id_: str) -> None:
        self._remove(BOOK, "objectives", id_)

    def remove_appointment(self, id_: str) -> None:
        self._remove(BOOK, "appointments", id_)

    def remove_counsel(self, id_: str) -> None:
        self._remove(BOOK, "counsel", id_)

    # A week

    def put_entry(self, entry: Entry, was: Week | None = None) -> None:
        """Keep an entry in the week of its start; ``was`` is the week it is moved from, if that is another."""
        if was is None or was == entry.week:
            self.put_entries([entry])
            return
        from .moved import stone
        from .versions import carried

        left, comes = (self.changes.file(week_file(week)) for week in (was, entry.week))
        before = left.document("entries", entry.id)
        self._have_plan(entry.week)
        comes.put("entries", [carried(before, document_of("entries", entry, pinned(self._now())))])
        if before:
            left.put("entries", [stone(entry.id)])

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Keep many entries, each in the week of its start; one without a plan is given the last there was."""
        by_week: dict[Week, list[Entry]] = {}
        for entry in entries:
            by_week.setdefault(entry.week, []).append(entry)
        for week, some in by_week.items():
            self._have_plan(week)
            self._put(week_file(week), "entries", some)

    def rewrite_week(self, week: Week, made: Callable[[WeekRecord], Rewritten], records: int) -> None:
        """Change some ``records`` of a week as its file is written, by what ``made`` makes of the week as it is.

        So a log of ten years is kept in the memory of a week; nothing else may be put there in the same change. A week
        without a plan is given the last there was, where something is kept in it.
        """

        def change(file: DataFile) -> None:
            record = week_as_read(value_of(file.name, file.tables), self._shelf)
            rewritten = made(record)
            plan = self._plan_to_carry(week) if rewritten.entries and not (record.plan or record.unread) else None
            if plan:
                self._put_in(file, "plan", [plan])
            self._put_in(file, "entries", rewritten.entries, left=True, come=rewritten.come)
            if rewritten.gone:
                from .moved import stone

                file.put("entries", [stone(id_) for id_ in rewritten.gone if file.document("entries", id_)])

        self.changes.rewrite(week_file(week), change, records)

    def former(self, import_: Import) -> Former:
        """What an import changed in records that were there before it, and nobody has changed since."""
        from .former import NOTHING, former_of

        if not import_.updated:
            return NOTHING
        former: Former = self._shelf.of_steps(lambda: former_of(self.changes, import_.id, self.book().groups))
        return former

    def take_out_of_week(self, week: Week, ids: Collection[str], told: Callable[[int], None], former: Former) -> None:
        """Take out of a week, as its file is written, those of its entries that are as the imports left them.

        ``told`` is told how many are not, and stay; it may be told twice. What is taken out so may come once more. The
        ``former`` entries of the week come back.
        """
        name = week_file(week)

        def change(file: DataFile) -> None:
            from .sources import is_untouched

            going = [id_ for id_ in ids if is_untouched(file.document("entries", id_))]
            self._take_out(file, "entries", going)
            former.put_back(file, pinned(self._now()), self.changes)
            told(len(ids) - len(going))

        self.changes.rewrite(name, change, len(ids) + len(former.back.get(name, ())))

    def put_former(self, former: Former) -> None:
        """Have the book, and what else is no week, say again what it said."""
        for name in former.files:
            if not week_named(name):
                former.put_back(self.changes.file(name), pinned(self._now()), self.changes)

    def remove_entry(self, entry: Entry, week: Week | None = None) -> None:
        """Take an entry out of the file of its week, or of another in which it stands."""
        self._remove(week_file(week or entry.week), "entries", entry.id)

    def put_plan(self, week: Week, plan: Plan | None) -> None:
        """Keep a week's plan, or none. Raises StoreError where the one it has cannot be read."""
        refuse_unread_week(self.week(week))
        self._put_or_remove(week_file(week), "plan", plan)

    def put_review(self, week: Week, review: Review) -> None:
        """Keep a review beside those of other revisions. Raises StoreError where these cannot be read."""
        refuse_unread_week(self.week(week))
        self._put(week_file(week), "reviews", [review])

    def put_alert(self, week: Week, alert: Alert) -> None:
        """Keep what was announced of one cause in a week."""
        self._put(week_file(week), "alerts", [alert])

    def _have_plan(self, week: Week) -> None:
        """Give a week without a plan the last there was."""
        if self._value(week_file(week)).plan is None and not self.week(week).unread:  # else its own comes back
            self.put_plan(week, self._plan_to_carry(week))

    def _plan_to_carry(self, week: Week) -> Plan | None:
        """The last plan before a week; a damaged one is no reason to lose what is logged now."""
        try:
            return self._carried_plan(week)
        except StoreError as error:
            self.troubles.append(str(error))
            return None

    # The timer

    def put_timer(self, timer: Timer | None) -> None:
        """Keep the running timer, or none; where another machine's run is kept beside it, that one goes on then."""
        if timer is None and (other := self._other_run()):
            self.changes.file(TIMER).put("timer", [other], merged=True)
        else:
            self._put_or_remove(TIMER, "timer", timer)

    def _other_run(self) -> Document | None:
        document = self.changes.file(TIMER).document("timer", "timer")
        if document is None or "beside" not in document.get("lineage", ()):
            return None
        from .merging.conflicts import next_run

        return next_run(document, self._now())

    # What she did elsewhere

    def deeds(self) -> tuple[Deed, ...]:
        deeds: tuple[Deed, ...] = self._value(DEEDS)
        return deeds

    def put_deeds(self, deeds: Iterable[Deed]) -> None:
        """Keep many deeds at once."""
        self._put(DEEDS, "deeds", deeds)

    def remove_deeds(self, deeds: Iterable[Deed]) -> None:
        """Take many deeds out at once."""
        ids = [deed.id for deed in deeds]
        if ids:
            self._take_out(self.changes.file(DEEDS), "deeds", ids)

    # What is hers to write

    def put_text(self, name: str, content: bytes) -> None:
        """Put a whole file of those that are hers to write, such as the map of other programs' names."""
        self.changes.texts[name] = content

    def put_import(
        self, import_: Import, groups: Iterable[Group], people: Iterable[Person], appointments: Iterable[Appointment]
    ) -> None:
        """Keep what an import came to, and what it brought into the book, as it left that."""
        file = self.changes.file(BOOK)
        self._put_in(file, "imports", [import_])
        for table, records in (("groups", groups), ("people", people), ("appointments", appointments)):
            self._put_in(file, table, records, left=True)

    def remove_import(self, import_: Import, brought: Iterable[tuple[str, str]]) -> None:
        """Take an import out, and what it ``brought`` into the book (table and id), so that it may come once more."""
        file = self.changes.file(BOOK)
        by_table: dict[str, list[str]] = {"imports": [import_.id]}
        for table, id_ in brought:
            by_table.setdefault(table, []).append(id_)
        for table, ids in by_table.items():  # at once: TinyDB goes through a table at each change
            self._take_out(file, table, ids)

    # Other copies of the home

    def shares_records(self, there: Mapping[str, bytes], whose: str) -> bool:
        """Whether another home (files by name) has anything in common with this one, or one of them is empty."""
        from .merging.homes import shares_records

        return shares_records(self.changes, there, whose)

    def merge(self, there: Mapping[str, bytes], base: Mapping[str, bytes] | None, whose: str) -> Figures:
        """Merge another home (files by name) into this one, ``base`` being what both had last, where it is known."""
        from .merging import merge_home

        return merge_home(self.changes, there, base, whose)

    def settle(self, twofold: Twofold, keep: str) -> None:
        """Keep one of what is kept twice, by its number, or ``both``. Raises Refused where that cannot be."""
        from .merging.conflicts import THERE, TIME, settled

        if twofold.part == THERE and keep != "1":
            from .merging.named import refuse_named

            refuse_named(self.changes, twofold.table, twofold.document)

        file = self.changes.file(twofold.file)
        document = file.document(twofold.table, twofold.document["id"])
        assert document
        chosen = settled(twofold, document, keep, self._now())
        file.put(twofold.table, [chosen], merged=True)
        if twofold.part in ("start", TIME):
            from .merging.weeks import stand_once

            stand_once(self.changes, {chosen["id"]})

    def put_setting(self, key: str, value: object) -> None:
        """Set one of her settings, or take it out of the file (None); the rest of the file stays as she wrote it."""
        self.settings[key] = value

    def _value(self, name: str) -> Any:
        tables = self.changes.changed_tables(name)
        return self._shelf.load(name).value if tables is None else value_of(name, tables)

    def _put(self, name: str, table: str, records: Iterable[Any]) -> None:
        """Keep records; those that are kept just so already are left alone."""
        self._put_in(self.changes.file(name), table, records)

    def _put_in(
        self,
        file: DataFile,
        table: str,
        records: Iterable[Any],
        *,
        left: bool = False,
        come: Mapping[str, Week] = NONE_COME,
    ) -> None:
        """Keep records in a file; as an import has ``left`` them, which is marked in their sources.

        Those that ``come`` from another week (by id) know what they came from there.
        """
        now = pinned(self._now())  # the zone is asked once, not for every record
        documents = [document_of(table, record, now) for record in records]
        if left:
            from .sources import marked

            documents = [marked(document) if document.get("sources") else document for document in documents]
        if come:
            documents = [self._carried(document, come) for document in documents]
        kept = {document["id"]: file.document(table, document["id"]) for document in documents}
        fresh = [document for document in documents if not same(document, kept[document["id"]] or {})]
        if fresh:
            file.put(table, fresh)

    def _carried(self, document: Document, come: Mapping[str, Week]) -> Document:
        if document["id"] not in come:
            return document
        from .versions import carried

        rows = self.changes.tables(week_file(come[document["id"]])).get("entries", {}).values()
        return carried(next((row for row in rows if row["id"] == document["id"]), None), document)

    def _remove(self, name: str, table: str, id_: str) -> None:
        file = self.changes.file(name)
        document = file.document(table, id_)
        if document and "removed" not in document:
            file.put(table, [tombstone(id_, self._now(), document.get("sources"))])

    def _take_out(self, file: DataFile, table: str, ids: Collection[str]) -> None:
        """Take documents out that nobody has removed: what they were read from is not known, and may come again."""
        if ids:
            now = pinned(self._now())
            file.put(table, [tombstone(id_, now) for id_ in ids])

    def _put_or_remove(self, name: str, table: str, record: Any) -> None:
        if record is None:
            self._remove(name, table, table)
        else:
            self._put(name, table, [record])
