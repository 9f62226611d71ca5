"""The scripts by which shells complete: commands, what follows them, options and their values stand in them; names of
hers are asked for while she types (``planner completions groups``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from shlex import quote

from planner.cli.commands import COMMANDS, Command
from planner.cli.export_command import FORMATS
from planner.cli.pages import PAGES
from planner.domain.audit.columns import COLUMNS
from planner.domain.errors import Misread
from planner.domain.grammar.choices import typed, typed_of_two
from planner.domain.grammar.fields import MARKS
from planner.domain.grammar.setting_rows import SETTINGS, Setting
from planner.domain.group import Nature, Role, Standing
from planner.domain.kinds import FORMS, Kind
from planner.domain.objective import Aim
from planner.domain.people.tie import Stage
from planner.domain.people.tie_list import TieOrder
from planner.domain.person import Circle
from planner.domain.review import Verdict
from planner.domain.settings import SIGNALS
from planner.domain.value.enums import StrEnum
from planner.domain.words import say

#: Words that may stand somewhere: as they are, after a ~ as the language spoken has them, after a ! as ANSWERS has
#: them; after a $ the name of what is asked for (completions_command.SOURCES).
_Words = Sequence[str]

#: What answers a question of its own, as it is typed in the language spoken.
ANSWERS: Mapping[str, Callable[[], str]] = {
    "usual": lambda: say("usual"),
    "all of it": lambda: say("all", context="to keep"),
    "drop": lambda: say("drop", context="to keep"),
    "all weeks": lambda: say("all", context="weeks"),
    "this quarter": lambda: say("this", context="a quarter"),
    "last quarter": lambda: say("last", context="a quarter"),
    "same": lambda: typed_of_two("same"),
    "both": lambda: typed_of_two("both"),
}

_MARKS = tuple(map(str, MARKS))


def _said(words: Iterable[StrEnum]) -> _Words:
    return tuple(f"~{word.value}" for word in words)


#: What may follow an option, whichever command's it is.
VALUES: Mapping[str, _Words] = {
    "--group": ("$groups",),
    "--groups": ("$groups",),
    "--pin": ("$groups",),
    "--without": ("$groups",),
    "--person": ("$people",),
    "--people": ("$people",),
    "--through": ("$people",),
    "--objectives": ("$objectives",),
    "--objective": ("$objectives",),
    "--company": ("$companies",),
    "--week": ("$weeks",),
    "--weeks": ("$weeks",),
    "--replay": ("$weeks",),
    "--kind": _said(Kind),
    "--form": ("~not said", *(f"~{form}" for forms in FORMS.values() for form in forms)),
    "--aim": _said(Aim),
    "--standing": _said(Standing),
    "--roles": _said(Role),
    "--role": _said(Role),
    "--nature": _said(Nature),
    "--circle": _said(Circle),
    "--stage": tuple(f"~{stage.name.lower().replace('_', ' ')}" for stage in Stage),
    "--activity": _MARKS,
    "--worth": _MARKS,
    "--joy": _MARKS,
    "--doubles": ("!same", "!both"),
    "--version": ("4.0", "3.0"),
    "--keep": ("!usual", "!all of it", "!drop"),
    "--not-this-week": SIGNALS,
    "--quarter": ("!this quarter", "!last quarter"),
}

#: Where a command's option takes other values than those of the same name.
VALUES_OF: Mapping[str, _Words] = {
    "person --by": ("~name", "~company"),
    "ties --by": _said(TieOrder),
    "trends --weeks": ("12", "26", "52", "!all weeks"),
    "audit --weeks": ("4", "8", "13", "26", "52"),
    "handout --weeks": ("4", "8", "13"),
    "entries --form": ("~not said",),
}

#: What may follow a command, or one thing it does, beside its options.
AFTER: Mapping[str, _Words] = {
    "log": ("c", "m", "w", "$groups"),
    "start": ("c", "m", "w", "$groups"),
    "week": ("$weeks",),
    "review": ("$weeks",),
    "brief": ("$people", "$meetings"),
    "next": ("$people",),
    "ties": ("$people",),
    "edit": ("$entries",),
    "echo": ("$entries",),
    "remove": ("$entries",),
    "config": tuple(setting.key for setting in SETTINGS),
    "config theme": ("$themes",),
    "keys": ("$keys",),
    "conflicts": ("keep",),
    "conflicts keep": ("$conflicts", "1", "2", "!both"),
    "imports undo": ("$imports",),
    "undo": ("$changes",),
    "restore": ("~yesterday", "$backups"),
    "export": tuple(FORMATS),
    "plan set": ("$groups", "~reading"),
    "plan copy": ("$weeks",),
    "audit take": ("$groups", *_said(Verdict)),
    "person met": ("$entries",),
    "person show": ("$people",),
    "person edit": ("$people",),
    "person remove": ("$people",),
    "person merge": ("$people",),
    "person rest": ("$people",),
    "person wake": ("$people",),
    "company show": ("$companies",),
    "company join": ("$companies",),
    **{f"group {act}": ("$groups",) for act in ("show", "edit", "park", "leave", "feed", "merge", "remove")},
    **{f"objective {act}": ("$objectives",) for act in ("show", "edit", "reach", "drop", "remove")},
    **{f"meet {act}": ("$meetings",) for act in ("show", "move", "edit", "held", "missed", "remove")},
    **{f"next {act}": ("$steps",) for act in ("done", "put-off", "let-go", "edit")},
}

#: Commands of which every word may be one that may follow.
_LINES = ("log", "start")

_BASH = """\
_planner_words() {{
    case "$1" in
{cases}
        *) return 1 ;;
    esac
}}
_planner_offer() {{
    local IFS=$'\\n' word
    while read -r word; do
        word="${{word%%$'\\t'*}}"
        [[ -n "$word" && "$word" == "$1"* ]] || continue
        [ -n "$ZSH_VERSION" ] || word="$(printf '%q' "$word")"
        COMPREPLY+=("$word")
    done
}}
_planner() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}"
    local command="${{COMP_WORDS[1]}}" act="${{COMP_WORDS[2]}}" words
    COMPREPLY=()
    [ "$before" = "@" ] && current="@$current"  # bash parts the words there, and completes them with their sign
    [ "$before" = "=" ] && before="${{COMP_WORDS[COMP_CWORD-2]}}"
    [ "$current" = "=" ] && current=""
    if [ "$COMP_CWORD" -eq 1 ]; then
        _planner_offer "$current" < <(_planner_words "")
    elif [[ "$current" == @* ]]; then
        _planner_offer "$current" < <(planner completions people 2>/dev/null | sed 's/^/@/')
    elif [[ "$before" == --* ]] && words="$(_planner_words "$command $before")"; then
        _planner_offer "$current" <<<"$words"
    elif [[ "$current" == -* ]]; then
        _planner_offer "$current" < <(_planner_words "$command -")
    elif [ "$COMP_CWORD" -eq 2 ] || [[ " {lines} " == *" $command "* ]]; then
        _planner_offer "$current" < <(_planner_words "$command")
    else
        _planner_offer "$current" < <(_planner_words "$command $act")
    fi
}}
"""

_FISH = """\
function __planner_words
    switch "$argv[1]"
{cases}
        case '*'
            return 1
    end
end
function __planner_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -l command "$typed[2]"
    if test (count $typed) -eq 1
        __planner_words ''
    else if string match -q -- '@*' "$current"
        planner completions people 2>/dev/null | string replace -r '^' @
    else if string match -q -- '--*' "$typed[-1]"; and __planner_words "$command $typed[-1]"
    else if string match -q -- '-*' "$current"
        __planner_words "$command -"
    else if test (count $typed) -eq 2; or contains -- "$command" {lines}
        __planner_words "$command"
    else
        __planner_words "$command $typed[3]"
    end
end
complete -c planner -f -a '(__planner_complete)'
complete -c planner -F -n '__fish_seen_subcommand_from import export backup restore handout map'
"""


def _rows() -> Iterator[tuple[str, _Words]]:
    """Where something may stand, and the words: after nothing, after a command, one thing it does, or an option; after
    a command and a dash its options."""
    yield "", (*COMMANDS, "--demo", "--help", "--man", "--version")
    for command in COMMANDS:
        yield command, _acts(command)
        parser = Command(command).parser()
        options = [option for option in parser._option_string_actions if option.startswith("--")]
        yield f"{command} -", options
        for option in options:
            if option not in parser.flags:
                name = f"{command} {option}"
                columns = tuple(column.word for column in COLUMNS) if name == "audit --sort" else ()
                yield name, columns or VALUES_OF.get(name, VALUES.get(option, ()))
    yield from ((name, words) for name, words in AFTER.items() if " " in name)
    yield from ((f"config {setting.key}", choices) for setting in SETTINGS if (choices := [*_choices(setting)]))


def _choices(setting: Setting) -> Iterator[str]:
    """The few values that a setting may have, as they are read where that can be typed, too."""
    for choice in setting.sort.choices():
        if choice == "":
            continue
        said = setting.sort.words(choice).casefold()
        try:
            is_typed = setting.meant(setting.read(said)) == choice
        except Misread:
            is_typed = False
        word = said if is_typed else setting.as_typed(choice)
        yield ANSWERS[word]() if word in ANSWERS else word


def _acts(command: str) -> _Words:
    return tuple(dict.fromkeys((*PAGES.get(command, ()), *AFTER.get(command, ()))))


def _asked(words: _Words) -> tuple[str, list[str]]:
    """The words that stand in a script, quoted for any shell, and the names of what is asked for."""
    said = [_as_typed(word) for word in words if word[0] != "$"]
    return " ".join(map(quote, said)), [word[1:] for word in words if word[0] == "$"]


def _as_typed(word: str) -> str:
    """A word of a row as it is typed."""
    if word[0] == "!":
        return ANSWERS[word[1:]]()
    return typed(word[1:]) if word[0] == "~" else word


def _bash() -> str:
    return _posix() + "complete -o default -F _planner planner\n"


def _posix() -> str:
    cases = []
    for name, words in _rows():
        said, asked = _asked(words)
        does = [f"printf '%s\\n' {said}"] if said else []
        does += [f"planner completions {source} 2>/dev/null" for source in asked]
        cases.append(f'        "{name}") {"; ".join(does) or ":"} ;;')
    return _BASH.format(cases="\n".join(cases), lines=" ".join(_LINES))


#: zsh reads the script at the first Tab, which is to complete as well.
_AT_ONCE = '[[ "${funcstack[1]}" != _planner ]] || _bash_complete -o default -F _planner\n'


def _zsh() -> str:
    return f"#compdef planner\nautoload -U +X bashcompinit && bashcompinit\n{_bash()}{_AT_ONCE}"


def _fish() -> str:
    cases = []
    for name, words in _rows():
        said, asked = _asked(words)
        does = [f"printf '%s\\n' {said}"] if said else []
        does += [f"planner completions {source} 2>/dev/null" for source in asked]
        cases += [f"        case '{name}'", *(f"            {line}" for line in does or ["true"])]
    return _FISH.format(cases="\n".join(cases), lines=" ".join(_LINES))


#: The script for each shell.
SCRIPTS: Mapping[str, Callable[[], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
