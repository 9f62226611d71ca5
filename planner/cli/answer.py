"""What a command answers: text for a person, a document for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import SimpleNamespace

from planner.cli.page import fitted, written
from planner.domain.texts import printable
from planner.domain.value import NamedTuple


class Args(SimpleNamespace):
    """What a command's words say, by name."""


class Answer(NamedTuple):
    """What to print, and the exit code.

    ``text`` is for a person, wrapped to the page; ``document`` for ``--json``, or ``documents`` to print one a line.

    ``raw``, in place of the text, is what another program reads: it is printed as it stands. ``why`` goes to standard
    error: the reason for a code other than 0.
    """

    text: str
    document: object = None
    documents: Iterable[object] | None = None
    code: int = 0
    raw: bytes = b""
    why: str = ""


def printed(answer: Answer, as_json: bool) -> Iterator[str]:
    """The lines to print."""
    if not as_json:
        for line in answer.text.splitlines():
            yield from fitted(written(printable(line)).rstrip())
        return
    import json

    if answer.documents is not None:
        yield from (json.dumps(document) for document in answer.documents)
    else:
        yield json.dumps(answer.document)
