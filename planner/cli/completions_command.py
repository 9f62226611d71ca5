"""A completion script: put its output where your shell looks.

planner completions bash > ~/.local/share/bash-completion/completions/planner
planner completions zsh  > "${fpath[1]}/_planner"
planner completions fish > ~/.config/fish/completions/planner.fish
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from planner.cli.answer import Answer, Args
from planner.cli.commands import COMMANDS, Command
from planner.cli.pages import PAGES
from planner.domain.errors import Misread
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk

#: Words that may follow a command first.
SUBCOMMANDS: Mapping[str, Collection[str]] = {
    **PAGES,
    "week": ("this", "last", "next"),
    "review": ("this", "last"),
    "log": ("c", "m", "w"),
    "start": ("c", "m", "w"),
}

_BASH = """\
_planner() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" words=""
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="{commands}"
    else
        case "${{COMP_WORDS[1]}}" in
{cases}
        esac
        case "${{COMP_WORDS[1]}}" in
            log|start|plan|group|audit) words="$words $(planner completions groups 2>/dev/null)" ;;
            person|next) words="$words $(planner completions people 2>/dev/null)" ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _planner planner
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", metavar="bash|zsh|fish")


def run(desk: Desk, args: Args) -> Answer:
    scripts = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    if args.shell == "groups":  # what the scripts themselves ask for
        return Answer("\n".join(group.slug for group in desk.book().groups.values()))
    if args.shell == "people":
        return Answer("\n".join(desk.book().people))
    if args.shell not in scripts:
        raise Misread(say("“{text}” is no shell planner completes for; choose bash, zsh or fish.", text=args.shell))
    return Answer("", raw=f"{scripts[args.shell]().rstrip()}\n".encode())


def _words(command: str) -> list[str]:
    """What may follow a command: its subcommands and its options."""
    options = [option for option in Command(command).parser()._option_string_actions if option.startswith("--")]
    return [*SUBCOMMANDS.get(command, ()), *options]


def _bash() -> str:
    cases = "\n".join(f'            {command}) words="{" ".join(_words(command))}" ;;' for command in COMMANDS)
    return _BASH.format(commands=" ".join([*COMMANDS, "--demo", "--help", "--version"]), cases=cases)


def _zsh() -> str:
    return "#compdef planner\nautoload -U +X bashcompinit && bashcompinit\n" + _bash()


def _fish() -> str:
    lines = [
        "complete -c planner -f -n __fish_use_subcommand -l demo",
        "complete -c planner -F -n '__fish_seen_subcommand_from import export backup restore'",
    ]
    for command, what in COMMANDS.items():
        summary = what.replace("'", "\\'")
        lines.append(f"complete -c planner -f -n __fish_use_subcommand -a {command} -d '{summary}'")
        seen = f"'__fish_seen_subcommand_from {command}'"
        for word in _words(command):
            form = f"-l {word[2:]}" if word.startswith("--") else f"-a {word}"
            lines.append(f"complete -c planner -f -n {seen} {form}")
    lines.append(
        "complete -c planner -f -n '__fish_seen_subcommand_from log start plan group audit'"
        " -a '(planner completions groups 2>/dev/null)'"
    )
    lines.append(
        "complete -c planner -f -n '__fish_seen_subcommand_from person next'"
        " -a '(planner completions people 2>/dev/null)'"
    )
    return "\n".join(lines)
