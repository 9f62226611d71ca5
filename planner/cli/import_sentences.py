"""What an import did, in sentences: one law of counts for all, then what each format has to say of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import day_month, listing, plural, say, spell_minutes

if TYPE_CHECKING:
    from planner.interop.account import Account, Beside
    from planner.interop.calendar_appointments import CalendarImport
    from planner.interop.contact_import import CardsImport
    from planner.interop.feeds import FeedsImport
    from planner.interop.problem import Problem
    from planner.interop.toggl_import import LogImport


MOST_PROBLEMS = 40  #: what a person may read of them; ``--json`` has all
MOST_NAMES = 12  #: that a line lists


def log_text(imported: LogImport, overlaps: Sequence[Beside], *, dry_run: bool) -> str:
    """What became of another program's log, and what of it goes on beside something else."""
    lines = [say("{time} logged.", time=spell_minutes(imported.account.minutes))] if imported.entries else []
    lines += _named(say("New groups"), [group.name for group in imported.groups])
    lines += _beside(overlaps)
    if imported.unmapped:
        kinds = ",".join(f"{project.project}=…" for project in imported.unmapped)
        lines.append(say('Say what kind they are: --map "{names}"', names=kinds))
    return _text(imported.account, lines, dry_run=dry_run)


def calendar_text(imported: CalendarImport, *, dry_run: bool) -> str:
    """What became of a calendar's meetings, and what of it could not be read."""
    from planner.interop.calendar_appointments import called_with_time

    changed = [
        say("{n} moved or changed", n=len(imported.moved)) if imported.moved else "",
        say("{n} cancelled", n=len(imported.cancelled)) if imported.cancelled else "",
        say("{n} no longer in it, and so cancelled", n=len(imported.gone)) if imported.gone else "",
    ]
    lines = [say("{counts}.", counts=", ".join(filter(None, changed)))] if any(changed) else []
    lines += _named(say("Changed"), imported.told)
    lines += _named(say("Cancelled"), [called_with_time(each) for each in (*imported.cancelled, *imported.gone)])
    if imported.outside and imported.outside == imported.account.read:
        lines.append(
            plural(
                imported.events,
                "Its {n} event is not in the days that were looked at; --days looks further.",
                "None of its {n} events is in the days that were looked at; --days looks further.",
            )
        )
    elif imported.outside:
        lines.append(
            plural(
                imported.outside,
                "{n} skipped, for it is not in the days that were looked at; --days looks further.",
                "{n} skipped, for they are not in the days that were looked at; --days looks further.",
            )
        )
    if imported.people:
        lines.append(plural(len(imported.people), "{n} person new or completed.", "{n} people new or completed."))
    lines += _beside(imported.overlaps)
    if imported.without_end:
        lines.append(
            plural(
                imported.without_end,
                "{n} meeting says no end and is taken for a usual one.",
                "{n} meetings say no end and are taken for usual ones.",
            )
        )
    return _text(imported.account, lines, dry_run=dry_run)


def cards_text(imported: CardsImport, *, dry_run: bool) -> str:
    """What became of cards, and which could not be read."""
    lines = _named(say("New"), [person.name for person in imported.added])
    return _text(imported.account, [*lines, *_named(say("Changed"), imported.told)], dry_run=dry_run)


def feeds_text(imported: FeedsImport, *, dry_run: bool) -> str:
    """Which groups are followed in a feed reader already, and what became of the other feeds."""
    lines = _named(say("New, parked"), [group.name for group in imported.added])
    if imported.known:
        names = listing(list(imported.known))
        lines.append(say("Followed in your feed reader, so no need to watch here: {groups}.", groups=names))
    return _text(imported.account, lines, dry_run=dry_run)


def _beside(overlaps: Sequence[Beside]) -> Iterator[str]:
    """How many of the new go on beside another, how many say the same as another, and which is the first of each."""
    over = [each for each in overlaps if not each.double]
    if over:
        yield plural(
            len(over),
            "{n} goes on at the same time as another: {day} {time}, {new} beside {other}.",
            "{n} go on at the same time as others, the first {day} {time}: {new} beside {other}.",
            day=day_month(over[0].start),
            time=f"{over[0].start:%H:%M}",
            new=over[0].new,
            other=over[0].other,
        )
    double = [each for each in overlaps if each.double]
    if double:
        yield plural(
            len(double),
            "{n} says the same as another: {day} {time}, {new}.",
            "{n} say the same as others, the first {day} {time}: {new}.",
            day=day_month(double[0].start),
            time=f"{double[0].start:%H:%M}",
            new=double[0].new,
        )


def home_text(account: Account, *, dry_run: bool) -> str:
    """What became of the records of another home, or of this one as it once was."""
    return _text(account, (), dry_run=dry_run)


def _named(what: str, names: Sequence[str]) -> list[str]:
    """A line that names what is new, if anything is."""
    if not names:
        return []
    more = len(names) - MOST_NAMES
    shown = [*names[:MOST_NAMES], *([plural(more, "{n} more", "{n} more")] if more > 0 else [])]
    return [say("{what}: {names}.", what=what, names=listing(shown))]


def _text(account: Account, lines: Iterable[str], *, dry_run: bool) -> str:
    first = [say("Nothing is changed yet; this is what would be:")] if dry_run else []
    counts = say(
        "{read} read: {added} added, {changed} changed, {there} already there, {skipped} skipped, {kept} kept back.",
        read=account.read,
        added=account.added,
        changed=account.changed,
        there=account.already_there,
        skipped=account.skipped,
        kept=account.kept_back,
    )
    return "\n".join([*first, counts, *lines, *_problems(account.problems)])


def _problems(problems: Sequence[Problem]) -> list[str]:
    """Each reason once: where it holds, or how often and where first."""
    reasons: dict[str, list[Problem]] = {}
    for problem in problems:
        reasons.setdefault(problem.why, []).append(problem)
    said = [
        f"  {some[0].where}: {why}"
        if len(some) == 1
        else "  " + say("{n} times, first at {where}: {why}", n=len(some), where=some[0].where, why=why)
        for why, some in reasons.items()
    ]
    more = len(said) - MOST_PROBLEMS
    rest = [plural(more, "  and {n} more, which --json tells", "  and {n} more, which --json tells")]
    return said if more <= 0 else [*said[:MOST_PROBLEMS], *rest]
