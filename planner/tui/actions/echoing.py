"""What came back from an entry, asked for on a screen."""

from __future__ import annotations

from planner.domain.entry import Entry
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.choice import Choice
from ..widgets.screen import PlannerScreen
from .asking import ask_until_taken


class Echoing:
    """Asks what came back."""

    def __init__(self, screen: PlannerScreen) -> None:
        self._screen = screen

    async def action_echo(self) -> None:
        """Answer for the contribution that it is asked of."""
        entry = self._screen.desk.echo_asked()
        if entry:
            await self.ask(entry)
        else:
            key = self._screen.desk.settings().key
            words = say(
                "Nothing is asked about now; on the log ({key}), {other} says of an entry what came back.",
                key=key("common.show.log", "l"),
                other=key("log.echo", "E"),
            )
            self._screen.tell(Notice(words, role="accent"))

    async def ask(self, entry: Entry) -> None:
        """Ask what came back from an entry: a line, or one key for nothing; Enter on an empty line passes."""
        desk, said = self._screen.desk, self._screen.desk.echo_line(entry)

        def keep(line: str) -> None:
            if line or said:
                self._screen.made(desk.keep_echo(entry.id, line))

        def nothing() -> None:
            self._screen.made(desk.keep_echo(entry.id, "nothing"))

        what = entry.note or say(entry.form or entry.kind.value)
        what = what if len(what) <= LONGEST else f"{what[:LONGEST]}…"
        question, hint = say("What came back of “{what}”?", what=what), say("2 replies @marie")
        if not entry.kind.is_hands:
            question, hint = say("What did “{what}” give?", what=what), say("a practice, a name, a lead")
        await ask_until_taken(
            self._screen, question, hint, keep, said, read=desk.spell_echo,
            draft=f"echo {entry.id}", choices=() if said else (Choice("0", say("nothing"), nothing),),
        )  # fmt: skip


#: The longest note that a question repeats, in characters.
LONGEST = 24
