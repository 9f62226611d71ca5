"""Your settings, kept in config.toml, which is yours to write; what is set here leaves the rest of it as it is.

planner config                      all of them
planner config minutes              one
planner config minutes 5h           the minutes you have a week
planner config review_day friday    in words
planner config review_day usual     as if nothing were said
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.cli.tables import NAME, REASON, TEXT, table
from planner.domain.grammar.setting_rows import SETTINGS, find_setting
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.cli import Told
    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("key", metavar="SETTING", nargs="?")
    parser.add_argument("value", metavar="VALUE", nargs="*")
    listed = table([(setting.key, setting.sentence()) for setting in SETTINGS], (TEXT, NAME), 2)
    heading = say("%(heading)s:", context="argparse") % {"heading": say("settings")}
    parser.epilog = "\n".join([heading, *listed])


def run(desk: Desk, args: Args) -> Answer:
    wanted = (find_setting(args.key),) if args.key is not None else SETTINGS
    if args.value:
        told: Told = args.told
        said = change_text(desk.set_setting(args.key, " ".join(args.value), lambda keys: told(keys)[1]))
        return Answer(said, {args.key: getattr(desk.settings(), args.key)})
    settings = desk.settings()
    rows = [(setting.key, setting.words(settings), setting.sentence()) for setting in wanted]
    facts = {setting.key: getattr(settings, setting.key) for setting in wanted}
    held = [desk.held_command()] if "on_warning" in facts else []
    return Answer("\n".join([*table(rows, (TEXT, NAME, REASON)), *filter(None, held)]), facts)
