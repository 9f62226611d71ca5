"""The rows of programs that keep a list in JSON: each with the line it begins on."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.errors import Refused
from planner.domain.texts import clean
from planner.domain.words import say
from planner.interop.intake.draft import Passed
from planner.interop.intake.json_stream import Broken, JsonStream
from planner.interop.intake.part import Part
from planner.interop.problem import Problem


def json_rows(part: Part, problems: list[Problem], *, several: bool) -> Iterator[tuple[int, object]]:
    """The values of a part's list. Where it is broken that is one row more, Passed, and the last.

    What is no list is refused, or a problem where it is one of several parts. Nothing at all is an empty list.
    """
    try:
        stream = JsonStream(part)
    except Refused as error:
        if not several:
            raise
        problems.append(Problem(part.name, None, str(error)))
        return
    line = 0
    try:
        sign = stream.next()
        if not sign:
            return
        if sign != "[":
            why = say("“{path}” is no list in JSON.", path=clean(part.name))
            if not several:
                raise Refused(why)
            problems.append(Problem(part.name, None, why))
            return
        for line in stream.each():
            yield line, stream.value()
    except Broken as error:
        yield stream.line, Passed(stream.line, str(error))
    except Refused as error:
        if not line and not several:
            raise
        problems.append(Problem(part.name, line or None, str(error)))
    finally:
        stream.close()


def texts_in(said: object) -> tuple[str, ...]:
    """The texts of a list, each once, without those that say nothing; of anything else none."""
    if not isinstance(said, list):
        return ()
    return tuple(dict.fromkeys(text for each in said if isinstance(each, str) and (text := clean(each))))
