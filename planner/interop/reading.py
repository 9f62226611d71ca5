"""Reading other programs' files: the registry of formats, which of them a file is, and what it would bring."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache

from planner.desk import Desk
from planner.desk.imports import Tell
from planner.domain.errors import Refused
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.words import listing, say
from planner.interop import formats
from planner.interop.intake.format import Format, Taking, Wishes
from planner.interop.intake.lines import head_text
from planner.interop.intake.part import Part, Parts, parts_at
from planner.interop.intake.proposal import Proposal
from planner.interop.problem import Problem

#: Nothing was said beside the path.
NONE = Wishes()


class Reading(NamedTuple):
    """What was found to be of a ``format``; ``sniffed``: nobody had said so."""

    format: Format
    proposal: Proposal
    sniffed: bool


@cache
def formats_there() -> dict[str, Format]:
    """All formats by name: each file of the folder of formats is one."""
    names = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    there = [importlib.import_module(f"{formats.__name__}.{name}").FORMAT for name in names]
    return {each.name: each for each in sorted(there, key=lambda each: each.broad)}


def propose(
    desk: Desk, paths: Sequence[str], format_: str = "", wishes: Wishes = NONE, tell: Tell = lambda *_: None
) -> Reading:
    """What there is at these paths, and what reading it would bring; nothing is changed.

    Without a ``format_`` it is told by the content. Raises Refused for what cannot be read or is of no format, Misread
    for wishes that cannot be.
    """
    meant, taking = taken(desk, paths, format_, wishes, tell)
    return Reading(meant, meant.propose(taking), not format_)


def taken(desk: Desk, paths: Sequence[str], format_: str, wishes: Wishes, tell: Tell) -> tuple[Format, Taking]:
    """What there is at these paths, for the format that is said, or else told by the content. Raises Refused."""
    parts = parts_at(paths)
    meant = formats_there()[format_] if format_ else None
    if meant:
        parts = _of_format(parts, meant)
    else:
        meant, parts = _sniffed(parts)
    return meant, Taking(desk, parts, wishes, tell, desk.now())


def _of_format(parts: Parts, meant: Format) -> Parts:
    """Of several parts those that are of a format: what else lies there is other programs' business.

    What cannot be read may be of it, and is a problem.
    """
    if not parts.several:
        return parts
    mine, problems = [], list(parts.problems)
    for part in parts.parts:
        try:
            if part.name.casefold().endswith(meant.suffix) or meant.is_it(head_text(part)):
                mine.append(part)
        except Refused as error:
            problems.append(Problem(part.name, None, str(error)))
    return parts._replace(parts=tuple(mine), problems=tuple(problems))


def _sniffed(parts: Parts) -> tuple[Format, Parts]:
    """The one format of all parts, and those that are of it. Raises Refused where there is none, or several are."""
    found: dict[str, list[Part]] = {}
    problems = list(parts.problems)
    for part in parts.parts:
        try:
            head = head_text(part)
        except Refused as error:
            if not parts.several:
                raise
            problems.append(Problem(part.name, None, str(error)))
            continue
        name = next((name for name, each in formats_there().items() if each.is_it(head)), "")
        if name:
            found.setdefault(name, []).append(part)
    if len(found) > 1:  # what only a broad format reads is, beside what another knows, something else
        found = {name: some for name, some in found.items() if not formats_there()[name].broad}
    if len(found) == 1:
        name, mine = next(iter(found.items()))
        return formats_there()[name], parts._replace(parts=tuple(mine), problems=tuple(problems))
    known = ", ".join(formats_there())
    if not found and parts.parts and not any(map(_says_something, parts.parts)):
        raise Refused(say("“{path}” is empty: there is nothing to read in it.", path=clean(parts.called)))
    if not found:
        why = say("“{path}” is nothing that planner reads: {formats}.", path=parts.called, formats=known)
        raise Refused(
            " ".join([why, *(f"{say('{where}: {why}', where=each.where, why=each.why)}." for each in problems[:3])])
        )
    what = listing([each.title() for name, each in formats_there().items() if name in found])
    raise Refused(
        say("“{path}” holds {what}. Say which: planner import FORMAT PATH.", path=clean(parts.called), what=what)
    )


def _says_something(part: Part) -> bool:
    try:
        return bool(head_text(part).strip())
    except Refused:
        return True
