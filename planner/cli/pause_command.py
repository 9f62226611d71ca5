"""Let the timer stand still; “planner start” lets it go on. What lies between does not count."""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import timer_document
from planner.cli.options import json_option
from planner.cli.quick import only_json
from planner.cli.sentences import change_text
from planner.domain.value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


quick = only_json()


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)


def run(desk: Desk, args: Args) -> Answer:  # noqa: ARG001 - every command has this shape
    change = desk.pause()
    return Answer(change_text(change), timer_document(desk.timer(), desk.now(), desk.book()))
