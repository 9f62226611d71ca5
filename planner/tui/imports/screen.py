"""The Imports screen: a file is chosen, shown for what it is and would bring, brought in, and taken back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.binding import Binding
from textual.widget import Widget

from planner.desk.imports import Tell
from planner.domain.kinds import Kind
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.weeks.unread_report import Report
from planner.domain.words import say
from planner.interop.import_words import counts
from planner.interop.reading import formats_there
from planner.tui.imports import keys
from planner.tui.imports.draw_rows import Folded, Line, Name, Past, Piece, Way
from planner.tui.imports.file_panel import FilePanel
from planner.tui.imports.intake import Intake, Proposed, read, said_paths
from planner.tui.imports.list import ImportsList
from planner.tui.imports.rows import begin_lines, proposed_lines, waiting_words, working_lines
from planner.tui.imports.work import Work
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import heading
from planner.tui.widgets.draw_notice import Notice, of_change
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.keys import ASKING, COMMON, MOVING, WAYS_BACK, Key, bindings
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.page_panel import PagePanel
from planner.tui.widgets.width import room_of, width_of
from planner.tui.widgets.working import hint_of

from ..widgets.ask import Ask
from ..widgets.chooser import Chooser
from ..widgets.screen import PlannerScreen

#: Seconds after which it is shown again how far something is.
OFTEN = 0.1


class ImportsScreen(PlannerScreen):
    """One list: at first the ways in and the earlier imports, then what a file would bring, then how far that is."""

    NAME = "imports"
    KEYS = keys.IMPORTS_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("imports", keys.IMPORTS_KEYS)
    ABOUT = About(
        lambda: say("Imports"),
        lambda: say(
            "What you did elsewhere: a tracker’s log, a calendar, contacts, LinkedIn’s archive. What "
            "would come is shown before anything is changed, and one key takes it back."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._intake = self.planner.kept(Intake)
        self._chooser: Chooser[tuple[Line, ...], Line, None] = Chooser(
            None, lambda lines, _view: lines, lambda line: line.id
        )
        self._report: Report | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield ImportsList(self.ink)

    # Showing

    def renew(self) -> None:
        """While something goes on the data is its own: what is shown here is how far it is."""
        if self._intake.work:
            self._show()
        else:
            super().renew()

    def announce(self) -> None:
        """Say the next line of the queue, but while something goes on."""
        if not self._intake.work:
            super().announce()

    def refreshed(self) -> None:
        """Ask for this week's report, for the clock and the timer; and show the rows."""
        self._report = self.desk.report()
        timer = self._report.timer
        self.query_one(Masthead).show(self._report, self.desk.book().group_name(timer.group) if timer else "")
        self._show()

    def _show(self) -> None:
        self._chooser.take(tuple(self._lines(width_of(self.app))))
        self.query_one(ImportsList).show(self._chooser.rows, self._chooser.at, self.desk.now().date())
        self.show_keys()

    def _lines(self, width: int) -> Iterable[Line]:
        intake, named = self._intake, partial(hint_of, self)
        if intake.work:
            return working_lines(intake.work.words, intake.work.how_far, stopping=intake.work.stopping)
        if intake.proposed:
            return proposed_lines(intake.proposed, width, named)
        return begin_lines(intake.said, self.desk.imports(), formats_there(), width, named)

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self.attempt(self._show)

    # Keys

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Those of what is shown, and of the chosen row."""
        proposed, chosen = self._intake.proposed, self._chooser.chosen
        if proposed is None:
            return (*keys.BEGIN, keys.ENTER, *([keys.TAKE_BACK] if isinstance(chosen, Past) else []), *MOVING)
        act = [keys.READ_ANEW] if proposed.meanings else [keys.BRING_IN] if proposed.brings else []
        of_row = keys.MEANING if isinstance(chosen, Name) else ()
        leave = [keys.LEAVE_OUT] if isinstance(chosen, Folded | Piece) else []
        why = [keys.REASONS] if proposed.reasons else []
        enter = keys.GROUP if isinstance(chosen, Name) else keys.OPEN
        return (*act, enter, *leave, *of_row, *why, keys.LEAVE_IT, *MOVING)

    @property
    def keys(self) -> tuple[Key, ...]:
        """While something goes on only those that stop it and that change nothing."""
        if self._intake.work:
            return (keys.STOP, *ASKING, COMMON[-1])
        escape = () if self._intake.proposed else WAYS_BACK[1:]
        return (*self.own_keys, *escape, *(key for key in COMMON if key.action != f"show('{self.NAME}')"))

    # Going on beside the screen

    def _begin(self, words: str, does: Callable[[Tell], Callable[[], object]]) -> None:
        work = self._intake.work = Work(words, does)
        self.tell(Notice())
        self._show()
        self.run_worker(work.run, thread=True)
        self._look_again(work)

    def _look_again(self, work: Work) -> None:
        self.set_timer(OFTEN, lambda: self._look(work))

    def _look(self, work: Work) -> None:
        if not work.ended:
            self._show()
            self._look_again(work)
            return
        self._intake.work = None
        self._chooser.forget()
        if work.problem:
            self.attempt(work.raise_problem)
        elif work.stopped:
            self.tell(Notice(say("Stopped: nothing of it was kept."), role="accent"))
        else:
            work.told()
        self.renew()

    def action_stop_work(self) -> None:
        """Stop what goes on."""
        if self._intake.work:
            self._intake.work.stop()
            self._show()

    def on_unmount(self) -> None:
        """Who leaves planner stops what goes on."""
        self.action_stop_work()

    # Choosing a file

    async def action_choose_file(self) -> None:
        """Choose one in the tree of files."""
        home = os.path.expanduser("~")
        downloads = os.path.join(home, "Downloads")
        folder = downloads if os.path.isdir(downloads) else home
        self.app.push_screen(FilePanel(self.ink, folder, self.app.size.height), self._chosen_path)

    async def action_say_path(self) -> None:
        """Type or paste the path of one."""
        self.app.push_screen(Ask(self.ink, say("File"), placeholder=say("its path")), self._chosen_path)

    async def take_paste(self, text: str) -> None:
        """What is pasted here is a path, as a terminal gives it for a file that is dropped on it."""
        if not self._intake.work:
            self._read(said_paths(text))

    def _chosen_path(self, text: str | None) -> None:
        if text:
            self._read((text,) if os.path.lexists(text) else said_paths(text))

    def _read(self, paths: tuple[str, ...]) -> None:
        """Read what there is, and show it; nothing is changed by that but her map."""
        proposed = self._intake.proposed
        meanings = proposed.meanings if proposed and proposed.paths == paths else {}

        def does(tell: Tell) -> Callable[[], None]:
            read_now = read(self.desk.beside(), paths, meanings, tell)
            return lambda: self._propose(read_now)

        if paths:
            self._begin(say("Reading {path}", path=", ".join(map(os.path.basename, paths))), does)

    def _propose(self, proposed: Proposed) -> None:
        self._intake.proposed = proposed
        self.tell(Notice(waiting_words(proposed.waits), role="accent"))

    # What it would bring

    @property
    def _proposed(self) -> Proposed:
        assert self._intake.proposed
        return self._intake.proposed

    def action_bring_in(self) -> None:
        """Bring in all that is not left out, as one change."""
        proposed, first = self._proposed, not self.desk.imports()

        def does(tell: Tell) -> Callable[[], None]:
            account = proposed.apply(tell)
            own = proposed.reading.proposal.year(frozenset(proposed.offer.out))
            year = own or (proposed.desk.last_year().words if first else "")
            sentences = () if proposed.offer.out else proposed.reading.proposal.sentences  # they are of all of it
            said = (year, counts(account), *sentences)
            return lambda: self._brought_in(tuple(dict.fromkeys(filter(None, said))))

        self._begin(say("Bringing in {what}", what=proposed.reading.format.title()), does)

    def _brought_in(self, said: tuple[str, ...]) -> None:
        self._intake.proposed, self._intake.said = None, said
        self.planner.seen_now()
        self.tell(Notice(say("It is brought in."), undo=True))

    def action_read_anew(self) -> None:
        """Read the file again with what its names mean."""
        self._read(self._proposed.paths)

    def action_leave_it(self) -> None:
        """Bring nothing of it in."""
        self._intake.proposed = None
        self._chooser.forget()
        self.tell(Notice(say("Nothing of it was brought in."), role="accent"))
        self.renew()

    def action_leave_out(self) -> None:
        """Leave the chosen row out, or all of the chosen week; or take it again."""
        match self._chooser.chosen:
            case Folded() as line:
                self._proposed.offer.turn(line.bundle)
            case Piece() as line:
                self._proposed.offer.turn_one(line.item)
        self._show()

    def action_mean(self, kind: str) -> None:
        """Say which kind the chosen name means."""
        if isinstance(line := self._chooser.chosen, Name):
            self._proposed.mean(line.waits, kind=Kind(kind))
            self._show()

    def action_skip(self) -> None:
        """Have the rows of the chosen name passed over."""
        if isinstance(line := self._chooser.chosen, Name):
            self._proposed.mean(line.waits, skip=True)
            self._show()

    def _ask_group(self, line: Name) -> None:
        meaning = line.meaning
        names = [group.name for group in self.desk.book().groups.values()]
        question = say("Group of “{name}”", name=line.waits.name)

        def take(group: str | None) -> None:
            if group:
                self._proposed.mean(line.waits, group=group)
                self._show()

        proposal = (meaning.group if meaning else "") or line.waits.name
        self.app.push_screen(Ask(self.ink, question, proposal, ", ".join(names[:3])), take)

    def action_reasons(self) -> None:
        """What was not taken, and why."""
        reasons = self._proposed.reasons

        def rows(width: int, _height: int) -> list[Row]:
            told = [paragraph(reason, width - 6) for reason in reasons]
            return [Row(2 if not at else 4).put(line, "text") for lines in told for at, line in enumerate(lines)]

        self.app.push_screen(PagePanel(self.ink, heading(say("NOT TAKEN, AND WHY")), rows, *room_of(self.app)))

    # Earlier imports

    def action_take_back(self) -> None:
        """Take the chosen import back, but for what was edited since."""
        if isinstance(line := self._chooser.chosen, Past):
            number = line.number

            def does(_tell: Tell) -> Callable[[], None]:
                change = self.desk.beside().take_back(number).change
                return lambda: self._took_back(change)

            self._begin(say("Taking back {what}", what=line.title), does)

    def _took_back(self, change: Change) -> None:
        self._intake.said = ()
        self.planner.seen_now()
        self.tell(of_change(change))

    def action_undo(self) -> None:
        """Take back the last change, beside the screen: it may be an import of ten years."""

        def does(_tell: Tell) -> Callable[[], None]:
            change = self.desk.beside().undo()
            return lambda: self._undone(change)

        self._begin(say("Taking back the last change"), does)

    def _undone(self, change: Change) -> None:
        self._took_back(change._replace(undoable=False))

    # The chosen row

    async def action_take(self) -> None:
        """Do what the chosen row says."""
        match self._chooser.chosen:
            case Way() as line:
                await self._go(line)
            case Name() as line:
                self._ask_group(line)
            case Folded() as line:
                self._proposed.offer.unfold(line.bundle)
                self._show()
            case Piece():
                self.action_leave_out()

    async def _go(self, line: Way) -> None:
        match line.id:
            case "choose":
                await self.action_choose_file()
            case "path":
                await self.action_say_path()
            case "anew":
                self.action_read_anew()
            case "bring":
                self.action_bring_in()

    def action_move(self, rows: int) -> None:
        """Go so many rows down."""
        self._chooser.move(rows)
        self._show()

    def action_page(self, pages: int) -> None:
        """Go so many pages down."""
        self._chooser.page(pages, self.query_one(ImportsList).page)
        self._show()

    def action_end(self, row: int) -> None:
        """To the first row (0) or the last (-1)."""
        self._chooser.end(row)
        self._show()

    @on(ImportsList.RowClicked)
    async def _clicked(self, event: ImportsList.RowClicked) -> None:
        """A click chooses; a click on the chosen row does what it says."""
        self._chooser.go(event.row)
        self._show()
        if event.again:
            await self.action_take()

    @on(ImportsList.Turned)
    def _turned(self, event: ImportsList.Turned) -> None:
        """The wheel chooses further on."""
        self.action_move(event.rows)
