"""A transaction: what one change reads and puts, in records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from planner.domain.errors import StoreError
from planner.domain.record import refuse_unread_week
from planner.domain.value.typed import TYPE_CHECKING, Any

from .changeset import Changeset
from .contents import BOOK, TIMER, week_file
from .documents import document_of, same, tombstone
from .reading import value_of
from .shelf import as_read, week_as_read

if TYPE_CHECKING:
    from planner.domain.alert import Alert
    from planner.domain.appointment import Appointment
    from planner.domain.book import Book
    from planner.domain.counsel import Counsel
    from planner.domain.entry import Entry
    from planner.domain.group import Group
    from planner.domain.objective import Objective
    from planner.domain.person import Person
    from planner.domain.plan import Plan
    from planner.domain.record import WeekRecord
    from planner.domain.review import Review
    from planner.domain.step import Step
    from planner.domain.timer import Timer
    from planner.domain.week import Week

    from .settings_file import SettingsFile
    from .shelf import Shelf
    from .steps import Turned


class Transaction:
    """Reads see the files under the lock, and what was put here already; what is put is kept when it ends well.

    ``label`` says what the change did, and may be set late; one that is not ``undoable`` leaves no step behind.
    ``settings`` are those of hers that it sets, ``replaced`` the files set aside as damaged whose damage it ends, and
    ``troubles`` say what could not be done beside it.
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

    @property
    def turned(self) -> tuple[Turned, ...]:
        """What of the settings put here is another than the file has."""
        return self._settings_file.turned(self.settings) if self.settings else ()

    @property
    def leaves_step(self) -> bool:
        """Whether what was put so far leaves a step to undo: what is kept just so already leaves none."""
        return self.undoable and bool(self.changes.touched() or self.changes.texts or self.turned)

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
        if was and was != entry.week:
            self.remove_entry(entry, was)
        self.put_entries([entry])

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Keep many entries, each in the week of its start; one without a plan is given the last there was."""
        by_week: dict[Week, list[Entry]] = {}
        for entry in entries:
            by_week.setdefault(entry.week, []).append(entry)
        for week, some in by_week.items():
            if self._value(week_file(week)).plan is None and not self.week(week).unread:  # else its own comes back
                self._carry_on(week)
            self._put(week_file(week), "entries", some)

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

    def _carry_on(self, week: Week) -> None:
        """Give a week the last plan; a damaged one before it is no reason to lose what is logged now."""
        try:
            self.put_plan(week, self._carried_plan(week))
        except StoreError as error:
            self.troubles.append(str(error))

    # The timer

    def put_timer(self, timer: Timer | None) -> None:
        """Keep the running timer, or none."""
        self._put_or_remove(TIMER, "timer", timer)

    # Her settings

    def put_setting(self, key: str, value: object) -> None:
        """Set one of her settings, or take it out of the file (None); the rest of the file stays as she wrote it."""
        self.settings[key] = value

    def _value(self, name: str) -> Any:
        tables = self.changes.changed_tables(name)
        return self._shelf.load(name).value if tables is None else value_of(name, tables)

    def _put(self, name: str, table: str, records: Iterable[Any]) -> None:
        """Keep records; those that are kept just so already are left alone."""
        file, now = self.changes.file(name), self._now()
        documents = [document_of(table, record, now) for record in records]
        kept = {document["id"]: file.document(table, document["id"]) for document in documents}
        fresh = [document for document in documents if not same(document, kept[document["id"]] or {})]
        if fresh:
            file.put(table, fresh)

    def _remove(self, name: str, table: str, id_: str) -> None:
        file = self.changes.file(name)
        document = file.document(table, id_)
        if document and "removed" not in document:
            file.put(table, [tombstone(id_, self._now())])

    def _put_or_remove(self, name: str, table: str, record: Any) -> None:
        if record is None:
            self._remove(name, table, table)
        else:
            self._put(name, table, [record])
