"""What a command answers: text for a person, a document for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import NamedTuple

from planner.domain.texts import printable


class Args(SimpleNamespace):
    """What a command's words say, by name."""


class Answer(NamedTuple):
    """``text`` for a person; ``document`` for ``--json``, or ``documents`` to print one a line; the exit code.

    ``raw``, in place of the text, is what another program reads: it is printed as it stands.
    """

    text: str
    document: object = None
    documents: Iterable[object] | None = None
    code: int = 0
    raw: bytes = b""


def printed(answer: Answer, as_json: bool) -> Iterator[str]:
    """The lines to print."""
    if not as_json:
        for line in answer.text.splitlines():
            yield printable(line).rstrip()
    elif answer.documents is not None:
        yield from (json.dumps(document) for document in answer.documents)
    else:
        yield json.dumps(answer.document)
