"""What a command answers: text for a person, a document for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import NamedTuple

#: Control characters that a text may not carry to a terminal, whatever a data file holds.
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")


class Args(SimpleNamespace):
    """What a command's words say, by name."""


class Answer(NamedTuple):
    """``text`` for a person; ``document`` for ``--json``, or ``documents`` to print one a line; the exit code.

    ``raw`` text is another program's to read, and printed as it is.
    """

    text: str
    document: object = None
    documents: Iterable[object] | None = None
    code: int = 0
    raw: bool = False


def printed(answer: Answer, as_json: bool) -> Iterator[str]:
    """The lines to print."""
    if answer.raw and not as_json:
        yield answer.text.removesuffix("\n")
    elif not as_json:
        for line in answer.text.splitlines():
            yield line.translate(_CONTROL).rstrip()
    elif answer.documents is not None:
        yield from (json.dumps(document) for document in answer.documents)
    else:
        yield json.dumps(answer.document)
