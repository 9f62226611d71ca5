"""Those who were met at an event, a line each: ``Nadia Benali, Acme, buyer: send my CV fri``."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import Misread
from ..person import Person
from ..texts import clean, shown
from ..value import NamedTuple
from ..words import say
from .names import refuse_long

MOST = 50  #: people in one pass


class MetLine(NamedTuple):
    """What a line says: who, where they work, as what, and what comes next; "" for what it does not say."""

    name: str
    company: str = ""
    position: str = ""
    step: str = ""
    number: int = 1  # of the line

    def of(self, person: Person) -> Person:
        """The person with what the line says of them."""
        return person._replace(company=self.company or person.company, position=self.position or person.position)


def met_lines(lines: Iterable[str]) -> tuple[MetLine, ...]:
    """What the lines say; empty ones say nothing. Raises Misread for none, too many, and one that names nobody."""
    said = [(number, line) for number, line in enumerate(map(clean, lines), 1) if line]
    if not said:
        raise Misread(say("Say who was met, a line each: Nadia Benali, Acme, buyer: send my CV fri"))
    if len(said) > MOST:
        raise Misread(
            say("{n} lines are more than {most} people at once; write them in several goes.", n=len(said), most=MOST)
        )
    return tuple(_read(line, number) for number, line in said)


def _read(line: str, number: int) -> MetLine:
    who, _, step = line.partition(":")
    name, *rest = (part.strip() for part in who.split(","))
    name = name.removeprefix("@").strip()
    if not name or len(rest) > 2:
        raise Misread(
            say(
                "Line {n}, “{text}”: write it as Nadia Benali, Acme, buyer: send my CV fri",
                n=number,
                text=shown(line),
            )
        )
    for part in rest:
        refuse_long(part)
    company, position, *_ = (*rest, "", "")
    return MetLine(name, company, position, step.strip(), number)
