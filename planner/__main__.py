"""The door: reads the environment, makes the clock and the home, and opens the face that was asked for.

planner            the full screen
planner COMMAND    the command line
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence

from planner.domain.errors import Misread, PlannerError
from planner.domain.texts import clean, is_text, shown
from planner.domain.value.typed import TYPE_CHECKING, NoReturn
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.desk import Desk
    from planner.domain.told_key import ToldKey
    from planner.domain.value.dates import datetime
    from planner.store.home import Home

#: The longest word that a reason may quote, in characters: longer than most paths.
_LONGEST_WORD = 200


def door() -> NoReturn:
    """What the ``planner`` command runs: :func:`main`, and out.

    A command lives for some hundredths of a second. Collecting garbage meanwhile, and taking the interpreter down
    piece by piece at the end, would be a sixth of that; everything is written and flushed by then.
    """
    gc.disable()
    code = main()
    sys.stderr.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ) -> int:
    """Run planner; returns the exit code: 0 done, 1 it could not be done, 2 the words are off."""
    words = list(sys.argv[1:] if argv is None else argv)
    _open_streams()
    _print_anything()
    try:
        unspoken = _choose_language(environment)
        if unspoken and words and words[0] != "--demo":
            _say_why(unspoken, 0)
        return _run(words, environment, unspoken)
    except Misread as error:
        return _say_why(str(error), 2)
    except PlannerError as error:
        return _say_why(str(error), 1)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough; there is nowhere left to write to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if environment.get("PLANNER_DEBUG"):
            raise
        return _say_why(
            say(
                "Something went wrong inside planner ({kind}); nothing you had saved is lost. "
                "PLANNER_DEBUG=1 shows where, for a bug report.",
                kind=type(error).__name__,
            ),
            1,
        )


def _run(words: list[str], environment: Mapping[str, str], unspoken: str) -> int:
    for word in words:
        if not is_text(word):
            raise Misread(_why_unread(word, environment))
    if words and words[0] != "--demo":
        from planner import cli

        return cli.run(words, lambda who: _desk(environment, who), _review_screen, _told_keys)
    if len(words) > 1:
        raise Misread(say("“{text}” does not go with --demo; leave it out.", text=words[1]))
    return _screen(environment, unspoken, demo=bool(words))


def _why_unread(word: str, environment: Mapping[str, str]) -> str:
    """Why a word of the call is no text, in words: what a locale says of it counts before what it holds."""
    from planner.locale import without_utf8

    if locale := without_utf8(environment):
        return say(
            "“{text}” cannot be read, for the locale {locale} is no UTF-8 one: nothing was done. "
            "Set one, such as LC_ALL=C.UTF-8, and type it anew.",
            text=shown(word),
            locale=locale,
        )
    return say("“{text}” is not UTF-8 text, so nothing was done. Type it anew.", text=shown(word))


def _screen(environment: Mapping[str, str], unspoken: str, *, demo: bool) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Misread(say("The full screen needs a terminal; “planner week” prints the week without one."))
    if environment.get("TERM") == "dumb":
        raise Misread(say("TERM=dumb shows no full screen; “planner week” prints the week."))
    from planner import tui

    if not demo:
        return tui.run(_desk(environment, "planner"), problem=unspoken, once_seen=_collect_seldom)
    from planner.demo import demo_with_week

    with demo_with_week(environment) as (desk, week):
        scenes = week.scenes() if _is_played(environment) else None
        return tui.run(desk, demo=True, problem=unspoken, once_seen=_collect_seldom, play=scenes)


def _is_played(environment: Mapping[str, str]) -> bool:
    """Whether the demo begins by playing a week: not where its colours are not seen, nor where time stands still."""
    return not environment.get("NO_COLOR") and not environment.get("PLANNER_NOW")


def _collect_seldom() -> None:
    """Collect garbage again, for a screen lives long; but once it is seen, and seldom.

    What is loaded by then stays, and of the thousands of ties and rows that are made at once nothing is garbage: to go
    through them again after every 700 new things, as is usual, was half of what it took to open the people.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


def _review_screen(desk: Desk, week: str) -> int:
    from planner import tui

    return tui.run(desk, screen="review", week=week, once_seen=_collect_seldom)


def _told_keys(own: Mapping[str, str]) -> tuple[Sequence[ToldKey], Sequence[str]]:
    from planner.tui.keymap import told_keys

    return told_keys(own)


def _desk(environment: Mapping[str, str], who: str) -> Desk:
    from planner.clock import clock_from
    from planner.desk import Desk
    from planner.store.home import Home

    clock = clock_from(environment)
    data, config = folders(environment)
    home = Home(data, clock.now, who, config)
    home.when_due = lambda: _verify_beside(home, clock.now())
    desk = Desk(home, clock)
    _write_dates_her_way(desk)
    return desk


def _verify_beside(home: Home, moment: datetime) -> None:
    """Have the newest backup verified by another process, which no answer waits for; here where there can be none."""
    from planner.verifying import start

    home.put_off_verifying()
    if not start(home.path, moment):
        home.verify_newest()


def _write_dates_her_way(desk: Desk) -> None:
    """What she set of dates in figures counts before her locale."""
    from planner.domain.words import write_dates

    if order := desk.settings().date_order:
        write_dates(order)


def folders(environment: Mapping[str, str]) -> tuple[str, str]:
    """The folder of her data, and that of her settings and themes: one, where ``PLANNER_HOME`` names it.

    On Linux the rule is the XDG Base Directory Specification's, two lines of it; other systems' are platformdirs'
    to know, which costs a command twice what starting Python does.
    """
    path = environment.get("PLANNER_HOME", "")
    if path:
        home = os.path.abspath(os.path.expanduser(path))
        return home, home
    if sys.platform == "linux":
        return _xdg(environment, "XDG_DATA_HOME", ".local/share"), _xdg(environment, "XDG_CONFIG_HOME", ".config")
    import platformdirs

    return (
        platformdirs.user_data_dir("planner", appauthor=False),
        platformdirs.user_config_dir("planner", appauthor=False),
    )


def _xdg(environment: Mapping[str, str], name: str, usual: str) -> str:
    base = environment.get(name, "").strip()
    return os.path.join(base if os.path.isabs(base) else os.path.expanduser(f"~/{usual}"), "planner")


def _choose_language(environment: Mapping[str, str]) -> str:
    """Speak the language that is asked for; returns what there is to say where it cannot be spoken."""
    from planner.domain.words import write_dates
    from planner.locale import choose, date_order, speak_as

    language = choose(environment, lambda: _language_set(environment))
    unspoken = speak_as(language)
    write_dates(date_order(environment, language))
    return unspoken


def _language_set(environment: Mapping[str, str]) -> str:
    """The language of her settings, before anything is said; what is off in them is said later, in that language.

    Where she has no settings nothing is loaded for it: not every page of help needs the store.
    """
    folder = folders(environment)[1]
    if not os.path.lexists(os.path.join(folder, "config.toml")):
        return ""
    from planner.store.settings_file import SettingsFile

    return SettingsFile(folder).settings().language


def _open_streams() -> None:
    """Put nothing where a stream was closed, before a data file could be opened under its number."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _print_anything() -> None:
    """A terminal that cannot show a character shows its plain letters; it never stops a command."""
    import codecs

    codecs.register_error("planner-plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="planner-plain")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """What stands for signs that the encoding of a stream lacks."""
    from planner.domain.plain_letters import plain

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain(error.object[error.start : error.end]), error.end


def _say_why(reason: str, code: int) -> int:
    """The reason, in the page's width. Whatever it quotes is text, cut where one word fills a screen, never obeyed."""
    import re

    from planner.cli.page import complain

    # Spaces that do not break are a language's own: a guillemet stands on the line of what it quotes.
    text = "".join(clean(part) or part for part in re.split("([\u00a0\u202f])", reason))
    words = [word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…" for word in text.split(" ")]
    complain(" ".join(words))
    return code


if __name__ == "__main__":
    door()
