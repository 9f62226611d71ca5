"""What can be done with all that is kept: backed up, checked, mended, verified, restored."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from planner.domain.errors import PlannerError, Refused
from planner.domain.words import full_date, plural, say

from ..widgets.draw_notice import Notice, of_problem
from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.desk.checkup import Checkup


def with_all_data(screen: PlannerScreen) -> Iterator[tuple[str, str, Callable[[], object]]]:
    """What can be done with all that is kept: its name, in words, and the call; the days to go back to come last."""
    if screen.NAME != "settings":
        words = say("Settings: your minutes, days and hours, the theme")
        yield "settings", words, partial(screen.action_show, "settings")
    if not screen.planner.demo:  # which writes nothing but its own folder
        yield "back-up", say("Back everything up into your own folder"), partial(_beside, screen, _back_up)
        yield "sync", say("Sync with your other machines"), partial(_beside, screen, _sync)
    yield "check", say("Check every file"), partial(_beside, screen, _check)
    yield "mend", say("Mend what is damaged"), partial(_mend, screen)
    there = _backup_days(screen)
    if there:
        yield "verify", say("Verify the newest backup"), partial(_beside, screen, _verify)
    for day in there:
        words = say("Restore the backup of {day}", day=full_date(day))
        yield f"restore.{day.isoformat()}", words, partial(_restore, screen, day)


def _backup_days(screen: PlannerScreen) -> tuple[date, ...]:
    """The days to go back to; none where their folder is out of reach, which the next change says."""
    try:
        return screen.desk.backup_days()
    except PlannerError:
        return ()


def _restore(screen: PlannerScreen, day: date) -> None:
    """Go back to a day's backup, which the notice answers with the key that undoes it."""
    screen.change(lambda: screen.desk.restore_day(day).in_brief)


def _beside(screen: PlannerScreen, does: Callable[[PlannerScreen], str]) -> None:
    """Do something beside the screen, for a home of ten years takes a second or two, and say what came of it."""

    def tells() -> None:
        try:
            said = Notice(does(screen))
        except PlannerError as problem:
            said = of_problem(str(problem))
        screen.app.call_from_thread(screen.planner.tell, said)

    screen.run_worker(tells, thread=True)


def _sync(screen: PlannerScreen) -> str:
    """Carry the home to her other machines, and bring in what they sent; what changes shows itself."""
    done = screen.desk.beside().sync()
    if done.why:
        raise Refused(" ".join((done.change.words, done.why)))
    return " ".join((done.change.words, *done.change.notes))


def _check(screen: PlannerScreen) -> str:
    """Look at every file, and say the first that is not as it should be."""
    return _outcome(screen.desk.checkup())


def _outcome(checkup: Checkup) -> str:
    """What a checkup came to, in a notice's room."""
    bad = [f"{finding.file}: {finding.what}" for finding in checkup.files if not finding.good]
    if not bad:
        return say("Every file is good.")
    more = len(bad) - 1
    others = plural(more, "and {n} more: “planner check” names it", "and {n} more: “planner check” names them")
    return say("; ").join((bad[0], others)) if more else bad[0]


def _mend(screen: PlannerScreen) -> None:
    """Put right what can be, as “planner check --mend” does, and say what came of it."""
    if screen.desk.checkup().good:
        screen.tell(Notice(say("Every file is good.")))
        return
    done = screen.desk.checkup(mend=True)
    screen.planner.seen_now()
    screen.renew()
    if not done.good:
        screen.tell(of_problem(_outcome(done)))
    elif done.moved or done.parted:
        screen.tell(Notice(say("Put entries in order")))
    else:
        screen.tell(Notice(say("; ").join(f"{finding.file}: {finding.what}" for finding in done.files)))


def _verify(screen: PlannerScreen) -> str:
    """Restore the newest backup for a test."""
    return screen.desk.verify_newest().words


def _back_up(screen: PlannerScreen) -> str:
    """Write everything into an archive in her own folder."""
    path = screen.desk.backup(os.path.expanduser("~"))
    return say("Everything is in {path}.", path=os.path.join("~", os.path.basename(path)))
