"""Makes of each catalogue what loads fastest, and the manual's page: hatchling runs it for a wheel and for an editable
install.

python -m planner.locale.build      after a catalogue was edited

It stands alone, for where a wheel is built no library of planner's is there yet; the manual needs none. A translation
that could break a sentence is left out, so that English is said in its place; so is a catalogue that cannot be read.
Both are told of.
"""

from __future__ import annotations

import gettext
import marshal
import os
import re
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: How the parts are laid out; a planner that knows another way takes none of it.
LAYOUT = 1

#: Version 2 of marshal is read by every Python, and as quickly as any.
_MARSHAL = 2

#: Rules that planner knows by heart once they are written so.
_KNOWN_RULES = {"n!=1": "n != 1", "n>1": "n > 1"}

#: As far as counts are tried: rules look at the last two figures, and some at millions.
_TRIED = (*range(1000), 1_000_000)


class BadCatalogue(Exception):
    """A catalogue that cannot be read: where, and what is wrong."""


class Catalogues(BuildHookInterface[Any]):
    """hatchling's hook."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling names it
        """Compile every catalogue of the source; what is off costs a warning, and never the build."""
        for problem in compile_all(Path(self.root, "planner", "locale")):
            self.app.display_warning(problem)
        build_data["artifacts"].append("/planner/locale/*.words")
        self._made = tempfile.TemporaryDirectory()
        build_data["shared_data"][manual_page(self.root, self._made.name)] = "share/man/man1/planner.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """The page is in the wheel."""
        self._made.cleanup()


def manual_page(root: str, folder: str) -> str:
    """Have the planner under ``root`` print the manual's page into a folder; returns its path."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from planner.cli.manual import manual; sys.stdout.buffer.write(manual().encode())"
    )
    ran = subprocess.run([sys.executable, "-I", "-c", code, root], capture_output=True, check=True)
    path = os.path.join(folder, "planner.1")
    Path(path).write_bytes(ran.stdout)
    return path


def compile_all(folder: Path) -> list[str]:
    """Compile every catalogue of a folder beside itself; returns what is off, a line each."""
    problems = []
    for path in sorted(folder.glob("*.po")):
        target = path.with_suffix(".words")
        try:
            parts, off = compiled(path)
        except BadCatalogue as problem:
            target.unlink(missing_ok=True)
            problems.append(str(problem))
            continue
        problems += off
        written = target.with_name(f".{target.name}.{os.getpid()}")
        written.write_bytes(marshal.dumps(parts, _MARSHAL))
        written.replace(target)
    return problems


def is_stale(folder: Path) -> bool:
    """Whether a catalogue was edited since it was compiled, or this file was."""
    made = os.stat(__file__).st_mtime_ns
    targets = {path: path.with_suffix(".words") for path in folder.glob("*.po")}
    return any(
        not target.exists() or target.stat().st_mtime_ns < max(path.stat().st_mtime_ns, made)
        for path, target in targets.items()
    )


def compiled(path: Path) -> tuple[tuple[int, str, dict[str, str], dict[str, tuple[str, ...]]], list[str]]:
    """The layout, the plural rule, the texts and the plurals of a catalogue; and what was left out of it, a line each.

    A text stands under its template, after its context and U+0004 where it has one. Raises BadCatalogue.
    """
    try:
        catalogue = polib.pofile(str(path))
    except (OSError, ValueError) as problem:
        raise BadCatalogue(f"{path.name} cannot be read: {problem}") from None
    _refuse_doubles(path.name, catalogue)
    count, rule = _rule(path.name, catalogue.metadata.get("Plural-Forms", ""))
    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    problems = []
    for entry in catalogue.translated_entries():
        key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
        why = next(_faults(entry, count), "")
        if why:
            problems.append(f"{path.name}, line {entry.linenum}: {why}")
        elif entry.msgid_plural:
            plurals[key] = tuple(entry.msgstr_plural[form] for form in range(count))
        else:
            texts[key] = entry.msgstr
    return (LAYOUT, rule, texts, plurals), problems


def _refuse_doubles(name: str, catalogue: polib.POFile) -> None:
    """Raises BadCatalogue where a text has two translations; polib looks through all the earlier ones for each."""
    seen: set[tuple[str | None, str]] = set()
    for entry in catalogue:
        key = entry.msgctxt, entry.msgid
        if key in seen:
            raise BadCatalogue(f"{name} cannot be read: line {entry.linenum} has “{entry.msgid}” again")
        seen.add(key)


def _rule(name: str, forms: str) -> tuple[int, str]:
    """How many plural forms there are and the rule that chooses among them. Raises BadCatalogue."""
    found = re.fullmatch(r"\s*nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*", forms)
    if not found:
        raise BadCatalogue(f"{name}: its header has no Plural-Forms such as nplurals=2; plural=n != 1;")
    count, rule = int(found[1]), found[2]
    try:
        choose = gettext.c2py(rule)
        is_sound = all(0 <= choose(n) < count for n in _TRIED)
    except (ValueError, ArithmeticError):
        is_sound = False
    if not is_sound:
        raise BadCatalogue(f"{name}: the rule of its Plural-Forms, {rule}, does not choose among {count}")
    return count, _KNOWN_RULES.get(re.sub(r"[\s()]", "", rule), rule)


def _faults(entry: polib.POEntry, count: int) -> Iterator[str]:
    """What is wrong with a translation."""
    if entry.msgid_plural and sorted(entry.msgstr_plural) != [*range(count)]:
        yield f"it has not the {count} forms of its language"
    wanted = _fields(entry.msgid) | _fields(entry.msgid_plural)
    if entry.msgid_plural:
        wanted |= _fields("{n}")
    if "{?}" in wanted:  # no template to be filled in, whatever its braces are
        return
    for text in filter(None, (entry.msgstr, *entry.msgstr_plural.values())):
        strange = sorted(_fields(text) - wanted)
        if strange:
            yield f"{strange[0]} is not in the English text, or cannot be filled in"
        elif entry.msgctxt == "argparse" and _percents(text) != _percents(entry.msgid):
            yield "its % fields are not those of the English text"


def _fields(text: str) -> set[str]:
    """The ``{fields}`` of a text as they are written, ``{?}`` where its braces cannot be read."""
    try:
        parts = [*string.Formatter().parse(text)]
    except ValueError:
        return {"{?}"}
    return {
        f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"
        for _, name, form, conversion in parts
        if name is not None
    }


def _percents(text: str) -> list[str]:
    return sorted(re.findall(r"%(?:\(\w+\))?[a-z]", text))


if __name__ == "__main__":
    off = compile_all(Path(__file__).parent)
    for line in off:
        sys.stderr.write(line + "\n")
    sys.exit(1 if off else 0)
