"""Commands that are typed all day, read without argparse: loading it costs a third of what they take.

Whatever is not as plain as these, ``--help`` among it, is left to argparse.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.cli.answer import Args


def free_text(words: Sequence[str]) -> Args | None:
    """A quick-log line, with ``--json`` before or after it; None where help is asked for.

    What follows ``--`` is text, and so is ``-2d``.
    """
    before, after = list(words), []
    if "--" in words:
        at = before.index("--")
        before, after = before[:at], before[at + 1 :]
    if "--help" in before or "-h" in before:
        return None
    from planner.domain.grammar.tokens import from_shell

    text = [word for word in before if word != "--json"]
    return Args(json=len(text) < len(before), text=from_shell([*text, *after]))


def only_json(**others: object) -> Callable[[Sequence[str]], Args | None]:
    """Nothing but ``--json``, or nothing at all; ``others`` are the values of options that were not said."""

    def read(words: Sequence[str]) -> Args | None:
        return Args(json=bool(words), **others) if list(words) in ([], ["--json"]) else None

    return read
